/* apply_identity.c - the scans that prove who somebody is. */
#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "base/log.h"
#include "base/text.h"
#include "portal/apply.h"
#include "portal/robot.h"
#include "richtext/filetype.h"

static bool
is_scan(const char *type)
{
	return strcmp(type, "image/jpeg") == 0 ||
	    strcmp(type, "image/png") == 0 ||
	    strcmp(type, "application/pdf") == 0;
}

static enum rc
seal(struct ctx *x, const struct file *f, const char *owner,
    struct application_file *kept)
{
	size_t n = (size_t)f->size;
	void *bytes = mmap(NULL, n, PROT_READ, MAP_PRIVATE, f->fd, 0);
	enum rc rc;

	if (bytes == MAP_FAILED) {
		log_fail("mmap of a sent file: %s", strerror(errno));
		return RC_FAIL;
	}
	rc = application_file_add(x->db, x->conf->files, owner, kept, bytes, n,
	    &x->problems, x->mem);
	munmap(bytes, n);
	return rc;
}

enum rc
apply_keep_file(struct ctx *x, const struct file *f, const char *owner,
    const char *use, struct application_file *kept)
{
	const char *type;
	enum rc rc;

	if (f->size > APPLICATION_FILE_MAX)
		return refuse(x, "file", PROBLEM_FILE_TOO_LARGE);
	if (filetype_check(f->name, f->path, &type, x->mem) != PROBLEM_NONE ||
	    !is_scan(type))
		return refuse(x, "file", PROBLEM_SCAN_TYPE);
	if ((rc = robot_slow(x, "file")) != RC_OK)
		return rc;
	*kept = (struct application_file){
		.use = use, .name = f->name, .type = type, .size = f->size,
	};
	return seal(x, f, owner, kept);
}

static const struct value *
sent(const struct ctx *x, const char *name)
{
	const struct field *f = x->in.fields;

	while (f->name != NULL && strcmp(f->name, name) != 0)
		f++;
	return &x->in.v[f - x->in.fields];
}

enum rc
apply_take_identity(struct ctx *x, struct apply *a)
{
	const struct value *drop = sent(x, "drop"), *file = sent(x, "file");
	struct application_files waiting;
	struct application_file kept;
	enum rc rc;

	if (drop->given) {
		rc = application_file_drop(x->db, x->conf->files, a->token,
		    drop->i, x->mem);
		if (rc != RC_OK && rc != RC_NOT_FOUND)
			return rc;
	}
	if (!file->given)
		return RC_OK;
	rc = application_file_waiting(x->db, a->token, &waiting, x->mem);
	if (rc != RC_OK)
		return rc;
	if (waiting.n >= APPLICATION_FILES_MAX)
		return refuse(x, "file", PROBLEM_TOO_MANY_FILES);
	return apply_keep_file(x, file->file, a->token, "identity", &kept);
}

enum rc
apply_fill_identity(struct ctx *x, const struct apply *a)
{
	struct application_files waiting;
	enum rc rc = application_file_waiting(x->db, a->token, &waiting,
	    x->mem);

	if (rc != RC_OK)
		return rc;
	for (int k = 0; k < waiting.n; k++) {
		struct node *row = view_item(x->page, "Page.Scans");

		view_int(row, "Id", waiting.v[k].id);
		view_set(row, "Name", waiting.v[k].name);
		view_set(row, "Size", text_size(x->mem, waiting.v[k].size));
		view_set(row, "Type", filetype_label(waiting.v[k].type));
	}
	return RC_OK;
}

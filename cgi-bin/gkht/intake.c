/* intake.c - see intake.h. */
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/log.h"
#include "gkht/intake.h"
#include "richtext/filetype.h"
#include "store/files.h"

static enum rc
refused(enum problem *why, enum problem what)
{
	*why = what;
	return RC_INVALID;
}

/* The sent file has no name, only a descriptor; the store takes its bytes. */
static enum rc
keep(struct ctx *x, const struct file *f, struct stored_file *stored)
{
	size_t n = (size_t)f->size;
	void *bytes = mmap(NULL, n, PROT_READ, MAP_PRIVATE, f->fd, 0);
	enum rc rc;

	if (bytes == MAP_FAILED) {
		log_fail("mmap of a sent file: %s", strerror(errno));
		return RC_FAIL;
	}
	rc = files_put_bytes(x->conf->files, bytes, n, stored, x->mem);
	munmap(bytes, n);
	return rc;
}

enum rc
intake_file(struct ctx *x, const struct file *f, const char *use,
    struct upload *u, enum problem *why)
{
	struct stored_file stored;
	const char *type;
	enum rc rc;

	if (f->size == 0)
		return refused(why, PROBLEM_FILE_EMPTY);
	if (f->size > x->conf->upload_max)
		return refused(why, PROBLEM_FILE_TOO_LARGE);
	if ((*why = filetype_check(f->name, f->path, &type, x->mem))
	    != PROBLEM_NONE)
		return RC_INVALID;
	if ((rc = keep(x, f, &stored)) != RC_OK)
		return rc;
	*u = (struct upload){
		.use = use, .name = f->name, .type = type,
		.size = stored.size, .sha256 = stored.sha256,
	};
	return upload_add(x->db, &x->actor, u, x->mem);
}

static const char *
image_name(struct arena *m, const char *type)
{
	const char *slash = type;

	for (const char *p = type; *p != '\0'; p++)
		if (*p == '/')
			slash = p + 1;
	return arena_printf(m, "image.%s", slash);
}

static enum rc
image_keep(struct ctx *x, const struct word_image *i)
{
	struct stored_file stored;
	struct upload u;
	enum rc rc;

	if ((rc = files_put_bytes(x->conf->files, i->data, i->n, &stored,
	    x->mem)) != RC_OK)
		return rc;
	u = (struct upload){
		.use = "image", .name = image_name(x->mem, i->type),
		.type = i->type, .size = stored.size,
		.sha256 = stored.sha256,
	};
	return upload_add(x->db, &x->actor, &u, x->mem);
}

/* The converter is a child process, which /proc/self would lead astray. */
static const char *
path_for_child(const struct file *f, struct arena *m)
{
	return arena_printf(m, "/proc/%d/fd/%d", (int)getpid(), f->fd);
}

enum rc
intake_word(struct ctx *x, const struct file *f, struct word_result *w,
    struct upload *original, enum problem *why)
{
	enum rc rc;

	*why = PROBLEM_WORD_BROKEN;
	if (f->size == 0)
		return refused(why, PROBLEM_FILE_EMPTY);
	if ((rc = word_import_guarded(path_for_child(f, x->mem), w, why,
	    x->mem)) != RC_OK)
		return rc == RC_TOO_LARGE ? RC_INVALID : rc;
	if ((rc = intake_file(x, f, "original", original, why)) != RC_OK)
		return rc;
	for (int i = 0; i < w->n_images; i++)
		if ((rc = image_keep(x, &w->image[i])) != RC_OK)
			return rc;
	return RC_OK;
}

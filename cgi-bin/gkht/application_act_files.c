/* application_act_files.c - files sent with an act, a reply or a form of the
 * counter. */
#include <errno.h>
#include <string.h>
#include <sys/mman.h>

#include "base/log.h"
#include "base/text.h"
#include "core/application_file.h"
#include "gkht/application_act.h"
#include "richtext/filetype.h"

const char *
application_act_owner(struct ctx *x)
{
	return arena_printf(x->mem, "unit:%lld", (long long)x->me->unit);
}

static enum rc
take(struct ctx *x, const struct file *f, const char *use, int64_t *id)
{
	struct application_file a = { .use = use, .name = f->name };
	enum problem why;
	void *bytes;
	enum rc rc;

	if (f->size == 0)
		return refuse(x, "file", PROBLEM_FILE_EMPTY);
	if (f->too_large || f->size > APPLICATION_FILE_MAX)
		return refuse(x, "file", PROBLEM_FILE_TOO_LARGE);
	if ((why = filetype_check(f->name, f->path, &a.type, x->mem))
	    != PROBLEM_NONE)
		return refuse(x, "file", why);
	bytes = mmap(NULL, (size_t)f->size, PROT_READ, MAP_PRIVATE, f->fd, 0);
	if (bytes == MAP_FAILED) {
		log_fail("mmap of a sent file: %s", strerror(errno));
		return RC_FAIL;
	}
	rc = application_file_add(x->db, x->conf->files,
	    application_act_owner(x), &a, bytes, (size_t)f->size,
	    &x->problems, x->mem);
	munmap(bytes, (size_t)f->size);
	*id = a.id;
	return rc;
}

enum rc
application_act_files(struct ctx *x, const char *use,
    const struct value *kept, const struct value *sent, int *n,
    int64_t **ids)
{
	enum rc rc;

	*n = 0;
	*ids = arena_calloc(x->mem, (size_t)(kept->n + sent->n + 1),
	    sizeof(**ids));
	if (kept->n + sent->n > APPLICATION_FILES_MAX)
		return refuse(x, "file", PROBLEM_TOO_MANY_FILES);
	for (int i = 0; i < kept->n; i++)
		(*ids)[(*n)++] = kept->many[i].i;
	for (int i = 0; i < sent->n; i++)
		if ((rc = take(x, sent->many[i].file, use, &(*ids)[*n]))
		    == RC_OK)
			(*n)++;
		else if (rc != RC_INVALID)
			return rc;
	return x->problems.n > 0 ? RC_INVALID : RC_OK;
}

void
application_act_file(struct ctx *x, const struct application_file *f)
{
	struct node *n = view_item(x->page, "Page.Kept");

	view_int(n, "Id", f->id);
	view_set(n, "Name", f->name);
	view_set(n, "Size", text_size(x->mem, f->size));
}

static void
chosen_show(struct ctx *x, const struct application_files *all, int n,
    const int64_t *ids)
{
	for (int i = 0; i < all->n; i++)
		for (int k = 0; k < n; k++)
			if (all->v[i].id == ids[k])
				application_act_file(x, &all->v[i]);
}

enum rc
application_act_kept(struct ctx *x, int64_t application, int n,
    const int64_t *ids)
{
	struct application_files all;
	enum rc rc;

	if (n == 0)
		return RC_OK;
	if ((rc = application_file_waiting(x->db, application_act_owner(x),
	    &all, x->mem)) != RC_OK)
		return rc;
	chosen_show(x, &all, n, ids);
	if (application == 0)
		return RC_OK;
	if ((rc = application_file_list(x->db, application, &all, x->mem))
	    != RC_OK)
		return rc;
	chosen_show(x, &all, n, ids);
	return RC_OK;
}

/* intake.c - see intake.h. */
#include <string.h>
#include <unistd.h>

#include "core/imported.h"
#include "gkht/examine.h"
#include "gkht/intake.h"
#include "richtext/filetype.h"
#include "store/files.h"

static enum rc
refused(enum problem *why, enum problem what)
{
	*why = what;
	return RC_INVALID;
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
	if ((rc = files_put(x->conf->files, f->path, &stored, x->mem))
	    != RC_OK)
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

enum rc
intake_keep(struct ctx *x, const void *bytes, size_t n, struct upload *u)
{
	struct stored_file stored;
	enum rc rc = files_put_bytes(x->conf->files, bytes, n, &stored,
	    x->mem);

	u->size = stored.size;
	u->sha256 = stored.sha256;
	return rc;
}

static enum rc
image_keep(struct ctx *x, const struct word_image *i)
{
	struct upload u = {
		.use = "image", .name = image_name(x->mem, i->type),
		.type = i->type,
	};
	enum rc rc = intake_keep(x, i->data, i->n, &u);

	return rc == RC_OK ? upload_add(x->db, &x->actor, &u, x->mem) : rc;
}

/* The converter is a child process, which /proc/self would lead astray. */
const char *
intake_path(const struct file *f, struct arena *m)
{
	return arena_printf(m, "/proc/%d/fd/%d", (int)getpid(), f->fd);
}

struct office
intake_office(const struct ctx *x)
{
	return (struct office){ x->conf->tmp,
	    arena_printf(x->mem, "%s/office.lock", x->conf->data) };
}

void
intake_convert(struct ctx *x, const struct file *f, struct intake *in)
{
	struct office office = intake_office(x);

	*in = (struct intake){ .rc = RC_INVALID };
	in->report = arena_alloc(x->mem, sizeof(*in->report));
	if (f == NULL)
		in->why = PROBLEM_MISSING;
	else if (f->size == 0)
		in->why = PROBLEM_FILE_EMPTY;
	else if (f->size > x->conf->upload_max)
		in->why = PROBLEM_FILE_TOO_LARGE;
	else
		in->rc = office_import(&office, f->path, &in->kind,
		    &in->word, in->report, &in->why, x->mem);
	if (in->rc == RC_OK) {
		struct inspections v = { 0 };

		inspect_imported(f->path, sniff_type(in->kind), &in->word,
		    in->report, &v, x->mem);
		in->findings = examine_lines(&v, x->mem);
	}
	if (in->rc == RC_BUSY)
		in->why = PROBLEM_WORD_BUSY;
	if (in->rc == RC_BUSY || in->rc == RC_TOO_LARGE)
		in->rc = RC_INVALID;
}

static enum rc
original_keep(struct ctx *x, const struct file *f, const struct intake *in,
    struct upload *u)
{
	struct buf report = buf_new(x->mem);
	struct stored_file stored;
	enum rc rc;

	if ((rc = files_put(x->conf->files, f->path, &stored, x->mem))
	    != RC_OK)
		return rc;
	*u = (struct upload){
		.use = "original", .type = sniff_type(in->kind),
		.name = sniff_name(in->kind, f->name, x->mem),
		.size = stored.size, .sha256 = stored.sha256,
	};
	if ((rc = upload_add(x->db, &x->actor, u, x->mem)) != RC_OK ||
	    (rc = examine_keep(x, u, in->findings)) != RC_OK)
		return rc;
	report_store(in->report, &report);
	return imported_add(x->db, u->id, report.s,
	    report_conceals(in->report), in->word.body.html);
}

enum rc
intake_word(struct ctx *x, const struct file *f, struct intake *in,
    struct upload *original, enum problem *why)
{
	enum rc rc = in->rc;

	*why = in->why;
	if (rc != RC_OK ||
	    (rc = original_keep(x, f, in, original)) != RC_OK)
		return rc;
	for (int i = 0; i < in->word.n_images; i++)
		if ((rc = image_keep(x, &in->word.image[i])) != RC_OK)
			return rc;
	return RC_OK;
}

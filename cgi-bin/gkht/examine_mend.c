/* examine_mend.c - one click puts a finding right. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/imported.h"
#include "gkht/examine.h"
#include "gkht/intake.h"
#include "gkht/profile.h"
#include "richtext/inspect_file.h"
#include "richtext/mask.h"
#include "store/files.h"

/* The value that was written as masked there: as it stands in the text now. */
static const char *
value_in(const char *text, const struct finding *f, struct arena *m)
{
	struct inspections v = { 0 };

	inspect_text(text, &v, m);
	for (int k = 0; k < v.n; k++)
		if (strcmp(inspect_key(v.v[k].kind), f->kind) == 0 &&
		    strcmp(v.v[k].masked, f->masked) == 0)
			return v.v[k].value;
	return NULL;
}

static void
body_set(struct content *c, const struct sanitized *s)
{
	c->body = s->html;
	c->body_text = s->text;
	c->n_images = s->n_images;
	c->image = s->image;
}

static const struct profile *
masked_profile(const struct profile *was, const char *value,
    const char *masked, struct arena *m)
{
	struct profile *p = profile_new(was->kind, was->n, m);

	p->n = was->n;
	for (int f = 0; f < PROFILE_PHOTO; f++) {
		p->v[f] = mask_text(was->v[f], value, masked, m);
		for (int k = 0; k < p->n; k++)
			p->person[k].v[f] = mask_text(was->person[k].v[f],
			    value, masked, m);
	}
	for (int k = 0; k < p->n; k++)
		p->person[k].v[PROFILE_PHOTO] =
		    was->person[k].v[PROFILE_PHOTO];
	return p;
}

/* Wherever it stands: a number masked in one place alone is not hidden. */
static enum rc
mask_all(struct ctx *x, const struct finding *f, struct content *c,
    const char **note)
{
	const char *places[] = { c->title, c->summary, c->body_text,
	    note != NULL ? *note : "" };
	const char *value = NULL;
	struct sanitized s;
	enum rc rc;

	for (int k = 0; k < 4 && value == NULL; k++)
		value = value_in(places[k], f, x->mem);
	if (value == NULL)
		return RC_NOT_FOUND;
	c->title = mask_text(c->title, value, f->masked, x->mem);
	c->summary = mask_text(c->summary, value, f->masked, x->mem);
	if (note != NULL)
		*note = mask_text(*note, value, f->masked, x->mem);
	if (c->profile != NULL)
		return profile_write(x, masked_profile(c->profile, value,
		    f->masked, x->mem), c);
	rc = mask_html(c->body, value, f->masked, &s, x->mem);
	if (rc == RC_OK)
		body_set(c, &s);
	return rc;
}

/* What was found in the file and is in its text is in the clean one too; what
 * cleaning takes out is looked for again: some of it may have stayed. */
static enum rc
report_keep(struct ctx *x, const struct upload *was, const struct upload *is)
{
	struct inspections v = { 0 };
	struct buf b = buf_new(x->mem);
	const char *line;
	enum rc rc = examine_report(x, was, &line);

	for (; rc == RC_OK && *line != '\0'; line += strcspn(line, "\n") + 1)
		if (!inspect_is_cleaned(inspect_kind_of(arena_strndup(x->mem,
		    line, strcspn(line, "\t")))))
			buf_printf(&b, "%.*s\n", (int)strcspn(line, "\n"),
			    line);
	if (rc != RC_OK)
		return rc;
	inspect_file_cleaned(files_path(x->conf->files, is->sha256, x->mem),
	    is->type, &v, x->mem);
	buf_puts(&b, examine_lines(&v, x->mem));
	return examine_keep(x, is, b.n > 0 ? b.s : "");
}

/* The file without what it carried, as a file of its own. */
static enum rc
clean(struct ctx *x, const struct finding *f, struct upload *was,
    struct upload *is)
{
	size_t n;
	void *data;
	enum rc rc = upload_get(x->db, x->me->unit, f->upload, was, x->mem);

	if (rc != RC_OK)
		return rc;
	if (!inspect_cleans(inspect_kind_of(f->kind), was->type))
		return RC_NOT_FOUND;
	data = inspect_file_clean(files_path(x->conf->files, was->sha256,
	    x->mem), was->type, &n, x->mem);
	if (data == NULL) {
		problem_add(&x->problems, "file", PROBLEM_FILE_UNCLEAN);
		return RC_INVALID;
	}
	*is = *was;
	if ((rc = intake_keep(x, data, n, is)) != RC_OK ||
	    (rc = upload_add(x->db, &x->actor, is, x->mem)) != RC_OK)
		return rc;
	return report_keep(x, was, is);
}

/* What is not cleaned goes with the file; the text that came of it stays. */
static enum rc
original_mend(struct ctx *x, const struct finding *f, struct content *c)
{
	struct upload was, is;
	enum rc rc = clean(x, f, &was, &is);

	if (rc == RC_OK) {
		c->original = is.id;
		return imported_again(x->db, was.id, is.id);
	}
	if (rc == RC_NOT_FOUND) {
		c->original = 0;
		return RC_OK;
	}
	return rc;
}

static void
attachment_swap(struct ctx *x, struct content *c, int64_t was, int64_t is)
{
	int64_t *ids = arena_memdup(x->mem, c->attachment,
	    (size_t)c->n_attachments * sizeof(*ids));

	for (int k = 0; k < c->n_attachments; k++)
		if (ids[k] == was)
			ids[k] = is;
	c->attachment = ids;
}

/* The photograph of somebody, in the form that makes the text. */
static enum rc
photo_swap(struct ctx *x, struct content *c, const char *was, const char *is)
{
	struct profile *p = profile_new(c->profile->kind, c->profile->n,
	    x->mem);

	p->n = c->profile->n;
	memcpy(p->v, c->profile->v, sizeof(p->v));
	for (int k = 0; k < p->n; k++) {
		p->person[k] = c->profile->person[k];
		p->person[k].v[PROFILE_PHOTO] = mask_text(
		    p->person[k].v[PROFILE_PHOTO], was, is, x->mem);
	}
	return profile_write(x, p, c);
}

/* The text names a picture by its hash. */
static enum rc
image_swap(struct ctx *x, struct content *c, const char *was, const char *is)
{
	const char *html = mask_text(c->body.s, was, is, x->mem);
	struct sanitized s;
	enum rc rc = sanitize_html(html, strlen(html), strlen(html) + 65536,
	    &s, x->mem);

	if (rc == RC_OK)
		body_set(c, &s);
	return rc;
}

enum rc
examine_mend(struct ctx *x, const struct findings *all, const char *key,
    struct content *c, const char **note)
{
	const struct finding *f = NULL;
	struct upload was, is;
	enum rc rc;

	for (int k = 0; k < all->n; k++)
		if (strcmp(all->v[k].key, key) == 0)
			f = &all->v[k];
	if (f == NULL)
		return RC_NOT_FOUND;
	if (strcmp(f->field, "original") == 0)
		return original_mend(x, f, c);
	if (f->upload == 0)
		return inspect_mends(inspect_kind_of(f->kind)) ?
		    mask_all(x, f, c, note) : RC_NOT_FOUND;
	if ((rc = clean(x, f, &was, &is)) != RC_OK)
		return rc;
	if (strcmp(f->field, "image") == 0 && c->profile != NULL)
		return photo_swap(x, c, was.sha256, is.sha256);
	if (strcmp(f->field, "image") == 0)
		return image_swap(x, c, was.sha256, is.sha256);
	attachment_swap(x, c, was.id, is.id);
	return RC_OK;
}

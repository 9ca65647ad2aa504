/* bulk_check.c - see bulk_check.h. */
#include <string.h>

#include "base/buf.h"
#include "core/list.h"
#include "gkctl/bulk_check.h"
#include "richtext/filetype.h"
#include "richtext/inspect_file.h"
#include "richtext/office.h"
#include "richtext/recognise.h"
#include "store/files.h"

struct look {
	struct ctl *c;
	const struct bulk *b;
	struct bulk_row *r;
	struct bulk_check *out;
	struct office office;
	struct arena *m;
};

static const char *
bare(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash != NULL ? slash + 1 : name;
}

static void
bad(struct look *l, const char *field, enum problem what, const char *detail)
{
	bulk_note_add(&l->r->notes, true, field, what, detail);
}

static void
count(struct look *l, const struct inspections *v)
{
	for (int k = 0; k < v->n; k++)
		switch (inspect_weight(v->v[k].kind)) {
		case INSPECT_FIX:
			l->r->fix++;
			break;
		case INSPECT_EXPLAIN:
			l->r->explain++;
			break;
		default:
			break;
		}
}

static void
look_text(struct look *l, const char *text)
{
	struct inspections v = { 0 };

	inspect_text(text, &v, l->m);
	count(l, &v);
}

/* RC_NOT_FOUND with the row's note: it is not in the store. */
static enum rc
entry_of(struct look *l, const char *field, const char *name,
    struct bulk_file *f, const char **path)
{
	enum rc rc = bulk_entry(l->c->db, l->b->id, name, f, l->m);

	*path = rc == RC_OK ? files_path(l->c->conf->files, f->sha256, l->m)
	    : NULL;
	if (rc == RC_NOT_FOUND)
		bad(l, field, PROBLEM_BULK_FILE_BAD, bare(name));
	return rc;
}

/* What the sheet leaves open and the document says of itself. */
static void
fill(struct look *l, const char *field, const char **cell, const char *read)
{
	if (**cell != '\0' || *read == '\0')
		return;
	*cell = read;
	bulk_note_add(&l->r->notes, false, field, PROBLEM_BULK_READ, read);
}

static void
read_fields(struct look *l)
{
	struct content *c = &l->r->c;
	struct recognised found;
	struct passages p;

	passages_of(c->body, &p, l->m);
	recognise(&p, &found, l->m);
	fill(l, "title", &c->title, *found.title != '\0' ||
	    l->out->word.title == NULL ? found.title : l->out->word.title);
	fill(l, "doc_no", &c->doc_no, found.doc_no);
	fill(l, "made_on", &c->made_on, found.made_on);
}

static void
word_take(struct look *l, struct bulk_file *f, enum sniff kind,
    const struct report *report)
{
	struct buf b = buf_new(l->m);
	struct content *c = &l->r->c;

	report_store(report, &b);
	f->use = "original";
	f->type = sniff_type(kind);
	f->name = sniff_name(kind, bare(l->r->word), l->m);
	f->report = b.n > 0 ? b.s : "";
	f->conceals = report_conceals(report);
	*list_add(&l->out->files, l->m) = *f;
	c->body = l->out->word.body.html;
	c->body_text = l->out->word.body.text;
	read_fields(l);
}

static enum rc
look_word(struct look *l)
{
	struct report *report = arena_alloc(l->m, sizeof(*report));
	enum problem why = PROBLEM_NONE;
	struct bulk_file f;
	const char *path;
	enum sniff kind;
	enum rc rc;

	if (*l->r->word == '\0')
		return RC_OK;
	if ((rc = entry_of(l, "word", l->r->word, &f, &path)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	rc = f.size == 0 ? RC_INVALID : office_import(&l->office, path, &kind,
	    &l->out->word, report, &why, l->m);
	if (rc == RC_OK)
		word_take(l, &f, kind, report);
	else if (rc == RC_INVALID || rc == RC_TOO_LARGE)
		bad(l, "word", f.size == 0 ? PROBLEM_FILE_EMPTY : why,
		    bare(l->r->word));
	else
		l->out->later = rc == RC_BUSY ? PROBLEM_WORD_BUSY :
		    PROBLEM_BULK_FAILED;
	return RC_OK;
}

static enum rc
look_attachment(struct look *l, const char *name)
{
	struct inspections found = { 0 };
	struct bulk_file f;
	const char *path;
	enum problem why;
	enum rc rc = entry_of(l, "file", name, &f, &path);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	why = filetype_check(bare(name), path, &f.type, l->m);
	if (why != PROBLEM_NONE) {
		bad(l, "file", why, bare(name));
		return RC_OK;
	}
	f.use = "attachment";
	f.name = bare(name);
	*list_add(&l->out->files, l->m) = f;
	inspect_file(&l->office, path, f.type, &found, l->m);
	count(l, &found);
	return RC_OK;
}

enum rc
bulk_check(struct ctl *c, const struct bulk *b, struct bulk_row *r,
    struct bulk_check *out, struct arena *m)
{
	struct look l = { .c = c, .b = b, .r = r, .out = out, .m = m,
	    .office = { c->conf->tmp, arena_printf(m, "%s/office.lock",
	    c->conf->data) } };
	char *names = arena_strdup(m, r->attachments), *one;
	enum rc rc = look_word(&l);

	while (rc == RC_OK && (one = strsep(&names, "\n")) != NULL)
		if (*one != '\0')
			rc = look_attachment(&l, one);
	look_text(&l, r->c.title);
	look_text(&l, r->c.summary);
	look_text(&l, r->c.body_text);
	return rc;
}

/*
 * publication.c - one public document, its history, its files.  Reads the
 * public_... views and nothing else.
 */
#include <string.h>

#include "base/text.h"
#include "core/list.h"
#include "core/publication_row.h"
#include "core/register.h"
#include "core/unit.h"

#define VERSIONS_MAX 1000
#define YEAR_DIGITS 4
#define SERIAL_DIGITS 5

char *
publication_path(const char *index_no, struct arena *m)
{
	static const char doc[] = "/doc/";
	char *path = arena_alloc(m, sizeof(doc) + strlen(index_no));
	char *w = stpcpy(path, doc);

	for (; *index_no != '\0'; index_no++)
		*w++ = (char)(*index_no >= 'A' && *index_no <= 'Z' ?
		    *index_no - 'A' + 'a' : *index_no);
	return path;
}

enum rc
publication_state(struct db *db, int64_t *out)
{
	struct rows q = db_query(db, "SELECT v FROM public_state");
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_FAIL : rc;
	*out = db_int(&q, 0);
	return db_done(&q);
}

void
publication_load(const struct rows *q, struct publication *p, struct arena *m)
{
	*p = (struct publication){ .id = db_int(q, 0) };
	p->revision_id = db_int(q, 1);
	p->number = db_int(q, 2);
	p->publication = db_int(q, 3);
	p->unit_code = db_text(q, 4, m);
	p->unit_name = db_text(q, 5, m);
	p->unit_short = db_text(q, 6, m);
	p->index_no = db_text(q, 7, m);
	p->path = publication_path(p->index_no, m);
	p->repealed = strcmp(db_text(q, 8, m), "repealed") == 0;
	p->expired = p->repealed ||
	    strcmp(db_text(q, 8, m), "expired") == 0;
	p->reason = db_text(q, 9, m);
	p->expired_at = db_text(q, 10, m);
	p->title = db_text(q, 11, m);
	p->doc_no = db_text(q, 12, m);
	p->made_on = db_text(q, 13, m);
	p->summary = db_text(q, 14, m);
	p->openness = db_text(q, 15, m);
	p->kind_name = db_text(q, 16, m);
	p->theme_name = db_text(q, 17, m);
	p->first_published = db_text(q, 18, m);
	p->published = db_text(q, 19, m);
	p->hash = db_text(q, 20, m);
	p->left_portal = "";
	p->body.s = "";
}

static enum rc
load_categories(struct db *db, struct publication *p, struct arena *m)
{
	struct category *c;
	struct rows q = db_query(db, "SELECT id, parent_id, code, name, basis,"
	    " depth FROM public_category WHERE revision_id = $1"
	    " ORDER BY position, id", V(p->revision_id));

	while (db_next(&q)) {
		c = list_add(&p->categories, m);
		c->id = db_int(&q, 0);
		c->parent = db_int(&q, 1);
		c->code = db_text(&q, 2, m);
		c->name = db_text(&q, 3, m);
		c->basis = db_text(&q, 4, m);
		c->depth = (int)db_int(&q, 5);
		c->leaf = true;
	}
	return db_done(&q);
}

static enum rc
load_attachments(struct db *db, struct publication *p, struct arena *m)
{
	struct rows q = db_query(db, "SELECT upload_id, use, name, type, size,"
	    " sha256 FROM public_attachment WHERE revision_id = $1"
	    " ORDER BY position", V(p->revision_id));

	while (db_next(&q))
		upload_load(&q, 0, list_add(&p->attachments, m), m);
	return db_done(&q);
}

static enum rc
load_original(struct db *db, struct publication *p, struct arena *m)
{
	struct rows q = db_query(db, "SELECT upload_id, use, name, type, size,"
	    " sha256 FROM public_original WHERE revision_id = $1",
	    V(p->revision_id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	upload_load(&q, 0, &p->original, m);
	return db_done(&q);
}

static enum rc
load_parts(struct db *db, struct publication *p, struct arena *m)
{
	enum rc rc;

	if ((rc = load_categories(db, p, m)) != RC_OK ||
	    (rc = load_attachments(db, p, m)) != RC_OK)
		return rc;
	return load_original(db, p, m);
}

/* The row of a query for one publication and its body. */
static enum rc
load_one(struct db *db, struct rows *q, struct publication *p,
    struct arena *m)
{
	enum rc rc;

	if ((rc = db_first(q)) != RC_OK)
		return rc;
	publication_load(q, p, m);
	p->body = db_html(q, PUBLICATION_COLS_N, m);
	if ((rc = db_done(q)) != RC_OK)
		return rc;
	return load_parts(db, p, m);
}

static enum rc
tombstone(struct db *db, const char *index_no, struct publication *p,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT id, unit_code, unit_name,"
	    " unit_short, index_no, first_published, published, left_portal,"
	    " reason, title, doc_no, made_on FROM public_tombstone"
	    " WHERE index_no = $1", V(index_no));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*p = (struct publication){
		.id = db_int(&q, 0), .unit_code = db_text(&q, 1, m),
		.unit_name = db_text(&q, 2, m),
		.unit_short = db_text(&q, 3, m),
		.index_no = db_text(&q, 4, m),
		.first_published = db_text(&q, 5, m),
		.published = db_text(&q, 6, m),
		.left_portal = db_text(&q, 7, m), .reason = db_text(&q, 8, m),
		.title = db_text(&q, 9, m), .doc_no = db_text(&q, 10, m),
		.made_on = db_text(&q, 11, m), .expired_at = "",
		.summary = "", .openness = "active", .kind_name = "",
		.theme_name = "", .hash = "", .body = { "" },
	};
	p->path = publication_path(p->index_no, m);
	rc = db_done(&q);
	return rc == RC_OK ? RC_GONE : rc;
}

/* Of one that was taken off, and may come back, the register tells that. */
static enum rc
withdrawn(struct db *db, const char *index_no, struct publication *p,
    struct arena *m)
{
	struct register_lines lines;
	const struct register_line *last;
	struct unit u;
	enum rc rc = register_of(db, index_no, &lines, m);

	if (rc != RC_OK)
		return rc;
	if (lines.n == 0 || strcmp(lines.v[0].state, "withdrawn") != 0)
		return RC_NOT_FOUND;
	last = &lines.v[0];
	if ((rc = unit_by_code(db, last->unit_code, &u, m)) != RC_OK)
		return rc;
	*p = (struct publication){ .withdrawn = true,
		.unit_code = u.code, .unit_name = u.name,
		.unit_short = u.short_name, .index_no = last->index_no,
		.first_published = lines.v[lines.n - 1].since,
		.published = lines.v[lines.n - 1].since,
		.left_portal = last->since, .reason = "", .title = "",
		.doc_no = "", .made_on = "", .expired_at = "", .summary = "",
		.openness = "active", .kind_name = "", .theme_name = "",
		.hash = "", .body = { "" },
	};
	p->path = publication_path(p->index_no, m);
	return RC_GONE;
}

/* 2026-00012: four digits, a hyphen, five digits or more. */
static bool
number_good(const char *s)
{
	size_t year = strspn(s, "0123456789");
	size_t serial;

	if (year != YEAR_DIGITS || s[year] != '-')
		return false;
	s += year + 1;
	serial = strspn(s, "0123456789");
	return serial >= SERIAL_DIGITS && serial < 19 && s[serial] == '\0';
}

enum rc
publication_get(struct db *db, const char *unit_code, const char *number,
    struct publication *p, struct arena *m)
{
	const char *index_no;
	struct rows q;
	enum rc rc;

	/* one address per document: no capitals, no other way to write it */
	if (!number_good(number) ||
	    strcmp(unit_code, text_lower(m, unit_code)) != 0)
		return RC_NOT_FOUND;
	index_no = arena_printf(m, "%s/%s", text_upper(m, unit_code), number);
	q = db_query(db, "SELECT " PUBLICATION_COLS ", p.body"
	    " FROM public_document p WHERE p.index_no = $1", V(index_no));
	rc = load_one(db, &q, p, m);
	if (rc == RC_NOT_FOUND)
		rc = tombstone(db, index_no, p, m);
	return rc == RC_NOT_FOUND ? withdrawn(db, index_no, p, m) : rc;
}

enum rc
publication_versions(struct db *db, int64_t document,
    struct publication_versions *out, struct arena *m)
{
	struct publication_version *v;
	struct rows q = db_query(db, "SELECT number, note, published, title"
	    " FROM public_revision WHERE id = $1 ORDER BY number DESC"
	    " LIMIT $2", V(document), V(VERSIONS_MAX));

	*out = (struct publication_versions){ 0 };
	while (db_next(&q)) {
		v = list_add(out, m);
		v->number = (int)db_int(&q, 0);
		v->note = db_text(&q, 1, m);
		v->published = db_text(&q, 2, m);
		v->title = db_text(&q, 3, m);
	}
	return db_done(&q);
}

enum rc
publication_version_get(struct db *db, int64_t document, int number,
    struct publication *p, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " PUBLICATION_COLS ", p.body"
	    " FROM public_revision p WHERE p.id = $1 AND p.number = $2",
	    V(document), V(number));

	return load_one(db, &q, p, m);
}

enum rc
publication_file(struct db *db, int64_t document, int64_t upload,
    struct upload *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT upload_id, use, name, type, size,"
	    " sha256 FROM public_attachment WHERE document_id = $1"
	    " AND upload_id = $2 UNION ALL SELECT upload_id, use, name, type,"
	    " size, sha256 FROM public_original WHERE document_id = $1"
	    " AND upload_id = $2 LIMIT 1", V(document), V(upload));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	upload_load(&q, 0, out, m);
	return db_done(&q);
}

enum rc
publication_image(struct db *db, const char *sha256, struct upload *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT type, sha256 FROM public_image"
	    " WHERE sha256 = $1 LIMIT 1", V(sha256));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*out = (struct upload){ .use = "image", .name = "",
	    .type = db_text(&q, 0, m), .sha256 = db_text(&q, 1, m) };
	return db_done(&q);
}

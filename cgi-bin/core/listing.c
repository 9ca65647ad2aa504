/* listing.c - rows, counts and index entries of what is public. */
#include <stdlib.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/document.h"
#include "core/list.h"
#include "core/listing.h"
#include "store/search.h"

#define REINDEX_CHUNK 100

/* Where one document stands. */
struct place {
	int64_t document, publication, unit, theme;
	int year;
	struct { int n; int64_t *v; } categories;	/* with 0 for "any" */
};

/* What is shown and found of it. */
struct entry {
	const char *state, *index_no, *unit_code, *unit_short;
	const char *title, *doc_no, *made_on, *theme_name, *published, *text;
};

static enum rc
count_up(struct db *db, int64_t unit, int64_t category, int64_t theme,
    int64_t year)
{
	return db_run(db, "INSERT INTO listing_count"
	    " (unit_id, category_id, theme_id, year, n)"
	    " VALUES ($1, $2, $3, $4, 1)"
	    " ON CONFLICT (unit_id, category_id, theme_id, year)"
	    " DO UPDATE SET n = listing_count.n + 1",
	    V(unit), V(category), V(theme), V(year));
}

/* The last one takes the row away, so that only what is there is counted. */
static enum rc
count_down(struct db *db, int64_t unit, int64_t category, int64_t theme,
    int64_t year)
{
	enum rc rc;

	rc = db_run(db, "UPDATE listing_count SET n = n - 1 WHERE unit_id = $1"
	    " AND category_id = $2 AND theme_id = $3 AND year = $4 AND n > 1",
	    V(unit), V(category), V(theme), V(year));
	if (rc != RC_OK || db_changed(db) > 0)
		return rc;
	return db_run(db, "DELETE FROM listing_count WHERE unit_id = $1"
	    " AND category_id = $2 AND theme_id = $3 AND year = $4",
	    V(unit), V(category), V(theme), V(year));
}

/*
 * Every heading the document counts under: each of its categories, with the
 * unit or any, the theme or any, the year or any.
 */
static enum rc
count_all(struct db *db, const struct place *p,
    enum rc (*count)(struct db *, int64_t, int64_t, int64_t, int64_t))
{
	const int64_t unit[] = { 0, p->unit }, theme[] = { 0, p->theme };
	const int64_t year[] = { 0, p->year };
	int themes = p->theme ? 2 : 1, years = p->year ? 2 : 1;
	enum rc rc = RC_OK;

	for (int c = 0; c < p->categories.n; c++)
		for (int k = 0; rc == RC_OK && k < 2 * themes * years; k++)
			rc = count(db, unit[k % 2], p->categories.v[c],
			    theme[k / 2 % themes], year[k / 2 / themes]);
	return rc;
}

static enum rc
listed_place(struct db *db, int64_t document, struct place *p, struct arena *m)
{
	struct rows q = db_query(db, "SELECT category_id, publication,"
	    " unit_id, theme_id, year FROM listing WHERE document_id = $1",
	    V(document));

	*p = (struct place){ .document = document };
	while (db_next(&q)) {
		*list_add(&p->categories, m) = db_int(&q, 0);
		p->publication = db_int(&q, 1);
		p->unit = db_int(&q, 2);
		p->theme = db_int(&q, 3);
		p->year = (int)db_int(&q, 4);
	}
	return db_done(&q);
}

static enum rc
listing_drop(struct db *db, int64_t document, struct arena *m)
{
	struct place p;
	enum rc rc;

	if ((rc = listed_place(db, document, &p, m)) != RC_OK ||
	    p.categories.n == 0)
		return rc;
	if ((rc = count_all(db, &p, count_down)) != RC_OK)
		return rc;
	rc = db_run(db, "DELETE FROM listing WHERE document_id = $1",
	    V(document));
	if (rc != RC_OK)
		return rc;
	return search_drop(db, p.publication);
}

/* The revision's categories, all above them, and 0. */
static enum rc
place_categories(struct db *db, int64_t revision, struct place *p,
    struct arena *m)
{
	struct rows q = db_query(db, "WITH RECURSIVE up (id, parent_id) AS ("
	    "SELECT c.id, c.parent_id FROM revision_category x"
	    " JOIN category c ON c.id = x.category_id WHERE x.revision_id = $1"
	    " UNION SELECT c.id, c.parent_id FROM up"
	    " JOIN category c ON c.id = up.parent_id) SELECT id FROM up",
	    V(revision));

	*list_add(&p->categories, m) = 0;
	while (db_next(&q))
		*list_add(&p->categories, m) = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
insert_rows(struct db *db, const struct place *p, const struct entry *e)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < p->categories.n; k++)
		rc = db_run(db, "INSERT INTO listing (category_id,"
		    " publication, document_id, unit_id, theme_id, year,"
		    " state, index_no, unit_code, unit_short, title, doc_no,"
		    " made_on, theme_name, published) VALUES ($1, $2, $3, $4,"
		    " $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
		    V(p->categories.v[k]), V(p->publication), V(p->document),
		    V(p->unit), V(p->theme), V(p->year), V(e->state),
		    V(e->index_no), V(e->unit_code), V(e->unit_short),
		    V(e->title), V(e->doc_no), V(e->made_on),
		    V(e->theme_name), V(e->published));
	return rc;
}

/* What the public sees of the document now; RC_NOT_FOUND: nothing. */
static enum rc
public_entry(struct db *db, struct place *p, struct entry *e,
    int64_t *revision, struct arena *m)
{
	day_t made_on;
	struct rows q = db_query(db, "SELECT publication, unit_id, theme_id,"
	    " revision_id, state, index_no, unit_code, unit_short, title,"
	    " doc_no, made_on, theme_name, published, body_text"
	    " FROM public_document WHERE id = $1", V(p->document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	p->publication = db_int(&q, 0);
	p->unit = db_int(&q, 1);
	p->theme = db_int(&q, 2);
	*revision = db_int(&q, 3);
	*e = (struct entry){
		.state = db_text(&q, 4, m), .index_no = db_text(&q, 5, m),
		.unit_code = db_text(&q, 6, m),
		.unit_short = db_text(&q, 7, m), .title = db_text(&q, 8, m),
		.doc_no = db_text(&q, 9, m), .made_on = db_text(&q, 10, m),
		.theme_name = db_text(&q, 11, m),
		.published = db_text(&q, 12, m), .text = db_text(&q, 13, m),
	};
	if (day_parse(e->made_on, &made_on))
		p->year = day_year(made_on);
	return db_done(&q);
}

static enum rc
listing_put(struct db *db, int64_t document, struct arena *m)
{
	struct place p = { .document = document };
	struct entry e;
	int64_t revision;
	enum rc rc;

	if ((rc = public_entry(db, &p, &e, &revision, m)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if ((rc = place_categories(db, revision, &p, m)) != RC_OK ||
	    (rc = insert_rows(db, &p, &e)) != RC_OK ||
	    (rc = count_all(db, &p, count_up)) != RC_OK)
		return rc;
	return search_put(db, p.publication, e.title,
	    arena_printf(m, "%s %s", e.doc_no, e.index_no), e.text, m);
}

enum rc
listing_refresh(struct db *db, int64_t document, struct arena *m)
{
	enum rc rc = listing_drop(db, document, m);

	return rc == RC_OK ? listing_put(db, document, m) : rc;
}

static enum rc
reindex_clear(struct db *db)
{
	enum rc rc;

	if ((rc = db_run(db, "DELETE FROM listing")) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM listing_count")) != RC_OK)
		return rc;
	return search_clear(db);
}

/* The next ids of public documents above *last, which moves on. */
static enum rc
reindex_next(struct db *db, int64_t *last, int64_t ids[REINDEX_CHUNK], int *n)
{
	struct rows q = db_query(db, "SELECT id FROM public_document"
	    " WHERE id > $1 ORDER BY id LIMIT $2", V(*last), V(REINDEX_CHUNK));

	for (*n = 0; db_next(&q); (*n)++)
		ids[*n] = *last = db_int(&q, 0);
	return db_done(&q);
}

enum rc
document_reindex(struct db *db, struct arena *m)
{
	struct arena *scratch = arena_new();
	int64_t ids[REINDEX_CHUNK], last = 0, done = 0;
	int n;
	enum rc rc = reindex_clear(db);

	(void)m;
	do {
		n = 0;
		if (rc == RC_OK)
			rc = reindex_next(db, &last, ids, &n);
		for (int k = 0; rc == RC_OK && k < n; k++) {
			rc = listing_put(db, ids[k], scratch);
			arena_reset(scratch);
		}
		done += n;
	} while (rc == RC_OK && n == REINDEX_CHUNK);
	arena_free(scratch);
	if (rc == RC_OK)
		log_info("%lld public documents indexed", (long long)done);
	return rc;
}

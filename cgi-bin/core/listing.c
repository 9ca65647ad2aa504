/* listing.c - rows and index entries of what is public. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/document.h"
#include "core/file_text.h"
#include "core/list.h"
#include "core/listing.h"
#include "core/listing_place.h"
#include "core/register_row.h"
#include "store/search.h"

#define REINDEX_CHUNK 100

/* What is shown and found of it. */
struct entry {
	const char *index_no, *unit_code, *unit_short, *title, *doc_no;
	const char *made_on, *theme_name, *kind_name, *published, *text;
	const char *files;
};

static enum rc
listed_place(struct db *db, int64_t document, struct place *p, struct arena *m)
{
	struct rows q = db_query(db, "SELECT l.category_id, l.publication,"
	    " l.unit_id, l.theme_id, l.year, l.kind_id, l.word_id, l.month,"
	    " r.validity FROM listing l JOIN listing_row r"
	    " ON r.publication = l.publication WHERE l.document_id = $1",
	    V(document));

	*p = (struct place){ .document = document };
	while (db_next(&q)) {
		*list_add(&p->categories, m) = db_int(&q, 0);
		p->publication = db_int(&q, 1);
		p->unit = db_int(&q, 2);
		p->theme = db_int(&q, 3);
		p->year = (int)db_int(&q, 4);
		p->kind = db_int(&q, 5);
		p->word = db_int(&q, 6);
		p->month = (int)db_int(&q, 7);
		p->validity = (int)db_int(&q, 8);
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
	if ((rc = listing_count_change(db, &p, -1)) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM listing WHERE document_id = $1",
	    V(document))) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM listing_row WHERE document_id = $1",
	    V(document))) != RC_OK)
		return rc;
	return search_drop(db, p.publication, m);
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
insert_row(struct db *db, const struct place *p, const struct entry *e)
{
	return db_run(db, "INSERT INTO listing_row (publication, document_id,"
	    " unit_id, theme_id, kind_id, validity, index_no, unit_code,"
	    " unit_short, title, doc_no, made_on, theme_name, kind_name,"
	    " published) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
	    " $12, $13, $14, $15)", V(p->publication), V(p->document),
	    V(p->unit), V(p->theme), V(p->kind), V(p->validity),
	    V(e->index_no), V(e->unit_code), V(e->unit_short), V(e->title),
	    V(e->doc_no), V(e->made_on), V(e->theme_name), V(e->kind_name),
	    V(e->published));
}

static enum rc
insert_rows(struct db *db, const struct place *p, const struct entry *e)
{
	enum rc rc = insert_row(db, p, e);

	for (int k = 0; rc == RC_OK && k < p->categories.n; k++)
		rc = db_run(db, "INSERT INTO listing (category_id,"
		    " publication, document_id, unit_id, theme_id, kind_id,"
		    " word_id, year, month, validity, made_key, number_key)"
		    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,"
		    " $12)", V(p->categories.v[k]), V(p->publication),
		    V(p->document), V(p->unit), V(p->theme), V(p->kind),
		    V(p->word), V(p->year), V(p->month), V(p->validity),
		    V(p->made_key), V(p->number_key));
	return rc;
}

static int
validity_of(const char *state)
{
	if (strcmp(state, "published") == 0)
		return 1;
	return strcmp(state, "expired") == 0 ? 2 : 3;
}

/* What the public sees of the document now; RC_NOT_FOUND: nothing. */
static enum rc
public_entry(struct db *db, struct place *p, struct entry *e,
    int64_t *revision, struct arena *m)
{
	struct rows q = db_query(db, "SELECT publication, unit_id, theme_id,"
	    " revision_id, state, index_no, unit_code, unit_short, title,"
	    " doc_no, made_on, theme_name, published, body_text, kind_id,"
	    " kind_name FROM public_document WHERE id = $1", V(p->document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	p->publication = db_int(&q, 0);
	p->unit = db_int(&q, 1);
	p->theme = db_int(&q, 2);
	p->kind = db_int(&q, 14);
	p->validity = validity_of(db_text(&q, 4, m));
	*revision = db_int(&q, 3);
	*e = (struct entry){
		.index_no = db_text(&q, 5, m), .unit_code = db_text(&q, 6, m),
		.unit_short = db_text(&q, 7, m), .title = db_text(&q, 8, m),
		.doc_no = db_text(&q, 9, m), .made_on = db_text(&q, 10, m),
		.theme_name = db_text(&q, 11, m),
		.published = db_text(&q, 12, m), .text = db_text(&q, 13, m),
		.kind_name = db_text(&q, 15, m),
	};
	return db_done(&q);
}

/* What follows from the day and the number. */
static enum rc
place_orders(struct db *db, struct place *p, const struct entry *e,
    struct arena *m)
{
	int64_t rank;
	day_t made;
	enum rc rc;

	if (day_parse(e->made_on, &made)) {
		p->year = day_year(made);
		p->month = p->year * 100 + (e->made_on[5] - '0') * 10 +
		    e->made_on[6] - '0';
	}
	p->made_key = listing_made_key(e->made_on, p->publication);
	if ((rc = listing_word(db, e->doc_no, &p->word, &rank, m)) != RC_OK)
		return rc;
	return listing_number_key(db, e->doc_no, p->word, rank,
	    p->publication, &p->number_key);
}

/* 宝政办发〔2010〕33号 is also written without brackets. */
static const char *
numbers(const struct entry *e, struct arena *m)
{
	char *bare = arena_strdup(m, e->doc_no), *open = strstr(bare, "〔");
	char *close = strstr(bare, "〕");

	if (open == NULL || close == NULL || close < open)
		return arena_printf(m, "%s %s", e->doc_no, e->index_no);
	*open = *close = '\0';
	return arena_printf(m, "%s %s %s%s %s", e->doc_no, e->index_no, bare,
	    open + strlen("〔"), close + strlen("〕"));
}

static enum rc
put_found(struct db *db, const struct place *p, const struct entry *e,
    struct arena *m)
{
	const struct search_entry s = {
		.key = p->publication, .title = e->title,
		.number = numbers(e, m), .text = e->text, .files = e->files,
		.unit = p->unit, .theme = p->theme, .kind = p->kind,
		.year = p->year, .ended = p->validity - 1,
		.n_categories = p->categories.n, .category = p->categories.v,
		.made_on = e->made_on,
		.published = clock_show(m, e->published),
	};

	return search_put(db, &s, m);
}

/* Where the document stands now and what is shown of it; RC_NOT_FOUND: the
 * public does not see it. */
static enum rc
read_place(struct db *db, int64_t document, struct place *p, struct entry *e,
    struct arena *m)
{
	int64_t revision;
	enum rc rc;

	*p = (struct place){ .document = document };
	if ((rc = public_entry(db, p, e, &revision, m)) != RC_OK ||
	    (rc = place_orders(db, p, e, m)) != RC_OK)
		return rc;
	return place_categories(db, revision, p, m);
}

static enum rc
put_rows(struct db *db, int64_t document, struct arena *m)
{
	struct place p;
	struct entry e;
	enum rc rc;

	if ((rc = read_place(db, document, &p, &e, m)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	return insert_rows(db, &p, &e);
}

enum rc
listing_search(struct db *db, int64_t document, struct arena *m)
{
	struct place p;
	struct entry e;
	enum rc rc;

	if ((rc = read_place(db, document, &p, &e, m)) != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if ((rc = file_text_all(db, document, &e.files, m)) != RC_OK)
		return rc;
	return put_found(db, &p, &e, m);
}

/* As it comes; document_reindex() counts all of them afterwards. */
static enum rc
put_counts(struct db *db, int64_t document, struct arena *m)
{
	struct place p;
	enum rc rc = listed_place(db, document, &p, m);

	return rc != RC_OK || p.categories.n == 0 ? rc :
	    listing_count_change(db, &p, 1);
}

static bool paused;

void
listing_pause(bool pause)
{
	paused = pause;
}

enum rc
listing_refresh(struct db *db, int64_t document, struct arena *m)
{
	enum rc rc;

	if (paused)
		return RC_OK;
	if ((rc = listing_drop(db, document, m)) != RC_OK ||
	    (rc = put_rows(db, document, m)) != RC_OK ||
	    (rc = put_counts(db, document, m)) != RC_OK)
		return rc;
	if ((rc = file_text_want(db, document, m)) != RC_OK)
		return rc;
	return listing_search(db, document, m);
}

static enum rc
reindex_clear(struct db *db)
{
	enum rc rc;

	if ((rc = db_run(db, "DELETE FROM listing")) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM listing_row")) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM listing_count")) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM listing_facet")) != RC_OK)
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

/* Calls put() for every public document. */
static enum rc
reindex_each(struct db *db, enum rc (*put)(struct db *, int64_t,
    struct arena *), int64_t *done)
{
	struct arena *scratch = arena_new();
	int64_t ids[REINDEX_CHUNK], last = 0;
	enum rc rc = RC_OK;
	int n;

	*done = 0;
	do {
		n = 0;
		rc = reindex_next(db, &last, ids, &n);
		for (int k = 0; rc == RC_OK && k < n; k++) {
			rc = put(db, ids[k], scratch);
			arena_reset(scratch);
		}
		*done += n;
	} while (rc == RC_OK && n == REINDEX_CHUNK);
	arena_free(scratch);
	return rc;
}

/*
 * Rows first and the index after them: a row written between two entries
 * would have the index put what it has gathered to disk.
 */
enum rc
document_reindex(struct db *db, struct arena *m)
{
	int64_t done = 0;
	enum rc rc;

	(void)m;
	if ((rc = search_bulk_begin(db)) != RC_OK ||
	    (rc = reindex_clear(db)) != RC_OK ||
	    (rc = reindex_each(db, put_rows, &done)) != RC_OK ||
	    (rc = listing_count_all(db)) != RC_OK ||
	    (rc = register_places(db)) != RC_OK ||
	    (rc = reindex_each(db, listing_search, &done)) != RC_OK ||
	    (rc = search_bulk_end(db)) != RC_OK)
		return rc;
	log_info("%lld public documents indexed", (long long)done);
	return search_filled(db);
}

static enum rc
is_there(struct rows q, bool *there)
{
	enum rc rc = db_first(&q);

	*there = rc == RC_OK;
	return rc == RC_OK ? db_done(&q) : rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
document_index_needed(struct db *db, bool *needed)
{
	bool listed, is;
	enum rc rc;

	*needed = search_is_new(db);
	if ((rc = is_there(db_query(db, "SELECT document_id FROM listing"
	    " LIMIT 1"), &listed)) != RC_OK || listed)
		return rc;
	rc = is_there(db_query(db, "SELECT id FROM public_document LIMIT 1"),
	    &is);
	*needed = *needed || is;
	return rc;
}

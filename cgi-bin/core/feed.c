/* feed.c - see feed.h.  Reads the public_... views and nothing else. */
#include <string.h>

#include "core/feed.h"
#include "core/list.h"
#include "core/publication_row.h"
#include "core/register_row.h"

#define NUMBERS "SELECT number FROM public_latest WHERE category_id = $1" \
	" AND number < $2"
#define ORDER " ORDER BY number DESC LIMIT $3"

static struct rows
numbers(struct db *db, const struct feed_filter *f, int n)
{
	int64_t before = f->before > 0 ? f->before : INT64_MAX;

	if (f->unit != 0)
		return db_query(db, NUMBERS " AND by_unit = $4" ORDER,
		    V(f->category), V(before), V(n), V(f->unit));
	if (f->theme != 0)
		return db_query(db, NUMBERS " AND by_theme = $4" ORDER,
		    V(f->category), V(before), V(n), V(f->theme));
	return db_query(db, NUMBERS ORDER, V(f->category), V(before), V(n));
}

static enum rc
load_publication(struct db *db, struct feed_entry *e, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " PUBLICATION_COLS
	    " FROM public_document p WHERE p.index_no = $1",
	    V(e->line.index_no));
	enum rc rc = db_first(&q);

	if (rc == RC_OK) {
		publication_load(&q, &e->p, m);
		return db_done(&q);
	}
	e->gone = true;
	e->p = (struct publication){ .index_no = e->line.index_no,
	    .path = publication_path(e->line.index_no, m), .title = "" };
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
load_entry(struct db *db, int64_t number, struct feed_entry *e,
    struct arena *m)
{
	enum rc rc = register_get(db, number, &e->line, m);

	return rc == RC_OK ? load_publication(db, e, m) : rc;
}

enum rc
feed_list(struct db *db, const struct feed_filter *f,
    struct feed_entries *out, struct arena *m)
{
	int max = f->max < 1 ? 1 : f->max > 100 ? 100 : f->max, n = 0;
	int64_t *number = arena_calloc(m, (size_t)max + 1, sizeof(*number));
	struct rows q = numbers(db, f, max + 1);
	enum rc rc;

	*out = (struct feed_entries){ 0 };
	while (db_next(&q))
		number[n++] = db_int(&q, 0);
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < n && k < max; k++)
		rc = load_entry(db, number[k], list_add(out, m), m);
	if (n > max)
		out->next = number[max - 1];
	return rc;
}

enum rc
feed_months(struct db *db, struct feed_months *out, struct arena *m)
{
	struct feed_month *month;
	struct rows q = db_query(db, "SELECT month, n, changed"
	    " FROM public_month ORDER BY month DESC");

	*out = (struct feed_months){ 0 };
	while (db_next(&q)) {
		month = list_add(out, m);
		month->month = db_text(&q, 0, m);
		month->n = db_int(&q, 1);
		month->changed = db_text(&q, 2, m);
	}
	return db_done(&q);
}

enum rc
feed_parts(struct db *db, const char *month, int max, struct feed_parts *out,
    struct arena *m)
{
	enum rc rc = RC_OK;
	int64_t from = 0;

	*out = (struct feed_parts){ 0 };
	while (rc == RC_OK) {
		/* a bounded look ahead, no paging */
		struct rows q = db_query(db, "SELECT document_id"
		    " FROM public_stand WHERE month = $1 AND document_id >= $2"
		    " ORDER BY document_id LIMIT 1 OFFSET $3", V(month),
		    V(from), V(max));

		*list_add(out, m) = from;
		if ((rc = db_first(&q)) == RC_OK) {
			from = db_int(&q, 0);
			rc = db_done(&q);
		}
	}
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
feed_places(struct db *db, const char *month, int64_t from, int max,
    struct feed_places *out, struct arena *m)
{
	struct feed_place *place;
	struct rows q = db_query(db, "SELECT r.index_no, r.at, r.since,"
	    " r.origin, r.action FROM (SELECT document_id FROM public_stand"
	    " WHERE month = $1 AND document_id >= $2"
	    " ORDER BY document_id LIMIT $3) s"
	    " JOIN public_document p ON p.id = s.document_id"
	    " JOIN public_latest l ON l.document_id = s.document_id"
	    " AND l.category_id = 0"
	    " JOIN public_register r ON r.number = l.number"
	    " ORDER BY s.document_id", V(month), V(from), V(max));

	*out = (struct feed_places){ 0 };
	while (db_next(&q)) {
		place = list_add(out, m);
		place->path = publication_path(db_text(&q, 0, m), m);
		place->changed = register_changed(&(struct register_line){
		    .at = db_text(&q, 1, m), .since = db_text(&q, 2, m),
		    .origin = db_text(&q, 3, m),
		    .action = db_text(&q, 4, m) });
	}
	return db_done(&q);
}

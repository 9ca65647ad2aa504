/*
 * register_place.c - what feeds and sitemaps are read from: the newest line
 * of each document at every place where it stands, or stood when it left,
 * and how many documents each month has.
 */
#include <string.h>

#include "core/register_row.h"

#define MONTH 7		/* characters of 2026-10 */

static enum rc
count_month(struct db *db, const char *month, int more, const char *at)
{
	enum rc rc;

	rc = db_run(db, "INSERT INTO register_month (month, n, changed)"
	    " VALUES ($1, 0, $2) ON CONFLICT (month)"
	    " DO UPDATE SET changed = excluded.changed", V(month), V(at));
	if (rc != RC_OK || more == 0)
		return rc;
	return db_run(db, "UPDATE register_month SET n = n + $2"
	    " WHERE month = $1", V(month), V(more));
}

/* The months it stood in before and stands in now. */
static enum rc
move_month(struct db *db, int64_t document, const struct register_line *is,
    struct arena *m)
{
	char *was, *now;
	struct rows q = db_query(db, "SELECT COALESCE((SELECT month FROM"
	    " register_stand WHERE document_id = $1), ''),"
	    " COALESCE((SELECT published FROM public_document WHERE id = $1),"
	    " '')", V(document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	was = db_text(&q, 0, m);
	now = arena_strndup(m, db_text(&q, 1, m), MONTH);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	if (*was != '\0')
		rc = count_month(db, was, strcmp(was, now) == 0 ? 0 : -1,
		    is->at);
	if (rc == RC_OK && *now != '\0' && strcmp(was, now) != 0)
		rc = count_month(db, now, 1, is->at);
	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO register_stand (document_id, month)"
	    " VALUES ($1, $2) ON CONFLICT (document_id)"
	    " DO UPDATE SET month = excluded.month", V(document), V(now));
}

/* Where it stands now, with the newest line's number. */
static enum rc
replace_places(struct db *db, int64_t document)
{
	enum rc rc;

	rc = db_run(db, "DELETE FROM register_latest WHERE document_id = $1",
	    V(document));
	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO register_latest (document_id,"
	    " category_id, unit_id, theme_id, number)"
	    " SELECT l.document_id, l.category_id, l.unit_id, l.theme_id,"
	    " (SELECT max(r.number) FROM register_line r"
	    " WHERE r.document_id = $1)"
	    " FROM listing l WHERE l.document_id = $1", V(document));
}

enum rc
register_places(struct db *db)
{
	enum rc rc;

	rc = db_run(db, "DELETE FROM register_latest WHERE document_id IN"
	    " (SELECT document_id FROM listing WHERE category_id = 0)");
	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO register_latest (document_id,"
	    " category_id, unit_id, theme_id, number)"
	    " SELECT l.document_id, l.category_id, l.unit_id, l.theme_id,"
	    " r.number FROM (SELECT document_id, max(number) AS number"
	    " FROM register_line GROUP BY document_id) r"
	    " JOIN listing l ON l.document_id = r.document_id");
}

enum rc
register_place(struct db *db, int64_t document,
    const struct register_line *is, struct arena *m)
{
	enum rc rc = move_month(db, document, is, m);

	if (rc != RC_OK)
		return rc;
	if (!register_left(is))
		return replace_places(db, document);
	return db_run(db, "UPDATE register_latest SET number = $1"
	    " WHERE document_id = $2", V(is->number), V(document));
}

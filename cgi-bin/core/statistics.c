/* statistics.c - counting one unit's work; the figures behind 统计. */
#include "base/clock.h"
#include "core/document.h"
#include "core/list.h"
#include "core/statistics.h"

#define CATEGORIES_MAX 500

/* The first instant of a month (13: of the next January) as stored text. */
static char *
month_start(struct arena *m, int year, int month)
{
	day_t day = 0;

	if (month > 12) {
		year++;
		month = 1;
	}
	day_parse(arena_printf(m, "%04d-%02d-01", year, month), &day);
	return clock_text(m, day_start(day));
}

static enum rc
count_between(struct db *db, int64_t unit, const char *from, const char *to,
    int64_t *n)
{
	struct rows q = db_query(db, "SELECT count(*) FROM document"
	    " WHERE unit_id = $1 AND first_published >= $2"
	    " AND first_published < $3", V(unit), V(from), V(to));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*n = db_int(&q, 0);
	return db_done(&q);
}

static enum rc
count_months(struct db *db, int64_t unit, int year, struct statistics *s,
    struct arena *m)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < 12; k++) {
		rc = count_between(db, unit, month_start(m, year, k + 1),
		    month_start(m, year, k + 2), &s->by_month[k]);
		s->published_in_year += s->by_month[k];
	}
	return rc;
}

static enum rc
count_categories(struct db *db, int64_t unit, int year, struct statistics *s,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT c.id, c.name, count(*) AS n"
	    " FROM document d JOIN revision_category x"
	    " ON x.revision_id = d.revision_id"
	    " JOIN category c ON c.id = x.category_id WHERE d.unit_id = $1"
	    " AND d.first_published >= $2 AND d.first_published < $3"
	    " GROUP BY c.id, c.name, c.position"
	    " ORDER BY n DESC, c.position, c.id LIMIT $4", V(unit),
	    V(month_start(m, year, 1)), V(month_start(m, year, 13)),
	    V(CATEGORIES_MAX));
	typeof(s->by_category.v) v;

	while (db_next(&q)) {
		v = list_add(&s->by_category, m);
		v->name = db_text(&q, 1, m);
		v->n = db_int(&q, 2);
	}
	return db_done(&q);
}

static enum rc
find_first_year(struct db *db, int64_t unit, struct statistics *s,
    struct arena *m)
{
	int64_t first;
	struct rows q = db_query(db, "SELECT first_published FROM document"
	    " WHERE unit_id = $1 AND first_published > ''"
	    " ORDER BY first_published LIMIT 1", V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	if (clock_parse(db_text(&q, 0, m), &first))
		s->first_year = day_year(clock_day(first));
	return db_done(&q);
}

enum rc
statistics_of(struct db *db, int64_t unit, int year, struct statistics *s,
    struct arena *m)
{
	int64_t returned;
	enum rc rc;

	*s = (struct statistics){ 0 };
	if (year < 1970 || year > 9998)
		return RC_INVALID;
	if ((rc = document_counts(db, unit, s->by_state, &returned)) != RC_OK ||
	    (rc = count_months(db, unit, year, s, m)) != RC_OK ||
	    (rc = count_categories(db, unit, year, s, m)) != RC_OK)
		return rc;
	return find_first_year(db, unit, s, m);
}

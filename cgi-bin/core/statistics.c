/* statistics.c - counting one unit's work; the figures behind 统计. */
#include "base/clock.h"
#include "core/document.h"
#include "core/list.h"
#include "core/statistics.h"

#define CATEGORIES_MAX 500

static enum rc
count_in(struct db *db, int64_t unit, const struct period *p, int64_t *n)
{
	return db_number(db, n, "SELECT count(*) FROM document"
	    " WHERE unit_id = $1 AND first_published >= $2"
	    " AND first_published < $3", V(unit), V(p->from), V(p->to));
}

static enum rc
count_months(struct db *db, int64_t unit, const struct period *p,
    struct statistics *s, struct arena *m)
{
	struct period month;
	enum rc rc = RC_OK;

	for (int k = p->first; rc == RC_OK && k <= p->last; k++) {
		if ((rc = period_of(p->year, k, k, &month, m)) != RC_OK)
			break;
		rc = count_in(db, unit, &month, &s->by_month[k - 1]);
		s->published += s->by_month[k - 1];
	}
	return rc;
}

static enum rc
counts_load(struct rows q, struct statistics_counts *out, struct arena *m)
{
	typeof(out->v) v;

	while (db_next(&q)) {
		v = list_add(out, m);
		v->name = db_text(&q, 0, m);
		v->n = db_int(&q, 1);
	}
	return db_done(&q);
}

static enum rc
count_categories(struct db *db, int64_t unit, const struct period *p,
    struct statistics *s, struct arena *m)
{
	return counts_load(db_query(db, "SELECT c.name, count(*) AS n"
	    " FROM document d JOIN revision_category x"
	    " ON x.revision_id = d.revision_id"
	    " JOIN category c ON c.id = x.category_id WHERE d.unit_id = $1"
	    " AND d.first_published >= $2 AND d.first_published < $3"
	    " GROUP BY c.id, c.name, c.position"
	    " ORDER BY n DESC, c.position, c.id LIMIT $4", V(unit),
	    V(p->from), V(p->to), V(CATEGORIES_MAX)), &s->by_category, m);
}

static enum rc
count_clerks(struct db *db, int64_t unit, const struct period *p,
    struct statistics *s, struct arena *m)
{
	return counts_load(db_query(db, "SELECT CASE WHEN a.name = ''"
	    " THEN a.login ELSE a.login || ' ' || a.name END, count(*) AS n"
	    " FROM document d JOIN account a ON a.id = d.entered_by"
	    " WHERE d.unit_id = $1 AND d.first_published >= $2"
	    " AND d.first_published < $3 GROUP BY a.id, a.login, a.name"
	    " ORDER BY n DESC, a.login", V(unit), V(p->from), V(p->to)),
	    &s->by_clerk, m);
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
statistics_of(struct db *db, int64_t unit, const struct period *p,
    struct statistics *s, struct arena *m)
{
	int64_t returned;
	enum rc rc;

	*s = (struct statistics){ 0 };
	if ((rc = document_counts(db, unit, s->by_state, &returned)) != RC_OK ||
	    (rc = count_months(db, unit, p, s, m)) != RC_OK ||
	    (rc = count_categories(db, unit, p, s, m)) != RC_OK ||
	    (rc = count_clerks(db, unit, p, s, m)) != RC_OK)
		return rc;
	return find_first_year(db, unit, s, m);
}

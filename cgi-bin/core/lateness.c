/* lateness.c - see lateness.h. */
#include <string.h>

#include "core/lateness.h"
#include "core/list.h"
#include "core/unit.h"

static enum rc
is_over(struct db *db, const char *made_on, day_t day, bool *over,
    struct arena *m)
{
	struct calendar *c;
	day_t made;
	enum rc rc;

	*over = false;
	/* less than that many days can be no working days more */
	if (!day_parse(made_on, &made) || day - made <= LATENESS_DAYS)
		return RC_OK;
	if ((rc = calendar_load(db, &c, m)) != RC_OK)
		return rc;
	*over = day > calendar_add(c, made, LATENESS_DAYS);
	return RC_OK;
}

static enum rc
load_reason(struct db *db, struct document *d, struct arena *m)
{
	struct rows q = db_query(db, "SELECT reason FROM late_reason"
	    " WHERE document_id = $1", V(d->id));
	enum rc rc = db_first(&q);

	d->late_reason = "";
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	d->late_reason = db_text(&q, 0, m);
	return db_done(&q);
}

static bool
concerns(const struct document *d)
{
	return *d->first_published == '\0' && d->state <= STATE_APPROVED &&
	    strcmp(d->rev.c.openness, "active") == 0;
}

enum rc
lateness_get(struct db *db, struct document *d, struct arena *m)
{
	enum rc rc = load_reason(db, d, m);

	d->late = false;
	if (rc != RC_OK || !concerns(d))
		return rc;
	return is_over(db, d->rev.c.made_on, clock_today(), &d->late, m);
}

enum rc
lateness_excuse(struct db *db, const struct actor *who, int64_t document,
    day_t day, const char *reason, struct problems *p, struct arena *m)
{
	struct document d;
	bool over = false;
	enum rc rc = document_get(db, who->unit, document, &d, m);

	if (rc != RC_OK || !concerns(&d) || (rc = is_over(db,
	    d.rev.c.made_on, day, &over, m)) != RC_OK || !over)
		return rc;
	if (*reason != '\0')
		return lateness_keep(db, who, document, reason, m);
	if (*d.late_reason != '\0')
		return RC_OK;
	problem_add(p, "reason", PROBLEM_LATE);
	return RC_INVALID;
}

/* Working days from the day it was made to the one it became public on. */
static int
taken_of(const struct calendar *c, const char *made_on, const char *published)
{
	int64_t when;
	day_t made, day;

	if (!day_parse(made_on, &made) || !clock_parse(published, &when))
		return 0;
	day = clock_day(when);
	return day > made ? calendar_between(c, made, day) : 0;
}

static void
late_load(const struct rows *q, int over, struct late_rows *rows,
    struct arena *m)
{
	struct late_row *r = list_add(rows, m);

	r->id = db_int(q, 0);
	r->title = db_text(q, 1, m);
	r->made_on = db_text(q, 2, m);
	r->published = db_text(q, 3, m);
	r->reason = db_text(q, 4, m);
	r->over = over;
}

static void
count_in_time(struct late_count *sum, int days)
{
	sum->taken[days <= 5 ? LATENESS_5 : days <= 10 ? LATENESS_10 :
	    LATENESS_20]++;
}

enum rc
lateness_of(struct db *db, const struct calendar *c, int64_t unit,
    const struct period *p, struct late_count *sum, struct late_rows *rows,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, r.title, r.made_on,"
	    " d.first_published, COALESCE(l.reason, '') FROM document d"
	    " JOIN revision r ON r.id = d.revision_id"
	    " LEFT JOIN late_reason l ON l.document_id = d.id"
	    " WHERE d.unit_id = $1 AND d.first_published >= $2"
	    " AND d.first_published < $3 AND r.openness = 'active'"
	    " ORDER BY d.first_published DESC", V(unit), V(p->from),
	    V(p->to));
	int days;

	*sum = (struct late_count){ 0 };
	while (db_next(&q)) {
		sum->published++;
		days = taken_of(c, db_text(&q, 2, m), db_text(&q, 3, m));
		if (days <= LATENESS_DAYS) {
			count_in_time(sum, days);
			continue;
		}
		sum->late++;
		sum->explained += *db_text(&q, 4, m) != '\0';
		if (rows != NULL)
			late_load(&q, days - LATENESS_DAYS, rows, m);
	}
	return db_done(&q);
}

enum rc
lateness_units(struct db *db, const struct calendar *c,
    const struct period *p, struct late_units *out, struct arena *m)
{
	struct late_count sum;
	struct late_unit *u;
	struct units all;
	enum rc rc = unit_list(db, &all, m);

	*out = (struct late_units){ 0 };
	for (int k = 0; rc == RC_OK && k < all.n; k++) {
		rc = lateness_of(db, c, all.v[k].id, p, &sum, NULL, m);
		if (rc != RC_OK || sum.published == 0)
			continue;
		u = list_add(out, m);
		*u = (struct late_unit){ all.v[k].name, sum };
	}
	return rc;
}

enum rc
lateness_keep(struct db *db, const struct actor *who, int64_t document,
    const char *reason, struct arena *m)
{
	if (*reason == '\0')
		return RC_OK;
	return db_run(db, "INSERT INTO late_reason (document_id, reason,"
	    " login, at) VALUES ($1, $2, $3, $4) ON CONFLICT (document_id)"
	    " DO UPDATE SET reason = excluded.reason, login = excluded.login,"
	    " at = excluded.at", V(document), V(reason), V(who->login),
	    V(clock_text(m, clock_now())));
}

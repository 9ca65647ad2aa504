/*
 * application_pace.c - how long answers really took.  The clock is computed
 * anew from the events, as everywhere; it costs two queries and the calendar,
 * however many cases there are.
 */
#include <stdlib.h>

#include "core/application_row.h"
#include "core/list.h"

#define PACE_MAX	100	/* newest answers that are looked at */

/* The newest answers, of the unit or of all; each text uses an index.  closed
 * > '' is the start of a range in the index, closed <> '' what the index is
 * of. */
#define OF_UNIT " FROM application WHERE unit_id = $1"			\
	" AND state = 'answered' ORDER BY closed DESC, id DESC"		\
	" LIMIT $2"
#define OF_ALL " FROM application WHERE purged = '' AND closed <> ''"	\
	" AND closed > '' AND state = 'answered'"			\
	" ORDER BY closed DESC, id DESC LIMIT $1"

/* What the clock of an answered application hangs on, beside its events. */
static enum rc
answers_load(struct rows *q, struct applications *out, struct arena *m)
{
	while (db_next(q)) {
		struct application *a = list_add(out, m);

		*a = (struct application){ .id = db_int(q, 0),
		    .state = CASE_ANSWERED,
		    .channel = channel_of_key(db_text(q, 1, m)) };
		if (!day_parse(db_text(q, 2, m), &a->came_on))
			a->came_on = DAY_NONE;
	}
	return db_done(q);
}

static int
compare_id(const void *x, const void *y)
{
	int64_t a = ((const struct application *)x)->id;
	int64_t b = ((const struct application *)y)->id;

	return a < b ? -1 : a > b;
}

static enum rc
pace_load(struct db *db, int64_t unit, struct applications *out,
    struct arena *m)
{
	struct rows q = unit == 0 ?
	    db_query(db, "SELECT id, channel, came_on" OF_ALL, V(PACE_MAX)) :
	    db_query(db, "SELECT id, channel, came_on" OF_UNIT, V(unit),
	    V(PACE_MAX));
	enum rc rc = answers_load(&q, out, m);

	if (rc != RC_OK || out->n == 0)
		return rc;
	qsort(out->v, (size_t)out->n, sizeof(out->v[0]), compare_id);
	q = unit == 0 ?
	    db_query(db, "SELECT application_id, " EVENT_COLS
	    " FROM case_event WHERE application_id IN (SELECT id" OF_ALL
	    ") ORDER BY application_id, id", V(PACE_MAX)) :
	    db_query(db, "SELECT application_id, " EVENT_COLS
	    " FROM case_event WHERE application_id IN (SELECT id" OF_UNIT
	    ") ORDER BY application_id, id", V(unit), V(PACE_MAX));
	return application_clocks(db, &q, out, m);
}

static int
compare_int(const void *x, const void *y)
{
	return *(const int *)x - *(const int *)y;
}

enum rc
application_pace(struct db *db, int64_t unit, struct application_pace *out,
    struct arena *m)
{
	struct applications list = { 0 };
	int used[PACE_MAX];
	enum rc rc;

	*out = (struct application_pace){ 0 };
	if ((rc = pace_load(db, unit, &list, m)) != RC_OK || list.n == 0)
		return rc;
	for (int k = 0; k < list.n; k++)
		used[k] = list.v[k].clock.used;
	qsort(used, (size_t)list.n, sizeof(used[0]), compare_int);
	*out = (struct application_pace){ .n = list.n,
	    .median = used[list.n / 2], .quick = used[list.n / 10],
	    .slow = used[list.n * 9 / 10] };
	return RC_OK;
}

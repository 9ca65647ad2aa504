/* application_row.c - reading applications, their events and clocks; the
 * optimistic lock. */
#include <string.h>

#include "core/application_row.h"
#include "core/audit.h"
#include "core/list.h"

void
application_load(const struct rows *q, struct application *a, struct arena *m)
{
	*a = (struct application){
		.id = db_int(q, 0), .unit = db_int(q, 1),
		.version = db_int(q, 2), .unit_code = db_text(q, 3, m),
		.unit_name = db_text(q, 4, m), .unit_short = db_text(q, 5, m),
		.number = db_text(q, 6, m),
		.channel = channel_of_key(db_text(q, 7, m)),
		.state = case_state_of_key(db_text(q, 8, m)),
		.wish = { .name = db_text(q, 9, m),
		    .doc_no = db_text(q, 10, m),
		    .description = db_text(q, 11, m),
		    .delivery = db_text(q, 12, m),
		    .carrier = db_text(q, 13, m),
		    .other_ways = db_int(q, 14) != 0,
		    .assistance = db_text(q, 15, m) },
		.organisation_kind = db_text(q, 16, m),
		.masked_name = db_text(q, 17, m),
		.submitted = db_text(q, 18, m),
		.result = db_text(q, 20, m), .closed = db_text(q, 21, m),
		.open_answer = db_int(q, 22) != 0,
		.public_answer = db_int(q, 23) != 0,
		.open_summary = db_text(q, 24, m),
		.purged = *db_text(q, 25, m) != '\0',
		.note = db_text(q, 26, m),
	};
	a->organisation = *a->organisation_kind != '\0';
	if (!day_parse(db_text(q, 19, m), &a->came_on))
		a->came_on = DAY_NONE;
}

enum rc
application_clock_of(struct db *db, struct application *a, bool proof,
    struct arena *m)
{
	struct arena *scratch = arena_new();
	struct case_events events;
	struct calendar *calendar;
	enum rc rc;

	/* The proof names holidays as the calendar has them. */
	rc = calendar_load(db, &calendar, proof ? m : scratch);
	if (rc == RC_OK)
		rc = case_events(db, a->id, false, &events, scratch);
	if (rc == RC_OK)
		application_clock(a, &events, calendar, clock_today(), proof,
		    proof ? m : scratch);
	arena_free(scratch);
	return rc;
}

enum rc
application_get(struct db *db, int64_t unit, int64_t id,
    struct application *a, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " APPLICATION_COLS
	    APPLICATION_FROM " WHERE a.id = $1 AND a.unit_id = $2", V(id),
	    V(unit));
	enum rc rc;

	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	application_load(&q, a, m);
	if ((rc = db_done(&q)) != RC_OK ||
	    (rc = application_clock_of(db, a, true, m)) != RC_OK)
		return rc;
	return setting_flag(db, unit, SETTING_FOUR_EYES, &a->facts.four_eyes,
	    m);
}

/* Each event to its application: both come in the order of their ids. */
static enum rc
events_share(struct rows *q, const struct applications *list,
    struct case_events *of, struct arena *m)
{
	int64_t id;
	int k = 0;

	while (db_next(q)) {
		id = db_int(q, 0);
		while (k < list->n && list->v[k].id < id)
			k++;
		if (k < list->n && list->v[k].id == id)
			event_load(q, 1, list_add(&of[k], m), m);
	}
	return db_done(q);
}

enum rc
application_clocks(struct db *db, struct rows *events,
    struct applications *list, struct arena *m)
{
	struct case_events *of = arena_calloc(m, (size_t)list->n + 1,
	    sizeof(*of));
	struct calendar *calendar;
	struct arena *scratch;
	enum rc rc;

	if ((rc = events_share(events, list, of, m)) != RC_OK ||
	    (rc = calendar_load(db, &calendar, m)) != RC_OK)
		return rc;
	scratch = arena_new();
	for (int k = 0; k < list->n; k++) {
		application_clock(&list->v[k], &of[k], calendar,
		    clock_today(), false, scratch);
		arena_reset(scratch);
	}
	arena_free(scratch);
	return RC_OK;
}

enum rc
application_undone(struct db *db, int64_t unit, struct applications *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " APPLICATION_COLS
	    APPLICATION_FROM " WHERE a.unit_id = $1 AND" APPLICATION_UNDONE
	    " ORDER BY a.id LIMIT $2", V(unit), V(APPLICATION_UNDONE_MAX));
	struct rows events;
	enum rc rc;

	*out = (struct applications){ 0 };
	while (db_next(&q))
		application_load(&q, list_add(out, m), m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	events = db_query(db, "SELECT application_id, " EVENT_COLS
	    " FROM case_event WHERE application_id IN (SELECT a.id FROM"
	    " application a WHERE a.unit_id = $1 AND" APPLICATION_UNDONE
	    ") ORDER BY application_id, id", V(unit));
	return application_clocks(db, &events, out, m);
}

enum rc
application_move(struct db *db, const struct actor *who,
    const struct application *was, enum case_state to, const char *result,
    const char *closed, const char *action, const char *detail,
    struct arena *m)
{
	enum rc rc = db_run(db, "UPDATE application SET state = $1,"
	    " version = version + 1, result = $2, closed = $3 WHERE id = $4"
	    " AND unit_id = $5 AND state = $6 AND version = $7",
	    V(case_state_key(to)), V(result), V(closed), V(was->id),
	    V(was->unit), V(case_state_key(was->state)), V(was->version));

	if (rc != RC_OK)
		return rc;
	if (db_changed(db) != 1)
		return RC_CONFLICT;
	return audit_write(db, who, action, "application", was->id,
	    case_state_key(was->state), case_state_key(to), detail, m);
}

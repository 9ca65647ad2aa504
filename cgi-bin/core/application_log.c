/* application_log.c - the public log. */
#include <string.h>

#include "base/text.h"
#include "core/application_check.h"
#include "core/application_log.h"
#include "core/application_row.h"
#include "core/case_result.h"
#include "core/list.h"

#define PAGE_MAX	100
#define SUMMARY_MAX	200

#define COLS "p.id, p.unit_code, p.unit_name, p.unit_short, p.summary,"	\
	" p.result, p.closed, p.answer, p.unit_id"

static void
row_load(const struct rows *q, struct log_row *r, int64_t *unit,
    struct arena *m)
{
	int64_t closed;

	*r = (struct log_row){
		.id = db_int(q, 0), .unit_code = db_text(q, 1, m),
		.unit_name = db_text(q, 2, m), .unit_short = db_text(q, 3, m),
		.summary = db_text(q, 4, m), .result = db_text(q, 5, m),
		.received = DAY_NONE, .closed = DAY_NONE,
		.answer = db_text(q, 7, m),
	};
	if (clock_parse(db_text(q, 6, m), &closed))
		r->closed = clock_day(closed);
	*unit = db_int(q, 8);
}

/* Day of receipt and days used come from the events. */
static enum rc
add_days(struct db *db, struct log_row *r, int64_t unit, struct arena *m)
{
	struct application a;
	enum rc rc = application_get(db, unit, r->id, &a, m);

	if (rc != RC_OK)
		return rc;
	r->received = a.clock.received;
	r->days_used = a.clock.used;
	return RC_OK;
}

static enum rc
load_all(struct db *db, struct rows *q, struct log_rows *out, int max,
    struct arena *m)
{
	struct { int n; int64_t *v; } units = { 0 };
	enum rc rc;

	while (db_next(q)) {
		(void)list_add(&units, m);
		row_load(q, list_add(out, m), &units.v[units.n - 1], m);
	}
	if ((rc = db_done(q)) != RC_OK)
		return rc;
	if (out->n > max)
		out->next = out->v[(out->n = max) - 1].id;
	for (int k = 0; rc == RC_OK && k < out->n; k++)
		rc = add_days(db, &out->v[k], units.v[k], m);
	return rc;
}

enum rc
application_log_list(struct db *db, int64_t unit, int64_t before, int max,
    struct log_rows *out, struct arena *m)
{
	struct rows q;
	bool on;
	enum rc rc;

	*out = (struct log_rows){ 0 };
	rc = setting_flag(db, 0, SETTING_PUBLIC_LOG, &on, m);
	if (rc != RC_OK || !on)
		return rc;
	max = max < 1 ? 1 : max > PAGE_MAX ? PAGE_MAX : max;
	before = before > 0 ? before : INT64_MAX;
	q = unit > 0 ? db_query(db, "SELECT " COLS " FROM public_application p"
	    " WHERE p.unit_id = $1 AND p.id < $2 ORDER BY p.id DESC LIMIT $3",
	    V(unit), V(before), V(max + 1)) :
	    db_query(db, "SELECT " COLS " FROM public_application p"
	    " WHERE p.id < $1 ORDER BY p.id DESC LIMIT $2", V(before),
	    V(max + 1));
	return load_all(db, &q, out, max, m);
}

enum rc
application_log_get(struct db *db, int64_t id, struct log_row *out,
    struct arena *m)
{
	struct log_rows list = { 0 };
	struct rows q;
	bool on;
	enum rc rc;

	rc = setting_flag(db, 0, SETTING_PUBLIC_LOG, &on, m);
	if (rc != RC_OK || !on)
		return rc == RC_OK ? RC_NOT_FOUND : rc;
	q = db_query(db, "SELECT " COLS " FROM public_application p"
	    " WHERE p.id = $1", V(id));
	if ((rc = load_all(db, &q, &list, 1, m)) != RC_OK)
		return rc;
	if (list.n == 0)
		return RC_NOT_FOUND;
	*out = list.v[0];
	return RC_OK;
}

/* Everybody may read what the applicant was given, nothing else. */
static bool
is_granted(const struct application *a)
{
	const struct case_result *r = case_result_get(a->result);

	return a->state == CASE_ANSWERED && r != NULL && r->row == 3;
}

enum rc
application_log_mark(struct db *db, const struct actor *who, int64_t id,
    int64_t version, bool open, bool answer_too, const char *summary,
    struct problems *p, struct arena *m)
{
	struct application a;
	enum rc rc;

	if ((rc = application_get(db, who->unit, id, &a, m)) != RC_OK)
		return rc;
	if (who->role != ROLE_REVIEW)
		return RC_DENIED;
	if (a.version != version)
		return RC_CONFLICT;
	summary = text_trim(m, summary);
	if (open && *summary == '\0')
		problem_add(p, "summary", PROBLEM_MISSING);
	check_text(summary, "summary", SUMMARY_MAX, false, p);
	if (answer_too && (!open || !is_granted(&a)))
		problem_add(p, "answer", PROBLEM_NOT_GRANTED);
	if (p->n > 0)
		return RC_INVALID;
	rc = db_run(db, "UPDATE application SET open_answer = $1,"
	    " public_answer = $2, open_summary = $3 WHERE id = $4",
	    V(open), V(answer_too), V(summary), V(id));
	return rc != RC_OK ? rc : application_move(db, who, &a, a.state,
	    a.result, a.closed, "log_mark", open ? answer_too ? "answer" :
	    "open" : "closed", m);
}

/* case_event.c - what happened to an application, as stored. */
#include <string.h>

#include "base/log.h"
#include "base/secret.h"
#include "core/application_row.h"
#include "core/list.h"

static day_t
day_of(const char *s)
{
	day_t d;

	return day_parse(s, &d) ? d : DAY_NONE;
}

void
event_load(const struct rows *q, int c, struct case_event *e, struct arena *m)
{
	*e = (struct case_event){
		.id = db_int(q, c), .kind = db_text(q, c + 1, m),
		.at = db_text(q, c + 2, m),
		.day = day_of(db_text(q, c + 3, m)),
		.until = day_of(db_text(q, c + 4, m)),
		.days = (int)db_int(q, c + 5), .amount = db_int(q, c + 6),
		.text = db_text(q, c + 7, m), .organ = db_text(q, c + 8, m),
		.about = db_int(q, c + 9), .login = db_text(q, c + 10, m),
		.opinion = db_text(q, c + 11, m),
	};
	e->act = case_act_of_key(e->kind);
	e->for_applicant = e->act == ACT_NONE ?
	    strcmp(e->kind, "submit") == 0 ||
	    strcmp(e->kind, "contact") == 0 :
	    case_act_rule(e->act)->for_applicant;
}

/* A third party's name is for staff alone. */
static void
open_organ(struct case_event *e, bool for_applicant, struct arena *m)
{
	if (e->act != ACT_CONSULT_THIRD || *e->organ == '\0')
		return;
	e->organ = for_applicant ? "" : secret_open(m, SEAL_ORGAN, e->organ);
	if (e->organ == NULL) {
		log_fail("event %lld: sealed text cannot be opened",
		    (long long)e->id);
		e->organ = "";
	}
}

/* Between the unit and others: the applicant learns that it happened. */
static bool
is_inside(enum case_act act)
{
	return case_act_consults(act) || act == ACT_CONSULT_REPLY ||
	    act == ACT_WITHDRAW;
}

static void
mark_over(struct case_events *all)
{
	for (int k = 0; k < all->n; k++)
		for (int i = k + 1; i < all->n; i++)
			if (all->v[i].act == ACT_CONSULT_REPLY &&
			    all->v[i].about == all->v[k].id)
				all->v[k].over = true;
}

enum rc
case_events(struct db *db, int64_t application, bool for_applicant,
    struct case_events *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " EVENT_COLS " FROM case_event"
	    " WHERE application_id = $1 ORDER BY id", V(application));
	struct case_event e;
	enum rc rc;

	*out = (struct case_events){ 0 };
	while (db_next(&q)) {
		event_load(&q, 0, &e, m);
		if (for_applicant && !e.for_applicant)
			continue;
		open_organ(&e, for_applicant, m);
		if (for_applicant && is_inside(e.act))
			e.text = e.opinion = "";
		*list_add(out, m) = e;
	}
	if ((rc = db_done(&q)) == RC_OK)
		mark_over(out);
	return rc;
}

enum rc
event_add(struct db *db, const struct actor *who, int64_t application,
    struct case_event *e, struct arena *m)
{
	const char *organ = e->organ != NULL ? e->organ : "";
	enum rc rc;

	if (e->act != ACT_NONE)
		e->kind = case_act_key(e->act);
	if (e->act == ACT_CONSULT_THIRD && *organ != '\0')
		organ = secret_seal(m, SEAL_ORGAN, organ);
	if ((rc = db_id(db, "case_event", &e->id)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO case_event (id, application_id, kind,"
	    " at, day, until, days, amount, text, organ, about, account_id,"
	    " login, opinion) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
	    " $10, $11, $12, $13, $14)", V(e->id), V(application), V(e->kind),
	    V(clock_text(m, clock_now())), V(day_text(m, e->day)),
	    V(e->until != DAY_NONE ? day_text(m, e->until) : ""), V(e->days),
	    V(e->amount), V(e->text != NULL ? e->text : ""), V(organ),
	    V(e->about), who->user ? V(who->user) : V_NULL,
	    V(who->login), V(e->opinion != NULL ? e->opinion : ""));
}

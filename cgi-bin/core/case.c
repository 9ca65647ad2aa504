/* case.c - the acts on an application: what each checks and does beside
 * leaving an event. */
#include <string.h>

#include "base/text.h"
#include "core/application_check.h"
#include "core/application_row.h"
#include "core/case_paper.h"

#define LIMIT_CORRECTION	15	/* working days that we propose */
#define LIMIT_MAX		400	/* days between an act and its limit */
#define AMOUNT_MAX		10000000

struct job {
	struct db *db;
	const struct actor *who;
	const struct case_deed *in;
	const struct case_act_rule *rule;
	const struct case_move *move;
	struct application was;
	struct case_events events;
	struct calendar *calendar;
	struct case_event e;
	const char *result;	/* that the act gives, or "" */
	unsigned by;
	struct problems *p;
	struct arena *m;
};

day_t
case_limit(const struct calendar *c, enum case_act act, day_t day)
{
	switch (act) {
	case ACT_ASK_CORRECTION:
	case ACT_ASK_REASONS:
		return calendar_add(c, day, LIMIT_CORRECTION);
	case ACT_CONSULT_THIRD:
	case ACT_CONSULT_ORGAN:
	case ACT_CONSULT_MAKER:
		return calendar_add(c, day, DEADLINE_CONSULT);
	case ACT_FEE_NOTICE:
		return day + DEADLINE_FEE_DAYS;
	default:
		return DAY_NONE;
	}
}

/* An extension is told before the deadline (art. 33). */
static enum problem
extension_blocked(const struct application *a, enum case_act act, day_t today)
{
	const struct case_facts *f = &a->facts;

	if (act == ACT_ASK_EXTENSION && f->extension_asked)
		return PROBLEM_ACT_WAITING;
	if (act != ACT_ASK_EXTENSION && !f->extension_asked)
		return PROBLEM_ACT_NOTHING;
	if (act == ACT_REFUSE_EXTENSION)
		return PROBLEM_NONE;
	if (f->extended)
		return PROBLEM_ACT_TWICE;
	return a->clock.due != DAY_NONE && today > a->clock.due ?
	    PROBLEM_ACT_LATE : PROBLEM_NONE;
}

/* Something that others owe us: asked for and not there yet. */
static bool
is_waiting(const struct case_facts *f)
{
	return f->consults_waiting > 0 || f->reasons_asked || f->fee_noticed ||
	    f->suspended;
}

/* Why what happened so far forbids the act. */
static enum problem
blocked(const struct application *a, enum case_act act, day_t today)
{
	const struct case_facts *f = &a->facts;

	switch (act) {
	case ACT_ASK_CORRECTION:
		return f->correction_asked ? PROBLEM_ACT_TWICE :
		    today > f->correction_last ? PROBLEM_ACT_LATE :
		    PROBLEM_NONE;
	case ACT_CORRECTION_LAPSED:
		return today <= f->correction_until ? PROBLEM_ACT_EARLY :
		    PROBLEM_NONE;
	case ACT_CONSULT_REPLY:
		return f->consults == 0 ? PROBLEM_ACT_NOTHING : PROBLEM_NONE;
	case ACT_ASK_EXTENSION:
	case ACT_APPROVE_EXTENSION:
	case ACT_REFUSE_EXTENSION:
		return extension_blocked(a, act, today);
	case ACT_ASK_REASONS:
		return f->reasons_asked ? PROBLEM_ACT_WAITING : PROBLEM_NONE;
	case ACT_REASONS_GIVEN:
		return f->reasons_asked ? PROBLEM_NONE : PROBLEM_ACT_NOTHING;
	case ACT_FEE_NOTICE:
		return f->fee_paid ? PROBLEM_ACT_TWICE : f->fee_noticed ?
		    PROBLEM_ACT_WAITING : PROBLEM_NONE;
	case ACT_FEE_PAID:
		return f->fee_noticed ? PROBLEM_NONE : PROBLEM_ACT_NOTHING;
	case ACT_FEE_LAPSED:
		return !f->fee_noticed ? PROBLEM_ACT_NOTHING :
		    today <= f->fee_until ? PROBLEM_ACT_EARLY : PROBLEM_NONE;
	case ACT_SUSPEND:
		return f->suspended ? PROBLEM_ACT_WAITING : PROBLEM_NONE;
	case ACT_RESUME:
		return f->suspended ? PROBLEM_NONE : PROBLEM_ACT_NOTHING;
	case ACT_DRAFT_REPLY:
		return is_waiting(f) ? PROBLEM_ACT_WAITING : PROBLEM_NONE;
	default:
		return PROBLEM_NONE;
	}
}

bool
case_may(const struct application *a, unsigned by, enum case_act act)
{
	/* Only 003 drafts, so it is never 003 who may release. */
	if (act == ACT_RELEASE_REPLY && a->facts.four_eyes)
		by &= ~(unsigned)BY_REVIEW;
	return case_move_find(a->state, act, by) != NULL &&
	    blocked(a, act, clock_today()) == PROBLEM_NONE;
}

int
case_acts(const struct application *a, unsigned by, enum case_act *out,
    int max)
{
	int n = 0;

	for (int act = ACT_NONE + 1; act < ACT__MAX && n < max; act++)
		if (case_may(a, by, (enum case_act)act))
			out[n++] = (enum case_act)act;
	return n;
}

/* The event this act answers; NULL for none. */
static const struct case_event *
asked(const struct job *j, enum case_act act)
{
	const struct case_event *last = NULL;

	for (int k = 0; k < j->events.n; k++)
		if (j->events.v[k].act == act)
			last = &j->events.v[k];
	return last;
}

/* The consultation without an answer that is meant: the one there is, or the
 * one with that id. */
static const struct case_event *
consulted(const struct job *j, int64_t id)
{
	const struct case_event *e, *found = NULL;

	if (id == 0 && j->was.facts.consults != 1)
		return NULL;
	for (int k = 0; k < j->events.n; k++) {
		e = &j->events.v[k];
		if (case_act_consults(e->act) && !e->over &&
		    (id == 0 || e->id == id))
			found = e;
	}
	return found;
}

static const struct case_event *
question(const struct job *j)
{
	switch (j->in->act) {
	case ACT_CORRECT:
		return asked(j, ACT_ASK_CORRECTION);
	case ACT_REASONS_GIVEN:
		return asked(j, ACT_ASK_REASONS);
	case ACT_FEE_PAID:
		return asked(j, ACT_FEE_NOTICE);
	case ACT_RESUME:
		return asked(j, ACT_SUSPEND);
	case ACT_CONSULT_REPLY:
		return consulted(j, j->in->event);
	default:
		return NULL;
	}
}

/* Words, or silence, and that not before the time is over. */
static void
check_opinion(struct job *j, const struct case_event *asked)
{
	const char *s = j->in->opinion != NULL ? j->in->opinion : "";
	bool silent = strcmp(s, "silent") == 0;

	j->e.opinion = s;
	if (!case_opinion_known(s))
		problem_add(j->p, "opinion", *s == '\0' ? PROBLEM_MISSING :
		    PROBLEM_NOT_CHOICE);
	else if (silent && asked != NULL && j->e.day <= asked->until)
		problem_add(j->p, "opinion", PROBLEM_ACT_EARLY);
	else if (!silent && *j->e.text == '\0')
		problem_add(j->p, "text", PROBLEM_MISSING);
}

static void
check_about(struct job *j)
{
	const struct case_event *e = question(j);

	if (e != NULL) {
		j->e.about = e->id;
		if (j->e.day < e->day)
			problem_add(j->p, "day", PROBLEM_DAY_EARLY);
	} else if (j->rule->need & NEED_EVENT) {
		problem_add(j->p, "event", PROBLEM_ACT_NOTHING);
	}
	if (j->rule->need & NEED_OPINION)
		check_opinion(j, e);
}

static void
check_day(struct job *j)
{
	day_t first = j->was.clock.received != DAY_NONE ?
	    j->was.clock.received : j->was.came_on;

	j->e.day = (j->rule->need & TAKE_DAY) && j->in->day != DAY_NONE ?
	    j->in->day : clock_today();
	if (j->e.day > clock_today())
		problem_add(j->p, "day", PROBLEM_FUTURE);
	else if (first != DAY_NONE && j->e.day < first)
		problem_add(j->p, "day", PROBLEM_DAY_EARLY);
	else if (j->in->act == ACT_ASK_CORRECTION &&
	    j->e.day > j->was.facts.correction_last)
		problem_add(j->p, "day", PROBLEM_ACT_LATE);
}

static void
check_until(struct job *j)
{
	j->e.until = DAY_NONE;
	if ((j->rule->need & NEED_UNTIL) == 0)
		return;
	j->e.until = j->in->until != DAY_NONE ? j->in->until :
	    case_limit(j->calendar, j->in->act, j->e.day);
	if (j->e.until <= j->e.day || j->e.until > j->e.day + LIMIT_MAX)
		problem_add(j->p, "until", PROBLEM_UNTIL_PAST);
}

static void
check_texts(struct job *j)
{
	const struct case_deed *in = j->in;
	unsigned need = j->rule->need;

	j->e.text = in->text == NULL ? "" :
	    text_unix_lines(j->m, text_trim(j->m, in->text));
	j->e.organ = in->organ == NULL || (need & NEED_ORGAN) == 0 ? "" :
	    text_trim(j->m, in->organ);
	if ((need & NEED_TEXT) && *j->e.text == '\0')
		problem_add(j->p, "text", PROBLEM_MISSING);
	if ((need & NEED_ORGAN) && *j->e.organ == '\0')
		problem_add(j->p, "organ", PROBLEM_MISSING);
	check_text(j->e.text, "text", APPLICATION_TEXT_MAX, true, j->p);
	check_text(j->e.organ, "organ", APPLICATION_LINE_MAX, false, j->p);
}

static void
check_numbers(struct job *j)
{
	const struct case_deed *in = j->in;

	if (j->rule->need & NEED_DAYS) {
		j->e.days = in->days;
		if (in->days < 1 || in->days > DEADLINE_EXTENSION)
			problem_add(j->p, "days", PROBLEM_DAYS_RANGE);
	}
	if (in->act == ACT_APPROVE_EXTENSION)
		j->e.days = j->was.facts.extension_days;
	if (j->rule->need & NEED_AMOUNT) {
		j->e.amount = in->amount;
		if (in->amount < 1 || in->amount > AMOUNT_MAX)
			problem_add(j->p, "amount", PROBLEM_NOT_NUMBER);
	}
	if (in->n_files > 0 && (j->rule->need & TAKE_FILES) == 0)
		problem_add(j->p, "file", PROBLEM_TOO_MANY_FILES);
}

/* Four eyes, and nobody's objection passed over in silence. */
static enum rc
release_check(struct job *j)
{
	struct rows q = db_query(j->db, "SELECT result, drafted_by FROM reply"
	    " WHERE application_id = $1", V(j->was.id));
	int64_t drafter;
	int untold;
	enum rc rc;

	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	j->result = db_text(&q, 0, j->m);
	drafter = db_int(&q, 1);
	if ((rc = db_done(&q)) != RC_OK ||
	    (rc = case_untold(j->db, j->was.id, &untold)) != RC_OK)
		return rc;
	if (j->was.facts.four_eyes && drafter == j->who->user)
		problem_add(j->p, "act", PROBLEM_FOUR_EYES);
	else if (untold > 0)
		problem_add(j->p, "act", PROBLEM_THIRD_UNTOLD);
	return j->p->n > 0 ? RC_INVALID : RC_OK;
}

/* The reply goes out: its result is that of the application now. */
static enum rc
release(struct job *j)
{
	enum rc rc = release_check(j);

	if (rc != RC_OK)
		return rc;
	rc = letter_issue_reply(j->db, j->who, j->was.id, j->m);
	if (rc == RC_NOT_FOUND) {
		problem_add(j->p, "act", PROBLEM_NO_LETTER);
		return RC_INVALID;
	}
	return rc != RC_OK ? rc : db_run(j->db, "UPDATE reply SET"
	    " released = $1, released_login = $2, returned = ''"
	    " WHERE application_id = $3",
	    V(clock_text(j->m, clock_now())), V(j->who->login),
	    V(j->was.id));
}

static enum rc
effect(struct job *j)
{
	switch (j->in->act) {
	case ACT_RELEASE_REPLY:
		return release(j);
	case ACT_RETURN_REPLY:
		return db_run(j->db, "UPDATE reply SET returned = $1"
		    " WHERE application_id = $2", V(j->e.text),
		    V(j->was.id));
	case ACT_CORRECTION_LAPSED:
		j->result = "lapsed_correction";
		return RC_OK;
	case ACT_FEE_LAPSED:
		j->result = "lapsed_fee";
		return RC_OK;
	case ACT_WITHDRAW:
		j->result = "withdrawn";
		return RC_OK;
	case ACT_END:
		j->result = "ended";
		return RC_OK;
	default:
		return RC_OK;
	}
}

static enum rc
claim_files(struct job *j)
{
	static const char *const uses[] = { "correction", "paper", NULL };
	const char *owner = j->in->file_owner;

	if (j->in->n_files == 0)
		return RC_OK;
	return application_file_claim(j->db, owner != NULL ? owner :
	    application_file_staff(j->m, j->who->unit), j->was.id, j->e.id,
	    j->in->n_files, j->in->file, uses, j->p, j->m);
}

static enum rc
carry_out(struct job *j)
{
	const char *now = clock_text(j->m, clock_now());
	enum rc rc;

	if ((rc = effect(j)) != RC_OK ||
	    (rc = event_add(j->db, j->who, j->was.id, &j->e, j->m)) != RC_OK ||
	    (rc = claim_files(j)) != RC_OK)
		return rc;
	return application_move(j->db, j->who, &j->was, j->move->to,
	    j->result, *j->result != '\0' ? now : "",
	    arena_printf(j->m, "case_%s", j->rule->key), j->result, j->m);
}

static void
check(struct job *j)
{
	enum problem why = blocked(&j->was, j->in->act, clock_today());

	if (why != PROBLEM_NONE) {
		problem_add(j->p, "act", why);
		return;
	}
	check_day(j);
	check_until(j);
	check_texts(j);
	check_numbers(j);
	check_about(j);
}

static enum rc
load(struct job *j)
{
	enum rc rc;

	rc = application_get(j->db, j->who->unit, j->in->application, &j->was,
	    j->m);
	if (rc == RC_OK)
		rc = case_events(j->db, j->was.id, false, &j->events, j->m);
	return rc == RC_OK ? calendar_load(j->db, &j->calendar, j->m) : rc;
}

enum rc
case_do(struct db *db, const struct actor *who, const struct case_deed *in,
    int64_t *event, struct problems *p, struct arena *m)
{
	struct job j = { .db = db, .who = who, .in = in, .result = "",
	    .rule = case_act_rule(in->act), .p = p, .m = m,
	    .e = { .act = in->act } };
	enum rc rc;

	j.by = in->by_applicant ? BY_APPLICANT : case_by_role(who->role);
	if ((rc = load(&j)) != RC_OK)
		return rc;
	if (in->act == ACT_DRAFT_REPLY || j.by == 0)
		return RC_DENIED;
	if (j.was.version != in->version)
		return RC_CONFLICT;
	j.move = case_move_find(j.was.state, in->act, j.by);
	if (j.move == NULL)
		return RC_DENIED;
	check(&j);
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = carry_out(&j)) == RC_OK && event != NULL)
		*event = j.e.id;
	return rc;
}

/*
 * application_act.c - one act on an application: its dialog, the letter it
 * makes, the deed.
 *
 * An act with a letter has two steps.  The first does the act, throws it away
 * and shows what the letter would be; the second does it with the letter as
 * corrected.
 */
#include <string.h>

#include "core/fee.h"
#include "gkht/application_act.h"
#include "gkht/application_act_letter.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/pages.h"
#include "web/message_case.h"

enum {
	F_VERSION, F_STEP, F_DAY, F_UNTIL, F_DAYS, F_TEXT, F_ORGAN, F_AMOUNT,
	F_EVENT, F_OPINION, F_BY, F_COUNT, F_TITLE, F_BODY, F_KEPT, F_FILE
};
enum { STEP_CHECK, STEP_DO, STEP_FEE, STEP_BACK };

static const char *const steps[] = { "check", "do", "fee", "back", NULL };
static const char *const opinions[] = {
	"agree", "part", "object", "silent", NULL
};
static const char *const measures[] = { "pages", "piece", NULL };

const struct field application_act_fields[] = {
	[F_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[F_STEP] = { "step", KIND_CHOICE, REQUIRED, 0, steps },
	[F_DAY] = { "day", KIND_DATE, 0, 0, NULL },
	[F_UNTIL] = { "until", KIND_DATE, 0, 0, NULL },
	[F_DAYS] = { "days", KIND_NUMBER, 0, 20, NULL },
	[F_TEXT] = { "text", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	[F_ORGAN] = { "organ", KIND_LINE, 0, APPLICATION_LINE_MAX, NULL },
	[F_AMOUNT] = { "amount", KIND_NUMBER, 0, 10000000, NULL },
	[F_EVENT] = { "event", KIND_ID, 0, 0, NULL },
	[F_OPINION] = { "opinion", KIND_CHOICE, 0, 0, opinions },
	[F_BY] = { "by", KIND_CHOICE, 0, 0, measures },
	[F_COUNT] = { "count", KIND_NUMBER, 0, 100000, NULL },
	[F_TITLE] = { "title", KIND_LINE, 0, 100, NULL },
	[F_BODY] = { "body", KIND_MARKUP, 0, 20000, NULL },
	[F_KEPT] = { "kept", KIND_ID, MANY, 0, NULL },
	[F_FILE] = { "file", KIND_FILE, MANY, 0, NULL },
	{ 0 }
};

static const struct { unsigned bit; const char *name; } needs[] = {
	{ NEED_TEXT, "Text" }, { NEED_UNTIL, "Until" }, { NEED_DAYS, "Days" },
	{ NEED_ORGAN, "Organ" }, { NEED_AMOUNT, "Amount" },
	{ NEED_EVENT, "Event" }, { TAKE_TEXT, "MayText" },
	{ TAKE_DAY, "Day" }, { TAKE_FILES, "Files" },
	{ NEED_OPINION, "Opinion" },
};

/* The application and the act of the address; the reply and its release have
 * pages of their own. */
static enum rc
act_load(struct ctx *x, struct application *a, enum case_act *act)
{
	*act = case_act_of_key(x->arg[1]);
	if (*act == ACT_NONE)
		return RC_NOT_FOUND;
	return applications_load(x, a);
}

static bool
has_letter(enum case_act act)
{
	return *case_act_rule(act)->letter != '\0';
}

static void
fields_show(struct ctx *x, enum case_act act)
{
	const struct case_act_rule *rule = case_act_rule(act);
	struct node *at = view_child(x->page, "Page.Act");

	view_flag(x->page, "Page.Act", 1);
	view_flag(x->page, "Page.Dialog", 1);
	view_set(at, "Key", rule->key);
	view_set(at, "Name", message_case_act(act));
	view_set(at, "Article", rule->article);
	view_flag(at, "Letter", has_letter(act));
	view_set(at, "Today", day_text(x->mem, clock_today()));
	for (size_t i = 0; i < sizeof(needs) / sizeof(needs[0]); i++)
		view_flag(at, needs[i].name,
		    (rule->need & needs[i].bit) != 0);
}

/* What may be answered: consultations without an end. */
static enum rc
consults_show(struct ctx *x, const struct application *a)
{
	struct case_events all;
	enum rc rc;

	if ((rc = case_events(x->db, a->id, false, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		const struct case_event *e = &all.v[i];
		struct node *n;

		if (!case_act_consults(e->act) || e->over)
			continue;
		n = view_item(x->page, "Page.Consults");
		view_int(n, "Id", e->id);
		view_set(n, "Kind", message_case_act(e->act));
		view_set(n, "Organ", e->organ);
		view_set(n, "Until", applications_date(x->mem, e->until));
	}
	return RC_OK;
}

static enum rc
proposals_show(struct ctx *x, const struct application *a, enum case_act act)
{
	struct node *form = view_child(x->page, "Page.Form");
	struct calendar *c;
	enum rc rc;

	if ((rc = calendar_load(x->db, &c, x->mem)) != RC_OK)
		return rc;
	view_int(form, "version", a->version);
	view_set(form, "day", day_text(x->mem, clock_today()));
	view_set(form, "until", applications_date(x->mem,
	    case_limit(c, act, clock_today())));
	view_int(form, "days", 20);
	return RC_OK;
}

static void
typed_show(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");

	for (int i = F_VERSION; i <= F_COUNT; i++)
		if (i != F_STEP)
			view_set(form, application_act_fields[i].name,
			    x->in.v[i].raw);
}

static enum rc
kept_show(struct ctx *x)
{
	const struct value *v = &x->in.v[F_KEPT];
	int64_t *ids = arena_calloc(x->mem, (size_t)v->n + 1, sizeof(*ids));

	for (int i = 0; i < v->n; i++)
		ids[i] = v->many[i].i;
	return application_act_kept(x, arg_id(x, 0), v->n, ids);
}

static enum rc
dialog(struct ctx *x, const struct application *a, enum case_act act)
{
	enum rc rc;

	fields_show(x, act);
	if (case_act_rule(act)->need & NEED_EVENT &&
	    (rc = consults_show(x, a)) != RC_OK)
		return rc;
	return application_case_show(x, a);
}

enum rc
application_act_ask(struct ctx *x)
{
	struct application a;
	enum case_act act;
	enum rc rc;

	if ((rc = act_load(x, &a, &act)) != RC_OK)
		return rc;
	if (act == ACT_DRAFT_REPLY || act == ACT_RELEASE_REPLY)
		return go(x, "/gkht/applications/%lld/%s", (long long)a.id,
		    act == ACT_DRAFT_REPLY ? "reply" : "letter");
	if (!case_may(&a, case_by_role(x->me->role), act))
		return go(x, "/gkht/applications/%lld", (long long)a.id);
	if ((rc = proposals_show(x, &a, act)) != RC_OK)
		return rc;
	return dialog(x, &a, act);
}

static day_t
day_of(const struct value *v)
{
	day_t day;

	return v->given && day_parse(v->s, &day) ? day : DAY_NONE;
}

static struct case_deed
deed_of(struct ctx *x, const struct application *a, enum case_act act)
{
	struct value *v = x->in.v;

	return (struct case_deed){
		.application = a->id, .version = v[F_VERSION].i, .act = act,
		.day = day_of(&v[F_DAY]), .until = day_of(&v[F_UNTIL]),
		.days = (int)v[F_DAYS].i, .text = v[F_TEXT].s,
		.organ = v[F_ORGAN].s, .opinion = v[F_OPINION].s, .event = v[F_EVENT].i,
		.amount = v[F_AMOUNT].i,
	};
}

/* The deadline that the act sets, as far as its letter tells it. */
static day_t
due_after(const struct calendar *c, const struct application *a,
    const struct case_deed *d)
{
	if (d->act == ACT_CONFIRM)
		return calendar_add(c, d->day == DAY_NONE ? clock_today() :
		    d->day, DEADLINE_ANSWER);
	if (d->act == ACT_APPROVE_EXTENSION && a->clock.due != DAY_NONE &&
	    a->facts.extension_days > 0)
		return calendar_add(c, a->clock.due, a->facts.extension_days);
	return DAY_NONE;
}

/* The letter as its template says it, from what was typed. */
static enum rc
proposed(struct ctx *x, const struct application *a,
    const struct case_deed *d, struct act_letter *l)
{
	const struct case_act_rule *rule = case_act_rule(d->act);
	struct calendar *c;
	struct node *values, *at;
	enum rc rc;

	if ((rc = calendar_load(x->db, &c, x->mem)) != RC_OK ||
	    (rc = act_letter_values(x, a, rule->letter, &values)) != RC_OK)
		return rc;
	at = view_child(values, "Letter");
	view_set(at, "Act", rule->key);
	view_set(at, "Organ", d->organ);
	view_int(at, "Days", d->days > 0 ? d->days :
	    a->facts.extension_days);
	view_int(at, "Amount", d->amount);
	/* What closes the case can be taken to a review or a court. */
	view_flag(at, "Choice", rule->clock == DEADLINE_CLOSED);
	applications_day(at, "Day",
	    d->day == DAY_NONE ? clock_today() : d->day);
	applications_day(at, "Until", d->until != DAY_NONE ? d->until :
	    case_limit(c, d->act, clock_today()));
	applications_day(at, "NewDue", due_after(c, a, d));
	act_letter_lines(x, at, "Lines", d->text);
	return act_letter_make(x, rule->letter, values, l);
}

/* The state that the letter is about: that after the act. */
static enum rc
letter_preview(struct ctx *x, const struct application *a, enum case_act act)
{
	struct case_deed d = deed_of(x, a, act);
	struct act_letter l;
	enum rc rc;

	if (x->in.v[F_BODY].given)
		rc = act_letter_typed(x, case_act_rule(act)->letter,
		    x->in.v[F_TITLE].s, x->in.v[F_BODY].s, &l);
	else
		rc = proposed(x, a, &d, &l);
	if (rc == RC_OK)
		act_letter_show(x, &l);
	return rc == RC_INVALID ? RC_OK : rc;
}

static void
letter_typed_show(struct ctx *x, const char *kind)
{

	struct node *at = view_child(x->page, "Page.Letter");

	view_flag(x->page, "Page.Letter", 1);
	view_set(at, "Kind", kind);
	view_set(at, "Title", x->in.v[F_TITLE].raw);
	view_set(at, "Text", x->in.v[F_BODY].raw);
}

/* The dialog again: with errors, or as the second step. */
enum rc
application_act_again(struct ctx *x)
{
	bool second = x->in.v[F_STEP].i == STEP_CHECK && x->problems.n == 0;
	struct application a;
	enum case_act act;
	enum rc rc;

	if ((rc = act_load(x, &a, &act)) != RC_OK)
		return rc;
	typed_show(x);
	if ((rc = kept_show(x)) != RC_OK)
		return rc;
	if (x->reply.status == 409) {
		view_int(x->page, "Page.Form.version", a.version);
	} else if (second && has_letter(act)) {
		x->reply.status = 200;
		if ((rc = letter_preview(x, &a, act)) != RC_OK)
			return rc;
	} else if (x->in.v[F_BODY].given) {
		letter_typed_show(x, case_act_rule(act)->letter);
	}
	return dialog(x, &a, act);
}

static enum rc
letter_send(struct ctx *x, const struct application *a,
    const struct case_deed *d, int64_t event)
{
	const char *kind = case_act_rule(d->act)->letter;
	struct act_letter l;
	struct letter sent;
	int64_t id;
	enum rc rc;

	if ((rc = act_letter_typed(x, kind, x->in.v[F_TITLE].s,
	    x->in.v[F_BODY].s, &l)) != RC_OK ||
	    (rc = act_letter_store(x, a, &l, true, 0, event,
	    letter_kind_for_applicant(kind) ? "" : d->organ, &id)) != RC_OK)
		return rc;
	return letter_issue(x->db, &x->actor, id, &sent, x->mem);
}

static enum rc
perform(struct ctx *x, const struct application *a, struct case_deed *d)
{
	int64_t event, *ids;
	enum rc rc;

	if ((rc = application_act_files(x, "correction", &x->in.v[F_KEPT],
	    &x->in.v[F_FILE], &d->n_files, &ids)) != RC_OK)
		return rc;
	d->file = ids;
	if ((rc = case_do(x->db, &x->actor, d, &event, &x->problems, x->mem))
	    != RC_OK || !has_letter(d->act))
		return rc;
	if (x->in.v[F_STEP].i == STEP_CHECK)
		return RC_INVALID;	/* undone; the letter is shown */
	return letter_send(x, a, d, event);
}

/* The amount from pages or from the number of this month, typed again. */
static enum rc
fee_show(struct ctx *x, const struct application *a)
{
	int64_t count = x->in.v[F_COUNT].i;
	int64_t fee = strcmp(x->in.v[F_BY].s, "piece") == 0 ?
	    fee_piece(count) : fee_pages(count);

	typed_show(x);
	view_int(x->page, "Page.Form.amount", fee);
	view_flag(x->page, "Page.Form.Counted", 1);
	if (fee == 0)
		view_flag(x->page, "Page.Form.Free", 1);
	return dialog(x, a, ACT_FEE_NOTICE);
}

enum rc
application_act_run(struct ctx *x)
{
	struct application a;
	struct case_deed d;
	enum case_act act;
	enum rc rc;

	if ((rc = act_load(x, &a, &act)) != RC_OK)
		return rc;
	if (act == ACT_DRAFT_REPLY || act == ACT_RELEASE_REPLY)
		return RC_NOT_FOUND;
	if (x->in.v[F_STEP].i == STEP_FEE && act == ACT_FEE_NOTICE)
		return fee_show(x, &a);
	if (x->in.v[F_STEP].i == STEP_BACK) {
		typed_show(x);
		return dialog(x, &a, act);
	}
	d = deed_of(x, &a, act);
	if ((rc = perform(x, &a, &d)) != RC_OK)
		return rc;
	return go(x, "/gkht/applications/%lld?done=%s", (long long)a.id,
	    case_act_key(act));
}

/*
 * application_paper.c - 出具文书: the papers that go with a consultation and
 * change no state.  What it is about is typed, then the letter is shown for
 * correction, then it is issued.
 */
#include <string.h>

#include "core/case_paper.h"
#include "gkht/application_act_letter.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/pages.h"
#include "web/message_case.h"

enum { W_VERSION, W_STEP, W_EVENT, W_TEXT, W_TITLE, W_BODY };
enum { STEP_CHECK, STEP_DO, STEP_BACK };

static const char *const steps[] = { "check", "do", "back", NULL };

const struct field application_write_fields[] = {
	[W_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[W_STEP] = { "step", KIND_CHOICE, REQUIRED, 0, steps },
	[W_EVENT] = { "event", KIND_ID, REQUIRED, 0, NULL },
	[W_TEXT] = { "text", KIND_LINES, 0, APPLICATION_TEXT_MAX, NULL },
	[W_TITLE] = { "title", KIND_LINE, 0, 100, NULL },
	[W_BODY] = { "body", KIND_MARKUP, 0, 20000, NULL },
	{ 0 }
};

struct paper {
	const char *kind;
	struct application a;
	struct case_events events;
};

static enum rc
load(struct ctx *x, struct paper *p)
{
	const char *open[CASE_PAPERS_MAX];
	enum rc rc;
	int n;

	if ((rc = applications_load(x, &p->a)) != RC_OK ||
	    (rc = case_events(x->db, p->a.id, false, &p->events, x->mem))
	    != RC_OK)
		return rc;
	n = case_papers(&p->a, &p->events, case_by_role(x->me->role), open);
	for (int i = 0; i < n; i++)
		if (strcmp(open[i], x->arg[1]) == 0) {
			p->kind = open[i];
			return RC_OK;
		}
	return RC_NOT_FOUND;
}

/* The consultations that it may be about. */
static void
consults_show(struct ctx *x, const struct paper *p)
{
	for (int i = 0; i < p->events.n; i++) {
		const struct case_event *e = &p->events.v[i];
		struct node *n;

		if (case_paper_about(&p->events, p->kind, e->id) == NULL)
			continue;
		n = view_item(x->page, "Page.Consults");
		view_int(n, "Id", e->id);
		view_set(n, "Kind", message_case_act(e->act));
		view_set(n, "Organ", e->organ);
		view_set(n, "Until", applications_date(x->mem, e->until));
	}
}

static enum rc
dialog(struct ctx *x, const struct paper *p)
{
	struct node *at = view_child(x->page, "Page.Write");

	view_flag(x->page, "Page.Write", 1);
	view_flag(x->page, "Page.Dialog", 1);
	view_set(at, "Kind", p->kind);
	view_set(at, "Name", message_letter(p->kind));
	consults_show(x, p);
	return application_case_show(x, &p->a);
}

enum rc
application_write_ask(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");
	struct paper p;
	enum rc rc;

	if ((rc = load(x, &p)) != RC_OK)
		return rc;
	view_int(form, "version", p.a.version);
	view_int(form, "event",
	    case_paper_about(&p.events, p.kind, 0)->id);
	return dialog(x, &p);
}

static void
typed_show(struct ctx *x, const struct paper *p)
{
	struct node *form = view_child(x->page, "Page.Form");

	for (int i = W_VERSION; i <= W_TEXT; i++)
		view_set(form, application_write_fields[i].name,
		    x->in.v[i].raw);
	if (x->reply.status == 409)
		view_int(form, "version", p->a.version);
}

enum rc
application_write_again(struct ctx *x)
{
	struct node *at = view_child(x->page, "Page.Letter");
	struct paper p;
	enum rc rc;

	if ((rc = load(x, &p)) != RC_OK)
		return rc;
	typed_show(x, &p);
	if (x->in.v[W_BODY].given) {
		view_flag(x->page, "Page.Letter", 1);
		view_set(at, "Title", x->in.v[W_TITLE].raw);
		view_set(at, "Text", x->in.v[W_BODY].raw);
	}
	return dialog(x, &p);
}

static enum rc
proposed(struct ctx *x, const struct paper *p, const struct case_event *about)
{
	struct act_letter l;
	struct node *values, *at;
	enum rc rc;

	if ((rc = act_letter_values(x, &p->a, p->kind, &values)) != RC_OK)
		return rc;
	at = view_child(values, "Letter");
	view_flag(at, "Third", about->act == ACT_CONSULT_THIRD);
	view_flag(at, "Choice", strcmp(p->kind, "third_decision") == 0);
	applications_day(at, "Asked", about->day);
	applications_day(at, "Until", about->until);
	act_letter_lines(x, at, "Asks", about->text);
	act_letter_lines(x, at, "Lines", x->in.v[W_TEXT].s);
	if ((rc = act_letter_make(x, p->kind, values, &l)) != RC_OK)
		return rc;
	act_letter_show(x, &l);
	return dialog(x, p);
}

/* The next step: the letter as its template says it. */
static enum rc
check(struct ctx *x, const struct paper *p)
{
	const struct case_event *about = case_paper_about(&p->events, p->kind,
	    x->in.v[W_EVENT].i);

	if (about == NULL)
		return refuse(x, "event", PROBLEM_NOT_CHOICE);
	if (strcmp(p->kind, "third_decision") == 0 &&
	    !x->in.v[W_TEXT].given)
		return refuse(x, "text", PROBLEM_MISSING);
	return proposed(x, p, about);
}

static enum rc
issue(struct ctx *x, const struct paper *p)
{
	struct act_letter l;
	struct letter out = { .event = x->in.v[W_EVENT].i };
	const char *word;
	enum rc rc;

	if ((rc = act_letter_typed(x, p->kind, x->in.v[W_TITLE].s,
	    x->in.v[W_BODY].s, &l)) != RC_OK ||
	    (rc = act_letter_signed(x, &p->a, &l, &out, &word)) != RC_OK ||
	    (rc = case_paper_issue(x->db, &x->actor, p->a.id,
	    x->in.v[W_VERSION].i, &out, word, &x->problems, x->mem)) != RC_OK)
		return rc;
	return go(x, "/gkht/applications/%lld?done=paper",
	    (long long)p->a.id);
}

enum rc
application_write_run(struct ctx *x)
{
	struct paper p;
	enum rc rc;

	if ((rc = load(x, &p)) != RC_OK)
		return rc;
	if (x->in.v[W_STEP].i == STEP_DO)
		return issue(x, &p);
	typed_show(x, &p);
	return x->in.v[W_STEP].i == STEP_BACK ? dialog(x, &p) :
	    check(x, &p);
}

/* application_case.c - the page of one application: what is asked, by whom
 * (masked), what happened, how long there is, what can be done. */
#include <string.h>

#include "core/answered.h"
#include "core/case_repeat.h"
#include "core/case_reply.h"
#include "core/case_result.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "richtext/sanitize.h"
#include "web/message_case.h"

enum { C_DONE };

const struct field application_case_fields[] = {
	[C_DONE] = { "done", KIND_TOKEN, 0, 40, NULL },
	{ 0 }
};

static void
wish_show(struct ctx *x, const struct application *a)
{
	struct node *at = view_child(x->page, "Page.Case.Asked");

	view_set(at, "Name", a->wish.name);
	view_set(at, "DocNo", a->wish.doc_no);
	view_set(at, "Description", a->wish.description);
	view_set(at, "Delivery", message_delivery(a->wish.delivery));
	view_set(at, "Carrier", message_carrier(a->wish.carrier));
	view_flag(at, "OtherWays", a->wish.other_ways);
	view_set(at, "Assistance",
	    message_assistance(a->wish.assistance));
}

static void
facts_show(struct ctx *x, const struct application *a)
{
	struct node *at = view_child(x->page, "Page.Case");
	const struct case_facts *f = &a->facts;

	view_set(at, "Submitted", clock_show(x->mem, a->submitted));
	view_set(at, "ClosedAt", clock_show(x->mem, a->closed));
	view_flag(at, "FourEyes", f->four_eyes);
	view_flag(at, "ExtensionAsked", f->extension_asked);
	view_int(at, "ExtensionDays", f->extension_days);
	view_flag(at, "Delivered", f->delivered);
	view_flag(at, "OpenAnswer", a->open_answer);
	view_flag(at, "PublicAnswer", a->public_answer);
	if (case_may(a, case_by_role(x->me->role), ACT_ASK_CORRECTION))
		view_set(at, "CorrectionLast",
		    applications_date(x->mem, f->correction_last));
}

/* What the case waits for stands before what one may also do. */
static bool
is_next(const struct application *a, enum case_act act)
{
	return act == ACT_CONFIRM || act == ACT_RELEASE_REPLY ||
	    act == ACT_APPROVE_EXTENSION || act == ACT_CONSULT_REPLY ||
	    act == ACT_CORRECT || act == ACT_FEE_PAID ||
	    act == ACT_REASONS_GIVEN || act == ACT_RESUME ||
	    (act == ACT_DRAFT_REPLY && a->state == CASE_OPEN);
}

static void
acts_show(struct ctx *x, const struct application *a)
{
	enum case_act acts[ACT__MAX];
	int n = case_acts(a, case_by_role(x->me->role), acts, ACT__MAX);

	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < n; i++) {
			struct node *b;

			if (is_next(a, acts[i]) != (pass == 0))
				continue;
			b = view_item(x->page, "Page.Acts");
			view_set(b, "Key", case_act_key(acts[i]));
			view_set(b, "Text", message_case_act(acts[i]));
			view_flag(b, "First", pass == 0);
		}
}

static enum rc
answer_show(struct ctx *x, const struct application *a)
{
	struct node *at = view_child(x->page, "Page.Answer");
	const struct case_result *r;
	struct case_reply reply;
	enum rc rc;

	rc = case_reply_get(x->db, a->id, &reply, x->mem);
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	r = case_result_get(reply.result);
	view_flag(x->page, "Page.Answer", 1);
	view_set(at, "Result", r != NULL ? r->short_label : "");
	view_set(at, "Article", r != NULL ? r->article : "");
	view_set(at, "Note", reply.note);
	view_set(at, "DraftedBy", reply.drafted_by);
	view_set(at, "Drafted", clock_show(x->mem, reply.drafted));
	view_set(at, "ReleasedBy", reply.released_by);
	view_set(at, "Released", clock_show(x->mem, reply.released));
	view_set(at, "Returned", reply.returned);
	return RC_OK;
}

static enum rc
repeat_show(struct ctx *x, const struct application *a)
{
	struct node *at = view_child(x->page, "Page.Repeat");
	struct case_repeat r;
	enum rc rc;

	if ((rc = case_repeat_find(x->db, a, &r, x->mem)) != RC_OK)
		return rc;
	view_int(at, "Month", r.month);
	view_flag(at, "Many", r.month > 10);
	if (r.n_same > 0)
		view_int(at, "Same", r.n_same);
	if (r.n_others > 0)
		view_int(at, "Others", r.n_others);
	view_flag(at, "Propose", r.propose);
	for (int i = 0; i < r.n; i++) {
		const struct case_result *done = case_result_get(r.v[i].result);
		struct node *n = view_item(x->page, "Page.Similar");

		view_int(n, "Id", r.v[i].id);
		view_set(n, "Number", r.v[i].number);
		view_set(n, "Name", r.v[i].name);
		view_set(n, "State", message_case_state(r.v[i].state));
		view_set(n, "Result", done != NULL ? done->short_label : "");
		view_flag(n, "Same", r.v[i].same_applicant);
		view_int(n, "Likeness", r.v[i].likeness);
	}
	return RC_OK;
}

/* What is public already and fits: looked for while it can still help. */
static enum rc
answers_show(struct ctx *x, const struct application *a)
{
	struct answereds found;
	const char *words = arena_printf(x->mem, "%s %s", a->wish.name,
	    a->wish.description);
	enum rc rc;

	if (case_state_closed(a->state) || a->purged)
		return RC_OK;
	if ((rc = answered_find(x->db, 0, words, &found, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < found.n; i++) {
		struct node *n = view_item(x->page, "Page.Answers");

		view_set(n, "Title", found.v[i].title);
		view_set(n, "Path", found.v[i].path);
		view_set(n, "Unit", found.v[i].unit_name);
		view_html(n, "SnippetHtml",
		    sanitize_marked(found.v[i].snippet, x->mem));
	}
	return RC_OK;
}

enum rc
application_case_fill(struct ctx *x, const struct application *a)
{
	enum rc rc;

	frame_menu(x, x->me->role == ROLE_ADMIN ? "extensions" :
	    "applications");
	applications_head(view_child(x->page, "Page.Case"), a, x->mem);
	wish_show(x, a);
	facts_show(x, a);
	acts_show(x, a);
	application_case_clock(x, a);
	if ((rc = application_case_events(x, a)) != RC_OK ||
	    (rc = answer_show(x, a)) != RC_OK ||
	    (rc = repeat_show(x, a)) != RC_OK ||
	    (rc = answers_show(x, a)) != RC_OK)
		return rc;
	return RC_OK;
}

enum rc
application_case_show(struct ctx *x, const struct application *a)
{
	enum rc rc = application_case_fill(x, a);

	return rc == RC_OK ? show(x, "gkht/application.cs") : rc;
}

enum rc
application_case_page(struct ctx *x)
{
	struct application a;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Deed", x->in.v[C_DONE].s);
	return application_case_show(x, &a);
}

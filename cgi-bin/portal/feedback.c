/* feedback.c - 找错: reporting an error in a page, and the answer. */
#include "base/clock.h"
#include "core/feedback.h"
#include "portal/pages.h"
#include "portal/question.h"
#include "portal/robot.h"

#define NUMBER_MAX 60
#define CODE_TYPED 80

enum { G_PAGE };
const struct field feedback_fields[] = {
	[G_PAGE] = { "page", KIND_LINE, 0, FEEDBACK_PAGE_MAX, NULL },
	{ 0 }
};

enum { F_PAGE, F_WORDS, F_CONTACT, F_SINCE, F_TRAP, F_ASK, F_ANSWER };
const struct field feedback_send_fields[] = {
	[F_PAGE] = { "page", KIND_LINE, 0, FEEDBACK_PAGE_MAX, NULL },
	[F_WORDS] = { "words", KIND_LINES, REQUIRED, FEEDBACK_WORDS_MAX,
	    NULL },
	[F_CONTACT] = { "contact", KIND_LINE, 0, FEEDBACK_CONTACT_MAX, NULL },
	[F_SINCE] = { "since", KIND_TOKEN, 0, 100, NULL },
	[F_TRAP] = { "website", KIND_LINE, 0, 200, NULL },
	[F_ASK] = { "ask", KIND_TOKEN, 0, QUESTION_TOKEN, NULL },
	[F_ANSWER] = { "answer", KIND_LINE, 0, QUESTION_ANSWER, NULL },
	{ 0 }
};

enum { Q_NUMBER, Q_CODE };
const struct field feedback_query_fields[] = {
	[Q_NUMBER] = { "number", KIND_LINE, REQUIRED, NUMBER_MAX, NULL },
	[Q_CODE] = { "code", KIND_SECRET, REQUIRED, CODE_TYPED, NULL },
	{ 0 }
};

/* A path of this site; anything else is no page of ours. */
static const char *
page_of(const struct ctx *x, const char *typed)
{
	return route_is_ours(x->program, typed) ? typed : "";
}

static enum rc
page(struct ctx *x, const char *template)
{
	x->reply.no_store = true;
	return show(x, template);
}

enum rc
feedback_show(struct ctx *x)
{
	view_set(x->page, "Page.Form.page", page_of(x, x->in.v[G_PAGE].s));
	view_set(x->page, "Page.Since", robot_since(x));
	return page(x, "portal/feedback.cs");
}

enum rc
feedback_again(struct ctx *x)
{
	view_set(x->page, "Page.Form.page", page_of(x, x->in.v[F_PAGE].raw));
	view_set(x->page, "Page.Form.words", x->in.v[F_WORDS].raw);
	view_set(x->page, "Page.Form.contact", x->in.v[F_CONTACT].raw);
	view_set(x->page, "Page.Since", robot_since(x));
	if (problem_of(&x->problems, "answer") != PROBLEM_NONE)
		question_put(x);
	return page(x, "portal/feedback.cs");
}

enum rc
feedback_send(struct ctx *x)
{
	const struct value *v = x->in.v;
	struct feedback_new n = {
		.page = page_of(x, v[F_PAGE].s), .words = v[F_WORDS].s,
		.contact = v[F_CONTACT].s, .once = v[F_SINCE].s,
	};
	char *number, *code;
	enum rc rc;

	if ((rc = robot_check(x, &(struct robot_form){ .proof = "",
	    .since = v[F_SINCE].s, .trap = v[F_TRAP].s, .ask = v[F_ASK].s,
	    .answer = v[F_ANSWER].s })) != RC_OK ||
	    (rc = feedback_add(x->db, &n, x->req->address, &number, &code,
	    &x->problems, x->mem)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Number", number);
	view_set(x->page, "Page.Code", code);
	view_set(x->page, "Page.Back", n.page);
	return page(x, "portal/feedback_done.cs");
}

enum rc
feedback_status_show(struct ctx *x)
{
	return page(x, "portal/feedback_status.cs");
}

enum rc
feedback_status_again(struct ctx *x)
{
	view_set(x->page, "Page.Form.number", x->in.v[Q_NUMBER].raw);
	return page(x, "portal/feedback_status.cs");
}

enum rc
feedback_query(struct ctx *x)
{
	struct node *at;
	struct feedback f;
	enum rc rc;

	if ((rc = robot_slow(x, "code")) != RC_OK)
		return rc;
	rc = feedback_by_code(x->db, x->in.v[Q_NUMBER].s, x->in.v[Q_CODE].s,
	    &f, x->mem);
	if (rc == RC_NOT_FOUND) {
		x->keep = true;		/* the try is counted */
		return refuse(x, "code", PROBLEM_CODE);
	}
	if (rc != RC_OK)
		return rc;
	at = view_child(x->page, "Page.Feedback");
	view_set(at, "Number", f.number);
	view_set(at, "Page", f.page);
	view_set(at, "Words", f.words);
	view_set(at, "Unit", f.unit_name);
	view_set(at, "Received", clock_show(x->mem, f.received));
	view_flag(at, "Open", f.open);
	view_flag(at, "Corrected", f.corrected);
	view_set(at, "Answer", f.answer);
	view_set(at, "Answered", clock_show(x->mem, f.answered));
	return page(x, "portal/feedback_status.cs");
}

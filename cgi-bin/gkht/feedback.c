/* feedback.c - 网站找错: what visitors found wrong in the unit's pages. */
#include "core/feedback.h"
#include "base/clock.h"
#include "gkht/frame.h"
#include "gkht/pages.h"

#define SHOWN 20

static const char *const tabs[] = { "open", "answered", NULL };
static const char *const deeds[] = { "answer", NULL };

enum { L_STATE, L_BEFORE, L_DONE };
const struct field feedback_list_fields[] = {
	[L_STATE] = { "state", KIND_CHOICE, 0, 0, tabs },
	[L_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[L_DONE] = { "done", KIND_CHOICE, 0, 0, deeds },
	{ 0 }
};

enum { A_ANSWER, A_CORRECTED };
const struct field feedback_answer_fields[] = {
	[A_ANSWER] = { "answer", KIND_LINES, REQUIRED, FEEDBACK_ANSWER_MAX,
	    NULL },
	[A_CORRECTED] = { "corrected", KIND_FLAG, 0, 0, NULL },
	{ 0 }
};

static void
fill(struct ctx *x, struct node *at, const struct feedback *f)
{
	view_int(at, "Id", f->id);
	view_set(at, "Number", f->number);
	view_set(at, "Page", f->page);
	if (f->document != 0)
		view_int(at, "Document", f->document);
	view_set(at, "Words", f->words);
	view_set(at, "Received", clock_show(x->mem, f->received));
	view_flag(at, "Open", f->open);
	view_flag(at, "Corrected", f->corrected);
	view_flag(at, "HasContact", f->contact);
	view_set(at, "Answer", f->answer);
	view_set(at, "Answered", clock_show(x->mem, f->answered));
}

enum rc
feedback_list_show(struct ctx *x)
{
	bool open = x->in.v[L_STATE].i != 1;
	struct feedbacks list;
	enum rc rc = feedback_list(x->db, x->me->unit, open,
	    x->in.v[L_BEFORE].i, SHOWN, &list, x->mem);

	if (rc != RC_OK)
		return rc;
	frame_menu(x, "feedback");
	view_flag(x->page, "Page.Open", open);
	view_flag(x->page, "Page.Answered", x->in.v[L_DONE].given);
	if (list.next != 0)
		view_int(x->page, "Page.Next", list.next);
	for (int i = 0; i < list.n; i++)
		fill(x, view_item(x->page, "Page.Rows"), &list.v[i]);
	return show(x, "gkht/feedbacks.cs");
}

static enum rc
one_show(struct ctx *x)
{
	struct feedback f;
	enum rc rc = feedback_get(x->db, x->me->unit, arg_id(x, 0), &f,
	    x->mem);

	if (rc != RC_OK)
		return rc;
	frame_menu(x, "feedback");
	fill(x, view_child(x->page, "Page.Feedback"), &f);
	return show(x, "gkht/feedback.cs");
}

enum rc
feedback_one_show(struct ctx *x)
{
	return one_show(x);
}

enum rc
feedback_answer_again(struct ctx *x)
{
	view_set(x->page, "Page.Form.answer", x->in.v[A_ANSWER].raw);
	view_flag(x->page, "Page.Form.corrected", x->in.v[A_CORRECTED].given);
	return one_show(x);
}

enum rc
feedback_answer_run(struct ctx *x)
{
	enum rc rc = feedback_answer(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[A_ANSWER].s, x->in.v[A_CORRECTED].given, &x->problems,
	    x->mem);

	return rc == RC_OK ? go(x, "/gkht/feedback?done=answer") : rc;
}

/* Seeing how to reach the visitor is a deed, and logged as one. */
enum rc
feedback_contact_show(struct ctx *x)
{
	const char *contact;
	enum rc rc = feedback_contact(x->db, &x->actor, arg_id(x, 0),
	    &contact, x->mem);

	if (rc != RC_OK)
		return rc;
	view_set(x->page, "Page.Contact", contact);
	return one_show(x);
}

/* application_reply_letter.c - the letter of a drafted reply: read, correct,
 * 签发. */
#include "core/case_reply.h"
#include "gkht/application_act_letter.h"
#include "gkht/application_case.h"
#include "gkht/applications.h"
#include "gkht/pages.h"

enum { L_VERSION, L_STEP, L_TITLE, L_BODY };
enum { STEP_SAVE, STEP_RELEASE };

static const char *const steps[] = { "save", "release", NULL };

const struct field application_letter_fields[] = {
	[L_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[L_STEP] = { "step", KIND_CHOICE, REQUIRED, 0, steps },
	[L_TITLE] = { "title", KIND_LINE, REQUIRED, 100, NULL },
	[L_BODY] = { "body", KIND_MARKUP, REQUIRED, 20000, NULL },
	{ 0 }
};

static enum rc
page(struct ctx *x, const struct application *a)
{
	unsigned by = case_by_role(x->me->role);
	struct node *at = view_child(x->page, "Page.Draft");

	view_flag(x->page, "Page.Draft", 1);
	view_flag(x->page, "Page.Dialog", 1);
	view_int(x->page, "Page.Form.version", a->version);
	view_flag(at, "MayRelease", case_may(a, by, ACT_RELEASE_REPLY));
	view_flag(at, "MayReturn", case_may(a, by, ACT_RETURN_REPLY));
	view_flag(at, "MayDraft", case_may(a, by, ACT_DRAFT_REPLY));
	return application_case_show(x, a);
}

enum rc
application_letter_ask(struct ctx *x)
{
	struct application a;
	struct act_letter l = { .kind = "reply" };
	struct letter draft;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	if (a.state != CASE_DRAFTED)
		return go(x, "/gkht/applications/%lld", (long long)a.id);
	if ((rc = act_letter_draft(x, &a, &draft)) != RC_OK)
		return rc;
	l.title = draft.title;
	l.body.html = draft.body;
	l.body.text = draft.text;
	act_letter_show(x, &l);
	return page(x, &a);
}

enum rc
application_letter_again(struct ctx *x)
{
	struct node *at = view_child(x->page, "Page.Letter");
	struct application a;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Letter", 1);
	view_set(at, "Title", x->in.v[L_TITLE].raw);
	view_set(at, "Text", x->in.v[L_BODY].raw);
	return page(x, &a);
}

/* Signed today, then numbered and sent with the act. */
static enum rc
release(struct ctx *x, const struct application *a)
{
	const struct case_deed d = { .application = a->id,
	    .version = x->in.v[L_VERSION].i, .act = ACT_RELEASE_REPLY,
	    .day = DAY_NONE, .until = DAY_NONE };
	int64_t event;

	return case_do(x->db, &x->actor, &d, &event, &x->problems, x->mem);
}

enum rc
application_letter_run(struct ctx *x)
{
	bool out = x->in.v[L_STEP].i == STEP_RELEASE;
	struct application a;
	struct act_letter l;
	struct letter draft;
	int64_t id;
	enum rc rc;

	if ((rc = applications_load(x, &a)) != RC_OK)
		return rc;
	if (a.state != CASE_DRAFTED || a.version != x->in.v[L_VERSION].i)
		return RC_CONFLICT;
	if ((rc = act_letter_draft(x, &a, &draft)) != RC_OK ||
	    (rc = act_letter_typed(x, "reply", x->in.v[L_TITLE].s,
	    x->in.v[L_BODY].s, &l)) != RC_OK ||
	    (rc = act_letter_store(x, &a, &l, out, draft.id, draft.event, "",
	    &id)) != RC_OK ||
	    (out && (rc = release(x, &a)) != RC_OK))
		return rc;
	return go(x, "/gkht/applications/%lld?done=%s", (long long)a.id,
	    out ? "release_reply" : "letter");
}

/* amendment.c - 信息审核 of what administrators changed of published
 * documents, and the lists of what waits and what came back. */
#include <string.h>

#include "core/amendment.h"
#include "gkht/amend.h"
#include "gkht/frame.h"
#include "gkht/moved.h"
#include "gkht/pages.h"
#include "gkht/review_page.h"
#include "gkht/way.h"
#include "web/message_review.h"

enum { S_DONE, S_WAY };
enum { A_RESULT, A_REMARK, A_PHRASE, A_WAY };
enum { RESULT_APPROVE, RESULT_RETURN };

static const char *const deeds[] = {
	"approve", "return", "adopt", "decline", NULL
};
static const char *const results[] = {
	[RESULT_APPROVE] = "approve", [RESULT_RETURN] = "return", NULL
};

const struct field amendment_fields[] = {
	[S_DONE] = { "done", KIND_CHOICE, 0, 0, deeds },
	[S_WAY] = WAY_FIELD,
	{ 0 }
};

const struct field amendment_reply_fields[] = {
	[A_RESULT] = { "result", KIND_CHOICE, REQUIRED, 0, results },
	[A_REMARK] = { "remark", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[A_PHRASE] = { "phrase", KIND_CHOICE, MANY, 0, message_phrases },
	[A_WAY] = WAY_FIELD,
	{ 0 }
};

static void
relation_show(struct node *at, const char *name, const char *text)
{
	if (text != NULL)
		view_set(at, name, text);
}

/* Beside the paper: who wants it, and what stands in its way. */
static enum rc
facts_show(struct ctx *x, const struct amendment *a,
    const struct document *live)
{
	struct node *at = view_child(x->page, "Page.Amendment");
	bool stale = live->version != a->version || workflow_find(live->state,
	    ACTION_AMEND, ROLE_ADMIN) == NULL;

	view_flag(x->page, "Page.Amendment", 1);
	view_int(at, "Id", a->id);
	view_set(at, "Note", a->note);
	view_set(at, "By", a->login);
	view_set(at, "When", clock_show(x->mem, a->at));
	relation_show(at, "Interprets", a->interprets);
	relation_show(at, "Replaces", a->replaces);
	view_flag(at, "Stale", stale);
	view_flag(x->page, "Page.Doc.Can.Approve", a->by != x->me->id);
	return stale ? moved_show(x, live) : RC_OK;
}

static enum rc
screen(struct ctx *x, const struct amendment *a, const struct value *phrases)
{
	struct document d, live;
	enum rc rc;

	if ((rc = amendment_document(x->db, x->me->unit, a, &d, x->mem))
	    != RC_OK ||
	    (rc = document_get(x->db, x->me->unit, a->document, &live,
	    x->mem)) != RC_OK ||
	    (rc = review_page_fill(x, &d, &live.rev, phrases)) != RC_OK ||
	    (rc = facts_show(x, a, &live)) != RC_OK)
		return rc;
	return review_list(x);
}

enum rc
amendment_show(struct ctx *x)
{
	struct amendment a;
	enum rc rc;

	if ((rc = amendment_get(x->db, x->me->unit, arg_id(x, 0), &a, x->mem))
	    != RC_OK)
		return rc;
	if (a.state != AMENDMENT_PENDING)
		return go(x, "/gkht/document/%lld", (long long)a.document);
	if ((rc = screen(x, &a, NULL)) == RC_OK)
		view_set(x->page, "Page.Done", x->in.v[S_DONE].s);
	return rc;
}

/* Decided or taken back meanwhile: there is nothing left to decide. */
enum rc
amendment_again(struct ctx *x)
{
	struct amendment a;
	enum rc rc = amendment_get(x->db, x->me->unit, arg_id(x, 0), &a,
	    x->mem);

	if (rc != RC_OK)
		return rc;
	view_set(x->page, "Page.Form.result", x->in.v[A_RESULT].raw);
	view_set(x->page, "Page.Form.remark", x->in.v[A_REMARK].raw);
	if (a.state == AMENDMENT_PENDING)
		return screen(x, &a, &x->in.v[A_PHRASE]);
	view_set(x->page, "Page.AmendmentOver", a.title);
	return review_list(x);
}

/* What core calls the reason is the remark of this form. */
static void
name_remark(struct problems *p)
{
	for (int k = 0; k < p->n; k++)
		if (strcmp(p->v[k].field, "reason") == 0)
			p->v[k].field = amendment_reply_fields[A_REMARK].name;
}

enum rc
amendment_reply(struct ctx *x)
{
	bool good = x->in.v[A_RESULT].i == RESULT_APPROVE;
	const char *deed = good ? "adopt" : "decline";
	int64_t id = arg_id(x, 0), next;
	enum rc rc = good ?
	    amendment_approve(x->db, &x->actor, id, &x->problems, x->mem) :
	    amendment_return(x->db, &x->actor, id, message_reason(x->mem,
	    &x->in.v[A_PHRASE], x->in.v[A_REMARK].s), &x->problems, x->mem);

	name_remark(&x->problems);
	if (rc != RC_OK ||
	    (rc = amendment_next(x->db, x->me->unit, id, &next)) != RC_OK)
		return rc;
	return next == 0 ? way_go(x, "review", deed, 0) :
	    way_go_on(x, "amendment", next, arena_printf(x->mem, "done=%s",
	    deed));
}

/* 【放弃修改】 */
enum rc
amendment_abandon(struct ctx *x)
{
	enum rc rc = amendment_drop(x->db, &x->actor, arg_id(x, 0), x->mem);

	return rc == RC_OK ? go(x, "/gkht/manage?done=abandon") : rc;
}

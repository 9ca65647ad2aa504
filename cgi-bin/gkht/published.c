/* published.c - 已发布信息维护: 删除, 取消发布 and 信息失效. */
#include "core/relation.h"
#include "gkht/batch.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/published.h"
#include "gkht/rows.h"

enum { P_VERSION, P_REASON, P_SUCCESSOR };

const struct field published_fields[] = {
	[P_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[P_REASON] = { "reason", KIND_LINES, REQUIRED, DOCUMENT_REASON_MAX,
	    NULL },
	[P_SUCCESSOR] = { "successor", KIND_LINES, 0, RELATION_TEXT_MAX,
	    NULL },
	{ 0 }
};

static const struct rows_kind published = {
	"published", { STATE_PUBLISHED, STATE_EXPIRED, STATE_WITHDRAWN }, false, false
};

enum rc
published_fill(struct ctx *x)
{
	frame_menu(x, "published");
	return rows_fill(x, &published);
}

enum rc
published_list(struct ctx *x)
{
	enum rc rc;

	if ((rc = published_fill(x)) != RC_OK ||
	    (rc = unread_note(x)) != RC_OK)
		return rc;
	return show(x, "gkht/published.cs");
}

/* The action of the address, one of the three of this page. */
static enum action
asked(const struct ctx *x)
{
	enum action a = action_of_key(x->arg[1]);

	return a == ACTION_WITHDRAW || a == ACTION_EXPIRE ||
	    a == ACTION_DELETE ? a : ACTION_NONE;
}

/* Serves the first question and, with what was typed, the one after it. */
enum rc
published_ask(struct ctx *x)
{
	bool again = x->req->method == POST;
	enum action action = asked(x);
	struct picks one = { .n = 1 };
	struct document d;
	enum rc rc;

	if (action == ACTION_NONE)
		return RC_NOT_FOUND;
	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	one.v[0] = (struct pick){ d.id, d.version };
	if (again && x->in.v[P_VERSION].i != 0)
		one.v[0].version = x->in.v[P_VERSION].i;
	if ((rc = batch_ask(x, &one, action, arena_printf(x->mem,
	    "published/%lld/%s", (long long)d.id, action_key(action)),
	    "published")) != RC_OK)
		return rc;
	if (again) {
		view_set(x->page, "Page.Form.reason", x->in.v[P_REASON].raw);
		view_set(x->page, "Page.Form.successor",
		    x->in.v[P_SUCCESSOR].raw);
	}
	view_flag(x->page, "Page.Ask.Succeeded", action != ACTION_WITHDRAW);
	view_flag(x->page, "Page.Ask.Single", 1);
	return published_list(x);
}

enum rc
published_run(struct ctx *x)
{
	enum action action = asked(x);
	enum rc rc;

	if (action == ACTION_NONE)
		return RC_NOT_FOUND;
	if ((rc = document_move(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[P_VERSION].i, action, x->in.v[P_REASON].s, &x->problems,
	    x->mem)) != RC_OK)
		return rc;
	if (action != ACTION_WITHDRAW && (rc = relation_succeed(x->db,
	    &x->actor, arg_id(x, 0), x->in.v[P_SUCCESSOR].s, "successor",
	    &x->problems, x->mem)) != RC_OK)
		return rc;
	return go(x, "/gkht/published?done=%s", action_key(action));
}

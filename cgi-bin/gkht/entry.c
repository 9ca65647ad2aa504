/* entry.c - 信息上载: what the clerk's unit has, and 提交 and 删除 of several. */
#include "gkht/batch.h"
#include "gkht/entry.h"
#include "gkht/examine.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/profile.h"
#include "gkht/rows.h"
#include "gkht/way.h"

enum { ACT_NEW, ACT_EDIT, ACT_SUBMIT, ACT_DISCARD };

static const struct rows_kind entries = {
	"entry", { STATE_DRAFT, STATE_SUBMITTED, STATE_APPROVED,
	    STATE_PUBLISHED, STATE_WITHDRAWN, STATE_EXPIRED }, .bulks = true
};

enum rc
entry_fill(struct ctx *x)
{
	frame_menu(x, "entry");
	profile_offer(x);
	return rows_fill(x, &entries);
}

enum rc
entry_list(struct ctx *x)
{
	enum rc rc;

	if ((rc = entry_fill(x)) != RC_OK)
		return rc;
	return show(x, "gkht/entry.cs");
}

/* All moved: back to the list.  Some not: the list says which and why. */
static enum rc
batch_done(struct ctx *x, const struct picks *picks, enum action action)
{
	int done;
	enum rc rc;

	if ((rc = batch_run(x, picks, action, "", &done)) != RC_OK)
		return rc;
	if (done == picks->n)
		return way_go(x, "entry", action_key(action), done);
	view_set(x->page, "Page.FailedAct", action_key(action));
	view_int(x->page, "Page.Moved", done);
	x->reply.status = 409;
	return entry_list(x);
}

enum rc
entry_batch(struct ctx *x)
{
	struct picks picks;
	enum rc rc;

	if (x->in.v[B_ACT].i == ACT_NEW)
		return go(x, "/gkht/entry/new");
	batch_picks(x, &picks);
	if ((rc = x->in.v[B_ACT].i == ACT_SUBMIT ? batch_begin(x, &picks) :
	    route_write(x)) != RC_OK)
		return rc;
	if (picks.n == 0)
		return refuse(x, "pick", PROBLEM_MISSING);
	switch (x->in.v[B_ACT].i) {
	case ACT_EDIT:
		return way_go_on(x, "entry", picks.v[0].id, "");
	case ACT_SUBMIT:
		return batch_done(x, &picks, ACTION_SUBMIT);
	case ACT_DISCARD:
		if (x->in.v[B_CONFIRM].given)
			return batch_done(x, &picks, ACTION_DISCARD);
		if ((rc = batch_ask(x, &picks, ACTION_DISCARD, "entry",
		    "entry")) != RC_OK)
			return rc;
		return entry_list(x);
	default:
		return refuse(x, "act", PROBLEM_NOT_CHOICE);
	}
}

static enum rc
one(struct ctx *x, enum action action)
{
	enum rc rc = document_move(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[O_VERSION].i, action, "", &x->problems, x->mem);

	return rc == RC_OK ? way_go(x, "entry", action_key(action), 0) :
	    rc;
}

enum rc
entry_submit(struct ctx *x)
{
	struct examined files = { 0 };
	struct document d;
	enum rc rc;

	if ((rc = examine_ahead_of(x, arg_id(x, 0), &files)) != RC_OK ||
	    (rc = examine_write(x, &files)) != RC_OK ||
	    (rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK || (rc = examine_once(x, &d)) != RC_OK)
		return rc;
	return one(x, ACTION_SUBMIT);
}

enum rc
entry_discard(struct ctx *x)
{
	return one(x, ACTION_DISCARD);
}

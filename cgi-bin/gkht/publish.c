/* publish.c - 信息发布: what passed, and 是否确认 before it is public. */
#include "core/lateness.h"
#include "core/plan.h"
#include "gkht/batch.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/publish.h"
#include "gkht/rows.h"

enum { K_ACT };
enum { P_VERSION, P_ACT, P_REASON, P_WHEN, P_DAY, P_TIME };
enum { WHEN_NOW, WHEN_LATER, WHEN_NONE };

static const char *const acts[] = { "publish", "return", NULL };
static const char *const whens[] = { "now", "later", "none", NULL };

const struct field publish_ask_fields[] = {
	[K_ACT] = { "act", KIND_CHOICE, 0, 0, acts },
	{ 0 }
};

const struct field publish_fields[] = {
	[P_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[P_ACT] = { "act", KIND_CHOICE, REQUIRED, 0, acts },
	[P_REASON] = { "reason", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[P_WHEN] = { "when", KIND_CHOICE, 0, 0, whens },
	[P_DAY] = { "day", KIND_LINE, 0, 10, NULL },
	[P_TIME] = { "time", KIND_LINE, 0, 5, NULL },
	{ 0 }
};

static const struct rows_kind approved = {
	"publish", { STATE_APPROVED }, .plans = true
};

enum rc
publish_fill(struct ctx *x)
{
	frame_menu(x, "publish");
	return rows_fill(x, &approved);
}

enum rc
publish_list(struct ctx *x)
{
	enum rc rc;

	if ((rc = publish_fill(x)) != RC_OK)
		return rc;
	return show(x, "gkht/publish.cs");
}

enum rc
publish_batch(struct ctx *x)
{
	struct picks picks;
	int done;
	enum rc rc;

	batch_picks(x, &picks);
	if (picks.n == 0)
		return refuse(x, "pick", PROBLEM_MISSING);
	if (!x->in.v[B_CONFIRM].given) {
		if ((rc = batch_ask(x, &picks, ACTION_PUBLISH, "publish",
		    "publish")) != RC_OK)
			return rc;
		return publish_list(x);
	}
	if ((rc = batch_run(x, &picks, ACTION_PUBLISH, "",
	    &done)) != RC_OK)
		return rc;
	if (done == picks.n)
		return go(x, "/gkht/publish?done=publish&count=%d", done);
	view_int(x->page, "Page.Moved", done);
	x->reply.status = 409;
	return publish_list(x);
}

static enum rc
ask_page(struct ctx *x, enum action action, int64_t version)
{
	struct picks one = { .n = 1 };
	struct document d;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	one.v[0] = (struct pick){ d.id, version != 0 ? version : d.version };
	if ((rc = batch_ask(x, &one, action, arena_printf(x->mem,
	    "publish/%lld", (long long)d.id), "publish")) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Ask.Single", 1);
	view_flag(x->page, "Page.Ask.Timed", action == ACTION_PUBLISH);
	view_set(x->page, "Page.Ask.Today", day_text(x->mem, clock_today()));
	if ((rc = rows_plan(x, view_child(x->page, "Page.Ask"), d.id))
	    != RC_OK)
		return rc;
	return publish_list(x);
}

enum rc
publish_ask(struct ctx *x)
{
	return ask_page(x, x->in.v[K_ACT].i == 1 ? ACTION_RETURN :
	    ACTION_PUBLISH, 0);
}

enum rc
publish_again(struct ctx *x)
{
	view_set(x->page, "Page.Form.reason", x->in.v[P_REASON].raw);
	if (problem_of(&x->problems, "reason") == PROBLEM_LATE)
		view_flag(x->page, "Page.Ask.Late", 1);
	view_set(x->page, "Page.Form.when", x->in.v[P_WHEN].raw);
	view_set(x->page, "Page.Form.day", x->in.v[P_DAY].raw);
	view_set(x->page, "Page.Form.time", x->in.v[P_TIME].raw);
	return ask_page(x, x->in.v[P_ACT].i == 1 ? ACTION_RETURN :
	    ACTION_PUBLISH, x->in.v[P_VERSION].i);
}

/* 定时发布, and taking it back. */
static enum rc
run_plan(struct ctx *x)
{
	day_t day;
	bool later = x->in.v[P_WHEN].i == WHEN_LATER;
	enum rc rc = later ? plan_set(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[P_VERSION].i, x->in.v[P_DAY].s, x->in.v[P_TIME].s,
	    &x->problems, x->mem) :
	    plan_cancel(x->db, &x->actor, arg_id(x, 0), x->mem);

	if (rc == RC_OK && later && day_parse(x->in.v[P_DAY].s, &day))
		rc = lateness_excuse(x->db, &x->actor, arg_id(x, 0), day,
		    x->in.v[P_REASON].s, &x->problems, x->mem);
	return rc != RC_OK ? rc : go(x, "/gkht/publish?done=%s",
	    later ? "plan" : "unplan");
}

enum rc
publish_run(struct ctx *x)
{
	enum action action = action_of_key(x->in.v[P_ACT].s);
	enum rc rc;

	if (action == ACTION_PUBLISH && x->in.v[P_WHEN].given &&
	    x->in.v[P_WHEN].i != WHEN_NOW)
		return run_plan(x);
	if ((rc = document_move(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[P_VERSION].i, action, x->in.v[P_REASON].s, &x->problems,
	    x->mem)) != RC_OK)
		return rc;
	return go(x, "/gkht/publish?done=%s", action_key(action));
}

/* publish.c - 信息发布: what passed, and 是否确认 before it is public. */
#include "core/plan.h"
#include "gkht/batch.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/publish.h"
#include "gkht/review_page.h"
#include "gkht/rows.h"
#include "gkht/way.h"
#include "web/message_review.h"

enum { K_ACT, K_WAY };
enum { P_VERSION, P_ACT, P_PHRASE, P_REASON, P_WHEN, P_DAY, P_TIME, P_WAY };

static const char *const acts[] = { "publish", "return", NULL };

const struct field publish_ask_fields[] = {
	[K_ACT] = { "act", KIND_CHOICE, 0, 0, acts },
	[K_WAY] = WAY_FIELD,
	{ 0 }
};

const struct field publish_fields[] = {
	[P_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[P_ACT] = { "act", KIND_CHOICE, REQUIRED, 0, acts },
	[P_PHRASE] = { "phrase", KIND_CHOICE, MANY, 0, message_phrases },
	[P_REASON] = { "reason", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[P_WHEN] = { "when", KIND_CHOICE, 0, 0, batch_whens },
	[P_DAY] = { "day", KIND_LINE, 0, 10, NULL },
	[P_TIME] = { "time", KIND_LINE, 0, 5, NULL },
	[P_WAY] = WAY_FIELD,
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

static enum rc
ask_several(struct ctx *x, const struct picks *picks)
{
	struct plan plan;
	enum rc rc = batch_ask(x, picks, ACTION_PUBLISH, "publish", "publish");

	view_flag(x->page, "Page.Ask.Timed", 1);
	view_set(x->page, "Page.Ask.Today", day_text(x->mem, clock_today()));
	for (int i = 0; rc == RC_OK && i < picks->n; i++) {
		rc = plan_get(x->db, picks->v[i].id, &plan, x->mem);
		if (rc == RC_OK)
			view_flag(x->page, "Page.Ask.Planned", 1);
		else if (rc == RC_NOT_FOUND)
			rc = RC_OK;
	}
	return rc != RC_OK ? rc : publish_list(x);
}

static enum rc
publish_or_plan(struct ctx *x, const struct pick *k, const char *reason,
    struct problems *p)
{
	const struct value *v = x->in.v;
	struct plan_wish wish = { v[B_DAY].s, v[B_TIME].s, reason };

	if (v[B_WHEN].given && v[B_WHEN].i == WHEN_NONE)
		return plan_cancel(x->db, &x->actor, k->id, x->mem);
	if (v[B_WHEN].given && v[B_WHEN].i == WHEN_LATER)
		return plan_set(x->db, &x->actor, k->id, k->version, &wish, p,
		    x->mem);
	return document_move(x->db, &x->actor, k->id, k->version,
	    ACTION_PUBLISH, reason, p, x->mem);
}

/* The reason is for those that have none of their own yet. */
static enum rc
publish_one(struct ctx *x, const struct pick *k, void *arg)
{
	struct problems p = { 0 };
	struct document d;
	enum rc rc = document_get(x->db, x->me->unit, k->id, &d, x->mem);

	(void)arg;
	if (rc != RC_OK)
		return rc;
	rc = publish_or_plan(x, k, *d.late_reason != '\0' ? "" :
	    x->in.v[B_REASON].s, &p);
	if (x->problems.n == 0)
		x->problems = p;
	return rc;
}

static const char *
done_key(const struct value *when)
{
	if (!when->given || when->i == WHEN_NOW)
		return "publish";
	return when->i == WHEN_LATER ? "plan" : "unplan";
}

enum rc
publish_batch(struct ctx *x)
{
	const char *key = done_key(&x->in.v[B_WHEN]);
	struct picks picks;
	int done;
	enum rc rc;

	batch_picks(x, &picks);
	if (picks.n == 0)
		return refuse(x, "pick", PROBLEM_MISSING);
	if (!x->in.v[B_CONFIRM].given)
		return ask_several(x, &picks);
	if ((rc = batch_each(x, &picks, publish_one, NULL, &done)) != RC_OK)
		return rc;
	if (x->problems.n > 0)	/* one form for all: asked again, none done */
		return RC_INVALID;
	if (done == picks.n)
		return way_go(x, "publish", key, done);
	view_int(x->page, "Page.Moved", done);
	view_set(x->page, "Page.MovedHow", key);
	x->reply.status = 409;
	return publish_list(x);
}

static void
show_typed(struct ctx *x, int reason, int when, int day, int time)
{
	const struct value *v = x->in.v;

	view_set(x->page, "Page.Form.reason", v[reason].raw);
	view_set(x->page, "Page.Form.when", v[when].raw);
	view_set(x->page, "Page.Form.day", v[day].raw);
	view_set(x->page, "Page.Form.time", v[time].raw);
	if (problem_of(&x->problems, "reason") == PROBLEM_LATE)
		view_flag(x->page, "Page.Ask.Late", 1);
}

enum rc
publish_batch_again(struct ctx *x)
{
	struct picks picks;

	batch_picks(x, &picks);
	if (picks.n == 0 || !x->in.v[B_CONFIRM].given)
		return publish_list(x);
	show_typed(x, B_REASON, B_WHEN, B_DAY, B_TIME);
	return ask_several(x, &picks);
}

/* phrases: NULL before any were chosen. */
static enum rc
ask_page(struct ctx *x, enum action action, int64_t version,
    const struct value *phrases)
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
	if (action == ACTION_RETURN)
		review_page_phrases(x, phrases);
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
	    ACTION_PUBLISH, 0, NULL);
}

enum rc
publish_again(struct ctx *x)
{
	show_typed(x, P_REASON, P_WHEN, P_DAY, P_TIME);
	return ask_page(x, x->in.v[P_ACT].i == 1 ? ACTION_RETURN :
	    ACTION_PUBLISH, x->in.v[P_VERSION].i, &x->in.v[P_PHRASE]);
}

/* 定时发布, and taking it back. */
static enum rc
run_plan(struct ctx *x)
{
	const struct value *v = x->in.v;
	struct plan_wish wish = { v[P_DAY].s, v[P_TIME].s, v[P_REASON].s };
	bool later = v[P_WHEN].i == WHEN_LATER;
	enum rc rc = later ? plan_set(x->db, &x->actor, arg_id(x, 0),
	    v[P_VERSION].i, &wish, &x->problems, x->mem) :
	    plan_cancel(x->db, &x->actor, arg_id(x, 0), x->mem);

	if (rc == RC_GONE)
		return way_go(x, "publish", "unplanned", 0);
	return rc != RC_OK ? rc : way_go(x, "publish", later ? "plan" :
	    "unplan", 0);
}

enum rc
publish_run(struct ctx *x)
{
	enum action action = action_of_key(x->in.v[P_ACT].s);
	const char *reason = action != ACTION_RETURN ? x->in.v[P_REASON].s :
	    message_reason(x->mem, &x->in.v[P_PHRASE], x->in.v[P_REASON].s);
	enum rc rc;

	if (action == ACTION_PUBLISH && x->in.v[P_WHEN].given &&
	    x->in.v[P_WHEN].i != WHEN_NOW)
		return run_plan(x);
	if ((rc = document_move(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[P_VERSION].i, action, reason, &x->problems, x->mem)) !=
	    RC_OK)
		return rc;
	return way_go(x, "publish", action_key(action), 0);
}

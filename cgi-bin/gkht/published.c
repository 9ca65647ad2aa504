/* published.c - 已发布信息维护: 删除, 取消发布, 信息失效 and 废止, of one or
 * several. */
#include <string.h>

#include "core/relation.h"
#include "gkht/batch.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/published.h"
#include "gkht/rows.h"
#include "gkht/way.h"
#include "web/message_review.h"

enum { P_VERSION, P_REASON, P_CAUSE, P_SUCCESSOR, P_PREVIEW, P_WAY };

/* cause: a reason from the list; reason: own words, besides or instead. */
const struct field published_fields[] = {
	[P_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[P_REASON] = { "reason", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[P_CAUSE] = { "cause", KIND_CHOICE, 0, 0, message_causes },
	[P_SUCCESSOR] = { "successor", KIND_LINES, 0, RELATION_TEXT_MAX,
	    NULL },
	[P_PREVIEW] = { "preview", KIND_FLAG, 0, 0, NULL },
	[P_WAY] = WAY_FIELD,
	{ 0 }
};

static const struct rows_kind published = {
	"published", { STATE_PUBLISHED, STATE_EXPIRED, STATE_WITHDRAWN }, .seen = false
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

static bool
is_ours(enum action a)
{
	return a == ACTION_WITHDRAW || a == ACTION_EXPIRE ||
	    a == ACTION_REPEAL || a == ACTION_DELETE;
}

/* The action of the address, one of the four of this page. */
static enum action
asked(const struct ctx *x)
{
	enum action a = action_of_key(x->arg[1]);

	return is_ours(a) ? a : ACTION_NONE;
}

/* The words of the list and one's own. */
static const char *
reason_of(struct ctx *x, const struct value *cause, const struct value *words)
{
	const char *listed = message_cause(cause->given ? cause->i : -1);

	if (*listed == '\0' || *words->s == '\0')
		return *listed != '\0' ? listed : words->s;
	return arena_printf(x->mem, "%s：%s", listed, words->s);
}

static void
causes_show(struct ctx *x, enum action action, const struct value *chosen)
{
	for (int k = 0; message_causes[k] != NULL; k++) {
		struct node *n;

		if (!message_cause_fits(k, action))
			continue;
		n = view_item(x->page, "Page.Ask.Causes");
		view_set(n, "Key", message_causes[k]);
		view_set(n, "Text", message_cause(k));
		view_flag(n, "On", chosen != NULL && chosen->given &&
		    chosen->i == k);
	}
}

/* What was typed, and for the preview as the public will read it. */
static void
typed_show(struct ctx *x, const struct value *cause,
    const struct value *words, const struct value *successor)
{
	view_set(x->page, "Page.Form.reason", words->raw);
	view_set(x->page, "Page.Form.successor", successor->raw);
	view_set(x->page, "Page.Ask.Said", reason_of(x, cause, words));
}

/* Those that are to take the place; RC_INVALID: there are none such, or it
 * is one of those that go. */
static enum rc
find_successors(struct ctx *x, const struct picks *picks, const char *text,
    struct publications *by)
{
	enum rc rc = relation_named(x->db, text, "successor", by,
	    &x->problems, x->mem);

	for (int i = 0; rc == RC_OK && i < by->n; i++)
		for (int k = 0; k < picks->n; k++)
			if (by->v[i].id == picks->v[k].id)
				rc = refuse(x, "successor", PROBLEM_ITSELF);
	return rc;
}

/* What the public will see, with the successors by their names. */
static enum rc
preview_show(struct ctx *x, const struct picks *picks, const char *successor)
{
	struct publications by;
	enum rc rc = find_successors(x, picks, successor, &by);

	if (rc == RC_INVALID)
		frame_problems(x);
	else if (rc != RC_OK)
		return rc;
	view_flag(x->page, "Page.Ask.Preview", rc == RC_OK);
	for (int i = 0; i < by.n; i++) {
		struct node *n = view_item(x->page, "Page.Ask.By");

		view_set(n, "Title", by.v[i].title);
		view_set(n, "Doc", by.v[i].path + strlen("/doc/"));
	}
	return RC_OK;
}

static enum rc
ask_page(struct ctx *x, const struct picks *picks, enum action action,
    const char *to, const struct value *cause)
{
	enum rc rc = batch_ask(x, picks, action, to, "published");

	if (rc != RC_OK)
		return rc;
	causes_show(x, action, cause);
	view_set(x->page, "Page.Ask.Today", day_text(x->mem, clock_today()));
	view_flag(x->page, "Page.Ask.Succeeded", action != ACTION_WITHDRAW);
	return published_list(x);
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
	if (again)
		typed_show(x, &x->in.v[P_CAUSE], &x->in.v[P_REASON],
		    &x->in.v[P_SUCCESSOR]);
	view_flag(x->page, "Page.Ask.Single", 1);
	return ask_page(x, &one, action, arena_printf(x->mem,
	    "published/%lld/%s", (long long)d.id, action_key(action)),
	    again ? &x->in.v[P_CAUSE] : NULL);
}

enum rc
published_run(struct ctx *x)
{
	const struct picks one = { 1, { { arg_id(x, 0), 0 } } };
	enum action action = asked(x);
	struct publications by;
	enum rc rc;

	if (action == ACTION_NONE)
		return RC_NOT_FOUND;
	if (x->in.v[P_PREVIEW].given) {
		if ((rc = preview_show(x, &one, x->in.v[P_SUCCESSOR].s))
		    != RC_OK)
			return rc;
		return published_ask(x);
	}
	if (action != ACTION_WITHDRAW && (rc = find_successors(x, &one,
	    x->in.v[P_SUCCESSOR].s, &by)) != RC_OK)
		return rc;
	if ((rc = document_move(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[P_VERSION].i, action, reason_of(x, &x->in.v[P_CAUSE],
	    &x->in.v[P_REASON]), &x->problems, x->mem)) != RC_OK)
		return rc;
	if (action != ACTION_WITHDRAW && (rc = relation_succeed(x->db,
	    &x->actor, arg_id(x, 0), x->in.v[P_SUCCESSOR].s, "successor",
	    &x->problems, x->mem)) != RC_OK)
		return rc;
	return way_go(x, "published", action_key(action), 0);
}

/* Those that moved get the successor that was named for all. */
static enum rc
succeed(struct ctx *x, const struct picks *picks)
{
	for (int i = 0; i < picks->n; i++) {
		struct document d;
		enum rc rc;

		if ((rc = document_get(x->db, x->me->unit, picks->v[i].id, &d,
		    x->mem)) != RC_OK)
			return rc;
		if (d.version == picks->v[i].version + 1 &&
		    (rc = relation_succeed(x->db, &x->actor, d.id,
		    x->in.v[B_SUCCESSOR].s, "successor", &x->problems,
		    x->mem)) != RC_OK)
			return rc;
	}
	return RC_OK;
}

static enum rc
run_batch(struct ctx *x, const struct picks *picks, enum action action,
    const char *reason)
{
	int done;
	enum rc rc;

	if ((rc = batch_run(x, picks, action, reason, &done)) != RC_OK)
		return rc;
	if (action != ACTION_WITHDRAW && x->in.v[B_SUCCESSOR].given &&
	    (rc = succeed(x, picks)) != RC_OK)
		return rc;
	if (done == picks->n)
		return way_go(x, "published", action_key(action), done);
	view_int(x->page, "Page.Moved", done);
	x->reply.status = 409;
	return published_list(x);
}

/* The successor is looked for before anything moves. */
static enum rc
check_batch(struct ctx *x, const struct picks *picks, enum action action,
    const char *reason)
{
	struct publications by;
	enum rc rc = RC_OK;

	if (*reason == '\0')
		problem_add(&x->problems, "reason", PROBLEM_REASON_NEEDED);
	if (action != ACTION_WITHDRAW)
		rc = find_successors(x, picks, x->in.v[B_SUCCESSOR].s, &by);
	return rc == RC_INVALID ? RC_OK : rc;
}

enum rc
published_batch(struct ctx *x)
{
	enum action action = action_of_key(x->in.v[B_ACT].s);
	bool sure = x->in.v[B_CONFIRM].given && !x->in.v[B_PREVIEW].given;
	const char *reason = reason_of(x, &x->in.v[B_CAUSE],
	    &x->in.v[B_REASON]);
	struct picks picks;
	enum rc rc;

	batch_picks(x, &picks);
	if (!is_ours(action) || picks.n == 0)
		return refuse(x, "pick", PROBLEM_MISSING);
	if (sure && (rc = check_batch(x, &picks, action, reason)) != RC_OK)
		return rc;
	if (sure && x->problems.n == 0)
		return run_batch(x, &picks, action, reason);
	if (sure)
		frame_problems(x);
	else if (x->in.v[B_PREVIEW].given &&
	    (rc = preview_show(x, &picks, x->in.v[B_SUCCESSOR].s)) != RC_OK)
		return rc;
	typed_show(x, &x->in.v[B_CAUSE], &x->in.v[B_REASON],
	    &x->in.v[B_SUCCESSOR]);
	return ask_page(x, &picks, action, "published", &x->in.v[B_CAUSE]);
}

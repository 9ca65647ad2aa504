/* review.c - 信息审核: what was submitted, 信息查看 and 回复结果. */
#include <string.h>

#include "core/review.h"
#include "gkht/amend.h"
#include "gkht/batch.h"
#include "gkht/frame.h"
#include "gkht/moved.h"
#include "gkht/pages.h"
#include "gkht/review.h"
#include "gkht/review_page.h"
#include "gkht/rows.h"
#include "gkht/way.h"
#include "web/message_review.h"

enum { S_DONE, S_WAY };
enum {
	P_VERSION, P_RESULT, P_REMARK, P_PHRASE, P_SCREEN, P_ACT, P_QUOTE,
	P_PLACE, P_SAY, P_DROP, P_WAY
};
enum { ACT_SAVE, ACT_REMARK };

static const char *const results[] = { "approve", "return", NULL };
static const char *const acts[] = { "save", "remark", NULL };

const struct field review_fields[] = {
	[S_DONE] = { "done", KIND_CHOICE, 0, 0, results },
	[S_WAY] = WAY_FIELD,
	{ 0 }
};

/* result is demanded of 保存 alone. */
const struct field reply_fields[] = {
	[P_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[P_RESULT] = { "result", KIND_CHOICE, 0, 0, results },
	[P_REMARK] = { "remark", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	[P_PHRASE] = { "phrase", KIND_CHOICE, MANY, 0, message_phrases },
	[P_SCREEN] = { "screen", KIND_FLAG, 0, 0, NULL },
	[P_ACT] = { "act", KIND_CHOICE, 0, 0, acts },
	[P_QUOTE] = { "quote", KIND_LINES, 0, REVIEW_QUOTE_MAX, NULL },
	[P_PLACE] = { "place", KIND_NUMBER, 0, 1000, NULL },
	[P_SAY] = { "say", KIND_LINES, 0, REVIEW_WORDS_MAX, NULL },
	[P_DROP] = { "drop", KIND_ID, 0, 0, NULL },
	[P_WAY] = WAY_FIELD,
	{ 0 }
};

static const struct rows_kind submitted = {
	"review", { STATE_SUBMITTED }, .seen = true
};

enum rc
review_fill(struct ctx *x)
{
	enum rc rc = amend_list(x, AMENDMENT_PENDING);

	frame_menu(x, "review");
	return rc == RC_OK ? rows_fill(x, &submitted) : rc;
}

enum rc
review_list(struct ctx *x)
{
	enum rc rc;

	if ((rc = review_fill(x)) != RC_OK)
		return rc;
	return show(x, "gkht/review.cs");
}

enum rc
review_show(struct ctx *x)
{
	struct document d;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	if (d.state != STATE_SUBMITTED)
		return way_go_on(x, "document", d.id, "");
	if ((rc = review_page_fill(x, &d, NULL, NULL)) != RC_OK ||
	    (rc = review_list(x)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Done", x->in.v[S_DONE].s);
	return RC_OK;
}

/* 看完，下一条: this version was before the reviewer's eyes. */
enum rc
review_read(struct ctx *x)
{
	int64_t next;
	enum rc rc;

	if ((rc = review_see(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[O_VERSION].i, x->mem)) != RC_OK ||
	    (rc = review_next(x->db, x->me->unit, arg_id(x, 0), &next,
	    x->mem)) != RC_OK)
		return rc;
	return next == 0 ? way_go(x, "review", "", 0) :
	    way_go_on(x, "review", next, "");
}

static enum rc
ask_batch(struct ctx *x, const struct picks *picks, enum action action)
{
	enum rc rc = batch_ask(x, picks, action, "review", "review");

	if (rc != RC_OK)
		return rc;
	if (action == ACTION_RETURN)
		review_page_phrases(x, &x->in.v[B_PHRASE]);
	view_set(x->page, "Page.Form.reason", x->in.v[B_REASON].raw);
	return review_list(x);
}

/* 审批通过 and 审批不通过 of several that were opened one by one. */
enum rc
review_batch(struct ctx *x)
{
	enum action action = action_of_key(x->in.v[B_ACT].s);
	const char *reason = message_reason(x->mem, &x->in.v[B_PHRASE],
	    x->in.v[B_REASON].s);
	struct picks picks;
	int done;
	enum rc rc;

	batch_picks(x, &picks);
	if (!batch_judges(action) || picks.n == 0)
		return refuse(x, "pick", PROBLEM_MISSING);
	if (!x->in.v[B_CONFIRM].given)
		return ask_batch(x, &picks, action);
	if (action == ACTION_RETURN && *reason == '\0') {
		problem_add(&x->problems, "reason", PROBLEM_REASON_NEEDED);
		frame_problems(x);
		return ask_batch(x, &picks, action);
	}
	if ((rc = batch_run(x, &picks, action, reason, &done)) != RC_OK)
		return rc;
	if (done == picks.n)
		return way_go(x, "review", action_key(action), done);
	view_int(x->page, "Page.Moved", done);
	x->reply.status = 409;
	return review_list(x);
}

static void
dialog_show(struct ctx *x, const struct document *d, int64_t version)
{
	struct node *at = view_child(x->page, "Page.Reply");

	view_flag(x->page, "Page.Reply", 1);
	view_int(at, "Id", d->id);
	view_int(at, "Version", version);
	view_set(at, "Title", d->rev.c.title);
	view_set(at, "DocNo", d->rev.c.doc_no);
	view_set(at, "By", d->entered_login);
	view_set(at, "ByName", d->entered_name);
}

/* 回复结果 over the list, or on the screen where it was filled in; version:
 * what the reviewer has read, 0: now.  When the document has moved on the
 * page says so and keeps what was typed. */
static enum rc
reply_page(struct ctx *x, int64_t version, bool screen,
    const struct value *phrases)
{
	struct document d;
	bool moved;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	moved = d.state != STATE_SUBMITTED ||
	    (version != 0 && version != d.version);
	if (moved) {
		x->reply.status = 409;
		if ((rc = moved_show(x, &d)) != RC_OK)
			return rc;
	}
	if (screen && !moved) {
		if ((rc = review_page_fill(x, &d, NULL, phrases)) != RC_OK)
			return rc;
		return review_list(x);
	}
	review_page_phrases(x, phrases);
	dialog_show(x, &d, version != 0 ? version : d.version);
	return review_list(x);
}

enum rc
reply_show(struct ctx *x)
{
	return reply_page(x, 0, false, NULL);
}

static enum rc
typed_page(struct ctx *x)
{
	view_set(x->page, "Page.Form.result", x->in.v[P_RESULT].raw);
	view_set(x->page, "Page.Form.remark", x->in.v[P_REMARK].raw);
	view_set(x->page, "Page.Form.quote", x->in.v[P_QUOTE].raw);
	view_set(x->page, "Page.Form.place", x->in.v[P_PLACE].raw);
	view_set(x->page, "Page.Form.say", x->in.v[P_SAY].raw);
	return reply_page(x, x->in.v[P_VERSION].i, x->in.v[P_SCREEN].given,
	    &x->in.v[P_PHRASE]);
}

enum rc
reply_again(struct ctx *x)
{
	return typed_page(x);
}

/* What the workflow calls the reason is the remark of this form. */
static void
name_remark(struct problems *p)
{
	for (int i = 0; i < p->n; i++)
		if (strcmp(p->v[i].field, "reason") == 0)
			p->v[i].field = reply_fields[P_REMARK].name;
}

/* A remark on a passage is kept at once; the decision is still open, so the
 * page comes back with what was chosen so far. */
static enum rc
say(struct ctx *x)
{
	const struct remark r = { .quote = x->in.v[P_QUOTE].s,
	    .place = x->in.v[P_PLACE].i > 0 ? (int)x->in.v[P_PLACE].i : 1,
	    .words = x->in.v[P_SAY].s };
	enum rc rc = x->in.v[P_DROP].given ?
	    remark_remove(x->db, &x->actor, arg_id(x, 0), x->in.v[P_DROP].i,
	    x->mem) :
	    remark_add(x->db, &x->actor, arg_id(x, 0), x->in.v[P_VERSION].i,
	    &r, &x->problems, x->mem);

	if (rc != RC_OK)
		return rc;
	if (!x->in.v[P_DROP].given)
		x->in.v[P_QUOTE].raw = x->in.v[P_PLACE].raw =
		    x->in.v[P_SAY].raw = "";
	return typed_page(x);
}

/* On the screen the next one opens by itself: of the documents, then of the
 * changes of published ones. */
static enum rc
done(struct ctx *x, int64_t next, const char *deed)
{
	const char *query = arena_printf(x->mem, "done=%s", deed);
	enum rc rc;

	if (next != 0)
		return way_go_on(x, "review", next, query);
	if (x->in.v[P_SCREEN].given && (rc = amendment_next(x->db,
	    x->me->unit, 0, &next)) != RC_OK)
		return rc;
	return next == 0 ? way_go(x, "review", deed, 0) :
	    way_go_on(x, "amendment", next, query);
}

enum rc
reply_store(struct ctx *x)
{
	enum action action = action_of_key(x->in.v[P_RESULT].s);
	int64_t next = 0;
	enum rc rc;

	if (x->in.v[P_ACT].i == ACT_REMARK || x->in.v[P_DROP].given)
		return say(x);
	if (!x->in.v[P_RESULT].given)
		return refuse(x, "result", PROBLEM_MISSING);
	if (x->in.v[P_SCREEN].given && (rc = review_next(x->db, x->me->unit,
	    arg_id(x, 0), &next, x->mem)) != RC_OK)
		return rc;
	if ((rc = document_move(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[P_VERSION].i, action, message_reason(x->mem,
	    &x->in.v[P_PHRASE], x->in.v[P_REMARK].s), &x->problems, x->mem))
	    != RC_OK) {
		name_remark(&x->problems);
		return rc;
	}
	return done(x, next, action_key(action));
}

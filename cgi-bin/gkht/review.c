/* review.c - 信息审核: what was submitted, 信息查看 and 回复结果. */
#include <string.h>

#include "gkht/frame.h"
#include "gkht/moved.h"
#include "gkht/pages.h"
#include "gkht/paper.h"
#include "gkht/review.h"
#include "gkht/rows.h"

enum { P_VERSION, P_RESULT, P_REMARK };

static const char *const results[] = { "approve", "return", NULL };

const struct field reply_fields[] = {
	[P_VERSION] = { "version", KIND_ID, REQUIRED, 0, NULL },
	[P_RESULT] = { "result", KIND_CHOICE, REQUIRED, 0, results },
	[P_REMARK] = { "remark", KIND_LINES, 0, DOCUMENT_REASON_MAX, NULL },
	{ 0 }
};

static const struct rows_kind submitted = {
	"review", { STATE_SUBMITTED }
};

enum rc
review_fill(struct ctx *x)
{
	frame_menu(x, "review");
	return rows_fill(x, &submitted);
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
		return go(x, "/gkht/document/%lld", (long long)d.id);
	if ((rc = paper_fill(x, &d)) != RC_OK)
		return rc;
	return review_list(x);
}

/* 回复结果 over the list; version: what the reviewer has read, 0: now.  When
 * the document has moved on the dialog says so and keeps what was typed. */
static enum rc
reply_page(struct ctx *x, int64_t version)
{
	struct node *at = view_child(x->page, "Page.Reply");
	struct document d;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	if (d.state != STATE_SUBMITTED ||
	    (version != 0 && version != d.version)) {
		x->reply.status = 409;
		if ((rc = moved_show(x, &d)) != RC_OK)
			return rc;
	}
	view_flag(x->page, "Page.Reply", 1);
	view_int(at, "Id", d.id);
	view_int(at, "Version", version != 0 ? version : d.version);
	view_set(at, "Title", d.rev.c.title);
	view_set(at, "DocNo", d.rev.c.doc_no);
	view_set(at, "By", d.entered_login);
	view_set(at, "ByName", d.entered_name);
	return review_list(x);
}

enum rc
reply_show(struct ctx *x)
{
	return reply_page(x, 0);
}

enum rc
reply_again(struct ctx *x)
{
	view_set(x->page, "Page.Form.result", x->in.v[P_RESULT].raw);
	view_set(x->page, "Page.Form.remark", x->in.v[P_REMARK].raw);
	return reply_page(x, x->in.v[P_VERSION].i);
}

/* What the workflow calls the reason is the remark of this form. */
static void
name_remark(struct problems *p)
{
	for (int i = 0; i < p->n; i++)
		if (strcmp(p->v[i].field, "reason") == 0)
			p->v[i].field = reply_fields[P_REMARK].name;
}

enum rc
reply_store(struct ctx *x)
{
	enum action action = action_of_key(x->in.v[P_RESULT].s);
	enum rc rc;

	if ((rc = document_move(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[P_VERSION].i, action, x->in.v[P_REMARK].s, &x->problems,
	    x->mem)) != RC_OK) {
		name_remark(&x->problems);
		return rc;
	}
	return go(x, "/gkht/review?done=%s", action_key(action));
}

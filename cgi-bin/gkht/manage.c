/* manage.c - 已发布信息管理: query what was published, change it by a new
 * revision. */
#include "gkht/content.h"
#include "gkht/frame.h"
#include "gkht/manage.h"
#include "gkht/offer.h"
#include "gkht/pages.h"
#include "gkht/rows.h"

static const struct rows_kind managed = {
	"manage", { STATE_PUBLISHED, STATE_EXPIRED, STATE_WITHDRAWN,
	    STATE_DELETED }
};

enum rc
manage_fill(struct ctx *x)
{
	frame_menu(x, "manage");
	return rows_fill(x, &managed);
}

enum rc
manage_list(struct ctx *x)
{
	enum rc rc;

	if ((rc = manage_fill(x)) != RC_OK)
		return rc;
	return show(x, "gkht/manage.cs");
}

static enum rc
form_page(struct ctx *x)
{
	view_set(x->page, "Page.Target", "manage");
	view_flag(x->page, "Page.Amend", 1);
	view_flag(x->page, "Page.Editor", 1);
	return manage_list(x);
}

enum rc
manage_open(struct ctx *x)
{
	struct document d;
	enum rc rc;

	if ((rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem))
	    != RC_OK)
		return rc;
	if (workflow_find(d.state, ACTION_AMEND, x->me->role) == NULL)
		return go(x, "/gkht/document/%lld", (long long)d.id);
	if ((rc = content_stored(x, &d)) != RC_OK)
		return rc;
	return form_page(x);
}

enum rc
manage_again(struct ctx *x)
{
	enum rc rc;

	if ((rc = content_typed(x, NULL)) != RC_OK)
		return rc;
	return form_page(x);
}

/* As in the clerk's form: the files that were sent stay. */
static enum rc
form_refused(struct ctx *x, const struct content *c)
{
	enum rc rc;

	frame_problems(x);
	if ((rc = content_typed(x, c)) != RC_OK)
		return rc;
	return form_page(x);
}

static enum rc
form_conflict(struct ctx *x, const struct content *c)
{
	enum rc rc;

	x->reply.status = 409;
	if ((rc = content_typed(x, c)) != RC_OK ||
	    (rc = content_conflict(x, arg_id(x, 0), c)) != RC_OK)
		return rc;
	return form_page(x);
}

/* 【采用】 without script: the form comes back with what was read. */
static enum rc
form_taken(struct ctx *x, const struct content *c)
{
	enum rc rc = content_typed(x, c);

	return rc == RC_OK ? form_page(x) : rc;
}

static enum rc
form_import(struct ctx *x, struct content *c, struct intake *in)
{
	enum rc rc;

	if ((rc = content_import(x, c, in)) == RC_INVALID)
		return form_refused(x, c);
	if (rc != RC_OK || (rc = content_typed(x, c)) != RC_OK)
		return rc;
	return form_page(x);
}

enum rc
manage_store(struct ctx *x)
{
	struct content c;
	struct intake in;
	enum rc rc;

	if ((rc = content_begin(x, &in)) != RC_OK)
		return rc;
	if ((rc = content_read(x, &c)) == RC_INVALID)
		return form_refused(x, &c);
	if (rc != RC_OK)
		return rc;
	if (content_imports(x))
		return form_import(x, &c, &in);
	if (offer_taken(x))
		return form_taken(x, &c);
	rc = document_amend(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[C_VERSION].i, &c, x->in.v[C_NOTE].s, &x->problems, x->mem);
	switch (rc) {
	case RC_OK:
		return go(x, "/gkht/manage?done=amend");
	case RC_INVALID:
		return form_refused(x, &c);
	case RC_CONFLICT:
	case RC_DENIED:
		return form_conflict(x, &c);
	default:
		return rc;
	}
}

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
	    STATE_DELETED }, .seen = false
};

struct document_filter
manage_filter(struct ctx *x)
{
	return rows_filter(x, &managed);
}

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

	if ((rc = manage_fill(x)) != RC_OK || (rc = unread_note(x)) != RC_OK)
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
	return content_refused(x, NULL, form_page);
}

/* Nothing is wrong but that the content is the same, and it is the relations
 * that are to change: they are no part of a revision. */
static bool
only_relations(struct ctx *x)
{
	bool differ = false;

	if (x->problems.n != 1 ||
	    problem_of(&x->problems, "title") != PROBLEM_NO_CHANGE ||
	    content_related(x, arg_id(x, 0), &differ) != RC_OK || !differ)
		return false;
	x->problems.n = 0;
	return true;
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
		return content_refused(x, &c, form_page);
	if (rc != RC_OK)
		return rc;
	if (content_imports(x))
		return content_imported(x, &c, &in, form_page);
	if (offer_taken(x))
		return content_taken(x, &c, form_page);
	rc = document_amend(x->db, &x->actor, arg_id(x, 0),
	    x->in.v[C_VERSION].i, &c, x->in.v[C_NOTE].s, &x->problems, x->mem);
	if (rc == RC_OK || (rc == RC_INVALID && only_relations(x)))
		rc = content_relate(x, arg_id(x, 0));
	switch (rc) {
	case RC_OK:
		return go(x, "/gkht/manage?done=amend");
	case RC_INVALID:
		return content_refused(x, &c, form_page);
	case RC_CONFLICT:
	case RC_DENIED:
		return content_overtaken(x, &c, form_page);
	default:
		return rc;
	}
}

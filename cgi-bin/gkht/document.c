/* document.c - 信息查看 of any document of the unit, over the list of the
 * menu item it belongs to. */
#include "gkht/entry.h"
#include "gkht/frame.h"
#include "gkht/manage.h"
#include "gkht/pages.h"
#include "gkht/paper.h"
#include "gkht/publish.h"
#include "gkht/published.h"
#include "gkht/review.h"
#include "gkht/way.h"

enum { D_REVISION, D_WAY };

const struct field document_fields[] = {
	[D_REVISION] = { "revision", KIND_NUMBER, 0, INT32_MAX, NULL },
	[D_WAY] = WAY_FIELD,
	{ 0 }
};

struct place {
	enum rc (*fill)(struct ctx *);
	const char *template;
};

static struct place
place_of(enum role role, enum state state)
{
	if (role == ROLE_ENTRY)
		return (struct place){ entry_fill, "gkht/entry.cs" };
	if (role == ROLE_ADMIN)
		return (struct place){ manage_fill, "gkht/manage.cs" };
	if (state == STATE_SUBMITTED)
		return (struct place){ review_fill, "gkht/review.cs" };
	if (state == STATE_APPROVED)
		return (struct place){ publish_fill, "gkht/publish.cs" };
	return (struct place){ published_fill, "gkht/published.cs" };
}

enum rc
document_show(struct ctx *x)
{
	struct document d;
	struct place p;
	enum rc rc;

	rc = x->in.v[D_REVISION].given ?
	    document_revision(x->db, x->me->unit, arg_id(x, 0),
	    (int)x->in.v[D_REVISION].i, &d, x->mem) :
	    document_get(x->db, x->me->unit, arg_id(x, 0), &d, x->mem);
	if (rc != RC_OK)
		return rc;
	view_flag(x->page, "Page.Doc.Earlier", x->in.v[D_REVISION].given);
	p = place_of(x->me->role, d.state);
	if ((rc = paper_fill(x, &d)) != RC_OK || (rc = p.fill(x)) != RC_OK)
		return rc;
	return show(x, p.template);
}

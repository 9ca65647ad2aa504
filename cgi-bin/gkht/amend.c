/* amend.c - see amend.h. */
#include "gkht/amend.h"
#include "gkht/examine.h"

static enum rc
look(struct ctx *x, int64_t id, struct change *ch, struct document *d)
{
	struct findings *found = arena_calloc(x->mem, 1, sizeof(*found));
	enum rc rc = document_changed(x->db, &x->actor, id, ch, d, x->mem);

	if (rc != RC_OK || (rc = examine_look(x, d, found)) != RC_OK)
		return rc;
	ch->found = found;
	return RC_OK;
}

enum rc
amend_look(struct ctx *x, int64_t id, struct change *ch)
{
	struct document d;

	return look(x, id, ch, &d);
}

enum rc
amend_show(struct ctx *x, int64_t id, struct change *ch)
{
	struct document d;
	enum rc rc = look(x, id, ch, &d);

	if (rc != RC_OK)
		return rc;
	return examine_show_found(x, view_child(x->page, "Page.Exam"), &d,
	    ch->found);
}

enum rc
amend_show_live(struct ctx *x, int64_t id)
{
	struct document d;
	struct findings found;
	enum rc rc = document_get(x->db, x->me->unit, id, &d, x->mem);

	if (rc != RC_OK || (rc = finding_list(x->db, d.rev.id, &found,
	    x->mem)) != RC_OK)
		return rc;
	examine_reasons(x, &found);
	return examine_show_found(x, view_child(x->page, "Page.Exam"), &d,
	    &found);
}

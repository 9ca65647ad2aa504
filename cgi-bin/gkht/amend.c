/* amend.c - see amend.h. */
#include "core/setting.h"
#include "gkht/amend.h"
#include "gkht/examine.h"
#include "gkht/rows.h"

enum rc
amend_base(struct ctx *x, int64_t id, struct document *d,
    struct amendment *a)
{
	if (x->me->role == ROLE_ADMIN)
		return amendment_open(x->db, x->me->unit, id, d, a, x->mem);
	*a = (struct amendment){ .id = 0 };
	return document_get(x->db, x->me->unit, id, d, x->mem);
}

static void
one_show(struct ctx *x, struct node *at, const struct amendment *a)
{
	view_int(at, "Id", a->id);
	view_int(at, "Document", a->document);
	view_set(at, "Title", a->title);
	view_set(at, "State", amendment_key(a->state));
	view_set(at, "Note", a->note);
	view_set(at, "By", a->login);
	rows_when(at, "When", a->at, x->mem);
	view_set(at, "DecidedBy", a->decided_by);
	view_set(at, "Decided", clock_show(x->mem, a->decided));
	view_set(at, "Reason", a->reason);
}

enum rc
amend_state_show(struct ctx *x, const struct amendment *a)
{
	bool on;
	enum rc rc = setting_flag(x->db, x->me->unit, SETTING_AMEND_REVIEW,
	    &on, x->mem);

	view_flag(x->page, "Page.Reviewed", rc == RC_OK && on);
	if (rc != RC_OK || a->id == 0)
		return rc;
	view_flag(x->page, "Page.Amending", 1);
	one_show(x, view_child(x->page, "Page.Amending"), a);
	return RC_OK;
}

enum rc
amend_list(struct ctx *x, enum amendment_state state)
{
	struct amendments all;
	enum rc rc = amendment_list(x->db, x->me->unit, state, &all, x->mem);

	for (int k = 0; rc == RC_OK && k < all.n; k++)
		one_show(x, view_item(x->page, "Page.Amendments"), &all.v[k]);
	return rc;
}

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
	struct amendment open;
	struct document d;
	struct findings found;
	enum rc rc = amend_base(x, id, &d, &open);

	if (rc != RC_OK || (rc = finding_list(x->db, d.rev.id, &found,
	    x->mem)) != RC_OK)
		return rc;
	examine_reasons(x, &found);
	return examine_show_found(x, view_child(x->page, "Page.Exam"), &d,
	    &found);
}

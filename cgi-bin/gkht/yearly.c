/* yearly.c - 年度核对: 公开指南 and 机构信息 that a year has passed over; for the
 * supervising unit, who is late. */
#include <stdlib.h>

#include "core/profiles.h"
#include "core/unit.h"
#include "core/yearly.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/yearly.h"

enum { Y_DONE };
const struct field yearly_fields[] = {
	[Y_DONE] = { "done", KIND_FLAG, 0, 0, NULL },
	{ 0 }
};

static void
row_show(struct ctx *x, struct node *n, const struct yearly *y)
{
	static const char *const states[] = {
		[YEARLY_NONE] = "none", [YEARLY_GOOD] = "good",
		[YEARLY_SOON_DUE] = "soon", [YEARLY_LATE] = "late",
	};

	view_set(n, "Key", y->kind->key);
	view_set(n, "Label", y->kind->label);
	view_set(n, "State", states[y->state]);
	if (y->state == YEARLY_NONE)
		return;
	view_int(n, "Id", y->document);
	view_set(n, "Last", day_text(x->mem, y->last));
	view_set(n, "Due", day_text(x->mem, y->due));
	view_int(n, "Days", abs(y->left));
	view_flag(n, "Today", y->left == 0);
	view_flag(n, "Confirmed", y->confirmed);
}

/* Calls found() for each yearly kind of the unit. */
static enum rc
each(struct ctx *x, int64_t unit, void (*found)(struct ctx *, void *,
    const struct yearly *), void *arg)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < profile_kinds_n; k++) {
		struct yearly y;

		if (!profile_kinds[k].yearly)
			continue;
		rc = yearly_of(x->db, unit, &profile_kinds[k], clock_today(),
		    &y, x->mem);
		if (rc == RC_OK)
			found(x, arg, &y);
	}
	return rc;
}

static void
note(struct ctx *x, void *arg, const struct yearly *y)
{
	int *n = arg;

	if (y->state != YEARLY_SOON_DUE && y->state != YEARLY_LATE)
		return;
	++*n;
	row_show(x, view_item(x->page, "Page.Yearly"), y);
}

enum rc
yearly_note(struct ctx *x)
{
	int n = 0;
	enum rc rc = each(x, x->me->unit, note, &n);

	view_int(x->page, "Page.Count.Yearly", n);
	return rc;
}

static void
own(struct ctx *x, void *arg, const struct yearly *y)
{
	(void)arg;
	row_show(x, view_item(x->page, "Page.Rows"), y);
}

struct tally { const struct unit *unit; int late, none, soon, good; };

static void
count(struct ctx *x, void *arg, const struct yearly *y)
{
	struct tally *t = arg;
	struct node *n;

	t->late += y->state == YEARLY_LATE;
	t->none += y->state == YEARLY_NONE;
	t->soon += y->state == YEARLY_SOON_DUE;
	t->good += y->state == YEARLY_GOOD;
	if (y->state != YEARLY_LATE && y->state != YEARLY_NONE)
		return;
	n = view_item(x->page, "Page.Units");
	view_set(n, "Name", t->unit->name);
	row_show(x, n, y);
}

static enum rc
units_show(struct ctx *x)
{
	struct node *sum = view_child(x->page, "Page.Sum");
	struct tally t = { 0 };
	struct units all;
	enum rc rc = unit_list(x->db, &all, x->mem);

	for (int k = 0; rc == RC_OK && k < all.n; k++) {
		t.unit = &all.v[k];
		if (t.unit->enabled)
			rc = each(x, t.unit->id, count, &t);
	}
	view_int(sum, "Late", t.late);
	view_int(sum, "None", t.none);
	view_int(sum, "Soon", t.soon);
	view_int(sum, "Good", t.good);
	return rc;
}

enum rc
yearly_show(struct ctx *x)
{
	enum rc rc;

	frame_menu(x, "yearly");
	view_flag(x->page, "Page.Confirmed", x->in.v[Y_DONE].given);
	view_flag(x->page, "Page.MayFill", x->me->role != ROLE_REVIEW);
	if ((rc = each(x, x->me->unit, own, NULL)) != RC_OK ||
	    (x->me->supervising && (rc = units_show(x)) != RC_OK))
		return rc;
	return show(x, "gkht/yearly.cs");
}

/* 核对无变化: nothing of it changes, so nobody has to approve it again. */
enum rc
yearly_confirm(struct ctx *x)
{
	struct document d;
	enum rc rc = document_get(x->db, x->me->unit, arg_id(x, 0), &d,
	    x->mem);

	if (rc != RC_OK)
		return rc;
	if (d.rev.c.profile == NULL || !d.rev.c.profile->kind->yearly)
		return RC_NOT_FOUND;
	if ((rc = profile_confirm(x->db, &x->actor, d.id, x->mem)) != RC_OK)
		return rc;
	return go(x, "/gkht/yearly?done=1");
}

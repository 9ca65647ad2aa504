/* apply_timeline.c - what happened to an application, for its applicant. */
#include "base/clock.h"
#include "core/case.h"
#include "portal/apply_status.h"

static void
fill_event(struct node *row, const struct case_event *e, struct arena *m)
{
	view_set(row, "Kind", e->kind);
	view_set(row, "At", clock_show(m, e->at));
	view_set(row, "Day", e->day == DAY_NONE ? "" : day_text(m, e->day));
	view_set(row, "Until", e->until == DAY_NONE ? "" :
	    day_text(m, e->until));
	view_int(row, "Days", e->days);
	view_int(row, "Amount", e->amount);
	view_set(row, "Text", e->text);
	view_set(row, "Organ", e->organ);
	view_flag(row, "Mine", *e->login == '\0');
}

enum rc
status_timeline(struct ctx *x, const struct application *a)
{
	struct case_events all;
	enum rc rc = case_events(x->db, a->id, true, &all, x->mem);

	for (int k = 0; rc == RC_OK && k < all.n; k++)
		fill_event(view_item(x->page, "Page.Events"), &all.v[k],
		    x->mem);
	view_set(x->page, "Page.Channel", channel_key(a->channel));
	return rc;
}

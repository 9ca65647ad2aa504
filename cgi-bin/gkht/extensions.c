/* extensions.c - 延期审批: what waits for the unit's leader, whose decisions
 * the administrator's account records. */
#include "gkht/applications.h"
#include "gkht/frame.h"
#include "gkht/pages.h"

#define SHOWN	100

static enum rc
list_show(struct ctx *x, const char *name, struct application_filter f)
{
	struct applications all;
	enum rc rc;

	f.unit = x->me->unit;
	f.max = SHOWN;
	if ((rc = application_queue(x->db, &f, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		struct node *row = view_item(x->page, name);

		applications_head(row, &all.v[i], x->mem);
		view_int(row, "Days", all.v[i].facts.extension_days);
	}
	return RC_OK;
}

enum rc
extensions_list(struct ctx *x)
{
	enum rc rc;

	frame_menu(x, "extensions");
	if ((rc = list_show(x, "Page.Asked", (struct application_filter){
	    .extension_asked = true })) != RC_OK ||
	    (rc = list_show(x, "Page.Drafted", (struct application_filter){
	    .state = CASE_DRAFTED })) != RC_OK)
		return rc;
	return show(x, "gkht/extensions.cs");
}

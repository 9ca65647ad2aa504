/* application_find.c - 按申请人查找: by POST alone, so that no name or number
 * stands in an address or a log. */
#include "core/application_find.h"
#include "gkht/applications.h"
#include "gkht/frame.h"
#include "gkht/pages.h"

enum { F_NAME, F_PAPER, F_REASON };

const struct field application_find_fields[] = {
	[F_NAME] = { "name", KIND_LINE, 0, APPLICATION_NAME_MAX, NULL },
	[F_PAPER] = { "paper_no", KIND_LINE, 0, 40, NULL },
	[F_REASON] = { "reason", KIND_LINE, REQUIRED, 200, NULL },
	{ 0 }
};

/* The form, empty or with what was typed. */
enum rc
application_find_ask(struct ctx *x)
{
	struct node *form = view_child(x->page, "Page.Form");

	frame_menu(x, "applications");
	for (int i = F_NAME; x->req->method == POST && i <= F_REASON; i++)
		view_set(form, application_find_fields[i].name,
		    x->in.v[i].raw);
	return show(x, "gkht/application_find.cs");
}

enum rc
application_find_run(struct ctx *x)
{
	const struct application_finding f = { .name = x->in.v[F_NAME].s,
	    .paper_no = x->in.v[F_PAPER].s, .reason = x->in.v[F_REASON].s };
	struct applications all;
	enum rc rc;

	if ((rc = application_find(x->db, &x->actor, &f, &all, &x->problems,
	    x->mem)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Found", 1);
	for (int i = 0; i < all.n; i++)
		applications_head(view_item(x->page, "Page.Rows"), &all.v[i],
		    x->mem);
	view_int(x->page, "Page.RowCount", all.n);
	return application_find_ask(x);
}

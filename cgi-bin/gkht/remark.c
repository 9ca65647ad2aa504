/* remark.c - see remark.h. */
#include <string.h>

#include "core/review.h"
#include "gkht/remark.h"

enum rc
remark_show(struct ctx *x, int64_t document, int number)
{
	struct remarks all;
	enum rc rc;

	if ((rc = remark_list(x->db, document, &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++) {
		const struct remark *r = &all.v[i];
		struct node *n = view_item(x->page, "Page.Remarks");

		view_int(n, "Id", r->id);
		view_int(n, "Number", r->number);
		view_flag(n, "Current", r->number == number);
		view_flag(n, "First", i == 0 ||
		    all.v[i - 1].number != r->number);
		view_flag(n, "Mine", strcmp(r->login, x->me->login) == 0);
		view_set(n, "Quote", r->quote);
		view_int(n, "Place", r->place);
		view_set(n, "Words", r->words);
		view_set(n, "By", r->login);
		view_set(n, "When", clock_show(x->mem, r->at));
	}
	return RC_OK;
}

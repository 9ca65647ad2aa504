/* review_page.c - see review_page.h. */
#include "core/imported.h"
#include "gkht/compare.h"
#include "gkht/paper.h"
#include "gkht/remark.h"
#include "gkht/review_page.h"
#include "richtext/office.h"
#include "web/message_review.h"

void
review_page_phrases(struct ctx *x, const struct value *chosen)
{
	for (int k = 0; message_phrases[k] != NULL; k++) {
		struct node *n = view_item(x->page, "Page.Phrases");
		bool on = false;

		for (int i = 0; chosen != NULL && i < chosen->n; i++)
			on |= chosen->many[i].i == k;
		view_set(n, "Key", message_phrases[k]);
		view_set(n, "Text", message_phrase(k));
		view_flag(n, "On", on);
		if (on)
			view_flag(x->page, "Page.Phrased", 1);
	}
}

enum rc
review_page_original(struct ctx *x, struct node *at, int64_t upload)
{
	struct uploads pages;
	enum rc rc;

	if ((rc = imported_pages(x->db, x->me->unit, upload, &pages, x->mem))
	    != RC_OK)
		return rc;
	for (int i = 0; i < pages.n; i++) {
		struct node *n = view_item(x->page, "Page.Pages");

		view_int(n, "Number", i + 1);
		view_set(n, "Sha256", pages.v[i].sha256);
	}
	view_flag(at, "Full", pages.n == OFFICE_PAGES_MAX);
	return RC_OK;
}

/* Painted when somebody asks for the first time, then kept. */
static enum rc
original_show(struct ctx *x, const struct document *d)
{
	struct node *at = view_child(x->page, "Page.Original");
	struct imported in;
	enum rc rc;

	if (d->rev.original.id == 0)
		return RC_OK;
	rc = imported_get(x->db, x->me->unit, d->rev.original.id, &in,
	    x->mem);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	view_flag(x->page, "Page.Original", 1);
	view_int(at, "Id", d->rev.original.id);
	view_set(at, "Name", d->rev.original.name);
	view_flag(at, "Paintable", rc == RC_OK && office_there(true));
	return review_page_original(x, at, d->rev.original.id);
}

enum rc
review_page_fill(struct ctx *x, const struct document *d,
    const struct revision *before, const struct value *phrases)
{
	enum rc rc;

	view_flag(x->page, "Page.Screen", 1);
	review_page_phrases(x, phrases);
	if ((rc = paper_fill(x, d)) != RC_OK)
		return rc;
	if (before != NULL)
		compare_show(x, before, &d->rev);
	else if ((rc = compare_last(x, d)) != RC_OK)
		return rc;
	return original_show(x, d);
}

/* told.c - see told.h. */
#include "gkht/told.h"
#include "web/message.h"

static void
item_show(struct node *at, enum report_kind kind,
    const struct report_item *item)
{
	const char *measure;
	struct node *n;

	view_set(at, "Key", report_key(kind));
	view_set(at, "Text", message_part(report_key(kind), &measure));
	view_set(at, "Measure", measure);
	view_int(at, "N", item->count);
	for (int i = 0; i < item->n_places; i++) {
		n = view_item(at, "Places");
		view_int(n, "Paragraph", item->place[i].paragraph);
		view_set(n, "Heading", item->place[i].heading);
		view_set(n, "Quote", item->place[i].quote);
	}
}

void
told_show(struct ctx *x, int64_t upload, const struct report *r)
{
	static const char *const groups[REPORT_GROUP__MAX] = {
		[REPORT_KEPT] = "Kept", [REPORT_CHANGED] = "Changed",
		[REPORT_DROPPED] = "Dropped",
	};
	struct node *at = view_child(x->page, "Page.Report");
	enum report_kind k;

	view_flag(x->page, "Page.Report", 1);
	view_int(at, "Upload", upload);
	view_int(at, "Word", r->word);
	view_int(at, "Found", r->found);
	view_int(at, "Missing", r->word - r->found);
	view_int(at, "Added", r->added);
	for (k = REPORT_NONE + 1; k < REPORT_KIND__MAX; k++)
		if (r->item[k].count > 0)
			item_show(view_item(at, groups[report_group(k)]), k,
			    &r->item[k]);
}

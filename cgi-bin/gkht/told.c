/* told.c - see told.h. */
#include "gkht/json.h"
#include "gkht/told.h"

struct fact { const char *name; int n; };

#define FACTS	8

static int
facts_of(const struct word_result *w, struct fact out[FACTS])
{
	const struct fact all[FACTS] = {
		{ "insertions", w->insertions },
		{ "deletions", w->deletions },
		{ "comments", w->comments },
		{ "hidden", w->hidden },
		{ "dropped", w->pictures_dropped },
		{ "parts", w->parts_dropped },
		{ "boxes", w->text_boxes },
		{ "equations", w->equations },
	};
	int n = 0;

	for (int i = 0; i < FACTS; i++)
		if (all[i].n > 0)
			out[n++] = all[i];
	return n;
}

void
told_show(struct ctx *x, const struct word_result *w)
{
	struct node *told = view_child(x->page, "Page.Told");
	struct fact facts[FACTS];

	view_flag(x->page, "Page.Imported", 1);
	for (int i = 0, n = facts_of(w, facts); i < n; i++)
		view_int(told, facts[i].name, facts[i].n);
}

void
told_json(struct buf *b, const struct word_result *w)
{
	struct fact facts[FACTS];

	for (int i = 0, n = facts_of(w, facts); i < n; i++)
		json_int(b, facts[i].name, facts[i].n);
}

/* tree.c - see tree.h. */
#include <string.h>

#include "portal/tree.h"

#define STATUTORY	"open"	/* code of 法定主动公开内容 */

const struct category *
tree_find(const struct categories *list, const char *code)
{
	for (int i = 0; i < list->n; i++)
		if (strcmp(list->v[i].code, code) == 0)
			return &list->v[i];
	return NULL;
}

const struct category *
tree_get(const struct categories *list, int64_t id)
{
	for (int i = 0; i < list->n; i++)
		if (list->v[i].id == id)
			return &list->v[i];
	return NULL;
}

int64_t
tree_count(const struct publication_counts *counts, int64_t key)
{
	const struct publication_count *v = counts->v;
	int low = 0, high = counts->n - 1;
	bool falls = high > 0 && v[0].key > v[high].key;

	while (low <= high) {
		int middle = (low + high) / 2;

		if (v[middle].key == key)
			return v[middle].n;
		if ((v[middle].key < key) != falls)
			low = middle + 1;
		else
			high = middle - 1;
	}
	return 0;
}

const char *
tree_entry(const struct category *c)
{
	static const char *const entries[] = { "guide", "rules", "report" };

	for (size_t i = 0; c != NULL && i < sizeof(entries) /
	    sizeof(entries[0]); i++)
		if (strcmp(c->code, entries[i]) == 0)
			return entries[i];
	return STATUTORY;
}

/* Is `id` the category or above the current one? */
static bool
holds_current(const struct tree *t, int64_t id)
{
	const struct category *c = tree_get(t->categories, t->current);

	while (c != NULL && c->id != id)
		c = tree_get(t->categories, c->parent);
	return c != NULL;
}

/* With nothing chosen the statutory content lies open. */
static bool
is_open(const struct tree *t, const struct category *c)
{
	return t->current == 0 ? strcmp(c->code, STATUTORY) == 0 :
	    holds_current(t, c->id);
}

static void
fill_level(struct node *at, const char *name, const struct tree *t,
    int64_t parent)
{
	for (int i = 0; i < t->categories->n; i++) {
		const struct category *c = &t->categories->v[i];
		struct node *row;
		int64_t n;
		bool open;

		if (c->parent != parent)
			continue;
		n = tree_count(t->counts, c->id);
		open = is_open(t, c);
		if (n == 0 && !open && parent != 0 &&
		    t->parts != TREE_STATUTORY)
			continue;
		row = view_item(at, name);
		view_set(row, "Code", c->code);
		view_set(row, "Name", c->name);
		if (t->parts == TREE_STATUTORY)
			view_set(row, "Basis", c->basis);
		if (t->parts != TREE_UNCOUNTED)
			view_int(row, "N", n);
		view_flag(row, "Current", c->id == t->current);
		view_flag(row, "Open", open);
		if (!c->leaf && (open || t->parts == TREE_STATUTORY))
			fill_level(row, "Sub", t, c->id);
	}
}

void
tree_fill(struct node *page, const struct tree *t)
{
	const struct category *top = NULL;

	if (t->parts == TREE_STATUTORY &&
	    (top = tree_find(t->categories, STATUTORY)) == NULL)
		return;
	fill_level(page, "Page.Tree", t, top != NULL ? top->id : 0);
}

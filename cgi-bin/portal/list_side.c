/* list_side.c - see list_side.h. */
#include "portal/list_side.h"
#include "portal/tree.h"

static enum rc
fill_tree(struct ctx *x, struct node *page, const struct categories *all,
    const struct publication_filter *f)
{
	struct publication_counts n;
	const struct category *c;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_CATEGORY, f, &n, x->mem)) !=
	    RC_OK)
		return rc;
	tree_fill(page, &(struct tree){ all, &n, TREE_ALL, f->category });
	if ((c = tree_get(all, f->category)) != NULL)
		view_set(page, "Page.Category.Code", c->code);
	return RC_OK;
}

static enum rc
fill_units(struct ctx *x, struct node *page, const struct units *units,
    const struct publication_filter *f)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_UNIT, f, &n, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < units->n; i++) {
		const struct unit *u = &units->v[i];
		int64_t count = tree_count(&n, u->id);
		struct node *row;

		if (count == 0 && u->id != f->unit)
			continue;
		row = view_item(page, "Page.Units");
		view_set(row, "Code", u->code);
		view_set(row, "Name", u->short_name);
		view_int(row, "N", count);
		view_flag(row, "Current", u->id == f->unit);
	}
	return RC_OK;
}

static enum rc
fill_themes(struct ctx *x, struct node *page, const struct vocabulary *themes,
    const struct publication_filter *f)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_THEME, f, &n, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < themes->n; i++) {
		const struct vocable *t = &themes->v[i];
		int64_t count = tree_count(&n, t->id);
		struct node *row;

		if (count == 0 && t->id != f->theme)
			continue;
		row = view_item(page, "Page.Themes");
		view_int(row, "Id", t->id);
		view_set(row, "Name", t->name);
		view_int(row, "N", count);
		view_flag(row, "Current", t->id == f->theme);
	}
	return RC_OK;
}

static enum rc
fill_years(struct ctx *x, struct node *page,
    const struct publication_filter *f)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_YEAR, f, &n, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < n.n; i++) {
		struct node *row = view_item(page, "Page.Years");

		view_int(row, "Year", n.v[i].key);
		view_int(row, "N", n.v[i].n);
		view_flag(row, "Current", n.v[i].key == f->year);
	}
	if (f->year != 0)
		view_int(page, "Page.Year", f->year);
	return RC_OK;
}

enum rc
list_side_fill(struct ctx *x, struct node *page, const void *arg)
{
	const struct list_side *side = arg;
	const struct publication_filter *f = side->filter;
	const struct directory *d = side->directory;
	enum rc rc;

	view_set(page, "Page.TreeQuery", side->tree_query);
	if ((rc = fill_tree(x, page, &d->categories, f)) != RC_OK ||
	    (rc = fill_units(x, page, &d->units, f)) != RC_OK ||
	    (rc = fill_themes(x, page, &d->themes, f)) != RC_OK)
		return rc;
	return fill_years(x, page, f);
}

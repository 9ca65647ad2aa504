/* list.c - the list by unit, category, theme and year. */
#include <string.h>

#include "core/category.h"
#include "core/publication.h"
#include "core/unit.h"
#include "portal/pages.h"
#include "portal/rows.h"
#include "portal/tree.h"

enum { F_UNIT, F_CATEGORY, F_THEME, F_YEAR, F_BEFORE, F_PAGE };

const struct field list_fields[] = {
	[F_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[F_CATEGORY] = { "category", KIND_TOKEN, 0, 40, NULL },
	[F_THEME] = { "theme", KIND_ID, 0, 0, NULL },
	[F_YEAR] = { "year", KIND_NUMBER, 0, 9999, NULL },
	[F_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[F_PAGE] = { "page", KIND_NUMBER, 0, 1000000, NULL },
	{ 0 }
};

/* What the address asks for; NULL, 0: any. */
struct wanted {
	const struct unit *unit;
	const struct category *category;
	const struct vocable *theme;
	int year;
};

struct lists {
	struct units units;
	struct categories categories;
	struct vocabulary themes;
};

static enum rc
lists_read(struct ctx *x, struct lists *l)
{
	enum rc rc;

	if ((rc = unit_list(x->db, &l->units, x->mem)) != RC_OK)
		return rc;
	if ((rc = category_list(x->db, &l->categories, x->mem)) != RC_OK)
		return rc;
	return vocabulary_list(x->db, "theme", &l->themes, x->mem);
}

static const struct unit *
find_unit(const struct units *list, const char *code)
{
	for (int i = 0; i < list->n; i++)
		if (strcmp(list->v[i].code, code) == 0)
			return &list->v[i];
	return NULL;
}

static const struct vocable *
find_vocable(const struct vocabulary *list, int64_t id)
{
	for (int i = 0; i < list->n; i++)
		if (list->v[i].id == id)
			return &list->v[i];
	return NULL;
}

static enum rc
wanted_read(const struct ctx *x, const struct lists *l, struct wanted *w)
{
	const struct value *v = x->in.v;

	if (x->problems.n > 0)
		return RC_INVALID;
	*w = (struct wanted){ .year = v[F_YEAR].given ? (int)v[F_YEAR].i : 0 };
	if (v[F_UNIT].given &&
	    (w->unit = find_unit(&l->units, v[F_UNIT].s)) == NULL)
		return RC_NOT_FOUND;
	if (v[F_CATEGORY].given && (w->category =
	    tree_find(&l->categories, v[F_CATEGORY].s)) == NULL)
		return RC_NOT_FOUND;
	if (v[F_THEME].given &&
	    (w->theme = find_vocable(&l->themes, v[F_THEME].i)) == NULL)
		return RC_NOT_FOUND;
	return RC_OK;
}

static struct publication_filter
filter_of(const struct ctx *x, const struct wanted *w)
{
	return (struct publication_filter){
		.unit = w->unit != NULL ? w->unit->id : 0,
		.category = w->category != NULL ? w->category->id : 0,
		.theme = w->theme != NULL ? w->theme->id : 0,
		.year = w->year,
		.before = x->in.v[F_BEFORE].given ? x->in.v[F_BEFORE].i : 0,
		.max = ROWS_PER_PAGE,
	};
}

/* The address that asks for the same; codes are letters, digits, hyphens. */
static const char *
query_of(struct arena *m, const struct wanted *w)
{
	struct buf b = buf_new(m);

	if (w->unit != NULL)
		buf_printf(&b, "&unit=%s", w->unit->code);
	if (w->category != NULL)
		buf_printf(&b, "&category=%s", w->category->code);
	if (w->theme != NULL)
		buf_printf(&b, "&theme=%lld", (long long)w->theme->id);
	if (w->year != 0)
		buf_printf(&b, "&year=%d", w->year);
	return b.n > 0 ? b.s + 1 : "";
}

static void
chip(struct ctx *x, const char *kind, const char *text,
    const struct wanted *without)
{
	struct node *row = view_item(x->page, "Page.Chips");

	view_set(row, "Kind", kind);
	view_set(row, "Text", text);
	view_set(row, "Query", query_of(x->mem, without));
}

/* What is wanted, each with the address of the list without it. */
static void
fill_chips(struct ctx *x, const struct wanted *w)
{
	struct wanted less;

	if (w->unit != NULL) {
		less = *w;
		less.unit = NULL;
		chip(x, "unit", w->unit->short_name, &less);
	}
	if (w->theme != NULL) {
		less = *w;
		less.theme = NULL;
		chip(x, "theme", w->theme->name, &less);
	}
	if (w->year != 0) {
		less = *w;
		less.year = 0;
		chip(x, "year", arena_printf(x->mem, "%d", w->year), &less);
	}
}

/* The name of the narrowest thing asked for, or "". */
static const char *
heading(const struct wanted *w)
{
	if (w->category != NULL)
		return w->category->name;
	if (w->theme != NULL)
		return w->theme->name;
	return w->unit != NULL ? w->unit->name : "";
}

static void
fill_wanted(struct ctx *x, const struct wanted *w)
{
	struct wanted tree = *w;

	view_set(x->page, "Page.Heading", heading(w));
	view_set(x->page, "Page.Nav", tree_entry(w->category));
	if (w->unit != NULL)
		rows_unit(view_child(x->page, "Page.Unit"), w->unit);
	if (w->category != NULL) {
		view_set(x->page, "Page.Category.Name", w->category->name);
		view_set(x->page, "Page.Category.Code", w->category->code);
		view_set(x->page, "Page.Category.Basis", w->category->basis);
	}
	if (w->theme != NULL) {
		view_set(x->page, "Page.Theme.Name", w->theme->name);
		view_int(x->page, "Page.Theme.Id", w->theme->id);
	}
	if (w->year != 0)
		view_int(x->page, "Page.Year", w->year);
	fill_chips(x, w);
	tree.category = NULL;
	view_set(x->page, "Page.TreeQuery", query_of(x->mem, &tree));
}

/* The way down to the category: Page.Above. */
static void
fill_above(struct ctx *x, const struct categories *all,
    const struct category *c)
{
	struct node *row;

	if (c == NULL)
		return;
	fill_above(x, all, tree_get(all, c->parent));
	row = view_item(x->page, "Page.Above");
	view_set(row, "Code", c->code);
	view_set(row, "Name", c->name);
}

static enum rc
fill_unit_facet(struct ctx *x, const struct lists *l,
    const struct publication_filter *f)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_UNIT, f, &n, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < l->units.n; i++) {
		const struct unit *u = &l->units.v[i];
		int64_t count = tree_count(&n, u->id);
		struct node *row;

		if (count == 0 && u->id != f->unit)
			continue;
		row = view_item(x->page, "Page.Units");
		view_set(row, "Code", u->code);
		view_set(row, "Name", u->short_name);
		view_int(row, "N", count);
		view_flag(row, "Current", u->id == f->unit);
	}
	return RC_OK;
}

static enum rc
fill_theme_facet(struct ctx *x, const struct lists *l,
    const struct publication_filter *f)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_THEME, f, &n, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < l->themes.n; i++) {
		const struct vocable *t = &l->themes.v[i];
		int64_t count = tree_count(&n, t->id);
		struct node *row;

		if (count == 0 && t->id != f->theme)
			continue;
		row = view_item(x->page, "Page.Themes");
		view_int(row, "Id", t->id);
		view_set(row, "Name", t->name);
		view_int(row, "N", count);
		view_flag(row, "Current", t->id == f->theme);
	}
	return RC_OK;
}

static enum rc
fill_year_facet(struct ctx *x, const struct publication_filter *f)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_YEAR, f, &n, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < n.n; i++) {
		struct node *row;

		if (n.v[i].key == 0)
			continue;
		row = view_item(x->page, "Page.Years");
		view_int(row, "Year", n.v[i].key);
		view_int(row, "N", n.v[i].n);
		view_flag(row, "Current", n.v[i].key == f->year);
	}
	return RC_OK;
}

static enum rc
fill_tree(struct ctx *x, const struct lists *l,
    const struct publication_filter *f)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_CATEGORY, f, &n, x->mem)) !=
	    RC_OK)
		return rc;
	tree_fill(x->page, &(struct tree){ &l->categories, &n, TREE_ALL,
	    f->category });
	return RC_OK;
}

enum rc
list_show(struct ctx *x)
{
	struct publications found;
	struct publication_filter f;
	struct lists l;
	struct wanted w;
	enum rc rc;

	if ((rc = lists_read(x, &l)) != RC_OK ||
	    (rc = wanted_read(x, &l, &w)) != RC_OK)
		return rc;
	f = filter_of(x, &w);
	if ((rc = publication_list(x->db, &f, &found, x->mem)) != RC_OK ||
	    (rc = fill_tree(x, &l, &f)) != RC_OK ||
	    (rc = fill_unit_facet(x, &l, &f)) != RC_OK ||
	    (rc = fill_theme_facet(x, &l, &f)) != RC_OK ||
	    (rc = fill_year_facet(x, &f)) != RC_OK)
		return rc;
	fill_wanted(x, &w);
	fill_above(x, &l.categories, w.category);
	rows_documents(x->page, "Page.Rows", &found, x->mem);
	rows_pager(x, &found, query_of(x->mem, &w), f.before,
	    x->in.v[F_PAGE].i);
	return show(x, "portal/list.cs");
}

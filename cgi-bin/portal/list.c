/* list.c - the list by unit, category, theme and year. */
#include "core/category.h"
#include "core/publication.h"
#include "core/unit.h"
#include "portal/list_side.h"
#include "portal/pages.h"
#include "portal/part.h"
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

/* What the address asks for; ids 0, year 0: any. */
struct wanted {
	struct unit unit;
	struct category category;
	struct vocable theme;
	int year;
};

static enum rc
read_theme(const struct ctx *x, int64_t id, struct vocable *theme)
{
	struct vocabulary all;
	enum rc rc;

	if ((rc = vocabulary_list(x->db, "theme", &all, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < all.n; i++)
		if (all.v[i].id == id) {
			*theme = all.v[i];
			return RC_OK;
		}
	return RC_NOT_FOUND;
}

static enum rc
wanted_read(const struct ctx *x, struct wanted *w)
{
	const struct value *v = x->in.v;
	enum rc rc = RC_OK;

	if (x->problems.n > 0)
		return RC_INVALID;
	*w = (struct wanted){ .year = v[F_YEAR].given ? (int)v[F_YEAR].i : 0 };
	if (v[F_UNIT].given)
		rc = unit_by_code(x->db, v[F_UNIT].s, &w->unit, x->mem);
	if (rc == RC_OK && v[F_CATEGORY].given)
		rc = category_by_code(x->db, v[F_CATEGORY].s, &w->category,
		    x->mem);
	if (rc == RC_OK && v[F_THEME].given)
		rc = read_theme(x, v[F_THEME].i, &w->theme);
	return rc;
}

static struct publication_filter
filter_of(const struct ctx *x, const struct wanted *w)
{
	return (struct publication_filter){
		.unit = w->unit.id,
		.category = w->category.id,
		.theme = w->theme.id,
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

	if (w->unit.id != 0)
		buf_printf(&b, "&unit=%s", w->unit.code);
	if (w->category.id != 0)
		buf_printf(&b, "&category=%s", w->category.code);
	if (w->theme.id != 0)
		buf_printf(&b, "&theme=%lld", (long long)w->theme.id);
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

	if (w->unit.id != 0) {
		less = *w;
		less.unit.id = 0;
		chip(x, "unit", w->unit.short_name, &less);
	}
	if (w->theme.id != 0) {
		less = *w;
		less.theme.id = 0;
		chip(x, "theme", w->theme.name, &less);
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
	if (w->category.id != 0)
		return w->category.name;
	if (w->theme.id != 0)
		return w->theme.name;
	return w->unit.id != 0 ? w->unit.name : "";
}

/* The list without the category, for links that choose one. */
static const char *
tree_query(struct arena *m, const struct wanted *w)
{
	struct wanted less = *w;

	less.category.id = 0;
	return query_of(m, &less);
}

static void
fill_wanted(struct ctx *x, const struct wanted *w)
{
	const struct category *c = w->category.id != 0 ? &w->category : NULL;

	view_set(x->page, "Page.Heading", heading(w));
	view_set(x->page, "Page.Nav", tree_entry(c));
	view_set(x->page, "Page.TreeQuery", tree_query(x->mem, w));
	if (w->unit.id != 0)
		rows_unit(view_child(x->page, "Page.Unit"), &w->unit);
	if (c != NULL) {
		view_set(x->page, "Page.Category.Name", c->name);
		view_set(x->page, "Page.Category.Code", c->code);
		view_set(x->page, "Page.Category.Basis", c->basis);
	}
	if (w->year != 0)
		view_int(x->page, "Page.Year", w->year);
	fill_chips(x, w);
}

/* The way down to the category: Page.Above. */
static enum rc
fill_above(struct ctx *x, const struct category *c)
{
	struct category above;
	struct node *row;
	enum rc rc = RC_OK;

	if (c->parent != 0 && (rc = category_get(x->db, c->parent, &above,
	    x->mem)) == RC_OK)
		rc = fill_above(x, &above);
	if (rc != RC_OK)
		return rc;
	row = view_item(x->page, "Page.Above");
	view_set(row, "Code", c->code);
	view_set(row, "Name", c->name);
	return RC_OK;
}

enum rc
list_show(struct ctx *x)
{
	struct publications found;
	struct publication_filter f;
	const char *query;
	struct wanted w;
	enum rc rc;

	if ((rc = wanted_read(x, &w)) != RC_OK)
		return rc;
	f = filter_of(x, &w);
	query = query_of(x->mem, &w);
	if ((rc = publication_list(x->db, &f, &found, x->mem)) != RC_OK)
		return rc;
	if ((rc = part_show(x, &(struct part){ "Page.SideHtml",
	    "portal/list_side.cs", query, list_side_fill,
	    &(struct list_side){ &f, tree_query(x->mem, &w) } })) != RC_OK)
		return rc;
	if (w.category.id != 0 &&
	    (rc = fill_above(x, &w.category)) != RC_OK)
		return rc;
	fill_wanted(x, &w);
	rows_documents(x->page, "Page.Rows", &found, x->mem);
	rows_pager(x, &found, query, f.before, x->in.v[F_PAGE].i);
	return show(x, "portal/list.cs");
}

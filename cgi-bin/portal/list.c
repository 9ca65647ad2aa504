/* list.c - the list by unit, category, theme and year. */
#include "core/publication.h"
#include "portal/directory.h"
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
wanted_read(const struct ctx *x, const struct directory *d, struct wanted *w)
{
	const struct value *v = x->in.v;
	const struct category *c;
	const struct vocable *t;
	const struct unit *u;

	if (x->problems.n > 0)
		return RC_INVALID;
	*w = (struct wanted){ .year = v[F_YEAR].given ? (int)v[F_YEAR].i : 0 };
	if (v[F_UNIT].given) {
		if ((u = directory_unit(d, v[F_UNIT].s)) == NULL)
			return RC_NOT_FOUND;
		w->unit = *u;
	}
	if (v[F_CATEGORY].given) {
		if ((c = tree_find(&d->categories, v[F_CATEGORY].s)) == NULL)
			return RC_NOT_FOUND;
		w->category = *c;
	}
	if (v[F_THEME].given) {
		if ((t = directory_theme(d, v[F_THEME].i)) == NULL)
			return RC_NOT_FOUND;
		w->theme = *t;
	}
	return RC_OK;
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
chip(struct node *page, const char *kind, const char *text,
    const struct wanted *without, struct arena *m)
{
	struct node *row = view_item(page, "Page.Chips");

	view_set(row, "Kind", kind);
	view_set(row, "Text", text);
	view_set(row, "Query", query_of(m, without));
}

/* What is wanted, each with the address of the list without it. */
static void
fill_chips(struct node *page, const struct wanted *w, struct arena *m)
{
	struct wanted less;

	if (w->unit.id != 0) {
		less = *w;
		less.unit.id = 0;
		chip(page, "unit", w->unit.short_name, &less, m);
	}
	if (w->theme.id != 0) {
		less = *w;
		less.theme.id = 0;
		chip(page, "theme", w->theme.name, &less, m);
	}
	if (w->year != 0) {
		less = *w;
		less.year = 0;
		chip(page, "year", arena_printf(m, "%d", w->year), &less, m);
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
}

/* The way down to the category: Page.Above. */
static void
fill_above(struct node *page, const struct categories *all,
    const struct category *c)
{
	struct node *row;

	if (c == NULL)
		return;
	fill_above(page, all, tree_get(all, c->parent));
	row = view_item(page, "Page.Above");
	view_set(row, "Code", c->code);
	view_set(row, "Name", c->name);
}

/* What the part with the rows is made from. */
struct list {
	struct wanted wanted;
	struct publication_filter filter;
	struct place at;
	bool at_least;
};

static enum rc
fill_rows(struct ctx *x, struct node *page, const void *arg)
{
	const struct list *l = arg;
	struct publications found;
	enum rc rc = publication_list(x->db, &l->filter, &found, x->mem);

	if (rc != RC_OK)
		return rc;
	fill_chips(page, &l->wanted, x->mem);
	rows_documents(page, "Page.Rows", &found, x->mem);
	rows_pager(page, &found, &l->at, x->mem);
	return RC_OK;
}

static enum rc
show_parts(struct ctx *x, const struct directory *d, const struct list *l)
{
	const struct list_side side = { d, &l->filter,
	    tree_query(x->mem, &l->wanted) };
	enum rc rc;

	rc = part_show(x, &(struct part){ "Page.SideHtml",
	    "portal/list_side.cs", l->at.query, list_side_fill, &side });
	if (rc != RC_OK)
		return rc;
	return part_show(x, &(struct part){ "Page.RowsHtml",
	    "portal/list_rows.cs", arena_printf(x->mem, "%s %lld %lld",
	    l->at.query, (long long)l->at.before, (long long)l->at.number),
	    fill_rows, l });
}

enum rc
list_show(struct ctx *x)
{
	const struct directory *d;
	struct list l;
	int64_t total;
	enum rc rc;

	if ((rc = directory_get(x, &d)) != RC_OK ||
	    (rc = wanted_read(x, d, &l.wanted)) != RC_OK)
		return rc;
	l.filter = filter_of(x, &l.wanted);
	l.at = (struct place){ query_of(x->mem, &l.wanted), l.filter.before,
	    x->in.v[F_PAGE].i };
	if ((rc = publication_total(x->db, &l.filter, &total, &l.at_least)) != RC_OK ||
	    (rc = show_parts(x, d, &l)) != RC_OK)
		return rc;
	fill_above(x->page, &d->categories,
	    tree_get(&d->categories, l.wanted.category.id));
	fill_wanted(x, &l.wanted);
	rows_place(x->page, total, &l.at);
	return show(x, "portal/list.cs");
}

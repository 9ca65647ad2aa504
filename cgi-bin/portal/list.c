/* list.c - the list by unit, category, theme, kind, agency word, year, month
 * and validity, in three orders. */
#include "portal/list_side.h"
#include "portal/list_wanted.h"
#include "portal/pages.h"
#include "portal/part.h"
#include "portal/rows.h"
#include "portal/tree.h"

static void
chip(struct node *page, const char *kind, const char *text,
    const struct wanted *without, struct arena *m)
{
	struct node *row = view_item(page, "Page.Chips");

	view_set(row, "Kind", kind);
	view_set(row, "Text", text);
	view_set(row, "Query", wanted_query(without, m));
}

/* What is wanted, each with the address of the list without it. */
#define CHIP(page, kind, text, w, m, member) do {			\
	struct wanted less = *(w);					\
									\
	less.member = 0;						\
	chip((page), (kind), (text), &less, (m));			\
} while (0)

static void
fill_time_chips(struct node *page, const struct wanted *w, struct arena *m)
{
	if (w->month != 0)
		CHIP(page, "month", arena_printf(m, "%d", w->month), w, m,
		    month);
	if (w->year != 0) {
		struct wanted all = *w;

		all.month = 0;
		CHIP(page, "year", arena_printf(m, "%d", w->year), &all, m,
		    year);
	}
}

static void
fill_chips(struct node *page, const struct wanted *w, struct arena *m)
{
	if (w->unit != NULL)
		CHIP(page, "unit", w->unit->short_name, w, m, unit);
	if (w->theme != NULL)
		CHIP(page, "theme", w->theme->name, w, m, theme);
	if (w->kind != NULL)
		CHIP(page, "kind", w->kind->name, w, m, kind);
	if (w->word != NULL)
		CHIP(page, "word", w->word->word, w, m, word);
	fill_time_chips(page, w, m);
	if (w->validity != 0)
		CHIP(page, w->validity == 1 ? "valid" : w->validity == 2 ?
		    "expired" : "repealed", "", w, m, validity);
}

/* The name of the narrowest thing asked for, or "". */
static const char *
heading(const struct wanted *w)
{
	if (w->category != NULL)
		return w->category->name;
	if (w->theme != NULL)
		return w->theme->name;
	if (w->word != NULL)
		return w->word->word;
	return w->unit != NULL ? w->unit->name : "";
}

static void
fill_wanted(struct ctx *x, const struct wanted *w, const char *tree_query)
{
	const struct category *c = w->category;

	view_set(x->page, "Page.Heading", heading(w));
	view_set(x->page, "Page.Nav", tree_entry(c));
	view_set(x->page, "Page.TreeQuery", tree_query);
	if (w->unit != NULL)
		rows_unit(view_child(x->page, "Page.Unit"), w->unit);
	if (c != NULL) {
		view_set(x->page, "Page.Category.Name", c->name);
		view_set(x->page, "Page.Category.Code", c->code);
		view_set(x->page, "Page.Category.Basis", c->basis);
	}
	if (w->year != 0)
		view_int(x->page, "Page.Year", w->year);
	if (w->month != 0)
		view_int(x->page, "Page.Month", w->month);
	if (w->yearless != 0)
		view_int(x->page, "Page.Yearless", w->yearless);
}

/* The feed of what is asked for, as far as feeds go: by unit, category and,
 * where no unit is, theme. */
static void
fill_feed(struct node *page, const struct wanted *w, struct arena *m)
{
	const struct wanted told = { .unit = w->unit, .category = w->category,
	    .theme = w->unit == NULL ? w->theme : NULL };
	const char *query = wanted_query(&told, m);

	view_set(page, "Page.Feed", query);
	view_set(page, "Page.FeedName", heading(&told));
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
	int64_t total;
};

static void
fill_orders(struct node *page, const struct wanted *w, struct arena *m)
{
	static const char *const names[] = { "Published", "Made", "Number" };
	struct node *sort = view_child(page, "Page.Sort");

	for (enum publication_order k = ORDER_PUBLISHED; k <= ORDER_NUMBER;
	    k++) {
		struct wanted other = *w;
		struct node *link = view_child(sort, names[k]);

		other.order = k;
		view_set(link, "Query", wanted_query(&other, m));
		view_flag(link, "Current", w->order == k);
	}
}

static enum rc
fill_rows(struct ctx *x, struct node *page, const void *arg)
{
	const struct list *l = arg;
	struct publications found;
	enum rc rc = publication_list(x->db, &l->filter, &found, x->mem);

	if (rc != RC_OK)
		return rc;
	found.total = l->total;
	fill_chips(page, &l->wanted, x->mem);
	fill_orders(page, &l->wanted, x->mem);
	rows_documents(page, "Page.Rows", &found, x->mem);
	rows_pager(page, &found, &l->at, x->mem);
	view_set(page, "Page.Query", l->at.query);
	fill_feed(page, &l->wanted, x->mem);
	view_flag(page, "Page.AtMost", l->total > LIST_ROWS_MAX ||
	    l->at.at_least);
	return RC_OK;
}

static enum rc
show_parts(struct ctx *x, const struct directory *d, const struct list *l,
    const char *tree_query)
{
	const struct list_side side = { d, &l->filter, &l->wanted,
	    tree_query };
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
	struct wanted any;
	const char *tree_query;
	struct list l;
	enum rc rc;

	if ((rc = directory_get(x, &d)) != RC_OK ||
	    (rc = wanted_read(x, d, &l.wanted)) != RC_OK)
		return rc;
	l.filter = wanted_filter(&l.wanted);
	l.at = (struct place){ .query = wanted_query(&l.wanted, x->mem),
	    .before = l.wanted.before, .number = l.wanted.page };
	any = l.wanted;
	any.category = NULL;
	tree_query = wanted_query(&any, x->mem);
	if ((rc = publication_total(x->db, &l.filter, &l.total,
	    &l.at.at_least)) != RC_OK ||
	    (rc = show_parts(x, d, &l, tree_query)) != RC_OK)
		return rc;
	fill_above(x->page, &d->categories, l.wanted.category);
	fill_wanted(x, &l.wanted, tree_query);
	fill_feed(x->page, &l.wanted, x->mem);
	rows_place(x->page, l.total, &l.at);
	return show(x, "portal/list.cs");
}

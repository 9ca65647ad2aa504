/* list_side.c - see list_side.h. */
#include "portal/list_side.h"
#include "portal/tree.h"

/* The filters being filled; the tally is made when something is not kept. */
struct side {
	struct ctx *x;
	struct node *page;
	const struct list_side *s;
	struct publication_tally tally;
	bool tallied;
};

/* What is counted under that heading; beside what is chosen there nothing,
 * when only what meets the whole filter could be counted. */
static enum rc
counts_of(struct side *a, enum publication_heading by,
    struct publication_counts *n)
{
	struct ctx *x = a->x;
	enum rc rc = publication_count(x->db, by, a->s->filter, n, x->mem);

	if (rc != RC_OK || !n->unknown || by == BY_CATEGORY)
		return rc;
	if (!a->tallied && (rc = publication_tally(x->db, a->s->filter,
	    &a->tally, x->mem)) != RC_OK)
		return rc;
	a->tallied = true;
	view_flag(a->page, "Page.Newest", a->tally.at_least);
	*n = a->tally.by[by];
	return RC_OK;
}

/* By going through all: those of a tally stand in no order. */
static int64_t
count_of(const struct publication_counts *n, int64_t key)
{
	for (int k = 0; k < n->n; k++)
		if (n->v[k].key == key)
			return n->v[k].n;
	return 0;
}

static enum rc
fill_tree(struct side *a)
{
	const struct publication_filter *f = a->s->filter;
	const struct publication_filter of_unit = { .unit = f->unit };
	const struct category *c = a->s->wanted->category;
	struct publication_counts n;
	bool unknown;
	enum rc rc;

	if ((rc = counts_of(a, BY_CATEGORY, &n)) != RC_OK)
		return rc;
	unknown = n.unknown;
	if (unknown && (rc = publication_count(a->x->db, BY_CATEGORY,
	    &of_unit, &n, a->x->mem)) != RC_OK)
		return rc;
	tree_fill(a->page, &(struct tree){ &a->s->directory->categories, &n,
	    unknown ? TREE_UNCOUNTED : TREE_ALL, f->category });
	if (c != NULL)
		view_set(a->page, "Page.Category.Code", c->code);
	return RC_OK;
}

/* One choice, when something stands there or it is chosen already. */
static void
option(struct node *page, const char *list, const char *value,
    const char *name, int64_t n, bool current)
{
	struct node *row;

	if (n == 0 && !current)
		return;
	row = view_item(page, list);
	view_set(row, "Value", value);
	view_set(row, "Name", name);
	view_int(row, "N", n);
	view_flag(row, "Current", current);
}

static enum rc
fill_units(struct side *a)
{
	const struct units *units = &a->s->directory->units;
	struct publication_counts n;
	enum rc rc;

	if ((rc = counts_of(a, BY_UNIT, &n)) != RC_OK)
		return rc;
	for (int i = 0; i < units->n; i++)
		option(a->page, "Page.Units", units->v[i].code,
		    units->v[i].short_name, count_of(&n, units->v[i].id),
		    units->v[i].id == a->s->filter->unit);
	return RC_OK;
}

static enum rc
fill_vocabulary(struct side *a, enum publication_heading by,
    const struct vocabulary *list, const char *name, int64_t chosen)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = counts_of(a, by, &n)) != RC_OK)
		return rc;
	for (int i = 0; i < list->n; i++)
		option(a->page, name, arena_printf(a->x->mem, "%lld",
		    (long long)list->v[i].id), list->v[i].name,
		    count_of(&n, list->v[i].id), list->v[i].id == chosen);
	return RC_OK;
}

static enum rc
fill_words(struct side *a)
{
	const struct publication_words *words = &a->s->directory->words;
	struct publication_counts n;
	enum rc rc;

	if ((rc = counts_of(a, BY_WORD, &n)) != RC_OK)
		return rc;
	for (int i = 0; i < words->n; i++)
		option(a->page, "Page.Words", words->v[i].word,
		    words->v[i].word, count_of(&n, words->v[i].id),
		    words->v[i].id == a->s->filter->word);
	return RC_OK;
}

static enum rc
fill_years(struct side *a)
{
	const struct publication_filter *f = a->s->filter;
	struct publication_counts n;
	enum rc rc;

	if ((rc = counts_of(a, BY_YEAR, &n)) != RC_OK)
		return rc;
	for (int i = 0; i < n.n; i++) {
		const char *year = arena_printf(a->x->mem, "%lld",
		    (long long)n.v[i].key);

		option(a->page, "Page.Years", year, year, n.v[i].n,
		    n.v[i].key == f->year);
	}
	if (f->year != 0)
		view_int(a->page, "Page.Year", f->year);
	return RC_OK;
}

static enum rc
fill_months(struct side *a)
{
	const struct publication_filter *f = a->s->filter;
	struct publication_counts n;
	enum rc rc;

	if (f->year == 0)
		return RC_OK;
	if ((rc = counts_of(a, BY_MONTH, &n)) != RC_OK)
		return rc;
	for (int k = 1; k <= 12; k++) {
		const char *month = arena_printf(a->x->mem, "%d", k);

		option(a->page, "Page.Months", month, month,
		    count_of(&n, f->year * 100 + k), k == f->month);
	}
	return RC_OK;
}

static enum rc
fill_validity(struct side *a)
{
	static const char *const values[] = { "valid", "expired",
	    "repealed" };
	struct publication_counts n;
	enum rc rc;

	if ((rc = counts_of(a, BY_VALIDITY, &n)) != RC_OK)
		return rc;
	for (int k = 1; k <= 3; k++)
		option(a->page, "Page.Validity", values[k - 1], "",
		    count_of(&n, k), a->s->filter->validity == k);
	view_flag(a->page, "Page.AnyValidity", a->s->filter->validity == 0);
	return RC_OK;
}

enum rc
list_side_fill(struct ctx *x, struct node *page, const void *arg)
{
	const struct list_side *s = arg;
	struct side a = { .x = x, .page = page, .s = s };
	enum rc rc;

	view_set(page, "Page.TreeQuery", s->tree_query);
	if (s->wanted->order == ORDER_MADE)
		view_set(page, "Page.Order", "made");
	if (s->wanted->order == ORDER_NUMBER)
		view_set(page, "Page.Order", "number");
	if ((rc = fill_tree(&a)) != RC_OK ||
	    (rc = fill_units(&a)) != RC_OK ||
	    (rc = fill_vocabulary(&a, BY_THEME, &s->directory->themes,
	    "Page.Themes", s->filter->theme)) != RC_OK ||
	    (rc = fill_vocabulary(&a, BY_KIND, &s->directory->kinds,
	    "Page.Kinds", s->filter->kind)) != RC_OK ||
	    (rc = fill_words(&a)) != RC_OK ||
	    (rc = fill_years(&a)) != RC_OK ||
	    (rc = fill_months(&a)) != RC_OK)
		return rc;
	return fill_validity(&a);
}

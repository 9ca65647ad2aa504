/* statistics.c - 统计: what was published and asked for in a year, as charts
 * with their tables. */
#include "base/clock.h"
#include "core/application_year.h"
#include "core/publication.h"
#include "portal/directory.h"
#include "portal/pages.h"
#include "portal/tree.h"

#define FIRST_YEAR	1949
/* The chart of months, in units of the picture. */
#define LEFT	16
#define STEP	58
#define BAR	36
#define TOP	28
#define BASE	190
#define LONGEST	240	/* the bar of a table's largest number */

enum { S_YEAR };
const struct field statistics_fields[] = {
	[S_YEAR] = { "year", KIND_NUMBER, 0, 9999, NULL },
	{ 0 }
};

static int64_t
largest(const struct publication_counts *n)
{
	int64_t max = 1;

	for (int k = 0; k < n->n; k++)
		if (n->v[k].n > max)
			max = n->v[k].n;
	return max;
}

static enum rc
fill_years(struct ctx *x, int year)
{
	const struct publication_filter all = { .max = 1 };
	struct publication_counts n;
	enum rc rc = publication_count(x->db, BY_YEAR, &all, &n, x->mem);

	for (int k = 0; rc == RC_OK && k < n.n; k++) {
		struct node *row = view_item(x->page, "Page.Years");

		view_int(row, "Year", n.v[k].key);
		view_int(row, "N", n.v[k].n);
		view_flag(row, "Current", n.v[k].key == year);
	}
	return rc;
}

static enum rc
fill_months(struct ctx *x, int year)
{
	const struct publication_filter f = { .year = year, .max = 1 };
	struct publication_counts n;
	enum rc rc = publication_count(x->db, BY_MONTH, &f, &n, x->mem);
	int64_t max = largest(&n), total = 0;

	for (int k = 0; rc == RC_OK && k < 12; k++) {
		struct node *m = view_item(x->page, "Page.Months");
		int64_t count = tree_count(&n, year * 100 + k + 1);
		int64_t h = (BASE - TOP) * count / max;

		total += count;
		view_int(m, "Month", k + 1);
		view_int(m, "N", count);
		view_int(m, "X", LEFT + k * STEP);
		view_int(m, "Middle", LEFT + k * STEP + BAR / 2);
		view_int(m, "Y", BASE - h);
		view_int(m, "TextY", BASE - h - 8);
		view_int(m, "Height", h);
	}
	view_int(x->page, "Page.Total", total);
	return rc;
}

static void
bar(struct node *row, const char *code, const char *name, int64_t n,
    int64_t max)
{
	int64_t width = LONGEST * n / max;

	view_set(row, "Code", code);
	view_set(row, "Name", name);
	view_int(row, "N", n);
	view_int(row, "Width", width > 1 ? width : 2);
}

static enum rc
fill_units(struct ctx *x, const struct directory *d, int year)
{
	const struct publication_filter f = { .year = year, .max = 1 };
	struct publication_counts n;
	enum rc rc = publication_count(x->db, BY_UNIT, &f, &n, x->mem);

	for (int k = 0; rc == RC_OK && k < d->units.n; k++) {
		const struct unit *u = &d->units.v[k];
		int64_t count = tree_count(&n, u->id);

		if (count > 0)
			bar(view_item(x->page, "Page.Units"), u->code,
			    u->short_name, count, largest(&n));
	}
	return rc;
}

/* The headings right below 法定主动公开内容, and those beside it. */
static enum rc
fill_categories(struct ctx *x, const struct directory *d, int year)
{
	const struct publication_filter f = { .year = year, .max = 1 };
	const struct category *top = tree_find(&d->categories, "open");
	struct publication_counts n;
	int64_t max = 1;
	enum rc rc = publication_count(x->db, BY_CATEGORY, &f, &n, x->mem);

	for (int pass = 0; rc == RC_OK && pass < 2; pass++)
		for (int k = 0; k < d->categories.n; k++) {
			const struct category *c = &d->categories.v[k];
			int64_t count = tree_count(&n, c->id);

			if (count == 0 || c == top || (c->parent != 0 &&
			    (top == NULL || c->parent != top->id)))
				continue;
			if (pass == 0)
				max = count > max ? count : max;
			else
				bar(view_item(x->page, "Page.Categories"),
				    c->code, c->name, count, max);
		}
	return rc;
}

static enum rc
fill_applications(struct ctx *x, int year)
{
	struct node *page = view_child(x->page, "Page.Applications");
	struct application_year y;
	enum rc rc = application_year(x->db, year, &y, x->mem);

	if (rc != RC_OK)
		return rc;
	view_int(page, "Received", y.received);
	view_int(page, "Answered", y.answered);
	view_int(page, "Ended", y.ended);
	view_int(page, "Open", y.received - y.answered - y.ended);
	if (y.answered > 0) {
		view_set(page, "Average", arena_printf(x->mem, "%lld.%lld",
		    (long long)(y.days / y.answered),
		    (long long)(y.days * 10 / y.answered % 10)));
		view_int(page, "Most", y.most_days);
	}
	return RC_OK;
}

enum rc
portal_statistics_show(struct ctx *x)
{
	const struct directory *d;
	int now = day_year(clock_today());
	int year = x->in.v[S_YEAR].given ? (int)x->in.v[S_YEAR].i : now;
	enum rc rc;

	if (x->problems.n > 0)
		return RC_INVALID;
	if (year < FIRST_YEAR || year > now)
		return RC_NOT_FOUND;
	if ((rc = directory_get(x, &d)) != RC_OK ||
	    (rc = fill_years(x, year)) != RC_OK ||
	    (rc = fill_months(x, year)) != RC_OK ||
	    (rc = fill_units(x, d, year)) != RC_OK ||
	    (rc = fill_categories(x, d, year)) != RC_OK ||
	    (rc = fill_applications(x, year)) != RC_OK)
		return rc;
	view_int(x->page, "Page.Year", year);
	view_flag(x->page, "Page.ThisYear", year == now);
	return show(x, "portal/statistics.cs");
}

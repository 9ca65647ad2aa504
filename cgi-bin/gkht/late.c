/* late.c - 超期公开: what became public after its 20 working days (条例 art.
 * 26) and why; for the supervising unit, how many in every unit. */
#include "core/lateness.h"
#include "gkht/frame.h"
#include "gkht/pages.h"

#define SHOWN 500

enum { L_YEAR };

const struct field late_fields[] = {
	[L_YEAR] = { "year", KIND_NUMBER, 0, 9999, NULL },
	{ 0 }
};

static void
count_show(struct node *n, const struct late_count *c)
{
	view_int(n, "Published", c->published);
	view_int(n, "Late", c->late);
	view_int(n, "Unexplained", c->late - c->explained);
}

static void
rows_show(struct ctx *x, const struct late_rows *rows)
{
	for (int k = 0; k < rows->n && k < SHOWN; k++) {
		const struct late_row *r = &rows->v[k];
		struct node *n = view_item(x->page, "Page.Rows");
		const char *when = clock_show(x->mem, r->published);

		view_int(n, "Id", r->id);
		view_set(n, "Title", r->title);
		view_set(n, "MadeOn", r->made_on);
		view_set(n, "Published", arena_strndup(x->mem, when, 10));
		view_set(n, "Reason", r->reason);
		view_int(n, "Over", r->over);
	}
}

static enum rc
units_show(struct ctx *x, const struct calendar *c, const struct period *p)
{
	struct late_units all;
	enum rc rc;

	if (!x->me->supervising)
		return RC_OK;
	if ((rc = lateness_units(x->db, c, p, &all, x->mem)) != RC_OK)
		return rc;
	for (int k = 0; k < all.n; k++) {
		struct node *n = view_item(x->page, "Page.Units");

		view_set(n, "Name", all.v[k].name);
		count_show(n, &all.v[k].count);
	}
	return RC_OK;
}

static int
year_of(struct ctx *x)
{
	int now = day_year(clock_today());
	int year = x->in.v[L_YEAR].given ? (int)x->in.v[L_YEAR].i : now;

	if (year < 2008 || year > now)
		year = now;
	for (int y = now; y >= 2008 && y > now - 10; y--) {
		struct node *o = view_item(x->page, "Page.Years");

		view_int(o, "Year", y);
		view_flag(o, "On", y == year);
	}
	return year;
}

enum rc
late_show(struct ctx *x)
{
	struct late_rows rows = { 0 };
	struct calendar *c;
	struct late_count sum;
	int year = year_of(x);
	struct period p;
	enum rc rc;

	frame_menu(x, "late");
	view_int(x->page, "Page.Year", year);
	if ((rc = period_of(year, 1, 12, &p, x->mem)) != RC_OK ||
	    (rc = calendar_load(x->db, &c, x->mem)) != RC_OK ||
	    (rc = lateness_of(x->db, c, x->me->unit, &p, &sum, &rows,
	    x->mem)) != RC_OK)
		return rc;
	count_show(view_child(x->page, "Page.Sum"), &sum);
	rows_show(x, &rows);
	if ((rc = units_show(x, c, &p)) != RC_OK)
		return rc;
	return show(x, "gkht/late.cs");
}

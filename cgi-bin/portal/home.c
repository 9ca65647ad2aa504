/* home.c - the first page. */
#include "base/clock.h"
#include "core/publication.h"
#include "core/unit.h"
#include "portal/ld.h"
#include "portal/pages.h"
#include "portal/part.h"
#include "portal/preference.h"
#include "portal/rows.h"
#include "portal/tree.h"

#define NEWEST		7
#define NEWEST_ELDER	4

static enum rc
fill_newest(struct ctx *x, struct node *page, bool elder)
{
	struct publication_filter f = { .max = NEWEST };
	struct publications found;
	enum rc rc;

	if (elder)
		f.max = NEWEST_ELDER;
	if ((rc = publication_list(x->db, &f, &found, x->mem)) != RC_OK)
		return rc;
	rows_documents(page, "Page.Rows", &found, x->mem);
	view_int(page, "Page.Facts.Total", found.total);
	if (found.n > 0)
		view_set(page, "Page.Facts.Last",
		    rows_day(x->mem, found.v[0].published));
	return RC_OK;
}

static enum rc
fill_year(struct ctx *x, struct node *page)
{
	const struct publication_filter all = { .max = 1 };
	int year = day_year(clock_today());
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_YEAR, &all, &n, x->mem)) !=
	    RC_OK)
		return rc;
	view_int(page, "Page.Facts.Year", year);
	view_int(page, "Page.Facts.OfYear", tree_count(&n, year));
	return RC_OK;
}

static enum rc
fill_themes(struct ctx *x, struct node *page)
{
	const struct publication_filter all = { .max = 1 };
	struct vocabulary themes;
	struct publication_counts n;
	enum rc rc;

	if ((rc = vocabulary_list(x->db, "theme", &themes, x->mem)) != RC_OK)
		return rc;
	if ((rc = publication_count(x->db, BY_THEME, &all, &n, x->mem)) !=
	    RC_OK)
		return rc;
	for (int i = 0; i < themes.n; i++) {
		struct node *row;
		int64_t count = tree_count(&n, themes.v[i].id);

		if (count == 0)
			continue;
		row = view_item(page, "Page.Themes");
		view_int(row, "Id", themes.v[i].id);
		view_set(row, "Name", themes.v[i].name);
		view_int(row, "N", count);
	}
	return RC_OK;
}

static enum rc
fill_units(struct ctx *x, struct node *page)
{
	struct units units;
	int64_t n = 0;
	enum rc rc;

	if ((rc = unit_list(x->db, &units, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < units.n; i++)
		n += units.v[i].enabled;
	view_int(page, "Page.Facts.Units", n);
	rows_unit_groups(page, "Page.Groups", &units);
	return RC_OK;
}

/* The elder version is short: search, entries, newest, telephone. */
static enum rc
fill_home(struct ctx *x, struct node *page, const void *arg)
{
	const bool *elder = arg;
	enum rc rc = fill_newest(x, page, *elder);

	view_flag(page, "Page.Elder", *elder);
	if (*elder || rc != RC_OK)
		return rc;
	if ((rc = fill_year(x, page)) != RC_OK ||
	    (rc = fill_themes(x, page)) != RC_OK)
		return rc;
	return fill_units(x, page);
}

enum rc
home_show(struct ctx *x)
{
	bool elder = preference_read(x).elder;
	enum rc rc = part_show(x, &(struct part){ "Page.MainHtml",
	    "portal/home_main.cs", arena_printf(x->mem, "%d %d", elder,
	    day_year(clock_today())), fill_home, &elder });

	ld_site(x);
	return rc == RC_OK ? show(x, "portal/home.cs") : rc;
}

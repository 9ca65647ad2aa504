/* entries.c - entries of the platform: guide, statutory content, annual
 * reports; the others are column.c and apply_start.c. */
#include <string.h>

#include "core/category.h"
#include "core/publication.h"
#include "core/unit.h"
#include "portal/entries.h"
#include "portal/pages.h"
#include "portal/part.h"
#include "portal/profile.h"
#include "portal/rows.h"
#include "portal/switch.h"
#include "portal/tree.h"

#define GUIDES		100

enum { GUIDE_UNIT };
const struct field guide_fields[] = {
	[GUIDE_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	{ 0 }
};

enum { OPEN_UNIT };
const struct field open_fields[] = {
	[OPEN_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	{ 0 }
};

enum { REPORT_UNIT, REPORT_YEAR, REPORT_BEFORE, REPORT_PAGE };
const struct field report_fields[] = {
	[REPORT_UNIT] = { "unit", KIND_TOKEN, 0, 16, NULL },
	[REPORT_YEAR] = { "year", KIND_NUMBER, 0, 9999, NULL },
	[REPORT_BEFORE] = { "before", KIND_ID, 0, 0, NULL },
	[REPORT_PAGE] = { "page", KIND_NUMBER, 0, 1000000, NULL },
	{ 0 }
};

enum rc
entries_unit(struct ctx *x, int field, struct unit *u)
{
	enum rc rc;

	*u = (struct unit){ 0 };
	if (x->problems.n > 0)
		return RC_INVALID;
	if (!x->in.v[field].given)
		return RC_OK;
	rc = unit_by_code(x->db, x->in.v[field].s, u, x->mem);
	if (rc == RC_OK)
		rows_unit(view_child(x->page, "Page.Unit"), u);
	return rc;
}

static const struct publication *
of_unit(const struct publications *list, const char *code)
{
	for (int i = 0; i < list->n; i++)
		if (strcmp(list->v[i].unit_code, code) == 0)
			return &list->v[i];
	return NULL;
}

/* Page.Units: each unit with its newest guide, where it has one. */
static void
guide_rows(struct node *page, const struct units *units,
    const struct publications *guides, struct arena *m)
{
	for (int i = 0; i < units->n; i++) {
		const struct unit *u = &units->v[i];
		const struct publication *p = of_unit(guides, u->code);
		struct node *row;

		if (!u->enabled)
			continue;
		row = view_item(page, "Page.Units");
		rows_unit(row, u);
		if (p == NULL)
			continue;
		view_set(row, "Doc", rows_doc(p));
		view_set(row, "Title", p->title);
		view_set(row, "Published", rows_day(m, p->published));
	}
}

static enum rc
fill_guides(struct ctx *x, struct node *page, const void *arg)
{
	struct publication_filter f = { .max = GUIDES };
	struct publications guides;
	struct category c;
	struct units units;
	enum rc rc;

	(void)arg;
	if ((rc = category_by_code(x->db, "guide", &c, x->mem)) != RC_OK)
		return rc;
	f.category = c.id;
	if ((rc = publication_list(x->db, &f, &guides, x->mem)) != RC_OK ||
	    (rc = unit_list(x->db, &units, x->mem)) != RC_OK)
		return rc;
	guide_rows(page, &units, &guides, x->mem);
	return RC_OK;
}

/* The newest guide of the one unit. */
static enum rc
fill_guide(struct ctx *x, const struct unit *u)
{
	struct publication_filter f = { .unit = u->id, .max = 1 };
	struct publications guides;
	struct category c;
	enum rc rc;

	if ((rc = category_by_code(x->db, "guide", &c, x->mem)) != RC_OK)
		return rc;
	f.category = c.id;
	if ((rc = publication_list(x->db, &f, &guides, x->mem)) != RC_OK)
		return rc;
	rows_documents(x->page, "Page.Rows", &guides, x->mem);
	return profile_fill(x, u, "guide");
}

enum rc
guide_show(struct ctx *x)
{
	struct unit u;
	enum rc rc;

	if ((rc = entries_unit(x, GUIDE_UNIT, &u)) != RC_OK ||
	    (rc = switch_show(x, "guide")) != RC_OK)
		return rc;
	if (u.id != 0)
		rc = fill_guide(x, &u);
	else
		rc = part_show(x, &(struct part){ "Page.GuidesHtml",
		    "portal/guide_table.cs", "", fill_guides, NULL });
	return rc == RC_OK ? show(x, "portal/guide.cs") : rc;
}

static enum rc
fill_open(struct ctx *x, struct node *page, const void *arg)
{
	const struct unit *u = arg;
	const struct publication_filter f = { .unit = u->id, .max = 1 };
	struct publication_counts n;
	struct categories all;
	enum rc rc;

	if ((rc = category_list(x->db, &all, x->mem)) != RC_OK ||
	    (rc = publication_count(x->db, BY_CATEGORY, &f, &n, x->mem)) !=
	    RC_OK)
		return rc;
	tree_fill(page, &(struct tree){ &all, &n, TREE_STATUTORY, 0 });
	if (u->id != 0)
		view_set(page, "Page.Unit.Code", u->code);
	return RC_OK;
}

enum rc
open_show(struct ctx *x)
{
	struct unit u;
	enum rc rc;

	if ((rc = entries_unit(x, OPEN_UNIT, &u)) != RC_OK ||
	    (rc = switch_show(x, "open")) != RC_OK)
		return rc;
	rc = part_show(x, &(struct part){ "Page.TreeHtml",
	    "portal/open_tree.cs", u.id != 0 ? u.code : "", fill_open, &u });
	return rc == RC_OK ? show(x, "portal/open.cs") : rc;
}

/* Page.Years; f->year becomes the newest one when none is asked for. */
static enum rc
fill_report_years(struct ctx *x, struct publication_filter *f)
{
	struct publication_counts n;
	enum rc rc;

	if ((rc = publication_count(x->db, BY_YEAR, f, &n, x->mem)) != RC_OK)
		return rc;
	for (int i = 0; i < n.n && !x->in.v[REPORT_YEAR].given; i++)
		if (n.v[i].key > f->year)
			f->year = (int)n.v[i].key;
	for (int i = 0; i < n.n; i++) {
		struct node *row = view_item(x->page, "Page.Years");

		view_int(row, "Year", n.v[i].key);
		view_int(row, "N", n.v[i].n);
		view_flag(row, "Current", n.v[i].key == f->year);
	}
	view_int(x->page, "Page.Year", f->year);
	return RC_OK;
}

enum rc
report_show(struct ctx *x)
{
	const struct value *v = x->in.v;
	struct publication_filter f = { .max = ROWS_PER_PAGE };
	struct publications found;
	struct category c;
	struct unit u;
	enum rc rc;

	if ((rc = category_by_code(x->db, "report", &c, x->mem)) != RC_OK ||
	    (rc = entries_unit(x, REPORT_UNIT, &u)) != RC_OK ||
	    (rc = switch_show(x, "report")) != RC_OK)
		return rc;
	f.category = c.id;
	f.unit = u.id;
	f.year = v[REPORT_YEAR].given ? (int)v[REPORT_YEAR].i : 0;
	f.before = v[REPORT_BEFORE].given ? v[REPORT_BEFORE].i : 0;
	if ((rc = fill_report_years(x, &f)) != RC_OK ||
	    (rc = publication_list(x->db, &f, &found, x->mem)) != RC_OK)
		return rc;
	rows_documents(x->page, "Page.Rows", &found, x->mem);
	rows_pager(x->page, &found, &(struct place){
	    .query = arena_printf(x->mem, "%s%s%syear=%d",
	    u.id != 0 ? "unit=" : "", u.id != 0 ? u.code : "",
	    u.id != 0 ? "&" : "", f.year), .before = f.before,
	    .number = v[REPORT_PAGE].i }, x->mem);
	return show(x, "portal/report.cs");
}

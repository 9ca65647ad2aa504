/* unit.c - one unit with its five entries, and all units with contacts. */
#include "core/category.h"
#include "core/publication.h"
#include "core/unit.h"
#include "portal/ld.h"
#include "portal/pages.h"
#include "portal/part.h"
#include "portal/profile.h"
#include "portal/rows.h"
#include "portal/switch.h"
#include "portal/tree.h"

#define NEWEST	10

/* Which of the unit's columns hold something; the others are not shown. */
static void
fill_entries(struct node *page, const struct categories *all,
    const struct publication_counts *n)
{
	static const struct { const char *name, *code; } entries[] = {
		{ "Page.Has.Guide", "guide" }, { "Page.Has.Rules", "rules" },
		{ "Page.Has.Open", "open" }, { "Page.Has.Report", "report" },
		{ "Page.Has.Leaders", "a20-2-lead" },
		{ "Page.Has.Organisation", "a20-2-org" },
		{ "Page.Has.Staff", "a20-2-staff" },
	};

	for (size_t k = 0; k < sizeof(entries) / sizeof(entries[0]); k++) {
		const struct category *c = tree_find(all, entries[k].code);

		view_flag(page, entries[k].name, c != NULL &&
		    tree_count(n, c->id) > 0);
	}
}

static enum rc
fill_tree(struct ctx *x, const struct unit *u)
{
	const struct publication_filter f = { .unit = u->id, .max = 1 };
	struct categories all;
	struct publication_counts n;
	enum rc rc;

	if ((rc = category_list(x->db, &all, x->mem)) != RC_OK)
		return rc;
	if ((rc = publication_count(x->db, BY_CATEGORY, &f, &n, x->mem)) !=
	    RC_OK)
		return rc;
	tree_fill(x->page, &(struct tree){ &all, &n, TREE_STATUTORY, 0 });
	fill_entries(x->page, &all, &n);
	return RC_OK;
}

enum rc
unit_show(struct ctx *x)
{
	struct publication_filter f = { .max = NEWEST };
	struct publications found;
	struct unit u;
	enum rc rc;

	if ((rc = unit_by_code(x->db, x->arg[0], &u, x->mem)) != RC_OK)
		return rc;
	f.unit = u.id;
	if ((rc = publication_list(x->db, &f, &found, x->mem)) != RC_OK ||
	    (rc = fill_tree(x, &u)) != RC_OK ||
	    (rc = profile_leaders(x, &u)) != RC_OK ||
	    (rc = switch_show(x, "unit")) != RC_OK)
		return rc;
	rows_unit(view_child(x->page, "Page.Unit"), &u);
	rows_documents(x->page, "Page.Rows", &found, x->mem);
	view_int(x->page, "Page.Total", found.total);
	view_set(x->page, "Page.Feed", arena_printf(x->mem, "unit=%s", u.code));
	view_set(x->page, "Page.FeedName", u.name);
	ld_unit(x, &u);
	return show(x, "portal/unit.cs");
}

static enum rc
fill_units(struct ctx *x, struct node *page, const void *arg)
{
	struct units units;
	enum rc rc = unit_list(x->db, &units, x->mem);

	(void)arg;
	if (rc == RC_OK) {
		rows_unit_groups(page, "Page.Groups", &units);
		switch_letters(page, "Page.Letters", &units, x->mem);
	}
	return rc;
}

enum rc
units_show(struct ctx *x)
{
	enum rc rc = part_show(x, &(struct part){ "Page.UnitsHtml",
	    "portal/units_table.cs", "", fill_units, NULL });

	return rc == RC_OK ? show(x, "portal/units.cs") : rc;
}

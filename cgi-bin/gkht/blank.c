/* blank.c - see blank.h. */
#include <string.h>

#include "core/category.h"
#include "core/publication.h"
#include "core/unit.h"
#include "gkht/blank.h"

static bool
must(const struct category *c)
{
	static const char *const codes[] = { "guide", "rules", "report",
	    "a20-2-org", "a20-2-lead", "a20-2-staff" };

	for (size_t k = 0; k < sizeof(codes) / sizeof(codes[0]); k++)
		if (strcmp(c->code, codes[k]) == 0)
			return true;
	return false;
}

/* Art. 21 names other things for towns and streets than for the rest. */
static bool
of_others(const struct category *c, const struct unit *u)
{
	bool town = strcmp(u->kind, "town") == 0 ||
	    strcmp(u->kind, "street") == 0;

	return strncmp(c->code, "a21t", 4) == 0 ? !town :
	    strncmp(c->code, "a21", 3) == 0 && town;
}

static const char *
name_of(const struct categories *all, int64_t id)
{
	for (int i = 0; i < all->n; i++)
		if (all->v[i].id == id)
			return all->v[i].name;
	return "";
}

static bool
counted(const struct publication_counts *n, int64_t id)
{
	for (int i = 0; i < n->n; i++)
		if (n->v[i].key == id)
			return true;
	return false;
}

static void
rows(struct ctx *x, const struct categories *all,
    const struct publication_counts *n, const struct unit *u, bool needed)
{
	for (int i = 0; i < all->n; i++) {
		const struct category *c = &all->v[i];
		struct node *row;

		if (!c->leaf || must(c) != needed || of_others(c, u) ||
		    counted(n, c->id))
			continue;
		row = view_item(x->page, "Page.Blank");
		view_set(row, "Name", c->name);
		view_set(row, "Above", name_of(all, c->parent));
		view_set(row, "Basis", c->basis);
		view_flag(row, "Must", needed);
	}
}

enum rc
blank_show(struct ctx *x)
{
	struct publication_filter f = { .unit = x->me->unit, .max = 1 };
	struct publication_counts n;
	struct categories all;
	struct unit u;
	enum rc rc;

	if ((rc = unit_get(x->db, x->me->unit, &u, x->mem)) != RC_OK ||
	    (rc = category_list(x->db, &all, x->mem)) != RC_OK ||
	    (rc = publication_count(x->db, BY_CATEGORY, &f, &n, x->mem)) !=
	    RC_OK)
		return rc;
	rows(x, &all, &n, &u, true);
	rows(x, &all, &n, &u, false);
	return RC_OK;
}

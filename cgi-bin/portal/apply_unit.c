/* apply_unit.c - choosing the unit: what it does tells which one it is. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "core/case_repeat.h"
#include "portal/apply.h"
#include "portal/rows.h"

#define SUGGESTED	5
#define LIKE_ENOUGH	15	/* per cent */

struct likely {
	const struct unit *u;
	int likeness;
};

static int
by_likeness(const void *a, const void *b)
{
	const struct likely *l = a, *r = b;

	return r->likeness - l->likeness;
}

/* A name that holds the words, or that the words hold, goes first. */
static int
likeness(const char *q, const struct unit *u, struct arena *m)
{
	const char *fold = text_fold(m, q);
	const char *name = text_fold(m, u->name);
	const char *brief = text_fold(m, u->short_name);
	int by_name;

	if (strstr(name, fold) != NULL || strstr(brief, fold) != NULL ||
	    (*brief != '\0' && strstr(fold, brief) != NULL))
		return 200;
	by_name = case_likeness(q, u->name, m);
	return case_likeness(q, u->duties, m) + by_name / 2;
}

static void
suggest(struct ctx *x, const struct units *units, const char *q)
{
	struct likely *all = arena_calloc(x->mem, (size_t)units->n + 1,
	    sizeof(*all));
	struct node *row;
	int n = 0;

	for (int k = 0; k < units->n; k++)
		if (units->v[k].enabled)
			all[n++] = (struct likely){ &units->v[k],
			    likeness(q, &units->v[k], x->mem) };
	qsort(all, (size_t)n, sizeof(*all), by_likeness);
	for (int k = 0; k < n && k < SUGGESTED; k++) {
		if (all[k].likeness < LIKE_ENOUGH)
			break;
		row = view_item(x->page, "Page.Likely");
		rows_unit(row, all[k].u);
		view_set(row, "Duties", text_cut(x->mem, all[k].u->duties,
		    80));
	}
}

enum rc
apply_fill_unit(struct ctx *x, const struct apply *a)
{
	const char *q = copy_get(&a->copy, "q");
	struct units units;
	enum rc rc;

	if ((rc = unit_list(x->db, &units, x->mem)) != RC_OK)
		return rc;
	view_flag(x->page, "Page.Asked", *q != '\0');
	if (*q == '\0')
		q = copy_get(&a->copy, "wish_description");
	if (*q != '\0')
		suggest(x, &units, q);
	rows_unit_groups(x->page, "Page.Groups", &units);
	return RC_OK;
}

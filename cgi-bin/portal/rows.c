/* rows.c - see rows.h. */
#include <string.h>

#include "base/clock.h"
#include "portal/rows.h"

#define DOC_PREFIX	"/doc/"

const char *
rows_doc(const struct publication *p)
{
	return p->path + strlen(DOC_PREFIX);
}

/* Before 16:00 UTC the day in Shanghai is the one that is stored; working out
 * every instant would be a tenth of a list's cost. */
const char *
rows_day(struct arena *m, const char *stored)
{
	const size_t day = strlen("2026-10-22");

	if (strlen(stored) > day + 2 && stored[day] == 'T' &&
	    strncmp(stored + day + 1, "16", 2) < 0)
		return arena_strndup(m, stored, day);
	return arena_strndup(m, clock_show(m, stored), day);
}

static void
document_row(struct node *row, const struct publication *p, struct arena *m)
{
	view_set(row, "Title", p->title);
	view_set(row, "DocNo", p->doc_no);
	view_set(row, "IndexNo", p->index_no);
	view_set(row, "Doc", rows_doc(p));
	view_set(row, "Made", p->made_on);
	view_set(row, "Published", rows_day(m, p->published));
	view_set(row, "Unit", p->unit_short);
	view_set(row, "Theme", p->theme_name);
	view_flag(row, "Expired", p->expired);
	view_flag(row, "Repealed", p->repealed);
}

void
rows_documents(struct node *at, const char *name,
    const struct publications *list, struct arena *m)
{
	for (int i = 0; i < list->n; i++)
		document_row(view_item(at, name), &list->v[i], m);
}

static int64_t
pages_of(int64_t total)
{
	return (total + ROWS_PER_PAGE - 1) / ROWS_PER_PAGE;
}

static int64_t
number_of(int64_t total, const struct place *at)
{
	int64_t pages = pages_of(total);

	if (at->before == 0 || at->number < 1)
		return 1;
	return at->number > pages && !at->at_least ? pages : at->number;
}

void
rows_place(struct node *page, int64_t total, const struct place *at)
{
	struct node *pager = view_child(page, "Page.Pager");

	view_int(pager, "Total", total);
	view_flag(pager, "AtLeast", at->at_least);
	if (pages_of(total) <= 1 && !at->at_least)
		return;
	view_int(pager, "Number", number_of(total, at));
	if (!at->at_least)
		view_int(pager, "Pages", pages_of(total));
	view_flag(pager, "First", at->before != 0);
}

static const char *
address(struct arena *m, const char *query, int64_t before, int64_t number)
{
	const char *and = *query != '\0' ? "&" : "";

	if (before == 0)
		return query;
	return arena_printf(m, "%s%sbefore=%lld&page=%lld", query, and,
	    (long long)before, (long long)number);
}

void
rows_pager(struct node *page, const struct publications *list,
    const struct place *at, struct arena *m)
{
	struct node *pager = view_child(page, "Page.Pager");
	int64_t number = number_of(list->total, at);

	rows_place(page, list->total, at);
	if (pages_of(list->total) <= 1 && !at->at_least)
		return;
	view_set(pager, "Query", at->query);
	if (list->previous >= 0 && at->before != 0) {
		view_flag(pager, "HasPrevious", true);
		view_set(pager, "Previous", address(m, at->query,
		    list->previous, number - 1));
	}
	if (list->next != 0)
		view_set(pager, "Next", address(m, at->query, list->next,
		    number + 1));
}

void
rows_unit(struct node *row, const struct unit *u)
{
	view_set(row, "Code", u->code);
	view_set(row, "Name", u->name);
	view_set(row, "Short", u->short_name);
	view_set(row, "Kind", u->kind);
	view_set(row, "Duties", u->duties);
	view_set(row, "Address", u->address);
	view_set(row, "Postcode", u->postcode);
	view_set(row, "Phone", u->phone);
	view_set(row, "Fax", u->fax);
	view_set(row, "Email", u->email);
	view_set(row, "Hours", u->hours);
}

void
rows_unit_groups(struct node *at, const char *name, const struct units *list)
{
	static const char *const kinds[] = {
		"department", "street", "town", "zone"
	};

	for (size_t k = 0; k < sizeof(kinds) / sizeof(kinds[0]); k++) {
		struct node *group = NULL;
		int64_t n = 0;

		for (int i = 0; i < list->n; i++) {
			if (!list->v[i].enabled ||
			    strcmp(list->v[i].kind, kinds[k]) != 0)
				continue;
			if (group == NULL)
				group = view_item(at, name);
			rows_unit(view_item(group, "Units"), &list->v[i]);
			n++;
		}
		if (group == NULL)
			continue;
		view_set(group, "Kind", kinds[k]);
		view_int(group, "N", n);
	}
}

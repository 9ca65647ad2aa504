/* search_side.c - see search_side.h. */
#include "portal/search_side.h"

#include "base/buf.h"
#include "portal/tree.h"

#define CHOICES 8

enum rc
search_side_read(struct ctx *x, struct search_side *s)
{
	const struct category *c;
	const struct unit *u;
	enum rc rc;

	if ((rc = directory_get(x, &s->directory)) != RC_OK ||
	    (rc = vocabulary_list(x->db, "kind", &s->kinds, x->mem)) != RC_OK)
		return rc;
	if (*s->unit != '\0') {
		if ((u = directory_unit(s->directory, s->unit)) == NULL)
			return RC_NOT_FOUND;
		s->filter.unit = u->id;
	}
	if (*s->category != '\0') {
		c = tree_find(&s->directory->categories, s->category);
		if (c == NULL)
			return RC_NOT_FOUND;
		s->filter.category = c->id;
	}
	return RC_OK;
}

static const char *
validity_key(int validity)
{
	static const char *const keys[] = { [SEARCH_ANY] = "",
	    [SEARCH_VALID] = "valid", [SEARCH_EXPIRED] = "expired",
	    [SEARCH_REPEALED] = "repealed" };

	return keys[validity];
}

char *
search_side_query(const struct search_side *s, struct arena *m)
{
	const struct search_filter *f = &s->filter;
	struct buf b = buf_new(m);

	buf_printf(&b, "q=%s", url_encode(m, s->q));
	if (f->unit != 0)
		buf_printf(&b, "&unit=%s", s->unit);
	if (f->category != 0)
		buf_printf(&b, "&category=%s", s->category);
	if (f->theme != 0)
		buf_printf(&b, "&theme=%lld", (long long)f->theme);
	if (f->kind != 0)
		buf_printf(&b, "&kind=%lld", (long long)f->kind);
	if (f->year != 0)
		buf_printf(&b, "&year=%d", f->year);
	if (f->validity != SEARCH_ANY)
		buf_printf(&b, "&validity=%s", validity_key(f->validity));
	if (s->order == SEARCH_NEWEST)
		buf_puts(&b, "&sort=date");
	return b.s;
}

static const char *
vocable_name(const struct vocabulary *v, int64_t id)
{
	for (int k = 0; k < v->n; k++)
		if (v->v[k].id == id)
			return v->v[k].name;
	return NULL;
}

static const struct unit *
unit_of(const struct units *u, int64_t id)
{
	for (int k = 0; k < u->n; k++)
		if (u->v[k].id == id)
			return &u->v[k];
	return NULL;
}

/* The search narrowed by one value of a facet, and the value's name; NULL:
 * it is narrowed so already, or the value says nothing. */
static const char *
choice(const struct search_side *s, enum search_facet by, int64_t key,
    struct search_side *to, struct arena *m)
{
	const struct category *c;
	const struct unit *u;

	*to = *s;
	switch (by) {
	case SEARCH_BY_UNIT:
		u = unit_of(&s->directory->units, key);
		to->filter.unit = key;
		to->unit = u != NULL ? u->code : "";
		return s->filter.unit == 0 && u != NULL ? u->short_name :
		    NULL;
	case SEARCH_BY_CATEGORY:
		c = tree_get(&s->directory->categories, key);
		to->filter.category = key;
		to->category = c != NULL ? c->code : "";
		return s->filter.category != key && c != NULL &&
		    (c->depth > 0 || c->leaf) ? c->name : NULL;
	case SEARCH_BY_THEME:
		to->filter.theme = key;
		return s->filter.theme == 0 ?
		    vocable_name(&s->directory->themes, key) : NULL;
	case SEARCH_BY_KIND:
		to->filter.kind = key;
		return s->filter.kind == 0 ? vocable_name(&s->kinds, key) :
		    NULL;
	case SEARCH_BY_YEAR:
		to->filter.year = (int)key;
		return s->filter.year == 0 ?
		    arena_printf(m, "%lld", (long long)key) : NULL;
	default:
		to->filter.validity = (int)key + SEARCH_VALID;
		return NULL;
	}
}

static void
fill_facet(struct ctx *x, const struct search_side *s, enum search_facet by,
    const struct search_counts *counts)
{
	static const char *const ids[] = { [SEARCH_BY_UNIT] = "unit",
	    [SEARCH_BY_CATEGORY] = "category", [SEARCH_BY_THEME] = "theme",
	    [SEARCH_BY_KIND] = "kind", [SEARCH_BY_YEAR] = "year" };
	struct node *facet = NULL, *row;
	struct search_side to;
	const char *name;
	int k, shown = 0;

	for (k = 0; k < counts->n && shown < CHOICES; k++) {
		name = choice(s, by, counts->v[k].key, &to, x->mem);
		if (name == NULL)
			continue;
		if (facet == NULL) {
			facet = view_item(x->page, "Page.Facets");
			view_set(facet, "By", ids[by]);
		}
		row = view_item(facet, "Choices");
		view_set(row, "Name", name);
		view_int(row, "N", counts->v[k].n);
		view_set(row, "Query", search_side_query(&to, x->mem));
		shown++;
	}
}

static void
fill_validity(struct ctx *x, const struct search_side *s,
    const struct search_counts *counts)
{
	struct search_side to;
	int k;

	if (s->filter.validity != SEARCH_ANY || counts->n < 2)
		return;
	for (k = 0; k < counts->n; k++) {
		struct node *row = view_item(x->page, "Page.Validity");

		choice(s, SEARCH_BY_VALIDITY, counts->v[k].key, &to, x->mem);
		view_set(row, "Key", validity_key(to.filter.validity));
		view_int(row, "N", counts->v[k].n);
		view_set(row, "Query", search_side_query(&to, x->mem));
	}
}

static void
chip(struct ctx *x, const char *kind, const char *text,
    const struct search_side *without)
{
	struct node *row = view_item(x->page, "Page.Chips");

	view_set(row, "Kind", kind);
	view_set(row, "Text", text);
	view_set(row, "Query", search_side_query(without, x->mem));
}

/* What it is narrowed by, each with the address of the search without it. */
static void
fill_chips(struct ctx *x, const struct search_side *s)
{
	const struct search_filter *f = &s->filter;
	const struct unit *u = unit_of(&s->directory->units, f->unit);
	const struct category *c = tree_get(&s->directory->categories,
	    f->category);
	struct search_side less[6] = { *s, *s, *s, *s, *s, *s };
	const char *name;

	less[0].filter.unit = less[1].filter.category = 0;
	less[2].filter.theme = less[3].filter.kind = 0;
	less[4].filter.year = 0;
	less[5].filter.validity = SEARCH_ANY;
	if (u != NULL)
		chip(x, "unit", u->short_name, &less[0]);
	if (c != NULL)
		chip(x, "category", c->name, &less[1]);
	if ((name = vocable_name(&s->directory->themes, f->theme)) != NULL)
		chip(x, "theme", name, &less[2]);
	if ((name = vocable_name(&s->kinds, f->kind)) != NULL)
		chip(x, "kind", name, &less[3]);
	if (f->year != 0)
		chip(x, "year", arena_printf(x->mem, "%d", f->year),
		    &less[4]);
	if (f->validity != SEARCH_ANY)
		chip(x, validity_key(f->validity), "",
		    &less[5]);
}

enum rc
search_side_fill(struct ctx *x, const struct search_side *s,
    const struct publication_hits *hits)
{
	struct search_side other = *s, plain = { .q = s->q,
	    .order = s->order };

	for (int by = 0; by < SEARCH_BY_VALIDITY; by++)
		fill_facet(x, s, (enum search_facet)by, &hits->facet[by]);
	fill_validity(x, s, &hits->facet[SEARCH_BY_VALIDITY]);
	fill_chips(x, s);
	other.order = s->order == SEARCH_BEST ? SEARCH_NEWEST : SEARCH_BEST;
	view_set(x->page, "Page.Other", search_side_query(&other, x->mem));
	view_set(x->page, "Page.Plain", search_side_query(&plain, x->mem));
	return RC_OK;
}

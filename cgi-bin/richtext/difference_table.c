/*
 * difference_table.c - tables row by row and cell by cell.
 *
 * Rows of both texts stand in one table, so a cell that spans rows spans
 * those of the other text between them as well.
 */
#include <string.h>

#include "base/text.h"
#include "richtext/redline.h"

struct rows {
	struct piece **row, **section;	/* section NULL: none */
	int *at;			/* where each stands in the common table */
	int n;
};

static void
count_rows(struct rows *t, const struct piece *x, struct piece *section)
{
	int k;

	for (k = 0; k < x->n_child; k++) {
		struct piece *c = x->child[k];

		if (c->kind == PIECE_SECTION && section == NULL)
			count_rows(t, c, c);
		if (c->kind != PIECE_ROW)
			continue;
		if (t->row != NULL) {
			t->row[t->n] = c;
			t->section[t->n] = section;
		}
		t->n++;
	}
}

static struct rows
rows_of(struct redline *r, const struct piece *table)
{
	struct rows t = { 0 };
	size_t n;

	count_rows(&t, table, NULL);
	n = (size_t)t.n + 1;
	t.row = arena_calloc(r->mem, n, sizeof *t.row);
	t.section = arena_calloc(r->mem, n, sizeof *t.section);
	t.at = arena_calloc(r->mem, n, sizeof *t.at);
	t.n = 0;
	count_rows(&t, table, NULL);
	return t;
}

static struct piece *
caption_of(const struct piece *table)
{
	return table->n_child > 0 &&
	    table->child[0]->kind == PIECE_CAPTION ? table->child[0] : NULL;
}

static void
captions(struct redline *r, struct piece *a, struct piece *b)
{
	if (a != NULL && b != NULL)
		difference_pair(r, a, b);
	else if (a != NULL)
		redline_whole(r, a, REDLINE_OLD);
	else if (b != NULL)
		redline_whole(r, b, REDLINE_NEW);
}

/* How many rows of the common table a cell of row i spans. */
static int
span(const struct rows *t, int i, const struct piece *cell)
{
	const char *at = memmem(cell->open, cell->n_open, " rowspan=\"", 10);
	int n = 0, last;

	for (; at != NULL && at[10] >= '0' && at[10] <= '9' && n < 1000; at++)
		n = n * 10 + (at[10] - '0');
	last = n > 1 ? i + n - 1 : i;
	if (last >= t->n)
		last = t->n - 1;
	return t->at[last] - t->at[i] + 1;
}

/* A cell of both texts, or of one when the other is NULL. */
static void
cell(struct redline *r, struct piece *a, struct piece *b, int rows)
{
	struct piece *x = b != NULL ? b : a;
	const char *class = a == NULL ? "df-new"
	    : b == NULL ? "df-old" : difference_look(r, a, b);
	const char *more = rows > 1
	    ? arena_printf(r->mem, " rowspan=\"%d\"", rows) : "";
	int k, places = r->d->places;

	redline_open(r, x, class, more);
	if (a != NULL && b != NULL)
		difference_children(r, a, b, DIFFERENCE_ALL);
	for (k = 0; k < x->n_child && (a == NULL || b == NULL); k++)
		redline_whole(r, x->child[k],
		    a == NULL ? REDLINE_NEW : REDLINE_OLD);
	redline_close(r, x);
	if (a == NULL || b == NULL)
		r->d->places = places + 1;
}

struct both {
	struct rows a, b;
	int i, j;		/* the rows in hand */
};

static void
cells(struct redline *r, struct both *t, struct piece *a, struct piece *b)
{
	int n = a != NULL ? span(&t->a, t->i, a) : 1;
	int m = b != NULL ? span(&t->b, t->j, b) : 1;

	cell(r, a, b, n > m ? n : m);
}

/* As many cells as before: one to one; else as they are alike. */
static void
row_pair(struct redline *r, struct both *t, struct piece *a, struct piece *b)
{
	struct difference_step *v;
	int k, n;

	redline_open(r, b, difference_look(r, a, b), "");
	if (a->n_child == b->n_child) {
		for (k = 0; k < a->n_child; k++)
			cells(r, t, a->child[k], b->child[k]);
	} else {
		v = difference_steps(r, a->child, a->n_child, b->child,
		    b->n_child, &n);
		for (k = 0; k < n; k++)
			cells(r, t, v[k].a, v[k].b);
	}
	redline_close(r, b);
}

static void
row_whole(struct redline *r, struct both *t, struct piece *x, bool fresh)
{
	int k, places = r->d->places;

	redline_open(r, x, fresh ? "df-new" : "df-old", "");
	for (k = 0; k < x->n_child; k++)
		cells(r, t, fresh ? NULL : x->child[k],
		    fresh ? x->child[k] : NULL);
	redline_close(r, x);
	r->d->places = places + 1;
}

static void
place_rows(struct both *t, const struct difference_step *v, int n)
{
	int k, i = 0, j = 0;

	for (k = 0; k < n; k++) {
		if (v[k].a != NULL)
			t->a.at[i++] = k;
		if (v[k].b != NULL)
			t->b.at[j++] = k;
	}
}

static bool
same_part(const struct piece *a, const struct piece *b)
{
	return a == b || (a != NULL && b != NULL && a->n_open == b->n_open &&
	    memcmp(a->open, b->open, a->n_open) == 0);
}

/* From the part in hand into the next: head, body or foot. */
static const struct piece *
enter(struct redline *r, const struct piece *from, const struct piece *to)
{
	if (same_part(from, to))
		return from;
	if (from != NULL)
		redline_close(r, from);
	if (to != NULL)
		redline_open(r, to, "", "");
	return to;
}

void
difference_table(struct redline *r, struct piece *a, struct piece *b)
{
	struct both t = { rows_of(r, a), rows_of(r, b), 0, 0 };
	const struct piece *part = NULL;
	struct difference_step *v;
	int k, n;

	captions(r, caption_of(a), caption_of(b));
	v = difference_steps(r, t.a.row, t.a.n, t.b.row, t.b.n, &n);
	place_rows(&t, v, n);
	for (k = 0; k < n; k++) {
		part = enter(r, part, v[k].b != NULL ? t.b.section[t.j]
						     : t.a.section[t.i]);
		if (v[k].a != NULL && v[k].b != NULL)
			row_pair(r, &t, v[k].a, v[k].b);
		else
			row_whole(r, &t, v[k].b != NULL ? v[k].b : v[k].a,
			    v[k].b != NULL);
		t.i += v[k].a != NULL;
		t.j += v[k].b != NULL;
	}
	enter(r, part, NULL);
}

/* grid.c - cells laid out as a browser does it. */
#include "richtext/grid.h"

#include <stdint.h>
#include <string.h>

#include "richtext/piece.h"

#define PLACES_MAX   200000
#define COLUMNS_MAX  1000
#define TABLES_MAX   500

/* How far each column is taken by cells from rows above: rows left. */
struct lay {
	int left[COLUMNS_MAX];
	const char *text[COLUMNS_MAX];
	int columns;		/* the most of any row so far */
};

static int
span_of(const struct piece *cell, const char *name)
{
	const char *at = memmem(cell->open, cell->n_open, name, strlen(name));
	int n = 0;

	if (at == NULL)
		return 1;
	for (at += strlen(name); *at >= '0' && *at <= '9' && n < 1000; at++)
		n = n * 10 + (*at - '0');
	return n < 1 ? 1 : n > 1000 ? 1000 : n;
}

/* The tables of the text, outermost ones, wherever they stand. */
static int
tables(struct piece *up, struct piece **v, int n)
{
	int k;

	for (k = 0; k < up->n_child && n < TABLES_MAX; k++)
		if (up->child[k]->kind == PIECE_TABLE)
			v[n++] = up->child[k];
		else
			n = tables(up->child[k], v, n);
	return n;
}

static int
rows(const struct piece *up, struct piece **v, int n)
{
	int k;

	for (k = 0; k < up->n_child; k++) {
		struct piece *c = up->child[k];

		if (c->kind == PIECE_SECTION) {
			n = rows(c, v, n);
		} else if (c->kind == PIECE_ROW) {
			if (v != NULL)
				v[n] = c;
			n++;
		}
	}
	return n;
}

static void
take(struct lay *l, int *at, int wide, int high, const char *text)
{
	int k, end;

	while (*at < COLUMNS_MAX && l->left[*at] > 0)
		(*at)++;
	end = *at + wide < COLUMNS_MAX ? *at + wide : COLUMNS_MAX;
	for (k = *at; k < end; k++) {
		l->left[k] = high;
		l->text[k] = text;
	}
	*at = end;
}

/* One row; to NULL: only how many columns it has is wanted. */
static void
lay_row(struct lay *l, const struct piece *row, const char **to,
    struct arena *m)
{
	int k, at = 0;

	for (k = 0; k < row->n_child; k++)
		take(l, &at, span_of(row->child[k], " colspan=\""),
		    span_of(row->child[k], " rowspan=\""),
		    to != NULL ? piece_text(row->child[k], m) : "");
	for (k = 0; k < (to != NULL ? l->columns : COLUMNS_MAX); k++) {
		if (l->left[k] == 0)
			continue;
		l->left[k]--;
		if (k >= l->columns)
			l->columns = k + 1;
		if (to != NULL)
			to[k] = l->text[k];
	}
}

static const char *
caption_of(const struct piece *table, struct arena *m)
{
	return table->n_child > 0 && table->child[0]->kind == PIECE_CAPTION
	    ? piece_text(table->child[0], m) : "";
}

static struct piece **
measure(const struct piece *table, struct grid *g, struct arena *m)
{
	struct lay *l = arena_alloc(m, sizeof *l);
	struct piece **v;
	int k;

	g->rows = rows(table, NULL, 0);
	v = arena_calloc(m, (size_t)g->rows + 1, sizeof *v);
	rows(table, v, 0);
	for (k = 0; k < g->rows; k++)
		lay_row(l, v[k], NULL, m);
	g->columns = l->columns;
	g->caption = caption_of(table, m);
	return v;
}

static int
find(struct safe_html h, struct piece **v, struct arena *m)
{
	return strstr(h.s, "<table") == NULL ? 0 :
	    tables(piece_read(pieces_new(m), h), v, 0);
}

void
grid_list(struct safe_html h, struct grids *out, struct arena *m)
{
	struct piece *v[TABLES_MAX];
	int k;

	out->n = find(h, v, m);
	out->v = arena_calloc(m, (size_t)out->n + 1, sizeof *out->v);
	for (k = 0; k < out->n; k++)
		measure(v[k], &out->v[k], m);
}

enum rc
grid_read(struct safe_html h, int n, struct grid *g, struct arena *m)
{
	struct piece *v[TABLES_MAX], **row;
	struct lay *l;
	size_t k, places;

	*g = (struct grid){ 0 };
	if (n < 1 || n > find(h, v, m))
		return RC_NOT_FOUND;
	row = measure(v[n - 1], g, m);
	if ((int64_t)g->rows * g->columns > PLACES_MAX)
		return RC_TOO_LARGE;
	places = (size_t)g->rows * (size_t)g->columns;
	g->cell = arena_calloc(m, places + 1, sizeof *g->cell);
	for (k = 0; k < places; k++)
		g->cell[k] = "";
	l = arena_alloc(m, sizeof *l);
	l->columns = g->columns;
	for (k = 0; k < (size_t)g->rows; k++)
		lay_row(l, row[k], g->cell + k * (size_t)g->columns, m);
	return RC_OK;
}

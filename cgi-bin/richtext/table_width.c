/*
 * table_width.c - how wide the columns of a table are: by what their cells
 * would like, else by the grid of the table.
 *
 * One cell says it for a column: the first that stands in that column alone,
 * or, where there is none, the first that spans only columns without one.
 */
#include "richtext/reader.h"

struct columns {
	int n;				/* columns of the grid */
	int twips[GRID_MAX];
	struct cell *says[GRID_MAX];
};

/* false: the grid says nothing of some column. */
static bool
grid_read(struct columns *g, const struct node *tblGrid)
{
	const struct node *n;

	for (n = tblGrid != NULL ? tblGrid->children : NULL;
	    n != NULL && g->n < GRID_MAX; n = n->next) {
		if (n->tag != w_gridCol)
			continue;
		if (!xml_int(xml_attr(n, "w"), &g->twips[g->n]) ||
		    g->twips[g->n] <= 0)
			return false;
		g->n++;
	}
	return g->n > 1;
}

static bool
is_free(const struct columns *g, const struct cell *c)
{
	int k;

	for (k = c->col; k < c->col + c->cols; k++)
		if (k >= g->n || g->says[k] != NULL)
			return false;
	return c->cols < g->n;
}

static void
choose(struct columns *g, const struct table *t, bool spanning)
{
	const struct row *r;
	struct cell *c;
	int k;

	for (r = t->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next) {
			if ((c->cols > 1) != spanning || !is_free(g, c))
				continue;
			for (k = c->col; k < c->col + c->cols; k++)
				g->says[k] = c;
			if (!spanning && c->twips > 0)
				g->twips[c->col] = c->twips;
		}
}

void
table_widths(struct table *t, const struct node *tblGrid)
{
	struct columns g = { 0 };
	double all = 0;
	int k;

	if (!grid_read(&g, tblGrid))
		return;
	choose(&g, t, false);
	choose(&g, t, true);
	for (k = 0; k < g.n; k++)
		all += g.twips[k];
	for (k = 0; k < g.n; k++)
		if (g.says[k] != NULL)
			g.says[k]->width += 100 * g.twips[k] / all;
}

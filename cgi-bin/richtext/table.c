/* table.c - rows, cells and merges; a merged cell is one cell that grows. */
#include <string.h>

#include "richtext/reader.h"

struct grid {
	struct table *table;
	struct cell *open[GRID_MAX];	/* vMerge in progress, by column */
	struct cell *next[GRID_MAX];
	struct row *row;
	struct cell *last;
	int col;
};

static int
clamp(int v, int low, int high)
{
	return v < low ? low : v > high ? high : v;
}

/* The number that a child's val gives, within what Word allows. */
static int
count_of(const xmlNode *pr, enum xml_tag tag, int fallback)
{
	int v = fallback;

	xml_int(xml_val(pr, tag), &v);
	return clamp(v, fallback, GRID_MAX);
}

static bool
continues(const xmlNode *tcPr, enum xml_tag tag)
{
	const xmlNode *n = xml_child(tcPr, tag);
	const char *v = xml_attr(n, "val");

	return n != NULL && (v == NULL || strcmp(v, "restart") != 0);
}

static struct cell *
cell_new(struct reader *rd, struct grid *g, int cols)
{
	struct cell *c = arena_alloc(rd->mem, sizeof *c);

	if (++rd->n_cell > CELLS_MAX)
		rd->too_large = true;
	c->col = g->col;
	c->cols = cols;
	c->rows = 1;
	blocks_init(&c->in);
	*g->row->last = c;
	g->row->last = &c->next;
	return c;
}

static void
cell_fill(struct reader *rd, struct blocks *to, const xmlNode *tc)
{
	struct blocks *out = rd->out;
	struct para *carry = rd->carry;

	rd->out = to;
	rd->carry = NULL;
	body_read(rd, tc);
	if (rd->carry != NULL)
		blocks_add(rd, rd->carry, NULL);
	rd->out = out;
	rd->carry = carry;
}

static void
cell_read(struct reader *rd, struct grid *g, const xmlNode *tc)
{
	const xmlNode *pr = xml_child(tc, w_tcPr);
	int cols = count_of(pr, w_gridSpan, 1);
	struct blocks unseen;
	struct cell *c;

	if (g->col >= GRID_MAX)
		g->col = GRID_MAX - 1;
	cols = clamp(cols, 1, GRID_MAX - g->col);
	if (continues(pr, w_vMerge) && (c = g->open[g->col]) != NULL) {
		/* What it holds is not shown; its numbers still count. */
		blocks_init(&unseen);
		cell_fill(rd, &unseen, tc);
		c->rows++;
		g->next[g->col] = c;
	} else if (continues(pr, w_hMerge) && g->last != NULL) {
		c = g->last;
		c->cols = clamp(c->cols + cols, 1, GRID_MAX);
		cell_fill(rd, &c->in, tc);
	} else {
		c = cell_new(rd, g, cols);
		cell_fill(rd, &c->in, tc);
		if (xml_child(pr, w_vMerge) != NULL)
			g->next[g->col] = c;
	}
	g->last = c;
	g->col += cols;
}

static void
cells_read(struct reader *rd, struct grid *g, const xmlNode *parent)
{
	const xmlNode *n;

	for (n = parent != NULL ? parent->children : NULL;
	    n != NULL && !rd->too_large; n = n->next)
		switch (xml_tag(n)) {
		case w_tc:
			cell_read(rd, g, n);
			break;
		case w_sdt:
			cells_read(rd, g, xml_child(n, w_sdtContent));
			break;
		case w_customXml:
		case w_ins:
		case w_moveTo:
			cells_read(rd, g, n);
			break;
		default:
			break;
		}
}

static void
row_read(struct reader *rd, struct grid *g, const xmlNode *tr)
{
	const xmlNode *pr = xml_child(tr, w_trPr);
	int before = count_of(pr, w_gridBefore, 0);

	if (xml_child(pr, w_del) != NULL) {
		rd->told->deletions++;
		return;
	}
	g->row = arena_alloc(rd->mem, sizeof *g->row);
	g->row->last = &g->row->first;
	g->row->head = xml_on(xml_child(pr, w_tblHeader));
	*g->table->last = g->row;
	g->table->last = &g->row->next;
	g->last = NULL;
	memset(g->next, 0, sizeof g->next);
	g->col = 0;
	/* Columns that a row leaves out at its start are an empty cell. */
	if (before > 0)
		cell_new(rd, g, before);
	g->col = before;
	cells_read(rd, g, tr);
	memcpy(g->open, g->next, sizeof g->open);
}

static void
rows_read(struct reader *rd, struct grid *g, const xmlNode *parent)
{
	const xmlNode *n;

	for (n = parent != NULL ? parent->children : NULL;
	    n != NULL && !rd->too_large; n = n->next)
		switch (xml_tag(n)) {
		case w_tr:
			row_read(rd, g, n);
			break;
		case w_sdt:
			rows_read(rd, g, xml_child(n, w_sdtContent));
			break;
		case w_customXml:
		case w_ins:
		case w_moveTo:
			rows_read(rd, g, n);
			break;
		default:
			break;
		}
}

void
table_read(struct reader *rd, const xmlNode *tbl)
{
	struct grid *g = arena_alloc(rd->mem, sizeof *g);

	g->table = arena_alloc(rd->mem, sizeof *g->table);
	g->table->last = &g->table->first;
	rows_read(rd, g, tbl);
	if (g->table->first != NULL)
		blocks_add(rd, NULL, g->table);
}

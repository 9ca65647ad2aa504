/* table.c - rows, cells and merges; a merged cell is one cell that grows. */
#include <string.h>

#include "richtext/reader.h"
#include "richtext/table_style.h"

#define TWIPS_MAX 31680	/* 22 inches, as wide as a page of Word is */

struct grid {
	struct table *table;
	struct cell *open[GRID_MAX];	/* vMerge in progress, by column */
	struct cell *next[GRID_MAX];
	struct row *row;
	struct cell *last;
	int col;
	int style;
	struct table_look look;
	struct sides sides;	/* of the table, its style's beneath */
	struct place at;
};

static int
clamp(int v, int low, int high)
{
	return v < low ? low : v > high ? high : v;
}

/* The number that a child's val gives, within what Word allows. */
static int
count_of(const struct node *pr, enum xml_tag tag, int fallback)
{
	int v = fallback;

	xml_int(xml_val(pr, tag), &v);
	return clamp(v, fallback, GRID_MAX);
}

static bool
continues(const struct node *tcPr, enum xml_tag tag)
{
	const struct node *n = xml_child(tcPr, tag);
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
cell_fill(struct reader *rd, struct blocks *to, const struct node *tc,
    const struct cell_look *look)
{
	const struct run_props *run = rd->cell_run;
	const struct para_props *para = rd->cell_para;
	struct blocks *out = rd->out;
	struct para *carry = rd->carry;

	rd->out = to;
	rd->carry = NULL;
	rd->cell_run = &look->r;
	rd->cell_para = &look->p;
	body_read(rd, tc);
	if (rd->carry != NULL)
		blocks_add(rd, rd->carry, NULL);
	rd->out = out;
	rd->carry = carry;
	rd->cell_run = run;
	rd->cell_para = para;
}

/* Outside the table's own lines, between its cells those inside it. */
static int
table_sides(const struct grid *g)
{
	const struct sides *s = &g->sides;
	int on = 0;

	if (g->at.row == 0 ? s->on & SIDE_TOP : s->inside[0])
		on |= SIDE_TOP;
	if (g->at.row == g->at.rows - 1 ? s->on & SIDE_BOTTOM : s->inside[0])
		on |= SIDE_BOTTOM;
	if (g->at.col == 0 ? s->on & SIDE_LEFT : s->inside[1])
		on |= SIDE_LEFT;
	if (g->at.last_col ? s->on & SIDE_RIGHT : s->inside[1])
		on |= SIDE_RIGHT;
	return on;
}

static int
valign_of(const char *v)
{
	if (v != NULL && strcmp(v, "center") == 0)
		return LOOK_VA_M;
	return v != NULL && strcmp(v, "bottom") == 0 ? LOOK_VA_B : LOOK_VA_T;
}

/* A share of the page is not known beside twips: not said. */
static int
cell_twips(const struct node *tcW)
{
	const char *type = xml_attr(tcW, "type");
	int v = 0;

	if (type != NULL && strcmp(type, "dxa") != 0)
		return 0;
	xml_int(xml_attr(tcW, "w"), &v);
	return clamp(v, 0, TWIPS_MAX);
}

static void
cell_looks(struct reader *rd, const struct grid *g, struct cell *c,
    const struct node *tcPr, const struct cell_look *look)
{
	const struct node *shd = xml_child(tcPr, w_shd);
	struct sides own;

	sides_read(&own, xml_child(tcPr, w_tcBorders));
	sides_under(&own, &look->sides);
	c->border = (own.on & own.set) | (table_sides(g) & ~own.set);
	c->shade = shd != NULL ? color_shade(&rd->styles.theme, shd)
	    : look->shade;
	c->valign = valign_of(xml_val(tcPr, w_vAlign));
	c->twips = cell_twips(xml_child(tcPr, w_tcW));
}

/* The lowest of a merged cell says what is below it. */
static void
cell_grows(struct reader *rd, const struct grid *g, struct cell *c,
    const struct node *tcPr, const struct cell_look *look)
{
	struct cell last = { 0 };

	cell_looks(rd, g, &last, tcPr, look);
	c->rows++;
	c->border = (c->border & ~(int)SIDE_BOTTOM) |
	    (last.border & (int)SIDE_BOTTOM);
}

static void
cell_read(struct reader *rd, struct grid *g, const struct node *tc)
{
	const struct node *pr = xml_child(tc, w_tcPr);
	int cols = count_of(pr, w_gridSpan, 1);
	struct cell_look look;
	struct blocks unseen;
	struct cell *c;

	if (g->col >= GRID_MAX)
		g->col = GRID_MAX - 1;
	cols = clamp(cols, 1, GRID_MAX - g->col);
	g->at.col = g->col;
	g->at.last_col = tc->next == NULL;
	table_style_cell(&rd->styles, g->style, &g->look, &g->at, &look);
	if (continues(pr, w_vMerge) && (c = g->open[g->col]) != NULL) {
		/* What it holds is not shown; its numbers still count. */
		blocks_init(&unseen);
		cell_fill(rd, &unseen, tc, &look);
		cell_grows(rd, g, c, pr, &look);
		g->next[g->col] = c;
	} else if (continues(pr, w_hMerge) && g->last != NULL) {
		c = g->last;
		c->cols = clamp(c->cols + cols, 1, GRID_MAX);
		cell_fill(rd, &c->in, tc, &look);
	} else {
		c = cell_new(rd, g, cols);
		cell_looks(rd, g, c, pr, &look);
		cell_fill(rd, &c->in, tc, &look);
		if (xml_child(pr, w_vMerge) != NULL)
			g->next[g->col] = c;
	}
	g->last = c;
	g->col += cols;
}

static void
cells_read(struct reader *rd, struct grid *g, const struct node *parent)
{
	const struct node *n;

	for (n = parent != NULL ? parent->children : NULL;
	    n != NULL && !rd->too_large; n = n->next)
		switch (xml_tag(n)) {
		case w_tc:
			if (xml_child(xml_child(n, w_tcPr), w_cellDel) != NULL)
				rd->told->deletions++;
			else
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
		case mc_AlternateContent:
			cells_read(rd, g, xml_choose(n));
			break;
		case w_bookmarkStart:
			anchor_put(rd, NULL, n);
			break;
		default:
			break;
		}
}

static void
row_read(struct reader *rd, struct grid *g, const struct node *tr)
{
	const struct node *pr = xml_child(tr, w_trPr);
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
	g->at.row++;
}

static void
rows_read(struct reader *rd, struct grid *g, const struct node *parent)
{
	const struct node *n;

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
		case mc_AlternateContent:
			rows_read(rd, g, xml_choose(n));
			break;
		case w_bookmarkStart:
			anchor_put(rd, NULL, n);
			break;
		default:
			break;
		}
}

static int
rows_count(const struct node *parent)
{
	const struct node *n;
	int count = 0;

	for (n = parent != NULL ? parent->children : NULL; n != NULL;
	    n = n->next)
		if (n->tag == w_tr)
			count++;
		else if (n->tag == w_sdt)
			count += rows_count(xml_child(n, w_sdtContent));
		else if (n->tag == mc_AlternateContent)
			count += rows_count(xml_choose(n));
		else if (n->tag == w_customXml || n->tag == w_ins ||
		    n->tag == w_moveTo)
			count += rows_count(n);
	return count;
}

static void
grid_looks(struct reader *rd, struct grid *g, const struct node *tblPr)
{
	const struct style *chain[STYLE_CHAIN];
	int k, n;

	g->style = styles_find(&rd->styles, xml_val(tblPr, w_tblStyle));
	if (g->style < 0)
		g->style = rd->styles.table;
	table_look_read(&g->look, tblPr);
	sides_read(&g->sides, xml_child(tblPr, w_tblBorders));
	n = styles_chain(&rd->styles, g->style, chain);
	for (k = 0; k < n; k++)
		if (chain[k]->table != NULL)
			sides_under(&g->sides,
			    &chain[k]->table->cond[COND_WHOLE].sides);
}

void
word_table_read(struct reader *rd, const struct node *tbl)
{
	struct grid *g = arena_alloc(rd->mem, sizeof *g);

	g->table = arena_alloc(rd->mem, sizeof *g->table);
	g->table->last = &g->table->first;
	g->at.rows = rows_count(tbl);
	grid_looks(rd, g, xml_child(tbl, w_tblPr));
	rows_read(rd, g, tbl);
	if (g->table->first != NULL) {
		table_widths(g->table, xml_child(tbl, w_tblGrid));
		blocks_add(rd, NULL, g->table);
	}
}

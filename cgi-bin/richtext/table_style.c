/* table_style.c - reads the conditions and lays them over each other. */
#include <stdlib.h>
#include <string.h>

#include "richtext/table_style.h"

void
sides_read(struct sides *s, const struct node *borders)
{
	static const enum xml_tag inner[2] = { w_insideH, w_insideV };
	const struct node *n;
	const char *v;
	int k;

	memset(s, 0, sizeof *s);
	if (borders == NULL)
		return;
	s->on = styles_sides(borders, 0);
	s->set = styles_sides(borders, 0) | (15 & ~styles_sides(borders, 15));
	for (k = 0; k < 2; k++) {
		if ((n = xml_child(borders, inner[k])) == NULL)
			continue;
		v = xml_attr(n, "val");
		s->inside_set[k] = true;
		s->inside[k] = v != NULL && strcmp(v, "none") != 0 &&
		    strcmp(v, "nil") != 0;
	}
}

void
sides_under(struct sides *over, const struct sides *below)
{
	int k;

	over->on |= below->on & below->set & ~over->set;
	over->set |= below->set;
	for (k = 0; k < 2; k++)
		if (!over->inside_set[k] && below->inside_set[k]) {
			over->inside_set[k] = true;
			over->inside[k] = below->inside[k];
		}
}

static void
cond_read(const struct styles *st, struct table_cond *c,
    const struct node *n)
{
	const struct node *tcPr = xml_child(n, w_tcPr);
	const struct node *tblPr = xml_child(n, w_tblPr);
	const struct node *borders = xml_child(tcPr, w_tcBorders);
	const struct node *shd = xml_child(tcPr, w_shd);

	c->there = true;
	styles_para(st, &c->p, xml_child(n, w_pPr));
	styles_run(st, &c->r, xml_child(n, w_rPr));
	sides_read(&c->sides, borders != NULL ? borders
	    : xml_child(tblPr, w_tblBorders));
	if (shd == NULL)
		shd = xml_child(tblPr, w_shd);
	c->shaded = shd != NULL;
	c->shade = shd != NULL ? color_shade(&st->theme, shd) : 0;
}

static int
condition_of(const char *type)
{
	static const char *const names[COND__MAX] = {
		"wholeTable", "band1Vert", "band2Vert", "band1Horz",
		"band2Horz", "firstCol", "lastCol", "firstRow", "lastRow",
		"neCell", "nwCell", "seCell", "swCell",
	};
	int k;

	for (k = 0; type != NULL && k < COND__MAX; k++)
		if (strcmp(type, names[k]) == 0)
			return k;
	return -1;
}

static int
band_size(const struct node *tblPr, enum xml_tag tag)
{
	int v;

	return xml_int(xml_val(tblPr, tag), &v) && v >= 1 && v <= 1000 ? v
	    : 1;
}

struct table_style *
table_style_read(const struct styles *st, const struct node *n,
    struct arena *m)
{
	struct table_style *t = arena_alloc(m, sizeof *t);
	const struct node *k;
	int c;

	t->rows = band_size(xml_child(n, w_tblPr), w_tblStyleRowBandSize);
	t->cols = band_size(xml_child(n, w_tblPr), w_tblStyleColBandSize);
	cond_read(st, &t->cond[COND_WHOLE], n);
	for (k = n->children; k != NULL; k = k->next)
		if (k->tag == w_tblStylePr &&
		    (c = condition_of(xml_attr(k, "type"))) > 0)
			cond_read(st, &t->cond[c], k);
	return t;
}

static bool
flag(const struct node *n, const char *name, unsigned all, unsigned bit)
{
	const char *v = xml_attr(n, name);

	if (v == NULL)
		return (all & bit) != 0;
	return strcmp(v, "1") == 0 || strcmp(v, "true") == 0 ||
	    strcmp(v, "on") == 0;
}

void
table_look_read(struct table_look *l, const struct node *tblPr)
{
	const struct node *n = xml_child(tblPr, w_tblLook);
	const char *v = xml_attr(n, "val");
	unsigned all = v != NULL ? (unsigned)strtoul(v, NULL, 16) : 0;

	l->first_row = flag(n, "firstRow", all, 0x20);
	l->last_row = flag(n, "lastRow", all, 0x40);
	l->first_col = flag(n, "firstColumn", all, 0x80);
	l->last_col = flag(n, "lastColumn", all, 0x100);
	l->rows = !flag(n, "noHBand", all, 0x200);
	l->cols = !flag(n, "noVBand", all, 0x400);
}

static bool
holds(enum condition c, const struct table_look *l, const struct place *at,
    const struct table_style *t)
{
	bool top = l->first_row && at->row == 0;
	bool bottom = l->last_row && at->row == at->rows - 1;
	bool left = l->first_col && at->col == 0;
	bool right = l->last_col && at->last_col;
	int row = at->row - l->first_row, col = at->col - l->first_col;

	switch (c) {
	case COND_WHOLE:
		return true;
	case COND_BAND1_VERT:
	case COND_BAND2_VERT:
		return l->cols && !left && !right &&
		    col / t->cols % 2 == (c == COND_BAND2_VERT);
	case COND_BAND1_HORZ:
	case COND_BAND2_HORZ:
		return l->rows && !top && !bottom &&
		    row / t->rows % 2 == (c == COND_BAND2_HORZ);
	case COND_FIRST_COL:
		return left;
	case COND_LAST_COL:
		return right;
	case COND_FIRST_ROW:
		return top;
	case COND_LAST_ROW:
		return bottom;
	case COND_NE:
		return top && right;
	case COND_NW:
		return top && left;
	case COND_SE:
		return bottom && right;
	default:
		return bottom && left;
	}
}

/* Borders of a condition go round its cells, not round the table. */
static void
cond_lay(struct cell_look *out, const struct table_cond *t,
    enum condition c, bool *shaded)
{
	styles_para_under(&out->p, &t->p);
	styles_run_under(&out->r, &t->r);
	if (c != COND_WHOLE)
		sides_under(&out->sides, &t->sides);
	if (t->shaded && !*shaded) {
		*shaded = true;
		out->shade = t->shade;
	}
}

void
table_style_cell(const struct styles *st, int style,
    const struct table_look *look, const struct place *at,
    struct cell_look *out)
{
	const struct style *chain[STYLE_CHAIN];
	const struct table_style *t;
	int n = styles_chain(st, style, chain), c, k;
	bool shaded = false;

	memset(out, 0, sizeof *out);
	for (c = COND__MAX - 1; c >= 0; c--)
		for (k = 0; k < n; k++) {
			t = chain[k]->table;
			if (t != NULL && t->cond[c].there &&
			    holds((enum condition)c, look, at, t))
				cond_lay(out, &t->cond[c],
				    (enum condition)c, &shaded);
		}
}

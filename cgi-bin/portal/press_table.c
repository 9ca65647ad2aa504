/*
 * press_table.c - tables: columns as wide as what stands in them asks for,
 * rows that go on over pages, heads again at the top of each.
 */
#include <math.h>
#include <string.h>

#include "base/text.h"
#include "portal/press_draw.h"

#define PAD	  4.0
#define RULE	  0.5
#define CHARS_MAX 24		/* that make a column wider */
#define CHARS_MIN 2
#define PICTURE_MAX 240.0	/* height in a cell */

/* A cell while it is drawn. */
struct cell {
	const struct flow_cell *c;
	double x, width, high;	/* of its text: without the borders' pad */
	double y;		/* where its text goes on */
	int block, line, page;	/* what comes next, and where it began */
	bool done;
};

struct table {
	struct press *p;
	const struct flow_table *t;
	double size;
	double *x;		/* left edges, and the right one of all */
	double *row;		/* heights */
	struct cell *cell;
	int first;		/* cells before it are done with */
};

static int
chars(const char *s)
{
	int wide = 0, narrow = 0;

	while (*s != '\0') {
		if (text_next(&s) < 0x2000)
			narrow++;
		else
			wide++;
	}
	return wide + (narrow + 1) / 2;
}

static int
cell_chars(const struct flow_cell *c)
{
	int most = CHARS_MIN, n;

	for (int i = 0; i < c->text.n; i++) {
		n = c->text.v[i].picture != NULL ? CHARS_MAX / 2 :
		    chars(c->text.v[i].plain);
		most = n > most ? n : most;
	}
	return most < CHARS_MAX ? most : CHARS_MAX;
}

static double
size_of(int columns)
{
	return columns <= 6 ? CELL_SIZE : columns <= 10 ? SMALL_SIZE :
	    columns <= 16 ? 9 : columns <= 26 ? 7.5 : 5.5;
}

/* What a column asks for: what it was given, else what stands in it. */
static double
column_want(const struct table *t, int column)
{
	double chars = CHARS_MIN, given = 0;

	for (int i = 0; i < t->t->n; i++) {
		const struct flow_cell *c = &t->t->v[i];

		if (c->column > column || c->column + c->columns <= column)
			continue;
		if (c->width > 0 && given == 0)
			given = c->width * PAGE_INNER / 100 / c->columns;
		if (c->columns == 1)
			chars = fmax(chars, cell_chars(c));
	}
	return fmax(given > 0 ? given : chars * t->size + 2 * PAD,
	    CHARS_MIN * t->size + 2 * PAD);
}

/* ... stretched or squeezed to the line. */
static void
columns_set(struct table *t, struct arena *m)
{
	int n = t->t->columns;
	double *want = arena_calloc(m, (size_t)n, sizeof(*want)), all = 0;

	for (int k = 0; k < n; k++)
		all += want[k] = column_want(t, k);
	t->x = arena_calloc(m, (size_t)n + 1, sizeof(*t->x));
	t->x[0] = PAGE_LEFT;
	for (int k = 0; k < n; k++)
		t->x[k + 1] = t->x[k] + want[k] * PAGE_INNER / all;
}

static struct press_text
block_text(struct table *t, const struct cell *c, int k)
{
	struct flow_block b = c->c->text.v[k];
	struct press_text text;

	if (b.align == 0 || b.align == LOOK_TA_J)
		b.align = c->c->head ? LOOK_TA_C : LOOK_TA_L;
	if (c->width < 12 * t->size)
		b.first = b.left = 0;
	text = press_text(t->p, &b, c->x, c->width, t->size);
	return text;
}

static double
cell_height(struct table *t, struct cell *c)
{
	double high = 0;

	for (int k = 0; k < c->c->text.n; k++) {
		const struct flow_block *b = &c->c->text.v[k];
		struct press_text text;
		struct press_picture image;

		if (b->picture != NULL) {
			image = press_picture(t->p, b->picture, c->width,
			    PICTURE_MAX);
			high += image.height;
			if (image.image != NULL)
				cairo_surface_destroy(image.image);
			continue;
		}
		text = block_text(t, c, k);
		high += press_text_height(&text);
		press_text_end(&text);
	}
	return high;
}

static double
span_height(const struct table *t, const struct flow_cell *c)
{
	double high = 0;

	for (int r = c->row; r < c->row + c->rows; r++)
		high += t->row[r];
	return high;
}

/* The last row of a cell grows until the cell fits. */
static void
rows_set(struct table *t, struct arena *m)
{
	t->row = arena_calloc(m, (size_t)t->t->rows, sizeof(*t->row));
	t->cell = arena_calloc(m, (size_t)t->t->n, sizeof(*t->cell));
	for (int i = 0; i < t->t->n; i++) {
		const struct flow_cell *c = &t->t->v[i];
		struct cell *d = &t->cell[i];

		d->c = c;
		d->x = t->x[c->column] + PAD;
		d->width = t->x[c->column + c->columns] - PAD - d->x;
		d->high = cell_height(t, d);
		if (c->rows == 1)
			t->row[c->row] = fmax(t->row[c->row], d->high +
			    2 * PAD);
	}
	for (int i = 0; i < t->t->n; i++) {
		const struct flow_cell *c = &t->t->v[i];
		double lack = t->cell[i].high + 2 * PAD - span_height(t, c);

		if (c->rows > 1 && lack > 0)
			t->row[c->row + c->rows - 1] += lack;
	}
}

static void
picture_draw(struct table *t, struct cell *c)
{
	const struct flow_block *b = &c->c->text.v[c->block];
	struct press_picture image = press_picture(t->p, b->picture, c->width,
	    PICTURE_MAX);

	press_picture_draw(t->p, &image, c->x + (c->width - image.width) / 2,
	    c->y);
	c->y += image.height;
	c->block++;
}

/* As much as fits on this page. */
static void
cell_draw(struct table *t, struct cell *c)
{
	const char *tag = c->c->head ? "TH" : "TD";
	struct press_text text;
	bool all = true;

	cairo_tag_begin(t->p->c, tag, NULL);
	while (all && c->block < c->c->text.n) {
		if (c->c->text.v[c->block].picture != NULL) {
			picture_draw(t, c);
			continue;
		}
		text = block_text(t, c, c->block);
		text.drawn = c->line;
		c->y = press_text_draw(t->p, &text, c->y, PAGE_BOTTOM);
		all = text.drawn == text.lines;
		c->line = all ? 0 : text.drawn;
		c->block += all;
		press_text_end(&text);
	}
	cairo_tag_end(t->p->c, tag);
	c->done = c->block == c->c->text.n;
}

/* Where its text begins: in the middle of what fits on this page. */
static void
cell_begin(struct table *t, struct cell *c)
{
	double room = span_height(t, c->c);

	c->page = t->p->page;
	c->y = t->p->y + PAD;
	if (t->p->y + room <= PAGE_BOTTOM && c->block == 0 && c->line == 0)
		c->y += (room - c->high) / 2 - PAD;
}

static bool
in_row(const struct cell *c, int row)
{
	return c->c->row <= row && row < c->c->row + c->c->rows;
}

static void
line(struct press *p, double x, double y, double to_x, double to_y)
{
	cairo_move_to(p->c, x, y);
	cairo_line_to(p->c, to_x, to_y);
}

/* top, end: a cell that begins or ends here closes, all do at a page's. */
static void
borders(struct table *t, int row, double bottom, bool top, bool end)
{
	struct press *p = t->p;

	for (int i = t->first; i < t->t->n && t->cell[i].c->row <= row; i++) {
		const struct flow_cell *c = t->cell[i].c;
		double x = t->x[c->column], to = t->x[c->column + c->columns];

		if (!in_row(&t->cell[i], row))
			continue;
		line(p, x, p->y, x, bottom);
		line(p, to, p->y, to, bottom);
		if (top || c->row == row)
			line(p, x, p->y, to, p->y);
		if (end || c->row + c->rows - 1 == row)
			line(p, x, bottom, to, bottom);
	}
	cairo_set_line_width(p->c, RULE);
	cairo_set_line_cap(p->c, CAIRO_LINE_CAP_SQUARE);
	cairo_stroke(p->c);
}

/* What of a row fits on this page.  Whether that was all of it. */
static bool
row_part(struct table *t, int row, double *low)
{
	struct press *p = t->p;
	bool all = true;

	*low = p->y;
	cairo_tag_begin(p->c, "TR", NULL);
	for (int i = t->first; i < t->t->n && t->cell[i].c->row <= row; i++) {
		struct cell *c = &t->cell[i];
		bool last = c->c->row + c->c->rows - 1 == row;

		if (!in_row(c, row) || (c->done && c->page != p->page))
			continue;
		if (!c->done) {
			if (c->block + c->line == 0 || c->page != p->page)
				cell_begin(t, c);
			cell_draw(t, c);
		}
		if (last) {
			*low = fmax(*low, c->y + PAD);
			all = all && c->done;
		}
	}
	cairo_tag_end(p->c, "TR");
	return all;
}

static void
row_draw(struct table *t, int row)
{
	struct press *p = t->p;
	double low, bottom;
	bool all, first = true;

	do {
		all = row_part(t, row, &low);
		bottom = !all ? PAGE_BOTTOM : fmin(fmax(low, p->y + (first ?
		    t->row[row] : 0)), PAGE_BOTTOM + PAD);
		borders(t, row, bottom, p->y == PAGE_TOP, !all || (row + 1 <
		    t->t->rows && bottom + t->row[row + 1] > PAGE_BOTTOM));
		p->y = bottom;
		first = false;
		if (!all)
			press_page(p);
	} while (!all && p->page < PRESS_PAGES_MAX);
	while (t->first < t->t->n && t->cell[t->first].done &&
	    !in_row(&t->cell[t->first], row + 1))
		t->first++;
}

/* The heads once more, on a new page. */
static void
heads_again(struct table *t)
{
	double high = 0;
	int first = t->first;

	for (int r = 0; r < t->t->head; r++)
		high += t->row[r];
	if (t->t->head == t->t->rows || high > (PAGE_BOTTOM - PAGE_TOP) / 3)
		return;
	t->first = 0;
	for (int i = 0; i < t->t->n && t->cell[i].c->row < t->t->head; i++) {
		t->cell[i].done = false;
		t->cell[i].block = t->cell[i].line = 0;
	}
	for (int r = 0; r < t->t->head; r++)
		row_draw(t, r);
	t->first = first;
}

/* The height of the rows that cells over several of them tie together. */
static double
group_height(const struct table *t, int row)
{
	int end = row + 1;
	double high = 0;

	for (int i = t->first; i < t->t->n && t->cell[i].c->row < end; i++)
		if (t->cell[i].c->row >= row && t->cell[i].c->row +
		    t->cell[i].c->rows > end)
			end = t->cell[i].c->row + t->cell[i].c->rows;
	for (int r = row; r < end; r++)
		high += t->row[r];
	return high;
}

static void
caption(struct press *p, const char *markup)
{
	struct flow_block b = { .kind = FLOW_TEXT, .align = LOOK_TA_C,
	    .markup = arena_printf(p->m, "<span font_family=\"%s\">%s</span>",
	    flow_font(FONT_HEI), markup), .plain = "" };
	struct press_text t = press_text(p, &b, PAGE_LEFT, PAGE_INNER,
	    CELL_SIZE);

	press_room(p, press_text_height(&t) + 60);
	cairo_tag_begin(p->c, "P", NULL);
	p->y = press_text_draw(p, &t, p->y, PAGE_BOTTOM) + 4;
	cairo_tag_end(p->c, "P");
	press_text_end(&t);
}

void
press_table(struct press *p, const struct flow_table *table)
{
	struct table t = { .p = p, .t = table,
	    .size = size_of(table->columns) };
	const double page = PAGE_BOTTOM - PAGE_TOP;
	double high;

	p->y += 8;
	if (*table->caption != '\0')
		caption(p, table->caption);
	columns_set(&t, p->m);
	rows_set(&t, p->m);
	cairo_tag_begin(p->c, "Table", NULL);
	for (int r = 0; r < table->rows && p->page < PRESS_PAGES_MAX; r++) {
		high = group_height(&t, r);
		if (high > page)
			high = fmin(t.row[r], page);
		if (press_left(p) < high && p->y > PAGE_TOP &&
		    (press_left(p) < 60 || t.row[r] <= page)) {
			press_page(p);
			if (r >= table->head)
				heads_again(&t);
		}
		row_draw(&t, r);
	}
	cairo_tag_end(p->c, "Table");
	p->y += 12;
}

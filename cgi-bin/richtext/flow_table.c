/* flow_table.c - where each cell of a table stands. */
#include <string.h>

#include "base/text.h"
#include "richtext/attribute.h"
#include "richtext/flow_part.h"

#define COLUMNS_MAX 200
#define CELLS_MAX   20000
#define SPAN_MAX    1000

struct lay {
	struct flow_table *t;
	int cap;
	int left[COLUMNS_MAX];	/* rows that a cell from above still takes */
};

static int
span_of(const GumboElement *e, const char *name)
{
	int64_t n;

	return text_int(flow_attribute(e, name), 1, SPAN_MAX, &n) ? (int)n : 1;
}

static struct flow_cell *
cell_add(struct lay *l, struct arena *m)
{
	struct flow_cell *v;

	if (l->t->n == l->cap) {
		l->cap = l->cap == 0 ? 32 : 2 * l->cap;
		v = arena_calloc(m, (size_t)l->cap, sizeof(*v));
		if (l->t->n > 0)
			memcpy(v, l->t->v, (size_t)l->t->n * sizeof(*v));
		l->t->v = v;
	}
	return &l->t->v[l->t->n++];
}

/* The next free column, and the columns from there taken. */
static int
place(struct lay *l, int *at, int *wide, int high)
{
	int column;

	while (*at < COLUMNS_MAX && l->left[*at] > 0)
		(*at)++;
	column = *at;
	if (column + *wide > COLUMNS_MAX)
		*wide = COLUMNS_MAX - column;
	for (int k = column; k < column + *wide; k++)
		l->left[k] = high;
	*at = column + *wide;
	if (*at > l->t->columns)
		l->t->columns = *at;
	return column;
}

static struct flow
cell_text(struct flow_maker *f, const GumboElement *e, struct flow_face face)
{
	struct flow_maker in = { .m = f->m, .depth = f->depth + 1 };
	struct look own = attribute_class(flow_attribute(e, "class"));

	face.look = look_over(own, face.look);
	if (e->tag == GUMBO_TAG_TH && face.look.v[LOOK_FONT] == 0)
		face.look.v[LOOK_FONT] = FONT_HEI;
	in.now.align = (enum look_align)face.look.v[LOOK_ALIGN];
	flow_children(&in, e, face);
	flow_end(&in);
	return in.out;
}

static void
row(struct flow_maker *f, struct lay *l, const GumboElement *e,
    struct flow_face face)
{
	bool head = true;
	int at = 0;

	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];
		struct flow_cell c = { .row = l->t->rows };

		if (n->type != GUMBO_NODE_ELEMENT || l->t->n == CELLS_MAX)
			continue;
		c.columns = span_of(&n->v.element, "colspan");
		c.rows = span_of(&n->v.element, "rowspan");
		c.column = place(l, &at, &c.columns, c.rows);
		if (c.columns == 0)
			continue;
		c.head = n->v.element.tag == GUMBO_TAG_TH;
		c.width = attribute_class(flow_attribute(&n->v.element,
		    "class")).v[LOOK_WIDTH];
		head = head && c.head;
		c.text = cell_text(f, &n->v.element, face);
		*cell_add(l, f->m) = c;
	}
	if (head && l->t->head == l->t->rows && at > 0)
		l->t->head++;
	l->t->rows++;
	for (int k = 0; k < COLUMNS_MAX; k++)
		l->left[k] -= l->left[k] > 0;
}

static void
caption(struct flow_maker *f, struct lay *l, const GumboElement *e,
    struct flow_face face)
{
	struct flow text = cell_text(f, e, face);

	if (text.n > 0)
		l->t->caption = text.v[0].markup;
}

static void
rows(struct flow_maker *f, struct lay *l, const GumboElement *e,
    struct flow_face face)
{
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];

		if (n->type != GUMBO_NODE_ELEMENT)
			continue;
		if (n->v.element.tag == GUMBO_TAG_TR)
			row(f, l, &n->v.element, face);
		else if (n->v.element.tag == GUMBO_TAG_CAPTION)
			caption(f, l, &n->v.element, face);
		else
			rows(f, l, &n->v.element, face);
	}
}

/* Cells may say that they go on below the last row. */
static void
close_rows(struct flow_table *t)
{
	for (int i = 0; i < t->n; i++)
		if (t->v[i].row + t->v[i].rows > t->rows)
			t->v[i].rows = t->rows - t->v[i].row;
}

void
flow_table_read(struct flow_maker *f, const GumboElement *e,
    struct flow_face face)
{
	struct lay l = { .t = arena_calloc(f->m, 1, sizeof(*l.t)) };

	if (f->depth > 0) {
		flow_children(f, e, face);
		return;
	}
	l.t->caption = "";
	face.look.v[LOOK_ALIGN] = 0;
	rows(f, &l, e, face);
	close_rows(l.t);
	if (l.t->n > 0)
		*flow_add(f) = (struct flow_block){ .kind = FLOW_TABLE,
		    .markup = "", .plain = "", .table = l.t,
		    .page = attribute_class(flow_attribute(e, "class"))
		    .v[LOOK_PAGE] != 0 };
}

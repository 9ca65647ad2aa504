/* write_table.c - rows and cells; heads as far as they lead the table. */
#include <string.h>

#include "richtext/writer.h"

/* The size of most text in a table, in half points; 0: no text. */
static int
most_size(const struct table *t)
{
	size_t count[WRITER_SIZES] = { 0 };
	const struct row *r;
	const struct cell *c;
	const struct block *b;
	const struct seg *s;
	int k, best = 0;

	for (r = t->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next)
			for (b = c->in.first; b != NULL; b = b->next)
				for (s = b->para != NULL ? b->para->first
				    : NULL; s != NULL; s = s->next)
					if (s->face.size < WRITER_SIZES)
						count[s->face.size] +=
						    strlen(s->text);
	for (k = 1; k < WRITER_SIZES; k++)
		if (count[k] > count[best])
			best = k;
	return best;
}

/* How many rows lead the table as its head, cells and all. */
static int
head_rows(const struct table *t)
{
	const struct row *r;
	const struct cell *c;
	int n = 0, k = 0;

	for (r = t->first; r != NULL && r->head; r = r->next)
		n++;
	if (r == NULL)
		return 0;
	for (r = t->first; k < n; r = r->next, k++)
		for (c = r->first; c != NULL; c = c->next)
			if (k + c->rows > n)
				return 0;
	return n;
}

/* What most cells have is said once, on the table. */
struct common {
	int border, valign;
};

static struct common
common_of(const struct table *t)
{
	size_t open = 0, closed = 0, top = 0, all = 0;
	const struct row *r;
	const struct cell *c;

	for (r = t->first; r != NULL; r = r->next)
		for (c = r->first; c != NULL; c = c->next) {
			all++;
			open += c->border == 0;
			closed += c->border == 15;
			top += c->valign == LOOK_VA_T;
		}
	return (struct common){ open > closed ? 0 : 15,
		top * 2 > all ? LOOK_VA_T : LOOK_VA_M };
}

static void
write_row(struct writer *w, const struct row *r, const struct common *most)
{
	const struct cell *c;
	struct look look;

	buf_puts(&w->out, "<tr>");
	for (c = r->first; c != NULL; c = c->next) {
		look = (struct look){ 0 };
		if (c->border != most->border)
			look.v[LOOK_BORDER] =
			    (uint16_t)LOOK_BORDERS(c->border);
		if (c->valign != most->valign)
			look.v[LOOK_VALIGN] = (uint16_t)c->valign;
		look.v[LOOK_BACK] = (uint16_t)write_back(c->shade);
		if (c->width > 0)
			look.v[LOOK_WIDTH] = (uint16_t)look_of_width(c->width);
		write_cell(w, c, r->head, &look);
	}
	buf_puts(&w->out, "</tr>");
}

static void
part_begin(struct writer *w, const char *name, const struct look *look)
{
	buf_printf(&w->out, "<%s", name);
	write_classes(&w->out, look);
	buf_puts(&w->out, ">");
}

void
write_table(struct writer *w, const struct table *t)
{
	int size = most_size(t), heads = head_rows(t), before = w->table_size;
	struct common most = common_of(t);
	struct look part = { 0 }, look = { 0 };
	const struct row *r = t->first;
	int k;

	w->table_size = WRITER_TABLE;
	if (size > 0) {
		part.v[LOOK_SIZE] = (uint16_t)write_size(w, size);
		w->table_size = look_size(part.v[LOOK_SIZE]);
	}
	if (w->table_size == WRITER_TABLE && w->cell == 0)
		part.v[LOOK_SIZE] = 0;
	if (most.border == 0 || w->cell > 0)
		look.v[LOOK_BORDER] = (uint16_t)LOOK_BORDERS(most.border);
	if (most.valign == LOOK_VA_T || w->cell > 0)
		look.v[LOOK_VALIGN] = (uint16_t)most.valign;
	if (w->cell == 0) {
		look.v[LOOK_PAGE] = w->page && w->out.n > 0;
		w->page = false;
	}
	w->cell++;
	part_begin(w, "table", &look);
	if (heads > 0) {
		part_begin(w, "thead", &part);
		for (k = 0; k < heads; k++, r = r->next)
			write_row(w, r, &most);
		buf_puts(&w->out, "</thead>");
	}
	part_begin(w, "tbody", &part);
	for (; r != NULL; r = r->next)
		write_row(w, r, &most);
	buf_puts(&w->out, "</tbody></table>");
	w->cell--;
	w->table_size = before;
}

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

static void
write_row(struct writer *w, const struct row *r)
{
	const struct cell *c;

	buf_puts(&w->out, "<tr>");
	for (c = r->first; c != NULL; c = c->next)
		write_cell(w, c, r->head);
	buf_puts(&w->out, "</tr>");
}

static void
part_begin(struct writer *w, const char *name, look_set look)
{
	buf_printf(&w->out, "<%s", name);
	write_classes(&w->out, look);
	buf_puts(&w->out, ">");
}

void
write_table(struct writer *w, const struct table *t)
{
	int size = most_size(t), heads = head_rows(t), before = w->table_size;
	look_set look = size > 0 ? write_size(w, size) : 0;
	const struct row *r = t->first;
	int k;

	/* The stylesheet's tables are one size smaller: 四号. */
	w->table_size = look != 0 ? look_size(look) : 140;
	if (w->table_size == 140 && w->cell == 0)
		look = 0;
	w->cell++;
	buf_puts(&w->out, "<table>");
	if (heads > 0) {
		part_begin(w, "thead", look);
		for (k = 0; k < heads; k++, r = r->next)
			write_row(w, r);
		buf_puts(&w->out, "</thead>");
	}
	part_begin(w, "tbody", look);
	for (; r != NULL; r = r->next)
		write_row(w, r);
	buf_puts(&w->out, "</tbody></table>");
	w->cell--;
	w->table_size = before;
}

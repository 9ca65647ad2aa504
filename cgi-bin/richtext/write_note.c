/* write_note.c - where a note begins and ends. */
#include "richtext/writer.h"

/* The number of the note that begins with this block, else 0. */
static int
note_of(const struct block *b)
{
	const struct para *lead = block_lead(b);

	return lead != NULL ? lead->note : 0;
}

static bool
is_blank(const struct block *b)
{
	return b->para != NULL && write_is_blank(b->para);
}

/* More than its first paragraph, so that it takes a box to hold it; what
 * begins in the cell of a table has its name there. */
static bool
is_long(const struct block *b)
{
	if (b->table != NULL)
		return false;
	for (b = b->next; b != NULL && note_of(b) == 0; b = b->next)
		if (!is_blank(b))
			return true;
	return false;
}

void
write_note_begin(struct writer *w, const struct block *b)
{
	int note = w->cell == 0 ? note_of(b) : 0;

	if (note == 0)
		return;
	write_lists_close(w, 0);
	if (note == 1)
		buf_puts(&w->out, "<hr>");
	w->blank = false;
	if ((w->noted = is_long(b)))
		buf_printf(&w->out, "<div id=\"w-fn%d\">", note);
}

void
write_note_end(struct writer *w, const struct block *b)
{
	if (w->cell > 0 || !w->noted ||
	    (b->next != NULL && note_of(b->next) == 0))
		return;
	write_lists_close(w, 0);
	buf_puts(&w->out, "</div>");
	w->noted = false;
}

/* write_list.c - which numbers a browser can count, and nested lists. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "richtext/ordinal.h"
#include "richtext/writer.h"

/* The type attribute of an ol, or '\0' when none counts that way. */
static char
type_of(const struct label *l)
{
	static const struct {
		const char *format;
		char type;
		int max;	/* as far as browsers and Word agree */
	} types[] = {
		{ "decimal", '1', 32767 }, { "lowerLetter", 'a', 26 },
		{ "upperLetter", 'A', 26 }, { "lowerRoman", 'i', 3999 },
		{ "upperRoman", 'I', 3999 },
	};
	size_t k;

	for (k = 0; k < sizeof types / sizeof types[0]; k++)
		if (strcmp(types[k].format, l->format) == 0)
			return l->number >= 1 && l->number <= types[k].max
			    ? types[k].type : '\0';
	/* Hebrew, Arabic ...: counted by the browser in figures of its own. */
	return l->number >= 1 && !ordinal_known(l->format) ? '1' : '\0';
}

static bool
says_the_same(const struct label *l)
{
	char text[64];
	struct buf b = { .s = text, .cap = sizeof text };

	/* No number of these formats is longer than 15 letters. */
	if (type_of(l) == '\0')
		return false;
	if (!ordinal_known(l->format))
		return true;
	text[0] = '\0';
	ordinal_put(&b, l->number, l->format);
	buf_putc(&b, '.');
	return strcmp(b.s, l->text) == 0;
}

static bool
is_numbered(const struct para *p)
{
	return p->label.text != NULL && *p->label.text != '\0' &&
	    !p->label.bullet;
}

static bool
could_be_item(const struct para *p)
{
	/* In official documents 1. opens a paragraph with an indent. */
	return p->heading == 0 && !p->title && p->indent.v <= 0 &&
	    p->align != ALIGN_CENTER && p->align != ALIGN_END &&
	    says_the_same(&p->label);
}

static void
spelt_add(struct writer *w, int list)
{
	bool *more;

	if (list >= w->n_spelt) {
		more = arena_alloc(w->mem, (size_t)list * 2 + 32);
		if (w->n_spelt > 0)
			memcpy(more, w->spelt, (size_t)w->n_spelt);
		w->spelt = more;
		w->n_spelt = list * 2 + 32;
	}
	w->spelt[list] = true;
}

static void
spelt_look(struct writer *w, const struct blocks *in, bool all)
{
	const struct block *b;
	const struct row *r;
	const struct cell *c;

	for (b = in->first; b != NULL; b = b->next) {
		if (b->para != NULL && is_numbered(b->para) &&
		    (all || !could_be_item(b->para)))
			spelt_add(w, b->para->label.list);
		for (r = !all && b->table != NULL ? b->table->first : NULL;
		    r != NULL; r = r->next)
			for (c = r->first; c != NULL; c = c->next)
				spelt_look(w, &c->in, false);
	}
}

/* Numbers are all markers or all text: half of each is neither to a reader
 * nor to who goes on writing.  Lists that only tables have are by themselves. */
void
write_lists_look(struct writer *w, const struct blocks *in)
{
	const struct block *b;

	spelt_look(w, in, false);
	for (b = in->first; b != NULL; b = b->next)
		if (b->para != NULL && is_numbered(b->para) &&
		    !could_be_item(b->para)) {
			spelt_look(w, in, true);
			return;
		}
}

static bool
is_spelt(const struct writer *w, const struct label *l)
{
	return l->list < w->n_spelt && w->spelt[l->list];
}

bool
write_is_item(const struct writer *w, const struct para *p)
{
	const struct label *l = &p->label;

	if (l->text == NULL || *l->text == '\0' || p->heading > 0 ||
	    p->title || p->align == ALIGN_CENTER || p->align == ALIGN_END)
		return false;
	return l->bullet || (!is_spelt(w, l) && could_be_item(p));
}

void
write_lists_close(struct writer *w, int keep)
{
	while (w->n_open > keep)
		buf_puts(&w->out, w->open[--w->n_open].ordered
		    ? "</li></ol>" : "</li></ul>");
}

static void
list_open(struct writer *w, const struct para *p)
{
	struct open_list *o = &w->open[w->n_open++];
	char type = p->label.bullet ? '\0' : type_of(&p->label);

	o->level = p->level;
	o->list = p->label.list;
	o->ordered = !p->label.bullet;
	o->next = p->label.number + 1;
	buf_puts(&w->out, o->ordered ? "<ol" : "<ul");
	if (o->ordered && p->label.number != 1)
		buf_printf(&w->out, " start=\"%d\"", p->label.number);
	if (o->ordered && type != '1')
		buf_printf(&w->out, " type=\"%c\"", type);
	buf_puts(&w->out, ">");
}

static bool
goes_on(const struct open_list *o, const struct para *p)
{
	if (o->level != p->level || o->ordered == p->label.bullet)
		return false;
	return p->label.bullet || (o->list == p->label.list &&
	    o->next == p->label.number);
}

/* Leaves the start tag of the item open for its attributes. */
void
write_item_begin(struct writer *w, const struct para *p)
{
	int keep = w->n_open;

	while (keep > 0 && w->open[keep - 1].level > p->level)
		keep--;
	if (keep > 0 && w->open[keep - 1].level == p->level &&
	    !goes_on(&w->open[keep - 1], p))
		keep--;
	write_lists_close(w, keep);
	if (w->n_open > 0 && w->open[w->n_open - 1].level == p->level) {
		buf_puts(&w->out, "</li>");
		w->open[w->n_open - 1].next = p->label.number + 1;
	} else if (w->n_open < WRITER_LISTS) {
		list_open(w, p);
	}
	buf_puts(&w->out, "<li");
}

void
write_label(struct writer *w, const struct label *l)
{
	const char *s = l->text;
	uint32_t c, last = 0;

	buf_put_escaped(&w->out, s, strlen(s));
	while ((c = text_next(&s)) != 0)
		last = c;
	if (l->suffix == '\0' || last == 0)
		return;
	/* 一、 and （一） bring their own space. */
	if (text_is_han(last))
		buf_puts(&w->out, "\u3000");
	else if (last < 0x2460)
		buf_puts(&w->out, " ");
}

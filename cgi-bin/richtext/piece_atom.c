/* piece_atom.c - the words of a paragraph. */
#include "richtext/piece_atom.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

struct scan {
	struct pieces *p;
	struct piece *x;
	const char *s, *end;
	const struct chain *in;
	const char *mark;
	int n_mark, cap;
};

static bool
starts(const struct scan *c, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(c->end - c->s) >= n && memcmp(c->s, with, n) == 0;
}

/* Past the next string, or the end. */
static const char *
past(const struct scan *c, const char *what)
{
	size_t n = strlen(what);
	const char *at = memmem(c->s, (size_t)(c->end - c->s), what, n);

	return at != NULL ? at + n : c->end;
}

static void
put(struct scan *c, size_t n)
{
	struct piece *x = c->x;
	struct atom *v;

	if (x->n_atom == c->cap) {
		c->cap = c->cap == 0 ? 32 : c->cap * 2;
		v = arena_calloc(c->p->mem, (size_t)c->cap, sizeof *v);
		memcpy(v, x->atom, (size_t)x->n_atom * sizeof *v);
		x->atom = v;
	}
	v = &x->atom[x->n_atom++];
	v->s = c->s;
	v->n = (int)n;
	v->in = c->in;
	v->key = pieces_number(c->p, c->s, n, c->in != NULL ? c->in->sense
							    : 0);
	v->mark = c->mark;
	v->n_mark = c->n_mark;
	c->mark = NULL;
	c->s += n;
}

/* These say something; bold, fonts and colours do not. */
static bool
has_sense(const char *tag)
{
	return strncmp(tag, "<a ", 3) == 0 || strncmp(tag, "<sub", 4) == 0 ||
	    strncmp(tag, "<sup", 4) == 0 || strncmp(tag, "<s>", 3) == 0;
}

static void
push(struct scan *c, size_t n)
{
	struct chain *in = arena_alloc(c->p->mem, sizeof *in);

	in->up = c->in;
	in->tag = c->s;
	in->n = (int)n;
	in->depth = c->in != NULL ? c->in->depth + 1 : 1;
	in->sense = c->in != NULL ? c->in->sense : 0;
	in->look = pieces_number(c->p, c->s, n,
	    c->in != NULL ? c->in->look : 0);
	if (has_sense(c->s))
		in->sense = pieces_number(c->p, c->s, n, in->sense);
	c->in = in;
}

static void
tag(struct scan *c)
{
	const char *end = past(c, ">");

	if (starts(c, "<span id=")) {
		c->mark = c->s;
		c->s = past(c, "</span>");
		c->n_mark = (int)(c->s - c->mark);
		return;
	}
	if (starts(c, "<math"))
		put(c, (size_t)(past(c, "</math>") - c->s));
	else if (starts(c, "<ruby"))
		put(c, (size_t)(past(c, "</ruby>") - c->s));
	else if (starts(c, "<br") || starts(c, "<img"))
		put(c, (size_t)(end - c->s));
	else if (starts(c, "</")) {
		c->in = c->in != NULL ? c->in->up : NULL;
		c->s = end;
	} else {
		push(c, (size_t)(end - c->s));
		c->s = end;
	}
}

static bool
is_digit(uint32_t c)
{
	return c >= '0' && c <= '9';
}

static bool
in_word(uint32_t c)
{
	return is_digit(c) || (c >= 'a' && c <= 'z') ||
	    (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c < 0x250 && c != 0xd7 &&
	    c != 0xf7) || (c >= 0x370 && c < 0x530);
}

/* What changes the character before it and cannot stand alone. */
static bool
joins(uint32_t c)
{
	return (c >= 0x300 && c < 0x370) || c == 0x200d ||
	    (c >= 0xfe00 && c < 0xfe10) || (c >= 0x1f3fb && c < 0x1f400);
}

/* The length of the word at s; also 1,234.5 is one. */
static size_t
word(const char *s, const char *end)
{
	const char *at = s, *next = s;
	uint32_t c = text_next(&next), before = 0;
	bool latin = in_word(c);

	for (; at < end; at = next) {
		next = at;
		c = text_next(&next);
		if (c == 0)
			break;
		if (at > s && !joins(c) && !(latin && in_word(c)) &&
		    !((c == '.' || c == ',') && is_digit(before) &&
		    next < end && is_digit((unsigned char)*next)))
			break;
		before = c;
	}
	return at > s ? (size_t)(at - s) : 1;
}

void
piece_atoms(struct pieces *p, struct piece *x)
{
	struct scan c = { .p = p, .x = x, .s = x->inner };
	static struct atom none;

	if (x->atom != NULL)
		return;
	x->atom = &none;
	c.end = x->inner + x->n_inner;
	while (c.s < c.end) {
		if (*c.s == '<')
			tag(&c);
		else if (*c.s == '&')
			put(&c, (size_t)(past(&c, ";") - c.s));
		else
			put(&c, word(c.s, c.end));
	}
}

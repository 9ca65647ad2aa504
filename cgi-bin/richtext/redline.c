/* redline.c - start tags with a class more, words in the chain they stood in. */
#include "richtext/redline.h"

#include <string.h>

#include "base/text.h"

static const char *const op_tag[] = {
	[REDLINE_OLD] = "del", [REDLINE_NEW] = "ins"
};

/* The start tag without its id, with one class more. */
void
redline_open(struct redline *r, const struct piece *x, const char *class,
    const char *more)
{
	const char *s = x->open, *end = x->open + x->n_open, *at;
	bool classed = class[0] == '\0';

	if (x->n_open == 0)
		return;
	at = s + strcspn(s, " >");
	buf_put(&r->out, s, (size_t)(at - s));
	for (s = at; s < end && *s == ' '; s = at) {
		const char *q = memchr(s, '"', (size_t)(end - s));

		q = q != NULL ? memchr(q + 1, '"', (size_t)(end - q - 1)) : q;
		if (q == NULL)
			break;
		at = q + 1;
		if (strncmp(s, " id=", 4) == 0 &&
		    strcmp(class, "df-old") == 0)
			continue;
		if (strncmp(s, " rowspan=", 9) == 0 && more[0] != '\0')
			continue;
		buf_put(&r->out, s, (size_t)(q - s));
		if (!classed && strncmp(s, " class=", 7) == 0) {
			buf_printf(&r->out, " %s", class);
			classed = true;
		}
		buf_putc(&r->out, '"');
	}
	if (!classed)
		buf_printf(&r->out, " class=\"%s\"", class);
	buf_printf(&r->out, "%s>", more);
}

void
redline_close(struct redline *r, const struct piece *x)
{
	size_t n = x->n_open > 0 ? strcspn(x->open, " >") : 0;

	redline_end(r);
	if (n == 0 || x->kind == PIECE_RULE)
		return;
	buf_puts(&r->out, "</");
	buf_put(&r->out, x->open + 1, n - 1);
	buf_putc(&r->out, '>');
}

static void
close_chain(struct redline *r, const struct chain *keep)
{
	for (; r->in != keep && r->in != NULL; r->in = r->in->up) {
		buf_puts(&r->out, "</");
		buf_put(&r->out, r->in->tag + 1,
		    strcspn(r->in->tag, " >") - 1);
		buf_putc(&r->out, '>');
	}
}

static void
open_chain(struct redline *r, const struct chain *c)
{
	if (c == NULL || c == r->in)
		return;
	open_chain(r, c->up);
	buf_put(&r->out, c->tag, (size_t)c->n);
	r->in = c;
}

/* Out of the chain in hand and into c; what they share stays open. */
static void
enter_chain(struct redline *r, const struct chain *c)
{
	const struct chain *x = r->in, *y = c;

	while (x != y) {
		int dx = x != NULL ? x->depth : 0, dy = y != NULL ? y->depth : 0;

		if (dx >= dy)
			x = x->up;
		if (dy >= dx)
			y = y->up;
	}
	close_chain(r, x);
	open_chain(r, c);
}

static void
close_op(struct redline *r)
{
	close_chain(r, NULL);
	if (r->op == REDLINE_LOOK)
		buf_puts(&r->out, "</span>");
	else if (r->op != REDLINE_SAME)
		buf_printf(&r->out, "</%s>", op_tag[r->op]);
	r->op = REDLINE_SAME;
}

void
redline_end(struct redline *r)
{
	close_op(r);
	r->in_place = false;
}

static void
enter_op(struct redline *r, enum redline_op op)
{
	if (op == r->op)
		return;
	close_op(r);
	r->op = op;
	if (op == REDLINE_LOOK) {
		buf_puts(&r->out, "<span class=\"df-look\">");
		r->d->looks++;
	} else if (op != REDLINE_SAME) {
		buf_printf(&r->out, "<%s>", op_tag[op]);
		r->d->places += !r->in_place;
		r->in_place = true;
	}
	if (op == REDLINE_SAME || op == REDLINE_LOOK)
		r->in_place = false;
}

static int
characters(const struct atom *a)
{
	const char *s;
	int n = 0;

	if (*a->s == '<' || *a->s == '&')
		return 1;
	for (s = a->s; s < a->s + a->n; n++)
		text_next(&s);
	return n;
}

void
redline_atoms(struct redline *r, const struct atom *a, int n,
    enum redline_op op)
{
	for (; n > 0; n--, a++) {
		enter_op(r, op);
		if (a->mark != NULL && op != REDLINE_OLD)
			buf_put(&r->out, a->mark, (size_t)a->n_mark);
		enter_chain(r, a->in);
		buf_put(&r->out, a->s, (size_t)a->n);
		if (op == REDLINE_OLD)
			r->d->removed += characters(a);
		else if (op == REDLINE_NEW)
			r->d->added += characters(a);
	}
}

static const char *
class_of(enum redline_op op)
{
	return op == REDLINE_OLD ? "df-old" : "df-new";
}

/* A line has no words: what is round it says what became of it. */
static void
rule(struct redline *r, const struct piece *x, enum redline_op op)
{
	buf_printf(&r->out, "<%s class=\"%s\">", op_tag[op], class_of(op));
	redline_open(r, x, "", "");
	buf_printf(&r->out, "</%s>", op_tag[op]);
	r->d->places++;
}

void
redline_whole(struct redline *r, struct piece *x, enum redline_op op)
{
	int k, before = r->d->places;

	if (x->kind == PIECE_RULE) {
		rule(r, x, op);
		return;
	}
	redline_open(r, x, class_of(op), "");
	if (x->kind == PIECE_LEAF) {
		piece_atoms(r->p, x);
		redline_atoms(r, x->atom, x->n_atom, op);
	}
	for (k = 0; k < x->n_child; k++)
		redline_whole(r, x->child[k], op);
	redline_close(r, x);
	r->d->places = before + 1;
}

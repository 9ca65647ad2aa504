/* piece_text.c - plain text of a piece. */
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/piece.h"

/* The character that the entity at s stands for, and how long it is; the
 * sanitizer writes these. */
static size_t
entity(const char *s, char *c)
{
	static const struct {
		const char *name;
		char c;
	} v[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&#39;", '\'' },
	};
	size_t k;

	for (k = 0; k < sizeof v / sizeof v[0]; k++)
		if (strncmp(s, v[k].name, strlen(v[k].name)) == 0) {
			*c = v[k].c;
			return strlen(v[k].name);
		}
	*c = '&';
	return 1;
}

static void
put_inline(struct buf *b, const char *s, size_t n)
{
	const char *end = s + n;
	char c;

	while (s < end) {
		if (*s == '<') {
			if (strncmp(s, "<br", 3) == 0)
				buf_putc(b, '\n');
			s = memchr(s, '>', (size_t)(end - s));
			s = s != NULL ? s + 1 : end;
		} else if (*s == '&') {
			s += entity(s, &c);
			buf_putc(b, c);
		} else {
			buf_putc(b, *s++);
		}
	}
}

static void
put_piece(struct buf *b, const struct piece *x)
{
	int k;

	if (x->kind == PIECE_LEAF) {
		if (b->n > 0)
			buf_putc(b, '\n');
		put_inline(b, x->inner, x->n_inner);
		return;
	}
	for (k = 0; k < x->n_child; k++)
		put_piece(b, x->child[k]);
}

const char *
piece_text(const struct piece *x, struct arena *m)
{
	struct buf b = buf_new(m);

	put_piece(&b, x);
	return text_trim(m, b.s);
}

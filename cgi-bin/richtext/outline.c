/* outline.c - headings that stand at the top level of a text. */
#include "richtext/outline.h"

#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/piece.h"
#include "richtext/sanitize.h"

#define HEADINGS_MIN 4		/* fewer are seen at a glance */
#define HEADINGS_MAX 200
#define TEXT_MIN     3000	/* bytes of markup: some two screens */

struct found {
	struct piece *x;
	int rank;		/* of h2: 2 */
};

static int
rank_of(const struct piece *x)
{
	return x->kind == PIECE_LEAF && x->n_open > 3 && x->open[1] == 'h' &&
	    x->open[2] >= '2' && x->open[2] <= '4' ? x->open[2] - '0' : 0;
}

/* The headings of the two highest ranks the text has. */
static int
collect(const struct piece *all, struct found *v, int *top)
{
	int k, n = 0, rank;

	*top = 9;
	for (k = 0; k < all->n_child; k++)
		if ((rank = rank_of(all->child[k])) > 0 && rank < *top)
			*top = rank;
	for (k = 0; k < all->n_child && n < HEADINGS_MAX; k++) {
		rank = rank_of(all->child[k]);
		if (rank > 0 && rank <= *top + 1)
			v[n++] = (struct found){ all->child[k], rank };
	}
	return n;
}

/* The name the heading has already, or NULL. */
static const char *
id_of(const struct piece *x, struct arena *m)
{
	const char *at = memmem(x->open, x->n_open, " id=\"", 5);

	return at != NULL ? arena_strndup(m, at + 5, strcspn(at + 5, "\"")) :
	    NULL;
}

static void
put_heading(struct buf *b, const struct piece *x, const char *id)
{
	size_t n = x->n_open - 1;	/* before the > */

	buf_put(b, x->s, n);
	buf_printf(b, " id=\"%s\"", id);
	buf_put(b, x->s + n, x->n - n);
}

struct outline
outline_make(struct safe_html h, struct arena *m)
{
	struct found v[HEADINGS_MAX];
	struct outline out = { .html = h };
	struct buf b = buf_new(m);
	const char *from = h.s;
	int k, n, top;

	if (strlen(h.s) < TEXT_MIN || strstr(h.s, "<h") == NULL)
		return out;
	n = collect(piece_read(pieces_new(m), h), v, &top);
	if (n < HEADINGS_MIN)
		return out;
	out.v = arena_calloc(m, (size_t)n, sizeof *out.v);
	for (k = 0; k < n; k++) {
		struct outline_entry *e = &out.v[out.n];
		const char *own = id_of(v[k].x, m);

		e->text = piece_text(v[k].x, m);
		if (*e->text == '\0')
			continue;
		e->level = v[k].rank - top + 1;
		e->id = own != NULL ? own : arena_printf(m, "s-%d", ++out.n);
		out.n += own != NULL;
		if (own != NULL)
			continue;
		buf_put(&b, from, (size_t)(v[k].x->s - from));
		put_heading(&b, v[k].x, e->id);
		from = v[k].x->s + v[k].x->n;
	}
	buf_puts(&b, from);
	out.html = sanitize_built(b.s);
	return out;
}

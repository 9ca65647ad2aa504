/* piece.c - the tree; equal strings get equal numbers. */
#include "richtext/piece.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "richtext/piece_atom.h"

#define DEPTH_MAX 620

static void read_children(struct pieces *, struct piece *, const char **,
    const char *end, int depth);

struct pieces *
pieces_new(struct arena *m)
{
	struct pieces *p = arena_alloc(m, sizeof *p);

	p->mem = m;
	p->cap = 1024;
	p->slot = arena_calloc(m, (size_t)p->cap, sizeof *p->slot);
	return p;
}

int
pieces_limit(const struct pieces *p)
{
	return p->n + 1;
}

static uint64_t
hash(const char *s, size_t n, int with)
{
	uint64_t h = 1469598103934665603ull ^ (uint64_t)with;

	for (; n > 0; n--, s++)
		h = (h ^ (unsigned char)*s) * 1099511628211ull;
	return h ^ h >> 29;
}

static struct named *
slot_of(struct pieces *p, const char *s, size_t n, int with, uint64_t h)
{
	size_t k = (size_t)h & (size_t)(p->cap - 1);
	struct named *t;

	for (;; k = (k + 1) & (size_t)(p->cap - 1)) {
		t = &p->slot[k];
		if (t->s == NULL || (t->hash == h && t->n == n &&
		    t->with == with && memcmp(t->s, s, n) == 0))
			return t;
	}
}

static void
grow(struct pieces *p)
{
	struct named *old = p->slot, *t;
	int k, n = p->cap;

	p->cap *= 2;
	p->slot = arena_calloc(p->mem, (size_t)p->cap, sizeof *p->slot);
	for (k = 0; k < n; k++) {
		if (old[k].s == NULL)
			continue;
		t = slot_of(p, old[k].s, old[k].n, old[k].with, old[k].hash);
		*t = old[k];
	}
}

int
pieces_number(struct pieces *p, const char *s, size_t n, int with)
{
	uint64_t h = hash(s, n, with);
	struct named *t;

	if (p->n + 1 > p->cap / 2)
		grow(p);
	t = slot_of(p, s, n, with, h);
	if (t->s == NULL)
		*t = (struct named){ s, n, h, with, ++p->n };
	return t->number;
}

/* The kind of the block whose tag begins at s; false: it is inline. */
static bool
block_kind(const char *s, enum piece_kind *kind)
{
	static const struct {
		const char *name;
		enum piece_kind kind;
	} v[] = {
		{ "p", PIECE_LEAF }, { "h1", PIECE_LEAF },
		{ "h2", PIECE_LEAF }, { "h3", PIECE_LEAF },
		{ "h4", PIECE_LEAF }, { "h5", PIECE_LEAF },
		{ "h6", PIECE_LEAF }, { "div", PIECE_BOX },
		{ "blockquote", PIECE_BOX }, { "ul", PIECE_LIST },
		{ "ol", PIECE_LIST }, { "li", PIECE_ITEM },
		{ "table", PIECE_TABLE }, { "caption", PIECE_CAPTION },
		{ "thead", PIECE_SECTION }, { "tbody", PIECE_SECTION },
		{ "tfoot", PIECE_SECTION }, { "tr", PIECE_ROW },
		{ "th", PIECE_CELL }, { "td", PIECE_CELL },
		{ "hr", PIECE_RULE },
	};
	size_t k, n = strcspn(s + 1, " >");

	for (k = 0; k < sizeof v / sizeof v[0]; k++)
		if (strlen(v[k].name) == n &&
		    memcmp(v[k].name, s + 1, n) == 0) {
			*kind = v[k].kind;
			return true;
		}
	return false;
}

static void
add(struct pieces *p, struct piece *up, struct piece *x)
{
	struct piece **v = up->child;
	int n = up->n_child;

	/* Room doubles whenever the count is a power of two. */
	if ((n & (n - 1)) == 0) {
		v = arena_calloc(p->mem, n == 0 ? 1 : (size_t)n * 2,
		    sizeof *v);
		if (n > 0)
			memcpy(v, up->child, (size_t)n * sizeof *v);
		up->child = v;
	}
	v[up->n_child++] = x;
}

static struct piece *
piece_new(struct pieces *p, enum piece_kind kind, const char *s)
{
	static struct piece *none[1];
	struct piece *x = arena_alloc(p->mem, sizeof *x);

	x->child = none;
	x->kind = kind;
	x->s = x->open = x->inner = s;
	x->key = -1;
	return x;
}

/* Up to the end tag of the paragraph, or of text up to the next block. */
static const char *
inline_end(const char *s, const char *end, bool bare)
{
	enum piece_kind kind;

	for (; s < end; s++) {
		if (*s != '<')
			continue;
		if (bare && block_kind(s, &kind))
			return s;
		if (s[1] == '/' && block_kind(s + 1, &kind))
			return s;
	}
	return end;
}

/* Past the '>' of the tag at s. */
static const char *
tag_end(const char *s, const char *end)
{
	const char *at = memchr(s, '>', (size_t)(end - s));

	return at != NULL ? at + 1 : end;
}

static void
read_block(struct pieces *p, struct piece *x, const char **s, const char *end,
    int depth)
{
	x->inner = tag_end(*s, end);
	x->n_open = (size_t)(x->inner - x->open);
	*s = x->inner;
	if (x->kind == PIECE_LEAF)
		*s = inline_end(*s, end, false);
	else if (x->kind != PIECE_RULE)
		read_children(p, x, s, end, depth + 1);
	x->n_inner = (size_t)(*s - x->inner);
	if (x->kind != PIECE_RULE && *s < end)
		*s = tag_end(*s, end);
	x->n = (size_t)(*s - x->s);
}

/* Up to the end tag of what they stand in. */
static void
read_children(struct pieces *p, struct piece *up, const char **s,
    const char *end, int depth)
{
	enum piece_kind kind;
	struct piece *x;

	while (*s < end && depth < DEPTH_MAX &&
	    !(**s == '<' && (*s)[1] == '/' && block_kind(*s + 1, &kind))) {
		if (**s == '<' && block_kind(*s, &kind)) {
			x = piece_new(p, kind, *s);
			read_block(p, x, s, end, depth);
		} else {
			x = piece_new(p, PIECE_LEAF, *s);
			*s = inline_end(*s + 1, end, true);
			x->n = x->n_inner = (size_t)(*s - x->s);
		}
		add(p, up, x);
	}
}

struct piece *
piece_read(struct pieces *p, struct safe_html h)
{
	const char *s = h.s, *end = s + strlen(s);
	struct piece *all = piece_new(p, PIECE_BOX, s);

	while (s < end) {
		read_children(p, all, &s, end, 0);
		if (s < end)		/* an end tag without a beginning */
			s = tag_end(s, end);
	}
	all->n = all->n_inner = (size_t)(end - h.s);
	return all;
}

struct piece *
piece_plain(struct pieces *p, const char *text)
{
	struct buf b = buf_new(p->mem);
	struct piece *x;

	buf_put_escaped(&b, text, strlen(text));
	x = piece_new(p, PIECE_LEAF, b.s);
	x->n = x->n_inner = b.n;
	return x;
}

int
piece_key(struct pieces *p, struct piece *x)
{
	if (x->key < 0)
		x->key = pieces_number(p, x->s, x->n, -1);
	return x->key;
}

static int
by_number(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static int
count_atoms(struct pieces *p, struct piece *x)
{
	int k, n = 0;

	if (x->kind == PIECE_LEAF) {
		piece_atoms(p, x);
		return x->n_atom;
	}
	for (k = 0; k < x->n_child; k++) {
		piece_bag(p, x->child[k]);
		n += x->child[k]->n_bag;
	}
	return n;
}

void
piece_bag(struct pieces *p, struct piece *x)
{
	int k, n;

	if (x->bag != NULL)
		return;
	n = count_atoms(p, x);
	x->bag = arena_calloc(p->mem, (size_t)n + 1, sizeof *x->bag);
	for (k = 0; k < x->n_atom; k++)
		x->bag[x->n_bag++] = x->atom[k].key;
	for (k = 0; k < x->n_child; k++) {
		struct piece *c = x->child[k];

		memcpy(x->bag + x->n_bag, c->bag,
		    (size_t)c->n_bag * sizeof *c->bag);
		x->n_bag += c->n_bag;
	}
	qsort(x->bag, (size_t)n, sizeof *x->bag, by_number);
}

int
piece_likeness(struct pieces *p, struct piece *a, struct piece *b)
{
	int i = 0, j = 0, same = 0;

	piece_bag(p, a);
	piece_bag(p, b);
	if (a->n_bag + b->n_bag == 0)
		return 1000;
	while (i < a->n_bag && j < b->n_bag) {
		if (a->bag[i] == b->bag[j]) {
			same++;
			i++;
			j++;
		} else if (a->bag[i] < b->bag[j]) {
			i++;
		} else {
			j++;
		}
	}
	return (int)(2000LL * same / (a->n_bag + b->n_bag));
}

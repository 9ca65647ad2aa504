/* difference.c - blocks to blocks, words to words. */
#include "richtext/difference.h"

#include <string.h>

#include "richtext/redline.h"
#include "richtext/sanitize.h"

#define ALIKE	   300		/* thousandths: the same paragraph, edited */
#define SHORT	   60		/* words of two that stand alone in a place */
#define PAIRS_MAX  40000	/* of which each is weighed */
#define NEXT_TO	   1		/* unchanged paragraphs shown by a change */

/* How many old and new words stand between two kept ones. */
struct run {
	int old, fresh, keep;
};

/* A few kept words between larger changes say less than one phrase. */
static bool
joins(const struct run *x, const struct run *y)
{
	int a = x->old > x->fresh ? x->old : x->fresh;
	int b = y->old > y->fresh ? y->old : y->fresh;

	return x->keep <= a && x->keep <= b && x->old + y->old > 0 &&
	    x->fresh + y->fresh > 0;
}

static int
join(struct run *v, int n)
{
	int k, out = 0;

	for (k = 0; k < n; k++) {
		v[out] = v[k];
		while (out > 0 && joins(&v[out - 1], &v[out])) {
			struct run *x = &v[out - 1], *y = &v[out];

			x->old += x->keep + y->old;
			x->fresh += x->keep + y->fresh;
			x->keep = y->keep;
			out--;
		}
		out++;
	}
	return out;
}

/* The first run is what stands before the first kept word. */
static int
runs(const int *match, int n, int m, struct run *v)
{
	int k, count = 0, i = 0, j = 0;

	for (k = 0; k <= n; k++) {
		int to = k < n ? match[k] : m;

		if (k < n && to < 0)
			continue;
		if (count == 0 || k > i || to > j)
			v[count++] = (struct run){ k - i, to - j, 0 };
		v[count - 1].keep += k < n;
		i = k + 1;
		j = to + 1;
	}
	return count;
}

static int
look_of(const struct atom *a)
{
	return a->in != NULL ? a->in->look : 0;
}

static void
keep(struct redline *r, const struct atom *a, const struct atom *b, int n,
    bool block_look)
{
	for (; n > 0; n--, a++, b++)
		redline_atoms(r, b, 1, !block_look && look_of(a) != look_of(b)
		    ? REDLINE_LOOK : REDLINE_SAME);
}

static int *
keys(struct redline *r, const struct piece *x)
{
	int *v = arena_calloc(r->mem, (size_t)x->n_atom + 1, sizeof *v), k;

	for (k = 0; k < x->n_atom; k++)
		v[k] = x->atom[k].key;
	return v;
}

static void
leaf(struct redline *r, struct piece *a, struct piece *b, bool look)
{
	struct run *v;
	int *match, *x, *y, k, n, i = 0, j = 0;

	piece_atoms(r->p, a);
	piece_atoms(r->p, b);
	x = keys(r, a);
	y = keys(r, b);
	match = arena_calloc(r->mem, (size_t)a->n_atom + 1, sizeof *match);
	v = arena_calloc(r->mem, (size_t)a->n_atom + 2, sizeof *v);
	align(r->w, pieces_limit(r->p), x, a->n_atom, y, b->n_atom, match);
	n = join(v, runs(match, a->n_atom, b->n_atom, v));
	for (k = 0; k < n; k++) {
		redline_atoms(r, a->atom + i, v[k].old, REDLINE_OLD);
		redline_atoms(r, b->atom + j, v[k].fresh, REDLINE_NEW);
		i += v[k].old;
		j += v[k].fresh;
		keep(r, a->atom + i, b->atom + j, v[k].keep, look);
		i += v[k].keep;
		j += v[k].keep;
	}
	redline_end(r);
}

/* Text without a paragraph of its own is no pair for a paragraph: it would
 * run into the text before it. */
static bool
pairs(const struct piece *a, const struct piece *b)
{
	return a->kind == b->kind && a->kind != PIECE_RULE &&
	    (a->n_open == 0) == (b->n_open == 0);
}

/* What two blocks have in common; 0: they are not one and the same. */
static int
worth(struct redline *r, struct piece *a, struct piece *b)
{
	int n;

	if (!pairs(a, b))
		return 0;
	n = piece_likeness(r->p, a, b);
	r->w->steps -= a->n_bag + b->n_bag;
	return n >= ALIKE ? n : 0;
}

/* The pairs, in order, that have most in common; sum[i][j] is the best of
 * what stands from i and j on. */
static void
best(struct redline *r, struct piece **a, int n, struct piece **b, int m,
    int *match, int at)
{
	int *sum = arena_calloc(r->mem, (size_t)(n + 1) * (size_t)(m + 1),
	    sizeof *sum), *own, i, j, w = m + 1;

	own = arena_calloc(r->mem, (size_t)(n + 1) * (size_t)(m + 1),
	    sizeof *own);
	for (i = n - 1; i >= 0; i--)
		for (j = m - 1; j >= 0; j--) {
			int *s = &sum[i * w + j], *o = &own[i * w + j];

			*o = worth(r, a[i], b[j]);
			*s = s[w] > s[1] ? s[w] : s[1];
			if (*o > 0 && *o + s[w + 1] > *s)
				*s = *o + s[w + 1];
		}
	for (i = j = 0; i < n && j < m;) {
		const int *s = &sum[i * w + j];
		int o = own[i * w + j];

		if (o > 0 && *s == o + s[w + 1]) {
			match[i++] = at + j++;
		} else if (*s == s[w]) {
			i++;
		} else {
			j++;
		}
	}
}

/* A line in the place of another: a number in a cell. */
static bool
short_pair(struct redline *r, struct piece *a, struct piece *b)
{
	if (a->kind != PIECE_LEAF || !pairs(a, b))
		return false;
	piece_bag(r->p, a);
	piece_bag(r->p, b);
	return a->n_bag + b->n_bag <= SHORT;
}

/* Between two that are the same: the edited ones. */
static void
gap(struct redline *r, struct piece **a, int n, struct piece **b, int m,
    int *match, int at)
{
	int k;

	if (n == 0 || m == 0)
		return;
	if (n == 1 && m == 1 && short_pair(r, a[0], b[0])) {
		match[0] = at;
		return;
	}
	if ((long)n * m <= PAIRS_MAX && r->w->steps > 0) {
		best(r, a, n, b, m, match, at);
		return;
	}
	r->w->rough = true;
	for (k = 0; k < n && k < m; k++)
		if (worth(r, a[k], b[k]) > 0)
			match[k] = at + k;
}

static int *
block_keys(struct redline *r, struct piece **v, int n)
{
	int *key = arena_calloc(r->mem, (size_t)n + 1, sizeof *key), k;

	for (k = 0; k < n; k++)
		key[k] = piece_key(r->p, v[k]);
	return key;
}

static void
match_blocks(struct redline *r, struct piece **a, int n,
    struct piece **b, int m, int *match)
{
	int *x = block_keys(r, a, n), *y = block_keys(r, b, m);
	int k, i = 0, j = 0;

	align(r->w, pieces_limit(r->p), x, n, y, m, match);
	for (k = 0; k <= n; k++) {
		int to = k < n ? match[k] : m;

		if (to < 0)
			continue;
		gap(r, a + i, k - i, b + j, to - j, match + i, j);
		i = k + 1;
		j = to + 1;
	}
}

/* Start tags that differ in more than the name of the place. */
static bool
same_look(const struct piece *a, const struct piece *b)
{
	const char *x = memmem(a->open, a->n_open, " id=\"", 5);
	const char *y = memmem(b->open, b->n_open, " id=\"", 5);
	size_t n = x != NULL ? (size_t)(x - a->open) : a->n_open;
	size_t m = y != NULL ? (size_t)(y - b->open) : b->n_open;

	/* The sanitizer writes class first, and id last but for cells. */
	if (x == NULL && y == NULL)
		return n == m && memcmp(a->open, b->open, n) == 0;
	n -= x == NULL;
	m -= y == NULL;
	return n == m && memcmp(a->open, b->open, n) == 0;
}

const char *
difference_look(struct redline *r, const struct piece *a,
    const struct piece *b)
{
	if (same_look(a, b))
		return "";
	r->d->looks++;
	return "df-look";
}

void
difference_pair(struct redline *r, struct piece *a, struct piece *b)
{
	const char *look;

	if (piece_key(r->p, a) == piece_key(r->p, b)) {
		buf_put(&r->out, b->s, b->n);
		return;
	}
	look = difference_look(r, a, b);
	redline_open(r, b, look, "");
	if (b->kind == PIECE_LEAF)
		leaf(r, a, b, look[0] != '\0');
	else if (b->kind == PIECE_TABLE)
		difference_table(r, a, b);
	else
		difference_children(r, a, b, DIFFERENCE_ALL);
	redline_close(r, b);
}

static void
step(struct redline *r, const struct difference_step *s)
{
	if (s->a == NULL)
		redline_whole(r, s->b, REDLINE_NEW);
	else if (s->b == NULL)
		redline_whole(r, s->a, REDLINE_OLD);
	else
		difference_pair(r, s->a, s->b);
}

struct difference_step *
difference_steps(struct redline *r, struct piece **a, int n,
    struct piece **b, int m, int *count)
{
	struct difference_step *v;
	int *match = arena_calloc(r->mem, (size_t)n + 1, sizeof *match);
	int k, j = 0;

	v = arena_calloc(r->mem, (size_t)n + (size_t)m + 1, sizeof *v);
	match_blocks(r, a, n, b, m, match);
	for (*count = k = 0; k <= n; k++) {
		int to = k < n ? match[k] : m;

		if (to < 0) {
			v[(*count)++] = (struct difference_step){ a[k], NULL };
			continue;
		}
		while (j < to)
			v[(*count)++] = (struct difference_step){ NULL, b[j++] };
		if (k < n)
			v[(*count)++] = (struct difference_step){ a[k], b[j++] };
	}
	return v;
}

static bool
changed(struct redline *r, const struct difference_step *s)
{
	return s->a == NULL || s->b == NULL ||
	    piece_key(r->p, s->a) != piece_key(r->p, s->b);
}

/* A change stands within NEXT_TO steps of number k. */
static bool
near(struct redline *r, const struct difference_step *v, int n, int k)
{
	int i;

	for (i = k - NEXT_TO; i <= k + NEXT_TO; i++)
		if (i >= 0 && i < n && changed(r, &v[i]))
			return true;
	return false;
}

void
difference_children(struct redline *r, struct piece *a, struct piece *b,
    enum difference_show show)
{
	struct difference_step *v;
	bool left_out = false;
	int k, n;

	v = difference_steps(r, a->child, a->n_child, b->child, b->n_child,
	    &n);
	for (k = 0; k < n; k++) {
		if (show == DIFFERENCE_CHANGES && !near(r, v, n, k)) {
			if (!left_out)
				buf_puts(&r->out,
				    "<p class=\"df-gap\">⋯</p>");
			left_out = true;
			continue;
		}
		left_out = false;
		step(r, &v[k]);
	}
}

static struct redline
begin(struct difference *d, struct align *w, struct arena *m)
{
	memset(d, 0, sizeof *d);
	*w = align_new(m);
	return (struct redline){ .out = buf_new(m), .p = pieces_new(m),
		.w = w, .d = d, .mem = m };
}

static void
end(struct redline *r)
{
	struct difference *d = r->d;

	d->html = sanitize_built(r->out.s);
	d->same = d->added + d->removed + d->places + d->looks == 0;
	d->rough = r->w->rough;
}

struct difference
difference_html(struct safe_html before, struct safe_html after,
    enum difference_show show, struct arena *m)
{
	struct difference d;
	struct align w;
	struct redline r = begin(&d, &w, m);

	difference_children(&r, piece_read(r.p, before),
	    piece_read(r.p, after), show);
	end(&r);
	return d;
}

struct difference
difference_text(const char *before, const char *after, struct arena *m)
{
	struct difference d;
	struct align w;
	struct redline r = begin(&d, &w, m);

	difference_pair(&r, piece_plain(r.p, before),
	    piece_plain(r.p, after));
	end(&r);
	return d;
}

int
difference_fields(struct difference_field *v, int n, struct arena *m)
{
	int k, differ = 0;

	for (k = 0; k < n; k++) {
		v[k].d = difference_text(v[k].before != NULL ? v[k].before : "",
		    v[k].after != NULL ? v[k].after : "", m);
		differ += !v[k].d.same;
	}
	return differ;
}

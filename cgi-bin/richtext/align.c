/* align.c - Myers while it lasts, patience after that. */
#include "richtext/align.h"

#include <string.h>

#define DEPTH_MAX 8

/* How often a number stands on each side, and where it stood last. */
struct seen {
	int in_a, in_b, at;
};

struct stretch {
	const int *a, *b;
	int n, m;
	int *match;		/* of a[0] */
	int at;			/* the place of b[0] in the whole of b */
};

struct align
align_new(struct arena *mem)
{
	return (struct align){ .mem = mem, .steps = ALIGN_STEPS };
}

/* What begins and ends alike is matched; the rest stays in the stretch. */
static void
trim(struct stretch *s)
{
	while (s->n > 0 && s->m > 0 && s->a[0] == s->b[0]) {
		*s->match++ = s->at++;
		s->a++;
		s->b++;
		s->n--;
		s->m--;
	}
	while (s->n > 0 && s->m > 0 && s->a[s->n - 1] == s->b[s->m - 1]) {
		s->n--;
		s->m--;
		s->match[s->n] = s->at + s->m;
	}
}

/* What d edits reach, by diagonal from -d to d; -1: nothing there. */
static int *
round_of(const struct align *w, int d)
{
	return w->trace + (size_t)d * (size_t)d + d;
}

/* Where edit d comes out on diagonal k, from which diagonal; -1: nowhere. */
static int
edit(const struct align *w, const struct stretch *s, int d, int k, int *from)
{
	const int *v = round_of(w, d - 1);
	int down = k < d - 1 ? v[k + 1] : -1;
	int right = k > 1 - d && v[k - 1] >= 0 ? v[k - 1] + 1 : -1;

	if (down - k > s->m)
		down = -1;
	if (right > s->n)
		right = -1;
	*from = right > down ? k - 1 : k + 1;
	return right > down ? right : down;
}

/* One round; true: it came to the end of both. */
static bool
reach(struct align *w, const struct stretch *s, int d)
{
	int *v = round_of(w, d), k, x, from;

	for (k = -d; k <= d; k += 2) {
		x = d == 0 ? 0 : edit(w, s, d, k, &from);
		w->steps--;
		while (x >= 0 && x < s->n && x - k < s->m &&
		    s->a[x] == s->b[x - k]) {
			x++;
			w->steps--;
		}
		v[k] = x;
		if (x == s->n && x - k == s->m)
			return true;
	}
	return false;
}

static void
walk_back(const struct align *w, const struct stretch *s, int d)
{
	int x = s->n, k = s->n - s->m, start, from = 0;

	for (; d >= 0; d--) {
		start = d == 0 ? 0 : edit(w, s, d, k, &from);
		while (x > start) {
			x--;
			s->match[x] = s->at + x - k;
		}
		if (d > 0)
			x = round_of(w, d - 1)[from];
		k = from;
	}
}

static bool
myers(struct align *w, const struct stretch *s)
{
	int d, most = s->n + s->m < ALIGN_EDITS ? s->n + s->m : ALIGN_EDITS;

	if (most > w->n_trace || w->trace == NULL) {
		w->n_trace = 2 * most < ALIGN_EDITS ? 2 * most : ALIGN_EDITS;
		w->trace = arena_take(w->mem, sizeof(int) *
		    (size_t)(w->n_trace + 1) * (size_t)(w->n_trace + 1));
	}
	for (d = 0; d <= most && w->steps > 0; d++) {
		if (!reach(w, s, d))
			continue;
		walk_back(w, s, d);
		return true;
	}
	return false;
}

/* The numbers that stand once on either side, as pairs by their place in a. */
static int
uniques(struct align *w, const struct stretch *s, int *x, int *y)
{
	struct seen *seen = w->seen;
	int k, n = 0;

	for (k = 0; k < s->n; k++)
		seen[s->a[k]] = (struct seen){ 0 };
	for (k = 0; k < s->m; k++)
		seen[s->b[k]] = (struct seen){ 0 };
	for (k = 0; k < s->n; k++)
		seen[s->a[k]].in_a++;
	for (k = 0; k < s->m; k++) {
		seen[s->b[k]].in_b++;
		seen[s->b[k]].at = k;
	}
	for (k = 0; k < s->n; k++) {
		if (seen[s->a[k]].in_a != 1 || seen[s->a[k]].in_b != 1)
			continue;
		x[n] = k;
		y[n++] = seen[s->a[k]].at;
	}
	return n;
}

/* Of pairs with rising x those of a longest rising y, moved to the front. */
static int
rising(struct arena *mem, int *x, int *y, int n)
{
	int *pile = arena_calloc(mem, (size_t)n + 1, sizeof *pile);
	int *before = arena_calloc(mem, (size_t)n + 1, sizeof *before);
	int k, lo, hi, mid, len = 0, at;

	for (k = 0; k < n; k++) {
		for (lo = 0, hi = len; lo < hi;) {
			mid = (lo + hi) / 2;
			if (y[pile[mid]] < y[k])
				lo = mid + 1;
			else
				hi = mid;
		}
		pile[lo] = k;
		before[k] = lo > 0 ? pile[lo - 1] : -1;
		len += lo == len;
	}
	for (k = len, at = len > 0 ? pile[len - 1] : -1; k > 0;
	    at = before[at])
		pile[--k] = at;
	for (k = 0; k < len; k++) {
		x[k] = x[pile[k]];
		y[k] = y[pile[k]];
	}
	return len;
}

static void part(struct align *, struct stretch, int depth);

/* Matched at the uniques, and between them as before. */
static void
patience(struct align *w, const struct stretch *s, int depth)
{
	int *x = arena_calloc(w->mem, (size_t)s->n + 1, sizeof *x);
	int *y = arena_calloc(w->mem, (size_t)s->n + 1, sizeof *y);
	int k, n, i = 0, j = 0;

	n = rising(w->mem, x, y, uniques(w, s, x, y));
	if (n == 0)
		w->rough = true;
	for (k = 0; k <= n && n > 0; k++) {
		int to_x = k < n ? x[k] : s->n, to_y = k < n ? y[k] : s->m;

		part(w, (struct stretch){ s->a + i, s->b + j, to_x - i,
		    to_y - j, s->match + i, s->at + j }, depth + 1);
		if (k < n)
			s->match[to_x] = s->at + to_y;
		i = to_x + 1;
		j = to_y + 1;
	}
}

static void
part(struct align *w, struct stretch s, int depth)
{
	trim(&s);
	if (s.n == 0 || s.m == 0 || myers(w, &s))
		return;
	if (depth == DEPTH_MAX)
		w->rough = true;
	else
		patience(w, &s, depth);
}

void
align(struct align *w, int limit, const int *a, int n, const int *b, int m,
    int *match)
{
	int k;

	for (k = 0; k < n; k++)
		match[k] = -1;
	if (limit > w->n_seen) {
		w->n_seen = limit + limit / 2;
		w->seen = arena_calloc(w->mem, (size_t)w->n_seen,
		    sizeof *w->seen);
	}
	part(w, (struct stretch){ a, b, n, m, match, 0 }, 0);
}

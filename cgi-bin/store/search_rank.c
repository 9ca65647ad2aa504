/*
 * search_rank.c - points for where and how often the terms stand.
 *
 * A term in the title counts most, more the more of the title it is; in the
 * number nearly as much; in the text by how often (to five times) and how
 * early it stands.  All terms in the title, and all side by side as they were
 * typed, count beside that.  What is no longer in force comes later.  Equal
 * points: newest first.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "store/search_gram.h"
#include "store/search_rank.h"

#define TITLE	    40
#define TITLE_SHARE 40		/* more, for the whole title */
#define NUMBER	    30
#define OFTEN	    5		/* times */
#define EACH	    3		/* for each time */
#define EARLY	    6		/* in the first characters of the text */
#define ALL_TITLE   30
#define SIDE_TITLE  40		/* side by side in the title */
#define SIDE_TEXT   12
#define OUT_OF_FORCE 20

struct rated { int64_t key; int points; };

struct judge {
	const struct search_query *q;
	const char *joined;	/* all terms as one, or NULL for one term */
};

/* Where the number ends: the line after the title. */
static bool
in_number(const char *rest, const char *place)
{
	const char *end = strchr(rest, '\n');

	return end == NULL || place < end;
}

static int
title_points(const char *title, size_t n, const struct search_term *t)
{
	const char *at = search_place(t->folded, title);
	size_t len;

	if (at == NULL)
		return 0;
	len = search_term_at(t->folded, at);
	return TITLE + (int)(TITLE_SHARE * len / (n > 0 ? n : 1));
}

static int
text_points(const char *rest, const struct search_term *t)
{
	const char *at = rest;
	int points = 0, n;

	for (n = 0; n < OFTEN && (at = search_place(t->folded, at)) != NULL;
	    n++, at++)
		if (n == 0)
			points += in_number(rest, at) ? NUMBER :
			    EARLY * 1000 / (int)(1000 + (at - rest));
	return points + n * EACH;
}

static int
rate(const struct judge *j, struct search_text *t)
{
	size_t n = (size_t)(t->rest - t->title);
	int k, points = 0, one, titles = 0;

	t->text[n] = '\0';	/* the title alone */
	for (k = 0; k < j->q->n; k++) {
		if (j->q->v[k].without)
			continue;
		one = title_points(t->title, n, &j->q->v[k]);
		titles += one > 0;
		points += one + text_points(t->rest + 1, &j->q->v[k]);
	}
	if (titles == j->q->wanted)
		points += ALL_TITLE;
	if (j->joined != NULL && search_place(j->joined, t->title) != NULL)
		points += SIDE_TITLE;
	else if (j->joined != NULL &&
	    search_place(j->joined, t->rest + 1) != NULL)
		points += SIDE_TEXT;
	t->text[n] = GRAM_END;
	return strstr(t->facets, " e1 ") != NULL ? points - OUT_OF_FORCE :
	    points;
}

static int
best_first(const void *x, const void *y)
{
	const struct rated *a = x, *b = y;

	return a->points != b->points ?
	    (a->points < b->points) - (a->points > b->points) :
	    (a->key < b->key) - (a->key > b->key);
}

static int
by_key(const void *x, const void *y)
{
	int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;

	return (a < b) - (a > b);
}

/* Sorted, newest first, each once. */
static int64_t *
unique(const int64_t *key, int *n, struct arena *m)
{
	int64_t *v = arena_memdup(m, key, (size_t)*n * sizeof(*key));
	int k, kept = 0;

	if (*n > 1)
		qsort(v, (size_t)*n, sizeof(*v), by_key);
	for (k = 0; k < *n; k++)
		if (kept == 0 || v[kept - 1] != v[k])
			v[kept++] = v[k];
	*n = kept;
	return v;
}

static enum rc
rate_all(struct db *db, const struct judge *j, const int64_t *key, int n,
    struct rated *out, int *kept)
{
	struct arena *scratch = arena_new();
	struct search_text t;
	enum rc rc = RC_OK;
	int k;

	*kept = 0;
	for (k = 0; rc == RC_OK && k < n && !db_late(db); k++) {
		arena_reset(scratch);
		rc = search_text_get(db, key[k], &t, scratch);
		if (rc == RC_OK && t.rest != NULL &&
		    search_holds(j->q, t.text, t.facets, scratch))
			out[(*kept)++] = (struct rated){ key[k],
			    rate(j, &t) };
		if (rc == RC_NOT_FOUND)
			rc = RC_OK;
	}
	arena_free(scratch);
	return rc;
}

static const char *
join(const struct search_query *q, struct arena *m)
{
	struct buf b = buf_new(m);
	int k;

	for (k = 0; k < q->n; k++)
		if (!q->v[k].without)
			buf_puts(&b, q->v[k].folded);
	return q->wanted > 1 ? b.s : NULL;
}

enum rc
search_rank(struct db *db, const struct search_query *q, int64_t *key, int *n,
    const struct search_page *page, struct search_result *out,
    struct arena *m)
{
	struct judge j = { q, join(q, m) };
	struct rated *v = arena_calloc(m, (size_t)*n, sizeof(*v));
	int64_t *all = unique(key, n, m);
	enum rc rc;
	int k, kept;

	if ((rc = rate_all(db, &j, all, *n, v, &kept)) != RC_OK)
		return rc;
	if (kept > 1)
		qsort(v, (size_t)kept, sizeof(*v), best_first);
	for (k = 0; k < kept; k++)
		key[k] = v[k].key;
	*n = kept;
	out->key = arena_calloc(m, (size_t)page->max, sizeof(*out->key));
	for (k = page->from; k < kept && out->n < page->max; k++)
		out->key[out->n++] = v[k].key;
	if (k < kept && page->from + page->max < SEARCH_COUNT_MAX)
		out->next = k;
	return RC_OK;
}

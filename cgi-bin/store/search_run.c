/*
 * search_run.c - asking the index: one pass gives the list, the count and the
 * facets of the newest hits.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "store/search.h"
#include "store/search_gram.h"
#include "store/search_rank.h"

#define CERTAIN 60		/* so few are all compared with the text */
#define COMPARE_MAX 2000	/* and so many at most to fill a page */
#define ALL (SEARCH_COUNT_MAX + 1)

struct counter { int n, room; struct search_count *v; };

struct pass {
	struct db *db;
	const struct search_query *q;
	const struct search_page *page;
	bool exact;
	struct counter count[SEARCH__FACETS];
	struct search_result *out;
	struct arena *m, *scratch;
};

static void
count_up(struct counter *c, int64_t key, struct arena *m)
{
	struct search_count *more;
	int k;

	for (k = 0; k < c->n; k++)
		if (c->v[k].key == key) {
			c->v[k].n++;
			return;
		}
	if (c->n == c->room) {
		c->room = c->room == 0 ? 16 : 2 * c->room;
		more = arena_calloc(m, (size_t)c->room, sizeof(*more));
		if (c->n > 0)
			memcpy(more, c->v, (size_t)c->n * sizeof(*more));
		c->v = more;
	}
	c->v[c->n++] = (struct search_count){ key, 1 };
}

static int
most_first(const void *x, const void *y)
{
	const struct search_count *a = x, *b = y;

	return a->n != b->n ? (a->n < b->n) - (a->n > b->n) :
	    (a->key > b->key) - (a->key < b->key);
}

/* Columns of one hit: key, unit, theme, kind, year, expired, categories. */
static void
count_hit(struct pass *p, const struct rows *q)
{
	static const int column[] = { [SEARCH_BY_UNIT] = 1,
	    [SEARCH_BY_THEME] = 2, [SEARCH_BY_KIND] = 3,
	    [SEARCH_BY_YEAR] = 4 };
	char *s = db_text(q, 6, p->scratch);
	int64_t id;
	int k;

	for (k = 0; k <= SEARCH_BY_YEAR; k++)
		if (column[k] != 0 && (id = db_int(q, column[k])) != 0)
			count_up(&p->count[k], id, p->m);
	count_up(&p->count[SEARCH_BY_VALIDITY], db_int(q, 5), p->m);
	while (*s != '\0') {
		id = strtoll(s, &s, 10);
		count_up(&p->count[SEARCH_BY_CATEGORY], id, p->m);
		s += *s == ' ';
	}
}

static void
facets_done(struct pass *p)
{
	struct counter *c;
	int k;

	for (k = 0; k < SEARCH__FACETS; k++) {
		c = &p->count[k];
		if (c->n > 0)
			qsort(c->v, (size_t)c->n, sizeof(c->v[0]),
			    most_first);
		p->out->facet[k] = (struct search_counts){ c->n, c->v };
	}
}

static enum rc
gather(struct pass *p, const char *match, int64_t before, int64_t *key,
    int max, int *n)
{
	struct rows q = db_query(p->db, "SELECT s.rowid, e.unit_id,"
	    " e.theme_id, e.kind_id, e.year, e.expired, e.categories"
	    " FROM search s CROSS JOIN search_entry e ON e.key = s.rowid"
	    " WHERE s.search MATCH $1 AND s.rowid < $2"
	    " ORDER BY s.rowid DESC LIMIT $3", V(match),
	    V(before > 0 ? before : INT64_MAX), V(max));

	for (*n = 0; *n < max && db_next(&q); ++*n) {
		key[*n] = db_int(&q, 0);
		if (p->page->facets && *n < SEARCH_COUNT_MAX)
			count_hit(p, &q);
	}
	return db_done(&q);
}

static enum rc
gather_keys(struct db *db, const char *match, int64_t before, int64_t *key,
    int max, int *n)
{
	struct rows q = db_query(db, "SELECT rowid FROM search"
	    " WHERE search MATCH $1 AND rowid < $2"
	    " ORDER BY rowid DESC LIMIT $3", V(match),
	    V(before > 0 ? before : INT64_MAX), V(max));

	for (*n = 0; *n < max && db_next(&q); ++*n)
		key[*n] = db_int(&q, 0);
	return db_done(&q);
}

enum rc
search_text_get(struct db *db, int64_t key, struct search_text *t,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT text FROM search_text"
	    " WHERE key = $1", V(key));
	enum rc rc = db_first(&q);
	char *end;

	if (rc != RC_OK)
		return rc;
	t->title = t->text = db_text(&q, 0, m);
	t->facets = "";
	if ((end = strrchr(t->text, GRAM_END)) != NULL) {
		*end = '\0';
		t->facets = end + 1;
	}
	t->rest = strchr(t->text, GRAM_END);
	return db_done(&q);
}

static enum rc
is_hit(struct pass *p, int64_t key, bool *hit)
{
	struct search_text t;
	enum rc rc;

	*hit = true;
	if (p->exact)
		return RC_OK;
	arena_reset(p->scratch);
	if ((rc = search_text_get(p->db, key, &t, p->scratch)) == RC_OK)
		*hit = search_holds(p->q, t.text, t.facets, p->scratch);
	else if (rc == RC_NOT_FOUND)
		*hit = false;
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/*
 * Of n keys those that hold the terms: enough for the page and one, all when
 * they are few.  *seen is how many were looked at.
 */
static enum rc
sift(struct pass *p, int64_t *key, int n, int *kept, int *seen)
{
	int most = n <= CERTAIN ? n : p->page->max + 1;
	enum rc rc = RC_OK;
	bool hit;

	*kept = 0;
	for (*seen = 0; rc == RC_OK && *seen < n && *kept < most; ++*seen) {
		rc = is_hit(p, key[*seen], &hit);
		if (hit)
			key[(*kept)++] = key[*seen];
	}
	return rc;
}

/* Keys below `before` that make a page, further down as long as it takes. */
static enum rc
fill_page(struct pass *p, const char *match, int64_t before, int64_t *key,
    int have)
{
	int kept = 0, seen = 0, looked = 0, n = have;
	enum rc rc = RC_OK;
	int64_t last;

	while (rc == RC_OK && n > 0) {
		last = key[n - 1];
		rc = sift(p, key, n, &kept, &seen);
		looked += seen;
		if (kept > p->page->max || n < have || looked > COMPARE_MAX)
			break;
		if (kept > 0 || n < ALL)
			break;
		rc = gather_keys(p->db, match, before = last, key, ALL, &n);
	}
	p->out->n = kept < p->page->max ? kept : p->page->max;
	if (kept > p->page->max)
		p->out->next = key[p->page->max - 1];
	return rc;
}

static enum rc
newest(struct pass *p, const char *match, int64_t *key, int n)
{
	int64_t before = p->page->before;
	int first = 0;
	enum rc rc;

	while (before > 0 && first < n && key[first] >= before)
		first++;
	key += first;
	n -= first;
	if (p->out->more && n <= p->page->max) {
		key -= first;
		rc = gather_keys(p->db, match, before, key, ALL, &n);
		if (rc != RC_OK)
			return rc;
	}
	p->out->key = key;
	return fill_page(p, match, before, key, n);
}

static enum rc
best(struct pass *p, const struct search_filter *f, const int64_t *key, int n)
{
	int64_t *all = arena_calloc(p->m, 2 * ALL, sizeof(*all));
	const char *match;
	bool exact;
	int titles;
	enum rc rc;

	match = search_expression(p->q, f, true, &exact, p->m);
	rc = gather_keys(p->db, match, 0, all, SEARCH_COUNT_MAX, &titles);
	if (rc != RC_OK)
		return rc;
	memcpy(all + titles, key, (size_t)n * sizeof(*key));
	return search_rank(p->db, p->q, all, titles + n, p->page, p->out,
	    p->m);
}

/* The whole count: how sure it is depends on what was compared. */
static enum rc
count_total(struct pass *p, int64_t *key, int n)
{
	int kept = n, seen;
	enum rc rc = RC_OK;

	p->out->more = n > SEARCH_COUNT_MAX;
	p->out->total = p->out->more ? SEARCH_COUNT_MAX : n;
	if (p->exact || n > CERTAIN) {
		p->out->about = !p->exact;
		return RC_OK;
	}
	key = arena_memdup(p->m, key, (size_t)n * sizeof(*key));
	rc = sift(p, key, n, &kept, &seen);
	p->out->total = kept;
	return rc;
}

static enum rc
run(struct pass *p, const struct search_filter *f)
{
	int64_t *key = arena_calloc(p->m, 2 * ALL, sizeof(*key));
	const char *match = search_expression(p->q, f, false, &p->exact,
	    p->m);
	int n;
	enum rc rc;

	if (*match == '\0')
		return RC_OK;
	if ((rc = gather(p, match, 0, key, ALL, &n)) != RC_OK ||
	    (rc = count_total(p, key, n)) != RC_OK)
		return rc;
	if (p->page->facets)
		facets_done(p);
	if (p->out->total == 0)
		return RC_OK;
	return p->page->order == SEARCH_BEST ? best(p, f, key, n) :
	    newest(p, match, key, n);
}

enum rc
search_run(struct db *db, const struct search_query *q,
    const struct search_filter *f, const struct search_page *page,
    struct search_result *out, struct arena *m)
{
	struct pass p = { .db = db, .q = q, .page = page, .out = out, .m = m,
	    .scratch = arena_new() };
	enum rc rc;

	*out = (struct search_result){ 0 };
	rc = run(&p, f);
	arena_free(p.scratch);
	return rc;
}

enum rc
search_total(struct db *db, const struct search_query *q,
    const struct search_filter *f, int *total, struct arena *m)
{
	static const struct search_page page = { .max = 1 };
	struct search_result r;
	enum rc rc = search_run(db, q, f, &page, &r, m);

	*total = r.more ? ALL : r.total;
	return rc;
}

/* Candidates for each title that is wanted. */
#define TITLES_EACH 10

static bool
title_holds(const struct search_query *q, struct search_text *t,
    struct arena *m)
{
	*(char *)t->rest = '\0';
	return search_holds(q, t->title, "", m);
}

enum rc
search_titles(struct db *db, const struct search_query *q, int max,
    int64_t *key, int *n, struct arena *m)
{
	static const struct search_filter any;
	int64_t candidate[20 * TITLES_EACH];
	struct search_text t;
	bool exact;
	const char *match = search_expression(q, &any, true, &exact, m);
	int k, found = 0;
	enum rc rc = RC_OK;

	*n = 0;
	if (*match != '\0')
		rc = gather_keys(db, match, 0, candidate, max * TITLES_EACH,
		    &found);
	for (k = 0; rc == RC_OK && k < found && *n < max; k++) {
		rc = search_text_get(db, candidate[k], &t, m);
		if (rc == RC_OK && title_holds(q, &t, m))
			key[(*n)++] = candidate[k];
		rc = rc == RC_NOT_FOUND ? RC_OK : rc;
	}
	return rc;
}

enum rc
search_find(struct db *db, const char *text, int64_t before, int max,
    struct search_hits *h, struct arena *m)
{
	const struct search_page page = { .before = before, .max = max };
	static const struct search_filter any;
	struct search_query q;
	struct search_result r = { 0 };
	enum rc rc;

	*h = (struct search_hits){ .ignored = "" };
	if (!text_valid(text, strlen(text)))
		return RC_INVALID;
	search_parse(text, &q, m);
	rc = max > 0 ? search_run(db, &q, &any, &page, &r, m) : RC_OK;
	*h = search_words(&q, m);
	h->key = r.key;
	h->n = r.n;
	return rc;
}

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
#include "store/search_rare.h"
#include "store/search_walk.h"

#define CERTAIN 60		/* so few are all compared with the text */
#define COMPARE_MAX 2000	/* and so many at most to fill a page */
#define ALL (SEARCH_COUNT_MAX + 1)

struct pass {
	struct db *db;
	const struct search_query *q;
	const struct search_page *page;
	bool exact;
	struct search_result *out;
	struct arena *m, *scratch;
};

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
	for (*seen = 0; rc == RC_OK && *seen < n && *kept < most &&
	    !db_late(p->db); ++*seen) {
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
		rc = search_walk(p->db, NULL, match, before = last, key, ALL, &n);
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
		rc = search_walk(p->db, NULL, match, before, key, ALL, &n);
		if (rc != RC_OK)
			return rc;
	}
	p->out->key = key;
	return fill_page(p, match, before, key, n);
}

/* What the texts were compared with is all there is: what is counted is what
 * the pages show. */
static enum rc
count_again(struct pass *p, const int64_t *key, int n)
{
	struct search_tally t = { .m = p->m };
	enum rc rc = RC_OK;

	p->out->total = n;
	p->out->about = false;
	if (!p->page->facets)
		return RC_OK;
	rc = search_tally_keys(p->db, &t, key, n);
	search_tally_done(&t, p->out->facet);
	return rc;
}

static enum rc
best(struct pass *p, const struct search_filter *f, const int64_t *key, int n)
{
	int64_t *all = arena_calloc(p->m, 2 * ALL, sizeof(*all));
	const char *match;
	bool exact;
	int titles, rated;
	enum rc rc;

	match = search_expression(p->q, f, true, &exact, p->m);
	rc = search_walk(p->db, NULL, match, 0, all, SEARCH_COUNT_MAX, &titles);
	if (rc != RC_OK)
		return rc;
	memcpy(all + titles, key, (size_t)n * sizeof(*key));
	rated = titles + n;
	rc = search_rank(p->db, p->q, all, &rated, p->page, p->out, p->m);
	if (rc != RC_OK || !p->out->about || p->out->more || db_late(p->db))
		return rc;
	return count_again(p, all, rated);
}

/* Few are all compared with the text at once; those that hold stay. */
static enum rc
count_few(struct pass *p, int64_t *key, int *n)
{
	int kept, seen;
	enum rc rc = sift(p, key, *n, &kept, &seen);

	if (rc != RC_OK)
		return rc;
	*n = kept;
	p->exact = true;
	return count_again(p, key, kept);
}

static enum rc
run(struct pass *p, const struct search_filter *f)
{
	struct search_tally t = { .m = p->m };
	int64_t *key = arena_calloc(p->m, 2 * ALL, sizeof(*key));
	const char *match = search_expression(p->q, f, false, &p->exact,
	    p->m);
	int n;
	enum rc rc;

	if (*match == '\0')
		return RC_OK;
	if ((rc = search_walk(p->db, p->page->facets ? &t : NULL, match, 0,
	    key, ALL, &n)) != RC_OK)
		return rc;
	p->out->more = n > SEARCH_COUNT_MAX;
	p->out->total = p->out->more ? SEARCH_COUNT_MAX : n;
	p->out->about = !p->exact;
	if (p->page->facets)
		search_tally_done(&t, p->out->facet);
	if (!p->exact && n <= CERTAIN &&
	    (rc = count_few(p, key, &n)) != RC_OK)
		return rc;
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
	struct search_query own = *q;
	struct pass p = { .db = db, .q = &own, .page = page, .out = out,
	    .m = m, .scratch = arena_new() };
	enum rc rc;

	*out = (struct search_result){ 0 };
	if ((rc = search_rare(db, &own, m)) == RC_OK)
		rc = run(&p, f);
	rc = search_unless_late(db, rc);
	out->late = db_late(db);
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
		rc = search_walk(db, NULL, match, 0, candidate, max * TITLES_EACH,
		    &found);
	for (k = 0; rc == RC_OK && k < found && *n < max && !db_late(db);
	    k++) {
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

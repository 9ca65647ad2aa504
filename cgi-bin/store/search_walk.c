/* search_walk.c - see search_walk.h. */
#include "store/search_walk.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static void
count_up(struct search_counter *c, int64_t key, struct arena *m)
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
count_hit(struct search_tally *t, const struct rows *q)
{
	static const int column[] = { [SEARCH_BY_UNIT] = 1,
	    [SEARCH_BY_THEME] = 2, [SEARCH_BY_KIND] = 3,
	    [SEARCH_BY_YEAR] = 4 };
	char *s = db_text(q, 6, t->m);
	int64_t id;
	int k;

	for (k = 0; k <= SEARCH_BY_YEAR; k++)
		if (column[k] != 0 && (id = db_int(q, column[k])) != 0)
			count_up(&t->count[k], id, t->m);
	count_up(&t->count[SEARCH_BY_VALIDITY], db_int(q, 5), t->m);
	while (*s != '\0') {
		id = strtoll(s, &s, 10);
		count_up(&t->count[SEARCH_BY_CATEGORY], id, t->m);
		s += *s == ' ';
	}
}

enum rc
search_tally_keys(struct db *db, struct search_tally *t, const int64_t *key,
    int n)
{
	enum rc rc = RC_OK;
	int k;

	for (k = 0; rc == RC_OK && k < n && k < SEARCH_COUNT_MAX; k++) {
		struct rows q = db_query(db, "SELECT key, unit_id, theme_id,"
		    " kind_id, year, expired, categories FROM search_entry"
		    " WHERE key = $1", V(key[k]));

		while (db_next(&q))
			count_hit(t, &q);
		rc = db_done(&q);
	}
	return rc;
}

void
search_tally_done(struct search_tally *t, struct search_counts *out)
{
	struct search_counter *c;
	int k;

	for (k = 0; k < SEARCH__FACETS; k++) {
		c = &t->count[k];
		if (c->n > 0)
			qsort(c->v, (size_t)c->n, sizeof(c->v[0]),
			    most_first);
		out[k] = (struct search_counts){ c->n, c->v };
	}
}

/*
 * The index is walked a piece at a time, newest first, because nothing can
 * end it inside one: pieces grow while they are cheap.
 */
#define PIECE	   16384		/* keys of the first piece */
#define PIECE_LEAST 2048
#define QUICK	   2000000		/* ns */
#define SLOW	   8000000

struct walk {
	struct db *db;
	int64_t low, high, piece, begun;
};

static int64_t
cpu_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static enum rc
walk_begin(struct walk *w, struct db *db, int64_t before)
{
	struct rows q = db_query(db, "SELECT MAX(key) FROM search_entry");
	enum rc rc = db_first(&q);

	*w = (struct walk){ .db = db, .piece = PIECE };
	if (rc != RC_OK)
		return rc;
	w->low = db_int(&q, 0) + 1;
	if (before > 0 && before < w->low)
		w->low = before;
	return db_done(&q);
}

/* The next piece is the keys from w->low to below w->high. */
static bool
walk_on(struct walk *w)
{
	int64_t now = cpu_now(), took = now - w->begun;

	if (w->low <= 1 || db_late(w->db))
		return false;
	if (w->begun != 0 && took < QUICK)
		w->piece *= 4;
	else if (w->begun != 0 && took > SLOW && w->piece > PIECE_LEAST)
		w->piece /= 2;
	w->begun = now;
	w->high = w->low;
	w->low = w->high > w->piece ? w->high - w->piece : 1;
	return true;
}

enum rc
search_unless_late(struct db *db, enum rc rc)
{
	return rc == RC_BUSY && db_late(db) ? RC_OK : rc;
}

static enum rc
tally_piece(struct search_tally *t, const char *match, const struct walk *w,
    int64_t *key, int max, int *n)
{
	struct rows q = db_query(w->db, "SELECT s.rowid, e.unit_id,"
	    " e.theme_id, e.kind_id, e.year, e.expired, e.categories"
	    " FROM search s CROSS JOIN search_entry e ON e.key = s.rowid"
	    " WHERE s.search MATCH $1 AND s.rowid < $2 AND s.rowid >= $3"
	    " ORDER BY s.rowid DESC LIMIT $4", V(match), V(w->high),
	    V(w->low), V(max - *n));

	for (; *n < max && db_next(&q); ++*n) {
		key[*n] = db_int(&q, 0);
		if (*n < SEARCH_COUNT_MAX)
			count_hit(t, &q);
	}
	return db_done(&q);
}

static enum rc
keys_piece(const char *match, const struct walk *w, int64_t *key, int max,
    int *n)
{
	struct rows q = db_query(w->db, "SELECT rowid FROM search"
	    " WHERE search MATCH $1 AND rowid < $2 AND rowid >= $3"
	    " ORDER BY rowid DESC LIMIT $4", V(match), V(w->high), V(w->low),
	    V(max - *n));

	for (; *n < max && db_next(&q); ++*n)
		key[*n] = db_int(&q, 0);
	return db_done(&q);
}

enum rc
search_walk(struct db *db, struct search_tally *t, const char *match,
    int64_t before, int64_t *key, int max, int *n)
{
	struct walk w;
	enum rc rc = walk_begin(&w, db, before);

	*n = 0;
	while (rc == RC_OK && *n < max && walk_on(&w))
		rc = t != NULL ? tally_piece(t, match, &w, key, max, n) :
		    keys_piece(match, &w, key, max, n);
	return search_unless_late(db, rc);
}

/*
 * search_rare.c - which threes of a long term are worth asking for: what they
 * cost grows with how many documents hold them, and a few that hardly any
 * holds shut out nearly all.  How many hold one is seen in the newest.
 */
#include <string.h>

#include "store/search_gram.h"
#include "store/search_rare.h"

#define MANY	8		/* threes: up to so many are all asked for */
#define SAMPLED	40		/* threes of all terms that are tried */
#define LEAST	8		/* but of each long term */
#define NEWEST	2048		/* keys that are looked at */

#define TIMES	4		/* as often as the rarest of all is rare, */
#define RARE	(NEWEST / 64)	/* and so often anyway */
#define ROOM	(LEAST * SEARCH_TERMS > SAMPLED ? LEAST * SEARCH_TERMS : \
		    SAMPLED)

struct three {
	const char *from, *to;
	int64_t n;
};

struct pool {
	struct db *db;
	const struct search_query *q;
	struct arena *m;
	int64_t top, least;	/* the newest key; the rarest of all */
	int n, none;		/* threes tried; of them held by none */
	int of[SEARCH_TERMS];	/* how many of each term */
	struct three v[ROOM];
};

/* The place behind the three that begins at s, or NULL for a shorter rest. */
static const char *
three_end(const char *s, const char *end)
{
	int k;

	for (k = 0; k < 3; k++) {
		if (s >= end)
			return NULL;
		s = gram_unit(s, end);
	}
	return s;
}

/* Of all threes every step-th into v; returns how many there are. */
static int
threes(const char *folded, int step, struct three *v, int room, int *n)
{
	const char *from, *to, *end;
	int all = 0;

	for (*n = 0; gram_run(&folded, &from, &to);)
		for (; (end = three_end(from, to)) != NULL;
		    from = gram_unit(from, to))
			if (all++ % step == 0 && *n < room)
				v[(*n)++] = (struct three){ from, end, 0 };
	return all;
}

static enum rc
count(const struct pool *p, struct three *t)
{
	const char *match = arena_printf(p->m, "\"%c%.*s\"", GRAM_ONE + 2,
	    (int)(t->to - t->from < GRAM_BYTES ? t->to - t->from :
	    GRAM_BYTES - 1), t->from);

	return db_number(p->db, &t->n, "SELECT COUNT(*) FROM search"
	    " WHERE search MATCH $1 AND rowid > $2", V(match),
	    V(p->top - NEWEST));
}

/* Of the n threes of one term the rarest, in the order in which they stand:
 * one at least, more as long as they are rare. */
static void
keep_rarest(struct search_term *t, const struct three *v, int n, int64_t rare)
{
	bool taken[ROOM] = { false };
	int k, i, best;

	for (k = 0; k < SEARCH_RARE && k < n; k++) {
		for (best = -1, i = 0; i < n; i++)
			if (!taken[i] && (best < 0 || v[i].n < v[best].n))
				best = i;
		if (k > 0 && v[best].n > rare)
			break;
		taken[best] = true;
	}
	for (i = 0; i < n; i++)
		if (taken[i]) {
			t->rare_end[t->n_rare] = v[i].to;
			t->rare[t->n_rare++] = v[i].from;
		}
}

/* The threes of term k that are tried, with how many hold each. */
static enum rc
try(struct pool *p, int k, int room)
{
	const char *folded = p->q->v[k].folded;
	struct three *v = p->v + p->n;
	int all, n, i;
	enum rc rc = RC_OK;

	if ((all = threes(folded, 1, v, room, &n)) <= MANY)
		return RC_OK;
	threes(folded, (all + room - 1) / room, v, room, &n);
	for (i = 0; rc == RC_OK && i < n && p->none < SEARCH_RARE; i++) {
		rc = count(p, &v[i]);
		p->none += v[i].n == 0;
		p->least = v[i].n < p->least ? v[i].n : p->least;
	}
	p->of[k] = i;
	p->n += i;
	return rc;
}

static enum rc
top_of(struct db *db, int64_t *top)
{
	return db_number(db, top, "SELECT MAX(key) FROM search_entry");
}

enum rc
search_rare(struct db *db, struct search_query *q, struct arena *m)
{
	struct pool p = { .db = db, .q = q, .m = m, .least = NEWEST };
	int64_t rare;
	int k, room = SAMPLED / (q->wanted > 0 ? q->wanted : 1), at = 0;
	enum rc rc = top_of(db, &p.top);

	room = room > LEAST ? room : LEAST;
	for (k = 0; rc == RC_OK && k < q->n; k++)
		if (!q->v[k].without)
			rc = try(&p, k, room);
	rare = p.least * TIMES > RARE ? p.least * TIMES : RARE;
	for (k = 0; rc == RC_OK && k < q->n; at += p.of[k++])
		keep_rarest(&q->v[k], p.v + at, p.of[k], rare);
	return rc;
}

/* document_likely.c - see document_likely.h. */
#include <stdlib.h>

#include "core/document_likely.h"
#include "core/list.h"
#include "store/search.h"

#define PLACES	1000		/* public documents that may hold the text */
#define OTHERS	2000		/* what is not public and looked at */

struct gather {
	struct db *db;
	enum document_order order;
	struct wanted w;
	struct likely *out;
	int room;		/* rows that may still be looked at */
	struct arena *m;
};

static enum rc
gather(struct gather *g, enum document_walk which)
{
	struct rows q;

	g->w.max = g->room;
	q = document_walk(g->db, g->order, which, &g->w);
	for (; g->room > 0 && db_next(&q); g->room--)
		if (db_int(&q, 2) != 0)
			*list_add(g->out, g->m) = (struct likely_row){
				db_int(&q, 0), db_text(&q, 1, g->m) };
	return db_done(&q);
}

static bool
wants(const struct document_filter *f, enum state s)
{
	int k;

	for (k = 0; k < STATE__MAX && f->states[k] != STATE_NONE; k++)
		if (f->states[k] == s)
			return true;
	return k == 0;
}

static bool
may_be_public(enum state s)
{
	return s == STATE_PUBLISHED || s == STATE_EXPIRED;
}

/* Of those states that the public may see what it does not see. */
static enum rc
gather_closed(struct gather *g, const struct document_filter *f)
{
	enum rc rc = RC_OK;

	for (int s = STATE_NONE + 1; rc == RC_OK && s < STATE__MAX; s++) {
		if (!may_be_public((enum state)s) || !wants(f, (enum state)s))
			continue;
		g->w.states = arena_printf(g->m, ",%s,",
		    state_key((enum state)s));
		rc = gather(g, WALK_CLOSURE);
	}
	return rc;
}

static enum rc
gather_others(struct gather *g, const struct document_filter *f)
{
	enum rc rc = gather_closed(g, f);

	for (int s = STATE_NONE + 1; rc == RC_OK && s < STATE__MAX; s++) {
		if (may_be_public((enum state)s) || !wants(f, (enum state)s))
			continue;
		g->w.states = state_key((enum state)s);
		rc = gather(g, WALK_STATE);
	}
	return rc == RC_OK && g->room == 0 ? RC_NOT_FOUND : rc;
}

static enum rc
gather_places(struct gather *g, const struct document_filter *f,
    const int64_t *key, int n)
{
	char *const states = arena_printf(g->m, ",%s,%s,",
	    wants(f, STATE_PUBLISHED) ? state_key(STATE_PUBLISHED) : "",
	    wants(f, STATE_EXPIRED) ? state_key(STATE_EXPIRED) : "");
	enum rc rc = RC_OK;

	g->w.states = states;
	for (int k = 0; rc == RC_OK && k < n; k++) {
		g->w.publication = key[k];
		g->room = 2;
		rc = gather(g, WALK_PLACE);
	}
	return rc;
}

static int
up(const void *x, const void *y)
{
	const struct likely_row *a = x, *b = y;
	int c = strcmp(a->key, b->key);

	return c != 0 ? c : (a->id > b->id) - (a->id < b->id);
}

static int
down(const void *x, const void *y)
{
	return up(y, x);
}

/* All that stands in what the index holds of a document. */
static const char *
looked_for(const struct document_filter *f, struct arena *m)
{
	return arena_printf(m, "%s %s %s", f->text ? f->text : "",
	    f->q ? f->q : "", f->doc_no ? f->doc_no : "");
}

enum rc
document_likely(struct db *db, const struct document_filter *f,
    const struct wanted *w, struct likely *out, struct arena *m)
{
	struct gather g = { .db = db, .order = f->order, .w = *w, .out = out,
	    .room = OTHERS, .m = m };
	int64_t key[PLACES];
	int n;
	enum rc rc;

	*out = (struct likely){ 0 };
	if ((rc = search_likely(db, f->unit, looked_for(f, m), key, PLACES,
	    &n, m)) != RC_OK)
		return rc;
	if (n == PLACES)
		return RC_NOT_FOUND;
	if ((rc = gather_others(&g, f)) != RC_OK ||
	    (rc = gather_places(&g, f, key, n)) != RC_OK)
		return rc;
	if (out->n > 0)
		qsort(out->v, (size_t)out->n, sizeof(out->v[0]),
		    document_order_rises(f->order) ? up : down);
	return RC_OK;
}

/*
 * search_walk.h - walking the index, newest first, and counting on the way what
 * the hits are.  Internal to store.
 */
#ifndef STORE_SEARCH_WALK_H
#define STORE_SEARCH_WALK_H

#include "store/search.h"

struct search_counter { int n, room; struct search_count *v; };
struct search_tally {
	struct search_counter count[SEARCH__FACETS];
	struct arena *m;
};

/*
 * Keys below before (0: all) of what the expression matches, at most max;
 * tally, unless NULL, counts the first SEARCH_COUNT_MAX.  *n < max: there are
 * no more, or db_late().
 */
enum rc search_walk(struct db *, struct search_tally *, const char *match,
    int64_t before, int64_t *key, int max, int *n);
/* Counts these alone; SEARCH_COUNT_MAX at most. */
enum rc search_tally_keys(struct db *, struct search_tally *,
    const int64_t *key, int n);
/* The counts of each facet, most first. */
void search_tally_done(struct search_tally *, struct search_counts *);
/* What was found before it took too long is good. */
enum rc search_unless_late(struct db *, enum rc);

#endif

/*
 * listing_place.h - where one document stands in the lists of the portal, and
 * how many stand under each heading.  Internal to core.
 */
#ifndef CORE_LISTING_PLACE_H
#define CORE_LISTING_PLACE_H

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

struct place {
	int64_t document, publication, unit, theme, kind, word;
	int year, month;	/* 2026, 202610; 0: no day */
	int validity;		/* 1 in force, 2 expired, 3 repealed */
	int64_t made_key, number_key;	/* falling orders, no two alike */
	struct { int n; int64_t *v; } categories;	/* with 0 for "any" */
};

/* listing_facet.facet */
enum facet { FACET_KIND = 1, FACET_MONTH, FACET_WORD, FACET_VALIDITY };

/* Adds (by 1) or takes away (by -1) the document under all its headings. */
enum rc listing_count_change(struct db *, const struct place *, int by);
/* Counts everything in listing anew, into empty tables. */
enum rc listing_count_all(struct db *);

/*
 * The order by number is that of the agency words' pinyin; under one word the
 * newest year and the highest serial come first.  What has no number comes
 * after all that have, newest publication first.
 */
struct number_range { int64_t low, high; };	/* both within */
/* The agency word of the number, made when it is new; 0: no number. */
enum rc listing_word(struct db *, const char *doc_no, int64_t *id,
    int64_t *rank, struct arena *);
enum rc listing_number_key(struct db *, const char *doc_no, int64_t word,
    int64_t rank, int64_t publication, int64_t *key);
/* Where the numbers of one word stand. */
struct number_range listing_number_range(int64_t word, int64_t rank);
/* made_on as in the document, "" for none. */
int64_t listing_made_key(const char *made_on, int64_t publication);
/* The keys of what was made in these months of a year, both within. */
void listing_made_range(int year, int from, int to, int64_t *low,
    int64_t *high);

#endif

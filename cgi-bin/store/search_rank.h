/* search_rank.h - the order of the best.  Internal to store. */
#ifndef STORE_SEARCH_RANK_H
#define STORE_SEARCH_RANK_H

#include "store/search.h"

/* What is indexed of one document, folded. */
struct search_text {
	const char *title;	/* ends at GRAM_END */
	char *text;		/* title, GRAM_END, number, text, files */
	const char *rest;	/* the GRAM_END after the title */
	const char *facets;
};
enum rc search_text_get(struct db *, int64_t key, struct search_text *,
    struct arena *);

/*
 * Of *n keys the page that is wanted, best first; a key may stand twice.  key
 * and *n become those that hold the terms, unless db_late().
 */
enum rc search_rank(struct db *, const struct search_query *, int64_t *key,
    int *n, const struct search_page *, struct search_result *,
    struct arena *);

#endif

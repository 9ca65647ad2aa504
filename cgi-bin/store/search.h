/*
 * search.h - the full-text index, part of the dialect layer (here: SQLite
 * FTS5 over bigrams of Chinese and words of everything else).
 *
 * It holds exactly what is public: publishing puts, leaving the portal drops.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

/* Makes the index when there is none; schema_apply() calls it. */
enum rc search_create(struct db *);
/* Puts or replaces the text under key (a document's publication number, so
 * that newest first needs no sort). */
enum rc search_put(struct db *, int64_t key, const char *title,
    const char *number, const char *text, struct arena *);
enum rc search_drop(struct db *, int64_t key);
enum rc search_clear(struct db *);

/*
 * Keys, newest first, of what holds every word of the query (words are parted
 * by spaces; a Chinese word must occur as written; folded by text_fold).
 * Below `before` (0: from the newest), at most max.  *ignored names words that
 * hold nothing searchable, or is "".
 */
struct search_hits {
	int64_t *key;
	int n;
	const char *ignored;
	char **word;	/* the folded words that were looked for */
	int words;
};
enum rc search_find(struct db *, const char *query, int64_t before, int max,
    struct search_hits *, struct arena *);

/* A passage of text of about n code points around the first word found, cut
 * at code points; the words of hits stand between \x01 and \x02. */
char *search_snippet(const struct search_hits *, const char *text, int n,
    struct arena *);

#endif

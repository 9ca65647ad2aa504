/*
 * search.h - the full-text index, part of the dialect layer (here: SQLite's
 * FTS5 over search_gram.h).
 *
 * It holds exactly what is public: publishing puts, leaving the portal drops,
 * in the same transaction.
 */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"
#include "store/search_query.h"

#define SEARCH_COUNT_MAX 1000	/* hits counted; above it is said "more" */
#define SEARCH_FILES_MAX (256 << 10)	/* bytes of attachments' text */

/* Makes the index when there is none or one of an older form, whose entries
 * are gone then: see search_is_new().  schema_apply() calls it. */
enum rc search_create(struct db *);
/* Whether the index was made anew and has to be filled (document_reindex();
 * search_filled() says that it was). */
bool search_is_new(struct db *);
enum rc search_filled(struct db *);

/* What is found of one document, under its publication number, so that newest
 * first needs no sort. */
struct search_entry {
	int64_t key;
	const char *title, *number, *text;
	const char *files;		/* text of attachments, or "" */
	int64_t unit, theme, kind;	/* ids, 0: none */
	int year;			/* of 成文日期, 0: none */
	int ended;			/* 0 in force, 1 expired, 2 repealed */
	int n_categories;
	const int64_t *category;	/* with those above them; 0 is skipped */
	const char *made_on, *published;	/* days, "" for none */
};
/* Puts or replaces. */
enum rc search_put(struct db *, const struct search_entry *, struct arena *);
enum rc search_drop(struct db *, int64_t key, struct arena *);
enum rc search_clear(struct db *);
/* Many entries one after the other: fewer, larger pieces of index, put in
 * order at the end.  Between the two nothing but search_put(). */
enum rc search_bulk_begin(struct db *);
enum rc search_bulk_end(struct db *);

/* Ids, 0: any. */
struct search_filter {
	int64_t unit, category, theme, kind;
	int year;
	enum { SEARCH_ANY, SEARCH_VALID, SEARCH_EXPIRED,
	    SEARCH_REPEALED } validity;
};

enum search_order {
	SEARCH_NEWEST,
	/* The best of at most 1000 documents that hold every term in their
	 * titles and of the 1000 newest others (search_rank.c). */
	SEARCH_BEST,
};

struct search_page {
	enum search_order order;
	int64_t before;		/* NEWEST: below this key; 0: from the newest */
	int from;		/* BEST: so many are skipped */
	int max;		/* 1 to 100 keys */
	bool facets;
};

enum search_facet { SEARCH_BY_UNIT, SEARCH_BY_CATEGORY, SEARCH_BY_THEME,
    SEARCH_BY_KIND, SEARCH_BY_YEAR, SEARCH_BY_VALIDITY, SEARCH__FACETS };
struct search_counts {
	int n;
	struct search_count { int64_t key; int n; } *v;	/* most first */
};

struct search_result {
	int n;
	int64_t *key;
	int total;		/* up to SEARCH_COUNT_MAX */
	bool more;		/* there are more than total */
	/* Of terms longer than three characters only what is shown was
	 * compared with the text: some of total and of the facets may lack
	 * the very words.  Never when they are few, nor of the best of at
	 * most SEARCH_COUNT_MAX. */
	bool about;
	/* It took longer than db_limit() and was ended: only the newest were
	 * looked at. */
	bool late;
	int64_t next;		/* before, or from, of the next page; 0: none */
	/* over the newest SEARCH_COUNT_MAX hits; validity: 0 valid, 1 not */
	struct search_counts facet[SEARCH__FACETS];
};

/* What holds every term, each as written but for width, case, kind of
 * character and brackets. */
enum rc search_run(struct db *, const struct search_query *,
    const struct search_filter *, const struct search_page *,
    struct search_result *, struct arena *);
/* How many, up to SEARCH_COUNT_MAX + 1; what search_run() would count. */
enum rc search_total(struct db *, const struct search_query *,
    const struct search_filter *, int *, struct arena *);

/* Keys of the newest documents, at most max (1 to 20), whose titles hold every
 * term; of many candidates with terms of more than three characters not all
 * are compared. */
enum rc search_titles(struct db *, const struct search_query *, int max,
    int64_t *key, int *n, struct arena *);

/*
 * Keys of the unit's documents that may hold text as it stands, newest first
 * and at most max; some of them do not, but none that does is missing (*n ==
 * max: there may be more).  RC_NOT_FOUND: the index cannot tell, for it is not
 * filled yet or the text has no Chinese character.
 */
enum rc search_likely(struct db *, int64_t unit, const char *text,
    int64_t *key, int max, int *n, struct arena *);

/* The simple way: keys of what holds every word of q, newest first. */
struct search_hits {
	int64_t *key;
	int n;
	const char *ignored;
	char **word;		/* the folded words that were looked for */
	int words;
};
/* RC_INVALID: q is no UTF-8. */
enum rc search_find(struct db *, const char *q, int64_t before, int max,
    struct search_hits *, struct arena *);

/* A passage of text of about n code points around the first word found, cut
 * at code points; the words of hits stand between \x01 and \x02. */
char *search_snippet(const struct search_hits *, const char *text, int n,
    struct arena *);
/* The words of a question, for search_snippet(). */
struct search_hits search_words(const struct search_query *, struct arena *);

#endif

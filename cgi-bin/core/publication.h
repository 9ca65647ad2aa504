/*
 * publication.h - what the public may see.  Reads the public_... views and
 * nothing else; every exit of the portal goes through here.
 */
#ifndef CORE_PUBLICATION_H
#define CORE_PUBLICATION_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/safe_html.h"
#include "core/category.h"
#include "core/upload.h"
#include "store/db.h"
#include "store/search.h"

struct publication {
	int64_t id, revision_id, number, publication;
	const char *unit_code, *unit_name, *unit_short;
	const char *index_no, *path;	/* ZFB/2026-00012, /doc/zfb/2026-00012 */
	bool expired;		/* not in force any more */
	bool repealed;		/* and that by 废止 */
	const char *expired_at;	/* stored time, "" while in force */
	const char *reason;	/* why it expired, or was deleted */
	const char *left_portal;	/* of a tombstone */
	bool withdrawn;		/* a tombstone, and not of what was deleted:
				 * title, numbers but its own and reason are
				 * "" */
	const char *title, *doc_no, *made_on, *summary, *openness;
	const char *kind_name, *theme_name;
	const char *first_published, *published, *hash;
	/* the rest is filled by publication_get() only */
	struct safe_html body;
	struct { int n; struct category *v; } categories;
	struct uploads attachments;
	struct upload original;		/* id 0: none */
};
struct publications {
	int n;
	struct publication *v;
	int64_t next;	/* key of the next page, 0: last page */
	int64_t previous;	/* key that starts the page before; -1: none */
	int64_t total;	/* -1: not counted, see publication_total() */
};

enum publication_order {
	ORDER_PUBLISHED,	/* newest publication first */
	ORDER_MADE,		/* newest 成文日期 first, those without last */
	ORDER_NUMBER	/* 文号: words by pinyin, newest number first */
};
struct publication_filter {
	int64_t unit, category, theme, kind;	/* ids, 0: any */
	int64_t word;		/* 发文机关代字, id of publication_words() */
	int year;		/* of 成文日期, 0: any */
	int month;		/* 1..12 of that year, 0: any */
	int validity;		/* 0: any, 1: in force, 2: expired, 3: repealed */
	enum publication_order order;
	int64_t before;		/* rows after this key of a page before; 0: all */
	int max;		/* 1..1000 */
};
/* Bytes of a text that the portal sets as a PDF: some 290 pages. */
#define PUBLICATION_PDF_MAX (512 << 10)
/* What a list reads at most for one page, and a count for one number. */
#define PUBLICATION_SCAN 10000
/*
 * A category that is not a leaf holds all below it.  Of each document what a
 * row shows: id, publication, unit_code, unit_short, index_no, path, expired,
 * title, doc_no, made_on, theme_name, kind_name, published.
 *
 * Where several filters meet, the smallest set is walked and the rest checked,
 * at most PUBLICATION_SCAN documents for a page: a page can have fewer than
 * max rows, or none, and yet a next one.
 */
enum rc publication_list(struct db *, const struct publication_filter *,
    struct publications *, struct arena *);
/* How many there are in all; at_least: the newest PUBLICATION_SCAN of the
 * smallest set were looked at and there are more. */
enum rc publication_total(struct db *, const struct publication_filter *,
    int64_t *total, bool *at_least);

/* The agency words that numbers of public documents begin with, by pinyin. */
struct publication_word { int64_t id; const char *word; };
struct publication_words { int n; struct publication_word *v; };
enum rc publication_words(struct db *, struct publication_words *,
    struct arena *);
/* RC_NOT_FOUND: no public document's number begins so. */
enum rc publication_word_find(struct db *, const char *word, int64_t *id);
/* Another number whenever what the public can see has changed; a transaction
 * that reads it before anything else knows what its page stands for. */
enum rc publication_state(struct db *, int64_t *);
/* year and serial as in the address: "2026-00012".  RC_GONE with the
 * tombstone's facts when it was deleted, or with what the register tells when
 * it was withdrawn. */
enum rc publication_get(struct db *, const char *unit_code, const char *number,
    struct publication *, struct arena *);

/* The published revisions of a public document, newest first. */
struct publication_version {
	int number;
	const char *note, *published, *title;
};
struct publication_versions { int n; struct publication_version *v; };
enum rc publication_versions(struct db *, int64_t document,
    struct publication_versions *, struct arena *);
/* One of them in full. */
enum rc publication_version_get(struct db *, int64_t document, int number,
    struct publication *, struct arena *);

/* An attachment or the original of a public document by upload id, and a
 * picture by hash. */
enum rc publication_file(struct db *, int64_t document, int64_t upload,
    struct upload *, struct arena *);
enum rc publication_image(struct db *, const char *sha256, struct upload *,
    struct arena *);

/* Those with the document numbers (文号) next to its own, at most 8. */
enum rc publication_family(struct db *, const struct publication *,
    struct publications *, struct arena *);

/* Counts under each heading for tree and facets. */
struct publication_count { int64_t key, n; };
struct publication_counts {
	int n;
	struct publication_count *v;
	bool unknown;	/* nothing is kept for this meeting of filters */
};
enum publication_heading {
	BY_CATEGORY, BY_THEME, BY_YEAR, BY_UNIT,
	BY_KIND, BY_MONTH, BY_WORD, BY_VALIDITY, BY__MAX
};
/*
 * The filter narrows what is counted, except by the heading itself (and a year
 * also by its month).  Categories are counted with all below them.  Keys rise,
 * those of years fall; a month's key is 202610, and months are of the filter's
 * year.  Exact; kept are: unit and category with theme and year, or with one
 * of kind, month, word, validity.
 */
enum rc publication_count(struct db *, enum publication_heading,
    const struct publication_filter *, struct publication_counts *,
    struct arena *);
/* For the rest: what the newest PUBLICATION_SCAN documents of the smallest set
 * hold that meet the whole filter, by each heading but the category. */
struct publication_tally {
	int64_t total;
	bool at_least;		/* there are older ones that were not read */
	struct publication_counts by[BY__MAX];
};
enum rc publication_tally(struct db *, const struct publication_filter *,
    struct publication_tally *, struct arena *);

struct publication_hit {
	struct publication p;
	const char *snippet;	/* with \x01 and \x02 round the words */
	const char *title_marked;	/* the same for the title */
	const char *text;	/* plain, whole */
	/* the first attachment that holds a word which the rest has not:
	 * its name and a passage of it; else NULL */
	const char *file, *file_snippet;
	int64_t file_id;
};

struct publication_ask {
	const char *q;
	struct search_filter filter;
	enum search_order order;
	int64_t before;		/* SEARCH_NEWEST: below this key */
	int from;		/* SEARCH_BEST: so many are skipped */
	int max;		/* 1..100 */
	bool facets;
	/* when nothing is found, what would be: looked for so many ms of
	 * this process; 0: not at all */
	int hints_ms;
};

/* Another question, and how many documents it finds (1001: above 1000). */
struct publication_hint { const char *q; int total; };
struct publication_hints { int n; struct publication_hint *v; };

struct publication_hits {
	int n;
	struct publication_hit *v;
	int64_t next;		/* before, or from, of the next page; 0: none */
	int64_t total;		/* counted up to 1000 */
	bool more_than_total;
	bool about;		/* some of total were not compared */
	/* it took too long: only the newest documents were looked at */
	bool late;
	bool number;		/* found by its 索引号 or 文号 alone */
	const char *ignored;	/* what holds nothing to look for */
	bool cut, many;		/* only the beginning was looked for */
	bool only_without;	/* nothing but terms to leave out */
	struct search_counts facet[SEARCH__FACETS];
	/* when nothing was found */
	struct publication_hints fewer;	/* with a term less */
	struct publication_hints wider;	/* the month, the year of a day */
	struct publication_hints instead;	/* meant, perhaps */
	int unfiltered;		/* without the filter; up to 1001 */
};
/* A whole 索引号 or 文号 (in any writing) finds exactly that document. */
enum rc publication_find(struct db *, const struct publication_ask *,
    struct publication_hits *, struct arena *);
/* Newest first, without facets and hints: for feeds and programs. */
enum rc publication_search(struct db *, const char *q, int64_t before, int max,
    struct publication_hits *, struct arena *);

#endif

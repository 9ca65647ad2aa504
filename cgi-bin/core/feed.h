/*
 * feed.h - what changed last, newest first: each document once, with the
 * newest line of the register about it; what left is told too.
 */
#ifndef CORE_FEED_H
#define CORE_FEED_H

#include "core/publication.h"
#include "core/register.h"

struct feed_filter {
	int64_t unit, category, theme;	/* ids, 0: any; not unit and theme */
	int64_t before;			/* older than this line; 0: newest */
	int max;			/* 1..100 */
};
struct feed_entry {
	struct register_line line;
	bool gone;			/* p tells nothing but index_no, path */
	struct publication p;		/* as publication_list() fills it, with
					 * summary and first_published */
};
struct feed_entries {
	int n;
	struct feed_entry *v;
	int64_t next;			/* for .before; 0: no more */
};
enum rc feed_list(struct db *, const struct feed_filter *,
    struct feed_entries *, struct arena *);

/* The months (UTC, "2026-10") in which public documents were published, the
 * newest first, and when anything of them last changed. */
struct feed_month { const char *month, *changed; int64_t n; };
struct feed_months { int n; struct feed_month *v; };
enum rc feed_months(struct db *, struct feed_months *, struct arena *);
/* A month in parts of max documents: the document that each begins with. */
struct feed_parts { int n; int64_t *v; };
enum rc feed_parts(struct db *, const char *month, int max,
    struct feed_parts *, struct arena *);
/* Documents published in a month, at most max from one on: where they are and
 * when each last changed. */
struct feed_place { const char *path, *changed; };
struct feed_places { int n; struct feed_place *v; };
enum rc feed_places(struct db *, const char *month, int64_t from, int max,
    struct feed_places *, struct arena *);

#endif

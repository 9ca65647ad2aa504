/*
 * search_query.h - what somebody typed, taken apart.
 *
 * Terms are parted by spaces; "…" “…” 「…」 『…』 hold one together; - before
 * or NOT before a term means without; AND and OR are no words, and ignored.
 * A term must occur as written, except that where it
 * has punctuation any punctuation will do, and that a word of letters at its
 * end may go on.
 */
#ifndef STORE_SEARCH_QUERY_H
#define STORE_SEARCH_QUERY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

#define SEARCH_CHARS 200	/* of a question; what follows is not read */
#define SEARCH_TERMS 12
#define SEARCH_UNITS 5
#define SEARCH_RARE 6
#define SEARCH_ALSO 6

struct search_term {
	const char *typed;	/* without quotes and minus */
	const char *folded;	/* gram_fold() of it; of a date 2026年10月22日 */
	bool phrase, without;
	/* A day or a month also finds what was made or published then:
	 * "d2026-10-22", "m2026-10"; else NULL.  Other writings of a date. */
	const char *when;
	int n_also;
	const char *also[SEARCH_ALSO];
	/* Set by whoever knows units: what these publish counts too. */
	int n_units;
	int64_t unit[SEARCH_UNITS];
	/* Of a long term only these parts are asked for (search_rare()). */
	int n_rare;
	const char *rare[SEARCH_RARE], *rare_end[SEARCH_RARE];
};

struct search_query {
	int n;			/* terms, of which `wanted` are not without */
	int wanted;
	struct search_term v[SEARCH_TERMS];
	const char *ignored;	/* what holds nothing to look for, or "" */
	bool cut;		/* there was more than SEARCH_CHARS */
	bool many;		/* there were more than SEARCH_TERMS */
};

/* q is any bytes up to a NUL; what is no UTF-8 counts as a space. */
void search_parse(const char *q, struct search_query *, struct arena *);

/*
 * Internal to store: the FTS5 expression, only entries in quotes whatever was
 * typed; title: of what stands in titles.  *exact: what it finds needs no
 * comparing with the text.  "" when nothing is wanted.
 */
struct search_filter;
char *search_expression(const struct search_query *,
    const struct search_filter *, bool title, bool *exact, struct arena *);

/* Bytes of text at s, of any kind, that are this term; 0 when they are not. */
size_t search_term_at(const char *folded, const char *s);
/* Whether folded text and facets hold the terms that they must and no other. */
bool search_holds(const struct search_query *, const char *text,
    const char *facets, struct arena *);
/* The first place of a term in folded text, or NULL. */
const char *search_place(const char *folded, const char *text);

#endif

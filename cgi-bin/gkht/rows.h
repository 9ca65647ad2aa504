/*
 * rows.h - lists of documents: rows as templates show them.
 */
#ifndef GKHT_ROWS_H
#define GKHT_ROWS_H

#include "core/document.h"
#include "web/route.h"

struct rows_kind {
	const char *path;	/* "entry": the address after /gkht/ */
	enum state states[STATE__MAX];	/* wanted, STATE_NONE ends */
	bool seen;	/* rows tell whether the reader has opened them */
	bool plans;	/* rows tell for when they are planned */
	bool bulks;	/* rows tell from which bulk they came */
};

/*
 * Page.List (the path), Page.Categories, Page.Rows, Page.RowCount, what
 * filter_show() tells, and the way back (way.h).  The filter is the query where
 * the route takes one; else all rows.
 */
enum rc rows_fill(struct ctx *, const struct rows_kind *);

/* The tree of categories as items of `name`: Id, Name, Basis, Depth, Leaf,
 * and On where chosen holds the id. */
enum rc rows_categories(struct ctx *, const char *name, int n,
    const int64_t *chosen);

/* The flag of one move among those a template asks for: Can.Approve ... */
const char *rows_can(enum action);

/* The child Plan: Due, Day, Time, By, Failed; empty when nothing is planned. */
enum rc rows_plan(struct ctx *, struct node *, int64_t document);
/* State, Class and StateText of a state tag; a returned draft is "returned". */
void rows_tag(struct node *, enum state, const char *returned);
/* After it: 废止 instead of 失效. */
void rows_repealed(struct node *, bool repealed);
/* The child `name`: Kind ("today", "yesterday", "year", "full"), Day, Time of
 * an instant as stored. */
void rows_when(struct node *, const char *name, const char *stored,
    struct arena *);

#endif

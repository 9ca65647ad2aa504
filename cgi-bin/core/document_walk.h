/*
 * document_walk.h - the statements behind the lists of the back office: rows
 * of a unit in an order, each with whether it is wanted.  Internal to core.
 */
#ifndef CORE_DOCUMENT_WALK_H
#define CORE_DOCUMENT_WALK_H

#include "core/document.h"

enum document_walk {
	WALK_STATES,		/* of all states that are wanted */
	WALK_STATE,		/* of one */
	WALK_PLACE,		/* the one of that publication */
	WALK_CLOSURE,		/* what is not for everybody */
};

/* The values of the query by its numbers; patterns are of LIKE, "" is any. */
struct wanted {
	int64_t unit;
	/* a state, or all that are wanted between commas; after: the key of the
	 * row before, after_id its id */
	const char *states, *after;
	int64_t after_id;
	int returned;
	const char *title, *no, *from, *to;
	int64_t category;
	int max;
	const char *openness;
	int64_t kind, theme;
	const char *since, *before, *doc_no, *index_no, *by, *summary, *text;
	int64_t publication;	/* of WALK_PLACE */
};

/* id, key, 1 or 0 for wanted; every row of the range comes, so that a walk can
 * stop and go on anywhere. */
struct rows document_walk(struct db *, enum document_order,
    enum document_walk, const struct wanted *);
/* From the first or lowest on. */
bool document_order_rises(enum document_order);

#endif

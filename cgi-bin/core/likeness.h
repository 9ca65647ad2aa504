/*
 * likeness.h - the unit's documents that have the same number or nearly the
 * same text, so that nobody enters one twice.
 */
#ifndef CORE_LIKENESS_H
#define CORE_LIKENESS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "core/workflow.h"
#include "store/db.h"

#define LIKENESS_BITS	3	/* texts that differ in more are not alike */

struct like {
	int64_t id;
	enum state state;
	bool number;		/* the same 文号; else nearly the same text */
	const char *title, *doc_no, *returned;
};
struct likes { int n; struct like *v; };

/* SimHash of a text's bigrams; 0 when it is too short to be compared. */
uint64_t likeness_of(const char *text);
/* In how many bits the two differ. */
int likeness_distance(uint64_t, uint64_t);

/*
 * Documents of the unit but `except` (0: none) that are not deleted, the
 * newest first, at most 10; doc_no "" and a short text find nothing.
 */
enum rc likeness_find(struct db *, int64_t unit, int64_t except,
    const char *doc_no, const char *text, struct likes *, struct arena *);
/* Keeps that of a revision's text. */
enum rc likeness_keep(struct db *, int64_t unit, int64_t revision,
    const char *text);

#endif

/* statistics.h - what a unit entered and published, counted. */
#ifndef CORE_STATISTICS_H
#define CORE_STATISTICS_H

#include "base/arena.h"
#include "base/rc.h"
#include "core/workflow.h"
#include "store/db.h"

struct statistics {
	int64_t by_state[STATE__MAX];	/* of all documents of the unit */
	int64_t by_month[12];		/* first published in that year */
	struct { int n; struct { const char *name; int64_t n; } *v; } by_category;
	int64_t published_in_year;
	int first_year;		/* of the unit's first publication; 0: none */
};
/* Months are those of Asia/Shanghai; by_category counts the documents first
 * published in the year, by leaf category, most first. */
enum rc statistics_of(struct db *, int64_t unit, int year, struct statistics *,
    struct arena *);

#endif

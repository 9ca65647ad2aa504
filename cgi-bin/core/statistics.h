/* statistics.h - what a unit entered and published, counted. */
#ifndef CORE_STATISTICS_H
#define CORE_STATISTICS_H

#include "base/arena.h"
#include "base/rc.h"
#include "core/period.h"
#include "core/workflow.h"
#include "store/db.h"

struct statistics_counts {
	int n;
	struct { const char *name; int64_t n; } *v;	/* most first */
};
struct statistics {
	int64_t by_state[STATE__MAX];	/* of all documents of the unit */
	/* of those first published in the period: */
	int64_t published, by_month[12];	/* January first */
	struct statistics_counts by_category;	/* leaves; some are in several */
	struct statistics_counts by_clerk;	/* who entered it: login, name */
	int first_year;		/* of the unit's first publication; 0: none */
};
enum rc statistics_of(struct db *, int64_t unit, const struct period *,
    struct statistics *, struct arena *);

#endif

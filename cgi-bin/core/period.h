/* period.h - whole months of one year in Asia/Shanghai. */
#ifndef CORE_PERIOD_H
#define CORE_PERIOD_H

#include "base/arena.h"
#include "base/rc.h"

struct period {
	int year, first, last;		/* months 1..12, with the last one */
	const char *from, *to;		/* instants as stored; to is not in it */
};

/* RC_INVALID: a year outside 1970..9998, or no such months. */
enum rc period_of(int year, int first, int last, struct period *,
    struct arena *);

#endif

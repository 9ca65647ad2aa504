/* application_year.h - the applications of one year, counted for everybody. */
#ifndef CORE_APPLICATION_YEAR_H
#define CORE_APPLICATION_YEAR_H

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

struct application_year {
	int64_t received, answered, ended;	/* ended: withdrawn, stopped */
	int64_t days;		/* calendar days from receipt to the answer,
				 * of all that were answered */
	int64_t most_days;
};

/* Those that came in the year, of all units; at most 100,000 are read. */
enum rc application_year(struct db *, int year, struct application_year *,
    struct arena *);

#endif

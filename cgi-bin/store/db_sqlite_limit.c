/*
 * db_sqlite_limit.c - how long statements may take.  SQLite asks between its
 * steps; what one step does inside the full-text index is not counted by it.
 */
#include <time.h>

#include "store/db_sqlite.h"

#define STEPS 2000		/* of its machine between two looks */
#define WAITS 10		/* the clock may take so often as long */

static int64_t
now_of(clockid_t which)
{
	struct timespec t;

	clock_gettime(which, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int
look(void *p)
{
	return db_late(p);
}

void
db_limit(struct db *db, int ms)
{
	int64_t ns = (int64_t)ms * 1000000;

	db->cpu_end = db->clock_end = 0;
	if (ms > 0) {
		db->cpu_end = now_of(CLOCK_PROCESS_CPUTIME_ID) + ns;
		db->clock_end = now_of(CLOCK_MONOTONIC) + WAITS * ns;
	}
	sqlite3_progress_handler(db->h, ms > 0 ? STEPS : 0,
	    ms > 0 ? look : NULL, db);
}

bool
db_late(struct db *db)
{
	return db->cpu_end != 0 &&
	    (now_of(CLOCK_PROCESS_CPUTIME_ID) >= db->cpu_end ||
	    now_of(CLOCK_MONOTONIC) >= db->clock_end);
}

/* application_year.c - see application_year.h.  Reads the public_... views
 * and nothing else. */
#include <string.h>

#include "base/clock.h"
#include "core/application_year.h"

#define READ_MAX 100000

static void
add(struct application_year *y, const char *came, const char *state,
    const char *closed)
{
	int64_t at, days;
	day_t from;

	y->received++;
	if (strcmp(state, "withdrawn") == 0 || strcmp(state, "ended") == 0)
		y->ended++;
	if (strcmp(state, "answered") != 0 || !clock_parse(closed, &at) ||
	    !day_parse(came, &from))
		return;
	days = clock_day(at) - from;
	y->answered++;
	y->days += days;
	if (days > y->most_days)
		y->most_days = days;
}

enum rc
application_year(struct db *db, int year, struct application_year *y,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT came_on, state, closed"
	    " FROM public_application_year WHERE came_on >= $1"
	    " AND came_on <= $2 ORDER BY came_on LIMIT $3",
	    V(arena_printf(m, "%04d-01-01", year)),
	    V(arena_printf(m, "%04d-12-31", year)), V(READ_MAX));

	*y = (struct application_year){ 0 };
	while (db_next(&q))
		add(y, db_text(&q, 0, m), db_text(&q, 1, m),
		    db_text(&q, 2, m));
	return db_done(&q);
}

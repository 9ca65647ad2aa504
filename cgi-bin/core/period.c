/* period.c - see period.h. */
#include "base/clock.h"
#include "core/period.h"

/* Of month 13: the first instant of the next year. */
static const char *
month_start(int year, int month, struct arena *m)
{
	day_t day = 0;

	day_parse(arena_printf(m, "%04d-%02d-01", year + month / 13,
	    month % 13 + month / 13), &day);
	return clock_text(m, day_start(day));
}

enum rc
period_of(int year, int first, int last, struct period *p, struct arena *m)
{
	if (year < 1970 || year > 9998 || first < 1 || last > 12 ||
	    first > last)
		return RC_INVALID;
	*p = (struct period){ .year = year, .first = first, .last = last,
	    .from = month_start(year, first, m),
	    .to = month_start(year, last + 1, m) };
	return RC_OK;
}

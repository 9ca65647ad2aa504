/* deadline_ics.h - a deadline for people's calendars (RFC 5545). */
#ifndef CORE_DEADLINE_ICS_H
#define CORE_DEADLINE_ICS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"

#define DEADLINE_ICS_TYPE "text/calendar; charset=utf-8"

struct deadline_ics {
	const char *number;	/* of the application: part of the UID, so that
				 * a moved deadline moves in the calendar */
	const char *host;	/* of this site: the other part */
	day_t day;
	const char *summary, *description;
	int64_t now;		/* when this text was made */
};

/* One all-day event; texts may hold anything that is UTF-8. */
char *deadline_ics(const struct deadline_ics *, struct arena *);

#endif

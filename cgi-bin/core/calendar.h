/*
 * calendar.h - working days (domain rules section 7): a day is a working day
 * when it is listed as a make-up day, or is Monday to Friday and not listed
 * as off.
 */
#ifndef CORE_CALENDAR_H
#define CORE_CALENDAR_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

#define CALENDAR_LINES	200	/* of one year's notice, at most */
#define CALENDAR_NAME	20	/* characters of a holiday's name */

struct calendar;

/* A day that differs from the plain rule, and the year of its notice. */
struct holiday {
	day_t day;
	bool working;
	int year;
	const char *name;
};
struct holidays { int n; struct holiday *v; };

enum rc calendar_load(struct db *, struct calendar **, struct arena *);
/* Of days that are not in a database, in any order. */
struct calendar *calendar_of(const struct holidays *, struct arena *);
bool calendar_working(const struct calendar *, day_t);
/* What a notice says of that day; NULL for a plain day. */
const struct holiday *calendar_notice(const struct calendar *, day_t);
/* The year's notice is in the table; else Monday to Friday is assumed and
 * whoever shows a date says so. */
bool calendar_knows(const struct calendar *, int year);
/* The n-th working day after start, which is not counted (n >= 1). */
day_t calendar_add(const struct calendar *, day_t start, int n);
/* Working days after `from` up to and with `to`; negative when to < from. */
int calendar_between(const struct calendar *, day_t from, day_t to);
enum rc calendar_set(struct db *, day_t, const char *kind, const char *name,
    int notice_year, struct arena *);

/* The days of one year's notice, by day. */
enum rc calendar_year(struct db *, int year, struct holidays *,
    struct arena *);
/* The years that have a notice, newest first. */
struct years { int n; int *v; };
enum rc calendar_years(struct db *, struct years *, struct arena *);

/*
 * What the supervising unit changes, with an audit row each.  A day belongs
 * to a notice when it lies in that year or in the December before.
 */
enum rc calendar_change(struct db *, const struct actor *,
    const struct holiday *, struct arena *);
/* RC_NOT_FOUND when the day was not listed. */
enum rc calendar_remove(struct db *, const struct actor *, day_t,
    struct arena *);
/*
 * A whole notice, one line a day: `2027-01-01 放假 元旦`, `2027-01-03 上班
 * 元旦` (or off and work); empty lines and those with # are skipped.
 * RC_INVALID: *line is the first that is wrong (or names a day again), 0 when
 * there is no day at all.
 */
enum rc calendar_text(const char *text, int year, struct holidays *,
    int *line, struct arena *);
/* Those days and no others are the notice of that year from now on. */
enum rc calendar_replace(struct db *, const struct actor *, int year,
    const struct holidays *, struct arena *);

#endif

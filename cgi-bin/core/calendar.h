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
#include "store/db.h"

struct calendar;

enum rc calendar_load(struct db *, struct calendar **, struct arena *);
bool calendar_working(const struct calendar *, day_t);
/* The year's notice is in the table; else Monday to Friday is assumed and
 * whoever shows a date says so. */
bool calendar_knows(const struct calendar *, int year);
/* The n-th working day after start, which is not counted (n >= 1). */
day_t calendar_add(const struct calendar *, day_t start, int n);
/* Working days after `from` up to and with `to`; negative when to < from. */
int calendar_between(const struct calendar *, day_t from, day_t to);
enum rc calendar_set(struct db *, day_t, const char *kind, const char *name,
    int notice_year, struct arena *);

#endif

/*
 * clock.h - instants and days.
 *
 * An instant is UTC seconds since 1970 and is stored as the text
 * 2026-10-22T01:31:00Z.  A day is a calendar day in Asia/Shanghai (UTC+8, no
 * summer time since 1991), counted from 1970-01-01 = 0 and written 2026-10-22.
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

typedef int32_t day_t;
#define DAY_NONE INT32_MIN

/* Now, or the instant set by clock_travel(). */
int64_t clock_now(void);
/*
 * From now on clock_now() tells t; 0 returns to the real time.  For building
 * the demo district's past through the same functions that staff use.
 */
void clock_travel(int64_t t);

char *clock_text(struct arena *, int64_t t);	/* 2026-10-22T01:31:00Z */
bool clock_parse(const char *s, int64_t *t);	/* exactly that form */
char *clock_local(struct arena *, int64_t t);	/* 2026-10-22 09:31 */
/* The stored text (UTC) as local time to the minute; "" for "" or NULL. */
char *clock_show(struct arena *, const char *stored);

day_t clock_day(int64_t t);
day_t clock_today(void);
bool day_parse(const char *s, day_t *);		/* YYYY-MM-DD, a real day */
char *day_text(struct arena *, day_t);
int day_year(day_t);
int day_weekday(day_t);				/* 1 = Monday ... 7 = Sunday */
/* The first instant of the day in Asia/Shanghai. */
int64_t day_start(day_t);

#endif

/* clock.c - instants in UTC, days in Asia/Shanghai. */
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#define SHANGHAI	(8 * 3600)
#define DAY		86400

static int64_t travelled;	/* 0: the real time */

struct civil { int year, month, day; };

int64_t
clock_now(void)
{
	return travelled != 0 ? travelled : (int64_t)time(NULL);
}

void
clock_travel(int64_t t)
{
	travelled = t;
}

static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b < 0);
}

/*
 * Both ways through a year that starts in March, so that the leap day is the
 * last one; 719468 is the number of days from 0000-03-01 to 1970-01-01.
 */
static int64_t
days_of(struct civil c)
{
	int64_t y = c.year - (c.month <= 2), era = floor_div(y, 400);
	int64_t yoe = y - era * 400;
	int64_t doy = (153 * (c.month + (c.month > 2 ? -3 : 9)) + 2) / 5 +
	    c.day - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static struct civil
civil_of(int64_t days)
{
	int64_t z = days + 719468, era = floor_div(z, 146097);
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	int month = (int)(mp < 10 ? mp + 3 : mp - 9);

	return (struct civil){
		.year = (int)(yoe + era * 400 + (month <= 2)),
		.month = month,
		.day = (int)(doy - (153 * mp + 2) / 5 + 1),
	};
}

/* form: digits where it has 0, the very character everywhere else. */
static bool
looks_like(const char *s, const char *form)
{
	for (; *form != '\0'; s++, form++)
		if (*form == '0' ? *s < '0' || *s > '9' : *s != *form)
			return false;
	return *s == '\0';
}

static int
number(const char *s, int digits)
{
	int n = 0;

	while (digits-- > 0)
		n = n * 10 + (*s++ - '0');
	return n;
}

/* The first ten characters are known to look like 0000-00-00. */
static bool
days_read(const char *s, int64_t *days)
{
	struct civil c = { number(s, 4), number(s + 5, 2), number(s + 8, 2) };
	struct civil back;

	if (c.month < 1 || c.month > 12 || c.day < 1 || c.day > 31)
		return false;
	*days = days_of(c);
	back = civil_of(*days);
	return back.month == c.month;	/* 02-30 comes back as March */
}

bool
clock_parse(const char *s, int64_t *t)
{
	int64_t days;
	int h, m, sec;

	if (s == NULL || !looks_like(s, "0000-00-00T00:00:00Z") ||
	    !days_read(s, &days))
		return false;
	h = number(s + 11, 2);
	m = number(s + 14, 2);
	sec = number(s + 17, 2);
	if (h > 23 || m > 59 || sec > 59)
		return false;
	*t = days * DAY + h * 3600 + m * 60 + sec;
	return true;
}

char *
clock_text(struct arena *mem, int64_t t)
{
	int64_t days = floor_div(t, DAY);
	int s = (int)(t - days * DAY);
	struct civil c = civil_of(days);

	return arena_printf(mem, "%04d-%02d-%02dT%02d:%02d:%02dZ", c.year,
	    c.month, c.day, s / 3600, s / 60 % 60, s % 60);
}

char *
clock_local(struct arena *mem, int64_t t)
{
	char *s = clock_text(mem, t + SHANGHAI);

	s[10] = ' ';
	s[16] = '\0';
	return s;
}

char *
clock_show(struct arena *mem, const char *stored)
{
	int64_t t;

	return clock_parse(stored, &t) ? clock_local(mem, t) :
	    arena_strdup(mem, "");
}

day_t
clock_day(int64_t t)
{
	return (day_t)floor_div(t + SHANGHAI, DAY);
}

day_t
clock_today(void)
{
	return clock_day(clock_now());
}

bool
day_parse(const char *s, day_t *d)
{
	int64_t days;

	if (s == NULL || !looks_like(s, "0000-00-00") || !days_read(s, &days))
		return false;
	*d = (day_t)days;
	return true;
}

char *
day_text(struct arena *mem, day_t d)
{
	struct civil c = civil_of(d);

	return arena_printf(mem, "%04d-%02d-%02d", c.year, c.month, c.day);
}

int
day_year(day_t d)
{
	return civil_of(d).year;
}

int
day_weekday(day_t d)
{
	int w = (int)(((int64_t)d + 3) % 7);	/* day 0 was a Thursday */

	return (w < 0 ? w + 7 : w) + 1;
}

int64_t
day_start(day_t d)
{
	return (int64_t)d * DAY - SHANGHAI;
}

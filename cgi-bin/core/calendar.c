/* calendar.c - the table of days that differ, and counting with it. */
#include <stdlib.h>
#include <string.h>

#include "core/calendar.h"
#include "core/list.h"

#define CALENDAR_MAX 20000	/* rows: several centuries */

struct calendar {
	int n;
	struct holiday *v;	/* by day */
};

enum rc
calendar_load(struct db *db, struct calendar **out, struct arena *m)
{
	struct calendar *c = arena_alloc(m, sizeof(*c));
	struct holiday *s;
	struct rows q = db_query(db, "SELECT day, kind, notice_year, name"
	    " FROM holiday ORDER BY day LIMIT $1", V(CALENDAR_MAX));

	while (db_next(&q)) {
		s = list_add(c, m);
		if (!day_parse(db_text(&q, 0, m), &s->day))
			c->n--;		/* written around calendar_set() */
		s->working = strcmp(db_text(&q, 1, m), "work") == 0;
		s->year = (int)db_int(&q, 2);
		s->name = db_text(&q, 3, m);
	}
	*out = c;
	return db_done(&q);
}

static int
by_day(const void *key, const void *element)
{
	day_t a = *(const day_t *)key;
	day_t b = ((const struct holiday *)element)->day;

	return (a > b) - (a < b);
}

static int
in_order(const void *a, const void *b)
{
	return by_day(&((const struct holiday *)a)->day, b);
}

struct calendar *
calendar_of(const struct holidays *all, struct arena *m)
{
	struct calendar *c = arena_alloc(m, sizeof(*c));

	c->n = all->n;
	c->v = arena_memdup(m, all->v, (size_t)all->n * sizeof(*c->v));
	qsort(c->v, (size_t)c->n, sizeof(*c->v), in_order);
	return c;
}

const struct holiday *
calendar_notice(const struct calendar *c, day_t day)
{
	if (c->n == 0)
		return NULL;
	return bsearch(&day, c->v, (size_t)c->n, sizeof(*c->v), by_day);
}

bool
calendar_working(const struct calendar *c, day_t day)
{
	const struct holiday *s = calendar_notice(c, day);

	return s != NULL ? s->working : day_weekday(day) <= 5;
}

bool
calendar_knows(const struct calendar *c, int year)
{
	for (int k = 0; k < c->n; k++)
		if (c->v[k].year == year)
			return true;
	return false;
}

day_t
calendar_add(const struct calendar *c, day_t start, int n)
{
	day_t day = start;

	while (n > 0)
		if (calendar_working(c, ++day))
			n--;
	return day;
}

int
calendar_between(const struct calendar *c, day_t from, day_t to)
{
	int n = 0;

	if (to < from)
		return -calendar_between(c, to, from);
	for (day_t day = from + 1; day <= to; day++)
		n += calendar_working(c, day);
	return n;
}

enum rc
calendar_set(struct db *db, day_t day, const char *kind, const char *name,
    int notice_year, struct arena *m)
{
	if (strcmp(kind, "off") != 0 && strcmp(kind, "work") != 0)
		return RC_INVALID;
	return db_run(db, "INSERT INTO holiday (day, kind, name, notice_year)"
	    " VALUES ($1, $2, $3, $4) ON CONFLICT (day) DO UPDATE SET"
	    " kind = excluded.kind, name = excluded.name,"
	    " notice_year = excluded.notice_year",
	    V(day_text(m, day)), V(kind), V(name), V(notice_year));
}

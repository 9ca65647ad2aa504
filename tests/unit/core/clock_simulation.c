/* clock_simulation.c - see clock_simulation.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "clock_simulation.h"

#define ORIGIN	12784		/* 2005-01-01, a Saturday */
#define DAYS	12000		/* to 2037 */
#define EVENTS	64
#define FOREVER	(ORIGIN + DAYS - 1)

static signed char listed[DAYS];	/* 1 work, -1 off */
static bool noticed[3000];
static bool painted[DAYS];

void
simulation_open(void)
{
	FILE *f = fopen("sql/data/holidays.tsv", "r");
	char line[200], kind[8], name[64];
	int y, m, d, notice;

	if (f == NULL)
		abort();
	while (fgets(line, sizeof(line), f) != NULL) {
		struct tm t = { 0 };

		if (sscanf(line, "%d-%d-%d %7s %63s %d", &y, &m, &d, kind,
		    name, &notice) != 6)
			continue;
		t.tm_year = y - 1900;
		t.tm_mon = m - 1;
		t.tm_mday = d;
		listed[timegm(&t) / 86400 - ORIGIN] =
		    *kind == 'w' ? 1 : -1;
		noticed[notice] = true;
	}
	fclose(f);
}

bool
simulation_working(day_t day)
{
	int k = day - ORIGIN;

	return listed[k] != 0 ? listed[k] > 0 : k % 7 >= 2;
}

static int
year_of(day_t day)
{
	time_t t = (time_t)day * 86400;
	struct tm tm;

	gmtime_r(&t, &tm);
	return tm.tm_year + 1900;
}

static void
paint(day_t after, day_t to)
{
	for (day_t d = after + 1; d <= to && d <= FOREVER; d++)
		painted[d - ORIGIN] = true;
}

/* The first event of that kind behind place k, or n. */
static int
next(const struct deadline_event *e, int n, int k, enum deadline_kind kind)
{
	for (k++; k < n && e[k].kind != kind; k++)
		;
	return k;
}

/* From every `from` to the next `to`; what does not end, ends with `lift`. */
static void
paint_pairs(const struct deadline_event *e, int n, enum deadline_kind from,
    enum deadline_kind to, day_t lift)
{
	int k, end;

	for (k = next(e, n, -1, from); k < n; k = next(e, n, k, from)) {
		end = next(e, n, k, to);
		paint(e[k].day, end < n ? e[end].day : lift);
	}
}

static day_t
limit(const struct deadline_event *e)
{
	day_t d = e->day;

	if (e->days <= 0)
		return FOREVER;
	for (int left = e->days; left > 0;)
		left -= simulation_working(++d);
	return d;
}

static void
paint_consults(const struct deadline_event *e, int n, day_t lift)
{
	day_t end[EVENTS];
	bool taken[EVENTS] = { false };
	int k, j;

	for (k = 0; k < n; k++)
		end[k] = limit(&e[k]);
	for (k = 0; k < n; k++) {
		if (e[k].kind != DEADLINE_CONSULT_ENDED)
			continue;
		for (j = 0; j < k; j++)
			if (e[j].kind == DEADLINE_CONSULT_SENT && !taken[j] &&
			    end[j] >= e[k].day)
				break;
		if (j == k)
			continue;
		taken[j] = true;
		end[j] = e[k].day;
	}
	for (k = 0; k < n; k++)
		if (e[k].kind == DEADLINE_CONSULT_SENT)
			paint(e[k].day, end[k] == FOREVER ? lift : end[k]);
}

/* Paints, and tells after which day the count that holds begins. */
static day_t
paint_all(const struct deadline_event *e, int n, day_t lift, day_t *base)
{
	static const enum deadline_kind anew[2][2] = {
		{ DEADLINE_CORRECTION_ASKED, DEADLINE_CORRECTION_RECEIVED },
		{ DEADLINE_FEE_NOTICED, DEADLINE_FEE_PAID },
	};
	int received = next(e, n, -1, DEADLINE_RECEIVED), asked, given, k;
	day_t start = e[received].day;

	*base = start;
	memset(painted, 0, sizeof(painted));
	for (k = 0; k < 2; k++) {
		if ((asked = next(e, n, -1, anew[k][0])) == n)
			continue;
		given = next(e, n, asked, anew[k][1]);
		paint(e[asked].day, given < n ? e[given].day : lift);
		if (e[asked].day > start)
			start = e[asked].day;
		if (given < n && given > received && e[given].day > *base)
			*base = e[given].day;
	}
	paint_pairs(e, n, DEADLINE_SUSPENDED, DEADLINE_RESUMED, lift);
	paint_pairs(e, n, DEADLINE_REASONS_ASKED, DEADLINE_REASONS_GIVEN, lift);
	paint_consults(e, n, lift);
	return *base > start ? *base : start;
}

/* Counted days after start up to `to`; behind the deadline nothing stops. */
static int
count(day_t start, day_t to, int allowed)
{
	int n = 0;

	for (day_t d = start + 1; d <= to; d++)
		if (simulation_working(d) &&
		    (n >= allowed || !painted[d - ORIGIN]))
			n++;
	return n;
}

static int
allowed_by(const struct deadline_event *e, int n)
{
	int k = next(e, n, -1, DEADLINE_RECEIVED);

	for (k++; k < n; k++)
		if (e[k].kind == DEADLINE_EXTENDED && e[k].days > 0)
			return 20 + (e[k].days > 20 ? 20 : e[k].days);
	return 20;
}

static bool
too_late(const struct deadline_event *e, int n, day_t day)
{
	int allowed = allowed_by(e, n);
	day_t base, start;

	if (next(e, n, -1, DEADLINE_RECEIVED) == n)
		return false;
	start = paint_all(e, n, FOREVER, &base);
	return count(start, day - 1, allowed) >= allowed;
}

static void
as_of(const struct deadline_event *e, int n, day_t today,
    struct simulation *out)
{
	int allowed;
	day_t base, start;

	while (n > 0 && e[n - 1].day > today)
		n--;
	if (next(e, n, -1, DEADLINE_RECEIVED) == n) {
		out->standing = STANDING_RUNNING;
		return;
	}
	allowed = allowed_by(e, n);
	start = paint_all(e, n, FOREVER, &base);
	out->used = count(start, today, allowed);
	out->standing = out->used < allowed &&
	    painted[today + 1 - ORIGIN] ? STANDING_STOPPED : STANDING_RUNNING;
}

void
simulate(const struct deadline_event *given, int n, day_t today,
    struct simulation *out)
{
	struct deadline_event e[EVENTS] = { 0 };
	day_t known = today, start, d;
	bool closed = false;
	int k, m = 0;

	memset(out, 0, sizeof(*out));
	for (k = 0; k < n && !closed; k++) {
		if (given[k].kind == DEADLINE_CLOSED)
			closed = true;
		else if (!too_late(e, m, given[k].day))
			e[m++] = given[k];
		if (closed && given[k].day <= today) {
			today = given[k].day;
			out->standing = STANDING_CLOSED;
		}
		if (given[k].day > known || out->standing == STANDING_CLOSED)
			known = given[k].day;
	}
	if (next(e, m, -1, DEADLINE_RECEIVED) == m)
		return;
	out->received = true;
	closed = out->standing == STANDING_CLOSED;
	as_of(e, m, today, out);
	if (closed)
		out->standing = STANDING_CLOSED;
	out->allowed = allowed_by(e, m);
	start = paint_all(e, m, known, &out->base);
	for (d = start, k = 0; k < out->allowed;)
		if (simulation_working(++d) && !painted[d - ORIGIN])
			k++;
	out->due = d;
	out->overdue = today > d;
	for (k = year_of(out->base); k <= year_of(d); k++)
		out->provisional |= !noticed[k];
}

bool
simulation_stopped(day_t day)
{
	return painted[day - ORIGIN];
}

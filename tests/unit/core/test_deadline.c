/*
 * test_deadline.c - the clock: the notices' own dates, cases worked out by
 * hand, and random histories against a second, slower clock.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/list.h"

#include "clock_simulation.h"

#define CASES	30000
#define EVENTS_MAX 12

static struct arena *mem;
static struct calendar *cal;

static day_t
day(const char *s)
{
	day_t d = DAY_NONE;

	assert_true(day_parse(s, &d));
	return d;
}

static int
open_all(void **state)
{
	FILE *f = fopen("sql/data/holidays.tsv", "r");
	char line[200], date[16], kind[8], name[64];
	static struct arena *keep;
	struct holidays all = { 0 };
	struct holiday h;

	(void)state;
	mem = arena_new();
	keep = arena_new();
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL)
		if (sscanf(line, "%15s %7s %63s %d", date, kind, name,
		    &h.year) == 4 && *line != '#') {
			h.day = day(date);
			h.working = strcmp(kind, "work") == 0;
			h.name = arena_strdup(keep, name);
			*list_add(&all, keep) = h;
		}
	fclose(f);
	cal = calendar_of(&all, keep);
	simulation_open();
	return 0;
}

/* "received 2026-03-02, extended 2026-03-27 10" */
static int
history(const char *s, struct deadline_event *e)
{
	char kind[32], date[16];
	int n = 0, days, got;

	for (; s != NULL && *s != '\0'; s = strchr(s, ',')) {
		s += *s == ',';
		days = 0;
		got = sscanf(s, " %31[a-z-] %10s %d", kind, date, &days);
		assert_true(got >= 2);
		e[n] = (struct deadline_event){ deadline_of_key(kind),
		    day(date), days };
		assert_int_not_equal(e[n].kind, DEADLINE_NONE);
		n++;
	}
	return n;
}

static struct deadline
clock_of(const char *events, const char *today)
{
	struct deadline_event e[EVENTS_MAX];
	struct deadline out;

	deadline_compute(cal, e, history(events, e), day(today), &out, mem);
	return out;
}

#define BASE "received 2026-03-02"	/* day 20 is 2026-03-30 */

static const struct {
	const char *events, *today, *due;
	int used, left;
	enum deadline_standing standing;
} cases[] = {
	{ BASE, "2026-03-02", "2026-03-30", 0, 20, STANDING_RUNNING },
	{ BASE, "2026-03-03", "2026-03-30", 1, 19, STANDING_RUNNING },
	{ BASE, "2026-03-30", "2026-03-30", 20, 0, STANDING_RUNNING },
	{ BASE, "2026-04-07", "2026-03-30", 25, -5, STANDING_RUNNING },
	/* 补正 */
	{ BASE ", correction-asked 2026-03-05, correction-received 2026-03-10",
	    "2026-03-12", "2026-04-08", 2, 18, STANDING_RUNNING },
	{ BASE ", correction-asked 2026-03-05",
	    "2026-03-10", "2026-04-08", 0, 20, STANDING_STOPPED },
	{ BASE ", correction-received 2026-03-10",
	    "2026-03-10", "2026-03-30", 6, 14, STANDING_RUNNING },
	{ BASE ", correction-asked 2026-03-05, correction-received 2026-03-10"
	    ", correction-asked 2026-03-16, correction-received 2026-03-18",
	    "2026-03-18", "2026-04-08", 6, 14, STANDING_RUNNING },
	{ BASE ", correction-asked 2026-03-02, correction-received 2026-03-02",
	    "2026-03-03", "2026-03-30", 1, 19, STANDING_RUNNING },
	/* third parties */
	{ BASE ", consult-sent 2026-03-05, consult-ended 2026-03-12",
	    "2026-03-13", "2026-04-07", 4, 16, STANDING_RUNNING },
	{ BASE ", consult-sent 2026-03-05, consult-ended 2026-03-12",
	    "2026-03-11", "2026-04-07", 3, 17, STANDING_STOPPED },
	{ BASE ", consult-sent 2026-03-05, consult-ended 2026-03-05",
	    "2026-03-06", "2026-03-30", 4, 16, STANDING_RUNNING },
	{ BASE ", consult-sent 2026-03-05, consult-sent 2026-03-10"
	    ", consult-ended 2026-03-12, consult-ended 2026-03-16",
	    "2026-03-20", "2026-04-09", 7, 13, STANDING_RUNNING },
	{ BASE ", consult-sent 2026-03-05 15",
	    "2026-03-27", "2026-04-21", 4, 16, STANDING_RUNNING },
	{ BASE ", consult-sent 2026-03-05 15",
	    "2026-03-25", "2026-04-21", 3, 17, STANDING_STOPPED },
	{ BASE ", consult-sent 2026-03-05 15, consult-ended 2026-03-12",
	    "2026-03-13", "2026-04-07", 4, 16, STANDING_RUNNING },
	{ BASE ", consult-ended 2026-03-04, consult-sent 2026-03-05"
	    ", consult-ended 2026-03-12",
	    "2026-03-13", "2026-04-07", 4, 16, STANDING_RUNNING },
	/* the first ran out by itself: the reply ends the second */
	{ BASE ", consult-sent 2026-03-04 2, consult-sent 2026-03-09"
	    ", consult-ended 2026-03-12",
	    "2026-03-13", "2026-04-07", 4, 16, STANDING_RUNNING },
	/* suspension, reasons */
	{ BASE ", suspended 2026-03-10, resumed 2026-03-12",
	    "2026-03-12", "2026-04-01", 6, 14, STANDING_RUNNING },
	{ BASE ", suspended 2026-03-10",
	    "2026-03-20", "2026-04-10", 6, 14, STANDING_STOPPED },
	{ BASE ", reasons-asked 2026-03-04, reasons-given 2026-03-09",
	    "2026-03-10", "2026-04-02", 3, 17, STANDING_RUNNING },
	/* fee */
	{ BASE ", fee-noticed 2026-03-20, fee-paid 2026-04-08",
	    "2026-04-09", "2026-05-09", 1, 19, STANDING_RUNNING },
	{ BASE ", fee-noticed 2026-03-20",
	    "2026-04-08", "2026-05-09", 0, 20, STANDING_STOPPED },
	/* extension */
	{ BASE ", extended 2026-03-27 10",
	    "2026-03-27", "2026-04-14", 19, 11, STANDING_RUNNING },
	{ BASE ", extended 2026-03-30 10",
	    "2026-03-30", "2026-04-14", 20, 10, STANDING_RUNNING },
	{ BASE ", extended 2026-03-31 10",
	    "2026-03-31", "2026-03-30", 21, -1, STANDING_RUNNING },
	{ BASE ", extended 2026-03-27 10, extended 2026-03-27 10",
	    "2026-03-27", "2026-04-14", 19, 11, STANDING_RUNNING },
	{ BASE ", extended 2026-03-27 99",
	    "2026-03-27", "2026-04-28", 19, 21, STANDING_RUNNING },
	/* what comes too late */
	{ BASE ", suspended 2026-03-31",
	    "2026-04-01", "2026-03-30", 22, -2, STANDING_RUNNING },
	{ BASE ", suspended 2026-03-30",
	    "2026-04-01", "2026-03-30", 22, -2, STANDING_RUNNING },
	{ BASE ", fee-noticed 2026-03-31, fee-paid 2026-04-01",
	    "2026-04-01", "2026-03-30", 22, -2, STANDING_RUNNING },
	/* several, in every order */
	{ BASE ", correction-asked 2026-03-05, correction-received 2026-03-10"
	    ", consult-sent 2026-03-12, consult-ended 2026-03-18"
	    ", extended 2026-04-13 15",
	    "2026-04-13", "2026-05-08", 19, 16, STANDING_RUNNING },
	{ BASE ", extended 2026-03-03 10, correction-asked 2026-03-05"
	    ", correction-received 2026-03-10",
	    "2026-03-10", "2026-04-22", 0, 30, STANDING_RUNNING },
	{ BASE ", correction-asked 2026-03-05, extended 2026-03-06 10"
	    ", correction-received 2026-03-10",
	    "2026-03-10", "2026-04-22", 0, 30, STANDING_RUNNING },
	{ BASE ", consult-sent 2026-03-04, correction-asked 2026-03-05"
	    ", correction-received 2026-03-10, consult-ended 2026-03-13",
	    "2026-03-13", "2026-04-13", 0, 20, STANDING_RUNNING },
	{ BASE ", extended 2026-03-04 10, consult-sent 2026-03-05"
	    ", consult-ended 2026-03-06, suspended 2026-03-10"
	    ", resumed 2026-03-12, reasons-asked 2026-03-16"
	    ", reasons-given 2026-03-18",
	    "2026-03-18", "2026-04-21", 7, 23, STANDING_RUNNING },
	{ "reasons-given 2026-03-18, extended 2026-03-20 10"
	    ", resumed 2026-03-12, consult-ended 2026-03-06"
	    ", suspended 2026-03-10, " BASE ", reasons-asked 2026-03-16"
	    ", consult-sent 2026-03-05",
	    "2026-03-18", "2026-04-21", 7, 23, STANDING_RUNNING },
	{ BASE ", suspended 2026-03-04, fee-noticed 2026-03-05"
	    ", fee-paid 2026-04-08, resumed 2026-04-10",
	    "2026-04-10", "2026-05-12", 0, 20, STANDING_RUNNING },
	/* closed */
	{ BASE ", closed 2026-03-20",
	    "2026-09-01", "2026-03-30", 14, 6, STANDING_CLOSED },
	{ BASE ", closed 2026-04-01",
	    "2026-09-01", "2026-03-30", 22, -2, STANDING_CLOSED },
	{ BASE ", closed 2026-03-20, extended 2026-03-21 10",
	    "2026-09-01", "2026-03-30", 14, 6, STANDING_CLOSED },
	{ BASE ", closed 2026-03-20",
	    "2026-03-19", "2026-03-30", 13, 7, STANDING_RUNNING },
	{ BASE, "2026-02-27", "2026-03-30", 0, 20, STANDING_RUNNING },
	/* confirmed after a first look */
	{ "consult-sent 2026-02-27, " BASE ", consult-ended 2026-03-03",
	    "2026-03-03", "2026-03-31", 0, 20, STANDING_RUNNING },
	{ "extended 2026-02-27 10, " BASE ", received 2026-03-09",
	    "2026-03-03", "2026-03-30", 1, 19, STANDING_RUNNING },
};

static void
test_by_hand(void **state)
{
	(void)state;
	for (size_t k = 0; k < sizeof(cases) / sizeof(cases[0]); k++) {
		struct deadline d = clock_of(cases[k].events, cases[k].today);

		if (d.due != day(cases[k].due) || d.used != cases[k].used ||
		    d.left != cases[k].left ||
		    d.standing != cases[k].standing)
			fail_msg("%s on %s: due %s, used %d, left %d, "
			    "standing %d", cases[k].events, cases[k].today,
			    day_text(mem, d.due), d.used, d.left, d.standing);
		assert_int_equal(d.overdue, d.left < 0);
		assert_false(d.provisional);
	}
}

static void
test_before_receipt(void **state)
{
	struct deadline d = clock_of("extended 2026-03-02 5", "2026-03-09");

	(void)state;
	assert_int_equal(d.standing, STANDING_UNCONFIRMED);
	assert_int_equal(d.due, DAY_NONE);
	assert_int_equal(d.received, DAY_NONE);
	assert_int_equal(d.n, 0);
	d = clock_of("", "2026-03-09");
	assert_int_equal(d.standing, STANDING_UNCONFIRMED);
	assert_int_equal(d.left, 20);
	d = clock_of("closed 2026-03-02", "2026-03-09");
	assert_int_equal(d.standing, STANDING_CLOSED);
	assert_int_equal(d.due, DAY_NONE);
	d = clock_of("closed 2026-03-02, received 2026-03-03", "2026-03-09");
	assert_int_equal(d.standing, STANDING_CLOSED);
	assert_int_equal(d.due, DAY_NONE);
}

/* A day, and the 7th, 15th, 20th and 40th working day after it: limits of
 * asking for a correction, of a consultation, of the answer, with extension. */
static void
test_notices(void **state)
{
	FILE *f = fopen("tests/data/deadlines.tsv", "r");
	char line[200], d0[16], d7[16], d15[16], d20[16], d40[16], *e;
	struct deadline d;
	int n = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (sscanf(line, "%15s %15s %15s %15s %15s", d0, d7, d15, d20,
		    d40) != 5 || *line == '#')
			continue;
		n++;
		assert_int_equal(calendar_add(cal, day(d0),
		    DEADLINE_CORRECTION), day(d7));
		assert_int_equal(calendar_add(cal, day(d0), DEADLINE_CONSULT),
		    day(d15));
		e = arena_printf(mem, "received %s", d0);
		d = clock_of(e, d0);
		assert_int_equal(d.due, day(d20));
		d = clock_of(arena_printf(mem, "%s, extended %s 20", e, d20),
		    d0);
		assert_int_equal(d.due, day(d40));
		/* asked on the day of receipt: 15 days that do not count */
		d = clock_of(arena_printf(mem, "%s, consult-sent %s 15", e,
		    d0), d0);
		assert_int_equal(d.due, calendar_add(cal, day(d15), 20));
	}
	fclose(f);
	assert_int_equal(n, 10);
}

static const struct deadline_day *
on(const struct deadline *d, const char *date)
{
	day_t k = day(date) - d->v[0].day;

	assert_in_range(k, 0, d->n - 1);
	assert_int_equal(d->v[k].day, day(date));
	return &d->v[k];
}

/* The autumn of 2026: eight days off, a Saturday worked. */
static void
test_proof(void **state)
{
	struct deadline d = clock_of("received 2026-09-28", "2026-10-22");

	(void)state;
	assert_int_equal(d.n, 33);
	assert_int_equal(d.used, 14);
	assert_int_equal(d.left, 6);
	assert_int_equal(on(&d, "2026-09-28")->mark, MARK_RECEIVED);
	assert_int_equal(on(&d, "2026-09-28")->article, 31);
	assert_int_equal(on(&d, "2026-09-28")->event, DEADLINE_RECEIVED);
	assert_int_equal(on(&d, "2026-09-30")->number, 2);
	assert_int_equal(on(&d, "2026-09-30")->article, 33);
	assert_int_equal(on(&d, "2026-10-03")->mark, MARK_HOLIDAY);
	assert_string_equal(on(&d, "2026-10-03")->name, "国庆节");
	assert_int_equal(on(&d, "2026-10-03")->notice_year, 2026);
	assert_int_equal(on(&d, "2026-10-10")->mark, MARK_COUNTED);
	assert_int_equal(on(&d, "2026-10-10")->number, 5);
	assert_true(on(&d, "2026-10-10")->makeup);
	assert_int_equal(on(&d, "2026-10-11")->mark, MARK_REST);
	assert_string_equal(on(&d, "2026-10-11")->name, "");
	assert_true(on(&d, "2026-10-22")->today);
	assert_false(on(&d, "2026-10-21")->today);
	assert_true(on(&d, "2026-10-30")->last);
	assert_int_equal(on(&d, "2026-10-30")->number, 20);
}

static void
test_proof_anew(void **state)
{
	struct deadline d = clock_of(BASE ", correction-asked 2026-03-05"
	    ", correction-received 2026-03-10, consult-sent 2026-03-12"
	    ", consult-ended 2026-03-13", "2026-04-10");

	(void)state;
	assert_int_equal(d.received, day("2026-03-10"));
	assert_int_equal(d.v[0].day, day("2026-03-02"));
	assert_int_equal(on(&d, "2026-03-05")->mark, MARK_VOID);
	assert_int_equal(on(&d, "2026-03-05")->number, 3);
	assert_int_equal(on(&d, "2026-03-05")->article, 30);
	assert_int_equal(on(&d, "2026-03-05")->event,
	    DEADLINE_CORRECTION_ASKED);
	assert_int_equal(on(&d, "2026-03-06")->mark, MARK_STOPPED);
	assert_int_equal(on(&d, "2026-03-06")->why,
	    DEADLINE_CORRECTION_ASKED);
	assert_int_equal(on(&d, "2026-03-07")->mark, MARK_REST);
	assert_int_equal(on(&d, "2026-03-10")->mark, MARK_RECEIVED);
	assert_int_equal(on(&d, "2026-03-11")->number, 1);
	assert_int_equal(on(&d, "2026-03-13")->why, DEADLINE_CONSULT_SENT);
	assert_int_equal(on(&d, "2026-04-09")->mark, MARK_COUNTED);
	assert_true(on(&d, "2026-04-09")->last);
	assert_int_equal(on(&d, "2026-04-10")->mark, MARK_AFTER);
	assert_int_equal(on(&d, "2026-04-10")->number, 21);
	assert_int_equal(d.n, 40);
}

static void
test_years(void **state)
{
	struct deadline d = clock_of("received 2026-12-03", "2026-12-03");

	(void)state;
	assert_int_equal(d.due, day("2026-12-31"));
	assert_false(d.provisional);
	d = clock_of("received 2026-12-04", "2026-12-04");
	assert_int_equal(d.due, day("2027-01-01"));
	assert_true(d.provisional);
	/* found after years: counted to the end, listed as far as it is sane */
	d = clock_of("received 2007-01-04", "2026-12-31");
	assert_int_equal(d.n, DEADLINE_PROOF_MAX);
	assert_int_equal(d.left, 20 - calendar_between(cal,
	    day("2007-01-04"), day("2026-12-31")));
	assert_true(d.overdue);
}

static void
test_weekend_after(void **state)
{
	struct deadline d = clock_of("received 2026-05-14", "2026-06-13");

	(void)state;
	assert_int_equal(d.due, day("2026-06-11"));
	assert_int_equal(d.left, -1);
	d = clock_of("received 2026-05-15", "2026-06-13");
	assert_int_equal(d.due, day("2026-06-12"));	/* Friday */
	assert_int_equal(d.left, 0);
	assert_true(d.overdue);
}

static void
test_keys(void **state)
{
	(void)state;
	for (int k = 1; k < DEADLINE__MAX; k++)
		assert_int_equal(deadline_of_key(deadline_key(k)), k);
	assert_int_equal(deadline_of_key(""), DEADLINE_NONE);
	assert_int_equal(deadline_of_key("late"), DEADLINE_NONE);
	assert_string_equal(deadline_key(DEADLINE_NONE), "");
	assert_string_equal(deadline_key(DEADLINE__MAX), "");
}

static uint64_t seed = 20260511;

static int
draw(int below)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (int)((seed >> 11) % (uint64_t)below);
}

static int
make_history(struct deadline_event *e, day_t start)
{
	int n = 1 + draw(EVENTS_MAX - 1), k, received = draw(3) ? 0 : draw(n);
	day_t d = start - draw(3);

	for (k = 0; k < n; k++, d += draw(4) ? draw(6) : draw(30)) {
		e[k].kind = k == received && draw(20) ? DEADLINE_RECEIVED :
		    1 + (enum deadline_kind)draw(DEADLINE__MAX - 1);
		if (e[k].kind == DEADLINE_CLOSED && draw(3))
			e[k].kind = DEADLINE_CONSULT_SENT;
		e[k].day = d;
		e[k].days = draw(2) ? draw(26) - 2 : 0;
	}
	return n;
}

static void
check_days(const struct deadline *d, day_t base)
{
	int number = 0;

	for (int k = 0; k < d->n && d->v[k].day <= d->due; k++) {
		const struct deadline_day *v = &d->v[k];
		bool works = simulation_working(v->day);

		assert_int_equal(v->day, d->v[0].day + k);
		assert_int_equal(v->last, v->day == d->due);
		if (v->mark == MARK_RECEIVED)
			continue;
		assert_int_equal(works, v->mark != MARK_REST &&
		    v->mark != MARK_HOLIDAY);
		if (!works || v->day <= base) {
			assert_int_not_equal(v->mark, MARK_COUNTED);
			continue;
		}
		if (v->mark == MARK_VOID)
			continue;
		assert_int_equal(v->mark, simulation_stopped(v->day) ?
		    MARK_STOPPED : MARK_COUNTED);
		if (v->mark == MARK_COUNTED)
			assert_int_equal(v->number, ++number);
	}
	assert_int_equal(number, d->allowed);
}

static char *
told(const struct deadline_event *e, int n, day_t today)
{
	char *s = arena_printf(mem, "today %s:", day_text(mem, today));

	for (int k = 0; k < n; k++)
		s = arena_printf(mem, "%s %s %s %d,", s,
		    deadline_key(e[k].kind), day_text(mem, e[k].day),
		    e[k].days);
	return s;
}

/* What the events lead to, as the two clocks see it. */
static void
compare(const struct deadline_event *e, int n, day_t today, int *seen)
{
	struct simulation s;
	struct deadline d;

	deadline_compute(cal, e, n, today, &d, mem);
	simulate(e, n, today, &s);
	seen[d.standing]++;
	if (s.standing != d.standing || s.received != (d.due != DAY_NONE))
		fail_msg("%s standing %d, not %d", told(e, n, today),
		    d.standing, s.standing);
	if (!s.received)
		return;
	if (s.due != d.due || s.base != d.received ||
	    s.allowed != d.allowed || s.used != d.used)
		fail_msg("%s due %s, not %s; from %s, not %s; used %d of %d, "
		    "not %d of %d", told(e, n, today), day_text(mem, d.due),
		    day_text(mem, s.due), day_text(mem, d.received),
		    day_text(mem, s.base), d.used, d.allowed, s.used,
		    s.allowed);
	assert_int_equal(s.overdue, d.overdue);
	assert_int_equal(s.provisional, d.provisional);
	assert_int_equal(d.left, d.allowed - d.used);
	seen[4] += d.provisional;
	seen[5] += d.overdue;
	check_days(&d, s.base);
}

static void
test_histories(void **state)
{
	day_t first = day("2007-01-01"), last = day("2028-12-31");
	struct deadline_event e[EVENTS_MAX];
	int seen[6] = { 0 };

	(void)state;
	for (int k = 0; k < CASES; k++, arena_reset(mem)) {
		day_t start = first + draw(last - first);
		int n = make_history(e, start);

		compare(e, n, start - 5 + draw(120), seen);
	}
	for (int k = 0; k < 6; k++)	/* no kind of outcome was missed */
		assert_true(seen[k] > CASES / 100);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_hand),
		cmocka_unit_test(test_before_receipt),
		cmocka_unit_test(test_notices),
		cmocka_unit_test(test_proof),
		cmocka_unit_test(test_proof_anew),
		cmocka_unit_test(test_years),
		cmocka_unit_test(test_weekend_after),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_histories),
	};

	return cmocka_run_group_tests(tests, open_all, NULL);
}

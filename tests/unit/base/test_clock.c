/* test_clock.c - instants and days. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/clock.h"

static struct arena *m;

static int
set_up(void **state)
{
	(void)state;
	m = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(m);
	return 0;
}

/* Against the C library, over all days of four centuries. */
static void
test_days_agree_with_libc(void **state)
{
	struct tm tm;
	char want[16];
	int64_t t;
	day_t d, back;

	(void)state;
	for (d = -70000; d < 80000; d++) {
		t = (int64_t)d * 86400;
		gmtime_r(&t, &tm);
		strftime(want, sizeof(want), "%Y-%m-%d", &tm);
		assert_string_equal(day_text(m, d), want);
		assert_true(day_parse(want, &back) && back == d);
		assert_int_equal(day_year(d), tm.tm_year + 1900);
		assert_int_equal(day_weekday(d), (tm.tm_wday + 6) % 7 + 1);
		if (d % 1000 == 0)
			arena_reset(m);
	}
}

static void
test_day_parse_refuses(void **state)
{
	static const char *const bad[] = { "", "2026-1-01", "2026-01-1",
	    "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10",
	    "2026-04-31", "2026-04-00", "2026/04/01", "2026-04-01 ",
	    " 2026-04-01", "2026-04-01T", "20260401", "２０２６-04-01", NULL };
	day_t d = 5;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(day_parse(bad[i], &d));
	assert_int_equal(d, 5);
	assert_true(day_parse("2024-02-29", &d));
	assert_true(day_parse("2000-02-29", &d));
}

static void
test_instants(void **state)
{
	static const char *const bad[] = { "", "2026-10-22",
	    "2026-10-22T01:31:00", "2026-10-22 01:31:00Z",
	    "2026-10-22T24:00:00Z", "2026-10-22T01:60:00Z",
	    "2026-10-22T01:31:60Z", "2026-10-22T01:31:00Zx",
	    "2026-02-30T01:31:00Z", NULL };
	int64_t t = 1;
	size_t i;

	(void)state;
	assert_true(clock_parse("1970-01-01T00:00:00Z", &t));
	assert_int_equal(t, 0);
	assert_true(clock_parse("2026-10-22T01:31:09Z", &t));
	assert_int_equal(t, 1792632669);
	assert_string_equal(clock_text(m, t), "2026-10-22T01:31:09Z");
	assert_string_equal(clock_text(m, -1), "1969-12-31T23:59:59Z");
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(clock_parse(bad[i], &t));
}

static void
test_shanghai(void **state)
{
	int64_t t;
	day_t d;

	(void)state;
	assert_true(clock_parse("2026-12-31T15:59:59Z", &t));
	assert_string_equal(day_text(m, clock_day(t)), "2026-12-31");
	assert_string_equal(clock_local(m, t), "2026-12-31 23:59");
	assert_string_equal(day_text(m, clock_day(t + 1)), "2027-01-01");
	assert_int_equal(day_year(clock_day(t + 1)), 2027);
	assert_true(day_parse("2027-01-01", &d));
	assert_int_equal(day_start(d), t + 1);
	assert_int_equal(clock_day(-1), 0);
	assert_int_equal(clock_day(-28801), -1);
	assert_string_equal(clock_show(m, "2026-10-22T01:31:00Z"),
	    "2026-10-22 09:31");
	assert_string_equal(clock_show(m, ""), "");
	assert_string_equal(clock_show(m, NULL), "");
}

static void
test_travel(void **state)
{
	int64_t real = time(NULL);

	(void)state;
	clock_travel(1000000000);
	assert_int_equal(clock_now(), 1000000000);
	assert_string_equal(day_text(m, clock_today()), "2001-09-09");
	clock_travel(0);
	assert_in_range(clock_now(), real, real + 60);
	assert_int_equal(clock_today(), clock_day(clock_now()));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_days_agree_with_libc),
		cmocka_unit_test(test_day_parse_refuses),
		cmocka_unit_test(test_instants),
		cmocka_unit_test(test_shanghai),
		cmocka_unit_test(test_travel),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* test_calendar.c - working days, with the real notices of sql/data. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "core/calendar.h"

#include "district.h"

/* Start, and the 7th, 15th, 20th and 40th working day after it: worked out
 * by hand from the notices of those years. */
static const char *const deadlines[][5] = {
	{ "2024-02-08", "2024-02-23", "2024-03-06", "2024-03-13",
	    "2024-04-11" },
	{ "2024-09-30", "2024-10-15", "2024-10-25", "2024-11-01",
	    "2024-11-29" },
	{ "2025-01-26", "2025-02-11", "2025-02-21", "2025-02-28",
	    "2025-03-28" },
	{ "2025-12-05", "2025-12-16", "2025-12-26", "2026-01-05",
	    "2026-02-02" },
	{ "2026-01-15", "2026-01-26", "2026-02-05", "2026-02-12",
	    "2026-03-18" },
	{ "2026-02-28", "2026-03-10", "2026-03-20", "2026-03-27",
	    "2026-04-27" },
	{ "2026-06-18", "2026-06-30", "2026-07-10", "2026-07-17",
	    "2026-08-14" },
};
static const int days[] = { 0, 7, 15, 20, 40 };

static day_t
day(const char *s)
{
	day_t d = DAY_NONE;

	assert_true(day_parse(s, &d));
	return d;
}

static struct calendar *
load(struct district *d)
{
	FILE *f = fopen("sql/data/holidays.tsv", "r");
	char line[200], date[16], kind[8], name[64];
	struct calendar *c;
	int year;

	assert_non_null(f);
	assert_int_equal(db_begin(d->db), RC_OK);
	while (fgets(line, sizeof(line), f) != NULL)
		if (sscanf(line, "%15s %7s %63s %d", date, kind, name, &year)
		    == 4 && line[0] != '#')
			assert_int_equal(calendar_set(d->db, day(date), kind,
			    name, year, d->m), RC_OK);
	fclose(f);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(calendar_load(d->db, &c, d->m), RC_OK);
	return c;
}

static void
test_deadlines(void **state)
{
	struct calendar *c = load(*state);

	for (size_t k = 0; k < sizeof(deadlines) / sizeof(deadlines[0]); k++)
		for (int j = 1; j < 5; j++) {
			day_t from = day(deadlines[k][0]);
			day_t to = day(deadlines[k][j]);

			assert_int_equal(calendar_add(c, from, days[j]), to);
			assert_int_equal(calendar_between(c, from, to),
			    days[j]);
			assert_int_equal(calendar_between(c, to, from),
			    -days[j]);
		}
}

static void
test_days(void **state)
{
	struct calendar *c = load(*state);

	assert_true(calendar_working(c, day("2026-02-14")));	/* make-up */
	assert_false(calendar_working(c, day("2026-02-16")));	/* Monday */
	assert_false(calendar_working(c, day("2026-06-20")));	/* Saturday */
	assert_true(calendar_working(c, day("2026-06-22")));
	assert_true(calendar_working(c, day("2024-02-09")));
	assert_int_equal(calendar_between(c, day("2025-12-31"),
	    day("2026-12-31")), 248);
	assert_int_equal(calendar_between(c, day("2023-12-31"),
	    day("2024-12-31")), 251);
	assert_int_equal(calendar_between(c, day("2026-06-15"),
	    day("2026-06-15")), 0);
	assert_true(calendar_knows(c, 2026));
	assert_false(calendar_knows(c, 2027));
	/* a year without a notice: Monday to Friday */
	assert_false(calendar_working(c, day("2027-05-01")));
	assert_true(calendar_working(c, day("2027-10-01")));
}

static void
test_empty_and_set(void **state)
{
	struct district *d = *state;
	struct calendar *c;
	day_t monday = day("2027-10-04");

	assert_int_equal(calendar_load(d->db, &c, d->m), RC_OK);
	assert_true(calendar_working(c, monday));
	assert_false(calendar_working(c, monday - 1));
	assert_int_equal(calendar_add(c, monday, 5), monday + 7);
	assert_false(calendar_knows(c, 2027));
	DEED(d, RC_INVALID, calendar_set(d->db, monday, "maybe", "x", 2027,
	    d->m));
	DEED(d, RC_OK, calendar_set(d->db, monday, "off", "国庆节", 2027,
	    d->m));
	assert_int_equal(calendar_load(d->db, &c, d->m), RC_OK);
	assert_false(calendar_working(c, monday));
	assert_true(calendar_knows(c, 2027));
	DEED(d, RC_OK, calendar_set(d->db, monday, "work", "国庆节", 2027,
	    d->m));
	assert_int_equal(calendar_load(d->db, &c, d->m), RC_OK);
	assert_true(calendar_working(c, monday));
}

static int
read_text(struct district *d, const char *text, struct holidays *out)
{
	int line = -1;

	return calendar_text(text, 2027, out, &line, d->m) == RC_OK ? -1 :
	    line;
}

static void
test_text(void **state)
{
	struct district *d = *state;
	struct holidays all;
	struct buf long_name = buf_new(d->m), many = buf_new(d->m);

	assert_int_equal(read_text(d, "# 2027\r\n2027-01-01 off 元旦\r\n\n"
	    "  2026-12-31\toff  元旦 \n2027-01-03 work 元旦 调休", &all), -1);
	assert_int_equal(all.n, 3);
	assert_int_equal(all.v[0].day, day("2027-01-01"));
	assert_false(all.v[0].working);
	assert_string_equal(all.v[1].name, "元旦");
	assert_true(all.v[2].working);
	assert_string_equal(all.v[2].name, "元旦 调休");
	assert_int_equal(all.v[2].year, 2027);
	assert_int_equal(read_text(d, "", &all), 0);
	assert_int_equal(read_text(d, " \n#\n", &all), 0);
	assert_int_equal(read_text(d, "\n2027-01-01 off", &all), 2);
	assert_int_equal(read_text(d, "2027-01-01 rest 元旦", &all), 1);
	assert_int_equal(read_text(d, "2027-02-30 off 元旦", &all), 1);
	assert_int_equal(read_text(d, "2026-11-30 off 元旦", &all), 1);
	assert_int_equal(read_text(d, "2028-01-01 off 元旦", &all), 1);
	assert_int_equal(read_text(d, "2027-01-01 off a\x01", &all), 1);
	assert_int_equal(read_text(d, "2027-01-01 off 元旦\n#\n"
	    "2027-01-01 work 元旦", &all), 3);
	buf_puts(&long_name, "2027-01-01 off ");
	for (int k = 0; k < CALENDAR_NAME; k++)
		buf_puts(&long_name, "节");
	assert_int_equal(read_text(d, long_name.s, &all), -1);
	buf_puts(&long_name, "节");
	assert_int_equal(read_text(d, long_name.s, &all), 1);
	for (int k = 0; k <= CALENDAR_LINES; k++)
		buf_printf(&many, "%s off 节\n", day_text(d->m,
		    day("2027-01-01") + k));
	assert_int_equal(read_text(d, many.s, &all), CALENDAR_LINES + 1);
}

static void
test_replace(void **state)
{
	struct district *d = *state;
	struct holidays all, none = { 0 };
	struct calendar *c;
	struct years years;

	load(d);
	assert_int_equal(read_text(d, "2027-01-01 off 元旦\n"
	    "2026-12-27 work 元旦", &all), -1);
	DEED(d, RC_OK, calendar_replace(d->db, &d->admin, 2027, &all, d->m));
	assert_int_equal(calendar_load(d->db, &c, d->m), RC_OK);
	assert_true(calendar_knows(c, 2027));
	assert_true(calendar_working(c, day("2026-12-27")));
	assert_string_equal(calendar_notice(c, day("2027-01-01"))->name,
	    "元旦");
	assert_int_equal(calendar_notice(c, day("2026-12-27"))->year, 2027);
	assert_null(calendar_notice(c, day("2027-01-02")));
	assert_int_equal(calendar_years(d->db, &years, d->m), RC_OK);
	assert_int_equal(years.n, 21);
	assert_int_equal(years.v[0], 2027);
	assert_int_equal(years.v[20], 2007);
	/* the new text is the whole notice; other years stay */
	all.n = 1;
	DEED(d, RC_OK, calendar_replace(d->db, &d->admin, 2027, &all, d->m));
	assert_int_equal(calendar_year(d->db, 2027, &all, d->m), RC_OK);
	assert_int_equal(all.n, 1);
	all.v[0].year = 2026;
	DEED(d, RC_INVALID, calendar_replace(d->db, &d->admin, 2027, &all,
	    d->m));
	DEED(d, RC_OK, calendar_replace(d->db, &d->admin, 2027, &none, d->m));
	assert_int_equal(calendar_load(d->db, &c, d->m), RC_OK);
	assert_false(calendar_knows(c, 2027));
	assert_true(calendar_knows(c, 2026));
	assert_int_equal(COUNT(d, "SELECT id FROM audit WHERE action ="
	    " 'holiday_notice' AND object = 'calendar'"), 3);
}

static void
test_change(void **state)
{
	struct district *d = *state;
	struct holiday h = { .day = day("2027-10-01"), .year = 2027,
	    .name = "国庆节" };
	struct holidays all;

	DEED(d, RC_OK, calendar_change(d->db, &d->admin, &h, d->m));
	h.working = true;
	DEED(d, RC_OK, calendar_change(d->db, &d->admin, &h, d->m));
	assert_int_equal(calendar_year(d->db, 2027, &all, d->m), RC_OK);
	assert_int_equal(all.n, 1);
	assert_true(all.v[0].working);
	h.year = 2026;
	DEED(d, RC_INVALID, calendar_change(d->db, &d->admin, &h, d->m));
	h.year = 2027;
	h.name = "";
	DEED(d, RC_INVALID, calendar_change(d->db, &d->admin, &h, d->m));
	DEED(d, RC_NOT_FOUND, calendar_remove(d->db, &d->admin, h.day + 1,
	    d->m));
	DEED(d, RC_OK, calendar_remove(d->db, &d->admin, h.day, d->m));
	DEED(d, RC_NOT_FOUND, calendar_remove(d->db, &d->admin, h.day, d->m));
	assert_int_equal(COUNT(d, "SELECT id FROM audit WHERE action IN"
	    " ('holiday_set', 'holiday_remove')"), 3);
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_deadlines), T(test_days), T(test_empty_and_set),
		T(test_text), T(test_replace), T(test_change),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

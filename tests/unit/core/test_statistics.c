/* test_statistics.c - counts by state, month of Shanghai and category. */
#include <string.h>

#include "core/statistics.h"

#include "district.h"

static int64_t
by_name(const struct statistics *s, const char *name)
{
	for (int k = 0; k < s->by_category.n; k++)
		if (strcmp(s->by_category.v[k].name, name) == 0)
			return s->by_category.v[k].n;
	return 0;
}

static void
fill(struct district *d)
{
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	clock_travel(1785513599);	/* 2026-07-31 23:59:59 there */
	district_state(d, "七月", STATE_PUBLISHED);
	clock_travel(1785513600);
	district_state(d, "八月", STATE_EXPIRED);
	district_state(d, "八月二", STATE_DELETED);
	district_state(d, "八月三", STATE_SUBMITTED);
	id = district_state(d, "草稿", STATE_DRAFT);
	assert_int_equal(district_move(d, &d->entry, id, ACTION_DISCARD, ""),
	    RC_OK);
	clock_travel(1798732800);	/* 2027-01-01 00:00:00 there */
	district_state(d, "明年", STATE_PUBLISHED);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static enum rc
of_months(struct district *d, const struct actor *who, int year, int first,
    int last, struct statistics *s)
{
	struct period p;
	enum rc rc = period_of(year, first, last, &p, d->m);

	return rc != RC_OK ? rc : statistics_of(d->db, who->unit, &p, s,
	    d->m);
}

static void
test_counts(void **state)
{
	struct district *d = *state;
	struct statistics s;

	fill(d);
	assert_int_equal(of_months(d, &d->entry, 2026, 1, 12, &s), RC_OK);
	assert_int_equal(s.by_month[5], 0);
	assert_int_equal(s.by_month[6], 1);
	assert_int_equal(s.by_month[7], 2);
	assert_int_equal(s.by_month[11], 0);
	assert_int_equal(s.published, 3);
	assert_int_equal(s.by_state[STATE_PUBLISHED], 2);
	assert_int_equal(s.by_state[STATE_EXPIRED], 1);
	assert_int_equal(s.by_state[STATE_DELETED], 1);
	assert_int_equal(s.by_state[STATE_SUBMITTED], 1);
	assert_int_equal(s.by_state[STATE_DRAFT], 0);
	assert_int_equal(by_name(&s, "a20-1"), 3);
	assert_int_equal(s.first_year, 2026);
	assert_int_equal(of_months(d, &d->entry, 2026, 8, 9, &s), RC_OK);
	assert_int_equal(s.by_month[6], 0);
	assert_int_equal(s.by_month[7], 2);
	assert_int_equal(s.published, 2);
	assert_int_equal(s.by_clerk.n, 1);
	assert_int_equal(s.by_clerk.v[0].n, 2);
	assert_memory_equal(s.by_clerk.v[0].name, d->entry.login,
	    strlen(d->entry.login));
	assert_int_equal(of_months(d, &d->entry, 2027, 1, 12, &s), RC_OK);
	assert_int_equal(s.by_month[0], 1);
	assert_int_equal(s.published, 1);
}

static void
test_nothing(void **state)
{
	struct district *d = *state;
	struct statistics s;

	fill(d);
	assert_int_equal(of_months(d, &d->entry_b, 2026, 1, 12, &s), RC_OK);
	assert_int_equal(s.published, 0);
	assert_int_equal(s.by_category.n, 0);
	assert_int_equal(s.first_year, 0);
	assert_int_equal(of_months(d, &d->entry, 0, 1, 12, &s), RC_INVALID);
	assert_int_equal(of_months(d, &d->entry, 99999, 1, 12, &s),
	    RC_INVALID);
	assert_int_equal(of_months(d, &d->entry, 2026, 0, 3, &s), RC_INVALID);
	assert_int_equal(of_months(d, &d->entry, 2026, 4, 13, &s),
	    RC_INVALID);
	assert_int_equal(of_months(d, &d->entry, 2026, 4, 3, &s), RC_INVALID);
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_counts), T(test_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

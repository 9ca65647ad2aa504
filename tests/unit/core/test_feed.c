/* test_feed.c - months in parts, and what a reindex puts in order again. */
#include <string.h>

#include "core/feed.h"

#include "district.h"

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
#define DOCUMENTS 5

static void
fill(struct district *d)
{
	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 0; k < DOCUMENTS; k++)
		district_state(d, "公开的信息", STATE_PUBLISHED);
	district_state(d, "草稿", STATE_DRAFT);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* A month in parts of max: every document once. */
static void
expect_parts(struct district *d, int max, int n)
{
	struct feed_months months;
	struct feed_places whole, some;
	struct feed_parts parts;
	int at = 0;

	assert_int_equal(feed_months(d->db, &months, d->m), RC_OK);
	assert_int_equal(months.n, 1);
	assert_int_equal(months.v[0].n, DOCUMENTS);
	assert_int_equal(feed_places(d->db, months.v[0].month, 0, 100,
	    &whole, d->m), RC_OK);
	assert_int_equal(whole.n, DOCUMENTS);
	assert_int_equal(feed_parts(d->db, months.v[0].month, max, &parts,
	    d->m), RC_OK);
	assert_int_equal(parts.n, n);
	assert_int_equal(parts.v[0], 0);
	for (int k = 0; k < parts.n; k++) {
		assert_int_equal(feed_places(d->db, months.v[0].month,
		    parts.v[k], max, &some, d->m), RC_OK);
		assert_true(some.n > 0 && some.n <= max);
		for (int i = 0; i < some.n; i++)
			assert_string_equal(some.v[i].path,
			    whole.v[at++].path);
	}
	assert_int_equal(at, DOCUMENTS);
}

static void
test_parts_of_a_month(void **state)
{
	struct district *d = *state;

	fill(d);
	expect_parts(d, 2, 3);
	expect_parts(d, 1, 5);
	expect_parts(d, 4, 2);
	expect_parts(d, 5, 1);
	expect_parts(d, 100, 1);
}

static void
test_reindex_restores_feeds(void **state)
{
	const struct feed_filter all = { .max = 100 };
	struct feed_entries before, after;
	struct district *d = *state;

	fill(d);
	assert_int_equal(feed_list(d->db, &all, &before, d->m), RC_OK);
	assert_int_equal(before.n, DOCUMENTS);
	DEED(d, RC_OK, db_run(d->db, "DELETE FROM register_latest"));
	DEED(d, RC_OK, document_reindex(d->db, d->m));
	assert_int_equal(feed_list(d->db, &all, &after, d->m), RC_OK);
	assert_int_equal(after.n, DOCUMENTS);
	for (int k = 0; k < DOCUMENTS; k++)
		assert_int_equal(after.v[k].line.number,
		    before.v[k].line.number);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_parts_of_a_month), T(test_reindex_restores_feeds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

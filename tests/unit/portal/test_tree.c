/* test_tree.c - the categories as links with counts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "portal/tree.h"

static struct category rows[] = {
	{ .id = 1, .code = "guide", .name = "指南", .leaf = true },
	{ .id = 2, .code = "a20", .name = "二十条" },
	{ .id = 3, .parent = 2, .code = "a20-1", .name = "一", .leaf = true },
};
static const struct categories all = { 3, rows };
static struct publication_count numbers[] = { { 3, 7 }, { 2, 9 } };
static const struct publication_counts counts = { 2, numbers, false };

static void
test_find(void **state)
{
	(void)state;
	assert_ptr_equal(tree_find(&all, "a20-1"), &rows[2]);
	assert_null(tree_find(&all, "a20-"));
	assert_null(tree_find(&all, ""));
	assert_ptr_equal(tree_get(&all, 2), &rows[1]);
	assert_null(tree_get(&all, 0));
}

static void
test_count(void **state)
{
	(void)state;
	assert_int_equal(tree_count(&counts, 3), 7);
	assert_int_equal(tree_count(&counts, 1), 0);
}

static void
test_entry(void **state)
{
	(void)state;
	assert_string_equal(tree_entry(&rows[0]), "guide");
	assert_string_equal(tree_entry(&rows[2]), "open");
	assert_string_equal(tree_entry(NULL), "open");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_count),
		cmocka_unit_test(test_entry),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

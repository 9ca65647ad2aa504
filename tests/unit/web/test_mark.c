/* test_mark.c - marks tell contents apart and are found in lists of tags. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "web/mark.h"

static struct arena *mem;

static const char *
of(const char *first, const char *second)
{
	struct mark m = { 0 };

	mark_text(&m, first);
	mark_text(&m, second);
	return mark_show(&m, mem);
}

static void
differ(void **state)
{
	(void)state;
	assert_string_equal(of("/list", "a=1"), of("/list", "a=1"));
	assert_int_equal(strlen(of("", "")), 32);
	assert_string_not_equal(of("/list", "a=1"), of("/list", "a=2"));
	/* where one piece ends is part of it */
	assert_string_not_equal(of("ab", "c"), of("a", "bc"));
	assert_string_not_equal(of("", "a"), of("a", ""));
	assert_string_not_equal(of("12345678", ""), of("1234567", "8"));
}

/* Every bit of a number counts, and every place of a text. */
static void
bits(void **state)
{
	char text[41], other[41];

	(void)state;
	for (int k = 0; k < 64; k++) {
		struct mark a = { 0 }, b = { 0 };

		mark_int(&a, 5);
		mark_int(&b, (int64_t)(5u ^ (uint64_t)1 << k));
		assert_true(a.a != b.a && a.b != b.b);
	}
	memset(text, 'x', 40);
	text[40] = '\0';
	for (int k = 0; k < 40; k++) {
		strcpy(other, text);
		other[k] = 'y';
		assert_string_not_equal(of(text, ""), of(other, ""));
	}
}

static void
lists(void **state)
{
	(void)state;
	assert_true(mark_listed("\"abc\"", "abc"));
	assert_true(mark_listed("W/\"x\", W/\"abc\"", "abc"));
	assert_false(mark_listed("abc", "abc"));
	assert_false(mark_listed("\"abcd\"", "abc"));
	assert_false(mark_listed("\"ab\"", "abc"));
	assert_false(mark_listed("\"abc", "abc"));
	assert_false(mark_listed("*", "abc"));
	assert_false(mark_listed("", "abc"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(differ),
		cmocka_unit_test(bits),
		cmocka_unit_test(lists),
	};
	int failed;

	mem = arena_new();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(mem);
	return failed;
}

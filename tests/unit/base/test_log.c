/* test_log.c - lines that nobody can forge. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/log.h"
#include "base/problem.h"
#include "child.h"

static char out[20000];

static void
say(const void *text)
{
	log_open("portal");
	log_warn("said: %s", (const char *)text);
}

static void
die(const void *text)
{
	fatal("%s", (const char *)text);
}

static int
lines(const char *s)
{
	int n = 0;

	for (; *s != '\0'; s++)
		n += *s == '\n';
	return n;
}

static void
test_line(void **state)
{
	(void)state;
	assert_int_equal(child_run(say, "宝坻 ok", out, sizeof(out)), 0);
	assert_non_null(strstr(out, " warn portal["));
	assert_non_null(strstr(out, "test_log.c:"));
	assert_non_null(strstr(out, " said: 宝坻 ok\n"));
	assert_int_equal(out[4], '-');
	assert_int_equal(out[19], 'Z');
	assert_int_equal(lines(out), 1);
}

static void
test_forged(void **state)
{
	(void)state;
	child_run(say, "a\r\nb\x1b[31m\x7F\xC2\x9B" "1m\xFF\xE5", out,
	    sizeof(out));
	assert_int_equal(lines(out), 1);
	assert_non_null(strstr(out, "said: a\\x0d\\x0ab\\x1b[31m\\x7f"
	    "\\xc2\\x9b1m\\xff\\xe5\n"));
}

static void
test_long(void **state)
{
	char *s = malloc(10001);

	(void)state;
	memset(s, '\n', 10000);
	s[10000] = '\0';
	child_run(say, s, out, sizeof(out));
	free(s);
	assert_int_equal(lines(out), 1);
	assert_in_range(strlen(out), 3000, 4096);
}

static void
test_fatal(void **state)
{
	(void)state;
	assert_int_equal(child_run(die, "no such thing", out, sizeof(out)), 1);
	assert_int_equal(lines(out), 1);
	assert_non_null(strstr(out, " fatal "));
	assert_non_null(strstr(out, "no such thing\n"));
}

static void
test_problems(void **state)
{
	static const char *const names[] = { "a", "b", "c", "d", "e", "f",
	    "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s",
	    "t", "u", "v", "w", "x", "y", "z", "1", "2", "3", "4", "5", "6",
	    "7", "8" };
	struct problems p = { 0 };
	size_t i;

	(void)state;
	assert_int_equal(problem_of(&p, "title"), PROBLEM_NONE);
	problem_add(&p, "title", PROBLEM_NONE);
	assert_int_equal(p.n, 0);
	problem_add(&p, "title", PROBLEM_MISSING);
	problem_add(&p, "title", PROBLEM_TOO_LONG);
	assert_int_equal(p.n, 1);
	assert_int_equal(problem_of(&p, "title"), PROBLEM_MISSING);
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		problem_add(&p, names[i], PROBLEM_TOO_LONG);
	assert_int_equal(p.n, 32);
	assert_int_equal(problem_of(&p, "4"), PROBLEM_TOO_LONG);
	assert_int_equal(problem_of(&p, "6"), PROBLEM_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_line),
		cmocka_unit_test(test_forged),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_fatal),
		cmocka_unit_test(test_problems),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * test_inspect.c - everything planted is found, and what only looks like it is
 * let through: the sets are tests/data/inspect.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "richtext/inspect.h"

#define FALSE_ALARMS_MAX 2

/* \t and \n as in C. */
static const char *
unescaped(const char *s, struct arena *m)
{
	struct buf b = buf_new(m);

	for (; *s != '\0' && *s != '\n'; s++) {
		if (s[0] == '\\' && (s[1] == 't' || s[1] == 'n'))
			buf_putc(&b, *++s == 't' ? '\t' : '\n');
		else
			buf_putc(&b, *s);
	}
	return b.s;
}

static void
test_planted(void **st)
{
	struct arena *m = arena_new();
	FILE *f = fopen("tests/data/inspect/planted.txt", "r");
	int n = 0, missed = 0;
	char row[2000];

	(void)st;
	assert_non_null(f);
	while (fgets(row, sizeof(row), f) != NULL) {
		struct inspections out = { 0 };
		char *text = strchr(row, '\t');
		bool found = false;

		if (*row == '#')
			continue;
		*text++ = '\0';
		n++;
		inspect_text(unescaped(text, m), &out, m);
		for (int k = 0; k < out.n; k++)
			found |= strcmp(inspect_key(out.v[k].kind), row) == 0;
		if (!found || out.n != 1)
			print_error("%s %d: %s", row, out.n, text);
		missed += !found || out.n != 1;
	}
	fclose(f);
	print_message("%d planted, %d missed\n", n, missed);
	assert_true(n >= 100);
	assert_int_equal(missed, 0);
	arena_free(m);
}

static void
test_harmless(void **st)
{
	struct arena *m = arena_new();
	FILE *f = fopen("tests/data/inspect/harmless.txt", "r");
	int n = 0, alarms = 0;
	char row[2000];

	(void)st;
	assert_non_null(f);
	while (fgets(row, sizeof(row), f) != NULL) {
		struct inspections out = { 0 };

		if (*row == '#')
			continue;
		n++;
		inspect_text(unescaped(row, m), &out, m);
		if (out.n > 0)
			print_error("%s: %s", inspect_key(out.v[0].kind), row);
		alarms += out.n > 0;
	}
	fclose(f);
	print_message("%d harmless, %d false alarms\n", n, alarms);
	assert_true(n >= 100);
	assert_true(alarms <= FALSE_ALARMS_MAX);
	arena_free(m);
}

static void
test_masks(void **st)
{
	static const struct { const char *text, *masked; } v[] = {
		{ "身份证11010519491231002X。", "110***********002X" },
		{ "电话：138 1234 5678", "138****5678" },
		{ "电话：+8613812345678", "138****5678" },
		{ "邮箱zhang@163.com", "z***@163.com" },
		{ "卡号：4563 5101 0000 0000 9", "" },
	};
	struct arena *m = arena_new();

	(void)st;
	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++) {
		struct inspections out = { 0 };

		inspect_text(v[k].text, &out, m);
		assert_string_equal(out.n > 0 ? out.v[0].masked : "",
		    v[k].masked);
	}
	arena_free(m);
}

/* The place: line and offset, for whoever goes there. */
static void
test_places(void **st)
{
	struct arena *m = arena_new();
	struct inspections out = { 0 };

	(void)st;
	inspect_text("第一行\n第二行\n电话13812345678，身份证"
	    "11010519491231002X", &out, m);
	assert_int_equal(out.n, 2);
	assert_int_equal(out.v[0].number, 3);
	assert_int_equal(out.v[0].at, strlen("电话"));
	assert_string_equal(out.v[1].value, "11010519491231002X");
	arena_free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_planted),
		cmocka_unit_test(test_harmless), cmocka_unit_test(test_masks),
		cmocka_unit_test(test_places),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_text.c - UTF-8 text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/text.h"

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

static void
test_valid(void **state)
{
	static const struct { const char *s; size_t n; bool ok; } cases[] = {
		{ "", 0, true }, { "abc", 3, true }, { "宝坻", 6, true },
		{ "\x7F", 1, true }, { "\xC2\x80", 2, true },
		{ "\xDF\xBF", 2, true }, { "\xE0\xA0\x80", 3, true },
		{ "\xED\x9F\xBF", 3, true }, { "\xEE\x80\x80", 3, true },
		{ "\xF0\x90\x80\x80", 4, true },
		{ "\xF4\x8F\xBF\xBF", 4, true },
		{ "a\0b", 3, false },			/* NUL */
		{ "\x80", 1, false }, { "\xBF", 1, false },
		{ "\xC0\x80", 2, false }, { "\xC1\xBF", 2, false },
		{ "\xE0\x9F\xBF", 3, false },		/* overlong */
		{ "\xF0\x8F\xBF\xBF", 4, false },
		{ "\xED\xA0\x80", 3, false },		/* surrogates */
		{ "\xED\xBF\xBF", 3, false },
		{ "\xF4\x90\x80\x80", 4, false },	/* above U+10FFFF */
		{ "\xF5\x80\x80\x80", 4, false }, { "\xFF", 1, false },
		{ "\xE5\xAE", 2, false },		/* cut */
		{ "\xE5", 1, false }, { "\xF0\x90\x80", 3, false },
		{ "\xE5\x41\x9D", 3, false }, { "\xC3(", 2, false },
		{ "\xE5\xAE\x9D", 2, false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		if (text_valid(cases[i].s, cases[i].n) != cases[i].ok)
			fail_msg("case %zu", i);
}

static void
test_printable(void **state)
{
	(void)state;
	assert_true(text_printable("宝坻 a~", 9, false));
	assert_true(text_printable("", 0, false));
	assert_false(text_printable("a\nb", 3, false));
	assert_true(text_printable("a\nb\tc", 5, true));
	assert_false(text_printable("a\rb", 3, true));
	assert_false(text_printable("a\x1b[0m", 5, true));
	assert_false(text_printable("\x7F", 1, true));
	assert_false(text_printable("\xC2\x85", 2, true));
	assert_true(text_printable("\xC2\xA0", 2, true));
	assert_false(text_printable("\0", 1, true));
	assert_false(text_printable("\xC0\x80", 2, true));
}

static void
test_length_and_cut(void **state)
{
	(void)state;
	assert_int_equal(text_length(""), 0);
	assert_int_equal(text_length("宝坻 a𠀀"), 5);
	assert_string_equal(text_cut(m, "宝坻区", 3), "宝坻区");
	assert_string_equal(text_cut(m, "宝坻区", 2), "宝坻…");
	assert_string_equal(text_cut(m, "宝坻区", 0), "…");
	assert_string_equal(text_cut(m, "", 0), "");
	assert_string_equal(text_cut(m, "a𠀀b", 2), "a𠀀…");
}

static void
test_every_code_point_round_trips(void **state)
{
	char s[5];
	const char *p;
	uint32_t cp;
	size_t n;

	(void)state;
	for (cp = 1; cp <= 0x10FFFF; cp++) {
		if (cp == 0xD800)
			cp = 0xE000;
		n = text_encode(cp, s);
		s[n] = '\0';
		if (!text_valid(s, n))
			fail_msg("U+%04X is not valid", cp);
		p = s;
		if (text_next(&p) != cp || p != s + n)
			fail_msg("U+%04X does not come back", cp);
	}
}

static void
test_next_survives_broken_text(void **state)
{
	const char *p = "\xE5\xAE", *end = p + 2;

	(void)state;
	assert_int_equal(text_next(&p), 0xFFFD);
	assert_int_equal(text_next(&p), 0xFFFD);
	assert_ptr_equal(p, end);
	assert_int_equal(text_next(&p), 0);
	assert_ptr_equal(p, end);
	assert_int_equal(text_encode(0xD800, (char[4]){ 0 }), 3);
	assert_int_equal(text_encode(0x110000, (char[4]){ 0 }), 3);
}

static void
test_trim(void **state)
{
	(void)state;
	assert_string_equal(text_trim(m, " \t\r\n"), "");
	assert_string_equal(text_trim(m, ""), "");
	assert_string_equal(text_trim(m, "　 宝 坻\xC2\xA0\n"), "宝 坻");
	assert_string_equal(text_trim(m, "\xEF\xBB\xBF" "a"), "a");
}

static void
test_lines(void **state)
{
	(void)state;
	assert_string_equal(text_unix_lines(m, "a\r\nb\rc\nd\r\r\n\r"),
	    "a\nb\nc\nd\n\n\n");
	assert_string_equal(text_unix_lines(m, ""), "");
}

static void
test_fold(void **state)
{
	static const char *const year[] = { "津政〔2010〕12号",
	    "津政[2010]12号", "津政［2010］12号", "津政(2010)12号",
	    "津政（2010）12号", "津政【2010】12号", "津政（２０１０）１２号",
	    "津政[2010）12号" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(year) / sizeof(year[0]); i++)
		assert_string_equal(text_fold(m, year[i]), year[0]);
	assert_string_equal(text_fold(m, "ＡＢｃ，Ｘ！"), "abc,x!");
	assert_string_equal(text_fold(m, "a　\t\n\xC2\xA0 b "), "a b ");
	assert_string_equal(text_fold(m, "(试行)"), "(试行)");
	assert_string_equal(text_fold(m, "(20101)"), "(20101)");
	assert_string_equal(text_fold(m, "(2010"), "(2010");
	assert_string_equal(text_fold(m, "(2010)(2011)"),
	    "〔2010〕〔2011〕");
	assert_string_equal(text_fold(m, "((2010))"), "(〔2010〕)");
	assert_string_equal(text_fold(m, "【重要】"), "【重要】");
}

static void
test_case(void **state)
{
	(void)state;
	assert_string_equal(text_lower(m, "ZFB宝坻É1"), "zfb宝坻É1");
	assert_string_equal(text_upper(m, "zfb宝坻é1"), "ZFB宝坻é1");
}

static void
test_han(void **state)
{
	(void)state;
	assert_true(text_is_han(0x5B9D));
	assert_true(text_is_han(0x3007));
	assert_true(text_is_han(0x20000));
	assert_false(text_is_han('a'));
	assert_false(text_is_han(0x3001));
	assert_false(text_is_han(0xFF0C));
	assert_false(text_is_han(0));
}

static void
test_int(void **state)
{
	static const char *const bad[] = { "", " 1", "1 ", "+1", "-1", "1a",
	    "0x1", "1.0", "１", "9223372036854775808",
	    "99999999999999999999999", NULL };
	int64_t n = 7;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_false(text_int(bad[i], INT64_MIN, INT64_MAX, &n));
	assert_int_equal(n, 7);
	assert_true(text_int("9223372036854775807", 0, INT64_MAX, &n));
	assert_true(n == INT64_MAX);
	assert_true(text_int("00012", 1, 12, &n));
	assert_int_equal(n, 12);
	assert_false(text_int("13", 1, 12, &n));
	assert_false(text_int("0", 1, 12, &n));
	assert_int_equal(n, 12);
}

static void
test_size(void **state)
{
	static const struct { int64_t n; const char *s; } cases[] = {
		{ -5, "0 B" }, { 0, "0 B" }, { 1023, "1023 B" },
		{ 1024, "1.0 KB" }, { 29082, "28.4 KB" },
		{ 323584, "316 KB" }, { 102348, "99.9 KB" },
		{ 102399, "100 KB" }, { 1048575, "1.0 MB" },
		{ 1258291, "1.2 MB" }, { 104857600, "100 MB" },
		{ 1LL << 30, "1.0 GB" }, { 5LL << 40, "5.0 TB" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(text_size(m, cases[i].n), cases[i].s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_valid),
		cmocka_unit_test(test_printable),
		cmocka_unit_test(test_length_and_cut),
		cmocka_unit_test(test_every_code_point_round_trips),
		cmocka_unit_test(test_next_survives_broken_text),
		cmocka_unit_test(test_trim),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_fold),
		cmocka_unit_test(test_case),
		cmocka_unit_test(test_han),
		cmocka_unit_test(test_int),
		cmocka_unit_test(test_size),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* test_ordinal.c - numbers in the formats of Word, at their edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "richtext/ordinal.h"

static void
test_formats(void **st)
{
	static const struct {
		int n;
		const char *format, *text;
	} v[] = {
		{ 0, "decimal", "0" }, { 7, "decimalZero", "07" },
		{ 5, "unknownFormat", "5" }, { 5, "none", "" },
		{ 1, "chineseCountingThousand", "一" },
		{ 10, "chineseCountingThousand", "十" },
		{ 19, "chineseCountingThousand", "十九" },
		{ 20, "chineseCountingThousand", "二十" },
		{ 105, "chineseCountingThousand", "一百零五" },
		{ 110, "chineseCountingThousand", "一百一十" },
		{ 1001, "chineseCountingThousand", "一千零一" },
		{ 9999, "chineseCountingThousand", "九千九百九十九" },
		{ 10000, "chineseCountingThousand", "10000" },
		{ 99, "chineseCounting", "九十九" },
		{ 100, "chineseCounting", "一〇〇" },
		{ 12, "chineseLegalSimplified", "壹拾贰" },
		{ 12, "ideographLegalTraditional", "壹拾貳" },
		{ 2024, "ideographDigital", "二〇二四" },
		{ 10, "ideographTraditional", "癸" },
		{ 11, "ideographTraditional", "11" },
		{ 12, "ideographZodiac", "亥" },
		{ 1, "decimalEnclosedCircleChinese", "①" },
		{ 20, "decimalEnclosedCircle", "⑳" },
		{ 21, "decimalEnclosedCircle", "㉑" },
		{ 50, "decimalEnclosedCircle", "㊿" },
		{ 51, "decimalEnclosedCircle", "51" },
		{ 3, "decimalEnclosedFullstop", "⒊" },
		{ 3, "decimalEnclosedParen", "⑶" },
		{ 3, "ideographEnclosedCircle", "㊂" },
		{ 10, "decimalFullWidth", "１０" },
		{ 1994, "upperRoman", "MCMXCIV" }, { 4, "lowerRoman", "iv" },
		{ 4000, "upperRoman", "4000" }, { 0, "lowerRoman", "0" },
		{ 26, "upperLetter", "Z" }, { 28, "lowerLetter", "bb" },
		{ 0, "lowerLetter", "0" }, { 100000, "lowerLetter", "100000" },
		{ 1, "ordinal", "1st" }, { 12, "ordinal", "12th" },
		{ 23, "ordinal", "23rd" }, { 2, "numberInDash", "- 2 -" },
		{ -3, "ideographDigital", "〇" },
	};
	struct arena *m = arena_new();
	struct buf b;
	size_t k;

	(void)st;
	for (k = 0; k < sizeof v / sizeof v[0]; k++) {
		b = buf_new(m);
		ordinal_put(&b, v[k].n, v[k].format);
		assert_string_equal(b.s, v[k].text);
	}
	arena_free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formats),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

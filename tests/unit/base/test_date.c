/* test_date.c - days, months and years in every writing, and what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/date.h"
#include "base/text.h"

/* "2024 3 15", or "" for what is no date. */
static const char *
read(const char *s, struct arena *m)
{
	struct date d;

	return !date_read(text_fold(m, s), &d) ? "" :
	    arena_printf(m, "%d %d %d", d.year, d.month, d.day);
}

static void
test_written(void **state)
{
	static const char *const same[] = { "2024年3月15日", "2024年3月15号",
	    "2024年03月15", "2024-3-15", "2024/03/15", "2024.3.15",
	    "20240315", "２０２４年３月１５日", "二〇二四年三月十五日",
	    "二○二四年三月十五日", "二零二四年3月15日", "二０二四年三月十五号",
	    "二O二四年三月一五日", "2０二四-三-十五" };
	static const struct { const char *s, *date; } some[] = {
	    { "二〇二四年", "2024 0 0" }, { "2024年", "2024 0 0" },
	    { "二〇二四年三月", "2024 3 0" }, { "2024-12", "2024 12 0" },
	    { "一九九九年元月二十日", "1999 1 20" },
	    { "二〇二四年十二月卅一日", "2024 12 31" },
	    { "二〇二四年十月廿日", "2024 10 20" },
	    { "二〇二四年十一月三十日", "2024 11 30" },
	    { "二〇二四年二月廿九日", "2024 2 29" },
	};
	static const char *const none[] = { "", "2024", "二〇二四", "三月",
	    "三月十五日", "十五五规划", "一带一路", "二〇二四年度",
	    "二〇二四年三月工作", "2024年13月", "二〇二四年十三月",
	    "二〇二三年二月廿九日", "2024年103月", "2024年3月015日",
	    "二〇二四年月", "二〇二四年三月日", "一二三四年", "三年级",
	    "202403151", "二〇二四年三十月", "二〇二四年零十月" };
	struct arena *m = arena_new();
	size_t k;

	(void)state;
	for (k = 0; k < sizeof(same) / sizeof(same[0]); k++)
		assert_string_equal(read(same[k], m), "2024 3 15");
	for (k = 0; k < sizeof(some) / sizeof(some[0]); k++)
		assert_string_equal(read(some[k].s, m), some[k].date);
	for (k = 0; k < sizeof(none) / sizeof(none[0]); k++)
		assert_string_equal(read(none[k], m), "");
	arena_free(m);
}

static void
test_texts(void **state)
{
	struct arena *m = arena_new();
	struct date d = { 2024, 0, 0 };

	(void)state;
	assert_string_equal(date_text(m, &d), "2024年");
	assert_string_equal(date_text_han(m, &d, "零"), "二零二四年");
	for (d.month = 1; d.month <= 12; d.month++)
		for (d.day = 0; d.day <= 29; d.day++) {
			struct date back;

			assert_true(date_read(date_text(m, &d), &back));
			assert_memory_equal(&back, &d, sizeof(d));
			assert_true(date_read(date_text_han(m, &d, "〇"),
			    &back));
			assert_memory_equal(&back, &d, sizeof(d));
		}
	d = (struct date){ 2010, 10, 31 };
	assert_string_equal(date_text_han(m, &d, "〇"),
	    "二〇一〇年十月三十一日");
	arena_free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_written),
		cmocka_unit_test(test_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_title.c - how titles are set, and whether a text brings its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "portal/title.h"
#include "richtext/sanitize.h"

static struct arena *mem;

static int
set_up(void **state)
{
	(void)state;
	mem = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

static void
check_markup(const char *title, const char *want)
{
	assert_string_equal(title_markup(title, mem).s, want);
}

static void
test_markup(void **state)
{
	(void)state;
	check_markup("", "");
	check_markup("关于印发方案的通知", "关于印发方案的通知");
	check_markup("宝坻区2026年通知",
	    "宝坻区<span class=\"nb\">2026年</span>通知");
	check_markup("10月31日",
	    "<span class=\"nb\">10月</span><span class=\"nb\">31日</span>");
	check_markup("增长105%", "增长<span class=\"nb\">105%</span>");
	check_markup("12", "12");
	check_markup("年2026", "年2026");
	check_markup("〔2026〕12号", "〔2026〕<span class=\"nb\">12号</span>");
}

static void
test_markup_escapes(void **state)
{
	(void)state;
	check_markup("<b>&\"1年", "&lt;b&gt;&amp;&quot;"
	    "<span class=\"nb\">1年</span>");
}

static bool
in_body(const char *body, const char *title)
{
	return title_in_body(sanitize_built(body), title);
}

static void
test_in_body(void **state)
{
	(void)state;
	assert_true(in_body("<p class=\"gw-t\">关于通知</p><p>各镇</p>",
	    "关于通知"));
	assert_true(in_body("<h1><strong>关于 通知</strong></h1>", "关于通知"));
	assert_true(in_body("<p>\n关于<br>通知</p>", "关于通知"));
	assert_true(in_body("<p>甲&amp;乙</p>", "甲&乙"));
	assert_true(in_body("<p class=\"gw-h\">某办公室文件</p>"
	    "<p class=\"gw-n\">某办发〔2024〕18号</p><hr class=\"rule\">"
	    "<p><br></p><p class=\"gw-t\">关于印发<br>《办法》的通知</p>"
	    "<p>各镇：</p>", "关于印发《办法》的通知"));
	assert_true(in_body("<p></p><p>\xe3\x80\x80关于通知</p>", "关于通知"));
}

static void
test_not_in_body(void **state)
{
	(void)state;
	assert_false(in_body("", "关于通知"));
	assert_false(in_body("<p>各镇：</p>", "关于通知"));
	assert_false(in_body("<p>关于通知的说明</p>", "关于通知"));
	assert_false(in_body("<p>关于</p>", "关于通知"));
	assert_false(in_body("<p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p>"
	    "<p>7</p><p>8</p><p>关于通知</p>", "关于通知"));
	assert_false(in_body("<p>甲</p>", ""));
	assert_false(in_body("<p", "甲"));
	assert_false(in_body("&", "甲"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_markup),
		cmocka_unit_test(test_markup_escapes),
		cmocka_unit_test(test_in_body),
		cmocka_unit_test(test_not_in_body),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

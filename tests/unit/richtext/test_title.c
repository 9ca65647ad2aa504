/* test_title.c - how titles are set, and whether a text brings its own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "richtext/title.h"
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
	check_markup("关于印发方案的通知",
	    "关于印发<wbr>方案的<wbr>通知");
	check_markup("大口屯镇关于村级便民服务站冬季开放时间的公告",
	    "大口屯镇<wbr>关于村级<wbr>便民<wbr>服务站<wbr>冬季<wbr>开放<wbr>"
	    "时间的<wbr>公告");
	check_markup("宝坻区2026年通知", "宝坻区<wbr>2026年<wbr>通知");
	check_markup("10月31日", "10月<wbr>31日");
	check_markup("增长105%", "增长<wbr>105%");
	check_markup("12", "12");
	check_markup("〔2026〕12号", "〔2026〕<wbr>12号");
	check_markup("《办法》等文件、政策", "《办法》等<wbr>文件、<wbr>政策");
}

static void
test_markup_escapes(void **state)
{
	(void)state;
	check_markup("<b>&\"1年", "&lt;<wbr>b<wbr>&gt;<wbr>&amp;<wbr>&quot;"
	    "<wbr>1年");
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

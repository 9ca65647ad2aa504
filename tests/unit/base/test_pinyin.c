/* test_pinyin.c - names of places, offices and people. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/pinyin.h"

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

static const struct { const char *name, *pinyin; } names[] = {
	{ "宝坻区教育局", "bao di qu jiao yu ju" },
	{ "公安宝坻分局", "gong an bao di fen ju" },
	{ "长城", "chang cheng" }, { "万里长城", "wan li chang cheng" },
	{ "区长", "qu zhang" }, { "长江", "chang jiang" },
	{ "校长", "xiao zhang" }, { "校长长途", "xiao zhang chang tu" },
	{ "银行", "yin hang" }, { "行政", "xing zheng" },
	{ "行业协会", "hang ye xie hui" }, { "厦门", "xia men" },
	{ "大厦", "da sha" }, { "朝霞街道", "zhao xia jie dao" },
	{ "朝阳区", "chao yang qu" }, { "会计", "kuai ji" },
	{ "委员会", "wei yuan hui" }, { "乐亭", "lao ting" },
	{ "音乐", "yin yue" }, { "六安", "lu an" }, { "单县", "shan xian" },
	{ "单位", "dan wei" }, { "曾", "zeng" }, { "曾经", "ceng jing" },
	{ "重庆", "chong qing" }, { "重点", "zhong dian" },
	{ "重建", "chong jian" }, { "调查", "diao cha" },
	{ "调解", "tiao jie" }, { "大夫", "dai fu" },
	{ "首都", "shou du" }, { "都市", "du shi" },
	{ "大钟庄镇", "da zhong zhuang zhen" },
	{ "林亭口镇", "lin ting kou zhen" },
	{ "王卜庄镇", "wang bu zhuang zhen" },
	{ "尔王庄镇", "er wang zhuang zhen" },
	{ "霍各庄镇", "huo ge zhuang zhen" },
	{ "郝各庄镇", "hao ge zhuang zhen" },
	{ "大唐庄镇", "da tang zhuang zhen" },
	{ "大口屯镇", "da kou tun zhen" },
	{ "卫生健康委员会", "wei sheng jian kang wei yuan hui" },
	{ "生态环境局", "sheng tai huan jing ju" },
	{ "供给", "gong ji" }, { "畜牧", "xu mu" },
	{ "二〇一〇年", "er ling yi ling nian" },
};

static void
test_names(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_string_equal(pinyin_of(m, names[i].name),
		    names[i].pinyin);
}

static const struct { const char *name, *initials; } units[] = {
	{ "宝坻区教育局", "bdqjyj" }, { "财政局", "czj" },
	{ "文化和旅游局", "whhlyj" }, { "水务局", "swj" },
	{ "商务局", "swj" }, { "生态环境局", "sthjj" },
	{ "海滨街道", "hbjd" }, { "宝平街道", "bpjd" },
	{ "钰华街道", "yhjd" }, { "周良街道", "zljd" },
	{ "潮阳街道", "cyjd" }, { "朝霞街道", "zxjd" },
	{ "大口屯镇", "dktz" }, { "王卜庄镇", "wbzz" },
	{ "方家庄镇", "fjzz" }, { "林亭口镇", "ltkz" },
	{ "八门城镇", "bmcz" }, { "大钟庄镇", "dzzz" },
	{ "新安镇", "xaz" }, { "霍各庄镇", "hgzz" },
	{ "郝各庄镇", "hgzz" }, { "新开口镇", "xkkz" },
	{ "大唐庄镇", "dtzz" }, { "牛道口镇", "ndkz" },
	{ "史各庄镇", "sgzz" }, { "牛家牌镇", "njpz" },
	{ "尔王庄镇", "ewzz" }, { "黄庄镇", "hzz" }, { "口东镇", "kdz" },
	{ "大白庄镇", "dbzz" }, { "京津中关村科技城", "jjzgckjc" },
};

static void
test_initials(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		assert_string_equal(pinyin_initials(m, units[i].name),
		    units[i].initials);
}

static void
test_other_characters(void **state)
{
	(void)state;
	assert_string_equal(pinyin_of(m, ""), "");
	assert_string_equal(pinyin_initials(m, ""), "");
	assert_string_equal(pinyin_of(m, "宝坻（区）"), "bao di(qu)");
	assert_string_equal(pinyin_of(m, "ABC局"), "abc ju");
	assert_string_equal(pinyin_of(m, "第3中学"), "di 3 zhong xue");
	assert_string_equal(pinyin_initials(m, "ＡＢc局（3号）"), "abcj3h");
	assert_string_equal(pinyin_initials(m, "—— ！"), "");
	assert_string_equal(pinyin_initials(m, "\U00030000局"), "j");
}

static void
test_long_name(void **state)
{
	char *s = arena_alloc(m, 3 * 5000 + 1);
	int i;

	(void)state;
	for (i = 0; i < 5000; i++)
		memcpy(s + 3 * i, "庄", 3);
	assert_int_equal(strlen(pinyin_initials(m, s)), 5000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_initials),
		cmocka_unit_test(test_other_characters),
		cmocka_unit_test(test_long_name),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

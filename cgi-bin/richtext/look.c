/* look.c - the table of classes, fonts and named sizes. */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "richtext/look.h"

static const struct {
	const char *name;
	char family;
	int tenths;		/* named sizes only */
} classes[LOOK__MAX] = {
	[LOOK_TA_L] = { "ta-l", 'a', 0 },
	[LOOK_TA_C] = { "ta-c", 'a', 0 },
	[LOOK_TA_R] = { "ta-r", 'a', 0 },
	[LOOK_TA_J] = { "ta-j", 'a', 0 },
	[LOOK_TI_0] = { "ti-0", 'i', 0 },
	[LOOK_TI_2] = { "ti-2", 'i', 0 },
	[LOOK_TI_4] = { "ti-4", 'i', 0 },
	[LOOK_PR_2] = { "pr-2", 'p', 0 },
	[LOOK_PR_4] = { "pr-4", 'p', 0 },
	[LOOK_FF_SONG] = { "ff-song", 'f', 0 },
	[LOOK_FF_HEI] = { "ff-hei", 'f', 0 },
	[LOOK_FF_KAI] = { "ff-kai", 'f', 0 },
	[LOOK_FF_FANG] = { "ff-fang", 'f', 0 },
	[LOOK_ZH_0] = { "zh-0", 'z', 420 },
	[LOOK_ZH_0S] = { "zh-0s", 'z', 360 },
	[LOOK_ZH_1] = { "zh-1", 'z', 260 },
	[LOOK_ZH_1S] = { "zh-1s", 'z', 240 },
	[LOOK_ZH_2] = { "zh-2", 'z', 220 },
	[LOOK_ZH_2S] = { "zh-2s", 'z', 180 },
	[LOOK_ZH_3] = { "zh-3", 'z', 160 },
	[LOOK_ZH_3S] = { "zh-3s", 'z', 150 },
	[LOOK_ZH_4] = { "zh-4", 'z', 140 },
	[LOOK_ZH_4S] = { "zh-4s", 'z', 120 },
	[LOOK_ZH_5] = { "zh-5", 'z', 105 },
	[LOOK_ZH_5S] = { "zh-5s", 'z', 90 },
	[LOOK_ZH_6] = { "zh-6", 'z', 75 },
	[LOOK_ZH_6S] = { "zh-6s", 'z', 65 },
	[LOOK_ZH_7] = { "zh-7", 'z', 55 },
	[LOOK_ZH_8] = { "zh-8", 'z', 50 },
	[LOOK_SIGN] = { "sign", 's', 0 },
	[LOOK_RULE] = { "rule", 'r', 0 },
	[LOOK_NB] = { "nb", 'n', 0 },
	[LOOK_TW] = { "tw", 't', 0 },
	[LOOK_GW_T] = { "gw-t", 'g', 0 },
	[LOOK_GW_N] = { "gw-n", 'g', 0 },
	[LOOK_RED] = { "red", 'c', 0 },
};

const char *
look_name(enum look_class c)
{
	return classes[c].name;
}

enum look_class
look_find(const char *name, size_t n)
{
	int k;

	for (k = 0; k < LOOK__MAX; k++)
		if (strlen(classes[k].name) == n &&
		    memcmp(classes[k].name, name, n) == 0)
			break;
	return k;
}

look_set
look_settle(look_set set)
{
	bool seen[256] = { false };
	look_set out = 0;
	int k;

	for (k = 0; k < LOOK__MAX; k++) {
		unsigned char f = (unsigned char)classes[k].family;

		if (!(set & LOOK(k)) || seen[f])
			continue;
		seen[f] = true;
		out |= LOOK(k);
	}
	return out;
}

static bool
fits(look_set set, int c)
{
	int k;

	for (k = 0; k < LOOK__MAX; k++)
		if ((set & LOOK(k)) && classes[k].family == classes[c].family)
			return false;
	return true;
}

look_set
look_over(look_set strong, look_set weak)
{
	look_set out = look_settle(strong);
	int k;

	for (k = 0; k < LOOK__MAX; k++)
		if ((weak & LOOK(k)) && fits(out, k))
			out |= LOOK(k);
	return out;
}

enum look_font
look_font(const char *name)
{
	/* 仿宋 before 宋: the first that is found in the name decides. */
	static const struct {
		const char *part;
		enum look_font font;
	} parts[] = {
		{ "仿宋", FONT_FANG }, { "fangsong", FONT_FANG },
		{ "楷体", FONT_KAI }, { "kaiti", FONT_KAI },
		{ "楷书", FONT_KAI }, { "小标宋", FONT_SONG },
		{ "xiaobiaosong", FONT_SONG }, { "黑体", FONT_HEI },
		{ "simhei", FONT_HEI }, { "heiti", FONT_HEI },
		{ "微软雅黑", FONT_HEI }, { "yahei", FONT_HEI },
		{ "宋体", FONT_SONG }, { "simsun", FONT_SONG },
		{ "songti", FONT_SONG }, { "中宋", FONT_SONG },
		{ "zhongsong", FONT_SONG }, { "书宋", FONT_SONG },
	};
	size_t k;

	for (k = 0; k < sizeof parts / sizeof parts[0]; k++)
		if (strcasestr(name, parts[k].part) != NULL)
			return parts[k].font;
	return FONT_NONE;
}

look_set
look_of_font(enum look_font f)
{
	static const look_set set[FONT__MAX] = {
		[FONT_SONG] = LOOK(LOOK_FF_SONG),
		[FONT_HEI] = LOOK(LOOK_FF_HEI),
		[FONT_KAI] = LOOK(LOOK_FF_KAI),
		[FONT_FANG] = LOOK(LOOK_FF_FANG),
	};

	return set[f];
}

look_set
look_of_size(int tenths)
{
	int k, best = LOOK_ZH_0;
	double r, least = 1e9;

	if (tenths < 1)
		tenths = 1;
	for (k = LOOK_ZH_0; k <= LOOK_ZH_8; k++) {
		r = (double)classes[k].tenths / tenths;
		if (r < 1)
			r = 1 / r;
		if (r < least) {
			least = r;
			best = k;
		}
	}
	return LOOK(best);
}

int
look_size(look_set set)
{
	int k;

	for (k = LOOK_ZH_0; k <= LOOK_ZH_8; k++)
		if (set & LOOK(k))
			return classes[k].tenths;
	return 0;
}

/*
 * pinyin.c - with hant.c the only file that knows ICU; owns the readings that ICU's
 * character by character table gets wrong in names of places and offices.
 */
#include "base/pinyin.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/text.h"

/* Tried from the top: a longer one stands before a shorter one it begins
 * with. */
static const char *const readings[][2] = {
	/* places */
	{ "宝坻", "bao di" }, { "朝霞", "zhao xia" }, { "厦门", "xia men" },
	{ "乐亭", "lao ting" }, { "六安", "lu an" }, { "单县", "shan xian" },
	{ "大城县", "da cheng xian" }, { "蔚县", "yu xian" },
	{ "蚌埠", "beng bu" }, { "番禺", "pan yu" }, { "解州", "xie zhou" },
	{ "东阿", "dong e" }, { "铅山", "yan shan" }, { "浚县", "xun xian" },
	{ "洪洞", "hong tong" }, { "黄陂", "huang pi" },
	{ "枞阳", "zong yang" }, { "繁峙", "fan shi" },
	{ "荥经", "ying jing" }, { "筠连", "jun lian" },
	{ "牟平", "mu ping" }, { "泊头", "bo tou" }, { "砀山", "dang shan" },
	{ "大埔", "da pu" }, { "六合", "lu he" }, { "尉犁", "yu li" },
	{ "西藏", "xi zang" }, { "藏族", "zang zu" },
	{ "朝鲜", "chao xian" }, { "十里堡", "shi li pu" },
	{ "成都", "cheng du" }, { "首都", "shou du" }, { "都", "du" },
	{ "地", "di" },
	{ "卜", "bu" }, { "坻", "di" },
	/* people */
	{ "曾经", "ceng jing" }, { "曾", "zeng" }, { "仇", "qiu" },
	/* offices and their business */
	{ "银行", "yin hang" }, { "央行", "yang hang" },
	{ "分行", "fen hang" }, { "支行", "zhi hang" },
	{ "行业", "hang ye" }, { "行情", "hang qing" },
	{ "会计", "kuai ji" }, { "财会", "cai kuai" },
	{ "音乐", "yin yue" }, { "乐器", "yue qi" }, { "乐团", "yue tuan" },
	{ "大夫", "dai fu" }, { "畜牧", "xu mu" }, { "畜禽", "chu qin" },
	{ "给水", "ji shui" }, { "供给", "gong ji" }, { "给予", "ji yu" },
	{ "调解", "tiao jie" }, { "调整", "tiao zheng" },
	{ "调控", "tiao kong" }, { "调节", "tiao jie" },
	{ "调剂", "tiao ji" }, { "协调", "xie tiao" },
	{ "空调", "kong tiao" }, { "重新", "chong xin" },
	{ "重建", "chong jian" }, { "重复", "chong fu" },
	{ "重阳", "chong yang" }, { "重组", "chong zu" },
	{ "重修", "chong xiu" }, { "率先", "shuai xian" },
	{ "率领", "shuai ling" }, { "着力", "zhuo li" },
	{ "拓展", "tuo zhan" }, { "开拓", "kai tuo" },
	{ "薄弱", "bo ruo" }, { "传记", "zhuan ji" },
	{ "校对", "jiao dui" }, { "弹性", "tan xing" },
	/* long things, which the rule about heads below must not see */
	{ "长城", "chang cheng" }, { "长江", "chang jiang" },
	{ "长安", "chang an" }, { "长春", "chang chun" },
	{ "长沙", "chang sha" }, { "长宁", "chang ning" },
	{ "长途", "chang tu" }, { "长期", "chang qi" },
	{ "长效", "chang xiao" }, { "长者", "zhang zhe" },
};

/* 长 is the head of something or growth after these, else long. */
static const char tail[] =
    "[区县市镇乡村局院部校会行家队组站厂处科所班店首社司成增生助]"
    " { 长 > ' zhang ';\n"
    "长 > ' chang ';\n"
    "::Han-Latin; ::Latin-ASCII; ::Lower;\n";

static UTransliterator *latin;	/* opened at first use, kept */

static UChar *
utf16(struct arena *m, const char *s, int32_t room, int32_t *n)
{
	UErrorCode e = U_ZERO_ERROR;
	UChar *out = arena_calloc(m, (size_t)room + 1, sizeof(*out));

	u_strFromUTF8WithSub(out, room, n, s, -1, 0xFFFD, NULL, &e);
	return out;
}

static void
latin_open(struct arena *m)
{
	UErrorCode e = U_ZERO_ERROR;
	struct buf b = buf_new(m);
	UParseError where;
	UChar *text;
	int32_t n;
	size_t i;

	for (i = 0; i < sizeof(readings) / sizeof(readings[0]); i++)
		buf_printf(&b, "%s > ' %s ';\n", readings[i][0],
		    readings[i][1]);
	buf_puts(&b, tail);
	text = utf16(m, b.s, (int32_t)b.n, &n);
	latin = utrans_openU(u"pinyin", -1, UTRANS_FORWARD, text, n, &where,
	    &e);
	if (U_FAILURE(e)) {
		log_fail("ICU: %s at %d", u_errorName(e), (int)where.offset);
		abort();
	}
}

/* One run of Chinese as Latin text, with stray spaces. */
static char *
latin_of(struct arena *m, const char *han)
{
	UErrorCode e = U_ZERO_ERROR;
	int32_t room = (int32_t)text_length(han) * 12 + 64, n, limit;
	UChar *text;
	char *out;

	if (latin == NULL)
		latin_open(m);
	text = utf16(m, han, room, &n);
	limit = n;
	utrans_transUChars(latin, text, &n, room, 0, &limit, &e);
	out = arena_alloc(m, (size_t)n * 3 + 1);
	u_strToUTF8(out, n * 3 + 1, NULL, text, n, &e);
	if (U_FAILURE(e)) {
		log_fail("ICU: %s", u_errorName(e));
		abort();
	}
	return out;
}

static void
put_syllables(struct buf *b, const char *s, bool initials)
{
	bool first = true;
	char last = b->n > 0 ? b->s[b->n - 1] : ' ';

	if (!initials && isalnum((unsigned char)last))
		buf_putc(b, ' ');
	for (; *(s += strspn(s, " ")) != '\0'; s += strcspn(s, " ")) {
		if (!first && !initials)
			buf_putc(b, ' ');
		first = false;
		if (!initials)
			buf_put(b, s, strcspn(s, " "));
		else if (isalpha((unsigned char)s[0]))
			buf_putc(b, s[0]);
	}
}

static void
put_other(struct buf *b, const char *s, size_t n, bool initials)
{
	size_t i;

	if (!initials && b->n > 0 && isalnum((unsigned char)s[0]))
		buf_putc(b, ' ');
	for (i = 0; i < n; i++)
		if (!initials || isalnum((unsigned char)s[i]))
			buf_putc(b, s[i]);
}

/* The end of the run of characters that are all Chinese, or all not. */
static const char *
run_end(const char *s, bool *han)
{
	const char *p = s;

	*han = text_is_han(text_next(&p));
	for (s = p; *s != '\0'; s = p)
		if (text_is_han(text_next(&p)) != *han)
			break;
	return s;
}

static char *
convert(struct arena *m, const char *name, bool initials)
{
	struct buf b = buf_new(m);
	const char *s = text_fold(m, name), *end;
	bool han;

	for (; *s != '\0'; s = end) {
		end = run_end(s, &han);
		if (han)
			put_syllables(&b, latin_of(m, arena_strndup(m, s,
			    (size_t)(end - s))), initials);
		else
			put_other(&b, s, (size_t)(end - s), initials);
	}
	return b.s;
}

char *
pinyin_of(struct arena *m, const char *name)
{
	return convert(m, name, false);
}

char *
pinyin_initials(struct arena *m, const char *name)
{
	return convert(m, name, true);
}

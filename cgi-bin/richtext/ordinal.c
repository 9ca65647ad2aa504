/* ordinal.c - one function per family of formats, one table. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "richtext/ordinal.h"

static void
put_code(struct buf *b, uint32_t cp)
{
	char s[4];

	buf_put(b, s, text_encode(cp, s));
}

static void
decimal(struct buf *b, int n)
{
	buf_printf(b, "%d", n);
}

static void
decimal_zero(struct buf *b, int n)
{
	buf_printf(b, "%02d", n);
}

static void
nothing(struct buf *b, int n)
{
	(void)b;
	(void)n;
}

static void
dashed(struct buf *b, int n)
{
	buf_printf(b, "- %d -", n);
}

static void
english(struct buf *b, int n)
{
	static const char *const ends[] = { "th", "st", "nd", "rd" };
	int last = n % 10;

	buf_printf(b, "%d%s", n, n % 100 / 10 != 1 && last >= 1 && last <= 3
	    ? ends[last] : "th");
}

static void
roman_of(struct buf *b, int n, const char *const letters[13])
{
	static const int values[13] = {
		1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1
	};
	int k;

	if (n < 1 || n > 3999) {
		decimal(b, n);
		return;
	}
	for (k = 0; k < 13; k++)
		for (; n >= values[k]; n -= values[k])
			buf_puts(b, letters[k]);
}

static void
roman_upper(struct buf *b, int n)
{
	static const char *const letters[13] = {
		"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V",
		"IV", "I"
	};

	roman_of(b, n, letters);
}

static void
roman_lower(struct buf *b, int n)
{
	static const char *const letters[13] = {
		"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v",
		"iv", "i"
	};

	roman_of(b, n, letters);
}

/* a ... z, aa, bb ... */
static void
letter_of(struct buf *b, int n, char first)
{
	int k;

	if (n < 1 || n > 780) {
		decimal(b, n);
		return;
	}
	for (k = 0; k <= (n - 1) / 26; k++)
		buf_putc(b, (char)(first + (n - 1) % 26));
}

static void
letter_upper(struct buf *b, int n)
{
	letter_of(b, n, 'A');
}

static void
letter_lower(struct buf *b, int n)
{
	letter_of(b, n, 'a');
}

static const char *const han[10] = {
	"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"
};
static const char *const legal[10] = {
	"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"
};

static const char *const legal_old[10] = {
	"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"
};

/* 一千零二十三; zeros between digits are said once. */
static void
put_thousand(struct buf *b, int n, const char *const digits[10],
    const char *const units[4])
{
	int k, d, unit = 1000;
	bool any = false, zero = false;

	for (k = 0; k < 4; k++, unit /= 10) {
		d = n / unit % 10;
		if (d == 0) {
			zero = any;
			continue;
		}
		if (zero)
			buf_puts(b, digits[0]);
		zero = false;
		any = true;
		buf_puts(b, digits[d]);
		buf_puts(b, units[k]);
	}
}

static void
chinese_thousand(struct buf *b, int n)
{
	static const char *const units[4] = { "千", "百", "十", "" };

	if (n < 0 || n > 9999) {
		decimal(b, n);
	} else if (n == 0) {
		buf_puts(b, han[0]);
	} else if (n >= 10 && n < 20) {
		buf_puts(b, units[2]);
		buf_puts(b, n > 10 ? han[n - 10] : "");
	} else {
		put_thousand(b, n, han, units);
	}
}

static void
put_legal(struct buf *b, int n, const char *const digits[10])
{
	static const char *const units[4] = { "仟", "佰", "拾", "" };

	if (n < 0 || n > 9999)
		decimal(b, n);
	else if (n == 0)
		buf_puts(b, digits[0]);
	else
		put_thousand(b, n, digits, units);
}

static void
chinese_legal(struct buf *b, int n)
{
	put_legal(b, n, legal);
}

static void
chinese_legal_old(struct buf *b, int n)
{
	put_legal(b, n, legal_old);
}

/* Digit by digit: 二〇二四. */
static void
han_digits(struct buf *b, int n)
{
	char s[16];
	int k;

	snprintf(s, sizeof s, "%d", n < 0 ? 0 : n);
	for (k = 0; s[k] != '\0'; k++)
		buf_puts(b, s[k] == '0' ? "〇" : han[s[k] - '0']);
}

/* Word counts in tens up to 99 and then digit by digit. */
static void
chinese_counting(struct buf *b, int n)
{
	if (n >= 1 && n <= 99)
		chinese_thousand(b, n);
	else
		han_digits(b, n);
}

static void
full_width(struct buf *b, int n)
{
	char s[16];
	int k;

	snprintf(s, sizeof s, "%d", n < 0 ? 0 : n);
	for (k = 0; s[k] != '\0'; k++)
		put_code(b, 0xff10 + (uint32_t)(s[k] - '0'));
}

static void
put_series(struct buf *b, int n, uint32_t first, int count)
{
	if (n >= 1 && n <= count)
		put_code(b, first + (uint32_t)n - 1);
	else
		decimal(b, n);
}

static void
circled(struct buf *b, int n)
{
	if (n > 20 && n <= 35)
		put_code(b, 0x3251 + (uint32_t)n - 21);
	else if (n > 35 && n <= 50)
		put_code(b, 0x32b1 + (uint32_t)n - 36);
	else
		put_series(b, n, 0x2460, 20);
}

static void
full_stop(struct buf *b, int n)
{
	put_series(b, n, 0x2488, 20);
}

static void
in_parens(struct buf *b, int n)
{
	put_series(b, n, 0x2474, 20);
}

static void
han_circled(struct buf *b, int n)
{
	put_series(b, n, 0x3280, 10);
}

static void
stem(struct buf *b, int n)
{
	static const char *const stems[10] = {
		"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"
	};

	if (n >= 1 && n <= 10)
		buf_puts(b, stems[n - 1]);
	else
		decimal(b, n);
}

static void
branch(struct buf *b, int n)
{
	static const char *const branches[12] = {
		"子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉",
		"戌", "亥"
	};

	if (n >= 1 && n <= 12)
		buf_puts(b, branches[n - 1]);
	else
		decimal(b, n);
}

static const struct {
	const char *name;
	void (*put)(struct buf *, int);
} formats[] = {
	{ "decimal", decimal },
	{ "none", nothing },
	{ "upperRoman", roman_upper },
	{ "lowerRoman", roman_lower },
	{ "upperLetter", letter_upper },
	{ "lowerLetter", letter_lower },
	{ "decimalZero", decimal_zero },
	{ "ordinal", english },
	{ "numberInDash", dashed },
	{ "chineseCounting", chinese_counting },
	{ "taiwaneseCounting", chinese_counting },
	{ "chineseCountingThousand", chinese_thousand },
	{ "taiwaneseCountingThousand", chinese_thousand },
	{ "japaneseCounting", chinese_thousand },
	{ "chineseLegalSimplified", chinese_legal },
	{ "ideographLegalTraditional", chinese_legal_old },
	{ "ideographDigital", han_digits },
	{ "taiwaneseDigital", han_digits },
	{ "japaneseDigitalTenThousand", han_digits },
	{ "ideographTraditional", stem },
	{ "ideographZodiac", branch },
	{ "ideographEnclosedCircle", han_circled },
	{ "decimalEnclosedCircle", circled },
	{ "decimalEnclosedCircleChinese", circled },
	{ "decimalEnclosedFullstop", full_stop },
	{ "decimalEnclosedParen", in_parens },
	{ "decimalFullWidth", full_width },
	{ "decimalFullWidth2", full_width },
};

static int
format_find(const char *format)
{
	size_t k;

	for (k = 0; k < sizeof formats / sizeof formats[0]; k++)
		if (strcmp(format, formats[k].name) == 0)
			return (int)k;
	return -1;
}

bool
ordinal_known(const char *format)
{
	return format_find(format) >= 0;
}

void
ordinal_put(struct buf *b, int n, const char *format)
{
	int k = format_find(format);

	if (k >= 0)
		formats[k].put(b, n);
	else
		decimal(b, n);
}

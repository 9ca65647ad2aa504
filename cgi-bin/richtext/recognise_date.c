/* recognise_date.c - days as official documents write them. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "richtext/recognise.h"

#define YEAR	0x5e74	/* 年 */
#define MONTH	0x6708	/* 月 */
#define DAY	0x65e5	/* 日 */
#define TEN	0x5341	/* 十 */
#define TWENTY	0x5eff	/* 廿 */

static int
digit_of(uint32_t cp)
{
	static const char *const digits[] = { "〇零○◯0", "一元1", "二2", "三3",
		"四4", "五5", "六6", "七7", "八8", "九9" };

	for (int k = 0; k < 10; k++)
		for (const char *s = digits[k]; *s != '\0';)
			if (text_next(&s) == cp)
				return k;
	return -1;
}

/* Four digits and 年. */
static int
take_year(const char **s)
{
	int n = 0, d;

	for (int k = 0; k < 4; k++) {
		if ((d = digit_of(text_next(s))) < 0)
			return -1;
		n = n * 10 + d;
	}
	return text_next(s) == YEAR ? n : -1;
}

/* A number up to 39 and its unit: 9, 09, 十, 二十二, 廿二, 二二. */
static int
take_small(const char **s, uint32_t unit)
{
	int tens = 0, ones = -1, d;
	uint32_t cp;

	while ((cp = text_next(s)) != unit) {
		if (cp == TEN || cp == TWENTY) {
			if (tens > 0)
				return -1;
			tens = cp == TWENTY ? 2 : ones < 0 ? 1 : ones;
			ones = 0;
		} else if ((d = digit_of(cp)) < 0 || ones > 9) {
			return -1;
		} else if (ones < 0 || tens > 0) {
			ones = d;
		} else {
			tens = ones;
			ones = d;
		}
	}
	return ones < 0 ? -1 : tens * 10 + ones;
}

static char *
without_spaces(const char *s, struct arena *m)
{
	char *out = text_fold(m, s), *w = out;

	for (const char *r = out; *r != '\0'; r++)
		if (*r != ' ' && *r != '\n')
			*w++ = *r;
	*w = '\0';
	return out;
}

const char *
recognise_date(const char *line, struct arena *m)
{
	const char *s = without_spaces(line, m);
	int year, month, day;
	day_t real;
	char *text;

	if ((year = take_year(&s)) < 0 ||
	    (month = take_small(&s, MONTH)) < 0 ||
	    (day = take_small(&s, DAY)) < 0 || *s != '\0')
		return "";
	text = arena_printf(m, "%04d-%02d-%02d", year, month, day);
	return day_parse(text, &real) ? text : "";
}

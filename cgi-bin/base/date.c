/* date.c - see date.h. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/text.h"

static const char *const han[] = { "〇", "一", "二", "三", "四", "五", "六",
    "七", "八", "九" };

static int
digit_of(uint32_t cp)
{
	static const char *const digits[] = { "〇零○◯o0", "一元1", "二2", "三3",
		"四4", "五5", "六6", "七7", "八8", "九9" };

	for (int k = 0; k < 10; k++)
		for (const char *s = digits[k]; *s != '\0';)
			if (text_next(&s) == cp)
				return k;
	return -1;
}

static int
take_digit(const char **s)
{
	const char *next = *s;
	int d = digit_of(text_next(&next));

	if (d >= 0)
		*s = next;
	return d;
}

static int
take_year(const char **s)
{
	int n = 0, d;

	for (int k = 0; k < 4; k++) {
		if ((d = take_digit(s)) < 0)
			return -1;
		n = n * 10 + d;
	}
	return n;
}

/* 9 09 十 十五 二十 二十二 廿二 卅 二二 */
static int
take_small(const char **s)
{
	int first = take_digit(s), tens, last;

	tens = text_take(s, "十") ? 1 : first >= 0 ? 0 :
	    text_take(s, "廿") ? 2 : text_take(s, "卅") ? 3 : 0;
	last = take_digit(s);
	if (tens == 0)
		return last < 0 ? first : first * 10 + last;
	return (first < 0 ? tens : first) * 10 + (last < 0 ? 0 : last);
}

static bool
exists(const struct date *d)
{
	char s[40];
	day_t day;

	if (d->year < 1900 || d->year > 2100 || d->month < 0 || d->day < 0)
		return false;
	snprintf(s, sizeof(s), "%04d-%02d-%02d", d->year,
	    d->month == 0 ? 1 : d->month, d->day == 0 ? 1 : d->day);
	return day_parse(s, &day);
}

/* With the marks between year, month and day. */
static bool
read_with(const char *s, const char *first, const char *second,
    struct date *d)
{
	bool words = strcmp(first, "年") == 0;

	*d = (struct date){ .year = take_year(&s) };
	if (!text_take(&s, first))
		return false;
	if (*s == '\0')
		return words && exists(d);
	if ((d->month = take_small(&s)) < 1)
		return false;
	if (*s == '\0' || (words && strcmp(s, second) == 0))
		return exists(d);
	if (!text_take(&s, second) || (d->day = take_small(&s)) < 1)
		return false;
	if (!text_take(&s, "日"))
		text_take(&s, "号");
	return *s == '\0' && exists(d);
}

bool
date_read(const char *s, struct date *d)
{
	char marked[11];

	if (strlen(s) == 8 && strspn(s, "0123456789") == 8) {
		snprintf(marked, sizeof(marked), "%.4s-%.2s-%.2s", s, s + 4,
		    s + 6);
		return read_with(marked, "-", "-", d);
	}
	return read_with(s, "年", "月", d) || read_with(s, "-", "-", d) ||
	    read_with(s, "/", "/", d) || read_with(s, ".", ".", d);
}

char *
date_text(struct arena *m, const struct date *d)
{
	if (d->month == 0)
		return arena_printf(m, "%d年", d->year);
	if (d->day == 0)
		return arena_printf(m, "%d年%d月", d->year, d->month);
	return arena_printf(m, "%d年%d月%d日", d->year, d->month, d->day);
}

/* 1 to 31. */
static char *
small_han(struct arena *m, int n)
{
	return arena_printf(m, "%s%s%s", n < 20 ? "" : han[n / 10],
	    n < 10 ? "" : "十", n % 10 == 0 ? "" : han[n % 10]);
}

char *
date_text_han(struct arena *m, const struct date *d, const char *nought)
{
	char *s = arena_strdup(m, "");
	int n;

	for (int part = 1000; part > 0; part /= 10) {
		n = d->year / part % 10;
		s = arena_printf(m, "%s%s", s, n == 0 ? nought : han[n]);
	}
	if (d->month == 0)
		return arena_printf(m, "%s年", s);
	s = arena_printf(m, "%s年%s月", s, small_han(m, d->month));
	return d->day == 0 ? s :
	    arena_printf(m, "%s%s日", s, small_han(m, d->day));
}

/*
 * date.h - days, months and years as people write them.
 *
 * 2024年3月15日 2024年3月15号 2024-3-15 2024/03/15 2024.3.15 20240315, months
 * and years of the same kinds (a year only with 年); digits may be Chinese
 * (二〇二四年三月十五日, with any of the noughts 〇 ○ 零 0 o, 廿 and 卅), all
 * or some.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>

#include "base/arena.h"

struct date {
	int year;		/* 1900 to 2100 */
	int month, day;		/* 0: not said */
};

/* Whether all of s, folded by text_fold(), is a date that exists. */
bool date_read(const char *s, struct date *);

/* 2024年3月15日, or less when less is said. */
char *date_text(struct arena *, const struct date *);
/* 二〇二四年三月十五日; what nought is for 〇. */
char *date_text_han(struct arena *, const struct date *, const char *nought);

#endif

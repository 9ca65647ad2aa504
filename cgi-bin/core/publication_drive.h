/*
 * publication_drive.h - which index a list of the portal walks, how far, and
 * what it has to check on the way.  Internal to core.
 */
#ifndef CORE_PUBLICATION_DRIVE_H
#define CORE_PUBLICATION_DRIVE_H

#include "core/publication.h"

enum driver {
	DRIVER_CATEGORY, DRIVER_CATEGORY_YEAR, DRIVER_UNIT, DRIVER_UNIT_YEAR,
	DRIVER_THEME, DRIVER_KIND, DRIVER_WORD, DRIVER_MONTH, DRIVER_EXPIRED,
	DRIVER_REPEALED
};

struct drive {
	enum driver by;
	bool exact;	/* the index holds nothing that the filter refuses */
	bool sorts;	/* the set is small: sorted after the walk */
	int64_t month_low, month_high;	/* 202601..202612, or all */
	int64_t low, high;	/* keys of the order that can match, both within */
};

enum rc drive_choose(struct db *, const struct publication_filter *,
    struct drive *);
/*
 * How many are known without looking: RC_NOT_FOUND when nothing is kept for
 * this meeting of filters.
 */
enum rc drive_total(struct db *, const struct publication_filter *,
    int64_t *total);
/* Filters beside unit, category, theme and year; and all of them. */
int drive_extras(const struct publication_filter *);
/* Of the only extra filter: the facet it is counted under, and the value. */
int drive_facet(const struct publication_filter *, int64_t *value);
/*
 * The key of the last document of those that a walk from `from` may read,
 * down or up; 0 when it comes to the end before.
 */
enum rc drive_edge(struct db *, const struct publication_filter *,
    const struct drive *, int64_t from, bool up, int64_t *edge);
/* The value of a month in keys and counts. */
int64_t drive_month(const struct publication_filter *);

#endif

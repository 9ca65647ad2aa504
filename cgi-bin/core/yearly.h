/*
 * yearly.h - 公开指南 and 机构信息 are looked at every year (the notice, 二（二）;
 * 条例 art. 12): when that is due, and who is late.
 */
#ifndef CORE_YEARLY_H
#define CORE_YEARLY_H

#include "base/clock.h"
#include "base/profile.h"
#include "store/db.h"

#define YEARLY_SOON 30	/* days before it is due that it is told */

enum yearly_state {
	YEARLY_NONE,		/* nothing of that kind is public */
	YEARLY_GOOD,
	YEARLY_SOON_DUE,	/* due today or in the days to come */
	YEARLY_LATE		/* a whole year has passed */
};

struct yearly {
	const struct profile_kind *kind;
	enum yearly_state state;
	int64_t document;	/* the one that is public, 0: none */
	day_t last;		/* published, or found right as it stands */
	day_t due;		/* the last day of the year; DAY_NONE */
	int left;		/* days till then; below 0: late by so many */
	bool confirmed;		/* last is a 核对无变化 */
};

/* The last day of the year that begins the day after: the same day of the next
 * one, or the last of that month (民法典 art. 201, 202). */
day_t yearly_due(day_t);

/* Of one unit as of that day; kind is a yearly one. */
enum rc yearly_of(struct db *, int64_t unit, const struct profile_kind *,
    day_t today, struct yearly *, struct arena *);

#endif

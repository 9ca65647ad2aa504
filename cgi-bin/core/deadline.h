/*
 * deadline.h - the clock of an application (条例 arts. 30-35): events in, the
 * deadline and its proof day by day out.  Pure: no database, no time of day;
 * always recomputed, never stored.
 *
 * Rules, each decided in deadline.c alone:
 * - receipt (art. 31): the day of the RECEIVED event; not counted, day 1 is
 *   the next working day; 20 working days (art. 33).
 * - correction (art. 30): from CORRECTION_ASKED the count is void; it begins
 *   anew with CORRECTION_RECEIVED as the day of receipt.
 * - third party and other organs (arts. 32-34): working days after the day
 *   CONSULT_SENT up to and with the day of CONSULT_ENDED (reply, or the end of
 *   the 15 working days) do not count; overlapping consultations stop once.
 * - suspension (中止): the same between SUSPENDED and RESUMED.
 * - reasons asked (art. 35) and fee notice (art. 42, 国办函〔2020〕109号): the
 *   count stops from the day after the notice up to the answer or payment.
 * - extension (art. 33): adds its working days, at most 20, once.
 */
#ifndef CORE_DEADLINE_H
#define CORE_DEADLINE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/clock.h"
#include "core/calendar.h"

#define DEADLINE_ANSWER		20	/* working days, art. 33 */
#define DEADLINE_EXTENSION	20	/* at most, art. 33 */
#define DEADLINE_CORRECTION	7	/* to ask for it, art. 30 */
#define DEADLINE_CONSULT	15	/* third parties and co-makers */
#define DEADLINE_CONFIRM	1	/* to confirm receipt, our own rule */
#define DEADLINE_FEE_DAYS	30	/* calendar days to pay, 109号 */

enum deadline_kind {
	DEADLINE_NONE = 0,
	DEADLINE_RECEIVED,
	DEADLINE_CORRECTION_ASKED,
	DEADLINE_CORRECTION_RECEIVED,
	DEADLINE_CONSULT_SENT,
	DEADLINE_CONSULT_ENDED,
	DEADLINE_SUSPENDED,
	DEADLINE_RESUMED,
	DEADLINE_REASONS_ASKED,
	DEADLINE_REASONS_GIVEN,
	DEADLINE_FEE_NOTICED,
	DEADLINE_FEE_PAID,
	DEADLINE_EXTENDED,	/* days: working days */
	DEADLINE_CLOSED,	/* answered, withdrawn, ended */
	DEADLINE__MAX
};

struct deadline_event {
	enum deadline_kind kind;
	day_t day;
	int days;
};

enum deadline_standing {
	STANDING_UNCONFIRMED = 0,	/* no day of receipt yet */
	STANDING_RUNNING,
	STANDING_STOPPED,		/* somebody else's turn */
	STANDING_CLOSED
};

enum deadline_mark {
	MARK_RECEIVED = 1,	/* the day of receipt, not counted */
	MARK_COUNTED,		/* number 1, 2, ... */
	MARK_REST,		/* Saturday or Sunday */
	MARK_HOLIDAY,		/* off by a notice: name */
	MARK_STOPPED,		/* a working day that does not count: why */
	MARK_AFTER		/* after the deadline */
};

struct deadline_day {
	day_t day;
	enum deadline_mark mark;
	int number;		/* of a counted day */
	bool makeup;		/* a weekend day worked by a notice */
	bool last;		/* the deadline */
	const char *name;	/* holiday or make-up notice: 国庆节, or "" */
	int notice_year;	/* 0: none */
	enum deadline_kind why;	/* what stopped it */
};

struct deadline {
	enum deadline_standing standing;
	day_t received;		/* of the count that holds; DAY_NONE */
	day_t due;		/* the last day; while stopped: if the count
				 * went on tomorrow; DAY_NONE when unconfirmed */
	int allowed;		/* working days in all: 20, or with extension */
	int used;		/* counted up to and with `today` or the closing */
	int left;		/* working days left; negative: overdue by */
	bool overdue;
	bool provisional;	/* a year without a holiday notice is in it */
	int n;
	struct deadline_day *v;	/* receipt to due (and to today when later) */
};

/* Events in any order; same-day events in the order given. */
void deadline_compute(const struct calendar *, const struct deadline_event *,
    int n, day_t today, struct deadline *, struct arena *);

#endif

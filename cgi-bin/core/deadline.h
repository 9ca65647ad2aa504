/*
 * deadline.h - the clock of an application (条例 arts. 30-35): events in, the
 * deadline and its proof day by day out.  Pure: no database, no time of day;
 * always recomputed, never stored.
 *
 * Rules, each decided in deadline.c alone:
 * - receipt (art. 31): the day of the first RECEIVED; not counted, day 1 is
 *   the next working day; 20 working days (art. 33).
 * - correction (art. 30): from CORRECTION_ASKED the count is void; it begins
 *   anew with CORRECTION_RECEIVED as the day of receipt.  Once.
 * - fee (art. 42, 国办函〔2020〕109号): the same between FEE_NOTICED and
 *   FEE_PAID.  Once.
 * - third party and other organs (arts. 32-34): working days after the day
 *   CONSULT_SENT up to and with the day of CONSULT_ENDED do not count.  With
 *   `days` the consultation ends by itself with that working day after it was
 *   sent; an end closes the oldest that is still open.  Overlapping
 *   consultations stop once.
 * - suspension (中止): the same between SUSPENDED and RESUMED.
 * - reasons (art. 35): the same between REASONS_ASKED and REASONS_GIVEN.  The
 *   article does not say so; it is the applicant's turn, as with a correction.
 *   Who wants to be safe answers as if these days counted: the proof names the
 *   article with each of them.
 * - extension (art. 33): adds its working days, at most 20, once; it stays
 *   when the count begins anew, whatever came first.
 * - a deadline that has passed is moved by nothing; what comes after CLOSED
 *   is not looked at.
 * - an event later than `today` is looked at as one that will happen; a stop
 *   whose end is not known is taken to end today.
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

#define DEADLINE_PROOF_MAX	4000	/* days listed; counting goes on */

enum deadline_kind {
	DEADLINE_NONE = 0,
	DEADLINE_RECEIVED,
	DEADLINE_CORRECTION_ASKED,
	DEADLINE_CORRECTION_RECEIVED,
	DEADLINE_CONSULT_SENT,	/* days: its limit, 0 for none */
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
	MARK_RECEIVED = 1,	/* a day of receipt, not counted */
	MARK_COUNTED,		/* number 1, 2, ... */
	MARK_REST,		/* Saturday or Sunday */
	MARK_HOLIDAY,		/* off by a notice: name */
	MARK_STOPPED,		/* a working day that does not count: why */
	MARK_AFTER,		/* a working day after the deadline: number
				 * goes on */
	MARK_VOID		/* was counted as number, until the count began
				 * anew: why */
};

struct deadline_day {
	day_t day;
	enum deadline_mark mark;
	int number;		/* of a counted day */
	int article;		/* of the 条例, why this mark; 0: none */
	bool makeup;		/* a weekend day worked by a notice */
	bool today;
	bool last;		/* the deadline */
	const char *name;	/* holiday or make-up notice: 国庆节, or "" */
	int notice_year;	/* 0: none */
	enum deadline_kind why;	/* what stopped it */
	enum deadline_kind event;	/* the last one of that day */
};

struct deadline {
	enum deadline_standing standing;
	enum deadline_kind why;	/* what stops it now */
	day_t received;		/* of the count that holds; DAY_NONE */
	day_t due;		/* the last day; while stopped: if the count
				 * went on as soon as it can; DAY_NONE when
				 * unconfirmed */
	int allowed;		/* working days in all: 20, or with extension */
	int extension;		/* of them */
	int used;		/* counted up to and with `today` or the closing */
	int left;		/* working days left; negative: overdue by */
	bool overdue;		/* today, or the closing, is after due */
	bool provisional;	/* a year without a holiday notice is in it */
	int n;
	struct deadline_day *v;	/* first receipt to due (and to today, or the
				 * closing, when later) */
};

/* Events in any order; same-day events in the order given. */
void deadline_compute(const struct calendar *, const struct deadline_event *,
    int n, day_t today, struct deadline *, struct arena *);

/* "received", "correction-asked", ...; "" and DEADLINE_NONE for others. */
const char *deadline_key(enum deadline_kind);
enum deadline_kind deadline_of_key(const char *);

#endif

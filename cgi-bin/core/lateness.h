/*
 * lateness.h - the 20 working days in which what is formed or changed becomes
 * public (条例 art. 26), and why a document takes longer.
 */
#ifndef CORE_LATENESS_H
#define CORE_LATENESS_H

#include "core/calendar.h"
#include "core/document.h"
#include "core/period.h"

#define LATENESS_DAYS	20	/* working days after the day it was made */

/* Whether the document is for everybody, was never public and its time is
 * over; and the reason that was given, "" for none. */
enum rc lateness_get(struct db *, struct document *, struct arena *);
/* What came late, or waits and is late already (published ""). */
struct late_row {
	int64_t id;
	const char *title, *made_on, *published, *reason;
	int over;			/* working days */
};
struct late_rows { int n; struct late_row *v; };
/* Of a unit's documents for everybody that became public in a period: in how
 * many working days, how many late, and how many of those say why. */
enum { LATENESS_5, LATENESS_10, LATENESS_20, LATENESS__MAX };
struct late_count {
	int64_t published, taken[LATENESS__MAX], late, explained;
};
/* rows: the late ones, newest first; NULL to count alone. */
enum rc lateness_of(struct db *, const struct calendar *, int64_t unit,
    const struct period *, struct late_count *, struct late_rows *,
    struct arena *);
/* Every unit that published something in it, by its place in the list. */
struct late_unit { const char *name; struct late_count count; };
struct late_units { int n; struct late_unit *v; };
enum rc lateness_units(struct db *, const struct calendar *,
    const struct period *, struct late_units *, struct arena *);
/* Before the document becomes public on that day: where that is late, its
 * reason is kept, or the one given before holds, or it is RC_INVALID with a
 * problem on "reason". */
enum rc lateness_excuse(struct db *, const struct actor *, int64_t document,
    day_t, const char *reason, struct problems *, struct arena *);
/* Keeps the reason; "" leaves what there is. */
enum rc lateness_keep(struct db *, const struct actor *, int64_t document,
    const char *reason, struct arena *);

#endif

/*
 * clock_simulation.h - the rules of deadline.h said a second time, slowly and
 * in another way: every event is tried against all those before it, every
 * stop is painted over an array of days, days are counted one by one.  Shares
 * nothing with core/ but the types of the events.
 */
#ifndef TESTS_CLOCK_SIMULATION_H
#define TESTS_CLOCK_SIMULATION_H

#include "core/deadline.h"

struct simulation {
	enum deadline_standing standing;
	bool received;
	day_t base, due;
	int allowed, used;
	bool overdue, provisional;
};

/* Reads sql/data/holidays.tsv. */
void simulation_open(void);
bool simulation_working(day_t);
void simulate(const struct deadline_event *, int n, day_t today,
    struct simulation *);
/* Whether the last simulation had that day stopped. */
bool simulation_stopped(day_t);

#endif

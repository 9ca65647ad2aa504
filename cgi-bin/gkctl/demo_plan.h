/*
 * demo_plan.h - which documents the demo district has, and what happens to
 * each of them when.
 */
#ifndef GKCTL_DEMO_PLAN_H
#define GKCTL_DEMO_PLAN_H

#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"
#include "core/calendar.h"
#include "core/workflow.h"
#include "gkctl/demo_fill.h"
#include "gkctl/demo_text.h"

struct demo_doc {
	const struct demo_text *text;
	const struct demo_unit *unit;
	day_t made;
	uint64_t seed;
	const char *no;
	int64_t id, version;	/* once it is in the database */
	int amended;
};

struct demo_event {
	int64_t at;
	int doc;
	enum action action;
	const char *reason;
};

struct demo_plan {
	int n_docs, n_events;
	struct demo_doc *doc;		/* by the day it was made */
	struct demo_event *event;	/* by time */
};

/* Everything up to now (clock_now). */
void demo_plan_make(struct demo_plan *, const struct demo_texts *,
    const struct demo_unit *, int units, const struct calendar *,
    struct arena *);

#endif

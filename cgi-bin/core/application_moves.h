/* application_moves.h - whose deadlines a changed calendar moves. */
#ifndef CORE_APPLICATION_MOVES_H
#define CORE_APPLICATION_MOVES_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/rc.h"
#include "store/db.h"

struct application_due {
	int64_t id;
	const char *number, *unit;	/* unit: its short name */
	day_t day;
};
struct application_dues { int n; struct application_due *v; };

/* The deadlines of every running application of the district, by id. */
enum rc application_dues(struct db *, struct application_dues *,
    struct arena *);

struct application_move {
	const char *number, *unit;
	day_t from, to;
};
struct application_moves { int n; struct application_move *v; };

void application_moves(const struct application_dues *before,
    const struct application_dues *after, struct application_moves *,
    struct arena *);

#endif

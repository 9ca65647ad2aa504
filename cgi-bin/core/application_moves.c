/* application_moves.c - deadlines before and after, side by side. */
#include <stdlib.h>

#include "core/application_moves.h"
#include "core/application_row.h"
#include "core/list.h"
#include "core/unit.h"

static void
due_add(const struct application *a, struct application_dues *out,
    struct arena *m)
{
	if (a->clock.due != DAY_NONE)
		*list_add(out, m) = (struct application_due){ .id = a->id,
		    .number = a->number, .unit = a->unit_short,
		    .day = a->clock.due };
}

static int
by_id(const void *a, const void *b)
{
	int64_t i = ((const struct application_due *)a)->id;
	int64_t j = ((const struct application_due *)b)->id;

	return (i > j) - (i < j);
}

enum rc
application_dues(struct db *db, struct application_dues *out, struct arena *m)
{
	struct applications open;
	struct units units;
	enum rc rc = unit_list(db, &units, m);

	*out = (struct application_dues){ 0 };
	for (int k = 0; rc == RC_OK && k < units.n; k++) {
		rc = application_undone(db, units.v[k].id, &open, m);
		for (int j = 0; rc == RC_OK && j < open.n; j++)
			due_add(&open.v[j], out, m);
	}
	if (rc == RC_OK && out->n > 0)
		qsort(out->v, (size_t)out->n, sizeof(*out->v), by_id);
	return rc;
}

void
application_moves(const struct application_dues *before,
    const struct application_dues *after, struct application_moves *out,
    struct arena *m)
{
	const struct application_due *a = before->v, *b = after->v;
	const struct application_due *last = a + before->n;
	const struct application_due *end = b + after->n;

	*out = (struct application_moves){ 0 };
	for (; a < last; a++) {
		while (b < end && b->id < a->id)
			b++;
		if (b == end || b->id != a->id || b->day == a->day)
			continue;
		*list_add(out, m) = (struct application_move){
		    .number = a->number, .unit = a->unit, .from = a->day,
		    .to = b->day };
	}
}

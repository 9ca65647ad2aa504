/* yearly.c - see yearly.h. */
#include <stdio.h>
#include <string.h>

#include "core/yearly.h"

day_t
yearly_due(day_t from)
{
	struct arena *m = arena_new();
	int year = day_year(from) + 1;
	day_t due;

	if (!day_parse(arena_printf(m, "%04d%s", year, day_text(m, from) + 4),
	    &due))
		day_parse(arena_printf(m, "%04d-02-28", year), &due);
	arena_free(m);
	return due;
}

static enum yearly_state
state_of(int left)
{
	return left < 0 ? YEARLY_LATE : left <= YEARLY_SOON ?
	    YEARLY_SOON_DUE : YEARLY_GOOD;
}

static day_t
day_of(const char *stored)
{
	int64_t t;

	return clock_parse(stored, &t) ? clock_day(t) : DAY_NONE;
}

enum rc
yearly_of(struct db *db, int64_t unit, const struct profile_kind *kind,
    day_t today, struct yearly *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, r.published,"
	    " COALESCE(k.at, '') FROM profile f"
	    " JOIN document d ON d.revision_id = f.revision_id"
	    " JOIN revision r ON r.id = f.revision_id"
	    " LEFT JOIN profile_check k ON k.document_id = d.id"
	    " WHERE f.unit_id = $1 AND f.kind = $2 AND d.state = 'published'"
	    " ORDER BY d.publication DESC LIMIT 1", V(unit), V(kind->key));
	const char *published, *checked;
	enum rc rc = db_first(&q);

	*out = (struct yearly){ .kind = kind, .last = DAY_NONE,
	    .due = DAY_NONE };
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	out->document = db_int(&q, 0);
	published = db_text(&q, 1, m);
	checked = db_text(&q, 2, m);
	out->confirmed = strcmp(checked, published) > 0;
	out->last = day_of(out->confirmed ? checked : published);
	out->due = yearly_due(out->last);
	out->left = out->due - today;
	out->state = state_of(out->left);
	return db_done(&q);
}

/* bulk.c - bulks as their clerk sees them and decides about them. */
#include <string.h>

#include "base/clock.h"
#include "core/audit.h"
#include "core/bulk_row.h"
#include "core/bulk_work.h"
#include "core/list.h"

static const char *const states[BULK__MAX] = {
	[BULK_NONE] = "", [BULK_UNPACKING] = "unpacking",
	[BULK_CHECKING] = "checking", [BULK_CHECKED] = "checked",
	[BULK_IMPORTING] = "importing", [BULK_IMPORTED] = "imported",
	[BULK_UNDOING] = "undoing", [BULK_UNDONE] = "undone",
	[BULK_DROPPED] = "dropped", [BULK_FAILED] = "failed",
};

const char *
bulk_state_key(enum bulk_state s)
{
	return states[s];
}

static enum bulk_state
state_of(const char *key)
{
	for (int k = 1; k < BULK__MAX; k++)
		if (strcmp(states[k], key) == 0)
			return (enum bulk_state)k;
	return BULK_NONE;
}

static enum rc
insert(struct db *db, const struct actor *who, struct bulk *b,
    struct arena *m)
{
	enum rc rc = db_id(db, "bulk", &b->id);

	b->state = *b->zip != '\0' ? BULK_UNPACKING : BULK_CHECKING;
	b->created = clock_text(m, clock_now());
	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO bulk (id, unit_id, account_id, login,"
	    " address, name, state, work, zip, unused, created, touched,"
	    " once)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9, $10, $10, $11)",
	    V(b->id), V(who->unit), V(who->user), V(who->login),
	    V(who->address), V(b->name), V(states[b->state]), V(b->zip),
	    V(b->unused), V(b->created), V(b->once));
}

/* Its answer was lost on the way, and it was sent again. */
static enum rc
find_once(struct db *db, const struct actor *who, struct bulk *b)
{
	return db_number(db, &b->id, "SELECT id FROM bulk WHERE once = $1"
	    " AND once <> '' AND account_id = $2", V(b->once), V(who->user));
}

enum rc
bulk_add(struct db *db, const struct actor *who, struct bulk *b,
    const struct bulk_rows *rows, struct arena *m)
{
	enum rc rc;

	if (b->once == NULL)
		b->once = "";
	if ((rc = find_once(db, who, b)) != RC_NOT_FOUND)
		return rc;
	rc = insert(db, who, b, m);
	for (int k = 0; rc == RC_OK && k < rows->n; k++) {
		struct bulk_row *r = &rows->v[k];

		r->state = BULK_ROW_WAITING;
		rc = bulk_row_insert(db, b->id, r, m);
	}
	return rc != RC_OK ? rc : audit_write(db, who, "bulk_add", "bulk",
	    b->id, "", states[b->state], b->name, m);
}

#define COLS "id, unit_id, account_id, login, address, name, state, zip," \
	" unused, problem, created, touched"

static void
load(const struct rows *q, struct bulk *b, struct arena *m)
{
	*b = (struct bulk){ .id = db_int(q, 0), .unit = db_int(q, 1),
	    .account = db_int(q, 2), .login = db_text(q, 3, m),
	    .address = db_text(q, 4, m), .name = db_text(q, 5, m),
	    .state = state_of(db_text(q, 6, m)), .zip = db_text(q, 7, m),
	    .unused = db_int(q, 8), .created = db_text(q, 10, m),
	    .touched = db_text(q, 11, m) };
	if (b->state == BULK_FAILED)
		b->problem = bulk_problem_of_key(db_text(q, 9, m));
}

static enum rc
count(struct db *db, struct bulk *b, struct arena *m)
{
	struct rows q = db_query(db, "SELECT state, count(*) FROM bulk_row"
	    " WHERE bulk_id = $1 GROUP BY state", V(b->id));

	while (db_next(&q)) {
		b->in[bulk_row_of_key(db_text(&q, 0, m))] = db_int(&q, 1);
		b->rows += db_int(&q, 1);
	}
	return db_done(&q);
}

enum rc
bulk_get(struct db *db, int64_t unit, int64_t id, struct bulk *b,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM bulk"
	    " WHERE id = $1 AND unit_id = $2", V(id), V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	load(&q, b, m);
	rc = db_done(&q);
	return rc == RC_OK ? count(db, b, m) : rc;
}

enum rc
bulk_list(struct db *db, int64_t unit, int64_t before, int max,
    struct bulks *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM bulk"
	    " WHERE unit_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3",
	    V(unit), V(before > 0 ? before : INT64_MAX), V(max));
	enum rc rc;

	*out = (struct bulks){ 0 };
	while (db_next(&q))
		load(&q, list_add(out, m), m);
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < out->n; k++)
		rc = count(db, &out->v[k], m);
	return rc;
}

enum rc
bulk_work_next(struct db *db, struct bulk *b, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM bulk"
	    " WHERE work = 1 ORDER BY touched, id LIMIT 1");
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	load(&q, b, m);
	return db_done(&q);
}

enum rc
bulk_rows(struct db *db, int64_t bulk, enum bulk_row_state state,
    int64_t after, int max, struct bulk_rows *out, struct arena *m)
{
	struct rows q = state == BULK_ROW_NONE ?
	    db_query(db, "SELECT " BULK_ROW_COLS " FROM bulk_row"
	    " WHERE bulk_id = $1 AND number > $2 ORDER BY number LIMIT $3",
	    V(bulk), V(after), V(max)) :
	    db_query(db, "SELECT " BULK_ROW_COLS " FROM bulk_row"
	    " WHERE bulk_id = $1 AND state = $2 AND number > $3"
	    " ORDER BY number LIMIT $4", V(bulk), V(bulk_row_key(state)),
	    V(after), V(max));
	enum rc rc;

	*out = (struct bulk_rows){ 0 };
	while (db_next(&q))
		bulk_row_load(&q, list_add(out, m), m);
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < out->n; k++)
		rc = bulk_notes_of(db, &out->v[k], m);
	return rc;
}

/* From which state to which. */
static const struct {
	enum bulk_state from[3], to, end;
	const char *action;
} acts[] = {
	[BULK_IMPORT] = { { BULK_CHECKED }, BULK_IMPORTING,
	    BULK_IMPORTED, "bulk_import" },
	[BULK_DROP] = { { BULK_UNPACKING, BULK_CHECKING, BULK_CHECKED },
	    BULK_DROPPED, BULK_DROPPED, "bulk_drop" },
	[BULK_UNDO] = { { BULK_IMPORTED }, BULK_UNDOING, BULK_UNDONE,
	    "bulk_undo" },
};

bool
bulk_follows(enum bulk_act act, enum bulk_state state)
{
	return state == acts[act].to || state == acts[act].end;
}

enum rc
bulk_decide(struct db *db, const struct actor *who, int64_t id,
    enum bulk_act act, struct arena *m)
{
	const char *to = states[acts[act].to];
	bool allowed = false;
	struct bulk b;
	enum rc rc;

	if ((rc = bulk_get(db, who->unit, id, &b, m)) != RC_OK)
		return rc;
	for (int k = 0; k < 3; k++)
		allowed |= acts[act].from[k] == b.state;
	if (!allowed)
		return RC_CONFLICT;
	/* what is done is done in the name of whoever said so */
	rc = db_run(db, "UPDATE bulk SET state = $1, work = 1,"
	    " account_id = $2, login = $3, address = $4, touched = $5"
	    " WHERE id = $6 AND state = $7", V(to), V(who->user),
	    V(who->login), V(who->address), V(clock_text(m, clock_now())),
	    V(id), V(states[b.state]));
	if (rc == RC_OK && db_changed(db) != 1)
		return RC_CONFLICT;
	return rc != RC_OK ? rc : audit_write(db, who, acts[act].action,
	    "bulk", id, states[b.state], to, "", m);
}

enum rc
bulk_of(struct db *db, int64_t document, int64_t *bulk, int64_t *number)
{
	struct rows q = db_query(db, "SELECT bulk_id, number FROM bulk_row"
	    " WHERE document_id = $1", V(document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*bulk = db_int(&q, 0);
	*number = db_int(&q, 1);
	return db_done(&q);
}

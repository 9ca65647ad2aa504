/* amendment.c - see amendment.h: finding them. */
#include <string.h>

#include "core/amendment.h"
#include "core/list.h"
#include "core/revision.h"

static const char *const keys[AMENDMENT__MAX] = {
	[AMENDMENT_NONE] = "",
	[AMENDMENT_PENDING] = "pending",
	[AMENDMENT_RETURNED] = "returned",
	[AMENDMENT_APPROVED] = "approved",
	[AMENDMENT_DROPPED] = "dropped",
};

/* The order amendment_load() reads. */
#define COLS "SELECT a.id, a.document_id, a.revision_id, a.version,"	\
	" a.account_id, a.state, r.title, r.note, a.login, a.at,"	\
	" a.interprets, a.replaces, a.decided_by, a.decided, a.reason"	\
	" FROM amendment a JOIN revision r ON r.id = a.revision_id"

const char *
amendment_key(enum amendment_state s)
{
	return s > AMENDMENT_NONE && s < AMENDMENT__MAX ? keys[s] : "";
}

static void
amendment_load(const struct rows *q, struct amendment *a, struct arena *m)
{
	const char *state = db_text(q, 5, m);

	*a = (struct amendment){
		.id = db_int(q, 0), .document = db_int(q, 1),
		.revision = db_int(q, 2), .version = db_int(q, 3),
		.by = db_int(q, 4), .title = db_text(q, 6, m),
		.note = db_text(q, 7, m), .login = db_text(q, 8, m),
		.at = db_text(q, 9, m),
		.interprets = db_null(q, 10) ? NULL : db_text(q, 10, m),
		.replaces = db_null(q, 11) ? NULL : db_text(q, 11, m),
		.decided_by = db_text(q, 12, m),
		.decided = db_text(q, 13, m), .reason = db_text(q, 14, m),
	};
	for (int k = AMENDMENT_NONE + 1; k < AMENDMENT__MAX; k++)
		if (strcmp(keys[k], state) == 0)
			a->state = (enum amendment_state)k;
}

enum rc
amendment_list(struct db *db, int64_t unit, enum amendment_state state,
    struct amendments *out, struct arena *m)
{
	struct rows q = db_query(db, COLS " WHERE a.unit_id = $1"
	    " AND a.state = $2 ORDER BY a.id LIMIT $3", V(unit),
	    V(amendment_key(state)), V(AMENDMENTS_MAX));

	*out = (struct amendments){ 0 };
	while (db_next(&q))
		amendment_load(&q, list_add(out, m), m);
	return db_done(&q);
}

static enum rc
number(struct rows q, int64_t *n)
{
	enum rc rc = db_first(&q);

	*n = 0;
	if (rc != RC_OK)
		return rc;
	*n = db_int(&q, 0);
	return db_done(&q);
}

enum rc
amendment_count(struct db *db, int64_t unit, enum amendment_state state,
    int64_t *n)
{
	return number(db_query(db, "SELECT count(*) FROM amendment"
	    " WHERE unit_id = $1 AND state = $2", V(unit),
	    V(amendment_key(state))), n);
}

static enum rc
one(struct rows q, struct amendment *a, struct arena *m)
{
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	amendment_load(&q, a, m);
	return db_done(&q);
}

enum rc
amendment_get(struct db *db, int64_t unit, int64_t id, struct amendment *a,
    struct arena *m)
{
	return one(db_query(db, COLS " WHERE a.id = $1 AND a.unit_id = $2",
	    V(id), V(unit)), a, m);
}

enum rc
amendment_next(struct db *db, int64_t unit, int64_t id, int64_t *next)
{
	enum rc rc = number(db_query(db, "SELECT id FROM amendment"
	    " WHERE unit_id = $1 AND state = 'pending' AND id > $2"
	    " ORDER BY id LIMIT 1", V(unit), V(id)), next);

	if (rc == RC_NOT_FOUND)
		rc = number(db_query(db, "SELECT id FROM amendment"
		    " WHERE unit_id = $1 AND state = 'pending' AND id < $2"
		    " ORDER BY id LIMIT 1", V(unit), V(id)), next);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
amendment_document(struct db *db, int64_t unit, const struct amendment *a,
    struct document *d, struct arena *m)
{
	enum rc rc = document_get(db, unit, a->document, d, m);

	if (rc != RC_OK ||
	    (rc = revision_get(db, a->revision, &d->rev, m)) != RC_OK)
		return rc;
	return finding_sum(db, a->revision, &d->rev.findings);
}

enum rc
amendment_open(struct db *db, int64_t unit, int64_t document,
    struct document *d, struct amendment *a, struct arena *m)
{
	enum rc rc = one(db_query(db, COLS " WHERE a.document_id = $1"
	    " AND a.unit_id = $2 AND a.state IN ('pending', 'returned')",
	    V(document), V(unit)), a, m);

	if (rc == RC_OK)
		return amendment_document(db, unit, a, d, m);
	*a = (struct amendment){ .id = 0 };
	return rc == RC_NOT_FOUND ? document_get(db, unit, document, d, m) :
	    rc;
}

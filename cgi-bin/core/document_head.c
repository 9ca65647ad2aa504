/* document_head.c - the optimistic lock: one row, one UPDATE, one audit row. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/document_head.h"

enum rc
head_get(struct db *db, int64_t unit, int64_t id, struct head *h,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, d.unit_id, d.version,"
	    " d.revision_id, d.publication, d.entered_by, d.state, u.code,"
	    " d.returned, d.reason, d.approved_hash, d.index_no,"
	    " d.first_published, d.published, d.expired, d.left_portal,"
	    " r.number, r.hash, r.created_by, r.saved_by, d.repealed FROM document d"
	    " JOIN unit u ON u.id = d.unit_id"
	    " JOIN revision r ON r.id = d.revision_id"
	    " WHERE d.id = $1 AND d.unit_id = $2", V(id), V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*h = (struct head){
		.id = db_int(&q, 0), .unit = db_int(&q, 1),
		.version = db_int(&q, 2), .revision = db_int(&q, 3),
		.publication = db_int(&q, 4), .entered_by = db_int(&q, 5),
		.state = state_of_key(db_text(&q, 6, m)),
		.unit_code = db_text(&q, 7, m),
		.returned = db_text(&q, 8, m), .reason = db_text(&q, 9, m),
		.approved_hash = db_text(&q, 10, m),
		.index_no = db_text(&q, 11, m),
		.first_published = db_text(&q, 12, m),
		.published = db_text(&q, 13, m),
		.expired = db_text(&q, 14, m),
		.left_portal = db_text(&q, 15, m),
		.number = (int)db_int(&q, 16), .hash = db_text(&q, 17, m),
		.created_by = db_int(&q, 18), .saved_by = db_int(&q, 19),
		.repealed = db_int(&q, 20) != 0,
	};
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	if (h->state == STATE_DELETED && *h->index_no == '\0')
		return RC_NOT_FOUND;
	return RC_OK;
}

enum rc
head_allow(const struct head *h, const struct actor *who, int64_t version,
    enum action action, const struct move **move)
{
	if (!workflow_ever(action, who->role))
		return RC_DENIED;
	if (h->version != version)
		return RC_CONFLICT;
	*move = workflow_find(h->state, action, who->role);
	return *move ? RC_OK : RC_DENIED;
}

static enum rc
update(struct db *db, const struct head *was, const struct head *is,
    struct arena *m)
{
	return db_run(db, "UPDATE document SET state = $1,"
	    " version = version + 1, revision_id = $2, publication = $3,"
	    " returned = $4, reason = $5, approved_hash = $6, index_no = $7,"
	    " first_published = $8, published = $9, expired = $10,"
	    " left_portal = $11, modified = $12, repealed = $13"
	    " WHERE id = $14 AND unit_id = $15 AND state = $16"
	    " AND version = $17",
	    V(state_key(is->state)), V(is->revision),
	    is->publication ? V(is->publication) : V_NULL, V(is->returned),
	    V(is->reason), V(is->approved_hash),
	    *is->index_no ? V(is->index_no) : V_NULL, V(is->first_published),
	    V(is->published), V(is->expired), V(is->left_portal),
	    V(clock_text(m, clock_now())), V(is->repealed), V(was->id),
	    V(was->unit), V(state_key(was->state)), V(was->version));
}

enum rc
head_deed(struct db *db, const struct actor *who, const struct head *was,
    const struct head *is, const char *deed, const char *detail,
    struct arena *m)
{
	enum rc rc = update(db, was, is, m);

	if (rc != RC_OK)
		return rc;
	if (db_changed(db) != 1)
		return RC_CONFLICT;
	return audit_write(db, who, deed, "document", was->id,
	    state_key(was->state), state_key(is->state), detail, m);
}

enum rc
head_move(struct db *db, const struct actor *who, const struct head *was,
    const struct head *is, enum action action, const char *detail,
    struct arena *m)
{
	return head_deed(db, who, was, is, action_key(action), detail, m);
}

void
head_reason_check(const char *reason, bool needed, const char *field,
    struct problems *p)
{
	if (needed && *reason == '\0')
		problem_add(p, field, PROBLEM_REASON_NEEDED);
	else if (text_length(reason) > DOCUMENT_REASON_MAX)
		problem_add(p, field, PROBLEM_TOO_LONG);
	else if (!text_printable(reason, strlen(reason), true))
		problem_add(p, field, PROBLEM_NOT_TEXT);
}

bool
head_is_own(const struct head *h, const struct actor *who)
{
	return h->entered_by == who->user || h->created_by == who->user ||
	    h->saved_by == who->user;
}

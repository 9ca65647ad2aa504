/* bulk_undo.c - drafts are taken back, and what is left over goes. */
#include "base/clock.h"
#include "core/audit.h"
#include "core/bulk_row.h"
#include "core/bulk_work.h"
#include "core/document_head.h"
#include "core/erasure.h"
#include "core/file_use.h"
#include "core/list.h"
#include "store/files.h"

#define SWEEP	50	/* files a transaction */

static enum rc
is_typing(struct db *db, int64_t document, bool *typing)
{
	struct rows q = db_query(db, "SELECT 1 FROM working_copy"
	    " WHERE document_id = $1 LIMIT 1", V(document));
	enum rc rc = db_first(&q);

	*typing = rc == RC_OK;
	return rc == RC_OK ? db_done(&q) : rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* As it came: nobody saved, submitted, deleted it or is typing in it. */
static enum rc
is_untouched(struct db *db, const struct bulk *b, const struct bulk_row *r,
    bool *untouched, struct arena *m)
{
	struct head h;
	bool typing;
	enum rc rc = head_get(db, b->unit, r->document, &h, m);

	*untouched = false;
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	rc = is_typing(db, r->document, &typing);
	*untouched = !typing && h.state == STATE_DRAFT &&
	    h.version == r->version;
	return rc;
}

static enum rc
drop_uploads(struct db *db, const struct bulk *b, const struct bulk_row *r,
    struct arena *m)
{
	struct { int n; int64_t *v; } ids = { 0 };
	struct rows q = db_query(db, "SELECT upload_id FROM bulk_file"
	    " WHERE bulk_id = $1 AND row_id = $2 AND upload_id > 0",
	    V(b->id), V(r->id));
	struct upload u;
	bool gone;
	enum rc rc;

	while (db_next(&q))
		*list_add(&ids, m) = db_int(&q, 0);
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < ids.n; k++) {
		rc = upload_get(db, b->unit, ids.v[k], &u, m);
		if (rc == RC_OK)
			rc = erasure_upload(db, &u, &gone);
		else if (rc == RC_NOT_FOUND)
			rc = RC_OK;
	}
	return rc != RC_OK ? rc : db_run(db, "UPDATE bulk_file"
	    " SET upload_id = 0 WHERE bulk_id = $1 AND row_id = $2",
	    V(b->id), V(r->id));
}

static enum rc
settle(struct db *db, const struct bulk_row *r, enum bulk_row_state state)
{
	return db_run(db, "UPDATE bulk_row SET state = $1, title = $2"
	    " WHERE id = $3", V(bulk_row_key(state)), V(r->c.title),
	    V(r->id));
}

static enum rc
take_back(struct db *db, const struct actor *who, const struct bulk *b,
    const struct bulk_row *r, struct arena *m)
{
	enum rc rc;

	if ((rc = erasure_document(db, r->document, m)) != RC_OK ||
	    (rc = drop_uploads(db, b, r, m)) != RC_OK ||
	    (rc = audit_write(db, who, "bulk_undo", "document", r->document,
	    state_key(STATE_DRAFT), "", "", m)) != RC_OK)
		return rc;
	return settle(db, r, BULK_ROW_UNDONE);
}

enum rc
bulk_row_undo(struct db *db, const struct bulk *b, const struct bulk_row *r,
    struct arena *m)
{
	const struct actor who = { b->account, b->login, ROLE_ENTRY, b->unit,
	    b->address };
	bool untouched;
	enum rc rc = db_run(db, "UPDATE bulk_row SET tries = tries + 1"
	    " WHERE id = $1 AND state = 'imported'", V(r->id));

	if (rc != RC_OK || db_changed(db) != 1)
		return rc;
	if ((rc = is_untouched(db, b, r, &untouched, m)) != RC_OK)
		return rc;
	rc = untouched ? take_back(db, &who, b, r, m) :
	    settle(db, r, BULK_ROW_KEPT);
	return rc == RC_OK ? bulk_work_later(db, b, m) : rc;
}

enum rc
bulk_row_keep(struct db *db, const struct bulk_row *r)
{
	return db_run(db, "UPDATE bulk_row SET state = 'kept' WHERE id = $1"
	    " AND state = 'imported'", V(r->id));
}

enum rc
bulk_forget(struct db *db, int64_t document)
{
	enum rc rc = db_run(db, "DELETE FROM bulk_note WHERE row_id IN"
	    " (SELECT id FROM bulk_row WHERE document_id = $1)", V(document));

	if (rc == RC_OK)
		rc = db_run(db, "UPDATE bulk_file SET name = '', report = ''"
		    " WHERE (bulk_id, row_id) IN (SELECT bulk_id, id"
		    " FROM bulk_row WHERE document_id = $1)", V(document));
	return rc != RC_OK ? rc : db_run(db, "UPDATE bulk_row SET title = '',"
	    " doc_no = '', made_on = '', summary = '', closed_reason = '',"
	    " interprets = '', replaces = '', late = '', word = '',"
	    " attachments = '', body = '', body_text = '',"
	    " document_id = NULL WHERE document_id = $1", V(document));
}

static enum rc
drop_bytes(struct db *db, const char *files, const char *sha256,
    struct arena *m)
{
	bool used;
	enum rc rc = file_use(db, sha256, &used);

	return rc != RC_OK || used ? rc : files_remove(files, sha256, m);
}

/* The rows of a bulk that came to nothing. */
static enum rc
drop_rows(struct db *db, const struct bulk *b)
{
	enum rc rc = RC_OK;

	if (b->state != BULK_DROPPED && b->state != BULK_FAILED)
		return rc;
	rc = db_run(db, "DELETE FROM bulk_note WHERE row_id IN"
	    " (SELECT id FROM bulk_row WHERE bulk_id = $1)", V(b->id));
	return rc == RC_OK ? db_run(db, "DELETE FROM bulk_row"
	    " WHERE bulk_id = $1", V(b->id)) : rc;
}

static enum rc
finish(struct db *db, const struct bulk *b, const char *files,
    struct arena *m)
{
	enum rc rc = drop_rows(db, b);

	if (rc == RC_OK)
		rc = db_run(db, "UPDATE bulk SET zip = '', work = 0"
		    " WHERE id = $1 AND state = $2", V(b->id),
		    V(bulk_state_key(b->state)));
	return rc != RC_OK || *b->zip == '\0' ? rc :
	    drop_bytes(db, files, b->zip, m);
}

struct left { int64_t row, position; const char *sha256; };

enum rc
bulk_sweep(struct db *db, const struct bulk *b, const char *files,
    struct arena *m)
{
	struct { int n; struct left *v; } left = { 0 };
	struct rows q = db_query(db, "SELECT row_id, position, sha256"
	    " FROM bulk_file WHERE bulk_id = $1 AND upload_id = 0"
	    " ORDER BY row_id, position LIMIT $2", V(b->id), V(SWEEP));
	enum rc rc;

	while (db_next(&q))
		*list_add(&left, m) = (struct left){ db_int(&q, 0),
		    db_int(&q, 1), db_text(&q, 2, m) };
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < left.n; k++) {
		rc = db_run(db, "DELETE FROM bulk_file WHERE bulk_id = $1"
		    " AND row_id = $2 AND position = $3", V(b->id),
		    V(left.v[k].row), V(left.v[k].position));
		if (rc == RC_OK)
			rc = drop_bytes(db, files, left.v[k].sha256, m);
	}
	return rc != RC_OK || left.n == SWEEP ? rc :
	    finish(db, b, files, m);
}

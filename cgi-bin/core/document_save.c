/* document_save.c - what the clerk saves. */
#include <string.h>

#include "base/clock.h"
#include "core/audit.h"
#include "core/content.h"
#include "core/document_head.h"
#include "core/revision.h"

#define FIRST_VERSION 1
#define LAST_SECONDS (30 * 60)

enum rc
document_of_form(struct db *db, const struct actor *who, const char *once,
    int64_t *id, int64_t *version)
{
	*version = FIRST_VERSION;
	return db_number(db, id, "SELECT id FROM document"
	    " WHERE entered_by = $1 AND once = $2 AND once <> ''",
	    V(who->user), V(once));
}

enum rc
document_made_last(struct db *db, const struct actor *who,
    struct document_made *out, struct arena *m)
{
	const char *since = clock_text(m, clock_now() - LAST_SECONDS);
	struct rows q = db_query(db, "SELECT d.id, r.title, d.modified"
	    " FROM document d JOIN revision r ON r.id = d.revision_id"
	    " WHERE d.entered_by = $1 AND d.state IN ('draft', 'submitted')"
	    " AND d.modified >= $2 AND d.created >= $2 AND d.once <> ''"
	    " ORDER BY d.modified DESC, d.id DESC LIMIT 1", V(who->user),
	    V(since));
	enum rc rc = RC_NOT_FOUND, end;

	if (db_next(&q)) {
		*out = (struct document_made){ db_int(&q, 0),
			db_text(&q, 1, m), db_text(&q, 2, m) };
		rc = RC_OK;
	}
	end = db_done(&q);
	return end != RC_OK ? end : rc;
}

static enum rc
insert_document(struct db *db, const struct actor *who, int64_t id,
    const struct revision *r, struct arena *m)
{
	const char *now = clock_text(m, clock_now());

	return db_run(db, "INSERT INTO document (id, unit_id, state, version,"
	    " revision_id, entered_by, person, created, modified, once)"
	    " VALUES ($1, $2, $3, $7, $4, $5, COALESCE((SELECT name"
	    " FROM account WHERE id = $5), ''), $6, $6, $8)", V(id),
	    V(who->unit), V(state_key(STATE_DRAFT)), V(r->id), V(who->user),
	    V(now), V(FIRST_VERSION), V(r->c.once != NULL ? r->c.once : ""));
}

static enum rc
save_new(struct db *db, const struct actor *who, struct revision *r,
    int64_t *id, int64_t *version, struct arena *m)
{
	enum rc rc;

	r->number = 1;
	if ((rc = db_id(db, "document", id)) != RC_OK ||
	    (rc = db_id(db, "revision", &r->id)) != RC_OK ||
	    (rc = insert_document(db, who, *id, r, m)) != RC_OK ||
	    (rc = revision_add(db, who, *id, r, m)) != RC_OK)
		return rc;
	*version = FIRST_VERSION;
	return audit_write(db, who, action_key(ACTION_EDIT), "document", *id,
	    "", state_key(STATE_DRAFT), "", m);
}

/* What was submitted once is never overwritten: it gets a successor. */
static enum rc
write_revision(struct db *db, const struct actor *who, const struct head *was,
    struct revision *r, struct arena *m)
{
	enum rc rc;

	if (*was->hash == '\0') {
		r->id = was->revision;
		return revision_replace(db, who, r, m);
	}
	if ((rc = revision_number(db, was->id, &r->number)) != RC_OK ||
	    (rc = db_id(db, "revision", &r->id)) != RC_OK)
		return rc;
	return revision_add(db, who, was->id, r, m);
}

static enum rc
save_old(struct db *db, const struct actor *who, const struct head *was,
    const struct move *move, struct revision *r, struct arena *m)
{
	struct head is = *was;
	enum rc rc;

	if ((rc = write_revision(db, who, was, r, m)) != RC_OK)
		return rc;
	is.state = move->to;
	is.revision = r->id;
	is.approved_hash = "";
	/* no word of a draft goes where none can be taken out again */
	return head_move(db, who, was, &is, ACTION_EDIT, "", m);
}

/* Whether the last thing this account did to it was to save just that. */
static enum rc
is_saved(struct db *db, const struct actor *who, const struct head *was,
    const struct content *c, bool *saved, struct arena *m)
{
	struct problems p = { 0 };
	struct revision sent, stored;
	char *a, *b;
	enum rc rc;

	*saved = false;
	if (was->saved_by != who->user || *was->hash != '\0')
		return RC_OK;
	if ((rc = content_check(db, who->unit, c, &sent, &p, m)) != RC_OK ||
	    p.n > 0)
		return rc;
	if ((rc = revision_hash(db, &sent, &a, m)) != RC_OK ||
	    (rc = revision_get(db, was->revision, &stored, m)) != RC_OK ||
	    (rc = revision_hash(db, &stored, &b, m)) != RC_OK)
		return rc;
	*saved = strcmp(a, b) == 0 &&
	    strcmp(sent.c.reassess, stored.c.reassess) == 0;
	return RC_OK;
}

/* What is sent again because the answer was lost on the way is no conflict
 * with what it did the first time: *version becomes the one it got then. */
static enum rc
save_again(struct db *db, const struct actor *who, const struct head *was,
    const struct content *c, int64_t *version, struct arena *m)
{
	bool saved;
	enum rc rc = is_saved(db, who, was, c, &saved, m);

	if (rc != RC_OK)
		return rc;
	if (!saved)
		return RC_CONFLICT;
	*version = was->version;
	return RC_OK;
}

enum rc
document_save(struct db *db, const struct actor *who, int64_t *id,
    int64_t *version, const struct content *c, struct problems *p,
    struct arena *m)
{
	const struct move *move;
	struct revision r;
	struct head was;
	enum rc rc;

	if (*id == 0) {
		if (!workflow_find(STATE_DRAFT, ACTION_EDIT, who->role))
			return RC_DENIED;
	} else {
		if ((rc = head_get(db, who->unit, *id, &was, m)) != RC_OK)
			return rc;
		rc = head_allow(&was, who, *version, ACTION_EDIT, &move);
		if (rc == RC_CONFLICT)
			return save_again(db, who, &was, c, version, m);
		if (rc != RC_OK)
			return rc;
	}
	if ((rc = content_check(db, who->unit, c, &r, p, m)) != RC_OK)
		return rc;
	if (p->n > 0)
		return RC_INVALID;
	if (*id == 0)
		return save_new(db, who, &r, id, version, m);
	if ((rc = save_old(db, who, &was, move, &r, m)) == RC_OK)
		++*version;
	return rc;
}

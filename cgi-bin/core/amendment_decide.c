/* amendment_decide.c - see amendment.h: how one begins to wait and ends. */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "core/amendment.h"
#include "core/amendment_propose.h"
#include "core/audit.h"
#include "core/revision.h"
#include "core/secrecy.h"

enum rc
amendment_supersede(struct db *db, const struct actor *who, int64_t document,
    struct arena *m)
{
	return db_run(db, "UPDATE amendment SET state = 'dropped',"
	    " decided_by = CASE state WHEN 'pending' THEN $1 ELSE decided_by"
	    " END, decided = CASE state WHEN 'pending' THEN $2 ELSE decided"
	    " END WHERE document_id = $3"
	    " AND state IN ('pending', 'returned')", V(who->login),
	    V(clock_text(m, clock_now())), V(document));
}

/* Nothing about the document moves, so its state stands on both sides. */
static enum rc
note_deed(struct db *db, const struct actor *who, const struct head *h,
    const char *deed, const char *detail, struct arena *m)
{
	return audit_write(db, who, deed, "document", h->id,
	    state_key(h->state), state_key(h->state), detail, m);
}

enum rc
amendment_propose(struct db *db, const struct actor *who, struct changing *k,
    const struct change *ch, struct arena *m)
{
	const char *interprets = ch->interprets, *replaces = ch->replaces;
	struct amendment open;
	struct document d;
	int64_t id;
	enum rc rc = amendment_open(db, who->unit, k->was.id, &d, &open, m);

	if (rc != RC_OK)
		return rc;
	if (open.id != 0) {	/* what a form does not ask for stays */
		interprets = interprets ? interprets : open.interprets;
		replaces = replaces ? replaces : open.replaces;
	}
	if ((rc = amendment_supersede(db, who, k->was.id, m)) != RC_OK ||
	    (rc = change_store(db, who, k, ch->found, "", m)) != RC_OK ||
	    (rc = db_id(db, "amendment", &id)) != RC_OK ||
	    (rc = db_run(db, "INSERT INTO amendment (id, document_id, unit_id,"
	    " revision_id, version, state, interprets, replaces, account_id,"
	    " login, at) VALUES ($1, $2, $3, $4, $5, 'pending', $6, $7, $8,"
	    " $9, $10)", V(id), V(k->was.id), V(k->was.unit), V(k->r.id),
	    V(k->was.version), interprets ? V(interprets) : V_NULL,
	    replaces ? V(replaces) : V_NULL, V(who->user),
	    V(who->login), V(clock_text(m, clock_now())))) != RC_OK)
		return rc;
	return note_deed(db, who, &k->was, "propose", k->r.note, m);
}

/* Out of the state that it was read in, and no other. */
static enum rc
end(struct db *db, const struct actor *who, const struct amendment *a,
    enum amendment_state to, const char *reason, struct arena *m)
{
	enum rc rc = db_run(db, "UPDATE amendment SET state = $1,"
	    " decided_by = $2, decided = $3, reason = $4 WHERE id = $5"
	    " AND state = $6", V(amendment_key(to)), V(who->login),
	    V(clock_text(m, clock_now())), V(reason), V(a->id),
	    V(amendment_key(a->state)));

	return rc == RC_OK && db_changed(db) != 1 ? RC_CONFLICT : rc;
}

static enum rc
read_both(struct db *db, const struct actor *who, int64_t id,
    struct amendment *a, struct head *h, struct arena *m)
{
	enum rc rc = amendment_get(db, who->unit, id, a, m);

	return rc != RC_OK ? rc :
	    head_get(db, who->unit, a->document, h, m);
}

/* A reviewer, and not the one who made it; the document as it was then. */
static enum rc
may_approve(const struct actor *who, const struct amendment *a,
    const struct head *h)
{
	if (who->role != ROLE_REVIEW || a->by == who->user)
		return RC_DENIED;
	if (a->state != AMENDMENT_PENDING || h->version != a->version ||
	    workflow_find(h->state, ACTION_AMEND, ROLE_ADMIN) == NULL)
		return RC_CONFLICT;
	return RC_OK;
}

/* The stored revision still is what was proposed. */
static enum rc
read_revision(struct db *db, const struct amendment *a, struct revision *r,
    struct arena *m)
{
	char *hash;
	enum rc rc;

	if ((rc = revision_get(db, a->revision, r, m)) != RC_OK ||
	    (rc = revision_hash(db, r, &hash, m)) != RC_OK)
		return rc;
	if (strcmp(hash, r->hash) == 0)
		return RC_OK;
	log_fail("amendment %lld: its revision is not what was proposed",
	    (long long)a->id);
	return RC_CONFLICT;
}

static enum rc
publish(struct db *db, const struct actor *who, const struct head *was,
    const struct revision *r, struct arena *m)
{
	enum rc rc = db_run(db, "UPDATE revision SET published = $1"
	    " WHERE id = $2 AND published = ''",
	    V(clock_text(m, clock_now())), V(r->id));

	return rc != RC_OK ? rc : change_live(db, who, was, r, "adopt", m);
}

/* Another content than is public has been reviewed (条例 art. 17). */
static enum rc
check_signed(struct db *db, const struct head *h, const struct revision *r,
    struct problems *p)
{
	bool valid;
	enum rc rc = secrecy_signed(db, h->id, r->hash, &valid);

	if (rc != RC_OK || valid || strcmp(r->hash, h->hash) == 0)
		return rc;
	problem_add(p, "secrecy", PROBLEM_NO_SECRECY);
	return RC_INVALID;
}

enum rc
amendment_approve(struct db *db, const struct actor *who, int64_t id,
    struct problems *p, struct arena *m)
{
	struct amendment a;
	struct revision r;
	struct head h;
	enum rc rc;

	if ((rc = read_both(db, who, id, &a, &h, m)) != RC_OK ||
	    (rc = may_approve(who, &a, &h)) != RC_OK ||
	    (rc = read_revision(db, &a, &r, m)) != RC_OK ||
	    (rc = check_signed(db, &h, &r, p)) != RC_OK ||
	    (rc = end(db, who, &a, AMENDMENT_APPROVED, "", m)) != RC_OK)
		return rc;
	rc = strcmp(r.hash, h.hash) == 0 ?
	    note_deed(db, who, &h, "adopt", r.note, m) :
	    publish(db, who, &h, &r, m);
	return rc != RC_OK ? rc : change_relate(db, who, a.document,
	    a.interprets, a.replaces, p, m);
}

enum rc
amendment_return(struct db *db, const struct actor *who, int64_t id,
    const char *reason, struct problems *p, struct arena *m)
{
	struct amendment a;
	struct head h;
	enum rc rc;

	if ((rc = read_both(db, who, id, &a, &h, m)) != RC_OK)
		return rc;
	if (who->role != ROLE_REVIEW)
		return RC_DENIED;
	if (a.state != AMENDMENT_PENDING)
		return RC_CONFLICT;
	reason = text_unix_lines(m, text_trim(m, reason));
	head_reason_check(reason, true, "reason", p);
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = end(db, who, &a, AMENDMENT_RETURNED, reason, m)) != RC_OK)
		return rc;
	return note_deed(db, who, &h, "decline", reason, m);
}

enum rc
amendment_drop(struct db *db, const struct actor *who, int64_t id,
    struct arena *m)
{
	struct amendment a;
	struct head h;
	enum rc rc;

	if ((rc = read_both(db, who, id, &a, &h, m)) != RC_OK)
		return rc;
	if (who->role != ROLE_ADMIN)
		return RC_DENIED;
	if (a.state != AMENDMENT_PENDING && a.state != AMENDMENT_RETURNED)
		return RC_CONFLICT;
	if ((rc = end(db, who, &a, AMENDMENT_DROPPED, a.reason, m)) != RC_OK)
		return rc;
	return note_deed(db, who, &h, "abandon", "", m);
}

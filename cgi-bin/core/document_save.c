/* document_save.c - what the clerk saves and what the administrator amends. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/content.h"
#include "core/document_head.h"
#include "core/listing.h"
#include "core/register.h"
#include "core/revision.h"

static enum rc
insert_document(struct db *db, const struct actor *who, int64_t id,
    int64_t revision, struct arena *m)
{
	const char *now = clock_text(m, clock_now());

	return db_run(db, "INSERT INTO document (id, unit_id, state, version,"
	    " revision_id, entered_by, created, modified)"
	    " VALUES ($1, $2, $3, 1, $4, $5, $6, $6)", V(id), V(who->unit),
	    V(state_key(STATE_DRAFT)), V(revision), V(who->user), V(now));
}

static enum rc
save_new(struct db *db, const struct actor *who, struct revision *r,
    int64_t *id, int64_t *version, struct arena *m)
{
	enum rc rc;

	r->number = 1;
	if ((rc = db_id(db, "document", id)) != RC_OK ||
	    (rc = db_id(db, "revision", &r->id)) != RC_OK ||
	    (rc = insert_document(db, who, *id, r->id, m)) != RC_OK ||
	    (rc = revision_add(db, who, *id, r, m)) != RC_OK)
		return rc;
	*version = 1;
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
		return revision_replace(db, who, r);
	}
	r->number = was->number + 1;
	if ((rc = db_id(db, "revision", &r->id)) != RC_OK)
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
	} else if ((rc = head_get(db, who->unit, *id, &was, m)) != RC_OK ||
	    (rc = head_allow(&was, who, *version, ACTION_EDIT, &move))
	    != RC_OK)
		return rc;
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

static void
check_note(const char *note, struct problems *p)
{
	if (*note == '\0')
		problem_add(p, "note", PROBLEM_REASON_NEEDED);
	else if (text_length(note) > DOCUMENT_REASON_MAX)
		problem_add(p, "note", PROBLEM_TOO_LONG);
	else if (!text_printable(note, strlen(note), true))
		problem_add(p, "note", PROBLEM_NOT_TEXT);
}

/* What was kept from the public is not opened by one person alone. */
static enum rc
check_openness(struct db *db, int64_t revision, const char *openness,
    struct problems *p, struct arena *m)
{
	struct rows q = db_query(db, "SELECT openness FROM revision"
	    " WHERE id = $1", V(revision));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	if (strcmp(openness, "active") == 0 &&
	    strcmp(db_text(&q, 0, m), "active") != 0)
		problem_add(p, "openness", PROBLEM_OPENNESS_FIXED);
	return db_done(&q);
}

/* Everything that can be wrong, found before anything is written. */
static enum rc
check_amendment(struct db *db, const struct head *was,
    const struct content *c, struct revision *r, struct problems *p,
    struct arena *m)
{
	struct document d;
	char *hash;
	enum rc rc;

	if ((rc = content_check(db, was->unit, c, r, p, m)) != RC_OK)
		return rc;
	d = (struct document){ .rev = *r };
	document_check(&d, p);
	if ((rc = check_openness(db, was->revision, r->c.openness, p, m))
	    != RC_OK)
		return rc;
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = revision_hash(db, r, &hash, m)) != RC_OK)
		return rc;
	r->hash = hash;
	if (strcmp(hash, was->hash) != 0)
		return RC_OK;
	problem_add(p, "title", PROBLEM_NO_CHANGE);
	return RC_INVALID;
}

static enum rc
write_amendment(struct db *db, const struct actor *who,
    const struct head *was, const struct move *move, struct revision *r,
    struct arena *m)
{
	struct head is = *was;
	enum rc rc;

	r->number = was->number + 1;
	r->published = clock_text(m, clock_now());
	if ((rc = db_id(db, "revision", &r->id)) != RC_OK ||
	    (rc = revision_add(db, who, was->id, r, m)) != RC_OK)
		return rc;
	is.state = move->to;
	is.revision = r->id;
	is.approved_hash = r->hash;
	if ((rc = head_move(db, who, was, &is, ACTION_AMEND, r->note, m))
	    != RC_OK || (rc = listing_refresh(db, was->id, m)) != RC_OK)
		return rc;
	return register_follow(db, was->id, m);
}

enum rc
document_amend(struct db *db, const struct actor *who, int64_t id,
    int64_t version, const struct content *c, const char *note,
    struct problems *p, struct arena *m)
{
	const struct move *move;
	struct revision r;
	struct head was;
	enum rc rc;

	if ((rc = head_get(db, who->unit, id, &was, m)) != RC_OK ||
	    (rc = head_allow(&was, who, version, ACTION_AMEND, &move))
	    != RC_OK)
		return rc;
	note = text_trim(m, note ? note : "");
	check_note(note, p);
	if ((rc = check_amendment(db, &was, c, &r, p, m)) != RC_OK)
		return rc;
	r.note = note;
	return write_amendment(db, who, &was, move, &r, m);
}

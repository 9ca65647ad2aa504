/*
 * document_move.c - the moves of the workflow table and what each does beside
 * changing the state.
 */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "core/document_head.h"
#include "core/lateness.h"
#include "core/listing.h"
#include "core/plan.h"
#include "core/profiles.h"
#include "core/register.h"
#include "core/revision.h"

struct job {
	struct db *db;
	const struct actor *who;
	struct head was, is;
	const char *reason;
	const char *now;
	struct problems *p;
	struct arena *m;
};
/* The stored revision still is what its hash says. */
static enum rc
check_hash(struct job *j)
{
	struct revision r;
	char *hash;
	enum rc rc;

	if ((rc = revision_get(j->db, j->was.revision, &r, j->m)) != RC_OK ||
	    (rc = revision_hash(j->db, &r, &hash, j->m)) != RC_OK)
		return rc;
	if (strcmp(hash, j->was.hash) == 0)
		return RC_OK;
	log_fail("document %lld: revision %d is not what was submitted",
	    (long long)j->was.id, j->was.number);
	return RC_CONFLICT;
}

static enum rc
submit(struct job *j)
{
	struct document d;
	char *hash;
	enum rc rc;

	if ((rc = lateness_keep(j->db, j->who, j->was.id, j->reason, j->m))
	    != RC_OK || (rc = document_get(j->db, j->was.unit, j->was.id, &d,
	    j->m)) != RC_OK)
		return rc;
	document_ready(&d, j->p);
	if (j->p->n > 0)
		return RC_INVALID;
	j->is.returned = j->is.approved_hash = "";
	if (*j->was.hash != '\0')
		return check_hash(j);
	if ((rc = revision_hash(j->db, &d.rev, &hash, j->m)) != RC_OK)
		return rc;
	return db_run(j->db, "UPDATE revision SET hash = $1 WHERE id = $2"
	    " AND hash = ''", V(hash), V(j->was.revision));
}

static enum rc
discard(struct job *j)
{
	return *j->was.index_no == '\0' ? RC_OK : RC_DENIED;
}

static enum rc
approve(struct job *j)
{
	if (head_is_own(&j->was, j->who))
		return RC_DENIED;
	j->is.approved_hash = j->was.hash;
	return check_hash(j);
}

static enum rc
send_back(struct job *j)
{
	j->is.returned = j->reason;
	j->is.approved_hash = "";
	return RC_OK;
}

/* The index number is given once, by unit and year of first publication. */
static enum rc
number(struct job *j)
{
	int year = day_year(clock_today());
	int64_t serial;
	enum rc rc;

	if (*j->was.index_no != '\0')
		return RC_OK;
	rc = db_id(j->db, arena_printf(j->m, "index/%lld/%d",
	    (long long)j->was.unit, year), &serial);
	if (rc != RC_OK)
		return rc;
	j->is.index_no = arena_printf(j->m, "%s/%04d-%05lld",
	    text_upper(j->m, j->was.unit_code), year, (long long)serial);
	j->is.first_published = j->now;
	return RC_OK;
}

static enum rc
publish(struct job *j)
{
	enum rc rc;

	if (head_is_own(&j->was, j->who))
		return RC_DENIED;
	if ((rc = lateness_excuse(j->db, j->who, j->was.id, clock_today(),
	    j->reason, j->p, j->m)) != RC_OK)
		return rc;
	if (*j->was.hash == '\0' ||
	    strcmp(j->was.approved_hash, j->was.hash) != 0) {
		log_fail("document %lld: another revision was approved",
		    (long long)j->was.id);
		return RC_CONFLICT;
	}
	if ((rc = check_hash(j)) != RC_OK || (rc = number(j)) != RC_OK)
		return rc;
	rc = db_id(j->db, "publication", &j->is.publication);
	if (rc != RC_OK)
		return rc;
	j->is.published = j->now;
	j->is.returned = j->is.reason = j->is.expired = "";
	j->is.left_portal = "";
	j->is.repealed = false;
	return db_run(j->db, "UPDATE revision SET published = $1,"
	    " withdrawn = '' WHERE id = $2", V(j->now), V(j->was.revision));
}

static enum rc
expire(struct job *j)
{
	j->is.reason = j->reason;
	j->is.expired = j->now;
	return RC_OK;
}

/* Of what had expired before, the day on which it lost its force stays. */
static enum rc
repeal(struct job *j)
{
	if (j->was.repealed)
		return RC_DENIED;
	if (j->was.state != STATE_EXPIRED)
		j->is.expired = j->now;
	j->is.reason = j->reason;
	j->is.repealed = true;
	return RC_OK;
}

/* Off the portal: nothing of it comes back without a new review. */
static enum rc
leave_portal(struct job *j)
{
	j->is.reason = j->reason;
	j->is.approved_hash = "";
	j->is.repealed = false;
	if (j->was.state != STATE_WITHDRAWN)
		j->is.left_portal = j->now;
	return db_run(j->db, "UPDATE revision SET withdrawn = $1"
	    " WHERE document_id = $2 AND published <> '' AND withdrawn = ''",
	    V(j->now), V(j->was.id));
}

/* EDIT and AMEND bring content and have functions of their own. */
static enum rc (*const effects[ACTION__MAX])(struct job *) = {
	[ACTION_SUBMIT] = submit,
	[ACTION_DISCARD] = discard,
	[ACTION_APPROVE] = approve,
	[ACTION_RETURN] = send_back,
	[ACTION_PUBLISH] = publish,
	[ACTION_WITHDRAW] = leave_portal,
	[ACTION_EXPIRE] = expire,
	[ACTION_REPEAL] = repeal,
	[ACTION_DELETE] = leave_portal,
};

static enum rc
check_reason(struct job *j, const struct move *move)
{
	head_reason_check(j->reason, move->reason, "reason", j->p);
	return j->p->n > 0 ? RC_INVALID : RC_OK;
}

static enum rc
run(struct job *j, const struct move *move)
{
	enum rc rc;

	j->is = j->was;
	j->is.state = move->to;
	if ((rc = check_reason(j, move)) != RC_OK ||
	    (rc = effects[move->action](j)) != RC_OK ||
	    (rc = head_move(j->db, j->who, &j->was, &j->is, move->action,
	    j->reason, j->m)) != RC_OK ||
	    (rc = plan_forget(j->db, j->was.id)) != RC_OK ||
	    (rc = listing_refresh(j->db, j->was.id, j->m)) != RC_OK ||
	    (rc = register_follow(j->db, j->was.id, j->m)) != RC_OK)
		return rc;
	return move->action == ACTION_PUBLISH ? profile_succeed(j->db, j->who,
	    j->was.id, j->p, j->m) : RC_OK;
}

enum rc
document_move(struct db *db, const struct actor *who, int64_t id,
    int64_t version, enum action action, const char *reason,
    struct problems *p, struct arena *m)
{
	struct job j = { .db = db, .who = who, .p = p, .m = m };
	const struct move *move;
	enum rc rc;

	if ((rc = head_get(db, who->unit, id, &j.was, m)) != RC_OK)
		return rc;
	if (action <= ACTION_NONE || action >= ACTION__MAX ||
	    effects[action] == NULL)
		return RC_DENIED;
	if ((rc = head_allow(&j.was, who, version, action, &move)) != RC_OK)
		return rc;
	j.reason = text_unix_lines(m, text_trim(m, reason ? reason : ""));
	j.now = clock_text(m, clock_now());
	return run(&j, move);
}

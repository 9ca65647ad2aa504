/* plan.c - see plan.h. */
#include <string.h>

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/document_head.h"
#include "core/lateness.h"
#include "core/plan.h"
#include "core/user.h"

struct due {
	int64_t document, version, account, unit;
	const char *hash, *now_hash;	/* planned, approved at present */
};

enum rc
plan_get(struct db *db, int64_t document, struct plan *p, struct arena *m)
{
	struct rows q = db_query(db, "SELECT document_id, due, planned, login,"
	    " failed FROM publication_plan WHERE document_id = $1",
	    V(document));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*p = (struct plan){ .document = db_int(&q, 0),
	    .due = db_text(&q, 1, m), .planned = db_text(&q, 2, m),
	    .login = db_text(&q, 3, m), .failed = db_text(&q, 4, m) };
	return db_done(&q);
}

/* "09:30" as seconds of the day, -1: no time. */
static int
time_parse(const char *s)
{
	int h, min;

	if (strlen(s) != 5 || s[2] != ':' || s[0] < '0' || s[0] > '2' ||
	    s[1] < '0' || s[1] > '9' || s[3] < '0' || s[3] > '5' ||
	    s[4] < '0' || s[4] > '9')
		return -1;
	h = (s[0] - '0') * 10 + (s[1] - '0');
	min = (s[3] - '0') * 10 + (s[4] - '0');
	return h > 23 ? -1 : h * 3600 + min * 60;
}

static int64_t
due_parse(const char *day, const char *time, struct problems *p)
{
	int seconds = time_parse(time);
	int64_t due;
	day_t d;

	if (!day_parse(day, &d))
		problem_add(p, "day", PROBLEM_NOT_DATE);
	if (seconds < 0)
		problem_add(p, "time", PROBLEM_NOT_TIME);
	if (p->n > 0)
		return 0;
	due = day_start(d) + seconds;
	if (due <= clock_now())
		problem_add(p, "day", PROBLEM_TIME_PAST);
	else if (due > clock_now() + PLAN_DAYS_MAX * INT64_C(86400))
		problem_add(p, "day", PROBLEM_TIME_FAR);
	return due;
}

static enum rc
may_publish(struct db *db, const struct actor *who, int64_t document,
    int64_t version, struct head *h, struct arena *m)
{
	const struct move *move;
	enum rc rc = head_get(db, who->unit, document, h, m);

	if (rc != RC_OK)
		return rc;
	if (head_is_own(h, who))
		return RC_DENIED;
	return head_allow(h, who, version, ACTION_PUBLISH, &move);
}

enum rc
plan_set(struct db *db, const struct actor *who, int64_t document,
    int64_t version, const struct plan_wish *wish, struct problems *p,
    struct arena *m)
{
	struct head h;
	int64_t due;
	enum rc rc = may_publish(db, who, document, version, &h, m);

	if (rc != RC_OK)
		return rc;
	due = due_parse(wish->day, wish->time, p);
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = lateness_excuse(db, who, document, clock_day(due),
	    wish->reason, p, m)) != RC_OK ||
	    (rc = db_run(db, "INSERT INTO publication_plan (document_id,"
	    " version, hash, due, account_id, login, planned)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (document_id) DO UPDATE SET version ="
	    " excluded.version, hash = excluded.hash, due = excluded.due,"
	    " account_id = excluded.account_id, login = excluded.login,"
	    " planned = excluded.planned, failed = ''", V(document),
	    V(version), V(h.approved_hash), V(clock_text(m, due)),
	    V(who->user), V(who->login), V(clock_text(m, clock_now()))))
	    != RC_OK)
		return rc;
	return audit_write(db, who, "plan", "document", document,
	    state_key(h.state), state_key(h.state), clock_local(m, due), m);
}

enum rc
plan_forget(struct db *db, int64_t document)
{
	return db_run(db, "DELETE FROM publication_plan"
	    " WHERE document_id = $1", V(document));
}

enum rc
plan_cancel(struct db *db, const struct actor *who, int64_t document,
    struct arena *m)
{
	struct head h;
	enum rc rc = head_get(db, who->unit, document, &h, m);

	if (rc != RC_OK)
		return rc;
	if (!workflow_ever(ACTION_PUBLISH, who->role))
		return RC_DENIED;
	/* the timer or somebody else was faster */
	if (workflow_find(h.state, ACTION_PUBLISH, who->role) == NULL)
		return RC_CONFLICT;
	if ((rc = plan_forget(db, document)) != RC_OK)
		return rc;
	if (db_changed(db) == 0)
		return RC_GONE;
	return audit_write(db, who, "plan_cancel", "document", document,
	    state_key(h.state), state_key(h.state), "", m);
}

static enum rc
next_due(struct db *db, struct due *d, struct arena *m)
{
	struct rows q = db_query(db, "SELECT p.document_id, p.version,"
	    " p.account_id, d.unit_id, p.hash, d.approved_hash"
	    " FROM publication_plan p JOIN document d ON d.id = p.document_id"
	    " WHERE p.failed = '' AND p.due <= $1 ORDER BY p.due LIMIT 1",
	    V(clock_text(m, clock_now())));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*d = (struct due){ db_int(&q, 0), db_int(&q, 1), db_int(&q, 2),
	    db_int(&q, 3), db_text(&q, 4, m), db_text(&q, 5, m) };
	return db_done(&q);
}

/* In the name of whoever planned it, if he still may. */
static enum rc
publish_due(struct db *db, const struct due *d, const char **why,
    struct arena *m)
{
	struct problems p = { 0 };
	struct actor who;
	struct user u;
	enum rc rc = user_get(db, d->account, &u, m);

	*why = "account";
	if (rc != RC_OK || !u.enabled || u.unit != d->unit)
		return rc == RC_OK ? RC_DENIED : rc;
	*why = "changed";
	if (*d->hash == '\0' || strcmp(d->hash, d->now_hash) != 0)
		return RC_CONFLICT;
	who = (struct actor){ u.id, u.login, u.role, u.unit, "" };
	rc = document_move(db, &who, d->document, d->version, ACTION_PUBLISH,
	    "", &p, m);
	if (rc == RC_DENIED)
		*why = "state";
	return rc != RC_OK ? rc : audit_write(db, &who, "plan_run",
	    "document", d->document, "", "", "", m);
}

/* What a person has to look at: not what another run may mend. */
static bool
is_final(enum rc rc)
{
	return rc == RC_DENIED || rc == RC_CONFLICT || rc == RC_INVALID ||
	    rc == RC_NOT_FOUND;
}

static enum rc
give_up(struct db *db, const struct due *d, const char *why)
{
	enum rc rc = db_begin(db);

	log_fail("document %lld: not published as planned: %s",
	    (long long)d->document, why);
	return rc != RC_OK ? rc : db_end(db, db_run(db,
	    "UPDATE publication_plan SET failed = $1 WHERE document_id = $2"
	    " AND version = $3", V(why), V(d->document), V(d->version)));
}

/* RC_NOT_FOUND: nothing is due any more. */
static enum rc
run_one(struct db *db, int *published, int *failed, struct arena *m)
{
	const char *why = "";
	struct due d;
	enum rc rc;

	if ((rc = db_begin(db)) != RC_OK)
		return rc;
	if ((rc = next_due(db, &d, m)) != RC_OK) {
		enum rc end = db_end(db, RC_OK);

		return end != RC_OK ? end : rc;
	}
	rc = db_end(db, publish_due(db, &d, &why, m));
	if (is_final(rc)) {
		++*failed;
		return give_up(db, &d, why);
	}
	*published += rc == RC_OK;
	return rc;
}

enum rc
plan_run(struct db *db, int *published, int *failed)
{
	struct arena *m = arena_new();
	enum rc rc;

	*published = *failed = 0;
	do {
		arena_reset(m);
		rc = run_one(db, published, failed, m);
	} while (rc == RC_OK);
	arena_free(m);
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

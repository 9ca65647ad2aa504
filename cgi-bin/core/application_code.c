/*
 * application_code.c - opening an application with its number and code: one
 * answer to every wrong pair, the same work for it, few tries.
 */
#include <ctype.h>
#include <string.h>

#include "base/secret.h"
#include "base/text.h"
#include "core/application_row.h"
#include "core/audit.h"

#define CODE_DIGITS	32
#define NUMBER_MAX	60
#define FAILURES_MAX	10
#define FAILURE_WINDOW	(15 * 60)
#define VISIT_SECONDS	(2 * 3600)

/* Hash of no code at all: what an unknown number is compared with. */
static const char nobody[] =
    "0000000000000000000000000000000000000000000000000000000000000000";

static enum rc
slowed(struct db *db, const char *key, bool *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT failures FROM code_failure"
	    " WHERE address = $1 AND last > $2", V(key),
	    V(clock_text(m, clock_now() - FAILURE_WINDOW)));
	enum rc rc = db_first(&q);

	*out = false;
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	*out = db_int(&q, 0) >= FAILURES_MAX;
	return db_done(&q);
}

static enum rc
count_failure(struct db *db, const char *key, struct arena *m)
{
	enum rc rc = db_run(db, "DELETE FROM code_failure WHERE last <= $1",
	    V(clock_text(m, clock_now() - FAILURE_WINDOW)));

	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO code_failure (address, failures, last)"
	    " VALUES ($1, 1, $2) ON CONFLICT (address) DO UPDATE SET"
	    " failures = code_failure.failures + 1, last = excluded.last",
	    V(key), V(clock_text(m, clock_now())));
}

/* Letters and digits as they are kept, without what people type between
 * them; "" when it cannot be one. */
static const char *
code_tidy(struct arena *m, const char *s)
{
	char *out = arena_alloc(m, CODE_DIGITS + 1);
	size_t n = 0;

	for (s = text_fold(m, s); *s != '\0'; s++) {
		if (*s == ' ' || *s == '-')
			continue;
		if (n == CODE_DIGITS || !isxdigit((unsigned char)*s))
			return "";
		out[n++] = *s;
	}
	return n == CODE_DIGITS ? out : "";
}

static const char *
number_tidy(struct arena *m, const char *s)
{
	s = text_trim(m, s);
	return text_length(s) <= NUMBER_MAX ? text_upper(m, text_fold(m, s)) :
	    "";
}

/* The application of that number and whether the code is its own. */
static enum rc
look_up(struct db *db, const char *number, const char *code, int64_t *unit,
    int64_t *id, bool *right, struct arena *m)
{
	const char *sent = secret_sha256(m, code, strlen(code)), *kept = nobody;
	struct rows q = db_query(db, "SELECT unit_id, id, code_hash"
	    " FROM application WHERE number = $1", V(number));
	enum rc rc = db_first(&q);

	*unit = *id = 0;
	if (rc == RC_OK) {
		*unit = db_int(&q, 0);
		*id = db_int(&q, 1);
		kept = db_text(&q, 2, m);
		rc = db_done(&q);
	} else if (rc == RC_NOT_FOUND) {
		rc = RC_OK;
	}
	if (strlen(kept) != SECRET_HASH_LEN)
		kept = nobody;
	*right = secret_same(kept, sent);
	return rc;
}

static enum rc
refuse(struct db *db, const char *address, const char *key, int64_t unit,
    int64_t id, struct problems *p, struct arena *m)
{
	struct actor who = { .login = "", .unit = unit, .address = address };
	enum rc rc = count_failure(db, key, m);

	if (rc == RC_OK)
		rc = audit_write(db, &who, "code_failed", "application", id,
		    "", "", "", m);
	if (rc != RC_OK)
		return rc;
	problem_add(p, "code", PROBLEM_CODE);
	return RC_INVALID;
}

enum rc
application_by_code(struct db *db, const char *number, const char *code,
    const char *address, bool person, struct application *out,
    struct problems *p, struct arena *m)
{
	const char *key = actor_address(address, m);
	struct actor who;
	int64_t unit, id;
	bool slow, right;
	enum rc rc;

	if ((rc = slowed(db, key, &slow, m)) != RC_OK)
		return rc;
	if (slow && !person) {
		problem_add(p, "code", PROBLEM_CODE_LOCKED);
		return RC_INVALID;
	}
	rc = look_up(db, number_tidy(m, number), code_tidy(m, code), &unit,
	    &id, &right, m);
	if (rc != RC_OK)
		return rc;
	if (!right)
		return refuse(db, address, key, unit, id, p, m);
	if ((rc = application_get(db, unit, id, out, m)) != RC_OK)
		return rc;
	who = case_applicant(out, address);
	rc = db_run(db, "DELETE FROM code_failure WHERE address = $1", V(key));
	return rc != RC_OK ? rc : audit_write(db, &who, "code_opened",
	    "application", id, "", "", "", m);
}

enum rc
application_visit_open(struct db *db, int64_t id, char **token,
    struct arena *m)
{
	enum rc rc = db_run(db, "DELETE FROM application_visit"
	    " WHERE created <= $1",
	    V(clock_text(m, clock_now() - VISIT_SECONDS)));

	if (rc != RC_OK)
		return rc;
	*token = secret_token(m);
	return db_run(db, "INSERT INTO application_visit (token_hash,"
	    " application_id, created) VALUES ($1, $2, $3)",
	    V(secret_sha256(m, *token, strlen(*token))), V(id),
	    V(clock_text(m, clock_now())));
}

enum rc
application_visit_find(struct db *db, const char *token,
    struct application *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT a.unit_id, a.id"
	    " FROM application_visit v JOIN application a"
	    " ON a.id = v.application_id WHERE v.token_hash = $1"
	    " AND v.created > $2", V(secret_sha256(m, token, strlen(token))),
	    V(clock_text(m, clock_now() - VISIT_SECONDS)));
	int64_t unit, id;
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	unit = db_int(&q, 0);
	id = db_int(&q, 1);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return application_get(db, unit, id, out, m);
}

enum rc
application_visit_close(struct db *db, const char *token, struct arena *m)
{
	return db_run(db, "DELETE FROM application_visit"
	    " WHERE token_hash = $1",
	    V(secret_sha256(m, token, strlen(token))));
}

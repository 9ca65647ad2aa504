/* session.c - live logins; a token itself is never stored. */
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/session.h"
#include "core/user_account.h"

#define SESSION_TOUCH 60	/* seconds between two notes of use */
#define SESSION_PER_USER 10	/* the oldest go when more are opened */
#define SESSION_AGENT_MAX 200

static char *
token_hash(struct arena *m, const char *token)
{
	return secret_sha256(m, token, strlen(token));
}

enum rc
session_open(struct db *db, int64_t user, const char *address,
    const char *agent, char **token, struct arena *m)
{
	const char *now = clock_text(m, clock_now());
	enum rc rc;

	rc = db_run(db, "DELETE FROM session WHERE account_id = $1"
	    " AND token_hash NOT IN (SELECT token_hash FROM session"
	    " WHERE account_id = $1 ORDER BY seen DESC LIMIT $2)",
	    V(user), V(SESSION_PER_USER - 1));
	if (rc != RC_OK)
		return rc;
	*token = secret_token(m);
	return db_run(db, "INSERT INTO session"
	    " (token_hash, account_id, created, seen, address, agent)"
	    " VALUES ($1, $2, $3, $3, $4, $5)", V(token_hash(m, *token)),
	    V(user), V(now), V(address),
	    V(text_cut(m, agent, SESSION_AGENT_MAX)));
}

enum rc
session_find(struct db *db, const struct config *conf, const char *token,
    struct user *out, bool *stale, struct arena *m)
{
	int64_t now = clock_now(), created = 0, seen = 0;
	bool whole;
	struct rows q;
	enum rc rc;

	*stale = false;
	if (token == NULL || strlen(token) != SECRET_TOKEN_LEN)
		return RC_NOT_FOUND;
	q = db_query(db, "SELECT " USER_COLS ", s.created, s.seen" USER_FROM
	    " JOIN session s ON s.account_id = a.id WHERE s.token_hash = $1"
	    " AND a.enabled = 1 AND u.enabled = 1", V(token_hash(m, token)));
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	user_load(&q, out, m);
	whole = clock_parse(db_text(&q, USER_COLS_N, m), &created) &&
	    clock_parse(db_text(&q, USER_COLS_N + 1, m), &seen);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	if (!whole || now - seen > conf->session_idle ||
	    now - created > conf->session_max)
		return RC_NOT_FOUND;
	*stale = now - seen >= SESSION_TOUCH;
	return RC_OK;
}

enum rc
session_touch(struct db *db, const char *token, struct arena *m)
{
	return db_run(db, "UPDATE session SET seen = $1 WHERE token_hash = $2",
	    V(clock_text(m, clock_now())), V(token_hash(m, token)));
}

enum rc
session_close(struct db *db, const char *token, struct arena *m)
{
	return db_run(db, "DELETE FROM session WHERE token_hash = $1",
	    V(token_hash(m, token)));
}

enum rc
session_close_all(struct db *db, int64_t user)
{
	return db_run(db, "DELETE FROM session WHERE account_id = $1",
	    V(user));
}

enum rc
session_sweep(struct db *db, const struct config *conf, struct arena *m)
{
	int64_t now = clock_now();

	return db_run(db, "DELETE FROM session WHERE seen < $1"
	    " OR created < $2",
	    V(clock_text(m, now - conf->session_idle)),
	    V(clock_text(m, now - conf->session_max)));
}

enum rc
session_count(struct db *db, const struct config *conf, int64_t user,
    int64_t *n, struct arena *m)
{
	int64_t now = clock_now();

	return db_number(db, n, "SELECT count(*) FROM session"
	    " WHERE account_id = $1 AND seen >= $2 AND created >= $3",
	    V(user), V(clock_text(m, now - conf->session_idle)),
	    V(clock_text(m, now - conf->session_max)));
}

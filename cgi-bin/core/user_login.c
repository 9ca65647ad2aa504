/*
 * user_login.c - checking a name and password: counting failures by account
 * and by address, locking, and saying the same to everybody who is wrong.
 */
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/user_account.h"

#define LOGIN_MAX 32		/* characters of a name */
#define PASSWORD_BYTES_MAX 1024	/* longer ones are not even hashed */
#define ADDRESS_FAILURES 20
#define ADDRESS_WINDOW (15 * 60)
#define DAY_SECONDS 86400

struct account {
	struct user u;
	bool unit_enabled;
	int64_t failures;
	const char *password, *password_set;
};

static enum rc
address_slowed(struct db *db, const char *key, bool *slowed, struct arena *m)
{
	struct rows q = db_query(db, "SELECT failures FROM login_failure"
	    " WHERE address = $1 AND last > $2", V(key),
	    V(clock_text(m, clock_now() - ADDRESS_WINDOW)));
	enum rc rc = db_first(&q);

	*slowed = false;
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	*slowed = db_int(&q, 0) >= ADDRESS_FAILURES;
	return db_done(&q);
}

static enum rc
address_failed(struct db *db, const char *key, struct arena *m)
{
	const char *now = clock_text(m, clock_now());
	enum rc rc;

	rc = db_run(db, "DELETE FROM login_failure WHERE last <= $1",
	    V(clock_text(m, clock_now() - ADDRESS_WINDOW)));
	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO login_failure (address, failures, last)"
	    " VALUES ($1, 1, $2) ON CONFLICT (address) DO UPDATE SET"
	    " failures = login_failure.failures + 1, last = excluded.last",
	    V(key), V(now));
}

static enum rc
account_find(struct db *db, const char *login, struct account *a,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " USER_COLS ", u.enabled,"
	    " a.failures, a.password, a.password_set" USER_FROM
	    " WHERE a.login = $1", V(login));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	user_load(&q, &a->u, m);
	a->unit_enabled = db_int(&q, USER_COLS_N) != 0;
	a->failures = db_int(&q, USER_COLS_N + 1);
	a->password = db_text(&q, USER_COLS_N + 2, m);
	a->password_set = db_text(&q, USER_COLS_N + 3, m);
	return db_done(&q);
}

/* The account's failure number is noted; the last one allowed locks it. */
static enum rc
account_failed(struct db *db, const struct config *conf,
    const struct account *a, const struct actor *who, struct arena *m)
{
	enum rc rc;

	if (a->failures + 1 < conf->login_failures)
		return db_run(db, "UPDATE account SET failures = failures + 1"
		    " WHERE id = $1", V(a->u.id));
	rc = db_run(db, "UPDATE account SET failures = 0, locked_until = $1"
	    " WHERE id = $2",
	    V(clock_text(m, clock_now() + conf->login_lock)), V(a->u.id));
	if (rc != RC_OK)
		return rc;
	return audit_write(db, who, "lock", "account", a->u.id, "", "", "", m);
}

static bool
initial_too_old(const struct config *conf, const struct account *a)
{
	int64_t set;

	return a->u.initial && (!clock_parse(a->password_set, &set) ||
	    clock_now() - set > conf->initial_days * DAY_SECONDS);
}

/* Why the right password does not help, or "". */
static const char *
refusal(const struct config *conf, const struct account *a)
{
	if (!a->u.enabled)
		return "disabled";
	if (!a->unit_enabled)
		return "unit disabled";
	if (initial_too_old(conf, a))
		return "initial password too old";
	return "";
}

static enum rc
succeed(struct db *db, struct account *a, const char *key,
    const struct actor *who, struct user *out, struct arena *m)
{
	const char *now = clock_text(m, clock_now());
	enum rc rc;

	rc = db_run(db, "UPDATE account SET failures = 0, locked_until = '',"
	    " last_login = $1 WHERE id = $2", V(now), V(a->u.id));
	if (rc != RC_OK)
		return rc;
	rc = db_run(db, "DELETE FROM login_failure WHERE address = $1",
	    V(key));
	if (rc != RC_OK)
		return rc;
	*out = a->u;
	return audit_write(db, who, "login", "account", a->u.id, "", "", "", m);
}

/* Counts and audits the failure; a stays NULL for an unknown name, which is
 * not written down: people type their password there. */
static enum rc
fail(struct db *db, const struct config *conf, const struct account *a,
    const char *key, const char *detail, const struct actor *who,
    struct problems *p, struct arena *m)
{
	enum rc rc;

	rc = audit_write(db, who, "login_failed", "account",
	    a ? a->u.id : 0, "", "", detail, m);
	if (rc == RC_OK && a)
		rc = account_failed(db, conf, a, who, m);
	if (rc == RC_OK)
		rc = address_failed(db, key, m);
	if (rc != RC_OK)
		return rc;
	problem_add(p, "login", PROBLEM_LOGIN);
	return RC_INVALID;
}

static enum rc
locked(struct problems *p)
{
	problem_add(p, "login", PROBLEM_LOCKED);
	return RC_INVALID;
}

enum rc
user_login(struct db *db, const struct config *conf, const char *login,
    const char *password, const char *address, struct user *out,
    struct problems *p, struct arena *m)
{
	const char *key = actor_address(address, m), *why;
	struct actor who = { .login = "", .address = address };
	struct account a = { 0 };
	bool known = false, slowed, right;
	enum rc rc;

	if ((rc = address_slowed(db, key, &slowed, m)) != RC_OK)
		return rc;
	if (slowed)
		return locked(p);
	login = text_lower(m, text_trim(m, login));
	if (text_length(login) <= LOGIN_MAX) {
		rc = account_find(db, login, &a, m);
		if (rc != RC_OK && rc != RC_NOT_FOUND)
			return rc;
		known = rc == RC_OK;
	}
	if (known && a.u.locked)
		return locked(p);
	right = strlen(password) <= PASSWORD_BYTES_MAX &&
	    secret_password_verify(known ? a.password : NULL, password);
	if (!known)
		return fail(db, conf, NULL, key, "unknown name", &who, p, m);
	who = (struct actor){ .user = a.u.id, .login = a.u.login,
	    .role = a.u.role, .unit = a.u.unit, .address = address };
	why = right ? refusal(conf, &a) : "wrong password";
	if (*why != '\0')
		return fail(db, conf, &a, key, why, &who, p, m);
	return succeed(db, &a, key, &who, out, m);
}

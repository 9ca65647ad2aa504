/* user.h - the accounts of a unit: 001 管理员, 002 录入员, 003 审核员. */
#ifndef CORE_USER_H
#define CORE_USER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/config.h"
#include "base/rc.h"
#include "core/actor.h"
#include "base/problem.h"
#include "store/db.h"

#define USER_INITIAL_PASSWORD "111111"

struct user {
	int64_t id, unit;
	const char *login, *name, *phone;
	enum role role;
	bool initial;		/* must change the password before all else */
	bool enabled, locked;
	const char *unit_code, *unit_name, *unit_short;
	bool supervising;
	const char *last_login;	/* stored UTC text or "" */
	const char *password_set;	/* when its password was set */
};
struct users { int n; struct user *v; };

enum rc user_get(struct db *, int64_t id, struct user *, struct arena *);
/* Those of one unit, 001 first. */
enum rc user_list(struct db *, int64_t unit, struct users *, struct arena *);

/*
 * Checks a name and password.  Wrong pair, unknown, disabled, or an initial
 * password past its days: RC_INVALID with PROBLEM_LOGIN on "login" (one
 * uniform answer, the same time spent); locked account or slowed address:
 * PROBLEM_LOCKED.  Failures are counted and audited, so the caller commits
 * whatever the outcome (RC_INVALID here is not a reason to roll back).
 */
enum rc user_login(struct db *, const struct config *, const char *login,
    const char *password, const char *address, struct user *,
    struct problems *, struct arena *);

/* Own password.  Problems on "old", "new", "again".  Ends all other sessions
 * of the account (the caller opens a new one). */
enum rc user_change_password(struct db *, const struct actor *,
    const char *old, const char *new_, const char *again, struct problems *,
    struct arena *);
/* The rules alone: at least 8 characters (at most 128), three of the four
 * classes, not the login, not 111111, not among the common ones. */
enum problem user_password_problem(const char *login, const char *password);

/*
 * Management by XXX001 of the same unit; target must be 002 or 003 of that
 * unit, else RC_NOT_FOUND.  Resetting returns the new initial password in
 * *shown (111111, or a random one by configuration) and ends its sessions;
 * disabling ends them too.
 */
enum rc user_reset_password(struct db *, const struct config *,
    const struct actor *, int64_t id, char **shown, struct arena *);
enum rc user_set_enabled(struct db *, const struct actor *, int64_t id,
    bool enabled, struct arena *);
/* Its sessions end; the password stays. */
enum rc user_end_sessions(struct db *, const struct actor *, int64_t id,
    struct arena *);
/* The same person, better written; another one: handover.h. */
enum rc user_set_person(struct db *, const struct actor *, int64_t id,
    const char *name, const char *phone, struct arena *);
/* The operator's reset of any account by login, from the command line. */
enum rc user_operator_reset(struct db *, const struct config *,
    const char *login, char **shown, struct arena *);

#endif

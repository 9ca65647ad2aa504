/* user.c - accounts: reading, and what the administrator of a unit does. */
#include <string.h>

#include "base/clock.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/list.h"
#include "core/session.h"
#include "core/user_account.h"

#define USER_NAME_MAX 30
#define USER_LIST_MAX 100

void
user_load(const struct rows *q, struct user *u, struct arena *m)
{
	*u = (struct user){ .id = db_int(q, 0), .unit = db_int(q, 1) };
	u->login = db_text(q, 2, m);
	u->name = db_text(q, 3, m);
	u->phone = db_text(q, 4, m);
	u->role = role_of_key(db_text(q, 5, m));
	u->initial = db_int(q, 6) != 0;
	u->enabled = db_int(q, 7) != 0;
	u->locked = strcmp(db_text(q, 8, m), clock_text(m, clock_now())) > 0;
	u->last_login = db_text(q, 9, m);
	u->unit_code = db_text(q, 10, m);
	u->unit_name = db_text(q, 11, m);
	u->unit_short = db_text(q, 12, m);
	u->supervising = db_int(q, 13) != 0;
	u->password_set = db_text(q, 14, m);
}

enum rc
user_get(struct db *db, int64_t id, struct user *out, struct arena *m)
{
	struct rows q = db_query(db,
	    "SELECT " USER_COLS USER_FROM " WHERE a.id = $1", V(id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	user_load(&q, out, m);
	return db_done(&q);
}

enum rc
user_list(struct db *db, int64_t unit, struct users *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " USER_COLS USER_FROM
	    " WHERE a.unit_id = $1 ORDER BY a.login LIMIT $2",
	    V(unit), V(USER_LIST_MAX));

	*out = (struct users){ 0 };
	while (db_next(&q))
		user_load(&q, list_add(out, m), m);
	return db_done(&q);
}

enum rc
user_give_initial(struct db *db, const struct config *conf, int64_t id,
    char **shown, struct arena *m)
{
	enum rc rc;

	*shown = conf->random_initial ? secret_password(m) :
	    arena_strdup(m, USER_INITIAL_PASSWORD);
	rc = db_run(db, "UPDATE account SET password = $1, initial = 1,"
	    " password_set = $2, failures = 0, locked_until = ''"
	    " WHERE id = $3", V(secret_password_hash(m, *shown)),
	    V(clock_text(m, clock_now())), V(id));
	if (rc != RC_OK)
		return rc;
	return session_close_all(db, id);
}

enum rc
user_managed(struct db *db, const struct actor *who, int64_t id,
    struct user *out, struct arena *m)
{
	enum rc rc;

	if (who->role != ROLE_ADMIN)
		return RC_DENIED;
	if ((rc = user_get(db, id, out, m)) != RC_OK)
		return rc;
	if (out->unit != who->unit || out->role == ROLE_ADMIN)
		return RC_NOT_FOUND;
	return RC_OK;
}

enum rc
user_reset_password(struct db *db, const struct config *conf,
    const struct actor *who, int64_t id, char **shown, struct arena *m)
{
	struct user u;
	enum rc rc;

	if ((rc = user_managed(db, who, id, &u, m)) != RC_OK ||
	    (rc = user_give_initial(db, conf, id, shown, m)) != RC_OK)
		return rc;
	return audit_write(db, who, "reset_password", "account", id, "", "",
	    u.login, m);
}

enum rc
user_set_enabled(struct db *db, const struct actor *who, int64_t id,
    bool enabled, struct arena *m)
{
	struct user u;
	enum rc rc;

	if ((rc = user_managed(db, who, id, &u, m)) != RC_OK)
		return rc;
	rc = db_run(db, "UPDATE account SET enabled = $1, failures = 0,"
	    " locked_until = '' WHERE id = $2", V(enabled ? 1 : 0), V(id));
	if (rc == RC_OK && !enabled)
		rc = session_close_all(db, id);
	if (rc != RC_OK)
		return rc;
	return audit_write(db, who, enabled ? "enable" : "disable", "account",
	    id, u.enabled ? "enabled" : "disabled",
	    enabled ? "enabled" : "disabled", u.login, m);
}

enum rc
user_end_sessions(struct db *db, const struct actor *who, int64_t id,
    struct arena *m)
{
	struct user u;
	enum rc rc;

	if ((rc = user_managed(db, who, id, &u, m)) != RC_OK ||
	    (rc = session_close_all(db, id)) != RC_OK)
		return rc;
	return audit_write(db, who, "end_sessions", "account", id, "", "",
	    u.login, m);
}

static bool
line_good(const char *s)
{
	return text_length(s) <= USER_NAME_MAX &&
	    text_printable(s, strlen(s), false);
}

enum rc
user_write_person(struct db *db, int64_t id, const char *name,
    const char *phone, struct arena *m)
{
	name = text_trim(m, name);
	phone = text_trim(m, phone);
	if (!line_good(name) || !line_good(phone))
		return RC_INVALID;
	return db_run(db, "UPDATE account SET name = $1, phone = $2"
	    " WHERE id = $3", V(name), V(phone), V(id));
}

/* The same person by a better name: what is theirs stays theirs. */
static enum rc
rename_person(struct db *db, const struct user *was, const char *name)
{
	enum rc rc = db_run(db, "UPDATE document SET person = $1"
	    " WHERE entered_by = $2 AND person = $3", V(name), V(was->id),
	    V(was->name));

	if (rc != RC_OK)
		return rc;
	return db_run(db, "UPDATE working_copy SET person = $1"
	    " WHERE account_id = $2 AND person = $3", V(name), V(was->id),
	    V(was->name));
}

enum rc
user_set_person(struct db *db, const struct actor *who, int64_t id,
    const char *name, const char *phone, struct arena *m)
{
	struct user u;
	enum rc rc;

	if ((rc = user_managed(db, who, id, &u, m)) != RC_OK ||
	    (rc = user_write_person(db, id, name, phone, m)) != RC_OK)
		return rc;
	name = text_trim(m, name);
	if (strcmp(name, u.name) != 0 &&
	    (rc = rename_person(db, &u, name)) != RC_OK)
		return rc;
	return audit_write(db, who, "set_person", "account", id, "", "",
	    u.login, m);
}

enum rc
user_operator_reset(struct db *db, const struct config *conf,
    const char *login, char **shown, struct arena *m)
{
	struct actor who = { .login = "operator", .address = "" };
	struct user u;
	enum rc rc;
	struct rows q = db_query(db,
	    "SELECT " USER_COLS USER_FROM " WHERE a.login = $1",
	    V(text_lower(m, text_trim(m, login))));

	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	user_load(&q, &u, m);
	if ((rc = db_done(&q)) != RC_OK ||
	    (rc = user_give_initial(db, conf, u.id, shown, m)) != RC_OK)
		return rc;
	who.unit = u.unit;
	return audit_write(db, &who, "reset_password", "account", u.id, "", "",
	    u.login, m);
}

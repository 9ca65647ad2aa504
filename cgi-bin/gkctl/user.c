/* user.c - gkctl user: accounts by their login. */
#include <stdio.h>
#include <string.h>

#include "core/unit.h"
#include "core/user.h"
#include "gkctl/ctl.h"

/* A login is the code of the unit and three digits. */
static enum rc
user_by_login(struct ctl *c, const char *login, struct user *out)
{
	size_t n = strlen(login);
	struct users list;
	struct unit u;
	enum rc rc;
	int i;

	if (n < 4)
		return RC_NOT_FOUND;
	rc = unit_by_code(c->db, arena_strndup(c->mem, login, n - 3), &u,
	    c->mem);
	if (rc != RC_OK || (rc = user_list(c->db, u.id, &list, c->mem)) != RC_OK)
		return rc;
	for (i = 0; i < list.n; i++)
		if (strcmp(list.v[i].login, login) == 0) {
			*out = list.v[i];
			return RC_OK;
		}
	return RC_NOT_FOUND;
}

static enum rc
users_print(struct ctl *c, const struct unit *u)
{
	struct users list;
	const struct user *v;
	enum rc rc;
	int i;

	if ((rc = user_list(c->db, u->id, &list, c->mem)) != RC_OK)
		return rc;
	for (i = 0; i < list.n; i++) {
		v = &list.v[i];
		printf("%s\t%s\t%s\t%s\t%s%s%s\n", v->login,
		    role_key(v->role), u->short_name, v->name,
		    v->enabled ? "enabled" : "disabled",
		    v->locked ? ", locked" : "",
		    v->initial ? ", initial password" : "");
	}
	return RC_OK;
}

static int
users_list(struct ctl *c, const char *code)
{
	struct units list = { 0 };
	struct unit one;
	enum rc rc;
	int i;

	if (code != NULL) {
		rc = unit_by_code(c->db, code, &one, c->mem);
		list.n = 1;
		list.v = &one;
	} else {
		rc = unit_list(c->db, &list, c->mem);
	}
	for (i = 0; rc == RC_OK && i < list.n; i++)
		rc = users_print(c, &list.v[i]);
	return rc == RC_OK ? 0 : ctl_fail_rc(rc, code ? code : "user list");
}

static int
user_reset(struct ctl *c, const char *login)
{
	char *shown = NULL;
	enum rc rc;

	if ((rc = db_begin(c->db)) == RC_OK)
		rc = db_end(c->db, user_operator_reset(c->db, c->conf, login,
		    &shown, c->mem));
	if (rc != RC_OK)
		return ctl_fail_rc(rc, login);
	printf("%s: initial password %s\n", login, shown);
	return 0;
}

/* The operator stands in for the administrator of the unit. */
static int
user_switch(struct ctl *c, const char *login, bool enabled)
{
	struct actor who = ctl_operator;
	struct user u;
	enum rc rc;

	if ((rc = user_by_login(c, login, &u)) != RC_OK)
		return ctl_fail_rc(rc, login);
	if (u.role == ROLE_ADMIN)
		return ctl_fail("%s: an administrator cannot be switched off, "
		    "only reset", login);
	who.role = ROLE_ADMIN;
	who.unit = u.unit;
	if ((rc = db_begin(c->db)) == RC_OK)
		rc = db_end(c->db, user_set_enabled(c->db, &who, u.id, enabled,
		    c->mem));
	if (rc != RC_OK)
		return ctl_fail_rc(rc, login);
	printf("%s: %s\n", login, enabled ? "enabled" : "disabled");
	return 0;
}

int
user_run(struct ctl *c, int argc, char **argv)
{
	if (argc <= 3 && argc >= 2 && strcmp(argv[1], "list") == 0)
		return users_list(c, argc == 3 ? argv[2] : NULL);
	if (argc == 3 && strcmp(argv[1], "reset") == 0)
		return user_reset(c, argv[2]);
	if (argc == 3 && strcmp(argv[1], "enable") == 0)
		return user_switch(c, argv[2], true);
	if (argc == 3 && strcmp(argv[1], "disable") == 0)
		return user_switch(c, argv[2], false);
	return ctl_fail("user: list [UNIT], reset, enable or disable LOGIN; "
	    "see gkctl help");
}

/* users.c - 用户管理: the accounts of the unit's clerk and reviewer. */
#include "base/clock.h"
#include "core/handover.h"
#include "core/session.h"
#include "core/user.h"
#include "gkht/frame.h"
#include "gkht/pages.h"
#include "gkht/rows.h"
#include "web/message.h"

enum { U_ACT, U_ID, U_DONE, U_COUNT };
enum { F_ACT, F_NAME, F_PHONE, F_ANOTHER };
enum act { ACT_RESET, ACT_ENABLE, ACT_DISABLE, ACT_PERSON, ACT_END };

static const char *const acts[] = {
	"reset", "enable", "disable", "person", "end", NULL
};
static const char *const deeds[] = {
	"enable", "disable", "person", "end", "handover", NULL
};

const struct field users_fields[] = {
	[U_ACT] = { "act", KIND_CHOICE, 0, 0, acts },
	[U_ID] = { "id", KIND_ID, 0, 0, NULL },
	[U_DONE] = { "done", KIND_CHOICE, 0, 0, deeds },
	[U_COUNT] = { "count", KIND_NUMBER, 0, 1000, NULL },
	{ 0 }
};

const struct field user_fields[] = {
	[F_ACT] = { "act", KIND_CHOICE, REQUIRED, 0, acts },
	[F_NAME] = { "name", KIND_LINE, 0, 30, NULL },
	[F_PHONE] = { "phone", KIND_LINE, 0, 30, NULL },
	[F_ANOTHER] = { "another", KIND_FLAG, 0, 0, NULL },
	{ 0 }
};

/* Whole days since the password was set. */
static void
age_show(struct node *n, const struct user *u)
{
	int64_t set;

	if (u->initial || !clock_parse(u->password_set, &set))
		return;
	view_flag(n, "HasAge", 1);
	view_int(n, "PasswordDays", clock_today() - clock_day(set));
}

static void
user_show(struct node *n, const struct user *u, struct arena *m)
{
	age_show(n, u);
	view_int(n, "Id", u->id);
	view_set(n, "Login", u->login);
	view_set(n, "RoleName", message_role(u->role));
	view_set(n, "Role", role_key(u->role));
	view_set(n, "Name", u->name);
	view_set(n, "Phone", u->phone);
	view_flag(n, "Enabled", u->enabled);
	view_flag(n, "Locked", u->locked);
	view_flag(n, "Initial", u->initial);
	view_flag(n, "Others", u->role != ROLE_ADMIN);
	rows_when(n, "LastLogin", u->last_login, m);
}

/* Whether the person before left something open. */
static enum rc
left_show(struct ctx *x, struct node *n, int64_t id)
{
	struct handover_items documents, copies;
	enum rc rc = handover_list(x->db, &x->actor, id, &documents, &copies,
	    x->mem);

	view_flag(n, "Left", rc == RC_OK && documents.n + copies.n > 0);
	return rc;
}

static enum rc
users_fill(struct ctx *x)
{
	struct users all;
	enum rc rc;

	if ((rc = user_list(x->db, x->me->unit, &all, x->mem)) != RC_OK)
		return rc;
	frame_menu(x, "users");
	for (int i = 0; rc == RC_OK && i < all.n; i++) {
		struct node *n = view_item(x->page, "Page.Users");
		int64_t sessions;

		user_show(n, &all.v[i], x->mem);
		rc = session_count(x->db, x->conf, all.v[i].id, &sessions,
		    x->mem);
		if (rc == RC_OK && sessions > 0)
			view_int(n, "Sessions", sessions);
		if (rc == RC_OK && all.v[i].role == ROLE_ENTRY)
			rc = left_show(x, n, all.v[i].id);
	}
	return rc;
}

/* The dialog for one deed on one of the two accounts. */
static enum rc
ask_fill(struct ctx *x, int64_t id, const char *act)
{
	struct node *ask = view_child(x->page, "Page.AskUser");
	struct user u;
	enum rc rc;

	if ((rc = user_get(x->db, id, &u, x->mem)) != RC_OK)
		return rc;
	if (u.unit != x->me->unit || u.role == ROLE_ADMIN)
		return RC_NOT_FOUND;
	view_flag(x->page, "Page.AskUser", 1);
	view_set(ask, "Act", act);
	user_show(ask, &u, x->mem);
	view_flag(ask, "Random", x->conf->random_initial);
	view_int(ask, "Days", x->conf->initial_days);
	return RC_OK;
}

enum rc
users_list(struct ctx *x)
{
	enum rc rc;

	if ((rc = users_fill(x)) != RC_OK)
		return rc;
	view_set(x->page, "Page.Deed", x->in.v[U_DONE].s);
	view_int(x->page, "Page.DeedCount", x->in.v[U_COUNT].i);
	if (x->in.v[U_ACT].given && x->in.v[U_ID].given &&
	    (rc = ask_fill(x, x->in.v[U_ID].i, x->in.v[U_ACT].s)) != RC_OK)
		return rc;
	return show(x, "gkht/users.cs");
}

enum rc
user_again(struct ctx *x)
{
	enum rc rc;

	if ((rc = users_fill(x)) != RC_OK ||
	    (rc = ask_fill(x, arg_id(x, 0), "person")) != RC_OK)
		return rc;
	view_set(x->page, "Page.AskUser.Name", x->in.v[F_NAME].raw);
	view_set(x->page, "Page.AskUser.Phone", x->in.v[F_PHONE].raw);
	view_flag(x->page, "Page.AskUser.Another", x->in.v[F_ANOTHER].given);
	return show(x, "gkht/users.cs");
}

/* The new password is shown on this one page and kept nowhere. */
static enum rc
reset(struct ctx *x, int64_t id)
{
	char *shown;
	enum rc rc;

	if ((rc = user_reset_password(x->db, x->conf, &x->actor, id, &shown,
	    x->mem)) != RC_OK ||
	    (rc = users_fill(x)) != RC_OK ||
	    (rc = ask_fill(x, id, "shown")) != RC_OK)
		return rc;
	view_set(x->page, "Page.AskUser.Password", shown);
	return show(x, "gkht/users.cs");
}

/* Somebody else works with the account from now on. */
static enum rc
another(struct ctx *x, int64_t id)
{
	enum rc rc = handover_begin(x->db, &x->actor, id, x->in.v[F_NAME].s,
	    x->in.v[F_PHONE].s, &x->problems, x->mem);

	return rc == RC_OK ? go(x, "/gkht/users/%lld/handover",
	    (long long)id) : rc;
}

enum rc
user_change(struct ctx *x)
{
	int64_t id = arg_id(x, 0);
	enum rc rc;

	switch ((enum act)x->in.v[F_ACT].i) {
	case ACT_RESET:
		return reset(x, id);
	case ACT_ENABLE:
	case ACT_DISABLE:
		rc = user_set_enabled(x->db, &x->actor, id,
		    x->in.v[F_ACT].i == ACT_ENABLE, x->mem);
		break;
	case ACT_END:
		rc = user_end_sessions(x->db, &x->actor, id, x->mem);
		break;
	case ACT_PERSON:
		if (x->in.v[F_ANOTHER].given)
			return another(x, id);
		rc = user_set_person(x->db, &x->actor, id, x->in.v[F_NAME].s,
		    x->in.v[F_PHONE].s, x->mem);
		break;
	default:
		return RC_NOT_FOUND;
	}
	if (rc != RC_OK)
		return rc;
	return go(x, "/gkht/users?done=%s", x->in.v[F_ACT].s);
}

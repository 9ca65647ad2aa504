/* account.c - login, logout, the own password. */
#include "core/audit.h"
#include "core/session.h"
#include "gkht/copy.h"
#include "gkht/frame.h"
#include "gkht/pages.h"

enum { L_NEXT, L_LOGIN, L_PASSWORD, L_KEPT };

#define KEPT_CHARACTERS	16000000	/* packed; the body has its limit */
enum { P_OLD, P_NEW, P_AGAIN };

const struct field login_page_fields[] = {
	[L_NEXT] = { "next", KIND_LINE, 0, 1000, NULL },
	{ 0 }
};

const struct field login_fields[] = {
	[L_NEXT] = { "next", KIND_LINE, 0, 1000, NULL },
	[L_LOGIN] = { "login", KIND_LINE, REQUIRED, 40, NULL },
	[L_PASSWORD] = { "password", KIND_SECRET, REQUIRED, 128, NULL },
	[L_KEPT] = { "kept", KIND_LINE, 0, KEPT_CHARACTERS, NULL },
	{ 0 }
};

const struct field password_fields[] = {
	[P_OLD] = { "old", KIND_SECRET, REQUIRED, 128, NULL },
	[P_NEW] = { "new", KIND_SECRET, REQUIRED, 128, NULL },
	[P_AGAIN] = { "again", KIND_SECRET, REQUIRED, 128, NULL },
	{ 0 }
};

enum rc
home_go(struct ctx *x)
{
	return go(x, "%s", frame_home(x->me->role));
}

static const char *
next_of(const struct ctx *x)
{
	const char *next = x->in.v[L_NEXT].s;

	return route_is_ours(x->program, next) ? next : "";
}

static void
limits_show(struct ctx *x)
{
	view_int(x->page, "Page.Failures", x->conf->login_failures);
	view_int(x->page, "Page.Minutes", x->conf->login_lock / 60);
}

enum rc
login_show(struct ctx *x)
{
	if (x->me != NULL && x->req->method == GET)
		return go(x, "%s", frame_home(x->me->role));
	view_set(x->page, "Page.Next", next_of(x));
	limits_show(x);
	if (x->req->method == POST)
		view_set(x->page, "Page.Form.login", x->in.v[L_LOGIN].raw);
	if (x->req->method == POST)
		view_set(x->page, "Page.Kept", x->in.v[L_KEPT].raw);
	return show(x, "gkht/login.cs");
}

/* What was typed goes along and comes back after the login. */
enum rc
login_lost(struct ctx *x)
{
	const char *next;

	view_set(x->page, "Page.Kept", copy_pack(x->req, &next, x->mem));
	view_set(x->page, "Page.Next", next);
	limits_show(x);
	return show(x, "gkht/login.cs");
}

static enum rc
session_start(struct ctx *x, int64_t user)
{
	char *token;
	enum rc rc;

	if ((rc = session_open(x->db, user, x->req->address, x->req->agent,
	    &token, x->mem)) != RC_OK)
		return rc;
	x->reply.set_session = token;
	return RC_OK;
}

/* A refusal is committed as well: failures are counted. */
enum rc
login_try(struct ctx *x)
{
	struct user u = { 0 };
	const char *next = next_of(x);
	enum rc rc;

	rc = user_login(x->db, x->conf, x->in.v[L_LOGIN].s,
	    x->in.v[L_PASSWORD].s, x->req->address, &u, &x->problems, x->mem);
	if (rc != RC_OK) {
		x->keep = true;
		return rc;
	}
	if ((x->me != NULL && x->token != NULL &&
	    (rc = session_close(x->db, x->token, x->mem)) != RC_OK) ||
	    (rc = session_sweep(x->db, x->conf, x->mem)) != RC_OK ||
	    (rc = session_start(x, u.id)) != RC_OK)
		return rc;
	if (x->in.v[L_KEPT].given && *next != '\0')
		return copy_return(x, &u, next, x->in.v[L_KEPT].s);
	return go(x, "%s", *next != '\0' ? next : frame_home(u.role));
}

enum rc
logout_run(struct ctx *x)
{
	enum rc rc;

	if ((rc = session_close(x->db, x->token, x->mem)) != RC_OK ||
	    (rc = audit_write(x->db, &x->actor, "logout", "account",
	    x->me->id, "", "", "", x->mem)) != RC_OK)
		return rc;
	x->reply.set_session = "";
	return go(x, "/gkht/login");
}

enum rc
password_show(struct ctx *x)
{
	frame_menu(x, "password");
	return show(x, "gkht/password.cs");
}

enum rc
password_change(struct ctx *x)
{
	enum rc rc;

	if ((rc = user_change_password(x->db, &x->actor, x->in.v[P_OLD].s,
	    x->in.v[P_NEW].s, x->in.v[P_AGAIN].s, &x->problems, x->mem))
	    != RC_OK)
		return rc;
	if ((rc = session_close_all(x->db, x->me->id)) != RC_OK ||
	    (rc = session_start(x, x->me->id)) != RC_OK)
		return rc;
	return go(x, "%s?done=password", frame_home(x->me->role));
}

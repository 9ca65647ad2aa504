/* guard.c - who may go on. */
#include <string.h>
#include <strings.h>

#include "base/log.h"
#include "base/secret.h"
#include "core/session.h"
#include "web/guard.h"
#include "web/reply.h"

static enum rc
deny(struct ctx *x, const char *cause)
{
	x->cause = cause;
	log_warn("denied (%s): %s from %s, login %s", cause, x->req->path,
	    x->req->address, x->me != NULL ? x->me->login : "-");
	return RC_DENIED;
}

static bool
good_token(const char *s)
{
	size_t n = 0;

	if (s == NULL)
		return false;
	for (; s[n] != '\0'; n++)
		if (!((s[n] >= '0' && s[n] <= '9') ||
		    (s[n] >= 'A' && s[n] <= 'Z') ||
		    (s[n] >= 'a' && s[n] <= 'z') || s[n] == '-' ||
		    s[n] == '_'))
			return false;
	return n == SECRET_TOKEN_LEN;
}

/* Its own small transaction, so that a page that only reads stays one that
 * only reads; when it fails the session just looks older. */
static void
touch(struct ctx *x, const char *token)
{
	enum rc rc = db_protect(x->db, false);

	if (rc == RC_OK)
		rc = db_begin(x->db);
	if (rc == RC_OK)
		rc = db_end(x->db, session_touch(x->db, token, x->mem));
	if (rc != RC_OK)
		log_warn("session of %s not touched", x->me->login);
}

static enum rc
find_session(struct ctx *x, const char *token)
{
	struct user *user = arena_alloc(x->mem, sizeof(*user));
	bool stale = false;
	enum rc rc;

	rc = session_find(x->db, x->conf, token, user, &stale, x->mem);
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	x->me = user;
	x->token = token;
	x->actor.user = user->id;
	x->actor.login = user->login;
	x->actor.role = user->role;
	x->actor.unit = user->unit;
	if (stale)
		touch(x, token);
	return RC_OK;
}

enum rc
guard_who(struct ctx *x)
{
	const char *token;
	enum rc rc;

	if (*x->req->cookie == '\0')
		return RC_OK;
	token = request_cookie(x->req, reply_cookie(x, ""), x->mem);
	if (x->program->login_path != NULL && good_token(token)) {
		if ((rc = find_session(x, token)) != RC_OK || x->me != NULL)
			return rc;
	}
	token = request_cookie(x->req, reply_cookie(x, "v"), x->mem);
	if (good_token(token))
		x->token = token;
	return RC_OK;
}

/* A stranger learns nothing: what exists and what does not look the same. */
static enum rc
turn_away(struct ctx *x)
{
	const struct program *p = x->program;

	x->lost = x->req->method == POST && !x->req->script &&
	    x->route != NULL && x->route->flags & TEXT && p->lost != NULL;
	if (x->lost)
		return RC_OK;
	if (x->req->method != GET || x->req->script)
		return deny(x, "session");
	if (!route_is_ours(p, x->req->uri))
		return go(x, "%s", p->login_path);
	return go(x, "%s?next=%s", p->login_path,
	    url_encode(x->mem, x->req->uri));
}

static enum rc
check_role(struct ctx *x)
{
	const struct route *r = x->route;

	if (x->me != NULL && x->me->initial && !(r->flags & INITIAL)) {
		if (x->req->script)
			return deny(x, "role");
		return go(x, "%s", x->program->password_path);
	}
	if (!(r->who & ANYONE) &&
	    (x->me == NULL || !(r->who & BY(x->me->role))))
		return deny(x, "role");
	if (r->flags & SUPERVISING && (x->me == NULL || !x->me->supervising))
		return deny(x, "unit");
	return RC_OK;
}

enum rc
guard_enter(struct ctx *x)
{
	const struct program *p = x->program;
	size_t n = strlen(p->prefix);
	const char *path = x->req->path;
	bool other = false;

	if (n > 0 && strcmp(path, p->prefix) == 0 && x->req->method == GET)
		return go(x, "%s/", p->prefix);
	if (strncmp(path, p->prefix, n) == 0)
		x->route = route_find(p->routes, x->req->method, path + n,
		    x->arg, &other, x->mem);
	if (x->me == NULL && p->login_path != NULL &&
	    (x->route == NULL || !(x->route->who & ANYONE)))
		return turn_away(x);
	if (x->route != NULL)
		return check_role(x);
	if (!other)
		return RC_NOT_FOUND;
	x->reply.status = 405;
	return deny(x, "method");
}

/* What browsers say about where a form came from; others say nothing. */
static bool
same_origin(const struct request *req)
{
	const char *origin = req->origin, *site = req->fetch_site;

	if (*site != '\0' && strcmp(site, "same-origin") != 0 &&
	    strcmp(site, "none") != 0)
		return false;
	if (*origin == '\0')
		return true;
	if (strncasecmp(origin, "https://", 8) == 0)
		origin += 8;
	else if (strncasecmp(origin, "http://", 7) == 0)
		origin += 7;
	else
		return false;
	return *req->host != '\0' && strcasecmp(origin, req->host) == 0;
}

static const char *
sent_token(const struct request *req)
{
	const char *token = NULL;
	int k;

	for (k = 0; k < req->n_params; k++) {
		if (strcmp(req->param[k].name, "csrf") != 0)
			continue;
		if (token != NULL || req->param[k].file != NULL)
			return NULL;
		token = req->param[k].value;
	}
	return token;
}

enum rc
guard_origin(struct ctx *x)
{
	return same_origin(x->req) ? RC_OK : deny(x, "origin");
}

enum rc
guard_token(struct ctx *x)
{
	const char *sent = sent_token(x->req);

	if (x->lost)
		return RC_OK;
	if (sent == NULL || x->token == NULL ||
	    !secret_same(secret_mac(x->mem, "csrf", x->token), sent))
		return deny(x, "token");
	return RC_OK;
}

/*
 * route.h - what exists, who may use it, what it accepts.
 *
 * One table per program.  A column left out denies: who 0 lets nobody in, a
 * POST without a form token is always refused.  The order of checks is in
 * route.c, once: route, login, initial password, role, token, fields.
 */
#ifndef WEB_ROUTE_H
#define WEB_ROUTE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/config.h"
#include "base/rc.h"
#include "core/actor.h"
#include "base/problem.h"
#include "core/user.h"
#include "store/db.h"
#include "web/form.h"
#include "web/request.h"
#include "web/view.h"

struct ctx;
struct mark;

/* who */
#define ANYONE	1u
#define BY(role) (1u << (role))
#define ADMIN	BY(ROLE_ADMIN)
#define ENTRY	BY(ROLE_ENTRY)
#define REVIEW	BY(ROLE_REVIEW)
#define STAFF	(ADMIN | ENTRY | REVIEW)

/* flags */
#define FILES	1u	/* takes uploads: multipart, up to body_max */
#define INITIAL	2u	/* open with the initial password (the page that
			 * changes it, logout) */
#define TEXT	4u	/* takes a rich text: body up to twice text_max */
#define CACHED	8u	/* GET of public content: ETag and 304, no cookie set.
			 * The page may depend on the address, the cookies,
			 * the day and what publication_state() stands for,
			 * and on nothing else. */
#define PUBLIC_EXIT 16u	/* shows public content; the visibility test walks it */
#define KEEP_TYPED 32u	/* `again` also answers RC_CONFLICT (409, with
			 * Page.Conflict set), so that nothing typed is lost */
#define SUPERVISING 64u	/* for the supervising unit alone */
#define LATE	128u	/* a POST that works for seconds before it writes: its
			 * transaction begins when it says route_write() */

#define OPEN	256u	/* public data that scripts of any site may read: says
			 * Access-Control-Allow-Origin: *.  Never for what
			 * depends on a cookie. */

struct route {
	enum method method;
	const char *path;	/* "/doc/:unit/:number"; at most 4 parameters */
	unsigned who, flags;
	const struct field *fields;	/* query of a GET, body of a POST */
	/* A POST is run only when every field is good.  It is committed when
	 * it returns RC_OK, else rolled back.  A GET is always run: a wrong
	 * field counts as not given, x->problems tells. */
	enum rc (*run)(struct ctx *);
	/* POST: shows the form again after RC_INVALID or problems of fields,
	 * which stand in x->problems; NULL: a page that only lists them.  The
	 * page and the reply are fresh (status 422 or 409), the work was
	 * rolled back.  For scripts, whatever is no JSON becomes
	 * {"error":"..."}. */
	enum rc (*again)(struct ctx *);
};

struct reply {
	int status;		/* 0: by the result */
	const char *template;	/* a page ... */
	const char *location;	/* ... or 303 to a path of ours ... */
	const char *json;	/* ... or JSON text ... */
	const char *text, *type;	/* ... or text of a type ... */
	const void *bytes;		/* ... or bytes that only we can read */
	size_t n_bytes;
	const char *send_path;	/* ... or a file, sent by the web server */
	const char *send_type;
	const char *send_name;	/* NULL: shown inline */
	bool framed;		/* pages of ours may show it in a frame */
	const char *set_session;	/* new session token; "" deletes it */
	/* "name=value" preference cookies of the portal, at most 4 */
	int n_prefer;
	const char *prefer[4];
	const char *set_visitor;	/* new visitor token, by route_csrf() */
	/* further tokens by the suffix of their cookie, kept until the
	 * browser closes; "" deletes */
	int n_tokens;
	struct { const char *suffix, *value; } token[2];
	bool no_store;		/* set by default in the back office */
	bool tombstone;		/* a page of what is gone takes the place of
				 * the page that a cache between still has */
	const char *canonical;	/* the address that searchers should know in
				 * place of this one, which they forget */
	bool forever;		/* immutable content */
	bool traditional;	/* a page's words in traditional characters */
};

struct ctx {
	const struct config *conf;
	const struct program *program;
	struct request *req;
	const struct route *route;
	const char *arg[4];		/* path parameters, "" beyond */
	struct input in;
	struct problems problems;
	struct user *me;		/* NULL: nobody is logged in */
	struct actor actor;		/* of me, or nobody with the address */
	struct db *db;
	struct arena *mem;
	struct view *view;
	struct node *page;
	struct reply reply;
	/* Set by a handler whose refusal (RC_INVALID, RC_DENIED) is committed
	 * all the same: a failed login is counted. */
	bool keep;
	bool lost;			/* to be answered by program->lost() */
	bool writing;			/* the transaction of a POST is open */
	const char *token;		/* session or visitor token, or NULL */
	const char *offered;		/* Page.Csrf of a token that only this page
					 * made, else NULL */
	/* What any page of this program depends on; and the ETag of the page
	 * that is asked for, NULL where it has none. */
	const struct mark *start;
	const char *mark;
	/* Why RC_DENIED or 400, for the error page, which finds it as
	 * Page.Cause: "session" (nobody is logged in any more), "role",
	 * "unit" (not the supervising one), "token", "origin", "method",
	 * "request"; else "". */
	const char *cause;
};

/* What differs between the two programs. */
struct program {
	const char *name;		/* "portal": also templates/NAME */
	const char *prefix;		/* "" or "/gkht", before every path */
	const char *login_path;		/* where a stranger's GET is sent, with
					 * prefix; NULL: nobody can log in */
	const char *password_path;	/* where an initial password is sent */
	const char *csp;		/* Content-Security-Policy */
	bool personal;			/* Cache-Control: no-store everywhere */
	const char *api;		/* below this path errors are told as
					 * problem JSON (RFC 9457); may be
					 * NULL */
	const char *cookie;		/* "gkht"; __Host- is added */
	const struct route *routes;
	/* fills what every page shows: menu, counts, user; called once a page,
	 * after the handler; may be NULL */
	enum rc (*frame)(struct ctx *);
	/* shows the login page with what was sent to a TEXT route by somebody
	 * whose session is over (x->req->param), so that it is not lost;
	 * may be NULL */
	enum rc (*lost)(struct ctx *);
	/* shows the page of an error status: RC_NOT_FOUND, RC_GONE, ... */
	enum rc (*error)(struct ctx *, enum rc, const char *incident);
};

/* Outcomes a handler names: `return show(x, "portal/home.cs");` */
enum rc show(struct ctx *, const char *template);
/* 303; to is a path of ours including prefix; printf form, values are
 * percent-encoded by the caller (url_encode). */
enum rc go(struct ctx *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
enum rc send_json(struct ctx *, const char *json);
enum rc send_stored(struct ctx *, const char *sha256, const char *type,
    const char *name_or_null);
/* Bytes that live as long as the arena: opened files, what was just made. */
enum rc send_bytes(struct ctx *, const void *, size_t n, const char *type,
    const char *name_or_null);
/* For a LATE handler, which can only read before: from here on it is a POST
 * like any other.  Saying it twice is harmless. */
enum rc route_write(struct ctx *);
/* RC_INVALID with a problem on that field. */
enum rc refuse(struct ctx *, const char *field, enum problem);

char *url_encode(struct arena *, const char *);

/* A path of this program, prefix included, that leads to no other host: good
 * for go() and safe to take from a field (next, back). */
bool route_is_ours(const struct program *, const char *path);

/* The number of a path parameter, or 0. */
int64_t arg_id(const struct ctx *, int k);

/* Finds the route; 405 when only other methods fit. */
const struct route *route_find(const struct route *, enum method,
    const char *path, const char *arg[4], bool *other_method, struct arena *);

/* The token a form must carry (name "csrf"); makes the visitor token that
 * reply_send() sets as a cookie when there is none.  Forms in templates show
 * it as Page.Csrf, which every page of a program with forms has; a visitor
 * whose page does not show it gets no cookie. */
const char *route_csrf(struct ctx *);

/* Serves requests until told to stop; returns the exit status. */
int route_main(int argc, char **argv, const struct program *);

#endif

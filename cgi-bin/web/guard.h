/*
 * guard.h - every check a handler could forget, in one order: who is it, is
 * there such a route, login, initial password, role; then, with the body
 * read, the form token.
 */
#ifndef WEB_GUARD_H
#define WEB_GUARD_H

#include "web/route.h"

/* Fills x->me, x->actor and x->token from the cookies. */
enum rc guard_who(struct ctx *);
/* Fills x->route and x->arg.  RC_OK with x->reply.location set: the answer is
 * that redirection. */
enum rc guard_enter(struct ctx *);
/* Of a POST, before its body is read: browsers say that it comes from a page
 * of ours, or nothing. */
enum rc guard_origin(struct ctx *);
/* Of a POST: it carries the token of a page of ours. */
enum rc guard_token(struct ctx *);

#endif

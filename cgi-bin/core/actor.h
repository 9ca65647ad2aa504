/*
 * actor.h - who does something: every function that changes data takes one,
 * and the audit row is written from it.
 */
#ifndef CORE_ACTOR_H
#define CORE_ACTOR_H

#include <stdint.h>

#include "base/arena.h"

enum role {
	ROLE_NONE = 0,
	ROLE_ADMIN,	/* XXX001 机构管理员 */
	ROLE_ENTRY,	/* XXX002 录入员 */
	ROLE_REVIEW,	/* XXX003 审核员 */
	ROLE__MAX
};

struct actor {
	int64_t user;		/* account id; 0: nobody or the operator */
	const char *login;	/* "zfb002"; "operator" for gkctl; "" unknown */
	enum role role;
	int64_t unit;
	const char *address;	/* client address as the web server saw it */
};

/* "admin", "entry", "review", as stored; "" for ROLE_NONE. */
const char *role_key(enum role);
enum role role_of_key(const char *);
/* What failures of an address are counted under: one household has a whole
 * /64 of IPv6 addresses, which counts as one. */
const char *actor_address(const char *address, struct arena *);

#endif

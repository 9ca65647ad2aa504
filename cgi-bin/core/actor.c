/* actor.c - the names of roles. */
#include <string.h>

#include "core/actor.h"

static const char *const keys[ROLE__MAX] = {
	[ROLE_NONE] = "",
	[ROLE_ADMIN] = "admin",
	[ROLE_ENTRY] = "entry",
	[ROLE_REVIEW] = "review",
};

const char *
role_key(enum role role)
{
	return role > ROLE_NONE && role < ROLE__MAX ? keys[role] : "";
}

enum role
role_of_key(const char *key)
{
	for (int k = ROLE_NONE + 1; k < ROLE__MAX; k++)
		if (strcmp(keys[k], key) == 0)
			return (enum role)k;
	return ROLE_NONE;
}

/* actor.c - the names of roles; whom failures are counted for. */
#include <arpa/inet.h>
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

const char *
actor_address(const char *address, struct arena *m)
{
	unsigned char a[16];
	char text[INET6_ADDRSTRLEN];

	if (strchr(address, ':') == NULL ||
	    inet_pton(AF_INET6, address, a) != 1)
		return address;
	memset(a + 8, 0, 8);
	inet_ntop(AF_INET6, a, text, sizeof(text));
	return arena_strdup(m, text);
}

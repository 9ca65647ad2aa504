/* names.c - open addressing; twice the slots when half of them are taken. */
#include <stdint.h>
#include <string.h>

#include "richtext/names.h"

#define SLOTS_FIRST 64

static uint32_t
hash_of(const char *s)
{
	uint32_t h = 2166136261u;

	for (; *s != '\0'; s++)
		h = (h ^ (unsigned char)*s) * 16777619u;
	return h;
}

/* Where the name is, or would be. */
static const char **
place_of(const struct names *set, const char *name)
{
	uint32_t k, last = (uint32_t)set->slots - 1;

	for (k = hash_of(name) & last; set->slot[k] != NULL;
	    k = (k + 1) & last)
		if (strcmp(set->slot[k], name) == 0)
			break;
	return &set->slot[k];
}

static void
grow(struct names *set, struct arena *m)
{
	struct names more = { .slots = set->slots == 0 ? SLOTS_FIRST
	    : set->slots * 2, .n = set->n };
	int k;

	more.slot = arena_calloc(m, (size_t)more.slots, sizeof *more.slot);
	for (k = 0; k < set->slots; k++)
		if (set->slot[k] != NULL)
			*place_of(&more, set->slot[k]) = set->slot[k];
	*set = more;
}

const char *
names_add(struct names *set, const char *name, struct arena *m)
{
	const char **at;

	if (set->n * 2 >= set->slots)
		grow(set, m);
	at = place_of(set, name);
	if (*at != NULL)
		return NULL;
	set->n++;
	return *at = arena_strdup(m, name);
}

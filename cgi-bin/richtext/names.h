/* names.h - a set of strings that grows: which names a text has used. */
#ifndef RICHTEXT_NAMES_H
#define RICHTEXT_NAMES_H

#include <stdbool.h>

#include "base/arena.h"

/* Zeroed: empty. */
struct names {
	const char **slot;
	int n, slots;
};

/* The set's own copy of the name; NULL: it is there already. */
const char *names_add(struct names *, const char *name, struct arena *);

#endif

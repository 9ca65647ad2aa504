/*
 * pack.h - several texts in one, each with its length before it: what is
 * sealed together.  Internal to core.
 */
#ifndef CORE_PACK_H
#define CORE_PACK_H

#include "base/buf.h"

void pack_put(struct buf *, const char *);
/* The next one, moving *at behind it; NULL at the end or when it is no pack. */
char *pack_next(const char **at, struct arena *);

#endif

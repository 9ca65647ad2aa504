/* strays.h - files that nothing refers to, for the operator. */
#ifndef GKCTL_STRAYS_H
#define GKCTL_STRAYS_H

#include "core/retention.h"

/* Says that there are suspiciously many and what to do; exit status 1. */
int strays_refused(const struct strays *);

#endif

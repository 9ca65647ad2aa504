/* amendment_propose.h - a checked change begins to wait.  Internal to core. */
#ifndef CORE_AMENDMENT_PROPOSE_H
#define CORE_AMENDMENT_PROPOSE_H

#include "core/change.h"

/* Kept beside the live revision; takes the place of one that is open. */
enum rc amendment_propose(struct db *, const struct actor *,
    struct changing *, const struct change *, struct arena *);
/* What is open of the document is so no more: another change took its place. */
enum rc amendment_supersede(struct db *, const struct actor *,
    int64_t document, struct arena *);

#endif

/* ready.h - drafts that the operator makes up become what 提交 demands. */
#ifndef GKCTL_READY_H
#define GKCTL_READY_H

#include "core/document.h"

/* Looked through, what may stay explained, 保密审查 signed by the clerk. */
enum rc ready_make(struct db *, const struct actor *, const struct document *,
    struct arena *);

#endif

/* ready.h - drafts that the operator makes up become what 提交 demands. */
#ifndef GKCTL_READY_H
#define GKCTL_READY_H

#include "core/document.h"
#include "core/secrecy.h"

/* Looked through, what may stay explained, 保密审查 signed by the clerk. */
enum rc ready_make(struct db *, const struct actor *, const struct document *,
    struct arena *);
/* What it is signed with. */
struct secrecy ready_secrecy(const struct document *, const char *openness);

#endif

/* register.h - the register of publication for people. */
#ifndef PORTAL_REGISTER_H
#define PORTAL_REGISTER_H

#include "core/publication.h"
#include "web/route.h"

extern const struct field register_fields[];
enum rc register_show(struct ctx *);
enum rc register_line_show(struct ctx *);

/* The line that registered this version of a document, as Line, At, Short
 * (ends of the hash) and Signed below `at`; nothing when there is none. */
enum rc register_fill(struct ctx *, struct node *at,
    const struct publication *);
/* The last line about it, as Line. */
enum rc register_fill_last(struct ctx *, struct node *at,
    const struct publication *);

#endif

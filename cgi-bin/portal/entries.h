/* entries.h - what the entries of the platform share. */
#ifndef PORTAL_ENTRIES_H
#define PORTAL_ENTRIES_H

#include "core/unit.h"
#include "web/route.h"

/* The unit a query names, shown as Page.Unit; id 0 when it names none.
 * RC_INVALID when any field is wrong. */
enum rc entries_unit(struct ctx *, int field, struct unit *);

#endif

/* moved.h - telling somebody that a document has moved on meanwhile. */
#ifndef GKHT_MOVED_H
#define GKHT_MOVED_H

#include "core/document.h"
#include "web/route.h"

/* Page.Conflict.{Who,When,What} of the last deed, Id and the state's tag. */
enum rc moved_show(struct ctx *, const struct document *);

#endif

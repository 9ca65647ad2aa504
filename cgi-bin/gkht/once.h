/*
 * once.h - the form of a new document makes one, however often it is sent: its
 * answer may have been lost on the way.
 */
#ifndef GKHT_ONCE_H
#define GKHT_ONCE_H

#include "web/route.h"

/* Page.Form.once: what was sent, or where that is "" a token of its own. */
void once_show(struct ctx *, const char *once);
/* Within the transaction that saves.  Where this form made a document already,
 * the request becomes one to that document, with the version it got then: who
 * changed it meanwhile is not overwritten. */
enum rc once_find(struct ctx *, const char *once, struct value *version);

#endif

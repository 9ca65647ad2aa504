/* told.h - what a Word import left out or accepted, for the clerk to know. */
#ifndef GKHT_TOLD_H
#define GKHT_TOLD_H

#include "base/buf.h"
#include "richtext/word.h"
#include "web/route.h"

/* Page.Imported, and Page.Told.<what> where it is more than nothing. */
void told_show(struct ctx *, const struct word_result *);
/* The same as members of a JSON object. */
void told_json(struct buf *, const struct word_result *);

#endif

/*
 * listing.h - the tables the portal lists, counts and searches by, kept in
 * step with the views.  Internal to core, but for gkctl generate.
 */
#ifndef CORE_LISTING_H
#define CORE_LISTING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

/* After any change of a document: takes out what was listed of it and puts
 * in what public_document shows of it now. */
enum rc listing_refresh(struct db *, int64_t document, struct arena *);

/* What is found of it is put anew, when it is public. */
enum rc listing_search(struct db *, int64_t document, struct arena *);
/*
 * For filling a district with very many documents at once: while it is paused
 * nothing is listed, and document_reindex() has to follow.
 */
void listing_pause(bool);

#endif

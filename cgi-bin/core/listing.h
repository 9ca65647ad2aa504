/*
 * listing.h - the tables the portal lists, counts and searches by, kept in
 * step with the views.  Internal to core.
 */
#ifndef CORE_LISTING_H
#define CORE_LISTING_H

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

/* After any change of a document: takes out what was listed of it and puts
 * in what public_document shows of it now. */
enum rc listing_refresh(struct db *, int64_t document, struct arena *);

#endif

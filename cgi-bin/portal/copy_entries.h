/* copy_entries.h - the lists and entries that a copy holds. */
#ifndef PORTAL_COPY_ENTRIES_H
#define PORTAL_COPY_ENTRIES_H

#include "portal/copy.h"

/*
 * Fills c->entries: the entries of the platform, those of each unit, and a
 * list for each unit, category, theme and year, for each category and each
 * year of a unit; only where there is something.
 */
enum rc copy_entries(struct copy *);

#endif

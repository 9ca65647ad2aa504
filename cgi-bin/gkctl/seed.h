/* seed.h - the base data every district needs. */
#ifndef GKCTL_SEED_H
#define GKCTL_SEED_H

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

/*
 * Adds what is missing of the category tree, the two vocabularies and the
 * holidays from dir (sql/data), in one transaction.  What is there already,
 * perhaps changed by the district, is left alone.
 */
enum rc seed_apply(struct db *, const char *dir, struct arena *);

#endif

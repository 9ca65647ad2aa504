/*
 * file_use.h - who needs the bytes of a stored file: the one list of the
 * columns that name one.  What stands in none of them may be erased, so a new
 * table that names files must be put here; a test compares it with the schema.
 */
#ifndef CORE_FILE_USE_H
#define CORE_FILE_USE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

struct file_place { const char *table, *column; };
extern const struct file_place file_places[];	/* ends with NULL */

/* Whether any row names that file. */
enum rc file_use(struct db *, const char *sha256, bool *used);
/* Every file that a row names, once, sorted; `label` tells people what it is
 * (its name, where that is not sealed).  The text lives until the next call;
 * stops when each() says something but RC_OK. */
enum rc file_use_each(struct db *, enum rc (*each)(void *, const char *sha256,
    const char *label), void *);

#endif

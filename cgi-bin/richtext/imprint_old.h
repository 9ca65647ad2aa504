/*
 * imprint_old.h - what imprint.h tells, of the files that Office wrote before
 * its packages (doc, xls, ppt; wps, et).
 */
#ifndef RICHTEXT_IMPRINT_OLD_H
#define RICHTEXT_IMPRINT_OLD_H

#include <stdbool.h>

#include "base/buf.h"

bool imprint_old_is(const void *data, size_t n);
/* Appends the names, a line each and each once; nothing of other files. */
void imprint_old_names(const void *data, size_t n, struct buf *names,
    struct arena *);
/* Writes over them in place, over what else names people and organisations,
 * and over the same where nothing is any more; every other byte stays.  false:
 * there is no such way. */
bool imprint_old_clean(void *data, size_t n, struct arena *);

#endif

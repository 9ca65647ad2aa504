/*
 * imprint_rtf.h - what imprint.h tells, of RTF: {\info{\author ...}...}.
 */
#ifndef RICHTEXT_IMPRINT_RTF_H
#define RICHTEXT_IMPRINT_RTF_H

#include <stdbool.h>

#include "base/buf.h"

bool imprint_rtf_is(const void *data, size_t n);
/* Appends the names, a line each and each once. */
void imprint_rtf_names(const void *data, size_t n, struct buf *names,
    struct arena *);
/* The same without the groups that name people and organisations; NULL: it
 * cannot be told where they end. */
void *imprint_rtf_clean(const void *data, size_t n, size_t *less,
    struct arena *);

#endif

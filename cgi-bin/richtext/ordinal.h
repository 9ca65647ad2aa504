/* ordinal.h - numbers as Word writes them in lists. */
#ifndef RICHTEXT_ORDINAL_H
#define RICHTEXT_ORDINAL_H

#include <stdbool.h>

#include "base/buf.h"

/* Appends n in an ST_NumberFormat; unknown formats are decimal. */
/* Written as Word writes it. */
bool ordinal_known(const char *format);
void ordinal_put(struct buf *, int n, const char *format);

#endif

/* inspect_find.h - the finders of inspect.c, a line at a time.  Internal. */
#ifndef RICHTEXT_INSPECT_FIND_H
#define RICHTEXT_INSPECT_FIND_H

#include "richtext/inspect_line.h"

/* Numbers of cards and telephones. */
void inspect_numbers(const struct line *, struct inspections *,
    struct arena *);
/* Codes with letters and e-mail addresses. */
void inspect_words(const struct line *, struct inspections *, struct arena *);

/* What stands in the line from character `from` up to `to`. */
void inspect_add(struct inspections *, const struct line *,
    enum inspect_kind, int from, int to, const char *masked, struct arena *);
/* s with stars but for its first and last characters (ASCII). */
const char *inspect_mask(const char *s, int head, int tail, struct arena *);

#endif

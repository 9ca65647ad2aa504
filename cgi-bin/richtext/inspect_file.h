/*
 * inspect_file.h - an attachment looked through before it is published: its
 * text, and what it carries that nobody sees.  Slow: up to a minute.
 */
#ifndef RICHTEXT_INSPECT_FILE_H
#define RICHTEXT_INSPECT_FILE_H

#include <stdbool.h>

#include "richtext/inspect.h"
#include "richtext/office.h"

/* Grows whenever what is found in the same bytes becomes another. */
#define INSPECT_RULES 8

/*
 * Appends what is found in the file at path, of the media type; what stands in
 * no line has number 0 and for its value how many there are, or the name.
 */
void inspect_file(const struct office *, const char *path, const char *type,
    struct inspections *, struct arena *);

/* The same of a Word file that was imported already, from what came of it. */
void inspect_imported(const char *path, const char *type,
    const struct word_result *, const struct report *, struct inspections *,
    struct arena *);

/* Whether a finding of that kind goes away when a file of that type is
 * cleaned. */
bool inspect_cleans(enum inspect_kind, const char *type);
/* The same file without names and places, in memory: a picture, an Office
 * file.  NULL: there is no such way for this file. */
void *inspect_file_clean(const char *path, const char *type, size_t *n,
    struct arena *);
/* Whether inspect_file_cleaned() looks for that kind. */
bool inspect_is_cleaned(enum inspect_kind);
/* Appends what inspect_file() finds of these kinds alone; quick. */
void inspect_file_cleaned(const char *path, const char *type,
    struct inspections *, struct arena *);

/*
 * What stands before and after finding k in its line, a few words each; other
 * findings of the line are masked.
 */
void inspect_quote(const struct inspections *, int k, const char **before,
    const char **after, struct arena *);

#endif

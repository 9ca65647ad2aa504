/*
 * demo_body.h - the markup of the patterns becomes HTML for the sanitizer,
 * and the files that go with a document.
 *
 * A line is a paragraph; its first characters say which kind: "# " "## "
 * "### " headings, "= " an inner title, ": " no indent, "^ " centred, "> "
 * signature, "---" a rule, "| a | b" a table row (the first one is the head,
 * "|= " a caption before it), "<" markup taken as it is.
 */
#ifndef GKCTL_DEMO_BODY_H
#define GKCTL_DEMO_BODY_H

#include <stddef.h>

#include "base/arena.h"

char *demo_body_html(const char *text, struct arena *);

/*
 * The bytes of an attachment by the extension of its name: .csv (with the
 * mark that spreadsheets want), .txt, .pdf.
 */
void *demo_file_bytes(const char *name, const char *text, size_t *n,
    struct arena *);
/* The media type for the same extensions. */
const char *demo_file_type(const char *name);
/* "repeat 3: x" becomes three lines, {i} in them the number. */
char *demo_file_repeat(const char *text, struct arena *);

#endif

/*
 * inspect_side.h - what a file says beside its text: headers and footers of a
 * Word package, and whom a PDF names as its author.
 */
#ifndef RICHTEXT_INSPECT_SIDE_H
#define RICHTEXT_INSPECT_SIDE_H

#include "richtext/inspect.h"

/* Appends what is found in headers and footers; their lines are counted from
 * INSPECT_SIDE on. */
void inspect_side(const char *path, struct inspections *, struct arena *);

/* The names in the Info dictionary and in the XMP packet, a line each; "" when
 * there are none, or nobody here can read them. */
char *inspect_pdf_names(const char *path, struct arena *);

#endif

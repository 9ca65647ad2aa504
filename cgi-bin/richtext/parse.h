/*
 * parse.h - HTML to a tree, as a browser does it, within limits.
 *
 * libgumbo has none of its own: here its memory comes from a pool of limited
 * size, its time is limited, and its recursive clean-up is never called.
 */
#ifndef RICHTEXT_PARSE_H
#define RICHTEXT_PARSE_H

#include <stddef.h>

#include <gumbo.h>

#include "base/rc.h"

struct parse;

/* RC_TOO_LARGE: nested too deep, or more work than any real text asks. */
enum rc parse_html(const char *html, size_t n, struct parse **);
const GumboElement *parse_root(const struct parse *);
void parse_free(struct parse *);

#endif

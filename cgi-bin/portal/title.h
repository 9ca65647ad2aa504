/* title.h - titles of official documents as the portal sets them. */
#ifndef PORTAL_TITLE_H
#define PORTAL_TITLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/safe_html.h"

/* The title with numbers and the 年, 月, 日, 号 or % after them kept on one
 * line. */
struct safe_html title_markup(const char *title, struct arena *);
/* Does the text itself begin with its title, alone in a paragraph and with no
 * more than the head of an official document (红头, 文号) above it? */
bool title_in_body(struct safe_html body, const char *title);

#endif

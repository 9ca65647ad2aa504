/* title.h - titles of official documents as they are set for readers. */
#ifndef RICHTEXT_TITLE_H
#define RICHTEXT_TITLE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/safe_html.h"
#include "base/words.h"

/* The title cut where a line may end: between words, as GB/T 9704 asks of
 * titles (词意完整), not within one, nor between a number and its unit. */
void title_pieces(const char *title, struct words *, struct arena *);
/* The pieces with a <wbr> between them. */
struct safe_html title_markup(const char *title, struct arena *);
/* Does the text itself begin with its title, alone in a paragraph and with no
 * more than the head of an official document (红头, 文号) above it? */
bool title_in_body(struct safe_html body, const char *title);

#endif

/*
 * hant.h - a page in traditional characters.
 *
 * The words of the page and what is read aloud of its tags (alt, title,
 * aria-label, placeholder) are converted; addresses, values of forms and what
 * somebody types (textarea) stay as they are.
 */
#ifndef BASE_HANT_H
#define BASE_HANT_H

#include "base/arena.h"
#include "base/buf.h"

/* html is a page of ours: attributes stand in double quotes. */
void hant_page(const char *html, size_t n, struct buf *out);
/* Plain text. */
void hant_text(const char *, size_t n, struct buf *out);

#endif

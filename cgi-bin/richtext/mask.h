/* mask.h - numbers that must not be public are written over. */
#ifndef RICHTEXT_MASK_H
#define RICHTEXT_MASK_H

#include "base/arena.h"
#include "base/safe_html.h"
#include "richtext/sanitize.h"

/* Every place of value in a text gets masked instead. */
char *mask_text(const char *text, const char *value, const char *masked,
    struct arena *);
/* The same in a sanitized text, also where markup parts the value. */
enum rc mask_html(struct safe_html, const char *value, const char *masked,
    struct sanitized *, struct arena *);

#endif

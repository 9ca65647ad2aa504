/* words.h - where words of Chinese begin and end (ICU's dictionary). */
#ifndef BASE_WORDS_H
#define BASE_WORDS_H

#include "base/arena.h"

struct words { int n; char **v; };

/* The words of s in order; punctuation and spaces come as words of
 * their own.  One word, the whole, when ICU has no dictionary. */
void words_of(struct arena *, const char *s, struct words *);

#endif

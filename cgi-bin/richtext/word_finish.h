/* word_finish.h - the last step, always in the process that keeps the result:
 * what a converter wrote is sanitized like any other HTML. */
#ifndef RICHTEXT_WORD_FINISH_H
#define RICHTEXT_WORD_FINISH_H

#include "richtext/word.h"

enum rc word_finish(const char *html, size_t n, struct word_result *,
    enum problem *why, struct arena *);

#endif

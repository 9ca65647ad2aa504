/* word_finish.h - the last step, always in the process that keeps the result:
 * what a converter wrote is sanitized like any other HTML. */
#ifndef RICHTEXT_WORD_FINISH_H
#define RICHTEXT_WORD_FINISH_H

#include "richtext/convert.h"
#include "richtext/word.h"

#define WORD_CPU_SECONDS 10
#define WORD_MEMORY_MAX	 (512u << 20)

enum rc word_finish(const char *html, size_t n, struct word_result *,
    enum problem *why, struct arena *);

/* The report is made from the text as it will be kept; false: there is none. */
bool word_report(struct report *, const char *path, const struct converted *,
    struct arena *);

#endif

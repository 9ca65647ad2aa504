/*
 * lint.h - what a template may contain.
 *
 * The commands are the subset of the template language that cannot leak or
 * crash: var if elif else each with def call include! and comments; uvar only
 * for names ending in Html.  HTML is read along with them, so that output
 * stands only in text or between quotes, addresses begin with something of
 * ours, and no script or style is written into a page.  Every block must end
 * where it began: in the same text, tag or value.
 */
#ifndef WEB_LINT_H
#define WEB_LINT_H

typedef void lint_report(void *arg, const char *name, int line,
    const char *what);

/* The number of faults, each reported; at most 20. */
int lint_template(const char *name, const char *text, lint_report *,
    void *arg);

/* Calls found(arg, name) for every file the text includes; for linted text. */
void lint_includes(const char *text, void (*found)(void *arg, const char *name),
    void *arg);

#endif

/* page.h - an imported document as a page that stands alone. */
#ifndef GKCTL_PAGE_H
#define GKCTL_PAGE_H

#include "gkctl/ctl.h"
#include "richtext/word.h"

/*
 * Prints the document with its pictures and those rules of the stylesheet
 * that apply to it.  css: the sheet's file, or NULL: paper.css among the
 * built files of the configuration or beside the program.  0 or 1.
 */
int page_print(struct ctl *, const char *name, const struct word_result *,
    const char *css);

#endif

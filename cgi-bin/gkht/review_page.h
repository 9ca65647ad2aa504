/* review_page.h - one screen for reading and deciding: 信息查看 of what was
 * submitted, beside its original, with 回复结果. */
#ifndef GKHT_REVIEW_PAGE_H
#define GKHT_REVIEW_PAGE_H

#include "core/document.h"
#include "web/route.h"

/*
 * Page.Screen (flag), Page.Doc as paper_fill() has it, Page.Diff, Page.Remarks,
 * Page.Phrases (Key, Text, On), Page.Pages of the original with Page.Original:
 * Id, Name, Paintable, Full.  before: what to compare with, NULL: as
 * compare_last() has it.
 */
enum rc review_page_fill(struct ctx *, const struct document *,
    const struct revision *before, const struct value *phrases);
/* The pages of an original as far as they are painted: Page.Pages (Number,
 * Sha256), and Full at that node when there may be more. */
enum rc review_page_original(struct ctx *, struct node *, int64_t upload);
/* The sentences to choose from, those of the field ticked (may be NULL). */
void review_page_phrases(struct ctx *, const struct value *);

#endif

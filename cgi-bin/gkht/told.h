/* told.h - what became of an imported document, for people. */
#ifndef GKHT_TOLD_H
#define GKHT_TOLD_H

#include "richtext/report.h"
#include "web/route.h"

/*
 * Page.Report: Upload, Word, Found, Missing, Added, and the lists Kept,
 * Changed, Dropped of Key, Text, Measure, N and Places (Paragraph, Heading,
 * Quote).
 */
void told_show(struct ctx *, int64_t upload, const struct report *);

#endif

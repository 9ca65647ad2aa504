/* paper.h - a document as its readers will see it, with what staff may know
 * besides: 信息查看. */
#ifndef GKHT_PAPER_H
#define GKHT_PAPER_H

#include "core/document.h"
#include "web/route.h"

/*
 * Page.Doc: the metadata, BodyHtml, Attachments, Original, Light; History
 * (what was done, newest first) and Revisions (its versions).
 */
enum rc paper_fill(struct ctx *, const struct document *);

#endif

/* compare.h - what changed between two revisions, for staff. */
#ifndef GKHT_COMPARE_H
#define GKHT_COMPARE_H

#include "core/document.h"
#include "web/route.h"

/*
 * Page.Diff: From (number), Live (it is or was public), When, Fields (Name,
 * Html), Same (the text is), Places, Added, Removed, Looks, Rough, and Html:
 * the passages round what was added and removed.
 */
void compare_show(struct ctx *, const struct revision *before,
    const struct revision *after);
/*
 * The same with what the reviewer has to compare the document with: the
 * version that was published last, else the one submitted before.  Without
 * either nothing is shown.
 */
enum rc compare_last(struct ctx *, const struct document *);

#endif

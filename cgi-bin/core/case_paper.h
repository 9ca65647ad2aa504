/*
 * case_paper.h - papers that go with a consultation and change no state:
 *   third_notice	征求意见告知书, tells the applicant that others are asked
 *   third_confirm	征求意见确认函, on which a third party declares itself
 *   third_decision	依申请公开告知书, tells a third party what is disclosed
 *			and why (art. 32)
 */
#ifndef CORE_CASE_PAPER_H
#define CORE_CASE_PAPER_H

#include "core/case.h"
#include "core/letter.h"

#define CASE_PAPERS_MAX 3

/* What may be made now by those bits of enum case_by: kinds into out, how
 * many.  third_decision from the draft of the reply on. */
int case_papers(const struct application *, const struct case_events *,
    unsigned by, const char *out[CASE_PAPERS_MAX]);
/* The consultation it is about: that one, or the newest (about 0) of those it
 * may be about; NULL when there is none. */
const struct case_event *case_paper_about(const struct case_events *,
    const char *kind, int64_t about);
/*
 * Numbers and issues it with an event of its own.  l->kind, title, body and
 * text are given; l->event is the consultation; the rest is filled in.
 * RC_CONFLICT on an older version.  Problems as of letter_save().
 */
enum rc case_paper_issue(struct db *, const struct actor *,
    int64_t application, int64_t version, struct letter *, const char *word,
    struct problems *, struct arena *);
/* How many third parties objected to what the drafted reply discloses and
 * have no third_decision yet. */
enum rc case_untold(struct db *, int64_t application, int *n);

#endif

/*
 * case_follow.h - what can follow an answer: 复议 and 诉讼 with their results,
 * complaints (举报投诉), the correction of one's own records (art. 41), the
 * suggestion to publish (art. 44).
 */
#ifndef CORE_CASE_FOLLOW_H
#define CORE_CASE_FOLLOW_H

#include "core/application.h"

struct case_follow {
	int64_t id, application, version;
	const char *kind;	/* review suit suit_after_review complaint
				 * correction suggestion */
	const char *outcome;	/* review, suits: upheld corrected other
				 * pending; the others: pending accepted refused
				 * forwarded */
	day_t day, done;	/* begun; DAY_NONE while pending */
	const char *text;	/* case number and remarks */
	const char *login;	/* "": the applicant */
	int64_t document;	/* draft made of a suggestion, 0: none */
};
struct case_follows { int n; struct case_follow *v; };

/*
 * A new one (id 0) or its outcome (id, version).  The applicant may add
 * "correction" and "suggestion" (by_applicant), staff of the unit all.
 * Problems on the names of the members.
 */
enum rc case_follow_save(struct db *, const struct actor *, bool by_applicant,
    struct case_follow *, struct problems *, struct arena *);
enum rc case_follow_list(struct db *, int64_t application,
    struct case_follows *, struct arena *);
bool case_follow_kind_known(const char *);
bool case_follow_outcome_known(const char *kind, const char *outcome);

#endif

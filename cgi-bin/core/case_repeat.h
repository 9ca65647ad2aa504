/*
 * case_repeat.h - asked before: by the same applicant (重复申请, art. 36(6)),
 * by others (art. 44), and how many this month (fee tiers).
 */
#ifndef CORE_CASE_REPEAT_H
#define CORE_CASE_REPEAT_H

#include "core/application.h"

#define REPEAT_SIMILAR	55	/* per cent of shared pairs of characters */
#define REPEAT_PROPOSE	3	/* times asked: propose to publish */

struct case_similar {
	int64_t id;
	const char *number, *name;	/* of the wish, cut */
	const char *submitted, *result;
	enum case_state state;
	bool same_applicant;
	int likeness;		/* 0..100 */
};
struct case_repeat {
	int month;		/* of this applicant in the calendar month of
				 * the application, itself counted */
	int n_same, n_others;	/* similar ones */
	int n;
	struct case_similar *v;	/* most alike first, at most 10 */
	bool propose;		/* REPEAT_PROPOSE or more applicants */
};

enum rc case_repeat_find(struct db *, const struct application *,
    struct case_repeat *, struct arena *);
/* How alike two texts are: shared pairs of characters after text_fold, in per
 * cent of the shorter one's. */
int case_likeness(const char *, const char *, struct arena *);
/* One click: a draft in 信息上载 with title and summary of the wish, made for
 * the entry clerk of the unit, and a "suggestion" row that names it.  who:
 * ROLE_REVIEW of the unit. */
enum rc case_propose(struct db *, const struct actor *, int64_t application,
    int64_t *document, struct problems *, struct arena *);

#endif

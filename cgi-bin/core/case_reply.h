/*
 * case_reply.h - the reply (回复) to an application: result, reasons, what is
 * given and how.  Drafted, then released by ACT_RELEASE_REPLY.
 */
#ifndef CORE_CASE_REPLY_H
#define CORE_CASE_REPLY_H

#include "core/application.h"

struct case_reply {
	const char *result;	/* key of case_result.h */
	const char *note;	/* 回复描述 */
	const char *given, *withheld;	/* the two parts */
	const char *basis;	/* ground of the withheld part */
	const char *reason;
	const char *way;	/* where it is published */
	const char *organ, *organ_contact;
	const char *delivery;	/* as in struct wish */
	int n_files;		/* unclaimed, or of this application */
	const int64_t *file;
	/* read back only */
	const char *drafted_by, *released_by;	/* logins */
	const char *drafted, *released;		/* stored UTC text */
	const char *returned;			/* why it came back, or "" */
};

/*
 * CASE_OPEN -> CASE_DRAFTED, or anew while drafted.  Problems on the names of
 * the members.  The letter (letter.h, kind "reply") is made by the caller in
 * the same transaction; without one it cannot be released.
 */
enum rc case_reply_draft(struct db *, const struct actor *, int64_t application,
    int64_t version, const struct case_reply *, struct problems *,
    struct arena *);
/* RC_NOT_FOUND when none was drafted. */
enum rc case_reply_get(struct db *, int64_t application, struct case_reply *,
    struct arena *);

/* Last days of the remedies, for an answer delivered on that day: 60 days and
 * six months, next day first. */
day_t case_review_last(day_t delivered);
day_t case_suit_last(day_t delivered);

#endif

/*
 * amendment.h - changes of published documents that wait for 信息审核, where
 * the district wants that (SETTING_AMEND_REVIEW).  The public sees nothing of
 * one before it is approved; whoever made it never approves it.
 */
#ifndef CORE_AMENDMENT_H
#define CORE_AMENDMENT_H

#include "core/document.h"

#define AMENDMENTS_MAX 100	/* of one list, the oldest first */

enum amendment_state {
	AMENDMENT_NONE = 0,
	AMENDMENT_PENDING,
	AMENDMENT_RETURNED,	/* 审批不通过; 001 goes on from it or drops it */
	AMENDMENT_APPROVED,
	AMENDMENT_DROPPED,
	AMENDMENT__MAX
};

struct amendment {
	int64_t id, document, revision, version, by;
	enum amendment_state state;
	const char *title, *note, *login, *at;
	const char *interprets, *replaces;	/* NULL: as they are */
	const char *decided_by, *decided, *reason;
};
struct amendments { int n; struct amendment *v; };

const char *amendment_key(enum amendment_state);

/* Those of the unit in that state. */
enum rc amendment_list(struct db *, int64_t unit, enum amendment_state,
    struct amendments *, struct arena *);
enum rc amendment_count(struct db *, int64_t unit, enum amendment_state,
    int64_t *);
enum rc amendment_get(struct db *, int64_t unit, int64_t id,
    struct amendment *, struct arena *);
/* The one that waits after that one, else the first of the others; 0: none. */
enum rc amendment_next(struct db *, int64_t unit, int64_t id, int64_t *next);

/* The document with what the amendment makes of it in the place of rev; the
 * version is that of the document now. */
enum rc amendment_document(struct db *, int64_t unit,
    const struct amendment *, struct document *, struct arena *);
/* The document, and the amendment of it that is open; without one id 0, and
 * rev is the live one. */
enum rc amendment_open(struct db *, int64_t unit, int64_t document,
    struct document *, struct amendment *, struct arena *);

/*
 * 审批通过: live at once, with everything that document_amend() does.
 * RC_CONFLICT when it is not pending any more, or when the document has moved
 * on since; RC_DENIED for its own author.  Problems when a document that it
 * refers to is gone.
 */
enum rc amendment_approve(struct db *, const struct actor *, int64_t id,
    struct problems *, struct arena *);
/* 审批不通过, with the reason (problem on "reason"). */
enum rc amendment_return(struct db *, const struct actor *, int64_t id,
    const char *reason, struct problems *, struct arena *);
/* The administrator takes it back. */
enum rc amendment_drop(struct db *, const struct actor *, int64_t id,
    struct arena *);

#endif

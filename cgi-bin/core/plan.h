/*
 * plan.h - 定时发布: an approved document that becomes public at a set time.
 *
 * Bound to the version and hash that were approved: at its time exactly that
 * is published, or nothing.
 */
#ifndef CORE_PLAN_H
#define CORE_PLAN_H

#include "core/document.h"

#define PLAN_DAYS_MAX 366	/* not further ahead */

struct plan {
	int64_t document;
	const char *due, *planned;	/* as stored */
	const char *login;		/* who planned it */
	const char *failed;		/* "" or "changed", "account", "state" */
};

/* RC_NOT_FOUND: nothing is planned. */
enum rc plan_get(struct db *, int64_t document, struct plan *,
    struct arena *);
/* Local "2026-10-22", "09:30"; the reason as lateness_excuse() takes it. */
struct plan_wish { const char *day, *time, *reason; };
/*
 * Whoever may publish it may plan it; an earlier plan is replaced.  Problems
 * on "day" and "time", and on "reason" where that day is late (art. 26); then
 * nothing is written.  RC_DENIED and RC_CONFLICT as document_move().
 */
enum rc plan_set(struct db *, const struct actor *, int64_t document,
    int64_t version, const struct plan_wish *, struct problems *,
    struct arena *);
/* Approved it stays, without a time.  RC_GONE: nothing was planned;
 * RC_CONFLICT: it is published or returned meanwhile. */
enum rc plan_cancel(struct db *, const struct actor *, int64_t document,
    struct arena *);
/* The document moves: what was planned for it is no more. */
enum rc plan_forget(struct db *, int64_t document);

/*
 * Publishes all that is due, each in a transaction of its own, in the name of
 * whoever planned it; safe beside other runners and after a crash at any
 * point.  What cannot be published keeps its plan with the reason in failed.
 */
enum rc plan_run(struct db *, int *published, int *failed);

#endif

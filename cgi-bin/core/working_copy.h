/*
 * working_copy.h - what somebody typed and has not saved yet, one copy for
 * each open form, so that neither a crash nor a lost session loses it.  Every
 * function touches only the own copies of the actor and, where the account has
 * changed hands, of the present person (handover.h).
 */
#ifndef CORE_WORKING_COPY_H
#define CORE_WORKING_COPY_H

#include "core/actor.h"
#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

#define WORKING_COPY_MAX	50	/* of one person; the oldest go */
#define WORKING_COPY_DAYS	90

struct working_copy {
	const char *token;		/* "": not kept yet */
	const char *place;		/* which form: its address below /gkht/ */
	int64_t document;		/* 0: a new one */
	int64_t base, serial;
	const char *fields;		/* as the caller packed them */
	const char *title;		/* to tell copies apart */
	const char *saved;		/* stored time */
};
struct working_copies { int n; struct working_copy *v; };

/*
 * Keeps fields and title, sets token, serial and saved.  A token that is not
 * the actor's, or whose copy another window wrote meanwhile (other serial),
 * leaves that copy alone and begins a new one: nothing is overwritten unseen.
 */
enum rc working_copy_keep(struct db *, const struct actor *,
    struct working_copy *, struct arena *);
enum rc working_copy_get(struct db *, const struct actor *, const char *token,
    struct working_copy *, struct arena *);
/* Those of that form, newest first, without fields. */
enum rc working_copy_list(struct db *, const struct actor *,
    const char *place, struct working_copies *, struct arena *);
/* Saved, or not wanted; "" or a copy that is gone is good. */
enum rc working_copy_drop(struct db *, const struct actor *,
    const char *token);

#endif

/*
 * audit.h - who did what, when, from where, from which state to which.
 *
 * Append-only (triggers and authorizer), each row bound to the one before it
 * by SHA-256.  Written in the same transaction as the deed.
 */
#ifndef CORE_AUDIT_H
#define CORE_AUDIT_H

#include "base/arena.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

struct audit_entry {
	int64_t id, object_id;
	const char *at;		/* stored UTC text */
	const char *login, *address, *action, *object, *from, *to, *detail;
};
struct audit_entries { int n; struct audit_entry *v; };

/* action: a short key ("submit", "login", ...); object: "document", "account",
 * "unit" ...; from, to: state keys or "".  detail: plain text, no secrets. */
enum rc audit_write(struct db *, const struct actor *, const char *action,
    const char *object, int64_t object_id, const char *from, const char *to,
    const char *detail, struct arena *);

/* The rows about one thing, oldest first. */
enum rc audit_of(struct db *, const char *object, int64_t object_id,
    struct audit_entries *, struct arena *);
/* A unit's rows, newest first, below id `before` (0: from the newest). */
enum rc audit_page(struct db *, int64_t unit, int64_t before, int max,
    struct audit_entries *, struct arena *);
/* Walks the whole chain; *broken gets the first bad id, 0 when whole. */
enum rc audit_verify(struct db *, int64_t *broken, struct arena *);

#endif

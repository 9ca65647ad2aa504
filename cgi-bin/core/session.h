/* session.h - who is logged in.  The database keeps only hashes of tokens. */
#ifndef CORE_SESSION_H
#define CORE_SESSION_H

#include "base/arena.h"
#include "base/config.h"
#include "base/rc.h"
#include "core/user.h"
#include "store/db.h"

/* A new token (SECRET_TOKEN_LEN characters) for the user. */
enum rc session_open(struct db *, int64_t user, const char *address,
    const char *agent, char **token, struct arena *);
/*
 * The user of a live session of an enabled account; RC_NOT_FOUND when it is
 * unknown, idle too long or too old.  *stale is set when session_touch()
 * should be called (at most once a minute).  Reads only.
 */
enum rc session_find(struct db *, const struct config *, const char *token,
    struct user *, bool *stale, struct arena *);
enum rc session_touch(struct db *, const char *token, struct arena *);
enum rc session_close(struct db *, const char *token, struct arena *);
enum rc session_close_all(struct db *, int64_t user);
/* How many of the account are live. */
enum rc session_count(struct db *, const struct config *, int64_t user,
    int64_t *n, struct arena *);
/* Drops what is past its time; called by whoever logs in. */
enum rc session_sweep(struct db *, const struct config *, struct arena *);

#endif

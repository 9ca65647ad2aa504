/*
 * application_copy.h - the working copy of a form that is being filled in:
 * names and values, sealed, gone after two hours without a change.  The
 * browser holds its token in a cookie; the database only the hash.
 */
#ifndef CORE_APPLICATION_COPY_H
#define CORE_APPLICATION_COPY_H

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

#define COPY_IDLE	(2 * 3600)
#define COPY_BYTES_MAX	(32 << 10)

struct copy_value { const char *key, *value; };
struct copy { int n; struct copy_value *v; };

/* "" when there is none of that name. */
const char *copy_get(const struct copy *, const char *key);
void copy_set(struct copy *, const char *key, const char *value,
    struct arena *);

/* A new empty one; drops those that are past their time. */
enum rc application_copy_open(struct db *, char **token, struct arena *);
/* RC_NOT_FOUND when unknown or past its time.  Reads only. */
enum rc application_copy_load(struct db *, const char *token, struct copy *,
    struct arena *);
/* RC_TOO_LARGE above COPY_BYTES_MAX. */
enum rc application_copy_save(struct db *, const char *token,
    const struct copy *, struct arena *);
enum rc application_copy_close(struct db *, const char *token,
    struct arena *);

#endif

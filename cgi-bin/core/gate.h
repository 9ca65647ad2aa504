/*
 * gate.h - how often the forms that everybody may send are taken: buckets by
 * address and in total that empty by themselves, so that whoever is real waits
 * a little at most; and proofs of work, each good for one form.
 */
#ifndef CORE_GATE_H
#define CORE_GATE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

struct gate {
	const char *name;	/* a literal: what is counted */
	int room;		/* so many at once ... */
	int seconds;		/* ... and then one in so many seconds */
};

/*
 * Counts one for that address ("" counts for everybody together).  *open is
 * false, and nothing is counted, when the bucket is full: a refusal never
 * makes anybody wait longer.  Needs a transaction.
 */
enum rc gate_pass(struct db *, const struct gate *, const char *address,
    bool *open, struct arena *);
/* RC_CONFLICT when it was spent before.  expires: Unix seconds. */
enum rc gate_spend(struct db *, const char *signature, int64_t expires,
    struct arena *);

#endif

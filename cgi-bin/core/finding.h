/*
 * finding.h - what an inspection found in a revision, and why what was found
 * may stay.  Who inspects is not core's business: it is told.
 *
 * A reason holds for one finding: kind, value and place, which its key stands
 * for.  It is carried from inspection to inspection, also into the revision
 * that follows, and is gone when the finding was gone once.
 */
#ifndef CORE_FINDING_H
#define CORE_FINDING_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "core/actor.h"
#include "store/db.h"

#define FINDING_REASON_MAX	200	/* characters */
#define FINDING_KEY		16	/* hexadecimal digits */
#define FINDINGS_MAX		300	/* of one document */

enum finding_weight {
	FINDING_LOOK = 1,
	FINDING_EXPLAIN,	/* blocks 提交 until there is a reason */
	FINDING_FIX,		/* blocks 提交 */
};

struct finding {
	const char *kind;
	enum finding_weight weight;
	const char *field;	/* of the form; "attachment" for a file */
	int64_t upload;		/* the file, 0: none */
	const char *key;
	int line;		/* of that text, from 1; 0: no line */
	const char *before, *masked, *after;	/* the passage */
	const char *reason, *reason_by, *reason_at;	/* "" */
};
struct findings { int n; struct finding *v; };

/* The key of a kind, a value, and the words that stand for its place. */
char *finding_key(struct arena *, const char *kind, const char *value,
    const char *place);

/* It stands in the way: to be put right, or to be explained and is not. */
bool finding_wants(const struct finding *);
/* Takes over the reasons that stand for the same findings in that revision,
 * unless others are given. */
enum rc finding_carry(struct db *, int64_t revision, struct findings *,
    struct arena *);
/*
 * Writes what was found in the revision now.  A reason that is given is taken
 * over as the actor's, unless it says by whom; where none is, the one that
 * stood there stays.
 */
enum rc finding_keep(struct db *, const struct actor *, int64_t revision,
    struct findings *, struct arena *);
enum rc finding_list(struct db *, int64_t revision, struct findings *,
    struct arena *);

/* How the revision stands: whether it was looked at since the last edit, how
 * many must be put right, how many still want a reason. */
struct finding_sum { bool inspected; int64_t fix, open; };
enum rc finding_sum(struct db *, int64_t revision, struct finding_sum *);
/* The revision was changed: it has to be looked at again. */
enum rc finding_forget(struct db *, int64_t revision);

/* What some reader of ours wrote about a file; RC_NOT_FOUND: nothing, or by
 * other rules. */
enum rc finding_file_get(struct db *, const char *sha256, const char *type,
    int rules, char **report, struct arena *);
enum rc finding_file_keep(struct db *, const char *sha256, const char *type,
    int rules, const char *report);

#endif

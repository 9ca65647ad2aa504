/*
 * document_head.h - the row of a document that moves, and the one statement
 * that moves it.  Internal to core.
 */
#ifndef CORE_DOCUMENT_HEAD_H
#define CORE_DOCUMENT_HEAD_H

#include "core/document.h"

struct head {
	int64_t id, unit, version, revision, publication, entered_by;
	enum state state;
	bool repealed;
	const char *unit_code;
	const char *returned, *reason, *approved_hash, *index_no;
	const char *first_published, *published, *expired, *left_portal;
	/* of the revision being worked on */
	int number;
	const char *hash;
	int64_t created_by, saved_by;
};

/* Of that unit only; a discarded draft is not found. */
enum rc head_get(struct db *, int64_t unit, int64_t id, struct head *,
    struct arena *);
/*
 * The row that `was` becomes what `is` says, and the audit row is written;
 * RC_CONFLICT when the row is not `was` any more.
 */
enum rc head_move(struct db *, const struct actor *, const struct head *was,
    const struct head *is, enum action, const char *detail, struct arena *);
/* The same under a name of its own in the audit log. */
enum rc head_deed(struct db *, const struct actor *, const struct head *was,
    const struct head *is, const char *deed, const char *detail,
    struct arena *);
/* What somebody writes to explain a deed: problems on `field`. */
void head_reason_check(const char *reason, bool needed, const char *field,
    struct problems *);
/* role, version and state let the actor do it: the row of the workflow
 * table, else RC_DENIED or RC_CONFLICT. */
enum rc head_allow(const struct head *, const struct actor *,
    int64_t version, enum action, const struct move **);
/* Four eyes: the actor entered, changed or saved it himself. */
bool head_is_own(const struct head *, const struct actor *);

#endif

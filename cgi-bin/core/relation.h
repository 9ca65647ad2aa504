/*
 * relation.h - documents that belong together: what a reading (政策解读)
 * interprets, what a new document replaces.
 *
 * Clerks name the other documents by 索引号 or 文号, parted by new lines,
 * semicolons or commas; each must be on the portal.  Both sides show the
 * relation while both are public.
 */
#ifndef CORE_RELATION_H
#define CORE_RELATION_H

#include <stdbool.h>

#include "base/problem.h"
#include "core/actor.h"
#include "core/publication.h"
#include "store/db.h"

#define RELATION_TEXT_MAX 500	/* characters of such a field */

enum relation {
	RELATION_INTERPRETS,
	RELATION_REPLACES,
	/* seen from the other side; for reading only */
	RELATION_INTERPRETED,
	RELATION_REPLACED,
	RELATION__MAX
};

/*
 * RC_INVALID with PROBLEM_NO_SUCH_DOCUMENT (or PROBLEM_ITSELF) on field when
 * the text names a document that is not public; *differs: it names others
 * than the document (0: a new one) has.
 */
enum rc relation_check(struct db *, int64_t document, enum relation,
    const char *text, const char *field, bool *differs, struct problems *,
    struct arena *);
/*
 * The document's relations of that kind become those of the text, checked as
 * before.  Written with an audit row when anything changed.
 * The caller has made sure that the actor may change the document.
 */
enum rc relation_set(struct db *, const struct actor *, int64_t document,
    enum relation, const char *text, const char *field, struct problems *,
    struct arena *);
/* That document is replaced by the one that the text names; "" is nothing. */
enum rc relation_succeed(struct db *, const struct actor *, int64_t document,
    const char *text, const char *field, struct problems *, struct arena *);
/* The text that relation_set() was given, with index numbers. */
enum rc relation_text(struct db *, int64_t document, enum relation,
    const char **text, struct arena *);
/* The public documents that such a text names, in its order; RC_INVALID as
 * above, of a document 0. */
enum rc relation_named(struct db *, const char *text, const char *field,
    struct publications *, struct problems *, struct arena *);
/* The public documents on the other side, newest first, at most 20. */
enum rc relation_public(struct db *, int64_t document, enum relation,
    struct publications *, struct arena *);

#endif

/*
 * feedback.h - 找错: a visitor reports an error in a page of the portal, the
 * unit whose page it is answers, the answer is found by number and code.
 *
 * How to reach the visitor is sealed like applicants' data; each look at it
 * leaves an audit row.
 */
#ifndef CORE_FEEDBACK_H
#define CORE_FEEDBACK_H

#include <stdbool.h>

#include "base/problem.h"
#include "core/actor.h"
#include "store/db.h"

#define FEEDBACK_WORDS_MAX   1000	/* characters */
#define FEEDBACK_CONTACT_MAX 100
#define FEEDBACK_PAGE_MAX    300
#define FEEDBACK_ANSWER_MAX  1000

struct feedback {
	int64_t id, unit, document;	/* document 0: another page */
	const char *number, *page, *words, *received, *answer, *answered;
	bool open, corrected, contact;	/* contact: one was given */
	const char *unit_name;
};
struct feedbacks {
	int n;
	struct feedback *v;
	int64_t next;		/* the page after this one is below it; 0: last */
};
struct feedback_new {
	const char *page;	/* a path of the portal, "" for no page */
	const char *words, *contact;
	/* of the form, known to its sender alone: the second time number and
	 * code are those of the first, RC_CONFLICT where the words differ */
	const char *once;
};

/*
 * Goes to the unit of the page (/doc/zfb/..., /unit/zfb), else to the
 * supervising one.  number and code are to be shown once.  Problems on
 * "words".
 */
enum rc feedback_add(struct db *, const struct feedback_new *,
    const char *address, char **number, char **code, struct problems *,
    struct arena *);
/* RC_NOT_FOUND to every wrong pair. */
enum rc feedback_by_code(struct db *, const char *number, const char *code,
    struct feedback *, struct arena *);

/* The unit's, newest first, open or answered ones, below id before (0: from
 * the newest). */
enum rc feedback_list(struct db *, int64_t unit, bool open, int64_t before,
    int max, struct feedbacks *, struct arena *);
enum rc feedback_open_count(struct db *, int64_t unit, int64_t *n);
enum rc feedback_get(struct db *, int64_t unit, int64_t id, struct feedback *,
    struct arena *);
/* "" when none was given.  Writes an audit row. */
enum rc feedback_contact(struct db *, const struct actor *, int64_t id,
    const char **contact, struct arena *);
/* Once: RC_CONFLICT afterwards.  Problems on "answer". */
enum rc feedback_answer(struct db *, const struct actor *, int64_t id,
    const char *answer, bool corrected, struct problems *, struct arena *);

#endif

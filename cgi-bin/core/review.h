/*
 * review.h - what belongs to reading a document before deciding about it:
 * remarks on passages, who opened which version, what comes next.
 */
#ifndef CORE_REVIEW_H
#define CORE_REVIEW_H

#include <stdbool.h>

#include "core/document.h"

#define REVIEW_QUOTE_MAX 200	/* characters */
#define REVIEW_WORDS_MAX 500

struct remark {
	int64_t id;
	int number;			/* of the revision it is about */
	const char *quote;
	int place;			/* which occurrence in the text, from 1 */
	const char *words, *login, *at;	/* at: as stored */
};
struct remarks { int n; struct remark *v; };

/* Of every round, newest round first, in the order they were written. */
enum rc remark_list(struct db *, int64_t document, struct remarks *,
    struct arena *);
/*
 * Says it about the submitted revision; the same a second time is nothing.
 * Problems on "quote" (the title, summary and text do not hold it so often)
 * and "say".  RC_CONFLICT, RC_DENIED as document_move() for a reviewer.
 */
enum rc remark_add(struct db *, const struct actor *, int64_t document,
    int64_t version, const struct remark *, struct problems *,
    struct arena *);
/* Takes back one's own about what is still submitted. */
enum rc remark_remove(struct db *, const struct actor *, int64_t document,
    int64_t id, struct arena *);

/* The actor has that version before his eyes. */
enum rc review_see(struct db *, const struct actor *, int64_t document,
    int64_t version, struct arena *);
enum rc review_seen(struct db *, int64_t account, int64_t document,
    int64_t version, bool *seen);
/* The submitted document that follows in the queue, else its first; 0: no
 * other one. */
enum rc review_next(struct db *, int64_t unit, int64_t document,
    int64_t *next, struct arena *);

#endif

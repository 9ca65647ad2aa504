/* message_review.h - the sentences that reviewers choose from. */
#ifndef WEB_MESSAGE_REVIEW_H
#define WEB_MESSAGE_REVIEW_H

#include <stdbool.h>

#include "base/arena.h"
#include "core/workflow.h"
#include "web/form.h"

/* Their keys, NULL-terminated: why something goes back to the clerk. */
extern const char *const message_phrases[];
/* The sentence of the key at that place of the list. */
const char *message_phrase(int64_t);
/* The chosen ones (a field of many choices) and the words, as one text. */
const char *message_reason(struct arena *, const struct value *phrases,
    const char *words);

/* Why an official telephone or address may stand where it stands. */
const char *message_official(void);

/* Why something leaves or no longer holds; each belongs to some of the actions
 * that take what is published away. */
extern const char *const message_causes[];
const char *message_cause(int64_t);
bool message_cause_fits(int64_t, enum action);

/* What begins the names of tables in what changed. */
const char *message_changed(void);

#endif

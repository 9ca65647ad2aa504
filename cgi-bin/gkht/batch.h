/*
 * batch.h - one move for the documents ticked in a list, and the dialog
 * 是否确认 before moves that the public sees.
 */
#ifndef GKHT_BATCH_H
#define GKHT_BATCH_H

#include "core/document.h"
#include "web/route.h"

/* POST of a list: pick is "id-version", as often as rows are ticked. */
enum { B_ACT, B_PICK, B_CONFIRM, B_PHRASE, B_REASON,
	B_CAUSE, B_SUCCESSOR, B_PREVIEW, B_WHEN, B_DAY, B_TIME, B_WAY
};
extern const struct field batch_fields[];
/* What when chooses among; not given is now. */
enum { WHEN_NOW, WHEN_LATER, WHEN_NONE };
extern const char *const batch_whens[];

/* POST for one document whose id is in the address. */
enum { O_VERSION, O_WAY };
extern const struct field batch_one_fields[];

struct pick { int64_t id, version; };
struct picks { int n; struct pick v[100]; };

/* The move decides about what was submitted. */
bool batch_judges(enum action);
/* The ticked rows; what is not a pick is left out. */
void batch_picks(const struct ctx *, struct picks *);

/* Before 提交 of several writes: their files are looked at, then
 * route_write(). */
enum rc batch_begin(struct ctx *, const struct picks *);

/*
 * Page.Ask: To (where 确认 posts to, after /gkht/), Action (as action_key),
 * Back (where 取消 leads), Reason (a reason is demanded), Items, Public and
 * Hidden (some of them are, are not for the public).
 * When one has moved on, or the table does not allow the move any more, the
 * dialog says so instead: Page.Conflict, status 409.
 */
enum rc batch_ask(struct ctx *, const struct picks *, enum action,
    const char *to, const char *back);

/* What is done with each ticked row. */
typedef enum rc batch_step(struct ctx *, const struct pick *, void *);
/* As batch_run(), with another step; what it calls RC_GONE is its own. */
enum rc batch_each(struct ctx *, const struct picks *, batch_step *, void *,
    int *done);
/*
 * Moves each; those that cannot are left as they are and become Page.Failed
 * (Id, Title, Why: "missing", "conflict", "denied", "gone").  *done: how many
 * moved.  Approved and returned is only what the reviewer has opened.
 */
enum rc batch_run(struct ctx *, const struct picks *, enum action,
    const char *reason, int *done);

#endif

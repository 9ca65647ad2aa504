/*
 * bulk.h - 批量导入: many documents at once, from a table and the files it
 * names.
 *
 * A bulk is looked at row by row (its dry run), then, when somebody says so,
 * its good rows become drafts; bad ones are left out.  As long as a draft is
 * as it came, it can be taken back, as if it had never been.  Every step of a
 * row is one transaction that starts from the state of the row, so whoever is
 * killed in the middle is followed by another one who goes on.
 *
 * Every function touches bulks of the actor's unit alone; anything else is
 * RC_NOT_FOUND.  The work itself is done by bulk_work.h.
 */
#ifndef CORE_BULK_H
#define CORE_BULK_H

#include "core/document.h"

#define BULK_ROWS_MAX	2000
#define BULK_NOTES_MAX	32	/* of one row */

enum bulk_state {
	BULK_NONE = 0,
	BULK_UNPACKING, BULK_CHECKING,
	BULK_CHECKED,		/* waits for the clerk */
	BULK_IMPORTING, BULK_IMPORTED,
	BULK_UNDOING, BULK_UNDONE,
	BULK_DROPPED,		/* not wanted after all */
	BULK_FAILED,		/* its file cannot be read */
	BULK__MAX
};
const char *bulk_state_key(enum bulk_state);

enum bulk_row_state {
	BULK_ROW_NONE = 0,
	BULK_ROW_WAITING,	/* not looked at yet */
	BULK_ROW_GOOD, BULK_ROW_BAD,
	BULK_ROW_IMPORTED,	/* is a draft */
	BULK_ROW_KEPT,		/* was to be taken back, but somebody went on */
	BULK_ROW_UNDONE,
	BULK_ROW__MAX
};
const char *bulk_row_key(enum bulk_row_state);

/* Something wrong with a row (bad), or worth knowing. */
struct bulk_note {
	bool bad;
	const char *field;	/* of the form */
	enum problem what;
	const char *detail;	/* what stands there, or with what it clashes */
};
struct bulk_notes { int n; struct bulk_note v[BULK_NOTES_MAX]; };
/* One for each field; what is above the limit is dropped. */
void bulk_note_add(struct bulk_notes *, bool bad, const char *field,
    enum problem, const char *detail);
bool bulk_notes_bad(const struct bulk_notes *);

struct bulk_row {
	int64_t id, bulk;
	int number;		/* as the spreadsheet counts */
	enum bulk_row_state state;
	int tries;
	struct content c;	/* without files */
	const char *interprets, *replaces, *late;
	const char *word;	/* name in the zip file, "" */
	const char *attachments;	/* the same, a line each */
	int64_t fix, explain;	/* findings */
	int64_t document, version;
	struct bulk_notes notes;
};
struct bulk_rows { int n; struct bulk_row *v; };

struct bulk {
	int64_t id, unit, account;
	const char *login, *address, *name;
	enum bulk_state state;
	const char *zip;	/* sha256 or "" */
	const char *once;	/* of the form it came from, or "" */
	int64_t unused;
	enum problem problem;
	const char *created, *touched;
	int64_t rows, in[BULK_ROW__MAX];	/* how many are in each state */
};
struct bulks { int n; struct bulk *v; };

/*
 * A new one: name, zip (which is in the store) and unused are set, and the
 * rows with what is wrong with them so far; what is bad already is not looked
 * at again.  Sets id.  A form (once) that made one already makes no other: id
 * is that of the one it made.
 */
enum rc bulk_add(struct db *, const struct actor *, struct bulk *,
    const struct bulk_rows *, struct arena *);
enum rc bulk_get(struct db *, int64_t unit, int64_t id, struct bulk *,
    struct arena *);
/* Newest first, below id `before` (0: from the newest). */
enum rc bulk_list(struct db *, int64_t unit, int64_t before, int max,
    struct bulks *, struct arena *);
/*
 * Rows with their notes and without their texts, after row number `after`;
 * state BULK_ROW_NONE: of every state.
 */
enum rc bulk_rows(struct db *, int64_t bulk, enum bulk_row_state,
    int64_t after, int max, struct bulk_rows *, struct arena *);

/* What a clerk decides; RC_CONFLICT: it is not in a state for that. */
enum bulk_act { BULK_IMPORT, BULK_DROP, BULK_UNDO };
/* That state is what the act leads to, at once or in the end. */
bool bulk_follows(enum bulk_act, enum bulk_state);
enum rc bulk_decide(struct db *, const struct actor *, int64_t id,
    enum bulk_act, struct arena *);

/* Which bulk a document came from, and which row; RC_NOT_FOUND: none. */
enum rc bulk_of(struct db *, int64_t document, int64_t *bulk,
    int64_t *number);
/* The document is erased: nothing of it stays here, but that there was a
 * row. */
enum rc bulk_forget(struct db *, int64_t document);

#endif

/*
 * bulk_work.h - what happens to a bulk behind the scenes, one row a
 * transaction; the caller begins and ends them.
 *
 * Two workers at once do no harm: each change names the state it starts from,
 * and whoever comes second changes nothing.
 */
#ifndef CORE_BULK_WORK_H
#define CORE_BULK_WORK_H

#include "core/bulk.h"

#define BULK_TRIES_MAX	10

/* A file of the zip, or what a row will need. */
struct bulk_file {
	const char *use;	/* "entry", "attachment", "original", "image" */
	const char *name, *type, *sha256;
	int64_t size;
	const char *report;	/* of an original */
	bool conceals;
};
struct bulk_files { int n; struct bulk_file *v; };

/* The bulk to go on with; RC_NOT_FOUND: none. */
enum rc bulk_work_next(struct db *, struct bulk *, struct arena *);
/* Its next row in that state, with texts and without notes. */
enum rc bulk_work_row(struct db *, int64_t bulk, enum bulk_row_state,
    struct bulk_row *, struct arena *);
/* The notes of that row, into it. */
enum rc bulk_notes_of(struct db *, struct bulk_row *, struct arena *);
/* No row is left, or nothing to do: the bulk goes into the state that
 * follows, or rests. */
enum rc bulk_work_turn(struct db *, const struct bulk *, struct arena *);
/* Later again: the zip file could not be read now. */
enum rc bulk_work_later(struct db *, const struct bulk *, struct arena *);

/* unpacking: the files that rows name are in the store, or it is no use. */
enum rc bulk_unpacked(struct db *, const struct bulk *,
    const struct bulk_files *, struct arena *);
enum rc bulk_failed(struct db *, const struct bulk *, enum problem,
    struct arena *);
/* The names that rows ask for, each once (use and name). */
enum rc bulk_wanted(struct db *, int64_t bulk, struct bulk_files *,
    struct arena *);
enum rc bulk_entry(struct db *, int64_t bulk, const char *name,
    struct bulk_file *, struct arena *);

/*
 * checking: r->c is what the row is now, with the text of its Word document;
 * files are what it will need.  The same checks as those of the form and a
 * look at the unit's other documents are added to r->notes.
 */
enum rc bulk_checked(struct db *, const struct bulk *, struct bulk_row *,
    const struct bulk_files *, struct arena *);
/* Once more later; after BULK_TRIES_MAX it is bad for that reason. */
enum rc bulk_again(struct db *, const struct bulk_row *, enum problem);

/* importing: the row becomes a draft.  RC_INVALID: it cannot any more, and
 * r->notes says why; then bulk_refused(), in a transaction of its own. */
enum rc bulk_row_import(struct db *, const struct bulk *, struct bulk_row *,
    struct arena *);
enum rc bulk_refused(struct db *, const struct bulk_row *);

/* undoing: the draft goes, unless somebody went on with it. */
enum rc bulk_row_undo(struct db *, const struct bulk *,
    const struct bulk_row *, struct arena *);
/* It cannot: the draft stays. */
enum rc bulk_row_keep(struct db *, const struct bulk_row *);

/* Done with: what no document uses leaves the store and the tables. */
enum rc bulk_sweep(struct db *, const struct bulk *, const char *files,
    struct arena *);

#endif

/* bulk_row.h - a row of a bulk and its notes, in and out of the tables.
 * Internal to core. */
#ifndef CORE_BULK_ROW_H
#define CORE_BULK_ROW_H

#include "core/bulk.h"

enum bulk_row_state bulk_row_of_key(const char *);
/* The key under which a problem is stored, and back; what has none is
 * "failed". */
const char *bulk_problem_key(enum problem);
enum problem bulk_problem_of_key(const char *);

/* Sets r->id. */
enum rc bulk_row_insert(struct db *, int64_t bulk, struct bulk_row *,
    struct arena *);
/* Its content as it is now, and its state. */
enum rc bulk_row_update(struct db *, const struct bulk_row *);
/* Its notes become these. */
enum rc bulk_notes_keep(struct db *, const struct bulk_row *);

/* The columns that bulk_row_load() reads. */
#define BULK_ROW_COLS "id, bulk_id, number, state, tries, title, doc_no,"  \
	" made_on, summary, openness, article, closed_reason, reassess,"   \
	" kind_id, theme_id, categories, interprets, replaces, late, word," \
	" attachments, fix, explain, document_id, version"
void bulk_row_load(const struct rows *, struct bulk_row *, struct arena *);

#endif

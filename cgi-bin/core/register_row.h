/*
 * register_row.h - the columns of a line of the register, and what is kept
 * beside the lines.  Internal to core.
 */
#ifndef CORE_REGISTER_ROW_H
#define CORE_REGISTER_ROW_H

#include "core/register.h"

/* of public_register */
#define REGISTER_COLS "number, at, since, action, origin, index_no,"	\
	" unit_code, state, version, hash, leaf"

void register_load(const struct rows *, struct register_line *,
    struct arena *);

/* The line says that the document is not public any more. */
bool register_left(const struct register_line *);

/* Every public document's places anew, with its newest line. */
enum rc register_places(struct db *);
/* Keeps what is read beside the lines in step: the document got this line. */
enum rc register_place(struct db *, int64_t document,
    const struct register_line *, struct arena *);

#endif

/*
 * csv_write.h - tables of comma-separated values for spreadsheets (RFC 4180,
 * UTF-8 with the mark that Excel wants, lines ended by CR LF).
 */
#ifndef CORE_CSV_WRITE_H
#define CORE_CSV_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"

#define CSV_TYPE "text/csv; charset=utf-8"

struct csv_write {
	struct buf *b;		/* the caller's; grows by whole cells */
	bool filled;		/* the row has a cell already */
};

/* Begins the file in b with the mark of the byte order. */
struct csv_write csv_write_open(struct buf *b);
/*
 * The next cell.  Text that a spreadsheet would take for a formula (it begins
 * with = + - @, their full-width forms, TAB or CR) gets an apostrophe before
 * it; NULL is an empty cell.
 */
void csv_write_text(struct csv_write *, const char *);
void csv_write_number(struct csv_write *, int64_t);
void csv_write_row(struct csv_write *);

#endif

/*
 * xlsx_write.h - a workbook (ECMA-376), sheet after sheet, cell after cell.
 *
 * The first row holds the names of the columns; it stays in sight when the
 * rest is scrolled and carries the filter buttons.  No cell is ever computed:
 * text is text, whatever it begins with, and stays text when it is edited.
 * Written as it comes, compressed; only the finished file is held in memory.
 */
#ifndef RICHTEXT_XLSX_WRITE_H
#define RICHTEXT_XLSX_WRITE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/rc.h"

#define XLSX_TYPE "application/vnd.openxmlformats-officedocument." \
	"spreadsheetml.sheet"
#define XLSX_ROWS 1048576	/* with the head; rows above are refused */
#define XLSX_SHEETS 16
#define XLSX_TEXT 32767		/* UTF-16 units of a cell; the rest is cut */

struct xlsx;

struct xlsx_column {
	const char *name;
	int width;		/* in digits; a Chinese character takes two */
};

/* sheet: its name; what a name cannot hold becomes a space, 31 characters
 * are kept.  n: 1..702 columns. */
enum rc xlsx_open(struct xlsx **, const char *sheet,
    const struct xlsx_column *, int n, struct arena *);
/* Another sheet behind it, at most XLSX_SHEETS; what follows goes there. */
void xlsx_sheet(struct xlsx *, const char *sheet, const struct xlsx_column *,
    int n);
/* Cells of that column, from 0, of the sheet that is being written offer what
 * stands in rows 2 to rows + 1 of the first column of the sheet so named; a
 * person may still write something else. */
void xlsx_choices(struct xlsx *, int column, const char *sheet, int rows);
/*
 * The next cell of the row.  Text is valid UTF-8; characters that XML cannot
 * hold are left out.  Whole numbers above 15 digits, which a spreadsheet would
 * round, and days before March 1900 go in as text; DAY_NONE, NULL and "" are
 * an empty cell.
 */
void xlsx_text(struct xlsx *, const char *);
void xlsx_number(struct xlsx *, int64_t);
void xlsx_day(struct xlsx *, day_t);
/* Ends the row; cells not given are empty, cells too many left out. */
void xlsx_row(struct xlsx *);
/* The whole file; always called, whatever came before.  RC_TOO_LARGE: more
 * rows than a sheet holds. */
enum rc xlsx_end(struct xlsx *, void **data, size_t *n, struct arena *);

#endif

/*
 * sheet.h - a table that somebody filled in: the first sheet of an .xlsx, or
 * a .csv in UTF-8, UTF-16 or GB18030, row after row as the spreadsheet counts
 * them.
 *
 * An .xlsx is read in a process of its own, with limits (extract.h).
 */
#ifndef RICHTEXT_SHEET_H
#define RICHTEXT_SHEET_H

#include <stdbool.h>

#include "richtext/extract.h"

#define SHEET_COLUMNS	64	/* what stands further to the right is left */

struct sheet_row {
	int number;		/* from 1, as a spreadsheet shows it */
	const char *cell[SHEET_COLUMNS];	/* "" where nothing stands */
};
struct sheet {
	int n;			/* rows with something in them */
	struct sheet_row *v;
	bool since_1904;	/* days are counted from 1904 */
};

/*
 * The bytes at path; what they are is seen from them.  EXTRACT_NONE: an old
 * .xls or something else; EXTRACT_TOO_LARGE: more than EXTRACT_MAX of text.
 */
enum extract sheet_read(const struct office *, const char *path,
    struct sheet *, struct arena *);

/* YYYY-MM-DD of what people and spreadsheets write for a day (2026-10-22,
 * 2026/10/22, 2026.10.22, 2026年10月22日, 46317); else what was written. */
const char *sheet_day(const struct sheet *, const char *cell,
    struct arena *);

#endif

/*
 * bulk.h - 批量导入: the columns of its table and the values they take, which
 * are those of the content form.
 */
#ifndef GKHT_BULK_H
#define GKHT_BULK_H

#include "core/bulk.h"
#include "core/category.h"
#include "richtext/bundle.h"
#include "richtext/sheet.h"
#include "web/route.h"

/* How the words in a cell become the value of the form's field. */
enum bulk_cell {
	BULK_CELL_TEXT, BULK_CELL_DAY,
	BULK_CELL_ONE,		/* of a list */
	BULK_CELL_SOME,		/* several of it, parted by semicolons */
	BULK_CELL_FILE, BULK_CELL_FILES,
};

/* field: of content_fields; none: has no name. */
struct bulk_column { int field; enum bulk_cell cell; };
extern const struct bulk_column bulk_columns[];
#define BULK_COLUMNS 17
const char *bulk_column_field(int column);	/* "title" */
const char *bulk_column_name(int column);	/* 信息名称 */

/* What a column with a list takes: what people write, what the form sends. */
struct bulk_value { const char *text, *basis, *value; };
struct bulk_values { int n; struct bulk_value *v; };
/* values[k] is empty where column k has no list. */
enum rc bulk_values(struct ctx *, struct bulk_values values[BULK_COLUMNS]);

/*
 * The rows of a sheet: checked as the form checks its fields, with the files
 * of the bundle (NULL: none) they name.  *what is PROBLEM_BULK_COLUMN, _NO_ROWS
 * or _TOO_MANY_ROWS, and *detail the column, where it is no such table.
 */
enum rc bulk_read(struct ctx *, const struct sheet *, const struct bundle *,
    const char *folder, struct bulk_rows *, enum problem *what,
    const char **detail);
/* Whether the first row names our columns. */
bool bulk_is_ours(const struct sheet *, struct arena *);

/* What was sent: a sheet, or a zip file with one.  folder: where the sheet
 * stands in it; which: the file that *what is about, or "". */
struct bulk_sent {
	bool zip;
	struct sheet sheet;
	struct bundle files;
	const char *folder, *name, *which;
};
enum problem bulk_open(struct ctx *, const struct file *, struct bulk_sent *);

#endif

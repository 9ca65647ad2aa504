/* sheet.c - see sheet.h. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/csv.h"
#include "base/text.h"
#include "richtext/extract_read.h"
#include "richtext/sheet.h"

#define ROW_LAST	1048576
#define COLUMN_LAST	16384
#define DAY_FIRST	20000	/* 1954; below it, rather a year or a number */
#define DAY_LAST	2958465	/* 9999-12-31 */
#define DAY_ZERO	25569	/* 1970-01-01 as a sheet counts days */
#define SHIFT_1904	1462

/* A new last row; the rows come in order, so room doubles at powers of two. */
static struct sheet_row *
row_add(struct sheet *s, int number, struct arena *m)
{
	struct sheet_row *more, *row;

	if (s->n == 0 || (s->n >= 8 && (s->n & (s->n - 1)) == 0)) {
		more = arena_calloc(m, s->n == 0 ? 8 : 2 * (size_t)s->n,
		    sizeof(*more));
		if (s->n > 0)
			memcpy(more, s->v, (size_t)s->n * sizeof(*more));
		s->v = more;
	}
	row = &s->v[s->n++];
	row->number = number;
	for (int k = 0; k < SHEET_COLUMNS; k++)
		row->cell[k] = "";
	return row;
}

static void
unescape(char *s)
{
	char *w = s;

	for (; *s != '\0'; s++)
		if (*s == '\\' && s[1] != '\0')
			*w++ = *++s == 'n' ? '\n' : *s;
		else
			*w++ = *s;
	*w = '\0';
}

/* One line of extract_cells(); what is none of it is left out. */
static void
cell_take(struct sheet *s, char *line, struct arena *m)
{
	char *row = strsep(&line, "\t"), *column = strsep(&line, "\t");
	int64_t r, c;
	char *text;

	if (line == NULL || !text_int(row, 0, ROW_LAST, &r) ||
	    !text_int(column, 0, COLUMN_LAST, &c))
		return;
	unescape(line);
	text = text_trim(m, line);
	if (r == 0)
		s->since_1904 |= strcmp(text, "1904") == 0;
	if (r == 0 || c == 0 || c > SHEET_COLUMNS || *text == '\0')
		return;
	if (s->n == 0 || s->v[s->n - 1].number != r)
		row_add(s, (int)r, m);
	s->v[s->n - 1].cell[c - 1] = text;
}

static enum extract
read_book(const char *path, struct sheet *s, struct arena *m)
{
	struct extracted x = { .text = "" };
	enum extract how = extract_in_child(extract_cells, path, &x, m);
	char *text, *line;

	if (how != EXTRACT_OK)
		return how;
	if (x.cut)
		return EXTRACT_TOO_LARGE;
	text = arena_strdup(m, x.text);
	while ((line = strsep(&text, "\n")) != NULL)
		cell_take(s, line, m);
	return EXTRACT_OK;
}

static void
line_take(struct sheet *s, char *const *field, int n, int number,
    struct arena *m)
{
	struct sheet_row *row = NULL;
	const char *text;

	for (int k = 0; k < n && k < SHEET_COLUMNS; k++) {
		text = text_trim(m, text_unix_lines(m, field[k]));
		if (*text == '\0')
			continue;
		if (row == NULL)
			row = row_add(s, number, m);
		row->cell[k] = text;
	}
}

/* Numbers are those of a spreadsheet, where a row may have several lines. */
static enum extract
read_lines(const struct office *o, const char *path, struct sheet *s,
    struct arena *m)
{
	struct extracted x;
	enum extract how = extract_file(o, path, "text/csv", &x, m);
	char *field[CSV_COLUMNS];
	int n, next = 1, number = 0;
	struct csv csv;
	enum rc rc;

	if (how != EXTRACT_OK)
		return how;
	if (x.cut)
		return EXTRACT_TOO_LARGE;
	csv = csv_open(x.text, strlen(x.text));
	while ((rc = csv_next(&csv, field, &n, m)) == RC_OK) {
		number += csv.line - next + 1;
		next = csv.next_line;
		line_take(s, field, n, number, m);
	}
	return rc == RC_NOT_FOUND ? EXTRACT_OK : EXTRACT_BROKEN;
}

static size_t
head_of(const char *path, unsigned char head[512])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? 0 : pread(fd, head, 512, 0);

	if (fd >= 0)
		close(fd);
	return n > 0 ? (size_t)n : 0;
}

enum extract
sheet_read(const struct office *o, const char *path, struct sheet *s,
    struct arena *m)
{
	unsigned char head[512];
	size_t n = head_of(path, head);

	*s = (struct sheet){ 0 };
	if (n == 0)
		return EXTRACT_EMPTY;
	if (n >= 4 && memcmp(head, "PK\3\4", 4) == 0)
		return read_book(path, s, m);
	if (n >= 4 && memcmp(head, "\xD0\xCF\x11\xE0", 4) == 0)
		return EXTRACT_NONE;
	return read_lines(o, path, s, m);
}

static const char *
day_serial(const struct sheet *s, const char *cell, struct arena *m)
{
	size_t whole = strspn(cell, "0123456789");
	int64_t n;

	if (whole < 4 || (cell[whole] != '\0' && cell[whole] != '.') ||
	    !text_int(arena_strndup(m, cell, whole), DAY_FIRST, DAY_LAST, &n))
		return cell;
	if (s->since_1904)
		n += SHIFT_1904;
	return day_text(m, (day_t)(n - DAY_ZERO));
}

/* A number and what has to follow it: one of the marks, or the end. */
static bool
part_take(const char **s, const char *const *marks, int *out)
{
	size_t n = strspn(*s, "0123456789");

	if (n == 0 || n > 4)
		return false;
	*out = 0;
	while (n-- > 0)
		*out = *out * 10 + *(*s)++ - '0';
	for (; *marks != NULL; marks++)
		if (strncmp(*s, *marks, strlen(*marks)) == 0) {
			*s += strlen(*marks);
			return true;
		}
	return false;
}

const char *
sheet_day(const struct sheet *s, const char *cell, struct arena *m)
{
	static const char *const year[] = { "年", "-", "/", ".", NULL };
	static const char *const month[] = { "月", "-", "/", ".", NULL };
	static const char *const day[] = { "日", "", NULL };
	const char *at = text_fold(m, cell);
	int y, mo, d;

	if (!part_take(&at, year, &y))
		return day_serial(s, cell, m);
	if (y < 1000 || !part_take(&at, month, &mo) ||
	    !part_take(&at, day, &d))
		return cell;
	if (*at != '\0' && strncmp(at, " 00:00:00", 9) != 0 &&
	    strcmp(at, " 0:00:00") != 0 && strcmp(at, " 0:00") != 0)
		return cell;
	return arena_printf(m, "%04d-%02d-%02d", y, mo, d);
}

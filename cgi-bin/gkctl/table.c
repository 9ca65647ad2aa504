/* table.c - reading seed and demo data. */
#include "gkctl/table.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "base/text.h"

#define FILE_MAX (4 << 20)

char *
table_slurp(const char *path, struct arena *m)
{
	char *s = NULL;
	size_t n;
	FILE *f;

	if ((f = fopen(path, "re")) == NULL) {
		log_fail("%s: %s", path, strerror(errno));
		return NULL;
	}
	s = arena_alloc(m, FILE_MAX + 1);
	n = fread(s, 1, FILE_MAX + 1, f);
	if (ferror(f) || n > FILE_MAX || !text_valid(s, n)) {
		log_fail("%s: not readable, too large or not UTF-8", path);
		s = NULL;
	} else {
		s[n] = '\0';
	}
	fclose(f);
	return s;
}

static int
split(char *line, char **cell)
{
	int n = 0;

	for (;;) {
		if (n == TABLE_COLUMNS)
			return n + 1;
		cell[n++] = line;
		if ((line = strchr(line, '\t')) == NULL)
			return n;
		*line++ = '\0';
	}
}

enum rc
table_read(const char *path, int columns, struct table *t, struct arena *m)
{
	char *s, *line, *rest;
	int lines = 0, at = 0;

	if ((s = table_slurp(path, m)) == NULL)
		return RC_FAIL;
	for (rest = s; *rest; rest++)
		lines += *rest == '\n';
	t->n = 0;
	t->row = arena_calloc(m, (size_t)lines + 1, sizeof(*t->row));
	for (rest = s; (line = strsep(&rest, "\n")) != NULL;) {
		at++;
		if (*line == '\0' || *line == '#')
			continue;
		if (split(line, t->row[t->n]) != columns) {
			log_fail("%s:%d: not %d columns", path, at, columns);
			return RC_INVALID;
		}
		t->n++;
	}
	return RC_OK;
}

/* csv_write.c - see csv_write.h. */
#include <string.h>

#include "core/csv_write.h"

struct csv_write
csv_write_open(struct buf *b)
{
	buf_puts(b, "\xef\xbb\xbf");
	return (struct csv_write){ .b = b };
}

static void
cell_begin(struct csv_write *c)
{
	if (c->filled)
		buf_putc(c->b, ',');
	c->filled = true;
}

static bool
formula(const char *s)
{
	static const char *const wide[] = { "＝", "＋", "－", "＠" };

	if (*s != '\0' && strchr("=+-@\t\r", *s) != NULL)
		return true;
	for (int k = 0; k < 4; k++)
		if (strncmp(s, wide[k], strlen(wide[k])) == 0)
			return true;
	return false;
}

void
csv_write_text(struct csv_write *c, const char *s)
{
	bool quoted;

	cell_begin(c);
	if (s == NULL)
		return;
	quoted = formula(s) || strpbrk(s, ",\"\r\n") != NULL;
	if (quoted)
		buf_putc(c->b, '"');
	if (formula(s))
		buf_putc(c->b, '\'');
	for (; *s != '\0'; s++) {
		if (*s == '"')
			buf_putc(c->b, '"');
		buf_putc(c->b, *s);
	}
	if (quoted)
		buf_putc(c->b, '"');
}

void
csv_write_number(struct csv_write *c, int64_t v)
{
	cell_begin(c);
	buf_printf(c->b, "%lld", (long long)v);
}

void
csv_write_row(struct csv_write *c)
{
	buf_puts(c->b, "\r\n");
	c->filled = false;
}

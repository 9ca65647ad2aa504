/* json.c - see json.h. */
#include <string.h>

#include "base/json.h"

void
json_string(struct buf *b, const char *s)
{
	buf_putc(b, '"');
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c < ' ' || strchr("\"\\<>&\x7f", c) != NULL)
			buf_printf(b, "\\u%04x", c);
		else
			buf_putc(b, *s);
	}
	buf_putc(b, '"');
}

void
json_next(struct buf *b)
{
	if (b->n > 0 && strchr("{[:\n", b->s[b->n - 1]) == NULL)
		buf_putc(b, ',');
}

void
json_name(struct buf *b, const char *name)
{
	json_next(b);
	buf_printf(b, "\"%s\":", name);
}

void
json_text(struct buf *b, const char *name, const char *value)
{
	json_name(b, name);
	json_string(b, value);
}

void
json_text_or_null(struct buf *b, const char *name, const char *value)
{
	json_name(b, name);
	if (value == NULL || *value == '\0')
		buf_puts(b, "null");
	else
		json_string(b, value);
}

void
json_int(struct buf *b, const char *name, int64_t value)
{
	json_name(b, name);
	buf_printf(b, "%lld", (long long)value);
}

void
json_bool(struct buf *b, const char *name, bool value)
{
	json_name(b, name);
	buf_puts(b, value ? "true" : "false");
}

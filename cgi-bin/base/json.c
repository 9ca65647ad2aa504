/* json.c - see json.h. */
#include <string.h>

#include "base/json.h"

/* What can stand in a string as it is, also inside HTML. */
static bool
is_plain(unsigned char c)
{
	return c >= ' ' && c != '"' && c != '\\' && c != '<' && c != '>' &&
	    c != '&' && c != 0x7f;
}

void
json_string(struct buf *b, const char *s)
{
	size_t n;

	buf_putc(b, '"');
	for (;; s += n + 1) {
		for (n = 0; is_plain((unsigned char)s[n]); n++)
			;
		buf_put(b, s, n);
		if (s[n] == '\0')
			break;
		buf_printf(b, "\\u%04x", (unsigned char)s[n]);
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
	buf_putc(b, '"');
	buf_puts(b, name);
	buf_puts(b, "\":");
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

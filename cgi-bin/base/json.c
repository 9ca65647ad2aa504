/* json.c - see json.h. */
#include <string.h>

#include "base/json.h"

/* What cannot stand in a string as it is. */
static const char special[] =
    "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10"
    "\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f"
    "\"\\<>&\x7f";

void
json_string(struct buf *b, const char *s)
{
	size_t n;

	buf_putc(b, '"');
	for (;; s += n + 1) {
		n = strcspn(s, special);
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

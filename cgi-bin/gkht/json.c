/* json.c - see json.h. */
#include <string.h>

#include "gkht/frame.h"
#include "gkht/json.h"
#include "web/message.h"

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

static void
name_put(struct buf *b, const char *name)
{
	if (b->n > 0 && strchr("{[", b->s[b->n - 1]) == NULL)
		buf_putc(b, ',');
	buf_printf(b, "\"%s\":", name);
}

void
json_text(struct buf *b, const char *name, const char *value)
{
	name_put(b, name);
	json_string(b, value);
}

void
json_int(struct buf *b, const char *name, int64_t value)
{
	name_put(b, name);
	buf_printf(b, "%lld", (long long)value);
}

enum rc
json_problems(struct ctx *x)
{
	struct buf b = buf_new(x->mem);

	buf_puts(&b, "{\"errors\":[");
	for (int i = 0; i < x->problems.n; i++) {
		const char *field = x->problems.v[i].field;

		buf_puts(&b, i > 0 ? ",{" : "{");
		json_text(&b, "field", field);
		json_text(&b, "label", message_field(field));
		json_text(&b, "text", frame_sentence(x, field,
		    x->problems.v[i].what));
		buf_putc(&b, '}');
	}
	buf_puts(&b, "]}");
	x->problems.n = 0;
	x->reply.status = 422;
	return send_json(x, b.s);
}

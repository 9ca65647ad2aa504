/* json.c - see json.h. */
#include "gkht/frame.h"
#include "gkht/json.h"
#include "web/message.h"

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

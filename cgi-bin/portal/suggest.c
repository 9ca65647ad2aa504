/* suggest.c - what the search box offers while somebody types. */
#include "base/buf.h"
#include "base/json.h"
#include "core/completion.h"
#include "portal/directory.h"
#include "portal/pages.h"

enum { F_Q };
const struct field suggest_fields[] = {
	[F_Q] = { "q", KIND_LINE, 0, SEARCH_CHARS, NULL },
	{ 0 }
};

static void
put_one(struct buf *b, const struct completion *c, struct arena *m)
{
	static const char *const kind[] = { [COMPLETION_UNIT] = "unit",
	    [COMPLETION_CATEGORY] = "category", [COMPLETION_WORD] = "word",
	    [COMPLETION_TITLE] = "title" };
	static const char *const at[] = { [COMPLETION_UNIT] = "/unit/",
	    [COMPLETION_CATEGORY] = "/list?category=",
	    [COMPLETION_WORD] = "/search?q=", [COMPLETION_TITLE] = "" };

	json_next(b);
	buf_putc(b, '{');
	json_text(b, "kind", kind[c->kind]);
	json_text(b, "text", c->text);
	json_text(b, "at", arena_printf(m, "%s%s", at[c->kind],
	    c->kind == COMPLETION_WORD ? url_encode(m, c->text) : c->at));
	buf_putc(b, '}');
}

/* Whatever is no question has nothing to offer. */
enum rc
suggest_send(struct ctx *x)
{
	struct completions found = { 0 };
	struct buf b = buf_new(x->mem);
	const struct directory *d;
	enum rc rc = directory_get(x, &d);

	if (rc == RC_OK && x->problems.n == 0)
		rc = completion_list(x->db, x->in.v[F_Q].s, &d->units,
		    &d->categories, &found, x->mem);
	if (rc != RC_OK)
		return rc;
	buf_puts(&b, "{\"suggestions\":[");
	for (int k = 0; k < found.n; k++)
		put_one(&b, &found.v[k], x->mem);
	buf_puts(&b, "]}");
	return send_json(x, b.s);
}

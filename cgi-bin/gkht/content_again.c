/* content_again.c - the content form that comes back: refused, overtaken by
 * somebody else, or with an imported text; see content.h. */
#include "gkht/content.h"
#include "gkht/frame.h"
#include "gkht/json.h"

enum rc
content_refused(struct ctx *x, const struct content *c, content_form *page)
{
	enum rc rc;

	if (x->req->script)
		return json_problems(x);
	if (c != NULL)
		frame_problems(x);
	if ((rc = content_typed(x, c)) != RC_OK)
		return rc;
	return page(x);
}

enum rc
content_overtaken(struct ctx *x, const struct content *c, content_form *page)
{
	enum rc rc;

	x->reply.status = 409;
	if (x->req->script)
		return send_json(x, "{\"conflict\":1}");
	if ((rc = content_typed(x, c)) != RC_OK ||
	    (rc = content_conflict(x, arg_id(x, 0), c)) != RC_OK)
		return rc;
	return page(x);
}

enum rc
content_taken(struct ctx *x, const struct content *c, content_form *page)
{
	enum rc rc = content_typed(x, c);

	return rc == RC_OK ? page(x) : rc;
}

enum rc
content_imported(struct ctx *x, struct content *c, struct intake *in,
    content_form *page)
{
	enum rc rc;

	if ((rc = content_import(x, c, in)) == RC_INVALID)
		return content_refused(x, c, page);
	return rc != RC_OK ? rc : content_taken(x, c, page);
}

/* frame.c - see frame.h. */
#include <string.h>

#include "base/buf.h"
#include "portal/frame.h"
#include "portal/preference.h"
#include "web/reply.h"

/* The telephone as an address: digits alone. */
static const char *
phone_address(struct ctx *x)
{
	struct buf b = buf_new(x->mem);

	buf_puts(&b, "tel:");
	for (const char *p = x->conf->phone; *p != '\0'; p++)
		if (*p >= '0' && *p <= '9')
			buf_putc(&b, *p);
	return b.s;
}

/* The address of what is shown, in one way of writing it: the fields that
 * were given, in the order of the route, without the number of the page. */
static const char *
canonical(struct ctx *x)
{
	const struct field *f = x->route != NULL ? x->route->fields : NULL;
	struct buf b = buf_new(x->mem);

	buf_printf(&b, "%s%s", x->conf->site_url, x->req->path);
	for (int k = 0, n = 0; f != NULL && x->req->method == GET &&
	    f[k].name != NULL; k++) {
		if (!x->in.v[k].given || strcmp(f[k].name, "page") == 0)
			continue;
		buf_printf(&b, "%c%s=%s", n++ == 0 ? '?' : '&', f[k].name,
		    url_encode(x->mem, x->in.v[k].raw));
	}
	return b.s;
}

enum rc
frame_fill(struct ctx *x)
{
	struct preference p = preference_read(x);

	view_set(x->page, "Page.Canonical", canonical(x));
	view_set(x->page, "Page.Class", preference_class(&p, x->mem));
	view_flag(x->page, "Page.Elder", p.elder);
	view_set(x->page, "Page.Contrast", p.contrast);
	view_int(x->page, "Page.Size", p.size);
	view_flag(x->page, "Page.Traditional", p.traditional);
	x->reply.traditional = p.traditional;
	view_set(x->page, "Page.Tel", phone_address(x));
	view_int(x->page, "Page.ErrorCount", x->problems.n);
	return RC_OK;
}

enum rc
frame_error(struct ctx *x, enum rc rc, const char *incident)
{
	view_int(x->page, "Page.Status",
	    x->reply.status != 0 ? x->reply.status : reply_status(rc));
	view_set(x->page, "Page.Incident", incident);
	return show(x, "portal/error.cs");
}

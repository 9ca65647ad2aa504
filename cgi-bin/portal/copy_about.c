/* copy_about.c - see copy_about.h. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/register.h"
#include "portal/copy_about.h"

static enum rc
about_show(struct ctx *x)
{
	struct register_head h;
	int64_t size;
	enum rc rc = register_size(x->db, &size);

	if (rc != RC_OK)
		return rc;
	view_int(x->page, "Page.Lines", size);
	rc = register_head_newest(x->db, &h, x->mem);
	if (rc == RC_OK)
		view_set(x->page, "Page.Root", h.root);
	return rc == RC_OK || rc == RC_NOT_FOUND ?
	    show(x, "portal/copy.cs") : rc;
}

void
copy_about_pages(struct copy *c, const struct program *portal)
{
	static const struct route own[] = {
		{ GET, "/copy", ANYONE, 0, NULL, about_show, NULL },
		{ 0 }
	};
	const size_t n_own = sizeof(own) / sizeof(own[0]);
	struct route *all;
	size_t n = 0;

	while (portal->routes[n].path != NULL)
		n++;
	all = arena_calloc(c->mem, n + n_own, sizeof(*all));
	memcpy(all, portal->routes, n * sizeof(*all));
	memcpy(all + n, own, sizeof(own));
	c->program = *portal;
	c->program.routes = all;
}

void
copy_about_site(struct copy *c)
{
	view_set(view_site(c->app.view), "Site.Copy",
	    day_text(c->mem, clock_today()));
}

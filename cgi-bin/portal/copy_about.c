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

/* The last line of the register about it is all that is told. */
static enum rc
left_show(struct ctx *x)
{
	const char *index_no = text_upper(x->mem, arena_printf(x->mem,
	    "%s/%s", x->arg[0], x->arg[1]));
	struct register_lines lines;
	enum rc rc = register_of(x->db, index_no, &lines, x->mem);

	if (rc != RC_OK || lines.n == 0)
		return rc == RC_OK ? RC_NOT_FOUND : rc;
	view_set(x->page, "Page.IndexNo", index_no);
	view_set(x->page, "Page.UnitCode", lines.v[0].unit_code);
	view_set(x->page, "Page.At", clock_show(x->mem, lines.v[0].since));
	view_int(x->page, "Page.Line", lines.v[0].number);
	return show(x, "portal/copy_left.cs");
}

void
copy_about_pages(struct copy *c, const struct program *portal)
{
	static const struct route own[] = {
		{ GET, "/copy", ANYONE, 0, NULL, about_show, NULL },
		{ GET, "/copy/left/:unit/:number", ANYONE, 0, NULL, left_show,
		    NULL },
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

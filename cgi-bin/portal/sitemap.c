/* sitemap.c - what search engines are told: robots.txt, an index by month. */
#include <string.h>

#include "base/text.h"
#include "core/feed.h"
#include "portal/directory.h"
#include "portal/feed.h"

#define XML "application/xml; charset=utf-8"
#define MONTH_LENGTH 7

static void
set_address(struct ctx *x, struct node *row, const char *path)
{
	view_set(row, "Url", arena_printf(x->mem, "%s%s", x->conf->site_url,
	    path));
}

enum rc
robots_send(struct ctx *x)
{
	x->reply.text = arena_printf(x->mem, "User-agent: *\n"
	    "Disallow: /gkht\n"
	    "Disallow: /apply/form/\n"
	    "Disallow: /apply/receipt\n"
	    "Disallow: /apply/status\n"
	    "Disallow: /apply/answer\n"
	    "Disallow: /view\n"
	    "Disallow: /search\n"
	    "\n"
	    "Sitemap: %s/sitemap.xml\n", x->conf->site_url);
	x->reply.type = "text/plain; charset=utf-8";
	return RC_OK;
}

enum rc
sitemap_index_send(struct ctx *x)
{
	struct feed_months months;
	enum rc rc = feed_months(x->db, &months, x->mem);
	struct node *row;

	if (rc != RC_OK)
		return rc;
	row = view_item(x->page, "Page.Maps");
	set_address(x, row, "/sitemap/pages.xml");
	for (int k = 0; k < months.n; k++) {
		row = view_item(x->page, "Page.Maps");
		set_address(x, row, arena_printf(x->mem, "/sitemap/%s.xml",
		    months.v[k].month));
		view_set(row, "Changed", months.v[k].changed);
	}
	return feed_render(x, "portal/sitemap_index.cs", XML);
}

/* The pages that lead to documents. */
static enum rc
fill_pages(struct ctx *x)
{
	static const char *const pages[] = { "/", "/units", "/guide",
	    "/rules", "/open", "/report", "/list", "/apply", "/register",
	    "/feeds", "/data/api", "/about", "/accessibility", "/privacy" };
	const struct directory *d;
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	for (size_t k = 0; k < sizeof(pages) / sizeof(pages[0]); k++)
		set_address(x, view_item(x->page, "Page.Urls"), pages[k]);
	for (int k = 0; k < d->units.n; k++)
		if (d->units.v[k].enabled)
			set_address(x, view_item(x->page, "Page.Urls"),
			    arena_printf(x->mem, "/unit/%s",
			    d->units.v[k].code));
	for (int k = 0; k < d->categories.n; k++)
		set_address(x, view_item(x->page, "Page.Urls"),
		    arena_printf(x->mem, "/list?category=%s",
		    d->categories.v[k].code));
	return RC_OK;
}

enum rc
sitemap_pages_send(struct ctx *x)
{
	enum rc rc = fill_pages(x);

	return rc == RC_OK ? feed_render(x, "portal/sitemap.cs", XML) : rc;
}

/* "2026-10.xml" */
static bool
month_good(const char *s)
{
	return strlen(s) == MONTH_LENGTH + strlen(".xml") &&
	    strspn(s, "0123456789") == 4 && s[4] == '-' &&
	    strspn(s + 5, "0123456789") == 2 &&
	    strcmp(s + MONTH_LENGTH, ".xml") == 0;
}

enum rc
sitemap_month_send(struct ctx *x)
{
	struct feed_places places;
	enum rc rc;

	if (!month_good(x->arg[0]))
		return RC_NOT_FOUND;
	rc = feed_places(x->db, arena_strndup(x->mem, x->arg[0],
	    MONTH_LENGTH), &places, x->mem);
	if (rc != RC_OK)
		return rc;
	if (places.n == 0)
		return RC_NOT_FOUND;
	for (int k = 0; k < places.n; k++) {
		struct node *row = view_item(x->page, "Page.Urls");

		set_address(x, row, places.v[k].path);
		view_set(row, "Changed", places.v[k].changed);
	}
	return feed_render(x, "portal/sitemap.cs", XML);
}

/* sitemap.c - what search engines are told: robots.txt, an index by month. */
#include <string.h>

#include "base/text.h"
#include "core/feed.h"
#include "portal/directory.h"
#include "portal/feed.h"

#define XML "application/xml; charset=utf-8"
#define MONTH_LENGTH 7
#define ADDRESSES 10000		/* of one map; 50,000 are allowed */

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
	    "Disallow: /search?*&\n"	/* narrowed, sorted, turned over */
	    "\n"
	    "Sitemap: %s/sitemap.xml\n", x->conf->site_url);
	x->reply.type = "text/plain; charset=utf-8";
	return RC_OK;
}

static void
add_map(struct ctx *x, const struct feed_month *month, int64_t from)
{
	struct node *row = view_item(x->page, "Page.Maps");

	set_address(x, row, from == 0 ? arena_printf(x->mem,
	    "/sitemap/%s.xml", month->month) : arena_printf(x->mem,
	    "/sitemap/%s.%lld.xml", month->month, (long long)from));
	view_set(row, "Changed", month->changed);
}

static enum rc
add_month(struct ctx *x, const struct feed_month *month)
{
	struct feed_parts parts;
	enum rc rc;

	if (month->n <= ADDRESSES) {
		add_map(x, month, 0);
		return RC_OK;
	}
	rc = feed_parts(x->db, month->month, ADDRESSES, &parts, x->mem);
	for (int k = 0; rc == RC_OK && k < parts.n; k++)
		add_map(x, month, parts.v[k]);
	return rc;
}

enum rc
sitemap_index_send(struct ctx *x)
{
	struct feed_months months;
	enum rc rc = feed_months(x->db, &months, x->mem);

	if (rc != RC_OK)
		return rc;
	set_address(x, view_item(x->page, "Page.Maps"), "/sitemap/pages.xml");
	for (int k = 0; rc == RC_OK && k < months.n; k++)
		rc = add_month(x, &months.v[k]);
	return rc != RC_OK ? rc :
	    feed_render(x, "portal/sitemap_index.cs", XML);
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

/* "2026-10.xml", or "2026-10.4711.xml" from a document on. */
static bool
read_name(const char *s, int64_t *from, struct arena *m)
{
	size_t n = strlen(s), tail = strlen(".xml");

	*from = 0;
	if (strspn(s, "0123456789") != 4 || s[4] != '-' ||
	    strspn(s + 5, "0123456789") != 2 || n < MONTH_LENGTH + tail ||
	    strcmp(s + n - tail, ".xml") != 0)
		return false;
	return n == MONTH_LENGTH + tail || (s[MONTH_LENGTH] == '.' &&
	    text_int(arena_strndup(m, s + MONTH_LENGTH + 1,
	    n - MONTH_LENGTH - 1 - tail), 1, INT64_MAX, from));
}

enum rc
sitemap_month_send(struct ctx *x)
{
	struct feed_places places;
	int64_t from;
	enum rc rc;

	if (!read_name(x->arg[0], &from, x->mem))
		return RC_NOT_FOUND;
	rc = feed_places(x->db, arena_strndup(x->mem, x->arg[0],
	    MONTH_LENGTH), from, ADDRESSES, &places, x->mem);
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

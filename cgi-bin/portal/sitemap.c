/* sitemap.c - what search engines are told: robots.txt, an index by month. */
#include <string.h>

#include "base/buf.h"
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

/* A map can have ten thousand lines: they are written, not set and rendered. */
static struct buf
map_begin(struct ctx *x)
{
	struct buf b = buf_new(x->mem);

	buf_puts(&b, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
	    "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	return b;
}

static void
put_url(struct buf *b, const struct ctx *x, const char *path,
    const char *changed)
{
	buf_puts(b, "<url><loc>");
	buf_put_escaped(b, x->conf->site_url, strlen(x->conf->site_url));
	buf_put_escaped(b, path, strlen(path));
	buf_puts(b, "</loc>");
	if (*changed != '\0') {
		buf_puts(b, "<lastmod>");
		buf_put_escaped(b, changed, strlen(changed));
		buf_puts(b, "</lastmod>");
	}
	buf_puts(b, "</url>\n");
}

static enum rc
map_send(struct ctx *x, struct buf *b)
{
	buf_puts(b, "</urlset>\n");
	x->reply.text = b->s;
	x->reply.type = XML;
	return RC_OK;
}

/* The pages that lead to documents. */
enum rc
sitemap_pages_send(struct ctx *x)
{
	static const char *const pages[] = { "/", "/units", "/guide",
	    "/rules", "/open", "/report", "/leaders", "/organisation",
	    "/staff", "/list", "/statistics", "/map", "/apply", "/register",
	    "/feeds", "/data", "/data/api", "/about", "/accessibility",
	    "/privacy" };
	const struct directory *d;
	struct buf b = map_begin(x);
	enum rc rc = directory_get(x, &d);

	if (rc != RC_OK)
		return rc;
	for (size_t k = 0; k < sizeof(pages) / sizeof(pages[0]); k++)
		put_url(&b, x, pages[k], "");
	for (int k = 0; k < d->units.n; k++)
		if (d->units.v[k].enabled)
			put_url(&b, x, arena_printf(x->mem, "/unit/%s",
			    d->units.v[k].code), "");
	for (int k = 0; k < d->categories.n; k++)
		put_url(&b, x, arena_printf(x->mem, "/list?category=%s",
		    d->categories.v[k].code), "");
	return map_send(x, &b);
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
	struct buf b;
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
	b = map_begin(x);
	for (int k = 0; k < places.n; k++)
		put_url(&b, x, places.v[k].path, places.v[k].changed);
	return map_send(x, &b);
}

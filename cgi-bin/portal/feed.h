/* feed.h - what follows the portal: feeds, sitemaps, robots.txt. */
#ifndef PORTAL_FEED_H
#define PORTAL_FEED_H

#include "web/route.h"

#define FEED_Q_MAX	100	/* characters of a search */

/* feed.c */
extern const struct field feed_fields[], feed_register_fields[];
enum rc feed_send(struct ctx *);
enum rc feed_register_send(struct ctx *);
enum rc feeds_show(struct ctx *);
/* sitemap.c */
enum rc sitemap_index_send(struct ctx *);
enum rc sitemap_pages_send(struct ctx *);
enum rc sitemap_month_send(struct ctx *);
enum rc robots_send(struct ctx *);

/* The template as text of that type. */
enum rc feed_render(struct ctx *, const char *template, const char *type);

#endif

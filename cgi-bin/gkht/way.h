/*
 * way.h - the way back to a list as it stood: filter, order and page.
 *
 * A list gives its query to whatever opens from it, as the field "way"; that
 * gives it on.  It is a query alone and stands behind an address of ours, so
 * it leads nowhere else.
 */
#ifndef GKHT_WAY_H
#define GKHT_WAY_H

#include "web/route.h"

#define WAY_MAX	1500	/* a longer one is not carried */
#define WAY_FIELD { "way", KIND_LINE, 0, WAY_MAX, NULL }

/* For a route that takes nothing else. */
extern const struct field way_fields[];

/* The field, "" where the route has none or it is no query. */
const char *way_of(const struct ctx *);
/* Page.Way (for a hidden field), Page.Way.Query (for an address, encoded once
 * more), Page.Way.Link ("?way=..." or "") and Page.Way.Fields of Name, Value
 * (for a form that leads back). */
void way_show(struct ctx *, const char *query);
/* That list as it stood, and what was done ("submit" or "") with how many (0: no
 * word of it); and 303 there. */
const char *way_back(struct ctx *, const char *list, const char *deed,
    int count);
enum rc way_go(struct ctx *, const char *list, const char *deed, int count);
/* A page that gives it on: "entry", 12, "saved=1" or ""; and 303 there. */
const char *way_on(struct ctx *, const char *page, int64_t id,
    const char *query);
enum rc way_go_on(struct ctx *, const char *page, int64_t id,
    const char *query);

#endif

/* copy_page.h - a page as it is served becomes one that stands in a folder. */
#ifndef PORTAL_COPY_PAGE_H
#define PORTAL_COPY_PAGE_H

#include "portal/copy.h"

/*
 * Addresses become relative to place, forms and feeds are left out; files that
 * the page names are fetched.  The address that follows it (rel="next"), or
 * NULL.  In app.mem.
 */
const char *copy_page(struct copy *, const char *url, const char *place,
    const struct buf *html, struct buf *out);

#endif

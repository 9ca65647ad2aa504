/* copy_place.h - where in the copy an address of the portal stands. */
#ifndef PORTAL_COPY_PLACE_H
#define PORTAL_COPY_PLACE_H

#include <stdbool.h>

#include "portal/copy.h"

#define COPY_ABOUT "copy.html"
#define COPY_API "/api/v1/"

/* "/list?unit=zfb&category=a20": its query sorted, without the number and
 * the key of the page, which are told apart ("" and "" on the first one). */
struct address {
	const char *entry;		/* "/list?category=a20&unit=zfb" */
	const char *path;		/* "/list" */
	const char *before, *page;	/* digits or "" */
};
struct address address_read(const char *url, struct arena *);

/* The file of a page, like "list/unit-zfb.2.html"; NULL: not in the copy. */
const char *copy_place(const struct copy *, const char *url, struct arena *);
/* Does the address name a file rather than a page: picture, attachment,
 * table, stylesheet?  Those are fetched when a page names them. */
bool copy_is_file(const char *url);

#endif

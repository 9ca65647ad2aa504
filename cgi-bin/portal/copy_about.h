/* copy_about.h - the pages that only a copy has: what it is and how to check
 * it, and what stays of a document that was withdrawn. */
#ifndef PORTAL_COPY_ABOUT_H
#define PORTAL_COPY_ABOUT_H

#include "portal/copy.h"

/* c->program: the portal with /copy and /copy/left/:unit/:number. */
void copy_about_pages(struct copy *, const struct program *portal);
/* Every page says that it is one of a copy: Site.Copy, the day. */
void copy_about_site(struct copy *);

#endif

/* copy_about.h - the page that only a copy has: what it is and how to check
 * it. */
#ifndef PORTAL_COPY_ABOUT_H
#define PORTAL_COPY_ABOUT_H

#include "portal/copy.h"

/* c->program: the portal with /copy. */
void copy_about_pages(struct copy *, const struct program *portal);
/* Every page says that it is one of a copy: Site.Copy, the day. */
void copy_about_site(struct copy *);

#endif

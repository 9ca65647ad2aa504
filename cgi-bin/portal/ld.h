/*
 * ld.h - what a page is about, for programs: schema.org as JSON-LD, a block of
 * data in the head (Page.LdHtml).  No browser runs it; <, > and & in it are
 * written as \u00XX, so that nothing ends it early.
 */
#ifndef PORTAL_LD_H
#define PORTAL_LD_H

#include "base/profile.h"
#include "core/publication.h"
#include "core/unit.h"
#include "web/route.h"

/* The site with its search, and the district's government. */
void ld_site(struct ctx *);
/* A unit, and applying to it as a service. */
void ld_unit(struct ctx *, const struct unit *);
/* A document as it is shown, of the unit. */
void ld_document(struct ctx *, const struct publication *,
    const struct unit *);
/* What a unit filled into a form of its own: the unit, and its people. */
void ld_profile(struct ctx *, const struct unit *, const struct profile *);
/* All documents as a dataset, and where to fetch it. */
void ld_data(struct ctx *);

#endif

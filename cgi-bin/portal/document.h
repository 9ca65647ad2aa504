/* document.h - what the pages that belong to one document share. */
#ifndef PORTAL_DOCUMENT_H
#define PORTAL_DOCUMENT_H

#include <stdbool.h>

#include "core/publication.h"
#include "web/route.h"

/* The document of the address.  *shown: its tombstone is the page, 410 or,
 * of what was withdrawn, 404. */
enum rc document_find(struct ctx *, struct publication *, bool *shown);
/* And the version that is wanted of it: the one that the address numbers, else
 * the current one. */
enum rc document_find_version(struct ctx *, struct publication *current,
    struct publication *version, bool *shown);
/* https://... of the site, without a slash at its end. */
const char *document_site(struct ctx *);
/* Whether its text is set as a PDF: not one that is larger than any. */
bool document_has_pdf(const struct publication *);

#endif

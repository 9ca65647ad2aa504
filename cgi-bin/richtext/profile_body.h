/* profile_body.h - the text of a document that has a form of its own. */
#ifndef RICHTEXT_PROFILE_BODY_H
#define RICHTEXT_PROFILE_BODY_H

#include "base/profile.h"
#include "richtext/sanitize.h"

/*
 * Written from its fields alone, so that the same fields give the same bytes:
 * what is short as a table, what is long under a heading, each person as a
 * section with the photograph, the list of those responsible as a table.
 */
enum rc profile_body(const struct profile *, struct sanitized *,
    struct arena *);

#endif

/*
 * copy.h - the form of a document as it was typed, kept beside the document
 * until it is saved; see core/working_copy.h.
 */
#ifndef GKHT_COPY_H
#define GKHT_COPY_H

#include "core/working_copy.h"
#include "gkht/content.h"

/* The fields of the content form among what a request carries, packed. */
const char *copy_pack(const struct request *, struct arena *);
/*
 * Page.Form from a copy, as if it had just been sent: x->in is that of
 * content_fields from here on.  Page.Copy tells when it was kept.
 */
enum rc copy_fill(struct ctx *, const struct working_copy *, content_form *);
/* Page.Copies: what is kept of new documents, for whoever begins another. */
enum rc copy_offer(struct ctx *);
/* After a login: what was typed when the session was over becomes a copy of
 * the one who logged in, and the form is where it goes on. */
enum rc copy_return(struct ctx *, const struct user *, const char *next,
    const char *packed);
/* A copy of that document, or the one with that token; RC_NOT_FOUND. */
enum rc copy_find(struct ctx *, int64_t document, const char *token,
    struct working_copy *);

#endif

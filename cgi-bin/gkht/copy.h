/*
 * copy.h - the forms of documents as they were typed, kept beside the document
 * until it is saved; see core/working_copy.h.  copy.c has the table of what
 * may be kept.
 */
#ifndef GKHT_COPY_H
#define GKHT_COPY_H

#include "core/working_copy.h"
#include "gkht/content.h"

/* What a request carries of a form that may be kept, packed, and where that
 * form is shown; "" of any other. */
const char *copy_pack(const struct request *, const char **next,
    struct arena *);
/* x->in is that of the form from here on, as if it had just been sent. */
enum rc copy_unpack(struct ctx *, const struct working_copy *);
/* Page.Copy: the form is a kept one, Token, Serial, Saved and Day tell which. */
void copy_show(struct ctx *, const struct working_copy *);
/* Page.Copy.{Token,Serial} as they were sent: the form that comes back goes on
 * with its copy. */
void copy_echo(struct ctx *, const struct value *token,
    const struct value *serial);
/* Page.Form of content.h from a copy, x->in and Page.Copy as above. */
enum rc copy_fill(struct ctx *, const struct working_copy *, content_form *);
/* Page.Copies: what is kept of new documents, for whoever begins another. */
enum rc copy_offer(struct ctx *);
/* After a login: what was typed when the session was over becomes a copy of
 * the one who logged in, and the form is where it goes on. */
enum rc copy_return(struct ctx *, const struct user *, const char *next,
    const char *packed);
/* The last copy of the form with that address (below /gkht/), or the one with
 * that token; RC_NOT_FOUND. */
enum rc copy_find(struct ctx *, const char *place, const char *token,
    struct working_copy *);

#endif

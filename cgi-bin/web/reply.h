/* reply.h - the one function that writes headers; the body is complete. */
#ifndef WEB_REPLY_H
#define WEB_REPLY_H

#include "base/buf.h"
#include "web/route.h"

/* status by result: the table of style rule 4 */
int reply_status(enum rc);
/* Renders x->reply into header and body; RC_FAIL when a template fails. */
enum rc reply_make(struct ctx *, struct view *, enum rc, struct buf *header,
    struct buf *body);
/* The name of the session cookie (suffix ""), or the visitor's ("v"). */
const char *reply_cookie(const struct ctx *, const char *suffix);

#endif

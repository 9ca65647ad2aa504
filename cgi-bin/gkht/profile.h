/* profile.h - documents with a form of their own, in the forms of others. */
#ifndef GKHT_PROFILE_H
#define GKHT_PROFILE_H

#include "core/document.h"
#include "web/route.h"

/* Its fields become the text: body, body_text and pictures of the content. */
enum rc profile_write(struct ctx *, const struct profile *,
    struct content *);

/*
 * Page.Profile: Key, Label, Id, BodyHtml (as the public will see it) and what
 * is Missing (Name, Label), for 内容表; nothing for a document without.
 */
void profile_show(struct ctx *, const struct document *);

/* Page.Forms: the kinds there are (Key, Label), for 【信息上载】. */
void profile_offer(struct ctx *);

#endif

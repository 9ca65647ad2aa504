/*
 * secrecy.h - 保密审查 in the dialogs: what was filled in, what is shown, and
 * what happens to a draft that holds a state secret.
 */
#ifndef GKHT_SECRECY_H
#define GKHT_SECRECY_H

#include "core/document.h"
#include "core/secrecy.h"
#include "web/route.h"

/* What the content form says; problems on the secrecy_... fields, which must
 * be complete for 【签署】 of a document of that openness. */
enum rc secrecy_read(struct ctx *, const char *openness, struct secrecy *);
/* 国家秘密 is ticked: nothing of this form may be kept. */
bool secrecy_is_secret(const struct ctx *);
/* 【彻底清除】 of the draft in the address and of the files sent with it. */
enum rc secrecy_clear(struct ctx *);

/*
 * Page.Secrecy: Signed (one was), Valid (for the content as it is), Login, At,
 * the words of each field, and under Form what the fields begin with (from
 * what was typed when `typed`, else from the last of the document, else from
 * the last one that the clerk signed).
 */
enum rc secrecy_show(struct ctx *, int64_t document, bool typed);

#endif

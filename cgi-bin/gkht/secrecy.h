/*
 * secrecy.h - 保密审查 in the dialogs: what was filled in, what is shown, and
 * what happens to a draft that holds a state secret.
 */
#ifndef GKHT_SECRECY_H
#define GKHT_SECRECY_H

#include "core/document.h"
#include "core/secrecy.h"
#include "web/route.h"

/* The fields of the form, from `at` on in a table of fields and in its enum. */
enum {
	SECRECY_CARRIER, SECRECY_CHANNEL, SECRECY_HOLDS, SECRECY_OPINION,
	SECRECY_BASIS, SECRECY_HANDLER, SECRECY_HEAD, SECRECY_REVIEWER,
	SECRECY_SIGNED, SECRECY__MAX
};
extern const char *const secrecy_carriers[], *const secrecy_channels[],
    *const secrecy_holds[], *const secrecy_opinions[];
#define SECRECY_FIELDS(at)						\
	[at + SECRECY_CARRIER] = { "secrecy_carrier", KIND_CHOICE, 0, 0, \
	    secrecy_carriers },						\
	[at + SECRECY_CHANNEL] = { "secrecy_channel", KIND_CHOICE, MANY, 0, \
	    secrecy_channels },						\
	[at + SECRECY_HOLDS] = { "secrecy_holds", KIND_CHOICE, MANY, 0,	\
	    secrecy_holds },						\
	[at + SECRECY_OPINION] = { "secrecy_opinion", KIND_CHOICE, 0, 0, \
	    secrecy_opinions },						\
	[at + SECRECY_BASIS] = { "secrecy_basis", KIND_LINES, 0,	\
	    SECRECY_BASIS_MAX, NULL },					\
	[at + SECRECY_HANDLER] = { "secrecy_handler", KIND_LINE, 0,	\
	    SECRECY_NAME_MAX, NULL },					\
	[at + SECRECY_HEAD] = { "secrecy_head", KIND_LINE, 0,		\
	    SECRECY_NAME_MAX, NULL },					\
	[at + SECRECY_REVIEWER] = { "secrecy_reviewer", KIND_LINE, 0,	\
	    SECRECY_NAME_MAX, NULL },					\
	[at + SECRECY_SIGNED] = { "secrecy_signed", KIND_FLAG, 0, 0, NULL }

/* What the content form says; problems on the secrecy_... fields, which must
 * be complete for 【签署】 of a document of that openness. */
enum rc secrecy_read(struct ctx *, const char *openness, struct secrecy *);
/* Becomes ch->sign where the administrator signs what is sent. */
void secrecy_change(struct ctx *, struct change *);
/* 国家秘密 is ticked: nothing of this form may be kept. */
bool secrecy_is_secret(const struct ctx *);
/* 【彻底清除】 of the draft in the address and of the files sent with it. */
enum rc secrecy_clear(struct ctx *);

/*
 * Page.Secrecy: Signed (one was), Valid (for the content of that revision),
 * Login, At, the words of each field, and under Form what the fields begin
 * with (from what was typed when `sent`, else from the last of the document,
 * else from the last one that the clerk signed).
 */
enum rc secrecy_show(struct ctx *, int64_t document, int64_t revision,
    bool sent);

#endif

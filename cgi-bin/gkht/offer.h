/*
 * offer.h - what an imported document says of itself, offered beside the
 * fields of the form; and the unit's documents that are like it.
 */
#ifndef GKHT_OFFER_H
#define GKHT_OFFER_H

#include "core/document.h"
#include "richtext/recognise.h"
#include "web/route.h"

/*
 * Fills the empty ones of title, doc_no and made_on, and shows Page.Read:
 * Addressee, Organ, Other (the organ is not this unit) and for each field
 * Value and Filled (it was empty).
 */
void offer_read(struct ctx *, struct content *);
/* The same from what the form carried along (no script); a field that
 * 【采用】 was pressed for takes its value. */
void offer_again(struct ctx *);
/* Whether 【采用】 was pressed: then nothing is saved. */
bool offer_taken(const struct ctx *);
/* The fields as JSON: "read":{"title":...}. */
void offer_json(struct buf *, const struct recognised *);

/* Page.Alike: Id, Title, DocNo, Number (the same number) and the state, of
 * documents but `except`. */
enum rc offer_alike(struct ctx *, int64_t except, const char *doc_no,
    const char *text);
/* "alike":[...] */
enum rc offer_alike_json(struct ctx *, struct buf *, const char *doc_no,
    const char *text);

#endif

/*
 * erasure.h - a draft that never was public goes as if it had never been:
 * every row that tells of it but the audit.  Internal to core; who may do so,
 * and that nobody else needs the document, the caller has made sure of.
 */
#ifndef CORE_ERASURE_H
#define CORE_ERASURE_H

#include "core/document.h"

enum rc erasure_document(struct db *, int64_t document, struct arena *);
/* A file of it, unless another document uses it (*gone is false then); the
 * bytes stay in the store. */
enum rc erasure_upload(struct db *, const struct upload *, bool *gone);

#endif

/*
 * gzip.h - a body packed for readers who take it so (RFC 1952, RFC 9110
 * section 12.5.3).
 *
 * Only for pages that are the same for everybody: packing one that holds a
 * secret beside something a stranger can choose lets its length tell the
 * secret.
 */
#ifndef WEB_GZIP_H
#define WEB_GZIP_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"

/* Does an Accept-Encoding header, or "", take gzip? */
bool gzip_taken(const char *accept);
/* The bytes packed, in the arena; false leaves *out alone: out of memory. */
bool gzip_pack(const struct buf *in, struct buf *out, struct arena *);

#endif

/*
 * chunk.h - w:altChunk: a part of another kind that stands where its text
 * should be.  A web page goes through the sanitizer and plain text becomes
 * paragraphs; anything else is left out, and its text with it.
 */
#ifndef RICHTEXT_CHUNK_H
#define RICHTEXT_CHUNK_H

#include <stdbool.h>

#include "base/arena.h"
#include "richtext/package.h"
#include "richtext/sanitize.h"
#include "richtext/xml.h"

/* false: left out. */
bool chunk_take(const struct package *, const struct rels *,
    const struct node *, struct sanitized *, struct arena *);

#endif

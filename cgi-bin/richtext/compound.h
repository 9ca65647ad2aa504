/*
 * compound.h - compound files ([MS-CFB]), in memory: entries of the directory
 * and where the bytes of a stream stand in the file.
 *
 * The bytes are nobody's friend: a chain that goes in a circle or leaves the
 * file ends there, nothing is taken for granted but what was looked at, and
 * after COMPOUND_STEPS along chains, far more than any real file takes, all of
 * them end.
 */
#ifndef RICHTEXT_COMPOUND_H
#define RICHTEXT_COMPOUND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

#define COMPOUND_NONE SIZE_MAX
#define COMPOUND_STEPS (1u << 24)

struct stream {
	uint32_t start;
	uint64_t n;		/* bytes, as the directory says */
	bool small;
	uint32_t k, at;		/* the piece that was asked for last */
};

struct compound {
	const unsigned char *data;
	size_t n;
	uint32_t sector;	/* bytes of one */
	uint32_t steps;		/* taken along chains so far */
	struct stream entries, shared, table;	/* the last two: small ones */
};

/* The bytes stay as long as it is used.  false: no compound file. */
bool compound_open(struct compound *, const void *, size_t n);

/* Of the directory, whatever folder it is in; NULL behind its end. */
const unsigned char *compound_entry(struct compound *, uint32_t k);
bool compound_is_named(const unsigned char *entry, const char *name);
/* The entry of that name in the root; NULL: there is none. */
const unsigned char *compound_find(struct compound *, const char *name);
struct stream compound_stream(const struct compound *,
    const unsigned char *entry);

/* Where byte `at` of the stream stands, and how many follow it in one piece;
 * COMPOUND_NONE: nowhere. */
size_t compound_place(struct compound *, struct stream *, uint64_t at,
    size_t *run);
/* false: there are not that many. */
bool compound_read(struct compound *, struct stream *, uint64_t at, void *to,
    size_t n);
/* Up to max bytes from its begin, for what jumps to and fro in it. */
const unsigned char *compound_head(struct compound *, struct stream *,
    size_t max, size_t *n, struct arena *);

/* The byte belongs to no stream: what stood there before may still do so. */
bool compound_is_free(struct compound *, size_t at);

uint16_t compound_u16(const unsigned char *);
uint32_t compound_u32(const unsigned char *);

#endif

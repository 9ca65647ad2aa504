/*
 * arena.h - memory that lives as long as one request.
 *
 * Everything a request needs is taken from its arena and given back at once
 * by arena_reset(); nobody frees single pieces.  Memory comes zeroed and is
 * never NULL: running out of memory aborts the process, which its keeper
 * restarts.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
/* Gives back everything but the first block; keeps the arena usable. */
void arena_reset(struct arena *);
void arena_free(struct arena *);

/* n zeroed bytes, aligned for any type; n may be 0. */
void *arena_alloc(struct arena *, size_t n);
/* The same not zeroed, for what is written over at once. */
void *arena_take(struct arena *, size_t n);
/* Same for count things of size bytes; an overflow aborts. */
void *arena_calloc(struct arena *, size_t count, size_t size);

/* Copies; s must not be NULL.  strndup stops at n bytes or at NUL. */
char *arena_strdup(struct arena *, const char *s);
char *arena_strndup(struct arena *, const char *s, size_t n);
void *arena_memdup(struct arena *, const void *p, size_t n);
char *arena_printf(struct arena *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes handed out since the last reset. */
size_t arena_used(const struct arena *);

#endif

/*
 * buf.h - a string that grows in an arena.  Always NUL-terminated once
 * something was put; b.s is "" before that.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

#include "base/arena.h"

struct buf {
	char *s;
	size_t n;		/* bytes in use, without the NUL */
	size_t cap;
	struct arena *mem;
};

struct buf buf_new(struct arena *);
void buf_put(struct buf *, const void *, size_t);
void buf_puts(struct buf *, const char *);
void buf_putc(struct buf *, char);
void buf_printf(struct buf *, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));
/* Text with & < > " ' written as entities: for HTML text and attributes. */
void buf_put_escaped(struct buf *, const char *, size_t);

#endif

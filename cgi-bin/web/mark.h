/*
 * mark.h - a mark of content, for ETags: two lanes of multiply and mix, far
 * cheaper than a cryptographic hash.  No proof against somebody who wants two
 * things to have the same mark.
 */
#ifndef WEB_MARK_H
#define WEB_MARK_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct mark { uint64_t a, b; };

void mark_add(struct mark *, const void *, size_t);
void mark_text(struct mark *, const char *);
void mark_int(struct mark *, int64_t);
/* The bytes of a file; fatal() when it cannot be read. */
void mark_file(struct mark *, const char *path);
/* 32 hexadecimal digits */
char *mark_show(const struct mark *, struct arena *);
/* Does a list of tags, weak or not, name it?  Compression makes ours weak. */
int mark_listed(const char *list, const char *mark);

#endif

/* zip_write.h - a zip file made entry by entry in a temporary file that has
 * no name.  Without ZIP64, which office programs stumble over: at most
 * ZIP_ENTRIES_MAX entries and ZIP_BYTES_MAX bytes before packing. */
#ifndef RICHTEXT_ZIP_WRITE_H
#define RICHTEXT_ZIP_WRITE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"

#define ZIP_TYPE "application/zip"
#define ZIP_ENTRIES_MAX	65535
#define ZIP_BYTES_MAX	2000000000

struct zip_write;

/* dir: where the temporary file goes; NULL: in memory. */
enum rc zip_write_open(const char *dir, struct zip_write **, struct arena *);
/* name: a path with slashes, UTF-8.  The first failure is kept and told by
 * zip_write_end(). */
void zip_write_add(struct zip_write *, const char *name, const void *,
    size_t n);
/* The same piece by piece, when nobody knows beforehand how large it gets:
 * begin, any number of pieces, and the next begin, add or end closes it. */
void zip_write_begin(struct zip_write *, const char *name);
void zip_write_more(struct zip_write *, const void *, size_t n);
/* The whole file; always called, whatever came before. */
enum rc zip_write_end(struct zip_write *, void **data, size_t *n,
    struct arena *);

#endif

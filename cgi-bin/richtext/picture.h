/*
 * picture.h - what a JPEG or PNG carries beside what it shows, and the same
 * picture without it.  Segments and chunks are filtered; no pixel is touched.
 */
#ifndef RICHTEXT_PICTURE_H
#define RICHTEXT_PICTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

struct picture_says {
	bool place;	/* where it was taken (GPS) */
	bool camera;	/* with what, when, by whom; texts in the file */
};

/* type: image/jpeg or image/png; anything else says nothing. */
void picture_inspect(const void *data, size_t n, const char *type,
    struct picture_says *);
/* Without EXIF, XMP, IPTC, comments, texts and what follows the picture; the
 * way up of a JPEG and the colours stay.  NULL: it cannot be read. */
void *picture_clean(const void *data, size_t n, const char *type,
    size_t *clean_n, struct arena *);

#endif

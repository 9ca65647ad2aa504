/*
 * raster.h - pictures that a browser does not show, or not as they are meant:
 * BMP and TIFF, the bitmap inside a metafile, and what is cropped.
 *
 * A metafile (EMF, WMF) that draws lines and text has no kept library to draw
 * it; LibreOffice could, but takes seconds where a whole import takes
 * milliseconds, and draws text in fonts that are not there.  A box stands in
 * its place and the report names it, so that the clerk saves it as a picture.
 */
#ifndef RICHTEXT_RASTER_H
#define RICHTEXT_RASTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* What is cut off each side, in thousandths of a percent. */
struct raster_crop {
	int left, top, right, bottom;
};

/*
 * A new PNG where one is needed and can be made.  false: the picture is best
 * shown as it is, or cannot be read.
 */
bool raster_png(const void *data, size_t n, const struct raster_crop *,
    const void **png, size_t *png_n, struct arena *);
/* A crossed box that stands for a picture that cannot be shown. */
const void *raster_missing(size_t *n);

#endif

/*
 * imprint.h - what an Office file says of who made it beside what it shows:
 * the names in its properties, what cameras wrote into its pictures; and the
 * same file without it, where the pictures of older ones than packages (docx,
 * xlsx, pptx) stay as they are.
 */
#ifndef RICHTEXT_IMPRINT_H
#define RICHTEXT_IMPRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "richtext/old_book.h"

#define IMPRINT_FILE_MAX (32 << 20)	/* bytes of a file that is cleaned */

struct imprint {
	const char *names;	/* as they are written, a line each */
	bool place, camera;	/* as in struct picture_says */
	struct old_book book;	/* what a workbook that is no package hides */
};

/* Nothing of what is no such file or a broken one. */
void imprint_read(const char *path, struct imprint *, struct arena *);

/*
 * The whole file with the properties that name people and organisations
 * emptied, its own ones dropped unless the text shows them, and the JPEGs and
 * PNGs of a package without what cameras wrote; all else as it is.  NULL:
 * there is no such way (signed, encrypted, broken, too large).  Not for
 * OpenDocument, whose first part must lie there as it is.
 */
void *imprint_clean(const char *path, size_t *n, struct arena *);

#endif

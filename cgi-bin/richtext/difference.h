/*
 * difference.h - what changed between two texts, shown in one.
 *
 * Bodies are compared paragraph by paragraph, edited paragraphs word by word
 * (Chinese by character, neighbouring changes joined to phrases), tables cell
 * by cell.  The result is the new text with what was removed in <del> and
 * what was added in <ins>: without the <del> parts it says exactly what the
 * new text says, without the <ins> parts exactly the old one.  Classes mark
 * what has no text of its own: df-new and df-old a paragraph, row or table
 * that is new or gone as a whole, df-look what only looks different (bold,
 * centred, another font), df-gap the place of unchanged paragraphs left out.
 *
 * Time and memory are bounded (align.h); where the bound was met, whole
 * paragraphs are shown as removed and added, nothing is left out, and rough
 * says so.
 */
#ifndef RICHTEXT_DIFFERENCE_H
#define RICHTEXT_DIFFERENCE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/safe_html.h"

enum difference_show {
	DIFFERENCE_ALL,
	DIFFERENCE_CHANGES	/* with the paragraphs next to each change */
};

struct difference {
	struct safe_html html;
	int added, removed;	/* characters; a picture counts as one */
	int places;		/* where text was added, removed or replaced */
	int looks;		/* places that only look different */
	bool same;		/* none of these */
	bool rough;		/* too large to compare in every detail */
};

/* Two bodies, as sanitize_html() made them. */
struct difference difference_html(struct safe_html before,
    struct safe_html after, enum difference_show, struct arena *);
/* Two lines of plain text: a title, a number. */
struct difference difference_text(const char *before, const char *after,
    struct arena *);

/* A set of metadata; NULL counts as "". */
struct difference_field {
	const char *name, *before, *after;	/* in */
	struct difference d;			/* out */
};
/* Returns how many of the n fields differ. */
int difference_fields(struct difference_field *, int n, struct arena *);

#endif

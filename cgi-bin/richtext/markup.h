/*
 * markup.h - well-formed output, whatever the order of the calls.
 *
 * Blocks never stand inside paragraphs, inline elements are opened only where
 * something is inside them and closed before a block ends.  So the text that
 * comes out means the same tree when it is parsed again.  Alongside grows the
 * plain text: one line per block, cells parted by TAB.
 */
#ifndef RICHTEXT_MARKUP_H
#define RICHTEXT_MARKUP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"

#define MARKUP_DEPTH 600

struct markup {
	struct buf html, text;
	size_t max;
	bool full;		/* more than max, or too deep */
	const char *box[MARKUP_DEPTH];	/* open containers */
	int n_box, n_cell;
	struct {
		const char *name, *attrs;
	} in[MARKUP_DEPTH];	/* inline elements round what comes next */
	int n_in, n_open;	/* n_open of them are written */
	const char *leaf, *leaf_attrs;	/* the paragraph, or NULL */
	bool leaf_open;
	bool bare;		/* text stands in a box without a paragraph */
	bool parted;		/* and what follows is not to join it */
	bool space;		/* a further space would not be seen */
	char gap;		/* owed to the plain text */
};

void markup_init(struct markup *, size_t max, struct arena *);
/* Closes all that is open. */
void markup_end(struct markup *);

/* Attributes are passed as they are written: "" or " class=\"...\"". */
void markup_box(struct markup *, const char *name, const char *attrs);
void markup_box_end(struct markup *);
void markup_leaf(struct markup *, const char *name, const char *attrs);
void markup_leaf_end(struct markup *);
/* Ends the paragraph in hand, if any. */
void markup_break(struct markup *);

void markup_push(struct markup *, const char *name, const char *attrs);
void markup_pop(struct markup *, int n);
bool markup_inside(const struct markup *, const char *name);

void markup_text(struct markup *, const char *, size_t);
/* An element without content that stands in the text: br, img, a mark. */
void markup_void(struct markup *, const char *written);
/* One that was written whole, and the text in it. */
void markup_foreign(struct markup *, const char *written, const char *text);
/* One that stands between paragraphs: hr. */
void markup_rule(struct markup *, const char *written);

#endif

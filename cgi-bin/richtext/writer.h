/*
 * writer.h - the model as HTML in our classes.  What it writes still goes
 * through the sanitizer like anything else.
 *
 * Sizes are relative: the size that most of the document has is written as
 * 三号, the size of the page, and every other in proportion to it.
 */
#ifndef RICHTEXT_WRITER_H
#define RICHTEXT_WRITER_H

#include "base/buf.h"
#include "richtext/look.h"
#include "richtext/model.h"

#define WRITER_SIZES 512	/* half points that are told apart */
#define WRITER_LISTS 12

/* What the stylesheet gives text that has no class. */
struct setting {
	enum look_font font;
	int size;		/* tenths of a point */
	bool bold;
};

struct open_list {
	int level, list, next;
	bool ordered;
};

struct writer {
	struct buf out;
	struct buf title;
	struct arena *mem;
	int base;		/* half points of most of the text */
	int cell;		/* tables we are in */
	int table_size;		/* tenths of a point of the table we are in */
	bool heading_off;	/* the text has begun: no title any more */
	bool blank;		/* an empty line is owed */
	struct open_list open[WRITER_LISTS];
	int n_open;
};

void writer_init(struct writer *, const struct blocks *, struct arena *);
void writer_blocks(struct writer *, const struct blocks *);

/* How most of the paragraph's text looks. */
struct setting write_most(const struct para *);
/* The named size that a size of the document becomes. */
look_set write_size(const struct writer *, int half_points);
void write_classes(struct buf *, look_set);
/* The segments; around: what the block they stand in looks like. */
void write_inline(struct writer *, const struct para *,
    const struct setting *around, bool red);
void write_table(struct writer *, const struct table *);
void write_cell(struct writer *, const struct cell *, bool head);
/* The text of a label where no list marker says the same. */
void write_label(struct writer *, const struct label *);
/* Whether a list marker of HTML says what the label says. */
bool write_is_item(const struct para *);
void write_item_begin(struct writer *, const struct para *);
void write_lists_close(struct writer *, int keep);

#endif

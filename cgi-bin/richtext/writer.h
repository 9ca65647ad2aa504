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
#define WRITER_PAGE  32		/* 三号 in half points, the size of the page */
#define WRITER_TABLE 28		/* that of the stylesheet's tables */

/* How text looks that has no class of its own. */
struct setting {
	enum look_font font;
	int size;		/* half points of a class */
	int paper;		/* the same as Word has it, for indents */
	color color;
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
	uint16_t class_of[WRITER_SIZES];	/* its LOOK_SIZE, 0: not yet */
	int cell;		/* tables we are in */
	bool head;		/* in a head cell */
	int table_size;		/* of the table we are in, half points */
	int anchors, paras;
	bool page;		/* what comes next begins a new one */
	const struct para *before;	/* what stands before, if it is one */
	bool top;		/* where the text begins is pointed to */
	bool heading_off;	/* the text has begun: no title any more */
	bool titled, numbered, signed_off;	/* parts that have been seen */
	bool blank;		/* an empty line is owed */
	bool boxed;		/* a box round paragraphs is open */
	bool noted;		/* one round a note is open */
	struct open_list open[WRITER_LISTS];
	int n_open;
	bool *spelt;		/* by list: some label is no marker of HTML */
	int n_spelt;
};

void writer_init(struct writer *, const struct blocks *, struct arena *);
void writer_blocks(struct writer *, const struct blocks *);

/* How most of the paragraph's text looks. */
struct setting write_most(const struct para *);
/* Nothing of it would be seen. */
bool write_is_blank(const struct para *);
/* The LOOK_SIZE that a size of the document becomes. */
int write_size(struct writer *, int half_points);
void write_classes(struct buf *, const struct look *);
/* LOOK_COLOR for ink that is not the page's own, else 0. */
int write_color(color);
int write_back(color);
/* The segments; around: what the block they stand in looks like. */
void write_inline(struct writer *, const struct para *,
    const struct setting *around);
void write_table(struct writer *, const struct table *);
void write_cell(struct writer *, const struct cell *, bool head,
    struct look *);
/* The text of a label where no list marker says the same. */
void write_label(struct writer *, const struct label *);
/* Whether a list marker of HTML says what the label says. */
bool write_is_item(const struct writer *, const struct para *);
/* Finds out whether labels have to be written out. */
void write_lists_look(struct writer *, const struct blocks *);
void write_item_begin(struct writer *, const struct para *);
void write_lists_close(struct writer *, int keep);

/* Before and after each block: notes stand below a line, and a note of several
 * blocks in a box, which its references point to. */
void write_note_begin(struct writer *, const struct block *);
void write_note_end(struct writer *, const struct block *);

/* What an official document's parts are, by what is written in them. */
enum official {
	OFFICIAL_NONE, OFFICIAL_HEAD, OFFICIAL_NUMBER, OFFICIAL_TITLE, OFFICIAL_ADDRESSEE,
	OFFICIAL_SIGN, OFFICIAL_END
};
enum official official_of(struct writer *, const struct para *,
    const struct setting *most, const struct block *after);

#endif

/*
 * model.h - a document as read, between the reading (body.c, paragraph.c,
 * run.c, table.c ...) and the writing (writer.c, write_inline.c ...).
 */
#ifndef RICHTEXT_MODEL_H
#define RICHTEXT_MODEL_H

#include <stdbool.h>

#include "richtext/numbering.h"
#include "richtext/styles.h"

struct picture {
	const void *data;
	size_t n;
	const char *type, *sha256, *suffix;
	struct picture *next;
};

/* A bookmark, or the place where one should be. */
struct anchor {
	const char *name;
	bool there, pointed;	/* it is in the text; something points to it */
	int number;		/* of those that are both; 0: not given yet */
	struct anchor *next;
};

/* What a stretch of text looks like, as far as it is shown. */
struct face {
	color color, back;	/* back: highlight or shade */
	short size;		/* half points */
	signed char vert;
	unsigned char font;	/* enum look_font */
	unsigned char line, marks, caps, raise;
	unsigned char brackets;	/* round two lines in one */
	int twin;		/* which of those it is part of, or 0 */
	bool bold, italic, underline, strike;
	bool loose;		/* the font matters for Chinese only */
};

/* What a break ends: a line, or more of the paper. */
enum paper { PAPER_LINE, PAPER_COLUMN, PAPER_PAGE };

enum seg_kind {
	SEG_TEXT, SEG_BREAK, SEG_PICTURE, SEG_NOTE, SEG_ANCHOR, SEG_RUBY,
	SEG_MATH
};

struct seg {
	struct seg *next;
	const char *text;	/* of a ruby: its base; of a picture: alt */
	const char *href;	/* NULL: no link */
	struct anchor *anchor;	/* itself, or what the link points to */
	union {
		const char *ruby;
		struct picture *picture;
		int note;
	};
	struct face face;
	int link;		/* segments with one number are one link */
	short width, height;	/* pixels, 0: its own */
	unsigned char paper;	/* of a break: enum paper */
	unsigned char kind;	/* enum seg_kind */
};

/* A length along the line. */
struct run_in {
	bool chars;		/* v is hundredths of a character, not twips */
	int v;
};

struct para {
	struct seg *first, **last;
	enum align align;
	struct run_in indent, left, right;
	int above, below;	/* space, twips */
	bool close;		/* none next to one of its style */
	int style;
	bool page, page_after;	/* a new page begins with it, after it */
	int heading;		/* 1-9, or 0 */
	bool title;
	int border;		/* enum side */
	color border_color, shade;
	struct label label;
	int level;		/* of its list */
	int note;		/* the note whose text this begins, or 0 */
};

struct block;
struct blocks {
	struct block *first, **last;
};

struct cell {
	int col, cols, rows;
	int border;		/* enum side */
	color shade;
	int valign;		/* enum look_valign, 0: in the middle */
	int twips;		/* as wide as it would like to be; 0: not said */
	double width;		/* hundredths of the table, where it says so for
				 * its column; else 0 */
	struct blocks in;
	struct cell *next;
};

struct row {
	bool head;
	struct cell *first, **last;
	struct row *next;
};

struct table {
	struct row *first, **last;
};

struct block {
	struct para *para;	/* one of the three */
	struct table *table;
	const char *html;	/* sanitized */
	struct block *next;
};

/* The paragraph that a block begins with, be it in a table's first cell;
 * NULL: it begins with none. */
static inline struct para *
block_lead(const struct block *b)
{
	const struct cell *c;

	while (b != NULL && b->table != NULL) {
		c = b->table->first != NULL ? b->table->first->first : NULL;
		b = c != NULL ? c->in.first : NULL;
	}
	return b != NULL ? b->para : NULL;
}

#endif

/*
 * model.h - a document as read, between the reading (body.c, paragraph.c,
 * run.c, table.c ...) and the writing (write.c, write_inline.c).
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

/* What a stretch of text looks like, as far as it is shown. */
struct face {
	bool bold, italic, underline, strike, mark, red, title_font;
	int vert, size;		/* size in half points */
	enum look_font font;
};

enum seg_kind {
	SEG_TEXT, SEG_BREAK, SEG_PICTURE, SEG_NOTE, SEG_ANCHOR, SEG_RUBY
};

struct seg {
	enum seg_kind kind;
	struct face face;
	const char *text;	/* of a ruby: its base; of a picture: alt */
	const char *ruby;
	const char *href;	/* NULL: no link */
	int link;		/* segments with one number are one link */
	int number;		/* of a note or an anchor */
	struct picture *picture;
	int width, height;	/* pixels, 0: its own */
	struct seg *next;
};

struct para {
	struct seg *first, **last;
	enum align align;
	int indent, right;	/* hundredths of a character */
	int heading;		/* 1-9, or 0 */
	bool title, rule;
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
	struct para *para;	/* one of the two */
	struct table *table;
	struct block *next;
};

#endif

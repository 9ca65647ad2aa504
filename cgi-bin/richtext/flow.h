/*
 * flow.h - a text as what a typesetter needs: blocks one after the other,
 * each with its text in Pango's markup, its alignment and its indents.
 */
#ifndef RICHTEXT_FLOW_H
#define RICHTEXT_FLOW_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/safe_html.h"
#include "richtext/look.h"

enum flow_kind {
	FLOW_TEXT, FLOW_HEADING, FLOW_TITLE, FLOW_SIGN, FLOW_PICTURE,
	FLOW_TABLE, FLOW_RULE
};

struct flow_table;
struct flow_block {
	enum flow_kind kind;
	int level;		/* of a heading, 1 to 6 */
	const char *markup;	/* "" for an empty line */
	const char *plain;	/* the same without marks; of a picture what it
				 * shows */
	enum look_align align;	/* 0: as its kind has it */
	int first, left, right;	/* half characters; first may be negative */
	int above, below;	/* space, half characters */
	bool page;		/* a new one begins with it */
	const char *picture;	/* "<sha256>.png" */
	const struct flow_table *table;
};
struct flow { int n; struct flow_block *v; };

struct flow_cell {
	int row, column, rows, columns;
	bool head;
	int width;		/* hundredths of the table; 0: not said */
	struct flow text;	/* holds no tables */
};
struct flow_table {
	int rows, columns, n;
	int head;		/* rows at the top that are heads alone */
	const char *caption;	/* or "" */
	struct flow_cell *v;	/* by row, then by column */
};

/* RC_TOO_LARGE: more than parse_html() takes. */
enum rc flow_read(struct safe_html, struct flow *, struct arena *);
/* The names of a family of fonts, best first, as Pango takes them. */
const char *flow_font(enum look_font);

#endif

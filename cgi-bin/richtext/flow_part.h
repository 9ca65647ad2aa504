/* flow_part.h - between flow.c and flow_table.c. */
#ifndef RICHTEXT_FLOW_PART_H
#define RICHTEXT_FLOW_PART_H

#include "base/buf.h"
#include "richtext/flow.h"
#include "richtext/parse.h"

/* How the text in hand looks. */
struct flow_face {
	struct look look;
	bool bold, italic, under, strike;
	int vert;		/* 1 above, -1 below the line */
};

struct flow_maker {
	struct flow out;
	int cap;
	struct flow_block now;	/* the paragraph in hand */
	struct buf markup, plain;
	bool open;
	int depth;		/* tables round us */
	const char *mark;	/* of the list item that begins */
	struct arena *m;
};

struct flow_block *flow_add(struct flow_maker *);
void flow_end(struct flow_maker *);
void flow_children(struct flow_maker *, const GumboElement *,
    struct flow_face);
/* The cells' own blocks; a table inside a table is lines of its cell. */
void flow_table_read(struct flow_maker *, const GumboElement *,
    struct flow_face);
const char *flow_attribute(const GumboElement *, const char *name);

#endif

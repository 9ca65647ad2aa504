/* redline.h - writes the common text of two: tags, words, ins and del. */
#ifndef RICHTEXT_REDLINE_H
#define RICHTEXT_REDLINE_H

#include "base/buf.h"
#include "richtext/align.h"
#include "richtext/difference.h"
#include "richtext/piece.h"

enum redline_op {
	REDLINE_SAME,		/* in both */
	REDLINE_LOOK,		/* in both, looks different */
	REDLINE_OLD, REDLINE_NEW
};

struct redline {
	struct buf out;
	struct pieces *p;
	struct align *w;
	struct difference *d;
	struct arena *mem;
	enum redline_op op;	/* of the words written last */
	const struct chain *in;	/* what is open round them */
	bool in_place;		/* words of this place were counted */
};

/* The start tag of a block; class is "", "df-new", "df-old" or "df-look". */
void redline_open(struct redline *, const struct piece *, const char *class,
    const char *more);
void redline_close(struct redline *, const struct piece *);
void redline_atoms(struct redline *, const struct atom *, int n,
    enum redline_op);
/* Closes what is open round the words. */
void redline_end(struct redline *);
/* A block of one text only, with all that is in it. */
void redline_whole(struct redline *, struct piece *, enum redline_op);

/* One block of the common text: of both, or one of them is NULL. */
struct difference_step {
	struct piece *a, *b;
};

/* In order, alike ones of a kind together; count gets how many. */
struct difference_step *difference_steps(struct redline *, struct piece **a,
    int n, struct piece **b, int m, int *count);
/* The class of two that are the same block: "" or "df-look", counted. */
const char *difference_look(struct redline *, const struct piece *,
    const struct piece *);
void difference_pair(struct redline *, struct piece *, struct piece *);
void difference_children(struct redline *, struct piece *, struct piece *,
    enum difference_show);
/* What stands inside of two tables. */
void difference_table(struct redline *, struct piece *, struct piece *);

#endif

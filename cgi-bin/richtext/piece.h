/*
 * piece.h - sanitized markup taken apart for comparing: paragraphs, lists,
 * tables as a tree, and the words of a paragraph as atoms.
 *
 * An atom is one Chinese character, one Latin word or number, one mark, one
 * space, one picture, one equation, one ruby.  Equal texts have equal numbers
 * ("keys"), so that comparing is comparing int; links, superior and inferior
 * figures and struck-out text count as part of the text, other looks do not.
 *
 * It reads what sanitize_html() writes; other input is read somehow, within
 * its bounds.
 */
#ifndef RICHTEXT_PIECE_H
#define RICHTEXT_PIECE_H

#include "base/arena.h"
#include "base/safe_html.h"

enum piece_kind {
	PIECE_LEAF,		/* p, h1 ... or text that stands in a box */
	PIECE_BOX,		/* div, blockquote */
	PIECE_LIST, PIECE_ITEM, PIECE_TABLE, PIECE_SECTION, PIECE_ROW,
	PIECE_CELL, PIECE_CAPTION, PIECE_RULE
};

/* The inline elements round an atom, from the inside. */
struct chain {
	const struct chain *up;
	const char *tag;	/* <strong>, as it is written */
	int n, depth;
	int sense, look;	/* equal numbers: the same chain in that */
};

struct atom {
	const char *s;
	const char *mark;	/* <span id="..."></span> before it, or NULL */
	const struct chain *in;
	int n, n_mark, key;
};

struct piece {
	enum piece_kind kind;
	const char *open;	/* the start tag, n_open bytes, may be 0 */
	const char *s;		/* all of it */
	const char *inner;
	size_t n_open, n, n_inner;
	struct piece **child;
	int n_child;
	int key;		/* -1: not asked for yet */
	struct atom *atom;	/* NULL: not asked for yet */
	int n_atom;
	int *bag, n_bag;	/* the keys of all atoms in it, sorted */
};

struct pieces;

struct pieces *pieces_new(struct arena *);
/* Greater than every key so far. */
int pieces_limit(const struct pieces *);

/* The whole text as a box without a tag. */
struct piece *piece_read(struct pieces *, struct safe_html);
/* One paragraph of plain text, escaped here. */
struct piece *piece_plain(struct pieces *, const char *);
/* Its plain text; paragraphs and lines are parted by a new line. */
const char *piece_text(const struct piece *, struct arena *);
int piece_key(struct pieces *, struct piece *);
void piece_atoms(struct pieces *, struct piece *);
void piece_bag(struct pieces *, struct piece *);
/* How much of the smaller and the larger is the same, in thousandths. */
int piece_likeness(struct pieces *, struct piece *, struct piece *);

#endif

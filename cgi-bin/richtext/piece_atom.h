/* piece_atom.h - what piece.c and piece_atom.c share. */
#ifndef RICHTEXT_PIECE_ATOM_H
#define RICHTEXT_PIECE_ATOM_H

#include <stdint.h>

#include "richtext/piece.h"

struct named {
	const char *s;		/* NULL: free */
	size_t n;
	uint64_t hash;
	int with, number;
};

struct pieces {
	struct arena *mem;
	struct named *slot;	/* cap is a power of two */
	int cap, n;
};

/* The same number, above 0, for the same n bytes with the same number. */
int pieces_number(struct pieces *, const char *, size_t n, int with);

#endif

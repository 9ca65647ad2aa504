/*
 * merkle.h - the tree of RFC 9162, section 2.1, over SHA-256: hashes, and the
 * proofs that a leaf is in a tree and that a tree grew out of a smaller one.
 *
 * Hashes are hex.  Whoever keeps the tree tells the hashes of its complete
 * subtrees; everything else takes a number of steps that grows with the
 * logarithm of the size.
 */
#ifndef CORE_MERKLE_H
#define CORE_MERKLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"

struct merkle {
	void *arg;
	/* the subtree of the 2^level leaves from position * 2^level on */
	enum rc (*get)(void *arg, int level, int64_t position, char **hash,
	    struct arena *);
};

struct merkle_path { int n; char **v; };

/* SHA-256(0x00 || text) and SHA-256(0x01 || left || right). */
char *merkle_leaf(struct arena *, const char *text);
char *merkle_node(struct arena *, const char *left, const char *right);
/* Of the tree of the first `size` leaves; of none: the hash of nothing. */
enum rc merkle_root(const struct merkle *, int64_t size, char **root,
    struct arena *);
/* PATH(index, D[size]), 0 <= index < size. */
enum rc merkle_inclusion(const struct merkle *, int64_t index, int64_t size,
    struct merkle_path *, struct arena *);
/* PROOF(first, D[second]), 0 < first <= second; empty when they are equal. */
enum rc merkle_consistency(const struct merkle *, int64_t first,
    int64_t second, struct merkle_path *, struct arena *);

/* What whoever holds a proof does with it (2.1.3.2 and 2.1.4.2). */
bool merkle_included(const char *leaf, int64_t index, int64_t size,
    const char *root, const struct merkle_path *, struct arena *);
bool merkle_consistent(int64_t first, const char *first_root, int64_t second,
    const char *second_root, const struct merkle_path *, struct arena *);

#endif

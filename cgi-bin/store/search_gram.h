/*
 * search_gram.h - what of a text stands in the index.  Internal to store.
 *
 * A unit is one Chinese character, or a word of letters and digits.  Of every
 * run of units that nothing parts, the index holds each unit, each pair and
 * each three in a row; a text of up to three units is found by one entry
 * alone, a longer one by all its threes.  One byte before it says what an
 * entry is, so that a beginning of one kind never meets another kind.
 */
#ifndef STORE_SEARCH_GRAM_H
#define STORE_SEARCH_GRAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

enum gram_kind { GRAM_OTHER, GRAM_LETTER, GRAM_HAN };

enum gram_kind gram_kind(uint32_t cp);

/* First bytes of entries; those of a title also stand under their own. */
#define GRAM_ONE	'1'	/* GRAM_ONE + 1 two, GRAM_ONE + 2 three */
#define GRAM_TITLE	'4'
#define GRAM_FACET	'7'
#define GRAM_BYTES	200	/* of an entry at most */

/*
 * What is indexed is one text: title, GRAM_END, everything else, GRAM_END,
 * facets parted by spaces.
 */
#define GRAM_END	'\x01'

/* Folded for comparing: text_fold() and variant_fold(); control characters
 * become spaces. */
char *gram_fold(struct arena *, const char *);

/* Every entry of what is indexed, until put() says anything but 0, which is
 * returned. */
int gram_each(const char *text, size_t n,
    int (*put)(void *, const char *, size_t), void *);

/* The next run of units of folded text in [*from, *to), moving on; false at
 * the end. */
bool gram_run(const char **s, const char **from, const char **to);
/* Where the unit at s ends. */
const char *gram_unit(const char *s, const char *end);

#endif

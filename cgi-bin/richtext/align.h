/*
 * align.h - which of these numbers are those numbers: the longest common
 * subsequence of two sequences, in bounded time and memory.
 *
 * Myers' O(ND) algorithm up to ALIGN_EDITS changes, within a budget of steps
 * that all calls with one struct align share.  Beyond that, numbers that are
 * unique on both sides part the sequences (patience); what stays unparted is
 * left without a match, and rough says so.
 */
#ifndef RICHTEXT_ALIGN_H
#define RICHTEXT_ALIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define ALIGN_EDITS 1000
#define ALIGN_STEPS 30000000	/* about a tenth of a second */

struct seen;

struct align {
	struct arena *mem;
	long steps;		/* left of the budget */
	bool rough;
	int *trace, n_trace;	/* how far each of n rounds reached */
	struct seen *seen;	/* by number: what patience knows of it */
	int n_seen;
};

struct align align_new(struct arena *);
/*
 * match[i], n of them, becomes the place in b of a[i], or -1; the places
 * rise.  The numbers are from 0 to below the given limit.
 */
void align(struct align *, int limit, const int *a, int n, const int *b,
    int m, int *match);

#endif

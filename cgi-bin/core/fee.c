/* fee.c - the steps of 国办函〔2020〕109号, each step for its own part. */
#include "core/fee.h"

#define STEP_PIECES	10
#define STEP_YUAN	100

int64_t
fee_piece(int64_t nth)
{
	if (nth <= FEE_FREE_PIECES)
		return 0;
	if (nth <= 30)
		return STEP_YUAN;
	return STEP_YUAN * (2 + (nth - 31) / STEP_PIECES);
}

int64_t
fee_pieces(int64_t n)
{
	int64_t all = 0, whole, k;

	if (n > 1000000)
		n = 1000000;
	if (n <= 30)
		return n <= FEE_FREE_PIECES ? 0 : (n - FEE_FREE_PIECES) *
		    STEP_YUAN;
	all = (30 - FEE_FREE_PIECES) * STEP_YUAN;
	whole = (n - 30) / STEP_PIECES;
	for (k = 0; k < whole; k++)
		all += STEP_PIECES * STEP_YUAN * (2 + k);
	return all + (n - 30) % STEP_PIECES * STEP_YUAN * (2 + whole);
}

/* Pages of a step above `from` and up to `to`. */
static int64_t
between(int64_t n, int64_t from, int64_t to)
{
	return n <= from ? 0 : (n < to ? n : to) - from;
}

int64_t
fee_pages(int64_t n)
{
	if (n > 10000000)
		n = 10000000;
	return between(n, FEE_FREE_PAGES, 100) * 10 +
	    between(n, 100, 200) * 20 + between(n, 200, INT64_MAX) * 40;
}

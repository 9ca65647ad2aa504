/*
 * document_likely.h - a list of what holds words in name, number or text,
 * without reading every document of the unit.  Internal to core.
 */
#ifndef CORE_DOCUMENT_LIKELY_H
#define CORE_DOCUMENT_LIKELY_H

#include "core/document_walk.h"

struct likely {
	int n;
	struct likely_row { int64_t id; const char *key; } *v;
};
/*
 * Every wanted row of the order: those the index says may hold the words of the
 * filter, and what is not in the index because it is not public.  RC_NOT_FOUND
 * where walking over all is better or the only way: no words are asked for,
 * the index cannot tell, or there are too many.
 */
enum rc document_likely(struct db *, const struct document_filter *,
    const struct wanted *, struct likely *, struct arena *);

#endif

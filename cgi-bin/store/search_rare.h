/* search_rare.h - what of long terms is asked for.  Internal to store. */
#ifndef STORE_SEARCH_RARE_H
#define STORE_SEARCH_RARE_H

#include "store/search.h"

/* Fills rare of the long terms of q. */
enum rc search_rare(struct db *, struct search_query *, struct arena *);

#endif

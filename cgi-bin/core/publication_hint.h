/* publication_hint.h - what would be found instead.  Internal to core. */
#ifndef CORE_PUBLICATION_HINT_H
#define CORE_PUBLICATION_HINT_H

#include "core/publication.h"

/* For a question that finds nothing: fills fewer, instead, unfiltered. */
enum rc publication_hint(struct db *, const struct search_query *,
    const struct search_filter *, struct publication_hits *, struct arena *);

/* The question taken apart, with the units that it names. */
enum rc publication_understand(struct db *, const char *q,
    struct search_query *, struct arena *);

#endif

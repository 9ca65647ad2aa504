/* publication_hint.h - what would be found instead.  Internal to core. */
#ifndef CORE_PUBLICATION_HINT_H
#define CORE_PUBLICATION_HINT_H

#include "core/publication.h"
#include "core/unit.h"

/* All units with their names folded, for publication_understand(). */
enum rc publication_units(struct db *, struct units *, struct arena *);
/* The question taken apart, with the units that it names. */
void publication_understand(const char *q, const struct units *folded,
    struct search_query *, struct arena *);

/* For a question that finds nothing: fills fewer, instead, unfiltered; as much
 * as db_limit() leaves time for. */
enum rc publication_hint(struct db *, const struct search_query *,
    const struct search_filter *, const struct units *folded,
    struct publication_hits *, struct arena *);

#endif

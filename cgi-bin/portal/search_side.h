/* search_side.h - what a search is narrowed by, beside its hits. */
#ifndef PORTAL_SEARCH_SIDE_H
#define PORTAL_SEARCH_SIDE_H

#include "core/publication.h"
#include "portal/directory.h"

struct search_side {
	const char *q, *unit, *category;	/* as the address says */
	struct search_filter filter;
	enum search_order order;
	const struct directory *directory;
	struct vocabulary kinds;
};

/* Finds unit and category; RC_NOT_FOUND when one is not there. */
enum rc search_side_read(struct ctx *, struct search_side *);
/* The address of this search from its first page: "q=...&unit=zfb". */
char *search_side_query(const struct search_side *, struct arena *);
/* Page.Facets (Name and Choices: Name, N, Query), Page.Chips (Text, Query:
 * without it), Page.Other (the address in the other order). */
enum rc search_side_fill(struct ctx *, const struct search_side *,
    const struct publication_hits *);

#endif

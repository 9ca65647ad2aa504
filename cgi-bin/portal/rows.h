/* rows.h - documents, units and pages of lists as templates show them. */
#ifndef PORTAL_ROWS_H
#define PORTAL_ROWS_H

#include "core/publication.h"
#include "core/unit.h"
#include "web/route.h"

#define ROWS_PER_PAGE	20

/*
 * Items of `name`: Title, DocNo, IndexNo, Doc (unit/number, for addresses),
 * Made, Published, Unit, Theme, Expired.
 */
void rows_documents(struct node *, const char *name,
    const struct publications *, struct arena *);
/* The address part after /doc/ of a document. */
const char *rows_doc(const struct publication *);
/* The day, as local time, of an instant as stored. */
const char *rows_day(struct arena *, const char *stored);
/* Where the reader is in a list. */
struct place {
	const char *query;	/* the list without its place: "", "unit=zfb" */
	int64_t before, number;	/* as the address says */
	bool at_least;		/* the total is not the whole of it */
};
/* Page.Pager: Total, AtLeast; where there is more than one page also Number,
 * Pages where they are known, and, beyond the first, First. */
void rows_place(struct node *page, int64_t total, const struct place *);
/* The same, with Query, Previous and Next: where the links of it lead. */
void rows_pager(struct node *page, const struct publications *,
    const struct place *, struct arena *);

/* Code, Name, Short, Kind and how to reach it. */
void rows_unit(struct node *, const struct unit *);
/* Items of `name`, one a kind: Kind, N and Units. */
void rows_unit_groups(struct node *, const char *name, const struct units *);

#endif

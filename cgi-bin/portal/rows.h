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
/*
 * Page.Pager: Total, and where there is more than one page also Number, Pages
 * and First, Previous, Next (queries, where they lead somewhere).  query: the
 * list without its place, "" or "unit=zfb"; number: as the address says.
 */
void rows_pager(struct ctx *, const struct publications *, const char *query,
    int64_t before, int64_t number);

/* Code, Name, Short, Kind and how to reach it. */
void rows_unit(struct node *, const struct unit *);
/* Items of `name`, one a kind: Kind, N and Units. */
void rows_unit_groups(struct node *, const char *name, const struct units *);

#endif

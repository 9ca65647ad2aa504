/*
 * list_wanted.h - what the address of a list asks for, as values and as the
 * address again.  Every state of a list is a plain address.
 */
#ifndef PORTAL_LIST_WANTED_H
#define PORTAL_LIST_WANTED_H

#include "core/publication.h"
#include "portal/directory.h"
#include "web/route.h"

/* NULL, 0: any. */
struct wanted {
	const struct unit *unit;
	const struct category *category;
	const struct vocable *theme, *kind;
	const struct publication_word *word;
	int year, month;		/* a month only of a year */
	int yearless;			/* the month that was asked for without */
	int validity;			/* as in the filter */
	enum publication_order order;
	int64_t before, page;
};

/* RC_INVALID, or RC_NOT_FOUND for what there is not. */
enum rc wanted_read(const struct ctx *, const struct directory *,
    struct wanted *);
struct publication_filter wanted_filter(const struct wanted *);
/* The address that asks for the same, without its page: "", "unit=zfb". */
const char *wanted_query(const struct wanted *, struct arena *);

#endif

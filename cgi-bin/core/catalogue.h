/*
 * catalogue.h - the unit's separate catalogues of what is not for everybody:
 * 依申请公开目录 and 不予公开目录, item by item with the reason and the
 * article; and looking again, from time to time, at what stays closed
 * (条例 art. 18).
 */
#ifndef CORE_CATALOGUE_H
#define CORE_CATALOGUE_H

#include "core/document.h"

struct catalogue_row {
	int64_t id, version, key;	/* key: of the next page */
	const char *index_no, *title, *doc_no, *made_on, *openness;
	const char *article, *reason, *reassess;
	bool due;			/* to be looked at again by now */
};
struct catalogue { int n; struct catalogue_row *v; };

/* openness: "request" or "closed".  due: those alone that are to be looked at
 * again.  The newest first, below key `before` (0: from the newest). */
enum rc catalogue_list(struct db *, int64_t unit, const char *openness,
    bool due, int64_t before, int max, struct catalogue *, struct arena *);
/* What every unit has, for the supervising one; units without any left out. */
struct catalogue_unit {
	const char *code, *name;
	int64_t request, closed, due;
};
struct catalogue_units { int n; struct catalogue_unit *v; };
enum rc catalogue_units(struct db *, struct catalogue_units *,
    struct arena *);
/* How many of the closed ones are due. */
enum rc catalogue_due(struct db *, int64_t unit, int64_t *n, struct arena *);

/*
 * Looked at again by 003: "keep" with the day of the next time (after today),
 * or "open": it leaves the catalogue and goes back to the clerk, to be made
 * public through review.  Problems on "result", "note", "next".
 */
enum rc catalogue_assess(struct db *, const struct actor *, int64_t document,
    int64_t version, const char *result, const char *note, const char *next,
    struct problems *, struct arena *);

/* Keys of the articles that fit that openness, NULL-terminated. */
const char *const *catalogue_articles(const char *openness);
bool catalogue_article_valid(const char *openness, const char *article);

#endif

/* imported.h - what an import made of an uploaded document, kept for those
 * who compare it with the original. */
#ifndef CORE_IMPORTED_H
#define CORE_IMPORTED_H

#include "base/safe_html.h"
#include "core/upload.h"

struct imported {
	const char *report;	/* as the importer stores it */
	struct safe_html body;	/* as it was imported, or as it is now in the
				 * newest document that uses the upload */
	int64_t document;	/* that document, 0: none yet */
};

/* conceals: the file carries what its page does not show, so the public never
 * gets the file. */
enum rc imported_add(struct db *, int64_t upload, const char *report,
    bool conceals, struct safe_html body);
/* The same is known of a file that differs in what nobody reads. */
enum rc imported_again(struct db *, int64_t upload, int64_t again);
/* RC_NOT_FOUND: not of that unit, or not imported. */
enum rc imported_get(struct db *, int64_t unit, int64_t upload,
    struct imported *, struct arena *);

/* Pictures of the pages in order, already in the store; RC_CONFLICT: there
 * are some. */
enum rc imported_pages_add(struct db *, const struct actor *, int64_t upload,
    struct uploads *, struct arena *);
/* None is no error. */
enum rc imported_pages(struct db *, int64_t unit, int64_t upload,
    struct uploads *, struct arena *);

#endif

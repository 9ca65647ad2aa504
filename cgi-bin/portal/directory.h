/*
 * directory.h - the units, headings and themes of the district, which every
 * list shows and few ever change: read once for each public state.
 */
#ifndef PORTAL_DIRECTORY_H
#define PORTAL_DIRECTORY_H

#include "core/category.h"
#include "core/publication.h"
#include "core/unit.h"
#include "web/route.h"

struct directory {
	struct units units;
	struct categories categories;
	struct vocabulary themes, kinds;
	struct publication_words words;		/* of public documents */
};

/* Good until the next call. */
enum rc directory_get(const struct ctx *, const struct directory **);
/* NULL when there is none. */
const struct unit *directory_unit(const struct directory *, const char *code);
const struct vocable *directory_theme(const struct directory *, int64_t id);
const struct vocable *directory_kind(const struct directory *, int64_t id);
const struct publication_word *directory_word(const struct directory *,
    const char *word);

#endif

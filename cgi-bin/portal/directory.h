/*
 * directory.h - the units, headings and themes of the district, which every
 * list shows and few ever change: read once for each public state.
 */
#ifndef PORTAL_DIRECTORY_H
#define PORTAL_DIRECTORY_H

#include "core/category.h"
#include "core/unit.h"
#include "web/route.h"

struct directory {
	struct units units;
	struct categories categories;
	struct vocabulary themes;
};

/* Good until the next call. */
enum rc directory_get(const struct ctx *, const struct directory **);
/* NULL when there is none. */
const struct unit *directory_unit(const struct directory *, const char *code);
const struct vocable *directory_theme(const struct directory *, int64_t id);

#endif

/*
 * package.h - the zip package of a Word document, in memory, within limits.
 *
 * Nothing is ever written to a disk and no name of an entry is ever used as
 * a path.  Of two entries with one name the first counts; the case
 * of letters makes no difference.
 */
#ifndef RICHTEXT_PACKAGE_H
#define RICHTEXT_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/problem.h"
#include "base/rc.h"

#define PACKAGE_PART_MAX  (64u << 20)
#define PACKAGE_ALL_MAX	  (256u << 20)
#define PACKAGE_ENTRY_MAX 2000

struct package;

struct part {
	char *name;		/* word/document.xml */
	void *data;
	size_t n;
};

struct rel {
	const char *id, *type;	/* type: what follows the last slash */
	const char *target;	/* a part's name, or an address as written */
	bool external;
};

struct rels {
	int n;
	struct rel *v;		/* in the order of the file */
	const struct rel **by_id;
};

enum rc package_open(const char *path, struct package **, enum problem *why);
enum rc package_read(const void *data, size_t n, struct package **,
    enum problem *why);
void package_free(struct package *);

/* NULL: there is none. */
const struct part *package_part(const struct package *, const char *name);
/* The relationships of a part, "" for the package's own; n is 0 when there
 * are none or they cannot be read.  RC_INVALID: they have a DOCTYPE. */
enum rc package_rels(const struct package *, const char *name, struct rels *,
    struct arena *);
/* Whether a zip file has an entry of that name, or one that begins with it
 * when it ends in a slash; nothing is inflated. */
bool package_has(const char *path, const char *name);
/* The same for n < 32 names in one reading: bit k is set for name[k]. */
unsigned package_holds(const char *path, const char *const *name, int n);
/* One entry of a zip file as text, cut to max bytes; "" when there is none. */
char *package_peek(const char *path, const char *name, size_t max,
    struct arena *);
/*
 * Every file of a zip in its order: take() gets the bytes of those that are
 * wanted, which last until it returns; anything but RC_OK of it ends the walk.
 * RC_INVALID: broken or encrypted; RC_TOO_LARGE.
 */
struct package_walk {
	bool (*wants)(void *self, const char *name);
	enum rc (*take)(void *self, const char *name, const void *, size_t);
	void *self;
};
enum rc package_each(const char *path, const struct package_walk *);
/* By id or by type; NULL: there is none. */
const struct rel *rels_find(const struct rels *, const char *id);
const struct rel *rels_type(const struct rels *, const char *type);

#endif

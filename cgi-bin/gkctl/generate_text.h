/*
 * generate_text.h - documents of made-up text from sql/data/generate.txt, whose
 * head says what stands in it.  The same seed gives the same documents.
 */
#ifndef GKCTL_GENERATE_TEXT_H
#define GKCTL_GENERATE_TEXT_H

#include "base/arena.h"
#include "base/clock.h"
#include "base/rc.h"
#include "gkctl/demo_fill.h"

struct generate_lists;

/* RC_INVALID, logged: a line is wrong. */
enum rc generate_load(const char *path, struct generate_lists **,
    struct arena *);

struct generated {
	const char *category, *theme, *kind;	/* code and names */
	bool numbered;
	const char *title, *summary;
	const char *body;		/* paragraphs parted by empty lines */
};

/* The document of that number, of a unit, made on that day. */
void generate_document(const struct generate_lists *, uint64_t seed,
    const struct demo_unit *, day_t made, struct generated *, struct arena *);

#endif

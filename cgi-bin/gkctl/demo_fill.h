/*
 * demo_fill.h - a pattern becomes the text of one document: {names} are
 * replaced, ranges and choices drawn.  The same scope gives the same text.
 */
#ifndef GKCTL_DEMO_FILL_H
#define GKCTL_DEMO_FILL_H

#include <stdint.h>

#include "base/arena.h"
#include "base/clock.h"
#include "core/calendar.h"
#include "gkctl/demo_text.h"

struct demo_unit {
	int64_t id;
	const char *code, *name, *short_name, *kind, *sign, *address,
	    *postcode, *phone, *fax, *email, *places, *duties;
};

struct demo_scope {
	const struct demo_text *text;
	const struct demo_unit *unit;
	const struct calendar *calendar;
	day_t made;
	uint64_t seed;		/* of the document */
	const char *no;		/* its 文号 or "" */
	int amended;		/* times; {first=>second=>third} gives one */
	/* filled by demo_fill_open() */
	const char *let[DEMO_LETS];
	uint64_t state;
	struct arena *mem;
};

/* Draws the let values. */
void demo_fill_open(struct demo_scope *, struct arena *);
/* The text with everything in braces replaced.  part: a word that parts the
 * draws of title, body, ... so that each is stable by itself. */
char *demo_fill(struct demo_scope *, const char *part, const char *s);

uint64_t demo_hash(uint64_t, const char *);
/* The next number, in [lo, hi]. */
int demo_draw(uint64_t *state, int lo, int hi);

#endif

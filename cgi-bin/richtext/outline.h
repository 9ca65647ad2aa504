/*
 * outline.h - the table of contents of a long text.
 *
 * The places it leads to (id s-1, s-2 ...) are made here, for one page, and
 * never stored; a heading that has a name keeps it.
 */
#ifndef RICHTEXT_OUTLINE_H
#define RICHTEXT_OUTLINE_H

#include "base/arena.h"
#include "base/safe_html.h"

struct outline_entry {
	int level;		/* 1: the highest that the text has, or 2 */
	const char *text;	/* plain */
	const char *id;
};
struct outline {
	struct safe_html html;	/* with the places */
	int n;			/* 0: too short for a table of contents */
	struct outline_entry *v;
};

/* html as sanitize_html() made it. */
struct outline outline_make(struct safe_html, struct arena *);

#endif

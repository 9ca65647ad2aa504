/*
 * passage.h - a sanitized text as a row of passages: paragraphs, headings,
 * cells.  Only what sanitize.c wrote is understood.
 */
#ifndef RICHTEXT_PASSAGE_H
#define RICHTEXT_PASSAGE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/safe_html.h"

struct passage {
	const char *tag;	/* "p", "h2", "td" ... */
	const char *class;	/* as written, "" when none */
	const char *text;	/* without markup; a <br> is LF */
};
struct passages { int n; struct passage *v; };

/* Those that have text, in order. */
void passages_of(struct safe_html, struct passages *, struct arena *);
/* The lines of a plain text as paragraphs. */
void passages_plain(const char *text, struct passages *, struct arena *);
bool passage_has(const struct passage *, const char *class);

#endif

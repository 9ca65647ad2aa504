/*
 * report.h - what became of a Word document: kept, changed, left out, each
 * with a number and places, and its characters counted on both sides.
 *
 * The Word side is counted from the XML by a walk of its own, which knows
 * nothing of the importer's reader and writer; every stretch of text that it
 * meets is then looked for in the finished text.  So text that the importer
 * loses is found by something that does not share its mistakes.
 */
#ifndef RICHTEXT_REPORT_H
#define RICHTEXT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "richtext/package.h"
#include "richtext/sanitize.h"

#define REPORT_PLACES 5
#define REPORT_WORDS  96	/* bytes of a quote */

enum report_group { REPORT_KEPT, REPORT_CHANGED, REPORT_DROPPED,
	REPORT_GROUP__MAX };

enum report_kind {
	REPORT_NONE = 0,
	/* kept */
	REPORT_PARAGRAPHS, REPORT_HEADINGS, REPORT_TABLES, REPORT_PICTURES,
	REPORT_LINKS, REPORT_NOTES, REPORT_EQUATIONS, REPORT_RUBIES,
	REPORT_SYMBOLS,
	/* changed */
	REPORT_INSERTIONS, REPORT_DELETIONS, REPORT_BOXES,
	REPORT_EQUATIONS_TEXT, REPORT_FIELDS, REPORT_PAGE_BREAKS,
	REPORT_COLUMNS,
	/* dropped */
	REPORT_TEXT_LOST, REPORT_TABLES_LOST, REPORT_PICTURES_LOST,
	REPORT_LINKS_LOST, REPORT_PICTURES_FAR, REPORT_COMMENTS,
	REPORT_HIDDEN, REPORT_OBJECTS, REPORT_CHARTS, REPORT_SHAPES,
	REPORT_HEADERS, REPORT_PAGE_NUMBERS, REPORT_MACROS,
	REPORT_KIND__MAX
};

struct report_place {
	int paragraph;			/* from 1; 0: not in the text */
	char heading[REPORT_WORDS];	/* the nearest before it, or "" */
	char quote[REPORT_WORDS];
};

struct report_item {
	int count, n_places;
	struct report_place place[REPORT_PLACES];
};

/* Plain data: it crosses a pipe as it is. */
struct report {
	int64_t word;		/* characters of the accepted text */
	int64_t found;		/* of them, in the result */
	int64_t added;		/* in the result only: numbers of lists, marks
				 * of notes */
	struct report_item item[REPORT_KIND__MAX];
};

/* RC_INVALID: the package cannot be read. */
enum rc report_make(struct report *, const struct package *,
    const struct sanitized *result, struct arena *);
/* From a process that nobody trusts: false when it makes no sense. */
bool report_sound(const struct report *);

/* The file carries what its page does not show: tracked changes, comments,
 * hidden text, embedded objects, macros. */
bool report_conceals(const struct report *);

enum report_group report_group(enum report_kind);
/* "tables", ... */
const char *report_key(enum report_kind);

/* {"characters":{...},"kept":[...],"changed":[...],"dropped":[...]} */
void report_json(const struct report *, struct buf *);
/* To be stored, one line for each fact; report_load() reads it again. */
void report_store(const struct report *, struct buf *);
bool report_load(struct report *, const char *text);

#endif

/* report_scan.h - the Word side of a report: stretches of text and counts. */
#ifndef RICHTEXT_REPORT_SCAN_H
#define RICHTEXT_REPORT_SCAN_H

#include "richtext/report.h"
#include "richtext/report_style.h"
#include "richtext/xml.h"

/* Text between two things that are no text, as report_squeeze() writes it. */
struct piece {
	const char *s;
	size_t n;
	int64_t length;		/* characters */
	struct report_place place;
	struct piece *next;
};

#define SCAN_FIELDS 32
#define SCAN_NOTES  5000

struct scan {
	struct report *r;
	struct arena *mem;
	const struct package *package;
	const struct rels *rels;	/* of the part being read */
	struct report_styles styles;
	struct piece *first, **last;
	struct buf piece;
	int64_t length;			/* of the piece */
	const struct node *para;
	int style, paragraph;
	char heading[REPORT_WORDS];
	struct {
		bool result, page;
		char code[24];		/* its beginning */
	} field[SCAN_FIELDS];
	int n_field;			/* may be more than are kept */
	int note[2][SCAN_NOTES], n_note[2];
};

/* Without spaces, ASCII letters small; *length characters are added. */
void report_squeeze(struct buf *, const char *, int64_t *length);

enum rc scan_package(struct scan *);
/* One more of that kind, here. */
void scan_count(struct scan *, enum report_kind);
void scan_place(const struct scan *, struct report_place *);
void report_count(struct report *, enum report_kind, int n,
    const struct report_place *);

void scan_children(struct scan *, const struct node *);
/* report_field.c: begin, separate or end of one; a piece of its code; one
 * that is an element; whether text here is a code or a page number. */
void scan_field_mark(struct scan *, const char *type);
void scan_field_code(struct scan *, const char *code);
void scan_field_simple(struct scan *, const struct node *);
bool scan_in_page_field(const struct scan *);
/* report_thing.c: drawings, objects, equations */
bool scan_thing(struct scan *, const struct node *);
void scan_flush(struct scan *);
/* Each line, and each cell between tabs, as a stretch of text. */
void scan_lines(struct scan *, const char *text);
void scan_section(struct scan *, const struct node *section);

#endif

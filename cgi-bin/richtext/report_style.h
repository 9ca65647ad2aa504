/* report_style.h - the little a report must know of styles: which of them
 * are headings, and which hide text. */
#ifndef RICHTEXT_REPORT_STYLE_H
#define RICHTEXT_REPORT_STYLE_H

#include "base/arena.h"
#include "richtext/xml.h"

#define REPORT_STYLES 4096

struct report_style {
	const char *id, *base;
	int hidden;		/* -1 not said, 0, 1 */
	bool heading, usual;	/* usual: for paragraphs that name none */
};

struct report_styles {
	struct xml *xml;	/* the names are in it */
	struct report_style *v;
	int n, usual;		/* usual: its place, or -1 */
};

void report_styles_read(struct report_styles *, struct xml *,
    struct arena *);
/* -1: there is none. */
int report_style_find(const struct report_styles *, const char *id);
bool report_style_heading(const struct report_styles *, int);
bool report_style_hides(const struct report_styles *, int);

#endif

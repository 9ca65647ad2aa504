/*
 * grid.h - the tables of a text as rows and columns of plain text.
 *
 * A cell that spans several places stands in each of them, so that every row
 * can be read by itself.  Tables inside tables are text of their cell; the
 * numbering is that of sanitize_present().
 */
#ifndef RICHTEXT_GRID_H
#define RICHTEXT_GRID_H

#include "base/arena.h"
#include "base/rc.h"
#include "base/safe_html.h"

struct grid {
	const char *caption;	/* or "" */
	int rows, columns;
	const char **cell;	/* rows * columns of them, "" where none is */
};
struct grids {
	int n;
	struct grid *v;
};

/* Names and sizes alone: cell is NULL. */
void grid_list(struct safe_html, struct grids *, struct arena *);
/* Number n from 1 on.  RC_NOT_FOUND, RC_TOO_LARGE for more than 200,000
 * places. */
enum rc grid_read(struct safe_html, int n, struct grid *, struct arena *);

#endif

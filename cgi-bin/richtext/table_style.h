/*
 * table_style.h - what a table's style says about a cell by its place: first
 * row, last column, bands, corners (ECMA-376 17.7.6).
 */
#ifndef RICHTEXT_TABLE_STYLE_H
#define RICHTEXT_TABLE_STYLE_H

#include "richtext/styles.h"

/* Later ones win over earlier ones. */
enum condition {
	COND_WHOLE, COND_BAND1_VERT, COND_BAND2_VERT, COND_BAND1_HORZ,
	COND_BAND2_HORZ, COND_FIRST_COL, COND_LAST_COL, COND_FIRST_ROW,
	COND_LAST_ROW, COND_NE, COND_NW, COND_SE, COND_SW, COND__MAX
};

/* Lines round a table or a cell; set: those that are spoken of. */
struct sides {
	int set, on;		/* enum side */
	bool inside_set[2], inside[2];	/* between rows, between columns */
};

struct table_cond {
	bool there;
	struct para_props p;
	struct run_props r;
	struct sides sides;
	bool shaded;
	color shade;
};

struct table_style {
	struct table_cond cond[COND__MAX];
	int rows, cols;		/* of a band */
};

/* Where a cell stands. */
struct place {
	int row, rows, col;
	bool last_col;
};

/* What a cell looks like by its table alone. */
struct cell_look {
	struct para_props p;
	struct run_props r;
	struct sides sides;
	color shade;
};

struct table_look {
	bool first_row, last_row, first_col, last_col, rows, cols;
};

struct table_style *table_style_read(const struct styles *,
    const struct node *style, struct arena *);
void table_look_read(struct table_look *, const struct node *tblPr);
void sides_read(struct sides *, const struct node *borders);
void sides_under(struct sides *over, const struct sides *under);
void table_style_cell(const struct styles *, int style,
    const struct table_look *, const struct place *, struct cell_look *);

#endif

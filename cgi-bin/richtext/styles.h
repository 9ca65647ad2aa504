/*
 * styles.h - what a paragraph or a run looks like when document defaults,
 * style chains and direct formatting are put together (ECMA-376 17.7).
 */
#ifndef RICHTEXT_STYLES_H
#define RICHTEXT_STYLES_H

#include <stdbool.h>

#include "base/arena.h"
#include "richtext/color.h"
#include "richtext/look.h"
#include "richtext/xml.h"

enum align { ALIGN_NONE, ALIGN_START, ALIGN_CENTER, ALIGN_END, ALIGN_SPREAD };

/* Bits of struct run_props.set and .on: the toggle properties first. */
enum run_bit {
	RUN_BOLD, RUN_ITALIC, RUN_STRIKE, RUN_DSTRIKE, RUN_VANISH, RUN_CAPS,
	RUN_SMALLCAPS,
	RUN_TOGGLES,
	RUN_UNDERLINE = RUN_TOGGLES, RUN_MARK, RUN_COLOR,
	RUN_SHADE, RUN_MARKS, RUN_VERT, RUN_SIZE, RUN_FONT,
	RUN_RAISE, RUN_TWIN
};

struct run_props {
	unsigned set, on;
	color color, mark, shade;
	int size;		/* half points */
	int raise;		/* half points above the line, or below */
	signed char vert;	/* 1 above, -1 below the line */
	unsigned char font;	/* enum look_font */
	unsigned char line;	/* enum look_line: how it is underlined */
	unsigned char marks;	/* enum look_marks */
	int twin;		/* two lines in one: which; 0: none */
	unsigned char brackets;	/* round them: none round square angle curly */
	bool font_theme;	/* said by the theme, of Chinese text only */
};

/* A number that may be given or not. */
struct given {
	bool set;
	int v;
};

/* Sides of a border, as LOOK_BORDERS() has them. */
enum side { SIDE_TOP = 1, SIDE_RIGHT = 2, SIDE_BOTTOM = 4, SIDE_LEFT = 8 };

struct para_props {
	enum align align;
	/* hundredths of a character; these beat the twips when not 0 */
	struct given first_chars, hanging_chars, left_chars, right_chars;
	struct given first, hanging, left, right;	/* twips */
	struct given above, below;	/* space, twips */
	struct given close;	/* none next to a paragraph of its style */
	struct given page;	/* begins a new one */
	struct given outline, num_id, level;
	struct given border;	/* enum side */
	color border_color;
	struct given shade;	/* color */
	struct given bidi;
	bool deleted_mark;	/* runs on into the next paragraph */
};

struct table_style;

struct style {
	const char *id, *name;
	int based;		/* index, or -1 */
	const char *based_id;
	bool is_paragraph;
	struct para_props p;
	struct run_props r, all;	/* all: with what it is based on */
	struct table_style *table;	/* or NULL */
};

struct styles {
	struct style *v;
	int n, normal, table;	/* those of paragraphs and tables that name none,
				 * or -1 */
	int *slot, n_slots;	/* by id */
	struct para_props p;	/* document defaults */
	struct run_props r;
	struct theme theme;
};

/* The theme is read already; root may be NULL: no styles at all. */
void styles_read(struct styles *, const struct node *root, struct arena *);
/* Index of a style, or -1. */
int styles_find(const struct styles *, const char *id);

void styles_para(const struct styles *, struct para_props *,
    const struct node *pPr);
void styles_run(const struct styles *, struct run_props *,
    const struct node *rPr);
/* The sides of a w:tblBorders and the like that have a line; absent: those
 * that have one where nothing is said. */
int styles_sides(const struct node *borders, int absent);
/* What over leaves open is taken from under. */
void styles_para_under(struct para_props *over, const struct para_props *under);
void styles_run_under(struct run_props *over, const struct run_props *under);

#define STYLE_CHAIN 32
/* The style and what it is based on, nearest first; returns how many. */
int styles_chain(const struct styles *, int style,
    const struct style *out[STYLE_CHAIN]);
/* Effective run properties: paragraph style, character style, direct; table:
 * what the style of the table says, or NULL. */
struct run_props styles_effective(const struct styles *, int para, int run,
    const struct run_props *table, const struct run_props *direct);
/* 1-9 when the style's name says heading N or 标题 N, else 0. */
int styles_heading(const struct styles *, int style);
bool styles_title(const struct styles *, int style);

#endif

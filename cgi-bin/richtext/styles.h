/*
 * styles.h - what a paragraph or a run looks like when document defaults,
 * style chains and direct formatting are put together (ECMA-376 17.7).
 */
#ifndef RICHTEXT_STYLES_H
#define RICHTEXT_STYLES_H

#include <stdbool.h>

#include "base/arena.h"
#include "richtext/look.h"
#include "richtext/xml.h"

enum align { ALIGN_NONE, ALIGN_START, ALIGN_CENTER, ALIGN_END };

/* Bits of struct run_props.set and .on: the toggle properties first. */
enum run_bit {
	RUN_BOLD, RUN_ITALIC, RUN_STRIKE, RUN_DSTRIKE, RUN_VANISH,
	RUN_TOGGLES,
	RUN_UNDERLINE = RUN_TOGGLES, RUN_MARK, RUN_RED, RUN_VERT, RUN_SIZE,
	RUN_FONT
};

struct run_props {
	unsigned set, on;
	int vert;		/* 1 above, -1 below the line */
	int size;		/* half points */
	enum look_font font;
	bool title_font;	/* 小标宋, the font of titles */
};

/* A number that may be given or not. */
struct given {
	bool set;
	int v;
};

struct para_props {
	enum align align;
	/* hundredths of a character; these beat the twips when not 0 */
	struct given first_chars, hanging_chars, right_chars;
	struct given first, hanging, right;	/* twips */
	struct given outline, num_id, level;
	struct given rule;	/* a line below */
	bool deleted_mark;	/* runs on into the next paragraph */
};

struct style {
	const char *id, *name;
	int based;		/* index, or -1 */
	const char *based_id;
	bool is_paragraph;
	struct para_props p;
	struct run_props r;
};

struct styles {
	struct style *v;
	int n, normal;		/* index of the default paragraph style or -1 */
	int *slot, n_slots;	/* by id */
	struct para_props p;	/* document defaults */
	struct run_props r;
};

/* root may be NULL: no styles at all. */
void styles_read(struct styles *, const xmlNode *root, struct arena *);
/* Index of a style, or -1. */
int styles_find(const struct styles *, const char *id);

void styles_para(struct para_props *, const xmlNode *pPr);
void styles_run(struct run_props *, const xmlNode *rPr);
/* What over leaves open is taken from under. */
void styles_para_under(struct para_props *over, const struct para_props *under);

#define STYLE_CHAIN 32
/* The style and what it is based on, nearest first; returns how many. */
int styles_chain(const struct styles *, int style,
    const struct style *out[STYLE_CHAIN]);
/* Effective run properties: paragraph style, character style, direct. */
struct run_props styles_effective(const struct styles *, int para, int run,
    const struct run_props *direct);
/* 1-9 when the style's name says heading N or 标题 N, else 0. */
int styles_heading(const struct styles *, int style);
bool styles_title(const struct styles *, int style);

#endif

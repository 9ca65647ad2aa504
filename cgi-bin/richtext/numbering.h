/*
 * numbering.h - the labels of numbered paragraphs, counted as Word counts
 * (ECMA-376 17.9): 一、 （一） 1. 第三条 ① a) •
 */
#ifndef RICHTEXT_NUMBERING_H
#define RICHTEXT_NUMBERING_H

#include <stdbool.h>

#include "base/arena.h"
#include "richtext/styles.h"
#include "richtext/xml.h"

#define NUMBERING_LEVELS 9

struct num_level {
	bool set, legal, picture;
	int start;
	struct given restart;
	const char *format, *text, *style;
	char suffix;		/* '\t', ' ' or '\0' */
	struct para_props p;
};

struct num_counter {
	bool on[NUMBERING_LEVELS], from[NUMBERING_LEVELS];
	int at[NUMBERING_LEVELS], start[NUMBERING_LEVELS];
};

struct num_abstract {
	int id, count;		/* count: index of the counter it shares */
	struct num_level lvl[NUMBERING_LEVELS];
	const char *link, *style;	/* numStyleLink, styleLink */
	struct num_counter c;
};

struct num {
	int id, place;		/* place: in the file */
	int abstract;
	struct num_level lvl[NUMBERING_LEVELS];	/* overrides, where set */
	struct given start[NUMBERING_LEVELS];
	bool started[NUMBERING_LEVELS];
};

struct numbering {
	struct num_abstract *abstract;
	struct num *num;
	int n_abstract, n_num;
};

struct label {
	const char *text;	/* NULL: not numbered */
	bool bullet;
	char suffix;
	int number, list;	/* list: same for one counting */
	const char *format, *pattern;
};

void numbering_read(struct numbering *, const struct node *root,
    const struct styles *, struct arena *);
/* NULL when there is no such list or level. */
const struct num_level *numbering_level(const struct numbering *, int num,
    int level);
/* The level that names the style as its own, or 0. */
int numbering_style_level(const struct numbering *, int num,
    const char *style);
/* Counts one more paragraph and writes its label. */
struct label numbering_next(struct numbering *, int num, int level,
    struct arena *);

#endif

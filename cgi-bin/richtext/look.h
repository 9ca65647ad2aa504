/*
 * look.h - how text looks, in the closed list of classes that the stylesheet,
 * the editor, the sanitizer and the Word importer share.
 *
 * Every class belongs to one family; of a family an element has one at most.
 */
#ifndef RICHTEXT_LOOK_H
#define RICHTEXT_LOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order in which classes are written. */
enum look_family {
	LOOK_ALIGN,		/* ta-l ta-c ta-r ta-j ta-d */
	LOOK_FIRST,		/* ti-0 ti-h ti-1 ti-1h ...; hi-h hi-1 ... */
	LOOK_LEFT,		/* pl-1 ... */
	LOOK_RIGHT,		/* pr-1 ... */
	LOOK_ABOVE,		/* sa-h sa-1 ...: space above */
	LOOK_BELOW,		/* sb-h sb-1 ... */
	LOOK_PAGE,		/* np: a new page, on paper */
	LOOK_FONT,		/* ff-song ... */
	LOOK_SIZE,		/* zh-0 ... zh-8, fs-10 ... in half points */
	LOOK_PART,		/* sign rule nb tw gw-t gw-n gw-h gw-e */
	LOOK_COLOR,		/* red, c-000 ... c-777 */
	LOOK_BACK,		/* bg-000 ... bg-777 */
	LOOK_MARKS,		/* em-dot em-comma em-ring em-under */
	LOOK_LINE,		/* u-dbl u-wave u-dot u-dash */
	LOOK_CAPS,		/* caps caps-s */
	LOOK_RAISE,		/* up-1 ... up-48, dn-1 ... dn-48: half points
				 * above or below the line */
	LOOK_TWIN,		/* twin: two small lines in one */
	LOOK_VALIGN,		/* va-t va-m va-b */
	LOOK_BORDER,		/* bd-0 ... bd-f: top right bottom left */
	LOOK_WIDTH,		/* cw-1 ... cw-99: of a cell, hundredths of
				 * its table */
	LOOK__MAX
};

/* By family: 0, or which of its classes. */
struct look {
	uint16_t v[LOOK__MAX];
};

enum look_align {
	LOOK_TA_L = 1, LOOK_TA_C, LOOK_TA_R, LOOK_TA_J, LOOK_TA_D
};
enum look_part {
	LOOK_SIGN = 1, LOOK_RULE, LOOK_NB, LOOK_TW, LOOK_GW_T, LOOK_GW_N,
	LOOK_GW_H, LOOK_GW_E
};
enum look_marks {
	LOOK_EM_DOT = 1, LOOK_EM_COMMA, LOOK_EM_RING, LOOK_EM_UNDER
};
enum look_line {
	LOOK_U_DOUBLE = 1, LOOK_U_WAVE, LOOK_U_DOT, LOOK_U_DASH
};
enum look_valign { LOOK_VA_T = 1, LOOK_VA_M, LOOK_VA_B };
#define LOOK_BORDERS(sides) (1 + ((sides) & 15))

/* The families of official documents; LOOK_FONT has them in this order. */
enum look_font {
	FONT_NONE, FONT_SONG, FONT_XBS, FONT_HEI, FONT_KAI, FONT_FANG,
	FONT_LI, FONT__MAX
};

int look_count(enum look_family);
/* value from 1 to look_count(). */
const char *look_name(enum look_family, int value);
/* Adds the class of that name, unless its family has one; false: unknown. */
bool look_add(struct look *, const char *name, size_t n);
/* strong, and of weak what is of another family. */
struct look look_over(struct look strong, struct look weak);
bool look_none(const struct look *);
bool look_same(const struct look *, const struct look *);

/* The family of a font name or of a CSS list of names. */
enum look_font look_font(const char *name);
/* The class nearest to a number of half points, and its own number. */
int look_of_size(int half_points);
int look_size(int value);
/* Likewise of half points above the line, below it if negative; 0: none. */
int look_of_raise(int half_points);
int look_raise(int value);
/* The class nearest to a colour 0xRRGGBB. */
int look_of_color(uint32_t rgb);
int look_of_back(uint32_t rgb);
/* Hundredths of a character; 0: not worth a class. */
int look_of_first(int chars);
int look_of_left(int chars);
int look_of_right(int chars);
int look_of_space(int chars);
/* Of a cell, in hundredths of its table; 0: as wide as it comes. */
int look_of_width(double hundredths);
/* ti-0, where a stylesheet gives an indent of its own. */
#define LOOK_TI_0 1

#endif

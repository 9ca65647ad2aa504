/*
 * look.h - how text looks, in the closed list of classes that the stylesheet,
 * the editor, the sanitizer and the Word importer share.
 */
#ifndef RICHTEXT_LOOK_H
#define RICHTEXT_LOOK_H

#include <stddef.h>
#include <stdint.h>

/* In the order in which classes are written. */
enum look_class {
	LOOK_TA_L, LOOK_TA_C, LOOK_TA_R, LOOK_TA_J,
	LOOK_TI_0, LOOK_TI_2, LOOK_TI_4,
	LOOK_PR_2, LOOK_PR_4,
	LOOK_FF_SONG, LOOK_FF_HEI, LOOK_FF_KAI, LOOK_FF_FANG,
	LOOK_ZH_0, LOOK_ZH_0S, LOOK_ZH_1, LOOK_ZH_1S, LOOK_ZH_2, LOOK_ZH_2S,
	LOOK_ZH_3, LOOK_ZH_3S, LOOK_ZH_4, LOOK_ZH_4S, LOOK_ZH_5, LOOK_ZH_5S,
	LOOK_ZH_6, LOOK_ZH_6S, LOOK_ZH_7, LOOK_ZH_8,
	LOOK_SIGN, LOOK_RULE, LOOK_NB, LOOK_TW, LOOK_GW_T, LOOK_GW_N, LOOK_RED,
	LOOK__MAX
};

/* A set of classes: bit k for enum value k. */
typedef uint64_t look_set;
#define LOOK(c) ((look_set)1 << (c))

/* The families of official documents. */
enum look_font {
	FONT_NONE, FONT_SONG, FONT_HEI, FONT_KAI, FONT_FANG, FONT__MAX
};

const char *look_name(enum look_class);
/* The class of that name, or LOOK__MAX. */
enum look_class look_find(const char *name, size_t n);
/* Of two classes of one family (ta-, ti-, ...) only the first is kept. */
look_set look_settle(look_set);
/* strong, and of weak what is of another family. */
look_set look_over(look_set strong, look_set weak);

/* The family of a font name or of a CSS list of names. */
enum look_font look_font(const char *name);
look_set look_of_font(enum look_font);
/* The named size nearest to that many tenths of a point. */
look_set look_of_size(int tenths);
/* Its own size in tenths of a point. */
int look_size(look_set);

#endif

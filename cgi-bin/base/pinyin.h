/*
 * pinyin.h - pinyin of Chinese names (ICU, with our own corrections for names
 * that the dictionary reads wrongly: 宝坻 is baodi).
 */
#ifndef BASE_PINYIN_H
#define BASE_PINYIN_H

#include "base/arena.h"

/* "宝坻区教育局" -> "bao di qu jiao yu ju"; other characters are kept. */
char *pinyin_of(struct arena *, const char *name);
/* "宝坻区教育局" -> "bdqjyj": initials of syllables, letters and digits kept. */
char *pinyin_initials(struct arena *, const char *name);

#endif

/*
 * clean_math.h - equations through the sanitizer.
 *
 * MathML is where markup changes its meaning: text in <mtext> may hold HTML,
 * annotations may hold SVG.  So the grammar here has neither: an element of
 * the list holds either text alone or elements of the list alone, anything
 * else is left out with all that is in it.  Such a tree has one reading.
 */
#ifndef RICHTEXT_CLEAN_MATH_H
#define RICHTEXT_CLEAN_MATH_H

#include <gumbo.h>

#include "base/arena.h"

/* A whole <math> element as it is written, with its text in *text; NULL when
 * it is not one of ours or nothing is left of it. */
char *clean_math(const GumboElement *, const char **text, struct arena *);

#endif

/* color.h - colours as Word writes them: six digits, a name, or a place in
 * the theme with a tint or a shade. */
#ifndef RICHTEXT_COLOR_H
#define RICHTEXT_COLOR_H

#include "base/arena.h"
#include "richtext/xml.h"

/* Set with its red, green and blue, or 0: none is said. */
#define COLOR_SET 0x1000000u
typedef unsigned color;

enum { THEME_COLORS = 12 };

struct theme {
	color color[THEME_COLORS];
	const char *east[2];	/* Chinese font for headings, for text */
};

/* root of the theme part, or NULL. */
void theme_read(struct theme *, const struct node *root, struct arena *);
/* What a w:color says. */
color color_text(const struct theme *, const struct node *);
/* What a w:shd fills the ground with; 0 when it is white or nothing. */
color color_shade(const struct theme *, const struct node *);
/* One of the sixteen names of w:highlight. */
color color_highlight(const char *name);

#endif

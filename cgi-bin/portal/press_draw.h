/* press_draw.h - between the files of the press: what draws, and where. */
#ifndef PORTAL_PRESS_DRAW_H
#define PORTAL_PRESS_DRAW_H

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "base/buf.h"
#include "portal/press.h"

/* Points: A4 with the margins of GB/T 9704 (37, 26, 35, 28 mm). */
#define PAGE_WIDTH	595.28
#define PAGE_HEIGHT	841.89
#define PAGE_TOP	104.9
#define PAGE_LEFT	79.4
#define PAGE_INNER	442.2
#define PAGE_BOTTOM	742.7
#define PAGE_RIGHT	(PAGE_LEFT + PAGE_INNER)

#define TEXT_SIZE	15.75	/* 三号, 28 of them in a line */
#define TEXT_LINE	28.95
#define CELL_SIZE	12.0
#define SMALL_SIZE	10.5

struct press {
	cairo_surface_t *surface;
	cairo_t *c;
	PangoContext *context;
	struct press_pictures pictures;
	const char *foot;
	double y;
	int page, outline;	/* the section that headings stand in */
	struct buf bytes;
	struct arena *m;
};

#define PRESS_PIXELS_MAX (20 << 20)	/* of one picture */
/* The first picture of a GIF; NULL: it is none, or cannot be read. */
cairo_surface_t *press_gif(const void *bytes, size_t n);

/* Text in a column: how it is set, and how far it has been drawn. */
struct press_text {
	PangoLayout *layout;
	double x, line;		/* least height of a line */
	int drawn, lines;
};

void press_page(struct press *);
/* Whether so many points are left; else a new page, unless this one is
 * empty. */
void press_room(struct press *, double points);
double press_left(const struct press *);

struct press_text press_text(struct press *, const struct flow_block *,
    double x, double width, double size);
double press_text_height(const struct press_text *);
/* The lines that fit above `bottom` from y on; the new y. */
double press_text_draw(struct press *, struct press_text *, double y,
    double bottom);
void press_text_end(struct press_text *);

struct press_picture {
	cairo_surface_t *image;	/* NULL: it cannot be shown */
	double width, height;	/* points */
};
struct press_picture press_picture(struct press *, const char *name,
    double width, double height);
void press_picture_draw(struct press *, struct press_picture *, double x,
    double y);

void press_table(struct press *, const struct flow_table *);

#endif

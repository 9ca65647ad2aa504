/* press_text.c - lines of text, and pictures. */
#include <math.h>
#include <string.h>

#include "base/log.h"
#include "portal/press_draw.h"

#define POINTS	   0.75		/* of a pixel */

static double
points(int units)
{
	return (double)units / PANGO_SCALE;
}

static void
layout_align(PangoLayout *l, const struct flow_block *b)
{
	enum look_align a = b->align;

	if (a == 0)
		a = b->kind == FLOW_SIGN ? LOOK_TA_R : LOOK_TA_J;
	pango_layout_set_alignment(l, a == LOOK_TA_C ? PANGO_ALIGN_CENTER :
	    a == LOOK_TA_R ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
	pango_layout_set_justify(l, a == LOOK_TA_J || a == LOOK_TA_D);
	pango_layout_set_justify_last_line(l, a == LOOK_TA_D);
}

/* An address or a checksum that is broken must copy as it is. */
static void
no_hyphens(PangoLayout *l)
{
	PangoAttrList *all = pango_layout_get_attributes(l);

	pango_attr_list_insert(all, pango_attr_insert_hyphens_new(FALSE));
	pango_layout_set_attributes(l, all);
}

/* As narrow as its number of lines allows: no last line of one word. */
static void
balance(struct press_text *t, double width)
{
	double narrow = width;

	while (t->lines > 1 && narrow > width / 2) {
		pango_layout_set_width(t->layout, (int)((narrow - 8) *
		    PANGO_SCALE));
		if (pango_layout_get_line_count(t->layout) > t->lines)
			break;
		narrow -= 8;
	}
	pango_layout_set_width(t->layout, (int)(narrow * PANGO_SCALE));
	t->x += (width - narrow) / 2;
}

struct press_text
press_text(struct press *p, const struct flow_block *b, double x,
    double width, double size)
{
	struct press_text t = { .x = x, .line = size * 1.4 };
	PangoFontDescription *font = pango_font_description_new();

	t.layout = pango_layout_new(p->context);
	pango_font_description_set_family_static(font, flow_font(FONT_NONE));
	pango_font_description_set_size(font, (int)(size * PANGO_SCALE));
	pango_layout_set_font_description(t.layout, font);
	pango_font_description_free(font);
	pango_layout_set_width(t.layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(t.layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_indent(t.layout, b->align == LOOK_TA_C ||
	    b->align == LOOK_TA_D ? 0 :
	    (int)(b->first * size / 2 * PANGO_SCALE));
	layout_align(t.layout, b);
	pango_layout_set_markup(t.layout, b->markup, -1);
	no_hyphens(t.layout);
	t.lines = pango_layout_get_line_count(t.layout);
	if (b->kind == FLOW_TITLE)
		balance(&t, width);
	return t;
}

static double
line_height(const struct press_text *t, const PangoRectangle *r)
{
	return fmax(t->line, points(r->height));
}

double
press_text_height(const struct press_text *t)
{
	PangoLayoutIter *i = pango_layout_get_iter(t->layout);
	PangoRectangle r;
	double all = 0;

	do {
		pango_layout_iter_get_line_extents(i, NULL, &r);
		all += line_height(t, &r);
	} while (pango_layout_iter_next_line(i));
	pango_layout_iter_free(i);
	return all;
}

static void
line_draw(struct press *p, const struct press_text *t, PangoLayoutIter *i,
    const PangoRectangle *r, double y)
{
	double above = points(pango_layout_iter_get_baseline(i) - r->y);

	cairo_move_to(p->c, t->x + points(r->x), y + above +
	    (line_height(t, r) - points(r->height)) / 2);
	pango_cairo_show_layout_line(p->c,
	    pango_layout_iter_get_line_readonly(i));
}

double
press_text_draw(struct press *p, struct press_text *t, double y,
    double bottom)
{
	PangoLayoutIter *i = pango_layout_get_iter(t->layout);
	PangoRectangle r;
	int k = 0;

	do {
		if (k++ < t->drawn)
			continue;
		pango_layout_iter_get_line_extents(i, NULL, &r);
		if (y + line_height(t, &r) > bottom + 0.5)
			break;
		line_draw(p, t, i, &r, y);
		y += line_height(t, &r);
		t->drawn++;
	} while (pango_layout_iter_next_line(i));
	pango_layout_iter_free(i);
	return y;
}

void
press_text_end(struct press_text *t)
{
	g_object_unref(t->layout);
	t->layout = NULL;
}

struct source { const unsigned char *bytes; size_t n; };

static cairo_status_t
png_read(void *arg, unsigned char *to, unsigned n)
{
	struct source *s = arg;

	if (s->n < n)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, s->bytes, n);
	s->bytes += n;
	s->n -= n;
	return CAIRO_STATUS_SUCCESS;
}

static long
big(const unsigned char *b, int n)
{
	long v = 0;

	while (n-- > 0)
		v = v << 8 | *b++;
	return v;
}

static cairo_surface_t *
png_open(const unsigned char *bytes, size_t n)
{
	struct source s = { bytes, n };

	if (n < 24 || memcmp(bytes, "\x89PNG", 4) != 0 ||
	    big(bytes + 16, 4) > 20000 || big(bytes + 20, 4) > 20000 ||
	    big(bytes + 16, 4) * big(bytes + 20, 4) > PRESS_PIXELS_MAX)
		return NULL;
	return cairo_image_surface_create_from_png_stream(png_read, &s);
}

/* Width and height from the frame header. */
static bool
jpeg_size(const unsigned char *b, size_t n, int *width, int *height)
{
	size_t at = 2;

	if (n < 4 || b[0] != 0xFF || b[1] != 0xD8)
		return false;
	while (at + 9 < n && b[at] == 0xFF) {
		int kind = b[at + 1];

		if (kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 &&
		    kind != 0xC8 && kind != 0xCC) {
			*height = (int)big(b + at + 5, 2);
			*width = (int)big(b + at + 7, 2);
			return *width > 0 && *height > 0;
		}
		at += 2 + (size_t)big(b + at + 2, 2);
	}
	return false;
}

/* Its bytes go into the file as they are; the pixels stay untouched. */
static cairo_surface_t *
jpeg_open(const unsigned char *bytes, size_t n)
{
	int width, height;
	cairo_surface_t *s;

	if (!jpeg_size(bytes, n, &width, &height) ||
	    (long)width * height > PRESS_PIXELS_MAX)
		return NULL;
	s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
	cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, bytes, n, NULL,
	    NULL);
	return s;
}

/* No larger than there is room. */
static void
picture_fit(struct press_picture *i, double width, double height)
{
	double scale = fmin(1, fmin(width / i->width, height / i->height));

	i->width *= scale;
	i->height *= scale;
}

struct press_picture
press_picture(struct press *p, const char *name, double width, double height)
{
	struct press_picture i = { .width = 120, .height = 60 };
	const void *bytes;
	size_t n;

	if (p->pictures.get(p->pictures.arg, name, &bytes, &n) &&
	    (i.image = png_open(bytes, n)) == NULL &&
	    (i.image = jpeg_open(bytes, n)) == NULL)
		i.image = press_gif(bytes, n);
	if (i.image != NULL && cairo_surface_status(i.image) !=
	    CAIRO_STATUS_SUCCESS) {
		cairo_surface_destroy(i.image);
		i.image = NULL;
	}
	if (i.image != NULL) {
		i.width = cairo_image_surface_get_width(i.image) * POINTS;
		i.height = cairo_image_surface_get_height(i.image) * POINTS;
	}
	picture_fit(&i, width, height);
	return i;
}

/* An empty frame stands for one that cannot be shown. */
void
press_picture_draw(struct press *p, struct press_picture *i, double x,
    double y)
{
	cairo_save(p->c);
	cairo_translate(p->c, x, y);
	if (i->image == NULL) {
		cairo_set_line_width(p->c, 0.5);
		cairo_rectangle(p->c, 0, 0, i->width, i->height);
		cairo_stroke(p->c);
	} else {
		cairo_scale(p->c, i->width /
		    cairo_image_surface_get_width(i->image), i->height /
		    cairo_image_surface_get_height(i->image));
		cairo_set_source_surface(p->c, i->image, 0, 0);
		cairo_paint(p->c);
		cairo_surface_destroy(i->image);
	}
	cairo_restore(p->c);
}

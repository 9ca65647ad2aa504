/* pdf.c - the only file that knows cairo and FreeType. */
#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/log.h"
#include "base/text.h"
#include "portal/pdf.h"

#define WIDTH	595.0		/* points, of A4 */
#define HEIGHT	842.0
#define LEFT	62.0
#define RIGHT	533.0
#define TOP	62.0
#define BOTTOM	782.0
#define VALUE	150.0		/* where the values of rows begin */
#define QR_SIDE	96.0
#define LEADING	1.6

struct pdf {
	cairo_font_face_t *font;
	cairo_surface_t *surface;
	cairo_t *c;
	double y;		/* of the line written last */
	struct buf bytes;
	struct arena *m;
};

bool
pdf_can(const char *font)
{
	return access(font, R_OK) == 0;
}

static cairo_status_t
keep(void *to, const unsigned char *bytes, unsigned n)
{
	buf_put(to, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

static void
drop(struct pdf *p)
{
	if (p->c != NULL)
		cairo_destroy(p->c);
	if (p->surface != NULL)
		cairo_surface_destroy(p->surface);
	if (p->font != NULL)
		cairo_font_face_destroy(p->font);
}

static cairo_user_data_key_t face_key;

static void
face_done(void *face)
{
	FT_Library library = ((FT_Face)face)->generic.data;

	FT_Done_Face(face);
	FT_Done_FreeType(library);
}

/* cairo ends face and library when it needs them no more. */
static bool
font_load(struct pdf *p, const char *path)
{
	FT_Library library;
	FT_Face face;

	if (FT_Init_FreeType(&library) != 0)
		return false;
	if (FT_New_Face(library, path, 0, &face) != 0) {
		FT_Done_FreeType(library);
		return false;
	}
	face->generic.data = library;
	p->font = cairo_ft_font_face_create_for_ft_face(face, 0);
	if (cairo_font_face_set_user_data(p->font, &face_key, face,
	    face_done) == CAIRO_STATUS_SUCCESS)
		return true;
	face_done(face);
	return false;
}

struct pdf *
pdf_open(const char *font, const char *title, struct arena *m)
{
	struct pdf *p = arena_calloc(m, 1, sizeof(*p));

	p->m = m;
	p->y = TOP;
	p->bytes = buf_new(m);
	if (!pdf_can(font) || !font_load(p, font)) {
		log_fail("%s cannot be used as a font", font);
		drop(p);
		return NULL;
	}
	p->surface = cairo_pdf_surface_create_for_stream(keep, &p->bytes,
	    WIDTH, HEIGHT);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE,
	    title);
	p->c = cairo_create(p->surface);
	cairo_set_font_face(p->c, p->font);
	return p;
}

static double
width(struct pdf *p, const char *s, size_t n)
{
	cairo_text_extents_t e;

	cairo_text_extents(p->c, arena_strndup(p->m, s, n), &e);
	return e.x_advance;
}

/* How many of the n bytes fit into so many points, at least one character. */
static size_t
fitting(struct pdf *p, const char *s, size_t n, double room)
{
	const char *at = s, *next = s;

	while (next < s + n) {
		(void)text_next(&next);
		if (at > s && width(p, s, (size_t)(next - s)) > room)
			break;
		at = next;
	}
	return (size_t)(at - s);
}

static void
put_line(struct pdf *p, double x, const char *s)
{
	cairo_move_to(p->c, x, p->y);
	cairo_show_text(p->c, s);
}

static void
down(struct pdf *p, double size)
{
	p->y += size * LEADING;
	if (p->y > BOTTOM) {
		cairo_show_page(p->c);
		p->y = TOP;
	}
	cairo_set_font_size(p->c, size);
}

/* From x to the right edge, beginning on the next line. */
static void
flow(struct pdf *p, double x, double size, const char *s)
{
	size_t line, n;

	for (; *s != '\0'; s += *s == '\n')
		for (line = strcspn(s, "\n"); line > 0; s += n, line -= n) {
			down(p, size);
			n = fitting(p, s, line, RIGHT - x);
			put_line(p, x, arena_strndup(p->m, s, n));
		}
}

void
pdf_gap(struct pdf *p, int points)
{
	p->y += points;
}

void
pdf_text(struct pdf *p, int size, const char *text)
{
	flow(p, LEFT, size, text);
}

void
pdf_row(struct pdf *p, const char *label, const char *value)
{
	const double size = 11;

	if (*value == '\0')
		return;
	p->y += 4;
	down(p, size);
	put_line(p, LEFT, label);
	p->y -= size * LEADING;
	flow(p, VALUE, size, value);
}

void
pdf_line(struct pdf *p)
{
	p->y += 14;
	cairo_set_line_width(p->c, 0.6);
	cairo_move_to(p->c, LEFT, p->y);
	cairo_line_to(p->c, RIGHT, p->y);
	cairo_stroke(p->c);
	p->y += 4;
}

void
pdf_qr(struct pdf *p, const struct qr *qr)
{
	double side = qr->size == 0 ? 0 : QR_SIDE / qr->size;

	for (int k = 0; k < qr->size * qr->size; k++)
		if (qr->dark[k])
			cairo_rectangle(p->c, RIGHT - QR_SIDE +
			    k % qr->size * side, TOP - 12 +
			    k / qr->size * side, side, side);
	cairo_fill(p->c);
}

bool
pdf_close(struct pdf *p, void **bytes, size_t *n)
{
	bool good;

	cairo_surface_finish(p->surface);
	good = cairo_status(p->c) == CAIRO_STATUS_SUCCESS &&
	    cairo_surface_status(p->surface) == CAIRO_STATUS_SUCCESS;
	if (!good)
		log_fail("cairo: %s", cairo_status_to_string(
		    cairo_surface_status(p->surface)));
	drop(p);
	*bytes = p->bytes.s;
	*n = p->bytes.n;
	return good;
}

/* drawing.c - pictures and text boxes inside drawings. */
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "richtext/filetype.h"
#include "richtext/raster.h"
#include "richtext/reader.h"

#define EMU_PIXEL 9525
#define CAPTION_MAX 500	/* bytes, about */

static const char *
suffix_of(const char *type)
{
	if (strcmp(type, "image/png") == 0)
		return "png";
	return strcmp(type, "image/jpeg") == 0 ? "jpg" : "gif";
}

/* Each content once. */
static struct picture *
picture_keep(struct reader *rd, const void *data, size_t n)
{
	struct picture *p, **at;
	const char *type;
	char *sha;
	int w, h;

	if ((type = filetype_image(data, n, &w, &h)) == NULL)
		return NULL;
	sha = secret_sha256(rd->mem, data, n);
	for (at = &rd->pictures; *at != NULL; at = &(*at)->next)
		if (strcmp((*at)->sha256, sha) == 0)
			return *at;
	p = arena_alloc(rd->mem, sizeof *p);
	p->data = arena_memdup(rd->mem, data, n);
	p->n = n;
	p->type = type;
	p->suffix = suffix_of(type);
	p->sha256 = sha;
	return *at = p;
}

/* What a drawing says about all that is in it. */
struct frame {
	int width, height;	/* pixels */
	const char *alt;
	struct raster_crop crop;
};

/* A picture that no browser shows becomes one, or a box in its place. */
static struct picture *
picture_of(struct reader *rd, const char *id, const struct frame *f)
{
	const struct rel *rel = rels_find(rd->rels, id);
	const struct part *part;
	struct picture *p;
	const void *data;
	size_t n;

	if (rel == NULL || rel->external ||
	    (part = package_part(rd->package, rel->target)) == NULL)
		return NULL;
	if (raster_png(part->data, part->n, &f->crop, &data, &n, rd->mem))
		return picture_keep(rd, data, n);
	if ((p = picture_keep(rd, part->data, part->n)) != NULL)
		return p;
	rd->told->pictures_dropped++;
	data = raster_missing(&n);
	return picture_keep(rd, data, n);
}

static int
css_pixels(const char *style, const char *name)
{
	const char *s;
	size_t n = strlen(name);
	double v;
	char *unit;

	for (s = style; (s = strstr(s, name)) != NULL; s += n) {
		if ((s > style && s[-1] != ';' && s[-1] != ' ') ||
		    s[n] != ':')
			continue;
		v = strtod(s + n + 1, &unit);
		if (strncmp(unit, "pt", 2) == 0)
			v = v * 4 / 3;
		else if (strncmp(unit, "in", 2) == 0)
			v *= 96;
		else if (strncmp(unit, "cm", 2) == 0)
			v *= 96 / 2.54;
		else if (strncmp(unit, "mm", 2) == 0)
			v *= 9.6 / 2.54;
		return v > 0 && v < 10000 ? (int)(v + 0.5) : 0;
	}
	return 0;
}

static int
pixels(const char *emu)
{
	int v;

	return xml_int(emu, &v) && v > 0 ? (v + EMU_PIXEL / 2) / EMU_PIXEL
	    : 0;
}

static void
crop_read(struct raster_crop *c, const struct node *n)
{
	xml_int(xml_attr(n, "l"), &c->left);
	xml_int(xml_attr(n, "t"), &c->top);
	xml_int(xml_attr(n, "r"), &c->right);
	xml_int(xml_attr(n, "b"), &c->bottom);
}

static void
frame_read(struct frame *f, const struct node *n)
{
	const char *v;

	switch (n->tag) {
	case wp_extent:
		f->width = pixels(xml_attr(n, "cx"));
		f->height = pixels(xml_attr(n, "cy"));
		break;
	case wp_docPr:
		if ((v = xml_attr(n, "descr")) != NULL)
			f->alt = v;
		break;
	case v_shape:
	case v_rect:
		if ((v = xml_attr(n, "style")) != NULL) {
			f->width = css_pixels(v, "width");
			f->height = css_pixels(v, "height");
		}
		if ((v = xml_attr(n, "alt")) != NULL)
			f->alt = v;
		break;
	default:
		break;
	}
}

/* A width or height that the sanitizer lets through. */
static short
side(int v)
{
	return (short)(v > 4096 ? 4096 : v);
}

static void
picture_add(struct reader *rd, struct line *l, const char *id,
    const struct frame *f)
{
	struct picture *p = picture_of(rd, id, f);
	struct seg *s;

	if (p == NULL) {
		rd->told->pictures_dropped++;
		return;
	}
	if (field_hides(rd))
		return;
	s = seg_add(rd, l, SEG_PICTURE, NULL);
	s->picture = p;
	s->text = f->alt != NULL ? arena_strdup(rd->mem, f->alt) : "";
	if (f->width > 0 && f->height > 0) {
		s->width = side(f->width);
		s->height = side(f->height);
	}
}

/* The paragraphs of all that stands in elements of one kind, as one line. */
static void
texts_put(struct buf *b, const struct node *n, enum xml_tag in, bool inside)
{
	for (n = n->children; n != NULL && b->n < CAPTION_MAX; n = n->next) {
		if (inside && n->tag == a_t)
			buf_puts(b, n->text);
		else if (n->tag == a_p && b->n > 0 && b->s[b->n - 1] != ' ')
			buf_putc(b, ' ');
		texts_put(b, n, in, inside || n->tag == in);
	}
}

/* What a chart is called, what stands in a diagram. */
static const char *
caption_of(struct reader *rd, const char *id, enum xml_tag in)
{
	const struct rel *rel = rels_find(rd->rels, id);
	const struct part *part = rel == NULL || rel->external ? NULL
	    : package_part(rd->package, rel->target);
	struct buf b = buf_new(rd->mem);
	struct xml *x;

	if (part == NULL || xml_parse(part->data, part->n, &x) != RC_OK)
		return "";
	texts_put(&b, xml_root(x), in, false);
	xml_free(x);
	return b.s;
}

/* A chart or a diagram is drawn by nobody but Word: a box in its place, so
 * that it is seen where something is missing. */
static void
missing_add(struct reader *rd, struct line *l, const struct node *n,
    const struct frame *f)
{
	const char *caption = f->alt;
	struct seg *s;
	const void *data;
	size_t size;

	rd->told->pictures_dropped++;
	if (field_hides(rd))
		return;
	if (caption == NULL || *caption == '\0')
		caption = n->tag == c_chart
		    ? caption_of(rd, xml_rel(n, "id"), c_title)
		    : caption_of(rd, xml_rel(n, "dm"), dgm_pt);
	data = raster_missing(&size);
	s = seg_add(rd, l, SEG_PICTURE, NULL);
	s->picture = picture_keep(rd, data, size);
	s->text = arena_strdup(rd->mem, caption);
	s->width = side(f->width);
	s->height = side(f->height);
}

/* Beside the text: a box, letters drawn, a line across the page. */
static bool
is_aside(const struct node *n)
{
	const char *line = n->tag == v_rect ? xml_attr(n, "hr") : NULL;

	return n->tag == w_txbxContent ||
	    (n->tag == v_textpath && xml_attr(n, "string") != NULL) ||
	    (line != NULL && (line[0] == 't' || line[0] == '1'));
}

static void
drawing_walk(struct reader *rd, struct line *l, const struct node *parent,
    struct frame f)
{
	const struct node *n;

	/* The crop stands after the picture, beside it. */
	if ((n = xml_child(parent, a_srcRect)) != NULL)
		crop_read(&f.crop, n);
	for (n = parent != NULL ? parent->children : NULL; n != NULL;
	    n = n->next) {
		frame_read(&f, n);
		if (is_aside(n)) {
			aside_add(rd, l, n);
		} else if (n->tag == c_chart || n->tag == dgm_relIds) {
			missing_add(rd, l, n, &f);
		} else if (n->tag == mc_AlternateContent) {
			drawing_walk(rd, l, xml_choose(n), f);
		} else if (n->tag == a_blip) {
			picture_add(rd, l, xml_rel(n, "embed"), &f);
		} else if (n->tag == v_imagedata) {
			picture_add(rd, l, xml_rel(n, "id"), &f);
		} else {
			drawing_walk(rd, l, n, f);
		}
	}
}

void
drawing_read(struct reader *rd, struct line *l, const struct node *n)
{
	struct frame f = { 0 };

	drawing_walk(rd, l, n, f);
}

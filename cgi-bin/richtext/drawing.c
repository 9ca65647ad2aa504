/* drawing.c - pictures and text boxes inside drawings. */
#include <stdlib.h>
#include <string.h>

#include "base/secret.h"
#include "richtext/filetype.h"
#include "richtext/reader.h"

#define EMU_PIXEL 9525

static const char *
suffix_of(const char *type)
{
	if (strcmp(type, "image/png") == 0)
		return "png";
	return strcmp(type, "image/jpeg") == 0 ? "jpg" : "gif";
}

/* The picture of that relationship, each content once; NULL: not shown. */
static struct picture *
picture_of(struct reader *rd, const char *id)
{
	const struct rel *rel = rels_find(rd->rels, id);
	const struct part *part;
	struct picture *p, **at;
	const char *type;
	char *sha;
	int w, h;

	if (rel == NULL || rel->external ||
	    (part = package_part(rd->package, rel->target)) == NULL ||
	    (type = filetype_image(part->data, part->n, &w, &h)) == NULL)
		return NULL;
	sha = secret_sha256(rd->mem, part->data, part->n);
	for (at = &rd->pictures; *at != NULL; at = &(*at)->next)
		if (strcmp((*at)->sha256, sha) == 0)
			return *at;
	p = arena_alloc(rd->mem, sizeof *p);
	p->data = arena_memdup(rd->mem, part->data, part->n);
	p->n = part->n;
	p->type = type;
	p->suffix = suffix_of(type);
	p->sha256 = sha;
	return *at = p;
}

/* What a drawing says about all that is in it. */
struct frame {
	int width, height;	/* pixels */
	const char *alt;
};

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
		return v > 0 && v < 10000 ? (int)(v + 0.5) : 0;
	}
	return 0;
}

static void
frame_read(struct frame *f, const xmlNode *n)
{
	const char *v;
	int emu;

	switch (xml_tag(n)) {
	case wp_extent:
		if (xml_int(xml_attr(n, "cx"), &emu))
			f->width = (emu + EMU_PIXEL / 2) / EMU_PIXEL;
		if (xml_int(xml_attr(n, "cy"), &emu))
			f->height = (emu + EMU_PIXEL / 2) / EMU_PIXEL;
		break;
	case wp_docPr:
		if ((v = xml_attr(n, "descr")) != NULL)
			f->alt = v;
		break;
	case v_shape:
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

static void
picture_add(struct reader *rd, struct line *l, const char *id,
    const struct frame *f)
{
	struct picture *p = picture_of(rd, id);
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
	if (f->width > 0 && f->height > 0 && f->width <= 4096 &&
	    f->height <= 4096) {
		s->width = f->width;
		s->height = f->height;
	}
}

static void
drawing_walk(struct reader *rd, struct line *l, const xmlNode *parent,
    struct frame f)
{
	const xmlNode *n;

	for (n = parent != NULL ? parent->children : NULL; n != NULL;
	    n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		frame_read(&f, n);
		if (xml_tag(n) == w_txbxContent) {
			if (l->n_box < 32)
				l->box[l->n_box++] = n;
		} else if (xml_tag(n) == mc_AlternateContent) {
			drawing_walk(rd, l, xml_choose(n), f);
		} else if (xml_tag(n) == a_blip) {
			picture_add(rd, l, xml_rel(n, "embed"), &f);
		} else if (xml_tag(n) == v_imagedata) {
			picture_add(rd, l, xml_rel(n, "id"), &f);
		} else {
			drawing_walk(rd, l, n, f);
		}
	}
}

void
drawing_read(struct reader *rd, struct line *l, const xmlNode *n)
{
	struct frame f = { 0 };

	drawing_walk(rd, l, n, f);
}

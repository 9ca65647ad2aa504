/* write_inline.c - segments: links, classes, bold and the rest. */
#include <string.h>

#include "base/text.h"
#include "richtext/attribute.h"
#include "richtext/writer.h"

void
write_classes(struct buf *b, look_set look)
{
	const char *before = " class=\"";
	int k;

	for (k = 0; k < LOOK__MAX; k++) {
		if (!(look & LOOK(k)))
			continue;
		buf_puts(b, before);
		buf_puts(b, look_name(k));
		before = " ";
	}
	if (look != 0)
		buf_putc(b, '"');
}

look_set
write_size(const struct writer *w, int half_points)
{
	return look_of_size(half_points * 160 / w->base);
}

/* Elements that a face asks for, in the order they are opened. */
static const char *const names[] = {
	"strong", "em", "u", "s", "mark", "sup", "sub"
};

static unsigned
face_bits(const struct face *f, const struct setting *around)
{
	return (unsigned)(f->bold && !around->bold) | f->italic * 2u |
	    f->underline * 4u | f->strike * 8u | f->mark * 16u |
	    (f->vert > 0) * 32u | (f->vert < 0) * 64u;
}

static look_set
face_look(const struct writer *w, const struct face *f,
    const struct setting *around, bool red)
{
	look_set look = f->red && !red ? LOOK(LOOK_RED) : 0;

	if (f->font != FONT_NONE && f->font != around->font)
		look |= look_of_font(f->font);
	if (f->vert == 0 && f->size > 0 &&
	    look_size(write_size(w, f->size)) != around->size)
		look |= write_size(w, f->size);
	return look;
}

/* Spaces that HTML would swallow become no-break spaces. */
static void
put_text(struct buf *b, const char *s, bool keep, bool *space)
{
	size_t n;

	while (*s != '\0') {
		if (*s == ' ') {
			buf_puts(b, *space || keep ? "\u00a0" : " ");
			*space = true;
			s++;
			continue;
		}
		n = strcspn(s, " ");
		buf_put_escaped(b, s, n);
		*space = false;
		s += n;
	}
}

static bool
same_face(const struct seg *a, const struct seg *b, look_set look_a,
    look_set look_b, const struct setting *around)
{
	return look_a == look_b &&
	    face_bits(&a->face, around) == face_bits(&b->face, around);
}

static void
put_picture(struct buf *b, const struct seg *s)
{
	buf_printf(b, "<img src=\"/image/%s.%s\" alt=\"", s->picture->sha256,
	    s->picture->suffix);
	buf_put_escaped(b, s->text, strlen(s->text));
	buf_puts(b, "\"");
	if (s->width > 0)
		buf_printf(b, " width=\"%d\" height=\"%d\"", s->width,
		    s->height);
	buf_puts(b, ">");
}

static void
put_ruby(struct buf *b, const struct seg *s)
{
	buf_puts(b, "<ruby>");
	buf_put_escaped(b, s->text, strlen(s->text));
	buf_puts(b, "<rp>（</rp><rt>");
	buf_put_escaped(b, s->ruby, strlen(s->ruby));
	buf_puts(b, "</rt><rp>）</rp></ruby>");
}

static void
put_seg(struct writer *w, const struct seg *s, bool *space)
{
	struct buf *b = &w->out;

	switch (s->kind) {
	case SEG_TEXT:
		put_text(b, s->text, s->face.underline, space);
		return;
	case SEG_BREAK:
		buf_puts(b, "<br>");
		*space = true;
		return;
	case SEG_PICTURE:
		put_picture(b, s);
		break;
	case SEG_NOTE:
		buf_printf(b, "<span id=\"w-fnr%d\"></span><sup>"
		    "<a href=\"#w-fn%d\">[%d]</a></sup>", s->number,
		    s->number, s->number);
		break;
	case SEG_ANCHOR:
		buf_printf(b, "<span id=\"w-b%d\"></span>", s->number);
		return;
	case SEG_RUBY:
		put_ruby(b, s);
		break;
	}
	*space = false;
}

/* From s on, all that looks the same within one link. */
static const struct seg *
put_alike(struct writer *w, const struct seg *s, const struct setting *around,
    bool red, bool *space)
{
	const struct seg *first = s;
	look_set look = face_look(w, &s->face, around, red);
	unsigned bits = face_bits(&s->face, around);
	int k;

	if (s->kind != SEG_TEXT && s->kind != SEG_RUBY) {
		put_seg(w, s, space);
		return s->next;
	}
	if (look != 0) {
		buf_puts(&w->out, "<span");
		write_classes(&w->out, look);
		buf_puts(&w->out, ">");
	}
	for (k = 0; k < 7; k++)
		if (bits & 1u << k)
			buf_printf(&w->out, "<%s>", names[k]);
	do {
		put_seg(w, s, space);
		s = s->next;
	} while (s != NULL && s->link == first->link &&
	    (s->kind == SEG_BREAK || s->kind == SEG_ANCHOR ||
	    ((s->kind == SEG_TEXT || s->kind == SEG_RUBY) &&
	    same_face(first, s, look, face_look(w, &s->face, around, red),
	    around))));
	for (k = 6; k >= 0; k--)
		if (bits & 1u << k)
			buf_printf(&w->out, "</%s>", names[k]);
	if (look != 0)
		buf_puts(&w->out, "</span>");
	return s;
}

void
write_inline(struct writer *w, const struct para *p,
    const struct setting *around, bool red)
{
	const struct seg *s = p->first;
	bool space = true;
	const char *href;
	int link;

	while (s != NULL) {
		link = s->link;
		href = s->href != NULL ? attribute_href(s->href, w->mem)
		    : NULL;
		if (href != NULL) {
			buf_puts(&w->out, "<a href=\"");
			buf_put_escaped(&w->out, href, strlen(href));
			buf_puts(&w->out, "\">");
		}
		while (s != NULL && s->link == link)
			s = put_alike(w, s, around, red, &space);
		if (href != NULL)
			buf_puts(&w->out, "</a>");
	}
}

/* write_inline.c - segments: links, classes, bold and the rest. */
#include <string.h>

#include "base/text.h"
#include "richtext/attribute.h"
#include "richtext/writer.h"

void
write_classes(struct buf *b, const struct look *look)
{
	const char *before = " class=\"";
	int k;

	for (k = 0; k < LOOK__MAX; k++) {
		if (look->v[k] == 0)
			continue;
		buf_puts(b, before);
		buf_puts(b, look_name((enum look_family)k, look->v[k]));
		before = " ";
	}
	if (*before == ' ' && before[1] == '\0')
		buf_putc(b, '"');
}

/* Black and almost black is the page's own ink, which changes with the
 * reader's settings. */
int
write_color(color c)
{
	unsigned r = c >> 16 & 255, g = c >> 8 & 255, b = c & 255;

	if (c == 0 || (r <= 0x40 && g <= 0x40 && b <= 0x40))
		return 0;
	return look_of_color(c & 0xffffff);
}

int
write_back(color c)
{
	int white = look_of_back(0xffffff), v;

	if (c == 0)
		return 0;
	v = look_of_back(c & 0xffffff);
	return v == white ? 0 : v;
}

#define YELLOW (COLOR_SET | 0xffff00)

/* Elements that a face asks for, in the order they are opened. */
static const char *const names[] = {
	"strong", "em", "u", "s", "mark", "sup", "sub"
};

static unsigned
face_bits(const struct seg *s, const struct setting *around)
{
	const struct face *f = &s->face;
	bool link = s->href != NULL || s->anchor != NULL;

	return (unsigned)(f->bold && !around->bold) | f->italic * 2u |
	    (f->underline && !link) * 4u | f->strike * 8u |
	    (f->back == YELLOW) * 16u | (f->vert > 0) * 32u |
	    (f->vert < 0) * 64u;
}

/* The blue of links is the page's own. */
static bool
is_link_blue(color c)
{
	return c == (COLOR_SET | 0x0000ff) || c == (COLOR_SET | 0x0563c1) ||
	    c == (COLOR_SET | 0x0000ee);
}

static struct look
face_look(struct writer *w, const struct seg *s, const struct setting *around)
{
	const struct face *f = &s->face;
	bool link = s->href != NULL || s->anchor != NULL;
	struct look l = { 0 };
	int size;

	if (f->color != around->color && !(link && is_link_blue(f->color)))
		l.v[LOOK_COLOR] = (uint16_t)write_color(f->color);
	/* White is a ground of its own where the cell or box has another. */
	if (f->back != 0 && f->back != YELLOW)
		l.v[LOOK_BACK] = (uint16_t)look_of_back(f->back & 0xffffff);
	l.v[LOOK_MARKS] = f->marks;
	l.v[LOOK_LINE] = link ? 0 : f->line;
	l.v[LOOK_CAPS] = f->caps;
	l.v[LOOK_RAISE] = f->raise;
	l.v[LOOK_TWIN] = f->twin != 0;
	if (f->font != FONT_NONE && f->font != (unsigned)around->font)
		l.v[LOOK_FONT] = f->font;
	if (f->vert == 0 && f->size > 0) {
		size = write_size(w, f->size);
		if (look_size(size) != around->size)
			l.v[LOOK_SIZE] = (uint16_t)size;
	}
	return l;
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

/* Where something points to; numbered as they are written. */
static int
anchor_number(struct writer *w, struct anchor *a)
{
	if (!a->there || !a->pointed)
		return 0;
	if (a->number == 0)
		a->number = ++w->anchors;
	return a->number;
}

static void
put_seg(struct writer *w, const struct seg *s, bool *space)
{
	struct buf *b = &w->out;
	int n;

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
		    "<a href=\"#w-fn%d\">[%d]</a></sup>", s->note, s->note,
		    s->note);
		break;
	case SEG_ANCHOR:
		if ((n = anchor_number(w, s->anchor)) > 0)
			buf_printf(b, "<span id=\"w-b%d\"></span>", n);
		return;
	case SEG_RUBY:
		put_ruby(b, s);
		break;
	case SEG_MATH:
		buf_puts(b, s->text);
		break;
	}
	*space = false;
}

static bool
has_face(const struct seg *s)
{
	return s->kind == SEG_TEXT || s->kind == SEG_RUBY;
}

/* Only spaces: how they look is not seen, unless they have a line or ground. */
static bool
is_plain_space(const struct seg *s)
{
	return s->kind == SEG_TEXT && !s->face.underline && !s->face.strike &&
	    s->face.back == 0 && s->text[strspn(s->text, " ")] == '\0';
}

static bool
goes_along(struct writer *w, const struct seg *s, const struct look *look,
    unsigned bits, const struct setting *around)
{
	struct look l;

	if (s->kind == SEG_BREAK || s->kind == SEG_ANCHOR)
		return true;
	if (!has_face(s))
		return false;
	if (is_plain_space(s) && (bits & (4 | 8 | 16)) == 0 &&
	    look->v[LOOK_BACK] == 0)
		return true;
	l = face_look(w, s, around);
	return face_bits(s, around) == bits && look_same(&l, look);
}

/* From s on, all that looks the same within one link. */
static const struct seg *
put_alike(struct writer *w, const struct seg *s, const struct setting *around,
    bool *space)
{
	int link = s->link, twin = s->face.twin, k;
	struct look look;
	unsigned bits;

	if (!has_face(s)) {
		put_seg(w, s, space);
		return s->next;
	}
	look = face_look(w, s, around);
	bits = face_bits(s, around);
	if (!look_none(&look)) {
		buf_puts(&w->out, "<span");
		write_classes(&w->out, &look);
		buf_puts(&w->out, ">");
	}
	for (k = 0; k < 7; k++)
		if (bits & 1u << k)
			buf_printf(&w->out, "<%s>", names[k]);
	do {
		put_seg(w, s, space);
		s = s->next;
	} while (s != NULL && s->link == link && (twin == 0 ||
	    s->face.twin == twin) && goes_along(w, s, &look, bits, around));
	for (k = 6; k >= 0; k--)
		if (bits & 1u << k)
			buf_printf(&w->out, "</%s>", names[k]);
	if (!look_none(&look))
		buf_puts(&w->out, "</span>");
	return s;
}

static const char *
href_of(struct writer *w, const struct seg *s)
{
	int n;

	if (s->href != NULL)
		return attribute_href(s->href, w->mem);
	if (s->anchor == NULL)
		return NULL;
	/* A bookmark that is not there: the start of the document (17.16.22). */
	if ((n = anchor_number(w, s->anchor)) == 0)
		return "#w-top";
	return arena_printf(w->mem, "#w-b%d", n);
}

void
write_inline(struct writer *w, const struct para *p,
    const struct setting *around)
{
	const struct seg *s = p->first;
	bool space = true;
	const char *href;
	int link;

	if (w->top)
		buf_puts(&w->out, "<span id=\"w-top\"></span>");
	w->top = false;
	while (s != NULL) {
		/* a bookmark that a link begins with stands before it */
		if (s->kind == SEG_ANCHOR) {
			put_seg(w, s, &space);
			s = s->next;
			continue;
		}
		link = s->link;
		href = href_of(w, s);
		if (href != NULL) {
			buf_puts(&w->out, "<a href=\"");
			buf_put_escaped(&w->out, href, strlen(href));
			buf_puts(&w->out, "\">");
		}
		while (s != NULL && s->link == link)
			s = put_alike(w, s, around, &space);
		if (href != NULL)
			buf_puts(&w->out, "</a>");
	}
}

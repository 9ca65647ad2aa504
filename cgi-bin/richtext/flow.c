/* flow.c - see flow.h. */
#include <stdlib.h>
#include <string.h>

#include "richtext/attribute.h"
#include "richtext/flow_part.h"
#include "richtext/ordinal.h"

#define SIGN_RIGHT 8		/* half characters, where the text says none */

const char *
flow_font(enum look_font f)
{
#define SERIF "Noto Serif CJK SC,Source Han Serif SC,AR PL UMing CN,serif"
#define PLAIN "Noto Sans CJK SC,Source Han Sans SC,WenQuanYi Micro Hei," \
	"sans-serif"
	static const char *const names[FONT__MAX] = {
		[FONT_NONE] = "FangSong_GB2312,FangSong,STFangsong," SERIF,
		[FONT_FANG] = "FangSong_GB2312,FangSong,STFangsong," SERIF,
		[FONT_SONG] = "SimSun,STSong," SERIF,
		[FONT_XBS] = "FZXiaoBiaoSong-B05S,SimSun,STSong," SERIF,
		[FONT_HEI] = "SimHei,STHeiti," PLAIN,
		[FONT_KAI] = "KaiTi_GB2312,KaiTi,STKaiti,AR PL UKai CN,"
		    SERIF,
		[FONT_LI] = "LiSu,STLiti," SERIF,
	};
#undef SERIF
#undef PLAIN

	return names[f];
}

const char *
flow_attribute(const GumboElement *e, const char *name)
{
	GumboAttribute *a = gumbo_get_attribute(&e->attributes, name);

	return a != NULL ? a->value : "";
}

struct flow_block *
flow_add(struct flow_maker *f)
{
	struct flow_block *v;

	if (f->out.n == f->cap) {
		f->cap = f->cap == 0 ? 16 : 2 * f->cap;
		v = arena_calloc(f->m, (size_t)f->cap, sizeof(*v));
		if (f->out.n > 0)
			memcpy(v, f->out.v, (size_t)f->out.n * sizeof(*v));
		f->out.v = v;
	}
	return &f->out.v[f->out.n++];
}

void
flow_end(struct flow_maker *f)
{
	if (f->open) {
		f->now.markup = f->markup.n > 0 ? f->markup.s : "";
		f->now.plain = f->plain.n > 0 ? f->plain.s : "";
		*flow_add(f) = f->now;
	}
	f->open = false;
}

static void
begin(struct flow_maker *f)
{
	if (f->open)
		return;
	f->markup = buf_new(f->m);
	f->plain = buf_new(f->m);
	f->open = true;
	if (f->mark != NULL) {
		buf_put_escaped(&f->markup, f->mark, strlen(f->mark));
		f->mark = NULL;
	}
}

/* "ti-1h" is three halves. */
static int
halves(enum look_family family, int value)
{
	const char *name, *s;
	int n;

	if (value == 0)
		return 0;
	name = look_name(family, value);
	s = strchr(name, '-') + 1;
	n = 2 * (int)strtol(s, NULL, 10) + (s[strlen(s) - 1] == 'h');
	return *name == 'h' ? -n : n;
}

static const char *
ink(const struct look *l, enum look_family family, const int *level,
    struct arena *m)
{
	const char *name;

	if (l->v[family] == 0)
		return "";
	name = look_name(family, l->v[family]);
	if (strcmp(name, "red") == 0)
		return "#b01e23";
	name = strchr(name, '-') + 1;
	return arena_printf(m, "#%02x%02x%02x", level[name[0] - '0'],
	    level[name[1] - '0'], level[name[2] - '0']);
}

static void
put_colors(struct buf *b, const struct look *l)
{
	static const int text[] = { 0, 36, 73, 112, 146, 182, 219, 255 };
	static const int ground[] = { 0, 64, 128, 176, 208, 226, 242, 255 };
	const char *color = ink(l, LOOK_COLOR, text, b->mem);

	if (*color != '\0')
		buf_printf(b, " foreground=\"%s\"", color);
	color = ink(l, LOOK_BACK, ground, b->mem);
	if (*color != '\0')
		buf_printf(b, " background=\"%s\"", color);
}

static void
put_face(struct buf *b, const struct flow_face *f)
{
	int line = f->look.v[LOOK_LINE], size = f->look.v[LOOK_SIZE];

	if (f->look.v[LOOK_FONT] != 0)
		buf_printf(b, " font_family=\"%s\"",
		    flow_font((enum look_font)f->look.v[LOOK_FONT]));
	if (size != 0)
		buf_printf(b, " size=\"%d\"", look_size(size) * 512);
	put_colors(b, &f->look);
	if (f->bold)
		buf_puts(b, " weight=\"bold\"");
	if (f->italic)
		buf_puts(b, " style=\"italic\"");
	if (f->under)
		buf_printf(b, " underline=\"%s\"", line == LOOK_U_DOUBLE ?
		    "double" : line == LOOK_U_WAVE ? "error" : "single");
	if (f->strike)
		buf_puts(b, " strikethrough=\"true\"");
	if (f->look.v[LOOK_RAISE] != 0)
		buf_printf(b, " rise=\"%d\"",
		    look_raise(f->look.v[LOOK_RAISE]) * 512);
	if (f->vert != 0)
		buf_printf(b, " font_scale=\"%s\" baseline_shift=\"%s\"",
		    f->vert > 0 ? "superscript" : "subscript",
		    f->vert > 0 ? "superscript" : "subscript");
}

/* Spaces and ends of lines in the source are one space. */
static const char *
one_space(const char *s, struct arena *m)
{
	struct buf b = buf_new(m);
	size_t n;

	while (*s != '\0') {
		n = strcspn(s, " \t\r\n");
		buf_put(&b, s, n);
		s += n;
		if ((n = strspn(s, " \t\r\n")) > 0)
			buf_putc(&b, ' ');
		s += n;
	}
	return b.n > 0 ? b.s : "";
}

static void
put_text(struct flow_maker *f, const char *source, const struct flow_face *face)
{
	const char *s = one_space(source, f->m);

	if (!f->open || f->plain.n == 0)
		s += *s == ' ';
	if (*s == '\0')
		return;
	begin(f);
	buf_puts(&f->plain, s);
	buf_puts(&f->markup, "<span");
	put_face(&f->markup, face);
	buf_putc(&f->markup, '>');
	buf_put_escaped(&f->markup, s, strlen(s));
	buf_puts(&f->markup, "</span>");
}

static void
put_break(struct flow_maker *f)
{
	begin(f);
	/* U+2028: a new line of the same paragraph */
	buf_puts(&f->markup, "\xE2\x80\xA8");
	buf_putc(&f->plain, ' ');
}

static void
put_picture(struct flow_maker *f, const GumboElement *e)
{
	const char *name = attribute_image(flow_attribute(e, "src"));
	struct flow_block before = f->now;
	bool inside = f->open;

	if (name == NULL)
		return;
	flow_end(f);
	*flow_add(f) = (struct flow_block){ .kind = FLOW_PICTURE,
	    .picture = arena_strdup(f->m, name), .markup = "",
	    .plain = arena_strdup(f->m, flow_attribute(e, "alt")),
	    .align = before.align };
	f->now = before;
	f->now.first = inside ? 0 : before.first;
}

static struct flow_block
block_of(const GumboElement *e, const struct look *l)
{
	struct flow_block b = { .align = (enum look_align)l->v[LOOK_ALIGN],
	    .first = halves(LOOK_FIRST, l->v[LOOK_FIRST]),
	    .left = halves(LOOK_LEFT, l->v[LOOK_LEFT]),
	    .right = halves(LOOK_RIGHT, l->v[LOOK_RIGHT]),
	    .above = halves(LOOK_ABOVE, l->v[LOOK_ABOVE]),
	    .below = halves(LOOK_BELOW, l->v[LOOK_BELOW]),
	    .page = l->v[LOOK_PAGE] != 0 };
	int part = l->v[LOOK_PART];

	if (part == LOOK_GW_T || part == LOOK_GW_H)
		b.kind = FLOW_TITLE;
	else if (part == LOOK_SIGN)
		b.kind = FLOW_SIGN;
	else if (e->tag >= GUMBO_TAG_H1 && e->tag <= GUMBO_TAG_H6)
		b.kind = FLOW_HEADING;
	if (b.kind == FLOW_HEADING) {
		b.level = (int)(e->tag - GUMBO_TAG_H1) + 1;
		if (l->v[LOOK_FIRST] == 0 && b.align != LOOK_TA_C &&
		    b.align != LOOK_TA_R)
			b.first = 4;
	}
	if (part == LOOK_GW_N || b.kind == FLOW_TITLE)
		b.align = LOOK_TA_C;
	if (b.kind == FLOW_SIGN && b.right == 0)
		b.right = SIGN_RIGHT;
	return b;
}

/* 一、 in 黑体, （一） in 楷体, deeper ones bold; titles in 小标宋. */
static void
face_of(const struct flow_block *b, const GumboElement *e,
    struct flow_face *face)
{
	int font = b->kind == FLOW_TITLE ? FONT_XBS : e->tag ==
	    GUMBO_TAG_H2 ? FONT_HEI : e->tag == GUMBO_TAG_H3 ? FONT_KAI : 0;

	if (face->look.v[LOOK_FONT] == 0)
		face->look.v[LOOK_FONT] = (uint16_t)font;
	face->bold |= b->kind == FLOW_TITLE ||
	    (b->kind == FLOW_HEADING && b->level > 3);
}

static void
block(struct flow_maker *f, const GumboElement *e, struct flow_face face)
{
	struct look own = attribute_class(flow_attribute(e, "class"));
	struct flow_block before = f->now;

	flow_end(f);
	face.look = look_over(own, face.look);
	f->now = block_of(e, &face.look);
	if (f->now.left < before.left)
		f->now.left = before.left;
	face_of(&f->now, e, &face);
	if (e->tag == GUMBO_TAG_P && e->children.length == 0)
		begin(f);
	flow_children(f, e, face);
	flow_end(f);
	f->now = before;
}

/* The number of an item, and two characters' room for what follows. */
static void
list(struct flow_maker *f, const GumboElement *e, struct flow_face face)
{
	const char *start = flow_attribute(e, "start");
	int n = *start != '\0' ? (int)strtol(start, NULL, 10) : 1;
	struct flow_block before = f->now;

	flow_end(f);
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *c = e->children.data[i];

		if (c->type != GUMBO_NODE_ELEMENT)
			continue;
		f->now.left = before.left + 4;
		f->mark = e->tag == GUMBO_TAG_OL ? arena_printf(f->m, "%d. ",
		    n++) : "• ";
		block(f, &c->v.element, face);
		f->mark = NULL;
	}
	f->now = before;
}

/* false: an element of which only the content counts. */
static bool
inline_face(const GumboElement *e, struct flow_face *face)
{
	switch (e->tag) {
	case GUMBO_TAG_STRONG:
		face->bold = true;
		return true;
	case GUMBO_TAG_EM:
		face->italic = true;
		return true;
	case GUMBO_TAG_U:
		face->under = true;
		return true;
	case GUMBO_TAG_S:
		face->strike = true;
		return true;
	case GUMBO_TAG_SUP:
		face->vert = 1;
		return true;
	case GUMBO_TAG_SUB:
		face->vert = -1;
		return true;
	case GUMBO_TAG_SPAN:
		face->look = look_over(attribute_class(flow_attribute(e,
		    "class")), face->look);
		return true;
	default:
		return false;
	}
}

static void
element(struct flow_maker *f, const GumboElement *e, struct flow_face face)
{
	if (inline_face(e, &face)) {
		flow_children(f, e, face);
	} else if (e->tag == GUMBO_TAG_BR) {
		put_break(f);
	} else if (e->tag == GUMBO_TAG_IMG) {
		put_picture(f, e);
	} else if (e->tag == GUMBO_TAG_HR) {
		flow_end(f);
		*flow_add(f) = (struct flow_block){ .kind = FLOW_RULE,
		    .markup = "", .plain = "" };
	} else if (e->tag == GUMBO_TAG_TABLE) {
		flow_end(f);
		flow_table_read(f, e, face);
	} else if (e->tag == GUMBO_TAG_UL || e->tag == GUMBO_TAG_OL) {
		list(f, e, face);
	} else if (e->tag == GUMBO_TAG_P || e->tag == GUMBO_TAG_DIV ||
	    e->tag == GUMBO_TAG_LI || e->tag == GUMBO_TAG_BLOCKQUOTE ||
	    (e->tag >= GUMBO_TAG_H1 && e->tag <= GUMBO_TAG_H6)) {
		block(f, e, face);
	} else {
		flow_children(f, e, face);
	}
}

void
flow_children(struct flow_maker *f, const GumboElement *e,
    struct flow_face face)
{
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];

		if (n->type == GUMBO_NODE_ELEMENT)
			element(f, &n->v.element, face);
		else if (n->type == GUMBO_NODE_TEXT ||
		    n->type == GUMBO_NODE_WHITESPACE)
			put_text(f, n->v.text.text, &face);
	}
}

enum rc
flow_read(struct safe_html html, struct flow *out, struct arena *m)
{
	struct flow_maker f = { .m = m };
	struct parse *p;
	enum rc rc;

	*out = (struct flow){ 0 };
	if ((rc = parse_html(html.s, strlen(html.s), &p)) != RC_OK)
		return rc;
	flow_children(&f, parse_root(p), (struct flow_face){ 0 });
	flow_end(&f);
	parse_free(p);
	*out = f.out;
	return RC_OK;
}

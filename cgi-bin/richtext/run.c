/* run.c - runs and what stands between them become segments. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "richtext/reader.h"

struct seg *
seg_add(struct reader *rd, struct line *l, enum seg_kind kind,
    const struct face *f)
{
	struct seg *s = arena_alloc(rd->mem, sizeof *s);

	s->kind = kind;
	s->text = "";
	if (f != NULL)
		s->face = *f;
	field_link_of(rd, s);
	*l->para->last = s;
	l->para->last = &s->next;
	return s;
}

/* Chinese, Japanese or Korean, to which the font for them applies. */
static bool
has_wide(const char *s)
{
	for (; *s != '\0'; s++)
		if ((unsigned char)*s >= 0xe2)
			return true;
	return false;
}

void
text_add(struct reader *rd, struct line *l, const char *text,
    const struct face *f)
{
	struct seg *s;

	if (*text == '\0' || field_hides(rd))
		return;
	s = seg_add(rd, l, SEG_TEXT, f);
	s->text = arena_strdup(rd->mem, text);
	if (s->face.loose && !has_wide(text))
		s->face.font = FONT_NONE;
}

static bool
is_on(const struct run_props *r, enum run_bit bit)
{
	return r->on >> bit & 1;
}

/* What text pasted from elsewhere brings along, almost white, is no look that
 * anybody chose. */
static color
shade_shown(color c)
{
	return (c >> 16 & 255) >= 0xf0 && (c >> 8 & 255) >= 0xf0 &&
	    (c & 255) >= 0xf0 ? 0 : c;
}

static struct face
face_of(const struct run_props *r)
{
	struct face f = { 0 };

	f.bold = is_on(r, RUN_BOLD);
	f.italic = is_on(r, RUN_ITALIC);
	f.strike = is_on(r, RUN_STRIKE) || is_on(r, RUN_DSTRIKE);
	f.underline = is_on(r, RUN_UNDERLINE);
	f.line = f.underline ? r->line : 0;
	f.marks = r->marks;
	f.caps = is_on(r, RUN_CAPS) ? 1 : is_on(r, RUN_SMALLCAPS) ? 2 : 0;
	f.color = r->color;
	f.back = r->mark != 0 ? r->mark : shade_shown(r->shade);
	f.vert = r->vert;
	f.raise = (unsigned char)look_of_raise(r->raise);
	f.twin = r->twin;
	f.brackets = r->brackets;
	f.size = (short)(r->size < 3300 ? r->size : 3300);
	f.font = r->font;
	f.loose = r->font_theme;
	return f;
}

static void
symbol_read(struct reader *rd, struct line *l, const struct node *n,
    const struct face *f)
{
	const char *hex = xml_attr(n, "char");
	uint32_t cp;
	char s[5] = "";

	cp = symbol_char(xml_attr(n, "font"),
	    hex != NULL ? (unsigned)strtoul(hex, NULL, 16) : 0);
	if (cp == 0)
		return;
	s[text_encode(cp, s)] = '\0';
	text_add(rd, l, s, f);
}

/* U+F020 to U+F0FF are characters of the run's font, if that is one of
 * symbols. */
static void
text_read(struct reader *rd, struct line *l, const char *text,
    const struct face *f)
{
	struct buf b = buf_new(rd->mem);
	const char *p = text, *from = text;
	uint32_t c, known;
	char s[4];

	if (rd->symbols == NULL || strchr(text, '\xef') == NULL) {
		text_add(rd, l, text, f);
		return;
	}
	for (; (c = text_next(&p)) != 0; from = p) {
		known = c >= 0xf020 && c <= 0xf0ff
		    ? symbol_char(rd->symbols, c) : 0;
		if (known != 0)
			buf_put(&b, s, text_encode(known, s));
		else
			buf_put(&b, from, (size_t)(p - from));
	}
	text_add(rd, l, b.s, f);
}

static struct run_props
run_effective(const struct reader *rd, const struct line *l,
    const struct node *rPr)
{
	struct run_props direct;

	styles_run(&rd->styles, &direct, rPr);
	return styles_effective(&rd->styles, l->style,
	    styles_find(&rd->styles, xml_val(rPr, w_rStyle)), rd->cell_run,
	    &direct);
}

bool
mark_hidden(const struct reader *rd, const struct line *l,
    const struct node *rPr)
{
	struct run_props all;

	if (xml_child(rPr, w_vanish) == NULL && (l->style < 0 ||
	    !is_on(&rd->styles.v[l->style].all, RUN_VANISH)))
		return false;
	all = run_effective(rd, l, rPr);
	return is_on(&all, RUN_VANISH);
}

/* The text of the runs that are shown; f becomes the look of the first. */
static void
ruby_text(struct reader *rd, const struct line *l, const struct node *n,
    struct buf *b, struct face *f)
{
	struct run_props all;
	const struct node *k;

	for (k = n != NULL ? n->children : NULL; k != NULL; k = k->next) {
		if (xml_tag(k) == w_t)
			buf_puts(b, k->text);
		if (xml_tag(k) == w_t || xml_tag(k) == w_del ||
		    xml_tag(k) == w_moveFrom)
			continue;
		if (xml_tag(k) == w_r) {
			all = run_effective(rd, l, xml_child(k, w_rPr));
			if (is_on(&all, RUN_VANISH)) {
				rd->told->hidden++;
				continue;
			}
			if (b->n == 0)
				*f = face_of(&all);
		}
		ruby_text(rd, l, k, b, f);
	}
}

static void
ruby_read(struct reader *rd, struct line *l, const struct node *n,
    const struct face *f)
{
	struct buf base = buf_new(rd->mem), over = buf_new(rd->mem);
	struct face look = *f, small;
	struct seg *s;

	ruby_text(rd, l, xml_child(n, w_rubyBase), &base, &look);
	ruby_text(rd, l, xml_child(n, w_rt), &over, &small);
	if (base.n == 0 || field_hides(rd))
		return;
	s = seg_add(rd, l, SEG_RUBY, &look);
	s->text = base.s;
	s->ruby = over.s;
}

static void
break_read(struct reader *rd, struct line *l, const struct node *n,
    const struct face *f)
{
	const char *type = xml_attr(n, "type");

	if (!field_hides(rd))
		seg_add(rd, l, SEG_BREAK, f)->paper = type == NULL ||
		    strcmp(type, "textWrapping") == 0 ? PAPER_LINE
		    : strcmp(type, "page") == 0 ? PAPER_PAGE : PAPER_COLUMN;
}

static void
math_read(struct reader *rd, struct line *l, const struct node *n,
    const struct face *f)
{
	rd->told->equations++;
	if (!field_hides(rd))
		seg_add(rd, l, SEG_MATH, f)->text = math_markup(n,
		    n->tag == m_oMathPara, rd->mem);
}

static void run_children(struct reader *, struct line *, const struct node *,
    const struct face *);

static void
run_child(struct reader *rd, struct line *l, const struct node *n,
    const struct face *f)
{
	switch (xml_tag(n)) {
	case w_t:
		text_read(rd, l, n->text, f);
		break;
	case w_tab:
	case w_ptab:
		text_add(rd, l, "\u2003", f);
		break;
	case w_br:
	case w_cr:
		break_read(rd, l, n, f);
		break;
	case w_noBreakHyphen:
		text_add(rd, l, "\u2011", f);
		break;
	case w_sym:
		symbol_read(rd, l, n, f);
		break;
	case w_footnoteReference:
		note_refer(rd, l, 0, xml_attr(n, "id"), f);
		break;
	case w_endnoteReference:
		note_refer(rd, l, 1, xml_attr(n, "id"), f);
		break;
	case w_drawing:
	case w_pict:
	case w_object:
		drawing_read(rd, l, n);
		break;
	case mc_AlternateContent:
		run_children(rd, l, xml_choose(n), f);
		break;
	case w_ruby:
		ruby_read(rd, l, n, f);
		break;
	case m_oMath:
	case m_oMathPara:
		math_read(rd, l, n, f);
		break;
	default:
		break;
	}
}

static void
run_children(struct reader *rd, struct line *l, const struct node *r,
    const struct face *f)
{
	const struct node *n;

	for (n = r != NULL ? r->children : NULL; n != NULL; n = n->next)
		run_child(rd, l, n, f);
}

/* The marks of fields count even where the run itself is not shown. */
static void
run_fields(struct reader *rd, struct line *l, const struct node *n,
    const struct face *f, bool hidden)
{
	const char *filled = NULL;

	if (xml_tag(n) == w_fldChar)
		filled = field_char(rd, n);
	else if (xml_tag(n) == w_instrText)
		field_code(rd, n->text);
	if (filled != NULL && !hidden)
		text_add(rd, l, filled, f);
}

void
run_read(struct reader *rd, struct line *l, const struct node *r)
{
	const struct node *rPr = xml_child(r, w_rPr), *n;
	struct run_props all = run_effective(rd, l, rPr);
	struct face f = face_of(&all);
	bool hidden;

	rd->symbols = xml_attr(xml_child(rPr, w_rFonts), "ascii");
	hidden = is_on(&all, RUN_VANISH);
	for (n = r->children; n != NULL; n = n->next) {
		run_fields(rd, l, n, &f, hidden);
		if (!hidden)
			run_child(rd, l, n, &f);
		else if (n->tag == w_t)
			rd->told->hidden++;
	}
}

static void
hyperlink_read(struct reader *rd, struct line *l, const struct node *n)
{
	const struct rel *rel = rels_find(rd->rels, xml_rel(n, "id"));
	const char *anchor = xml_attr(n, "anchor"), *before = rd->href;
	struct anchor *to = rd->to;
	int link = rd->link;

	/* One inside another is a link of its own. */
	if ((rel != NULL && rel->external) || anchor != NULL)
		rd->link = ++rd->links;
	if (rel != NULL && rel->external)
		rd->href = anchor == NULL ? rel->target
		    : arena_printf(rd->mem, "%s#%s", rel->target, anchor);
	else if (anchor != NULL)
		rd->to = anchor_get(rd, anchor);
	inline_read(rd, l, n);
	rd->href = before;
	rd->to = to;
	rd->link = link;
}

static void
simple_field_read(struct reader *rd, struct line *l, const struct node *n)
{
	const char *code = xml_attr(n, "instr");

	field_begin(rd);
	field_code(rd, code != NULL ? code : "");
	field_separate(rd);
	inline_read(rd, l, n);
	field_end(rd);
}

static void
inline_one(struct reader *rd, struct line *l, const struct node *n)
{
	switch (xml_tag(n)) {
	case w_r:
		run_read(rd, l, n);
		break;
	case w_ins:
	case w_moveTo:
		rd->told->insertions++;
		inline_read(rd, l, n);
		break;
	case w_del:
	case w_moveFrom:
		rd->told->deletions++;
		break;
	case w_smartTag:
	case w_customXml:
	case w_bdo:
	case w_dir:
		inline_read(rd, l, n);
		break;
	case w_sdt:
		inline_read(rd, l, xml_child(n, w_sdtContent));
		break;
	case w_hyperlink:
		hyperlink_read(rd, l, n);
		break;
	case w_fldSimple:
		simple_field_read(rd, l, n);
		break;
	case w_bookmarkStart:
		anchor_put(rd, l, n);
		break;
	case mc_AlternateContent:
		inline_read(rd, l, xml_choose(n));
		break;
	case m_oMath:
	case m_oMathPara:
		math_read(rd, l, n, NULL);
		break;
	case w_p:
	case w_tbl:
		/* Blocks do not belong here; their text is there. */
		aside_add(rd, l, n);
		break;
	default:
		break;
	}
}

void
inline_read(struct reader *rd, struct line *l, const struct node *parent)
{
	const struct node *n;

	for (n = parent != NULL ? parent->children : NULL; n != NULL;
	    n = n->next)
		inline_one(rd, l, n);
}

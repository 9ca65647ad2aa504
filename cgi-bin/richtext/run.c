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
	s->href = field_href(rd, &s->link);
	*l->para->last = s;
	l->para->last = &s->next;
	return s;
}

void
text_add(struct reader *rd, struct line *l, const char *text,
    const struct face *f)
{
	if (*text != '\0' && !field_hides(rd))
		seg_add(rd, l, SEG_TEXT, f)->text =
		    arena_strdup(rd->mem, text);
}

static struct face
face_of(const struct run_props *r)
{
	struct face f = { 0 };

	f.bold = r->on >> RUN_BOLD & 1;
	f.italic = r->on >> RUN_ITALIC & 1;
	f.strike = (r->on >> RUN_STRIKE | r->on >> RUN_DSTRIKE) & 1;
	f.underline = r->on >> RUN_UNDERLINE & 1;
	f.mark = r->on >> RUN_MARK & 1;
	f.red = r->on >> RUN_RED & 1;
	f.vert = r->vert;
	f.size = r->size;
	f.font = r->font;
	f.title_font = r->title_font;
	return f;
}

static void
symbol_read(struct reader *rd, struct line *l, const xmlNode *n,
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

static void
ruby_text(const xmlNode *n, struct buf *b)
{
	const xmlNode *k;

	for (k = n != NULL ? n->children : NULL; k != NULL; k = k->next) {
		if (k->type != XML_ELEMENT_NODE || xml_tag(k) == w_del)
			continue;
		if (xml_tag(k) == w_t)
			buf_puts(b, xml_text(k));
		else
			ruby_text(k, b);
	}
}

static void
ruby_read(struct reader *rd, struct line *l, const xmlNode *n,
    const struct face *f)
{
	struct buf base = buf_new(rd->mem), over = buf_new(rd->mem);
	struct seg *s;

	ruby_text(xml_child(n, w_rubyBase), &base);
	ruby_text(xml_child(n, w_rt), &over);
	if (base.n == 0 || field_hides(rd))
		return;
	s = seg_add(rd, l, SEG_RUBY, f);
	s->text = base.s;
	s->ruby = over.s;
}

/* Breaks of pages and columns belong to the paper. */
static void
break_read(struct reader *rd, struct line *l, const xmlNode *n,
    const struct face *f)
{
	const char *type = xml_attr(n, "type");

	if (!field_hides(rd) && (type == NULL ||
	    strcmp(type, "textWrapping") == 0))
		seg_add(rd, l, SEG_BREAK, f);
}

static void
math_read(struct reader *rd, struct line *l, const xmlNode *n,
    const struct face *f)
{
	rd->told->equations++;
	text_add(rd, l, math_text(n, rd->mem), f);
}

static void run_children(struct reader *, struct line *, const xmlNode *,
    const struct face *);

static void
run_child(struct reader *rd, struct line *l, const xmlNode *n,
    const struct face *f)
{
	switch (xml_tag(n)) {
	case w_t:
		text_add(rd, l, xml_text(n), f);
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
run_children(struct reader *rd, struct line *l, const xmlNode *r,
    const struct face *f)
{
	const xmlNode *n;

	for (n = r != NULL ? r->children : NULL; n != NULL; n = n->next)
		run_child(rd, l, n, f);
}

/* The marks of fields count even where the run itself is not shown. */
static void
run_fields(struct reader *rd, const xmlNode *n)
{
	if (xml_tag(n) == w_fldChar)
		field_char(rd, xml_attr(n, "fldCharType"));
	else if (xml_tag(n) == w_instrText)
		field_code(rd, xml_text(n));
}

void
run_read(struct reader *rd, struct line *l, const xmlNode *r)
{
	const xmlNode *rPr = xml_child(r, w_rPr), *n;
	struct run_props direct, all;
	struct face f;
	bool hidden;

	styles_run(&direct, rPr);
	all = styles_effective(&rd->styles, l->style,
	    styles_find(&rd->styles, xml_val(rPr, w_rStyle)), &direct);
	f = face_of(&all);
	hidden = all.on >> RUN_VANISH & 1;
	for (n = r->children; n != NULL; n = n->next) {
		run_fields(rd, n);
		if (!hidden)
			run_child(rd, l, n, &f);
		else if (xml_tag(n) == w_t)
			rd->told->hidden++;
	}
}

static void
hyperlink_read(struct reader *rd, struct line *l, const xmlNode *n)
{
	const struct rel *rel = rels_find(rd->rels, xml_rel(n, "id"));
	const char *anchor = xml_attr(n, "anchor"), *before = rd->href;
	int link = rd->link;

	if (rel != NULL && rel->external)
		rd->href = anchor == NULL ? rel->target
		    : arena_printf(rd->mem, "%s#%s", rel->target, anchor);
	else if (anchor != NULL)
		rd->href = anchor_href(rd,
		    arena_printf(rd->mem, "#%s", anchor));
	if (rd->href != before)
		rd->link = ++rd->links;
	inline_read(rd, l, n);
	rd->href = before;
	rd->link = link;
}

static void
simple_field_read(struct reader *rd, struct line *l, const xmlNode *n)
{
	const char *code = xml_attr(n, "instr");

	field_begin(rd);
	field_code(rd, code != NULL ? code : "");
	field_separate(rd);
	inline_read(rd, l, n);
	field_end(rd);
}

static void
bookmark_read(struct reader *rd, struct line *l, const xmlNode *n)
{
	int number = anchor_number(rd, xml_attr(n, "name"));

	if (number > 0)
		seg_add(rd, l, SEG_ANCHOR, NULL)->number = number;
}

static void
inline_one(struct reader *rd, struct line *l, const xmlNode *n)
{
	static const struct face plain = { .size = 20 };

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
		bookmark_read(rd, l, n);
		break;
	case mc_AlternateContent:
		inline_read(rd, l, xml_choose(n));
		break;
	case m_oMath:
	case m_oMathPara:
		math_read(rd, l, n, &plain);
		break;
	default:
		break;
	}
}

void
inline_read(struct reader *rd, struct line *l, const xmlNode *parent)
{
	const xmlNode *n;

	for (n = parent != NULL ? parent->children : NULL; n != NULL;
	    n = n->next)
		inline_one(rd, l, n);
}

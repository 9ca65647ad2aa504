/* props.c - the properties of runs and paragraphs, and one over another. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "richtext/styles.h"

static void
run_flag(struct run_props *r, enum run_bit bit, bool on)
{
	r->set |= 1u << bit;
	r->on &= ~(1u << bit);
	r->on |= (unsigned)on << bit;
}

static bool
is_said(const char *v)
{
	return v != NULL && strcmp(v, "none") != 0;
}

static void
run_font(const struct styles *st, struct run_props *r, const struct node *n)
{
	const char *name = xml_attr(n, "eastAsia");
	const char *theme = xml_attr(n, "eastAsiaTheme");

	if (theme != NULL)
		name = st->theme.east[strncmp(theme, "minor", 5) == 0];
	if (name == NULL)
		return;
	r->set |= 1u << RUN_FONT;
	r->font = (unsigned char)look_font(name);
	r->font_theme = theme != NULL;
}

static void
run_line(struct run_props *r, const char *v)
{
	static const struct {
		const char *part;
		enum look_line line;
	} lines[] = {
		{ "double", LOOK_U_DOUBLE }, { "wav", LOOK_U_WAVE },
		{ "Wav", LOOK_U_WAVE }, { "Dash", LOOK_U_DASH },
		{ "dash", LOOK_U_DASH }, { "dot", LOOK_U_DOT },
	};
	size_t k;

	run_flag(r, RUN_UNDERLINE, is_said(v));
	r->line = 0;
	for (k = 0; v != NULL && k < sizeof lines / sizeof lines[0]; k++)
		if (strstr(v, lines[k].part) != NULL) {
			r->line = lines[k].line;
			return;
		}
}

static void
run_marks(struct run_props *r, const char *v)
{
	static const char *const names[] = {
		"", "dot", "comma", "circle", "underDot"
	};
	unsigned char k;

	r->set |= 1u << RUN_MARKS;
	r->marks = 0;
	for (k = 1; v != NULL && k < 5; k++)
		if (strcmp(v, names[k]) == 0)
			r->marks = k;
}

static void
run_ink(const struct styles *st, struct run_props *r, const struct node *n)
{
	if (n->tag == w_color) {
		r->set |= 1u << RUN_COLOR;
		r->color = color_text(&st->theme, n);
	} else if (n->tag == w_highlight) {
		r->set |= 1u << RUN_MARK;
		r->mark = color_highlight(xml_attr(n, "val"));
	} else {
		r->set |= 1u << RUN_SHADE;
		r->shade = color_shade(&st->theme, n);
	}
}

static void
run_vert(struct run_props *r, const char *v)
{
	r->set |= 1u << RUN_VERT;
	r->vert = 0;
	if (v != NULL && strcmp(v, "superscript") == 0)
		r->vert = 1;
	else if (v != NULL && strcmp(v, "subscript") == 0)
		r->vert = -1;
}

/* Runs beside each other with one id, or none, stand together.  Word's ids are
 * any 32 bits. */
static void
run_twin(struct run_props *r, const struct node *n)
{
	static const char *const names[] = {
		"none", "round", "square", "angle", "curly"
	};
	const char *v = xml_attr(n, "combineBrackets"), *id = xml_attr(n, "id");
	unsigned char k;

	if (!xml_said(xml_attr(n, "combine")))
		return;
	r->set |= 1u << RUN_TWIN;
	r->twin = id != NULL ? (int)strtol(id, NULL, 10) : 0;
	if (r->twin == 0)
		r->twin = 1;
	for (k = 1; v != NULL && k < 5; k++)
		if (strcmp(v, names[k]) == 0)
			r->brackets = k;
}

static bool
run_toggle(struct run_props *r, const struct node *n)
{
	static const struct {
		enum xml_tag tag;
		enum run_bit bit;
	} toggles[] = {
		{ w_b, RUN_BOLD }, { w_i, RUN_ITALIC },
		{ w_strike, RUN_STRIKE }, { w_dstrike, RUN_DSTRIKE },
		{ w_vanish, RUN_VANISH }, { w_caps, RUN_CAPS },
		{ w_smallCaps, RUN_SMALLCAPS },
	};
	size_t k;

	for (k = 0; k < sizeof toggles / sizeof toggles[0]; k++)
		if (n->tag == toggles[k].tag) {
			run_flag(r, toggles[k].bit, xml_on(n));
			return true;
		}
	return false;
}

/* Half points; a measure with a unit was read in twentieths of a point. */
static void
run_measure(struct run_props *r, enum run_bit bit, const char *v, int *to)
{
	if (!xml_int(v, to))
		return;
	if (v[strspn(v, "+-.0123456789")] != '\0')
		*to /= 10;
	r->set |= 1u << bit;
}

static void
run_one(const struct styles *st, struct run_props *r, const struct node *n)
{
	const char *v = xml_attr(n, "val");

	if (run_toggle(r, n))
		return;
	switch (n->tag) {
	case w_u:
		run_line(r, v);
		break;
	case w_highlight:
	case w_color:
	case w_shd:
		run_ink(st, r, n);
		break;
	case w_em:
		run_marks(r, v);
		break;
	case w_vertAlign:
		run_vert(r, v);
		break;
	case w_sz:
		run_measure(r, RUN_SIZE, v, &r->size);
		break;
	case w_position:
		run_measure(r, RUN_RAISE, v, &r->raise);
		break;
	case w_eastAsianLayout:
		run_twin(r, n);
		break;
	case w_rFonts:
		run_font(st, r, n);
		break;
	default:
		break;
	}
}

void
styles_run(const struct styles *st, struct run_props *r,
    const struct node *rPr)
{
	const struct node *n;

	memset(r, 0, sizeof *r);
	for (n = rPr != NULL ? rPr->children : NULL; n != NULL; n = n->next)
		run_one(st, r, n);
}

static void
give(struct given *g, const char *v)
{
	if (xml_int(v, &g->v))
		g->set = true;
}

static void
para_indent(struct para_props *p, const struct node *n)
{
	give(&p->first_chars, xml_attr(n, "firstLineChars"));
	give(&p->hanging_chars, xml_attr(n, "hangingChars"));
	give(&p->first, xml_attr(n, "firstLine"));
	give(&p->hanging, xml_attr(n, "hanging"));
	give(&p->left_chars, xml_attr(n, "leftChars"));
	give(&p->left_chars, xml_attr(n, "startChars"));
	give(&p->left, xml_attr(n, "left"));
	give(&p->left, xml_attr(n, "start"));
	give(&p->right_chars, xml_attr(n, "rightChars"));
	give(&p->right_chars, xml_attr(n, "endChars"));
	give(&p->right, xml_attr(n, "right"));
	give(&p->right, xml_attr(n, "end"));
}

static enum align
align_of(const char *v)
{
	if (v == NULL)
		return ALIGN_NONE;
	if (strcmp(v, "center") == 0)
		return ALIGN_CENTER;
	if (strcmp(v, "right") == 0 || strcmp(v, "end") == 0)
		return ALIGN_END;
	if (strcmp(v, "distribute") == 0)
		return ALIGN_SPREAD;
	return ALIGN_START;
}

#define LINE_TWIPS 312		/* of the grid of a page, as Chinese Word has it */
#define AUTO_TWIPS 280		/* 14 points, as browsers have it */

/* Space as a browser has it, in hundredths of a line, or in twips. */
static void
give_space(struct given *g, const char *by_itself, const char *lines,
    const char *twips)
{
	int v;

	give(g, twips);
	if (xml_int(lines, &v) && v != 0) {
		g->v = (int)((long long)v * LINE_TWIPS / 100);
		g->set = true;
	}
	if (xml_said(by_itself)) {
		g->v = AUTO_TWIPS;
		g->set = true;
	}
}

static void
para_space(struct para_props *p, const struct node *n)
{
	give_space(&p->above, xml_attr(n, "beforeAutospacing"),
	    xml_attr(n, "beforeLines"), xml_attr(n, "before"));
	give_space(&p->below, xml_attr(n, "afterAutospacing"),
	    xml_attr(n, "afterLines"), xml_attr(n, "after"));
}

static void
give_flag(struct given *g, const struct node *n)
{
	g->set = true;
	g->v = xml_on(n);
}

static bool
is_line(const struct node *n)
{
	const char *v = xml_attr(n, "val");

	return n != NULL && is_said(v) && strcmp(v, "nil") != 0;
}

int
styles_sides(const struct node *borders, int absent)
{
	static const struct {
		enum xml_tag tag;
		enum side side;
	} sides[] = {
		{ w_top, SIDE_TOP }, { w_right, SIDE_RIGHT },
		{ w_end, SIDE_RIGHT }, { w_bottom, SIDE_BOTTOM },
		{ w_left, SIDE_LEFT }, { w_start, SIDE_LEFT },
	};
	const struct node *n;
	size_t k;

	for (k = 0; k < sizeof sides / sizeof sides[0]; k++) {
		if ((n = xml_child(borders, sides[k].tag)) == NULL)
			continue;
		absent &= ~(int)sides[k].side;
		absent |= is_line(n) ? (int)sides[k].side : 0;
	}
	return absent;
}

static void
para_border(struct para_props *p, const struct node *n)
{
	const struct node *line = xml_child(n, w_bottom);
	unsigned rgb;

	p->border.set = true;
	p->border.v = styles_sides(n, 0);
	if (line == NULL)
		line = xml_child(n, w_top);
	p->border_color = xml_rgb(xml_attr(line, "color"), &rgb)
	    ? COLOR_SET | rgb : 0;
}

static void
para_mark(struct para_props *p, const struct node *rPr)
{
	const struct node *n;

	for (n = rPr->children; n != NULL; n = n->next)
		if (n->tag == w_del || n->tag == w_moveFrom)
			p->deleted_mark = true;
}

static void
para_one(const struct styles *st, struct para_props *p, const struct node *n)
{
	switch (n->tag) {
	case w_jc:
		p->align = align_of(xml_attr(n, "val"));
		break;
	case w_ind:
		para_indent(p, n);
		break;
	case w_outlineLvl:
		give(&p->outline, xml_attr(n, "val"));
		break;
	case w_numPr:
		give(&p->num_id, xml_val(n, w_numId));
		give(&p->level, xml_val(n, w_ilvl));
		break;
	case w_pBdr:
		para_border(p, n);
		break;
	case w_shd:
		p->shade.set = true;
		p->shade.v = (int)color_shade(&st->theme, n);
		break;
	case w_spacing:
		para_space(p, n);
		break;
	case w_contextualSpacing:
		give_flag(&p->close, n);
		break;
	case w_pageBreakBefore:
		give_flag(&p->page, n);
		break;
	case w_bidi:
		give_flag(&p->bidi, n);
		break;
	case w_rPr:
		para_mark(p, n);
		break;
	default:
		break;
	}
}

void
styles_para(const struct styles *st, struct para_props *p,
    const struct node *pPr)
{
	const struct node *n;

	memset(p, 0, sizeof *p);
	for (n = pPr != NULL ? pPr->children : NULL; n != NULL; n = n->next)
		para_one(st, p, n);
}

static void
under(struct given *over, const struct given *below)
{
	if (!over->set)
		*over = *below;
}

/* One first-line indent, however it is spelt, replaces any other. */
static bool
has_first(const struct para_props *p)
{
	return p->first_chars.set || p->hanging_chars.set || p->first.set ||
	    p->hanging.set;
}

void
styles_para_under(struct para_props *over, const struct para_props *below)
{
	if (over->align == ALIGN_NONE)
		over->align = below->align;
	if (!has_first(over)) {
		over->first_chars = below->first_chars;
		over->hanging_chars = below->hanging_chars;
		over->first = below->first;
		over->hanging = below->hanging;
	}
	if (!over->right.set && !over->right_chars.set) {
		over->right = below->right;
		over->right_chars = below->right_chars;
	}
	if (!over->left.set && !over->left_chars.set) {
		over->left = below->left;
		over->left_chars = below->left_chars;
	}
	if (!over->border.set)
		over->border_color = below->border_color;
	under(&over->above, &below->above);
	under(&over->below, &below->below);
	under(&over->close, &below->close);
	under(&over->page, &below->page);
	under(&over->border, &below->border);
	under(&over->shade, &below->shade);
	under(&over->bidi, &below->bidi);
	under(&over->outline, &below->outline);
	under(&over->num_id, &below->num_id);
	under(&over->level, &below->level);
}

/* Below what is set already; for toggles this is one chain's own value. */
void
styles_run_under(struct run_props *over, const struct run_props *below)
{
	unsigned fresh = below->set & ~over->set;

	if (fresh == 0)
		return;
	over->set |= fresh;
	over->on |= below->on & fresh;
	if (fresh & 1u << RUN_UNDERLINE)
		over->line = below->line;
	if (fresh & 1u << RUN_MARK)
		over->mark = below->mark;
	if (fresh & 1u << RUN_COLOR)
		over->color = below->color;
	if (fresh & 1u << RUN_SHADE)
		over->shade = below->shade;
	if (fresh & 1u << RUN_MARKS)
		over->marks = below->marks;
	if (fresh & 1u << RUN_VERT)
		over->vert = below->vert;
	if (fresh & 1u << RUN_SIZE)
		over->size = below->size;
	if (fresh & 1u << RUN_RAISE)
		over->raise = below->raise;
	if (fresh & 1u << RUN_TWIN) {
		over->twin = below->twin;
		over->brackets = below->brackets;
	}
	if (fresh & 1u << RUN_FONT) {
		over->font = below->font;
		over->font_theme = below->font_theme;
	}
}

/* math.c - Office equations (ECMA-376 22.1) as MathML Core. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "richtext/reader.h"

static void math_put(struct buf *, const struct node *);

static void
children_put(struct buf *b, const struct node *n)
{
	const struct node *k;

	for (k = n != NULL ? n->children : NULL; k != NULL; k = k->next)
		math_put(b, k);
}

/* One argument: exactly one element, whatever stands in it. */
static void
row_put(struct buf *b, const struct node *n)
{
	buf_puts(b, "<mrow>");
	children_put(b, n);
	buf_puts(b, "</mrow>");
}

static void
token_put(struct buf *b, const char *tag, const char *s, size_t n)
{
	buf_printf(b, "<%.*s>", (int)strlen(tag), tag);
	buf_put_escaped(b, s, n);
	buf_printf(b, "</%.*s>", (int)strcspn(tag, " "), tag);
}

static void
operator_put(struct buf *b, const char *s)
{
	if (*s != '\0')
		token_put(b, "mo", s, strlen(s));
}

enum kind { NUMBER, LETTER, WORD, OPERATOR };

static enum kind
kind_of(uint32_t c)
{
	if (c >= '0' && c <= '9')
		return NUMBER;
	if (c < 0x80)
		return isalpha((int)c) ? LETTER : OPERATOR;
	if ((c >= 0x370 && c < 0x400) || (c >= 0x1d400 && c < 0x1d800) ||
	    (c >= 0xc0 && c < 0x250))
		return LETTER;
	return text_is_han(c) || (c >= 0x3040 && c < 0xac00) ? WORD
	    : OPERATOR;
}

/* How many bytes at s go into one token. */
static size_t
token_length(const char *s, enum kind kind, bool upright)
{
	const char *at = s, *from;

	do {
		from = at;
		if (kind == NUMBER && *at == '.' && isdigit(at[1]))
			at++;
		else if (text_next(&at) == 0)
			break;
		else if (kind_of(text_next(&(const char *){ from })) != kind) {
			at = from;
			break;
		}
	} while (kind == NUMBER || kind == WORD ||
	    (kind == LETTER && upright));
	return (size_t)(at - s);
}

static void
text_put(struct buf *b, const char *s, bool upright)
{
	static const char *const tags[] = { "mn", "mi", "mtext", "mo" };
	const char *at, *tag;
	enum kind kind;
	size_t n;
	uint32_t c;

	for (; *s != '\0'; s += n) {
		at = s;
		if ((c = text_next(&at)) == 0)
			return;
		kind = kind_of(c);
		n = token_length(s, kind, upright);
		if (n == 0)
			n = (size_t)(at - s);
		tag = kind == LETTER && upright && n == (size_t)(at - s)
		    ? "mi mathvariant=\"normal\"" : tags[kind];
		if (c != ' ')
			token_put(b, tag, s, n);
	}
}

static void
run_put(struct buf *b, const struct node *r)
{
	const struct node *pr = xml_child(r, m_rPr), *k;
	const char *style = xml_val(pr, m_sty);
	bool words = xml_on(xml_child(pr, m_nor));

	if (xml_on(xml_child(xml_child(r, w_rPr), w_vanish)))
		return;
	for (k = r->children; k != NULL; k = k->next) {
		if (k->tag != m_t && k->tag != w_t)
			continue;
		if (words)
			token_put(b, "mtext", k->text, strlen(k->text));
		else
			text_put(b, k->text, style != NULL &&
			    (strcmp(style, "p") == 0 ||
			    strcmp(style, "b") == 0));
	}
}

static void
fraction_put(struct buf *b, const struct node *n)
{
	const char *type = xml_val(xml_child(n, m_fPr), m_type);

	if (type != NULL && strcmp(type, "lin") == 0) {
		row_put(b, xml_child(n, m_num));
		operator_put(b, "/");
		row_put(b, xml_child(n, m_den));
		return;
	}
	buf_puts(b, type != NULL && strcmp(type, "noBar") == 0
	    ? "<mfrac linethickness=\"0\">" : "<mfrac>");
	row_put(b, xml_child(n, m_num));
	row_put(b, xml_child(n, m_den));
	buf_puts(b, "</mfrac>");
}

static void
script_put(struct buf *b, const struct node *n, const char *tag,
    enum xml_tag one, enum xml_tag two)
{
	buf_printf(b, "<%s>", tag);
	row_put(b, xml_child(n, m_e));
	row_put(b, xml_child(n, one));
	if (two != XML_OTHER)
		row_put(b, xml_child(n, two));
	buf_printf(b, "</%s>", tag);
}

/* Scripts before: they hang on nothing. */
static void
before_put(struct buf *b, const struct node *n)
{
	buf_puts(b, "<msubsup><mrow></mrow>");
	row_put(b, xml_child(n, m_sub));
	row_put(b, xml_child(n, m_sup));
	buf_puts(b, "</msubsup>");
	row_put(b, xml_child(n, m_e));
}

static void
root_put(struct buf *b, const struct node *n)
{
	const struct node *deg = xml_child(n, m_deg);
	bool plain = deg == NULL || deg->children == NULL;

	buf_puts(b, plain ? "<msqrt>" : "<mroot>");
	row_put(b, xml_child(n, m_e));
	if (!plain)
		row_put(b, deg);
	buf_puts(b, plain ? "</msqrt>" : "</mroot>");
}

static const char *
sign_of(const struct node *pr, enum xml_tag tag, const char *usual)
{
	const struct node *n = xml_child(pr, tag);
	const char *v = xml_attr(n, "val");

	return n == NULL ? usual : v == NULL ? "" : v;
}

static void
nary_put(struct buf *b, const struct node *n)
{
	static const char *const tags[2][4] = {
		{ "mrow", "msub", "msup", "msubsup" },
		{ "mrow", "munder", "mover", "munderover" },
	};
	const struct node *pr = xml_child(n, m_naryPr);
	const char *place = xml_val(pr, m_limLoc), *tag;
	bool sub = !xml_on(xml_child(pr, m_subHide));
	bool sup = !xml_on(xml_child(pr, m_supHide));

	tag = tags[place != NULL && strcmp(place, "undOvr") == 0]
	    [sub + 2 * sup];
	buf_printf(b, "<%s>", tag);
	operator_put(b, sign_of(pr, m_chr, "∫"));
	if (sub)
		row_put(b, xml_child(n, m_sub));
	if (sup)
		row_put(b, xml_child(n, m_sup));
	buf_printf(b, "</%s>", tag);
	row_put(b, xml_child(n, m_e));
}

static void
fence_put(struct buf *b, const struct node *n)
{
	const struct node *pr = xml_child(n, m_dPr), *k;
	bool first = true;

	buf_puts(b, "<mrow>");
	operator_put(b, sign_of(pr, m_begChr, "("));
	for (k = n->children; k != NULL; k = k->next) {
		if (k->tag != m_e)
			continue;
		if (!first)
			operator_put(b, sign_of(pr, m_sepChr, "|"));
		first = false;
		row_put(b, k);
	}
	operator_put(b, sign_of(pr, m_endChr, ")"));
	buf_puts(b, "</mrow>");
}

static void
function_put(struct buf *b, const struct node *n)
{
	row_put(b, xml_child(n, m_fName));
	operator_put(b, "\u2061");
	row_put(b, xml_child(n, m_e));
}

/* A sign over or under what it belongs to. */
static void
cover_put(struct buf *b, const struct node *n, const char *sign, bool below)
{
	buf_puts(b, below ? "<munder>" : "<mover accent=\"true\">");
	row_put(b, xml_child(n, m_e));
	operator_put(b, *sign != '\0' ? sign : "\u00af");
	buf_puts(b, below ? "</munder>" : "</mover>");
}

static bool
is_below(const struct node *pr, bool usual)
{
	const char *v = xml_val(pr, m_pos);

	return v == NULL ? usual : strcmp(v, "bot") == 0;
}

/* rows of cells; without cells a row is one. */
static void
matrix_put(struct buf *b, const struct node *n, enum xml_tag row)
{
	const struct node *r, *c;

	buf_puts(b, "<mtable>");
	for (r = n->children; r != NULL; r = r->next) {
		if (r->tag != row)
			continue;
		buf_puts(b, "<mtr>");
		for (c = row == m_e ? r : r->children; c != NULL;
		    c = row == m_e ? NULL : c->next) {
			if (c->tag != m_e)
				continue;
			buf_puts(b, "<mtd>");
			children_put(b, c);
			buf_puts(b, "</mtd>");
		}
		buf_puts(b, "</mtr>");
	}
	buf_puts(b, "</mtable>");
}

static void
mark_put(struct buf *b, const struct node *n)
{
	const struct node *pr;

	if (n->tag == m_acc) {
		cover_put(b, n, sign_of(xml_child(n, m_accPr), m_chr, "\u02c6"),
		    false);
	} else if (n->tag == m_bar) {
		cover_put(b, n, "\u00af",
		    is_below(xml_child(n, m_barPr), true));
	} else {
		pr = xml_child(n, m_groupChrPr);
		cover_put(b, n, sign_of(pr, m_chr, "\u23df"),
		    is_below(pr, true));
	}
}

static void
math_put(struct buf *b, const struct node *n)
{
	switch (n->tag) {
	case m_r:
		run_put(b, n);
		break;
	case m_f:
		fraction_put(b, n);
		break;
	case m_sSup:
		script_put(b, n, "msup", m_sup, XML_OTHER);
		break;
	case m_sSub:
		script_put(b, n, "msub", m_sub, XML_OTHER);
		break;
	case m_sSubSup:
		script_put(b, n, "msubsup", m_sub, m_sup);
		break;
	case m_limLow:
		script_put(b, n, "munder", m_lim, XML_OTHER);
		break;
	case m_limUpp:
		script_put(b, n, "mover", m_lim, XML_OTHER);
		break;
	case m_sPre:
		before_put(b, n);
		break;
	case m_rad:
		root_put(b, n);
		break;
	case m_nary:
		nary_put(b, n);
		break;
	case m_d:
		fence_put(b, n);
		break;
	case m_func:
		function_put(b, n);
		break;
	case m_acc:
	case m_bar:
	case m_groupChr:
		mark_put(b, n);
		break;
	case m_eqArr:
		matrix_put(b, n, m_e);
		break;
	case m_m:
		matrix_put(b, n, m_mr);
		break;
	case m_ctrlPr:
	case w_del:
	case w_moveFrom:
		break;
	default:
		children_put(b, n);
	}
}

char *
math_markup(const struct node *n, bool display, struct arena *m)
{
	struct buf b = buf_new(m);
	const struct node *k;
	bool any = false;

	/* A w:oMathPara can hold several equations. */
	for (k = n->tag == m_oMathPara ? n->children : n; k != NULL;
	    k = k == n ? NULL : k->next) {
		if (k->tag != m_oMath)
			continue;
		if (any)
			buf_putc(&b, ' ');
		any = true;
		buf_puts(&b, display ? "<math display=\"block\">" : "<math>");
		children_put(&b, k);
		buf_puts(&b, "</math>");
	}
	return b.s;
}

/* clean_math.c - MathML Core without what could hold anything else. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/clean_math.h"

#define DEPTH_MAX 200

struct equation {
	struct buf out, text;
	int depth;
};

enum holds { NOTHING, TEXT, ELEMENTS };

static enum holds
holds_of(const char *name)
{
	static const struct {
		const char *name;
		enum holds holds;
	} list[] = {
		{ "mi", TEXT }, { "mn", TEXT }, { "mo", TEXT },
		{ "mtext", TEXT }, { "mrow", ELEMENTS },
		{ "mfrac", ELEMENTS }, { "msqrt", ELEMENTS },
		{ "mroot", ELEMENTS }, { "msub", ELEMENTS },
		{ "msup", ELEMENTS }, { "msubsup", ELEMENTS },
		{ "munder", ELEMENTS }, { "mover", ELEMENTS },
		{ "munderover", ELEMENTS }, { "mtable", ELEMENTS },
		{ "mtr", ELEMENTS }, { "mtd", ELEMENTS },
	};
	size_t k;

	for (k = 0; k < sizeof list / sizeof list[0]; k++)
		if (strcmp(name, list[k].name) == 0)
			return list[k].holds;
	return NOTHING;
}

/* The parser knows some of the names only as they are written. */
static bool
name_of(const GumboElement *e, char name[16])
{
	GumboStringPiece p = e->original_tag;

	if (e->tag != GUMBO_TAG_UNKNOWN) {
		snprintf(name, 16, "%s", gumbo_normalized_tagname(e->tag));
		return true;
	}
	gumbo_tag_from_original_text(&p);
	if (p.data == NULL || p.length == 0 || p.length >= 16)
		return false;
	memcpy(name, p.data, p.length);
	name[p.length] = '\0';
	return true;
}

/* Three attributes, each with the one value it can have. */
static const char *
attribute_of(const GumboElement *e, const char *name)
{
	static const char *const list[][3] = {
		{ "mi", "mathvariant", "normal" },
		{ "mfrac", "linethickness", "0" },
		{ "mover", "accent", "true" },
		{ "math", "display", "block" },
	};
	static const char *const written[] = {
		" mathvariant=\"normal\"", " linethickness=\"0\"",
		" accent=\"true\"", " display=\"block\""
	};
	const GumboAttribute *a;
	size_t k;

	for (k = 0; k < sizeof list / sizeof list[0]; k++) {
		if (strcmp(name, list[k][0]) != 0)
			continue;
		a = gumbo_get_attribute(&e->attributes, list[k][1]);
		return a != NULL && strcmp(a->value, list[k][2]) == 0
		    ? written[k] : "";
	}
	return "";
}

static void
token_text(struct equation *q, const char *s)
{
	const char *from;
	uint32_t c;

	if (!text_valid(s, strlen(s)))
		return;
	for (from = s; (c = text_next(&s)) != 0; from = s)
		if (c >= 0x20 && (c < 0x7f || c >= 0xa0) && c != 0xfeff &&
		    !(c >= 0x202a && c <= 0x202e) &&
		    !(c >= 0x2066 && c <= 0x2069)) {
			buf_put_escaped(&q->out, from, (size_t)(s - from));
			buf_put(&q->text, from, (size_t)(s - from));
		}
}

static void math_element(struct equation *, const GumboElement *);

static void
math_children(struct equation *q, const GumboElement *e, enum holds holds)
{
	const GumboNode *n;
	unsigned k;

	for (k = 0; k < e->children.length; k++) {
		n = e->children.data[k];
		if (holds == TEXT && (n->type == GUMBO_NODE_TEXT ||
		    n->type == GUMBO_NODE_WHITESPACE))
			token_text(q, n->v.text.text);
		else if (holds == ELEMENTS && n->type == GUMBO_NODE_ELEMENT)
			math_element(q, &n->v.element);
	}
}

static void
math_element(struct equation *q, const GumboElement *e)
{
	enum holds holds;
	char name[16];

	if (e->tag_namespace != GUMBO_NAMESPACE_MATHML || !name_of(e, name) ||
	    (holds = holds_of(name)) == NOTHING || q->depth == DEPTH_MAX)
		return;
	q->depth++;
	buf_printf(&q->out, "<%s%s>", name, attribute_of(e, name));
	math_children(q, e, holds);
	buf_printf(&q->out, "</%s>", name);
	q->depth--;
}

char *
clean_math(const GumboElement *e, const char **text, struct arena *m)
{
	struct equation q = { .out = buf_new(m), .text = buf_new(m) };

	if (e->tag_namespace != GUMBO_NAMESPACE_MATHML ||
	    e->tag != GUMBO_TAG_MATH)
		return NULL;
	buf_printf(&q.out, "<math%s>", attribute_of(e, "math"));
	math_children(&q, e, ELEMENTS);
	buf_puts(&q.out, "</math>");
	*text = q.text.s;
	return q.text.n > 0 ? q.out.s : NULL;
}

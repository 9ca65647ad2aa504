/* math.c - an equation as one line of plain text: (a+b)/2, x^2, √x. */
#include "base/text.h"
#include "richtext/reader.h"

static void math_put(struct buf *, const xmlNode *);

static void
math_children(struct buf *b, const xmlNode *n)
{
	const xmlNode *k;

	for (k = n != NULL ? n->children : NULL; k != NULL; k = k->next)
		if (k->type == XML_ELEMENT_NODE)
			math_put(b, k);
}

/* In brackets when it is more than one character. */
static void
math_group(struct buf *b, const xmlNode *n)
{
	struct buf in = buf_new(b->mem);
	const char *s = in.s;

	math_children(&in, n);
	s = in.s;
	if (in.n > 0 && text_next(&s) != 0 && *s == '\0')
		buf_puts(b, in.s);
	else
		buf_printf(b, "(%s)", in.s);
}

static void
math_put(struct buf *b, const xmlNode *n)
{
	switch (xml_tag(n)) {
	case m_t:
	case w_t:
		buf_puts(b, xml_text(n));
		break;
	case m_f:
		math_group(b, xml_child(n, m_num));
		buf_putc(b, '/');
		math_group(b, xml_child(n, m_den));
		break;
	case m_sup:
		buf_putc(b, '^');
		math_group(b, n);
		break;
	case m_sub:
		buf_putc(b, '_');
		math_group(b, n);
		break;
	case m_rad:
		buf_puts(b, "√");
		math_group(b, xml_child(n, m_e));
		break;
	case w_del:
	case w_moveFrom:
		break;
	default:
		math_children(b, n);
	}
}

char *
math_text(const xmlNode *n, struct arena *m)
{
	struct buf b = buf_new(m);

	math_children(&b, n);
	return b.s;
}

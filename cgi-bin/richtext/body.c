/* body.c - blocks in their order, through every wrapper. */
#include "richtext/chunk.h"
#include "richtext/reader.h"

void
blocks_init(struct blocks *b)
{
	b->first = NULL;
	b->last = &b->first;
}

static struct block *
block_add(struct reader *rd)
{
	struct block *b = arena_alloc(rd->mem, sizeof *b);

	*rd->out->last = b;
	rd->out->last = &b->next;
	return b;
}

void
blocks_add(struct reader *rd, struct para *p, struct table *t)
{
	struct block *b = block_add(rd);

	b->para = p;
	b->table = t;
}

/* An equation between paragraphs is a paragraph. */
static void
math_block(struct reader *rd, const struct node *n)
{
	struct line l = { 0 };

	l.para = arena_alloc(rd->mem, sizeof *l.para);
	l.para->last = &l.para->first;
	l.para->align = ALIGN_CENTER;
	rd->told->equations++;
	seg_add(rd, &l, SEG_MATH, NULL)->text = math_markup(n, true, rd->mem);
	blocks_add(rd, l.para, NULL);
}

/* WordArt: a line of its own in big letters. */
static void
art_read(struct reader *rd, const struct node *n)
{
	const char *text = xml_attr(n, "string");
	struct face plain = { 0 };
	struct line l = { 0 };

	l.para = arena_alloc(rd->mem, sizeof *l.para);
	l.para->last = &l.para->first;
	l.para->align = ALIGN_CENTER;
	text_add(rd, &l, text != NULL ? text : "", &plain);
	blocks_add(rd, l.para, NULL);
}

/* A line across the page. */
static void
rule_read(struct reader *rd)
{
	struct para *p = arena_alloc(rd->mem, sizeof *p);

	p->last = &p->first;
	p->border = SIDE_BOTTOM;
	blocks_add(rd, p, NULL);
}

/* A paragraph whose mark is deleted joins no table: it stays before it. */
static void
table_read(struct reader *rd, const struct node *n)
{
	if (rd->carry != NULL && rd->carry->first != NULL) {
		blocks_add(rd, rd->carry, NULL);
		rd->carry = NULL;
	}
	word_table_read(rd, n);
}

static void
chunk_read(struct reader *rd, const struct node *n)
{
	struct sanitized text;

	if (!chunk_take(rd->package, rd->rels, n, &text, rd->mem)) {
		rd->told->parts_dropped++;
		return;
	}
	block_add(rd)->html = text.html.s;
}

void
body_one(struct reader *rd, const struct node *n)
{
	switch (xml_tag(n)) {
	case w_p:
		para_read(rd, n);
		break;
	case w_tbl:
		table_read(rd, n);
		break;
	case w_sdt:
		body_read(rd, xml_child(n, w_sdtContent));
		break;
	case w_ins:
	case w_moveTo:
		rd->told->insertions++;
		body_read(rd, n);
		break;
	case w_del:
	case w_moveFrom:
		rd->told->deletions++;
		break;
	case w_customXml:
	case w_smartTag:
		body_read(rd, n);
		break;
	case mc_AlternateContent:
		body_read(rd, xml_choose(n));
		break;
	case w_bookmarkStart:
		anchor_put(rd, NULL, n);
		break;
	case w_altChunk:
		chunk_read(rd, n);
		break;
	case v_textpath:
		art_read(rd, n);
		break;
	case v_rect:
		rule_read(rd);
		break;
	case m_oMath:
	case m_oMathPara:
		math_block(rd, n);
		break;
	default:
		break;
	}
}

void
body_read(struct reader *rd, const struct node *parent)
{
	const struct node *n;

	for (n = parent != NULL ? parent->children : NULL;
	    n != NULL && !rd->too_large; n = n->next)
		body_one(rd, n);
}

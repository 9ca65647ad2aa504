/* paragraph.c - paragraph properties, numbering, text boxes. */
#include <string.h>

#include "richtext/reader.h"

/* The list of a paragraph: its own, or that of its nearest style with one. */
struct membership {
	int num, level;
	int depth;		/* 0: direct; k: the k-th style of the chain */
};

/* The level that names the style, or the nearest that it is based on. */
static int
level_named(const struct reader *rd, int num,
    const struct style *const chain[], int n)
{
	int k, level = 0;

	for (k = 0; k < n && level == 0; k++)
		level = numbering_style_level(&rd->numbering, num,
		    chain[k]->id);
	return level;
}

static struct membership
list_of(const struct reader *rd, const struct para_props *direct,
    const struct style *const chain[], int n)
{
	struct membership in = { 0, 0, 0 };
	struct given level = direct->level;
	int k;

	if (direct->num_id.set) {
		in.num = direct->num_id.v;
		in.level = level.set ? level.v : 0;
		return in;
	}
	for (k = 0; k < n; k++) {
		if (!level.set)
			level = chain[k]->p.level;
		if (!chain[k]->p.num_id.set)
			continue;
		in.num = chain[k]->p.num_id.v;
		in.depth = k + 1;
		in.level = level.set ? level.v
		    : level_named(rd, in.num, chain, k + 1);
		return in;
	}
	return in;
}

/* Direct, then list level and styles in their order, then defaults. */
static struct para_props
props_of(const struct reader *rd, const struct para_props *direct,
    const struct style *const chain[], int n, const struct membership *in)
{
	const struct num_level *l = in->num == 0 ? NULL
	    : numbering_level(&rd->numbering, in->num, in->level);
	struct para_props p = *direct;
	int k;

	for (k = 0; k <= n; k++) {
		if (k > 0)
			styles_para_under(&p, &chain[k - 1]->p);
		if (l != NULL && in->depth == k)
			styles_para_under(&p, &l->p);
	}
	if (rd->cell_para != NULL)
		styles_para_under(&p, rd->cell_para);
	styles_para_under(&p, &rd->styles.p);
	return p;
}

static struct run_in
length_of(const struct given *chars, const struct given *twips)
{
	if (chars->v != 0)
		return (struct run_in){ true, chars->v };
	return (struct run_in){ false, twips->set ? twips->v : 0 };
}

static struct run_in
first_indent(const struct para_props *p)
{
	struct run_in in = length_of(&p->first_chars, &p->first);

	if (p->first_chars.v != 0 || (p->hanging_chars.v == 0 && p->first.set))
		return in;
	in = length_of(&p->hanging_chars, &p->hanging);
	in.v = -in.v;
	return in;
}

static bool
is_empty(const struct para *p)
{
	const struct seg *s;

	for (s = p->first; s != NULL; s = s->next)
		if (s->kind != SEG_ANCHOR && s->kind != SEG_BREAK &&
		    !(s->kind == SEG_TEXT &&
		    s->text[strspn(s->text, " ")] == '\0'))
			return false;
	return true;
}

/* Breaks of pages and columns belong to the paper, and paragraphs remember
 * those of pages; inside a paragraph one begins a line. */
static void
breaks_settle(struct para *p)
{
	struct seg *s, *last = NULL, **at = &p->first;
	bool inside = false;

	for (s = p->first; s != NULL; s = s->next)
		if (s->kind != SEG_BREAK && s->kind != SEG_ANCHOR)
			last = s;
	while ((s = *at) != NULL) {
		inside |= s->kind != SEG_BREAK && s->kind != SEG_ANCHOR;
		if (s == last)
			last = NULL;
		if (s->paper == PAPER_LINE || (inside && last != NULL)) {
			at = &s->next;
			continue;
		}
		*at = s->next;
		if (s->paper == PAPER_PAGE)
			*(inside ? &p->page_after : &p->page) = true;
	}
	p->last = at;
}

/* In a paragraph from right to left start and end change places. */
static enum align
align_shown(const struct para_props *p)
{
	if (p->bidi.v == 0)
		return p->align;
	if (p->align == ALIGN_CENTER || p->align == ALIGN_SPREAD)
		return p->align;
	return p->align == ALIGN_END ? ALIGN_START : ALIGN_END;
}

static void
para_settle(struct reader *rd, struct para *p, const struct para_props *props,
    int style)
{
	p->align = align_shown(props);
	p->indent = first_indent(props);
	p->left = length_of(&props->left_chars, &props->left);
	p->right = length_of(&props->right_chars, &props->right);
	p->above = props->above.v;
	p->below = props->below.v;
	p->close = props->close.v;
	p->style = style;
	p->page |= props->page.v;
	p->border = props->border.v;
	p->border_color = props->border_color;
	p->shade = (color)props->shade.v;
	p->title = styles_title(&rd->styles, style);
	p->heading = p->title ? 0 : styles_heading(&rd->styles, style);
	if (p->heading == 0 && !p->title && props->outline.set &&
	    props->outline.v >= 0 && props->outline.v < 9)
		p->heading = props->outline.v + 1;
}

static struct para *
para_new(struct reader *rd)
{
	struct para *p = arena_alloc(rd->mem, sizeof *p);

	p->last = &p->first;
	return p;
}

/* The text before a deleted paragraph mark joins what follows it. */
static void
para_join(struct reader *rd, struct para *p)
{
	struct para *before = rd->carry;

	if (before == NULL)
		return;
	rd->carry = NULL;
	if (before->first == NULL)
		return;
	*before->last = p->first;
	if (p->first == NULL)
		p->last = before->last;
	p->first = before->first;
	if (p->label.text == NULL)
		p->label = before->label;
}

void
aside_add(struct reader *rd, struct line *l, const struct node *n)
{
	struct aside *a = arena_alloc(rd->mem, sizeof *a);

	a->node = n;
	if (l->first == NULL)
		l->last = &l->first;
	*l->last = a;
	l->last = &a->next;
}

/* A box has fields and deleted marks of its own. */
static void
asides_read(struct reader *rd, const struct line *l)
{
	struct fields fields = rd->fields;
	struct para *carry = rd->carry;
	const struct run_props *cell_run = rd->cell_run;
	const struct para_props *cell_para = rd->cell_para;
	const struct aside *a;

	rd->cell_run = NULL;
	rd->cell_para = NULL;

	for (a = l->first; a != NULL && !rd->too_large; a = a->next) {
		rd->fields.n = rd->fields.deeper = 0;
		rd->carry = NULL;
		if (xml_tag(a->node) == w_txbxContent) {
			rd->told->text_boxes++;
			body_read(rd, a->node);
		} else {
			body_one(rd, a->node);
		}
		if (rd->carry != NULL)
			blocks_add(rd, rd->carry, NULL);
		field_close(rd);
	}
	rd->fields = fields;
	rd->carry = carry;
	rd->cell_run = cell_run;
	rd->cell_para = cell_para;
}

/* A paragraph of which nothing is shown, its mark neither, is not there and
 * has no number; only what it is called stays. */
static void
para_vanish(struct reader *rd, const struct para *p)
{
	const struct seg *s;

	for (s = p->first; s != NULL; s = s->next)
		if (s->kind == SEG_ANCHOR && rd->n_pending < PENDING_MAX)
			rd->pending[rd->n_pending++] = s->anchor;
}

/* What follows stands on the line of a paragraph whose mark is deleted or not
 * shown; but a heading is one by itself. */
static void
para_end(struct reader *rd, struct para *p, bool runs_on)
{
	if (runs_on)
		rd->carry = p;
	else
		blocks_add(rd, p, NULL);
}

void
para_read(struct reader *rd, const struct node *n)
{
	const struct node *pPr = xml_child(n, w_pPr);
	const struct style *chain[STYLE_CHAIN];
	struct para_props direct, props;
	struct membership in;
	struct line l = { 0 };
	bool hidden;
	int chained, k;

	l.para = para_new(rd);
	for (k = 0; k < rd->n_pending; k++)
		seg_add(rd, &l, SEG_ANCHOR, NULL)->anchor = rd->pending[k];
	rd->n_pending = 0;
	l.style = styles_find(&rd->styles, xml_val(pPr, w_pStyle));
	if (l.style < 0)
		l.style = rd->styles.normal;
	chained = styles_chain(&rd->styles, l.style, chain);
	styles_para(&rd->styles, &direct, pPr);
	in = list_of(rd, &direct, chain, chained);
	props = props_of(rd, &direct, chain, chained, &in);
	inline_read(rd, &l, n);
	breaks_settle(l.para);
	twins_settle(rd, l.para);
	hidden = mark_hidden(rd, &l, xml_child(pPr, w_rPr));
	if (hidden && is_empty(l.para)) {
		para_vanish(rd, l.para);
		asides_read(rd, &l);
		return;
	}
	if (in.num != 0 && !(direct.deleted_mark && is_empty(l.para)))
		l.para->label = numbering_next(&rd->numbering, in.num,
		    in.level, rd->mem);
	l.para->level = in.level;
	para_join(rd, l.para);
	para_settle(rd, l.para, &props, l.style);
	para_end(rd, l.para, direct.deleted_mark ||
	    (hidden && l.para->heading == 0));
	asides_read(rd, &l);
}

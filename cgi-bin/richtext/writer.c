/* writer.c - blocks: titles, headings, paragraphs, items, boxes. */
#include <string.h>

#include "richtext/writer.h"

static void
count_sizes(const struct blocks *in, size_t count[WRITER_SIZES])
{
	const struct block *b;
	const struct row *r;
	const struct cell *c;
	const struct seg *s;

	for (b = in->first; b != NULL; b = b->next) {
		for (s = b->para != NULL ? b->para->first : NULL; s != NULL;
		    s = s->next)
			if (s->face.size < WRITER_SIZES && s->face.vert == 0)
				count[s->face.size] += strlen(s->text);
		for (r = b->table != NULL ? b->table->first : NULL;
		    r != NULL; r = r->next)
			for (c = r->first; c != NULL; c = c->next)
				count_sizes(&c->in, count);
	}
}

void
writer_init(struct writer *w, const struct blocks *in, struct arena *m)
{
	size_t count[WRITER_SIZES] = { 0 };
	int k;

	memset(w, 0, sizeof *w);
	w->mem = m;
	w->out = buf_new(m);
	w->title = buf_new(m);
	count_sizes(in, count);
	write_lists_look(w, in);
	w->base = WRITER_PAGE;
	count[0] = 0;
	for (k = 1; k < WRITER_SIZES; k++)
		if (count[k] > count[w->base])
			w->base = k;
}

int
write_size(struct writer *w, int half_points)
{
	int k = half_points < WRITER_SIZES ? half_points : WRITER_SIZES - 1;

	if (w->class_of[k] == 0)
		w->class_of[k] = (uint16_t)look_of_size(
		    (k * WRITER_PAGE + w->base / 2) / w->base);
	return w->class_of[k];
}

#define TALLY 8
struct tally {
	unsigned key[TALLY];
	size_t n[TALLY];
};

static void
tally_add(struct tally *t, unsigned key, size_t n)
{
	int k;

	for (k = 0; k < TALLY - 1 && t->n[k] > 0 && t->key[k] != key; k++)
		;
	t->key[k] = key;
	t->n[k] += n;
}

static unsigned
tally_most(const struct tally *t)
{
	int k, best = 0;

	for (k = 1; k < TALLY; k++)
		if (t->n[k] > t->n[best])
			best = k;
	return t->key[best];
}

static bool
is_spaces(const char *s)
{
	return s[strspn(s, " ")] == '\0';
}

struct setting
write_most(const struct para *p)
{
	struct tally fonts = { 0 }, sizes = { 0 };
	struct setting most = { 0 };
	const struct seg *s;
	bool first = true;
	size_t n;

	for (s = p->first; s != NULL; s = s->next) {
		if (s->kind != SEG_TEXT && s->kind != SEG_RUBY)
			continue;
		n = strlen(s->text);
		if (s->face.font != FONT_NONE)
			tally_add(&fonts, s->face.font, n);
		if (s->face.vert == 0)
			tally_add(&sizes, (unsigned)s->face.size, n);
		if (is_spaces(s->text))
			continue;
		/* The block has a colour only when all of it has. */
		if (first)
			most.color = s->face.color;
		else if (most.color != s->face.color)
			most.color = 0;
		first = false;
	}
	most.font = (enum look_font)tally_most(&fonts);
	most.paper = (int)tally_most(&sizes);
	return most;
}

/* Nothing but perhaps a label. */
static bool
is_empty(const struct para *p)
{
	const struct seg *s;

	for (s = p->first; s != NULL; s = s->next)
		if (s->kind != SEG_BREAK &&
		    !(s->kind == SEG_TEXT && is_spaces(s->text)) &&
		    !(s->kind == SEG_ANCHOR && !s->anchor->pointed))
			return false;
	return true;
}

bool
write_is_blank(const struct para *p)
{
	return p->note == 0 && (p->label.text == NULL ||
	    *p->label.text == '\0') && is_empty(p);
}

/* A number that waits for its text; in a table it may be all there is. */
static bool
is_unused(const struct writer *w, const struct para *p)
{
	return w->cell == 0 && p->note == 0 && is_empty(p) &&
	    !write_is_item(w, p);
}

static void
title_text(struct buf *b, const struct para *p)
{
	const struct seg *s;

	for (s = p->first; s != NULL; s = s->next)
		if (s->kind == SEG_TEXT || s->kind == SEG_RUBY)
			buf_puts(b, s->text);
}

/* Hundredths of a character of the block's own size. */
static int
chars_of(struct run_in in, const struct para *p, int paper)
{
	const struct seg *s;

	if (paper <= 0)
		paper = 21;
	if (!in.chars)
		return (int)((long long)in.v * 10 / paper);
	/* Word measures by the first character, the block by its own. */
	for (s = p->first; s != NULL; s = s->next)
		if (s->kind == SEG_TEXT && !is_spaces(s->text))
			return in.v * s->face.size / paper;
	return in.v;
}

static int
positive(int v)
{
	return v > 0 ? v : 0;
}

static void
indent_look(struct look *l, const struct para *p, bool heading, int paper)
{
	int first = chars_of(p->indent, p, paper);
	int left = chars_of(p->left, p, paper);
	int right = chars_of(p->right, p, paper);

	/* What hangs out further than the paragraph is indented is cut off. */
	if (first < 0 && -first > left)
		first = -positive(left);
	if (heading && first < 25 && first > -25)
		l->v[LOOK_FIRST] = LOOK_TI_0;
	else if (!heading || first < 150 || first > 250)
		l->v[LOOK_FIRST] = (uint16_t)look_of_first(first);
	l->v[LOOK_LEFT] = (uint16_t)look_of_left(positive(left));
	l->v[LOOK_RIGHT] = (uint16_t)look_of_right(positive(right));
}

static bool
same_style(const struct para *a, const struct para *b)
{
	return a != NULL && b != NULL && a->style == b->style;
}

/* Cells are as tall as their text. */
static void
space_look(struct writer *w, struct look *l, const struct para *p,
    const struct block *after, int paper)
{
	const struct para *next = after != NULL ? after->para : NULL;
	int above = p->close && same_style(w->before, p) ? 0 : p->above;
	int below = p->close && same_style(p, next) ? 0 : p->below;

	if (w->cell > 0)
		return;
	l->v[LOOK_ABOVE] = (uint16_t)look_of_space(chars_of(
	    (struct run_in){ false, above }, p, paper));
	l->v[LOOK_BELOW] = (uint16_t)look_of_space(chars_of(
	    (struct run_in){ false, below }, p, paper));
	l->v[LOOK_PAGE] = (w->page || p->page) && w->out.n > 0;
	w->page = p->page_after;
}

static void
align_look(struct look *l, const struct para *p, bool head)
{
	if (p->align == ALIGN_END)
		l->v[LOOK_ALIGN] = LOOK_TA_R;
	else if (p->align == ALIGN_CENTER)
		l->v[LOOK_ALIGN] = head ? 0 : LOOK_TA_C;
	else if (p->align == ALIGN_SPREAD)
		l->v[LOOK_ALIGN] = LOOK_TA_D;
	else
		l->v[LOOK_ALIGN] = head ? LOOK_TA_L : 0;
}

/* The look of most of the text where it is not what the page gives; around
 * becomes what the text inside is measured against. */
static void
text_look(struct writer *w, struct look *l, const struct setting *most,
    struct setting *around)
{
	int size;

	if (most->font != FONT_NONE && most->font != around->font) {
		l->v[LOOK_FONT] = (uint16_t)most->font;
		around->font = most->font;
	}
	around->color = most->color;
	l->v[LOOK_COLOR] = (uint16_t)write_color(most->color);
	around->paper = w->base;
	if (most->paper == 0)
		return;
	around->paper = most->paper;
	size = write_size(w, most->paper);
	if (look_size(size) != around->size) {
		l->v[LOOK_SIZE] = (uint16_t)size;
		around->size = look_size(size);
	}
}

/* The block a paragraph becomes and what the stylesheet makes of it. */
struct shape {
	const char *name;
	struct setting around;
	struct look look;
	enum official part;
	bool heading, item;
};

static void
part_look(struct look *l, enum official part)
{
	static const unsigned char parts[] = {
		[OFFICIAL_HEAD] = LOOK_GW_H, [OFFICIAL_NUMBER] = LOOK_GW_N,
		[OFFICIAL_TITLE] = LOOK_GW_T, [OFFICIAL_SIGN] = LOOK_SIGN,
		[OFFICIAL_END] = LOOK_GW_E,
	};

	l->v[LOOK_PART] = parts[part];
	if (part == OFFICIAL_ADDRESSEE)
		l->v[LOOK_FIRST] = LOOK_TI_0;
	/* These stand in the middle or on the right by themselves. */
	if (part >= OFFICIAL_HEAD && part <= OFFICIAL_TITLE)
		l->v[LOOK_ALIGN] = 0;
	if (part == OFFICIAL_SIGN && l->v[LOOK_RIGHT] > 0)
		l->v[LOOK_ALIGN] = 0;
	else if (part == OFFICIAL_SIGN)
		l->v[LOOK_PART] = 0;
}

static struct shape
shape_of(struct writer *w, const struct para *p, const struct block *after)
{
	static const enum look_font fonts[] = {
		FONT_FANG, FONT_FANG, FONT_HEI, FONT_KAI, FONT_FANG,
		FONT_FANG, FONT_FANG
	};
	static const char *const names[] = {
		"p", "h1", "h2", "h3", "h4", "h5", "h6"
	};
	struct setting most = write_most(p);
	int level = p->heading > 6 ? 6 : p->heading;
	struct shape s = { 0 };

	s.part = official_of(w, p, &most, after);
	s.heading = level > 0;
	s.item = write_is_item(w, p) && p->note == 0;
	s.name = s.item ? "li" : names[level];
	s.around.font = s.part == OFFICIAL_TITLE ? FONT_XBS : fonts[level];
	s.around.size = s.part == OFFICIAL_TITLE ? 44
	    : w->cell > 0 ? w->table_size : WRITER_PAGE;
	s.around.bold = level >= 4;
	text_look(w, &s.look, &most, &s.around);
	align_look(&s.look, p, w->head);
	if (!s.item)
		indent_look(&s.look, p, s.heading, s.around.paper);
	space_look(w, &s.look, p, after, s.around.paper);
	part_look(&s.look, s.part);
	return s;
}

static bool
begins_with_space(const struct para *p)
{
	return p->first != NULL && p->first->text != NULL &&
	    p->first->text[0] == ' ';
}

static void
put_inside(struct writer *w, const struct para *p, const struct shape *s)
{
	if (p->note > 0)
		buf_printf(&w->out, "<a href=\"#w-fnr%d\">[%d]</a>%s",
		    p->note, p->note, begins_with_space(p) ? "" : " ");
	if (p->label.text != NULL && !s->item)
		write_label(w, &p->label);
	write_inline(w, p, &s->around);
}

/* A list inside an item would inherit how the item looks: such an item's text
 * has the look, not the item. */
static struct look
item_look(const struct writer *w, const struct para *p,
    const struct block *after, struct look *l)
{
	static const enum look_family of_text[] = {
		LOOK_FONT, LOOK_SIZE, LOOK_COLOR
	};
	struct look text = { 0 };
	size_t k;

	while (after != NULL && after->para != NULL &&
	    (write_is_blank(after->para) || is_unused(w, after->para)))
		after = after->next;
	if (after == NULL || after->para == NULL ||
	    after->para->level <= p->level || !write_is_item(w, after->para))
		return text;
	for (k = 0; k < sizeof of_text / sizeof of_text[0]; k++) {
		text.v[of_text[k]] = l->v[of_text[k]];
		l->v[of_text[k]] = 0;
	}
	return text;
}

static void
write_para(struct writer *w, const struct para *p, const struct block *after)
{
	struct shape s = shape_of(w, p, after);
	struct look text = { 0 };

	if (s.item)
		text = item_look(w, p, after, &s.look);
	if (s.item) {
		write_item_begin(w, p);
	} else {
		write_lists_close(w, 0);
		buf_printf(&w->out, "<%s", s.name);
	}
	write_classes(&w->out, &s.look);
	if (p->note > 0 && !w->noted)
		buf_printf(&w->out, " id=\"w-fn%d\"", p->note);
	buf_puts(&w->out, ">");
	if (!look_none(&text)) {
		buf_puts(&w->out, "<span");
		write_classes(&w->out, &text);
		buf_puts(&w->out, ">");
	}
	put_inside(w, p, &s);
	if (!look_none(&text))
		buf_puts(&w->out, "</span>");
	if (!s.item)
		buf_printf(&w->out, "</%s>", s.name);
	if (s.part == OFFICIAL_TITLE)
		title_text(&w->title, p);
}

static bool
is_red(color c)
{
	return c != 0 && (c >> 16 & 255) >= 0xb0 && (c >> 8 & 255) <= 0x60 &&
	    (c & 255) <= 0x60;
}

static void
write_rule(struct writer *w, color c)
{
	write_lists_close(w, 0);
	buf_puts(&w->out, is_red(c) ? "<hr class=\"rule\">" : "<hr>");
}

/* One side is a line across the page, more are a box. */
static bool
is_boxed(const struct para *p)
{
	return p->shade != 0 || (p->border & (p->border - 1)) != 0 ||
	    p->border == SIDE_LEFT || p->border == SIDE_RIGHT;
}

/* Neighbours with the same lines and ground stand in one box. */
static bool
same_box(const struct para *a, const struct block *b)
{
	return b != NULL && b->para != NULL && a->border == b->para->border &&
	    a->shade == b->para->shade && b->para->note == 0;
}

static void
box_begin(struct writer *w, const struct para *p)
{
	struct look l = { 0 };

	if (w->boxed || w->cell > 0)
		return;
	if (!is_boxed(p)) {
		if (p->border == SIDE_TOP)
			write_rule(w, p->border_color);
		return;
	}
	write_lists_close(w, 0);
	l.v[LOOK_BACK] = (uint16_t)write_back(p->shade);
	if (p->border != 0)
		l.v[LOOK_BORDER] = (uint16_t)LOOK_BORDERS(p->border);
	buf_puts(&w->out, "<div");
	write_classes(&w->out, &l);
	buf_puts(&w->out, ">");
	w->boxed = true;
}

static void
box_end(struct writer *w, const struct para *p, const struct block *after)
{
	if (w->cell > 0 || same_box(p, after))
		return;
	if (w->boxed) {
		write_lists_close(w, 0);
		buf_puts(&w->out, "</div>");
		w->boxed = false;
	} else if (p->border == SIDE_BOTTOM) {
		write_rule(w, p->border_color);
	}
}

static void
write_blank(struct writer *w, const struct para *p, const struct block *after)
{
	if (w->cell == 0 && !w->boxed && !is_boxed(p) &&
	    (p->border == SIDE_BOTTOM || p->border == SIDE_TOP) &&
	    !same_box(p, after))
		write_rule(w, p->border_color);
	if (w->boxed)
		box_end(w, p, after);
	w->page |= w->cell == 0 && (p->page || p->page_after);
	w->blank = w->out.n > 0 && w->cell == 0;
}

static void
write_block(struct writer *w, const struct block *b)
{
	if (b->table != NULL) {
		write_lists_close(w, 0);
		write_table(w, b->table);
		return;
	}
	if (b->html != NULL) {
		write_lists_close(w, 0);
		buf_puts(&w->out, b->html);
		return;
	}
	if (write_is_blank(b->para) || is_unused(w, b->para)) {
		write_blank(w, b->para, b->next);
		return;
	}
	if (w->blank && w->n_open == 0)
		buf_puts(&w->out, "<p><br></p>");
	w->blank = false;
	box_begin(w, b->para);
	write_para(w, b->para, b->next);
	box_end(w, b->para, b->next);
}

void
writer_blocks(struct writer *w, const struct blocks *in)
{
	const struct block *b;

	w->before = NULL;
	for (b = in->first; b != NULL; b = b->next) {
		write_note_begin(w, b);
		write_block(w, b);
		write_note_end(w, b);
		w->before = b->para;
	}
	write_lists_close(w, 0);
}

static const struct para *
only_para(const struct writer *w, const struct cell *c)
{
	const struct para *only = NULL;
	const struct block *b;

	for (b = c->in.first; b != NULL; b = b->next) {
		if (b->para == NULL)
			return NULL;
		if (write_is_blank(b->para))
			continue;
		if (only != NULL || write_is_item(w, b->para) ||
		    b->para->heading > 0 || b->para->note > 0)
			return NULL;
		only = b->para;
	}
	return only;
}

/* One paragraph in a cell needs no element of its own. */
void
write_cell(struct writer *w, const struct cell *c, bool head,
    struct look *look)
{
	const struct para *p = only_para(w, c);
	struct open_list open[WRITER_LISTS];
	int n_open = w->n_open;
	bool outer = w->head;
	struct setting most;
	struct shape s = { 0 };

	s.around.font = head ? FONT_HEI : FONT_FANG;
	s.around.size = w->table_size;
	if (p != NULL) {
		most = write_most(p);
		text_look(w, look, &most, &s.around);
		align_look(look, p, head);
		indent_look(look, p, false, s.around.paper);
	}
	buf_puts(&w->out, head ? "<th" : "<td");
	write_classes(&w->out, look);
	if (c->rows > 1)
		buf_printf(&w->out, " rowspan=\"%d\"", c->rows);
	if (c->cols > 1)
		buf_printf(&w->out, " colspan=\"%d\"", c->cols);
	buf_puts(&w->out, head ? " scope=\"col\">" : ">");
	memcpy(open, w->open, sizeof open);
	w->n_open = 0;
	w->head = head;
	if (p != NULL)
		put_inside(w, p, &s);
	else
		writer_blocks(w, &c->in);
	w->head = outer;
	memcpy(w->open, open, sizeof open);
	w->n_open = n_open;
	buf_puts(&w->out, head ? "</th>" : "</td>");
}

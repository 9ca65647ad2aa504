/* writer.c - blocks: titles, headings, paragraphs, items, cells. */
#include <string.h>

#include "base/text.h"
#include "richtext/writer.h"

#define PAGE_SIZE_ZH 160	/* 三号, the size of the page */

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
				count[s->face.size] += text_length(s->text);
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
	w->base = 32;
	count[0] = 0;
	for (k = 1; k < WRITER_SIZES; k++)
		if (count[k] > count[w->base])
			w->base = k;
}

struct setting
write_most(const struct para *p)
{
	size_t fonts[FONT__MAX] = { 0 }, sizes[WRITER_SIZES] = { 0 };
	struct setting most = { 0 };
	const struct seg *s;
	size_t n;
	int k;

	for (s = p->first; s != NULL; s = s->next) {
		if (s->kind != SEG_TEXT && s->kind != SEG_RUBY)
			continue;
		n = text_length(s->text);
		fonts[s->face.font] += n;
		if (s->face.size < WRITER_SIZES && s->face.vert == 0)
			sizes[s->face.size] += n;
	}
	for (k = 1; k < FONT__MAX; k++)
		if (fonts[k] > fonts[most.font])
			most.font = k;
	for (k = 1; k < WRITER_SIZES; k++)
		if (sizes[k] > sizes[most.size])
			most.size = k;
	return most;
}

static bool
is_blank(const struct para *p)
{
	const struct seg *s;

	for (s = p->first; s != NULL; s = s->next)
		if (s->kind != SEG_BREAK && !(s->kind == SEG_TEXT &&
		    s->text[strspn(s->text, " ")] == '\0'))
			return false;
	return p->label.text == NULL || *p->label.text == '\0';
}

static bool
all_red(const struct para *p)
{
	const struct seg *s;
	bool any = false;

	for (s = p->first; s != NULL; s = s->next) {
		if (s->kind == SEG_TEXT && !s->face.red)
			return false;
		any |= s->kind == SEG_TEXT;
	}
	return any;
}

static bool
has_title_font(const struct para *p)
{
	const struct seg *s;

	for (s = p->first; s != NULL; s = s->next)
		if (s->kind == SEG_TEXT)
			return s->face.title_font;
	return false;
}

/* A large centred line before the text begins; the red head is not it. */
static bool
is_title(struct writer *w, const struct para *p, bool red)
{
	struct setting most = write_most(p);
	bool large = most.size * PAGE_SIZE_ZH / w->base >= 180;

	if (w->cell > 0 || w->heading_off || p->heading > 0 || red)
		return false;
	if (p->align != ALIGN_CENTER) {
		w->heading_off = p->indent >= 100;
		return false;
	}
	return p->title || has_title_font(p) || large;
}

static void
title_text(struct buf *b, const struct para *p)
{
	const struct seg *s;

	for (s = p->first; s != NULL; s = s->next)
		if (s->kind == SEG_TEXT || s->kind == SEG_RUBY)
			buf_puts(b, s->text);
}

static look_set
indent_look(const struct para *p, bool heading)
{
	int chars = p->indent;

	if (p->align == ALIGN_CENTER || p->align == ALIGN_END)
		return 0;
	/* A list whose label is text: its hanging indent cannot be shown. */
	if (p->label.text != NULL && *p->label.text != '\0' && chars < 0 &&
	    !heading)
		chars = p->level > 0 ? 400 : 200;
	if (heading)
		return chars < 100 ? LOOK(LOOK_TI_0)
		    : chars < 300 ? 0 : LOOK(LOOK_TI_4);
	if (chars < 100)
		return 0;
	return LOOK(chars < 300 ? LOOK_TI_2 : LOOK_TI_4);
}

static look_set
align_look(const struct para *p, bool head)
{
	switch (p->align) {
	case ALIGN_CENTER:
		return head ? 0 : LOOK(LOOK_TA_C);
	case ALIGN_END:
		return LOOK(LOOK_TA_R) | (p->right >= 300 ? LOOK(LOOK_PR_4)
		    : p->right >= 100 ? LOOK(LOOK_PR_2) : 0);
	default:
		return head ? LOOK(LOOK_TA_L) : 0;
	}
}

/* The look of most of the text where it is not what the page gives; around
 * becomes what the text inside is measured against. */
static look_set
text_look(const struct writer *w, const struct para *p,
    struct setting *around)
{
	struct setting most = write_most(p);
	look_set look = 0, size;

	if (most.font != FONT_NONE && most.font != around->font) {
		look |= look_of_font(most.font);
		around->font = most.font;
	}
	if (most.size == 0)
		return look;
	size = write_size(w, most.size);
	if (look_size(size) != around->size) {
		look |= size;
		around->size = look_size(size);
	}
	return look;
}

/* The block a paragraph becomes and what the stylesheet makes of it. */
struct shape {
	const char *name;
	struct setting around;
	bool title, heading, item, red;
};

static struct shape
shape_of(struct writer *w, const struct para *p)
{
	static const enum look_font fonts[] = {
		FONT_FANG, FONT_FANG, FONT_HEI, FONT_KAI, FONT_FANG
	};
	static const char *const names[] = { "p", "h1", "h2", "h3", "h4" };
	int level = p->heading > 4 ? 4 : p->heading;
	struct shape s = { .red = all_red(p) };

	s.title = is_title(w, p, s.red);
	s.heading = level > 0;
	s.item = write_is_item(p) && p->note == 0;
	s.name = s.item ? "li" : names[level];
	s.around.font = s.title ? FONT_SONG : fonts[level];
	s.around.size = s.title ? 220 : w->cell > 0 ? w->table_size
	    : PAGE_SIZE_ZH;
	s.around.bold = level == 4;
	return s;
}

static bool
begins_with_space(const struct para *p)
{
	return p->first != NULL && p->first->text[0] == ' ';
}

static void
put_inside(struct writer *w, const struct para *p, const struct shape *s)
{
	if (p->note > 0)
		buf_printf(&w->out, "<a href=\"#w-fnr%d\">[%d]</a>%s",
		    p->note, p->note, begins_with_space(p) ? "" : " ");
	if (p->label.text != NULL && !s->item)
		write_label(w, &p->label);
	write_inline(w, p, &s->around, s->red);
}

static void
write_para(struct writer *w, const struct para *p)
{
	struct shape s = shape_of(w, p);
	look_set look;

	look = s.title ? LOOK(LOOK_GW_T) : align_look(p, false);
	if (!s.item && !s.title)
		look |= indent_look(p, s.heading);
	look |= text_look(w, p, &s.around);
	if (s.red)
		look |= LOOK(LOOK_RED);
	if (s.item) {
		write_item_begin(w, p);
	} else {
		write_lists_close(w, 0);
		buf_printf(&w->out, "<%s", s.name);
	}
	write_classes(&w->out, look);
	if (p->note > 0)
		buf_printf(&w->out, " id=\"w-fn%d\"", p->note);
	buf_puts(&w->out, ">");
	put_inside(w, p, &s);
	if (!s.item)
		buf_printf(&w->out, "</%s>", s.name);
	if (s.title)
		title_text(&w->title, p);
}

static void
write_block(struct writer *w, const struct block *b)
{
	if (b->table != NULL) {
		write_lists_close(w, 0);
		write_table(w, b->table);
		return;
	}
	if (is_blank(b->para)) {
		if (b->para->rule && w->cell == 0) {
			write_lists_close(w, 0);
			buf_puts(&w->out, "<hr class=\"rule\">");
		}
		w->blank = w->out.n > 0 && w->cell == 0;
		return;
	}
	if (w->blank && w->n_open == 0)
		buf_puts(&w->out, "<p><br></p>");
	w->blank = false;
	write_para(w, b->para);
	if (b->para->rule && w->cell == 0) {
		write_lists_close(w, 0);
		buf_puts(&w->out, "<hr class=\"rule\">");
	}
}

void
writer_blocks(struct writer *w, const struct blocks *in)
{
	const struct block *b;

	for (b = in->first; b != NULL; b = b->next) {
		if (b->para != NULL && b->para->note == 1) {
			write_lists_close(w, 0);
			buf_puts(&w->out, "<hr>");
		}
		write_block(w, b);
	}
	write_lists_close(w, 0);
}

static const struct para *
only_para(const struct cell *c)
{
	const struct para *only = NULL;
	const struct block *b;

	for (b = c->in.first; b != NULL; b = b->next) {
		if (b->table != NULL)
			return NULL;
		if (is_blank(b->para))
			continue;
		if (only != NULL || write_is_item(b->para) ||
		    b->para->heading > 0)
			return NULL;
		only = b->para;
	}
	return only;
}

/* One paragraph in a cell needs no element of its own. */
void
write_cell(struct writer *w, const struct cell *c, bool head)
{
	const struct para *p = only_para(c);
	struct open_list open[WRITER_LISTS];
	int n_open = w->n_open;
	struct shape s = { 0 };
	look_set look = 0;

	s.around.font = head ? FONT_HEI : FONT_FANG;
	s.around.size = w->table_size;
	if (p != NULL) {
		s.red = all_red(p);
		look = align_look(p, head) | indent_look(p, false) |
		    text_look(w, p, &s.around) | (s.red ? LOOK(LOOK_RED) : 0);
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
	if (p != NULL)
		put_inside(w, p, &s);
	else
		writer_blocks(w, &c->in);
	memcpy(w->open, open, sizeof open);
	w->n_open = n_open;
	buf_puts(&w->out, head ? "</th>" : "</td>");
}

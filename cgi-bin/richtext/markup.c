/* markup.c - keeps containers, one paragraph and inline elements nested. */
#include <string.h>

#include "base/text.h"
#include "richtext/markup.h"

void
markup_init(struct markup *m, size_t max, struct arena *mem)
{
	memset(m, 0, sizeof *m);
	m->html = buf_new(mem);
	m->text = buf_new(mem);
	m->max = max;
	m->space = true;
}

static void
put(struct markup *m, const char *s)
{
	if (m->html.n + strlen(s) > m->max)
		m->full = true;
	if (!m->full)
		buf_puts(&m->html, s);
}

static void
put_tag(struct markup *m, const char *name, const char *attrs)
{
	put(m, "<");
	put(m, name);
	put(m, attrs);
	put(m, ">");
}

static void
put_end(struct markup *m, const char *name)
{
	put(m, "</");
	put(m, name);
	put(m, ">");
}

/* TAB between cells gives way to a new line, a space to both. */
static void
owe(struct markup *m, char gap)
{
	static const char order[] = " \t\n";

	if (m->text.n == 0)
		return;
	if (m->gap == '\0' || strchr(order, m->gap) < strchr(order, gap))
		m->gap = gap;
}

static void
say(struct markup *m, const char *s, size_t n)
{
	if (m->full)
		return;
	if (m->gap != '\0')
		buf_putc(&m->text, m->gap);
	m->gap = '\0';
	buf_put(&m->text, s, n);
}

static void
close_inline(struct markup *m, int keep)
{
	while (m->n_open > keep)
		put_end(m, m->in[--m->n_open].name);
}

void
markup_break(struct markup *m)
{
	close_inline(m, 0);
	if (m->leaf_open || m->bare)
		owe(m, m->n_cell > 0 ? ' ' : '\n');
	if (m->leaf_open)
		put_end(m, m->leaf);
	m->parted |= m->bare;
	m->bare = m->leaf_open = false;
	m->leaf = NULL;
	m->space = true;
}

static bool
is_cell(const char *name)
{
	return strcmp(name, "td") == 0 || strcmp(name, "th") == 0;
}

void
markup_box(struct markup *m, const char *name, const char *attrs)
{
	markup_break(m);
	if (m->n_box == MARKUP_DEPTH) {
		m->full = true;
		return;
	}
	m->box[m->n_box++] = name;
	m->parted = false;
	m->n_cell += is_cell(name);
	put_tag(m, name, attrs);
}

void
markup_box_end(struct markup *m)
{
	const char *name;

	markup_break(m);
	if (m->n_box == 0)
		return;
	name = m->box[--m->n_box];
	m->parted = false;
	put_end(m, name);
	if (is_cell(name)) {
		m->n_cell--;
		owe(m, m->n_cell > 0 ? ' ' : '\t');
	} else if (strcmp(name, "tr") == 0) {
		owe(m, m->n_cell > 0 ? ' ' : '\n');
	}
}

void
markup_leaf(struct markup *m, const char *name, const char *attrs)
{
	markup_break(m);
	m->leaf = name;
	m->leaf_attrs = attrs;
}

void
markup_leaf_end(struct markup *m)
{
	markup_break(m);
}

void
markup_push(struct markup *m, const char *name, const char *attrs)
{
	if (m->n_in == MARKUP_DEPTH) {
		m->full = true;
		return;
	}
	m->in[m->n_in].name = name;
	m->in[m->n_in++].attrs = attrs;
}

void
markup_pop(struct markup *m, int n)
{
	m->n_in = n < m->n_in ? m->n_in - n : 0;
	close_inline(m, m->n_in);
}

bool
markup_inside(const struct markup *m, const char *name)
{
	int k;

	for (k = 0; k < m->n_in; k++)
		if (strcmp(m->in[k].name, name) == 0)
			return true;
	return false;
}

/* Opens what is waiting: text is about to come. */
static void
enter(struct markup *m)
{
	if (m->leaf == NULL && (m->n_box == 0 || m->parted)) {
		m->leaf = "p";
		m->leaf_attrs = "";
	}
	if (m->leaf != NULL && !m->leaf_open) {
		put_tag(m, m->leaf, m->leaf_attrs);
		m->leaf_open = true;
		m->parted = false;
	}
	m->bare = m->leaf == NULL;
	for (; m->n_open < m->n_in; m->n_open++)
		put_tag(m, m->in[m->n_open].name, m->in[m->n_open].attrs);
}

static void
put_text(struct markup *m, const char *s, size_t n)
{
	if (n == 0)
		return;
	enter(m);
	if (m->html.n + 6 * n > m->max)
		m->full = true;
	if (!m->full)
		buf_put_escaped(&m->html, s, n);
	say(m, s, n);
}

/* Controls, and marks that change how the rest is read, are no text. */
static bool
is_text(uint32_t c)
{
	return !(c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfeff ||
	    (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069));
}

void
markup_text(struct markup *m, const char *s, size_t n)
{
	const char *end = s + n, *from = s, *at;
	uint32_t c;

	while (s < end && !m->full) {
		at = s;
		c = text_next(&s);
		if (c > ' ' && is_text(c)) {
			m->space = false;
			continue;
		}
		put_text(m, from, (size_t)(at - from));
		from = s;
		if (c == 0)
			return;
		if (c == ' ' || (c >= '\t' && c <= '\r')) {
			if (!m->space)
				put_text(m, " ", 1);
			m->space = true;
		}
	}
	put_text(m, from, (size_t)(s - from));
}

void
markup_void(struct markup *m, const char *written)
{
	enter(m);
	put(m, written);
	if (strncmp(written, "<br", 3) == 0) {
		owe(m, m->n_cell > 0 ? ' ' : '\n');
		m->space = true;
	} else if (strncmp(written, "<img", 4) == 0) {
		m->space = false;
	}
}

void
markup_foreign(struct markup *m, const char *written, const char *text)
{
	enter(m);
	put(m, written);
	say(m, text, strlen(text));
	m->space = false;
}

void
markup_rule(struct markup *m, const char *written)
{
	markup_break(m);
	m->parted = false;
	put(m, written);
}

void
markup_end(struct markup *m)
{
	while (m->n_box > 0)
		markup_box_end(m);
	markup_break(m);
}

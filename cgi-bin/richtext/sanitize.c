/*
 * sanitize.c - from any HTML to the one strict list.
 *
 * The list makes it safe, not the parser: elements outside the table of allow.c
 * are unwrapped or dropped, attributes are read one by one and written anew.
 */
#include <stdlib.h>
#include <string.h>

#include <gumbo.h>

#include "base/text.h"
#include "richtext/allow.h"
#include "richtext/attribute.h"
#include "richtext/clean_math.h"
#include "richtext/markup.h"
#include "richtext/names.h"
#include "richtext/parse.h"
#include "richtext/sanitize.h"

#define DEPTH_MAX  256
#define IDS_MAX	   40000
#define IMAGES_MAX 2000
#define SPAN_MAX   1000		/* browsers read no more columns */

struct clean {
	struct markup out;
	struct arena *mem;
	int depth, pre;
	struct names ids;
	const char **image;
	int n_image, image_room;
};

static void clean_node(struct clean *, const GumboNode *);

/* The parser makes broken UTF-8 of character references beyond Unicode. */
static const char *
attr(const GumboElement *e, const char *name)
{
	GumboAttribute *a = gumbo_get_attribute(&e->attributes, name);

	return a != NULL && a->attr_namespace == GUMBO_ATTR_NAMESPACE_NONE &&
	    text_valid(a->value, strlen(a->value)) ? a->value : NULL;
}

static void
clean_children(struct clean *c, const GumboElement *e)
{
	unsigned k;

	for (k = 0; k < e->children.length; k++)
		clean_node(c, e->children.data[k]);
}

/* The id when it is ours and new in this text, else NULL. */
static const char *
id_of(struct clean *c, const GumboElement *e)
{
	const char *id = attr(e, "id");

	if (id == NULL || !attribute_id(id) || c->ids.n == IDS_MAX)
		return NULL;
	return names_add(&c->ids, id, c->mem);
}

static void
put_classes(struct buf *b, const struct look *look)
{
	const char *before = " class=\"";
	int k;

	for (k = 0; k < LOOK__MAX; k++) {
		if (look->v[k] == 0)
			continue;
		buf_puts(b, before);
		buf_puts(b, look_name((enum look_family)k, look->v[k]));
		before = " ";
	}
	if (!look_none(look))
		buf_putc(b, '"');
}

static struct look
look_of(const GumboElement *e, struct attribute_style *st)
{
	const char *v;
	struct look weak = { 0 };

	memset(st, 0, sizeof *st);
	if ((v = attr(e, "style")) != NULL)
		attribute_style(v, st);
	if ((v = attr(e, "class")) != NULL)
		weak = attribute_class(v);
	if ((v = attr(e, "align")) != NULL && e->tag != GUMBO_TAG_TABLE &&
	    weak.v[LOOK_ALIGN] == 0)
		weak.v[LOOK_ALIGN] = (uint16_t)attribute_align(v);
	if (e->tag == GUMBO_TAG_CENTER && weak.v[LOOK_ALIGN] == 0)
		weak.v[LOOK_ALIGN] = LOOK_TA_C;
	if (e->tag == GUMBO_TAG_FONT && (v = attr(e, "face")) != NULL &&
	    weak.v[LOOK_FONT] == 0)
		weak.v[LOOK_FONT] = (uint16_t)look_font(v);
	return look_over(st->look, weak);
}

/* class and id of a block, and what its style asks of the text inside. */
static struct buf
block_attrs(struct clean *c, const GumboElement *e, struct attribute_style *st)
{
	struct buf b = buf_new(c->mem);
	struct look look = look_of(e, st);
	const char *id;

	put_classes(&b, &look);
	if ((id = id_of(c, e)) != NULL)
		buf_printf(&b, " id=\"%s\"", id);
	return b;
}

static int
push(struct clean *c, const char *name, const char *attrs)
{
	if (attrs[0] == '\0' && markup_inside(&c->out, name))
		return 0;
	markup_push(&c->out, name, attrs);
	return 1;
}

static int
push_style(struct clean *c, const struct attribute_style *st)
{
	int n = 0;

	n += st->bold ? push(c, "strong", "") : 0;
	n += st->italic ? push(c, "em", "") : 0;
	n += st->underline ? push(c, "u", "") : 0;
	n += st->strike ? push(c, "s", "") : 0;
	n += st->sup ? push(c, "sup", "") : 0;
	n += st->sub ? push(c, "sub", "") : 0;
	return n;
}

static void
put_number(struct buf *b, const GumboElement *e, const char *name, int64_t min,
    int64_t max)
{
	const char *v = attr(e, name);
	int64_t n;

	if (v != NULL && text_int(v, min, max, &n))
		buf_printf(b, " %s=\"%d\"", name, (int)n);
}

static void
clean_leaf(struct clean *c, const GumboElement *e, const char *as)
{
	struct attribute_style st;
	struct buf a = block_attrs(c, e, &st);
	int n;

	markup_leaf(&c->out, as, a.s);
	n = push_style(c, &st);
	clean_children(c, e);
	markup_pop(&c->out, n);
	markup_leaf_end(&c->out);
}

static void
clean_box(struct clean *c, const GumboElement *e, const char *as)
{
	struct attribute_style st;
	struct buf a = block_attrs(c, e, &st);
	int n;

	markup_box(&c->out, as, a.s);
	n = push_style(c, &st);
	clean_children(c, e);
	markup_pop(&c->out, n);
	markup_box_end(&c->out);
}

static bool
is_blank(const GumboNode *n)
{
	return n->type == GUMBO_NODE_WHITESPACE ||
	    n->type == GUMBO_NODE_COMMENT;
}

static bool
is_item(const GumboNode *n)
{
	return n->type == GUMBO_NODE_ELEMENT &&
	    n->v.element.tag_namespace == GUMBO_NAMESPACE_HTML &&
	    n->v.element.tag == GUMBO_TAG_LI;
}

static void
put_list_kind(struct buf *b, const GumboElement *e)
{
	const char *v = attr(e, "type");

	put_number(b, e, "start", -32768, 32767);
	if (v != NULL && strlen(v) == 1 && strchr("1aAiI", *v) != NULL)
		buf_printf(b, " type=\"%c\"", *v);
}

/* Only items stand in a list: anything else becomes one. */
static void
clean_list(struct clean *c, const GumboElement *e, const char *as)
{
	struct attribute_style st;
	struct buf a = block_attrs(c, e, &st);
	unsigned k;

	if (strcmp(as, "ol") == 0)
		put_list_kind(&a, e);
	markup_box(&c->out, as, a.s);
	for (k = 0; k < e->children.length; k++) {
		const GumboNode *n = e->children.data[k];

		if (is_blank(n))
			continue;
		if (is_item(n)) {
			clean_box(c, &n->v.element, "li");
			continue;
		}
		markup_box(&c->out, "li", "");
		clean_node(c, n);
		markup_box_end(&c->out);
	}
	markup_box_end(&c->out);
}

static void
clean_cell(struct clean *c, const GumboElement *e)
{
	static const char *const scopes[] = {
		"row", "col", "rowgroup", "colgroup"
	};
	struct attribute_style st;
	struct buf a = block_attrs(c, e, &st);
	const char *v = attr(e, "scope");
	size_t k;
	int n;

	put_number(&a, e, "rowspan", 2, SPAN_MAX);
	put_number(&a, e, "colspan", 2, SPAN_MAX);
	for (k = 0; k < 4 && v != NULL && e->tag == GUMBO_TAG_TH; k++)
		if (strcmp(v, scopes[k]) == 0)
			buf_printf(&a, " scope=\"%s\"", scopes[k]);
	markup_box(&c->out, e->tag == GUMBO_TAG_TH ? "th" : "td", a.s);
	n = push_style(c, &st);
	clean_children(c, e);
	markup_pop(&c->out, n);
	markup_box_end(&c->out);
}

static const char *
table_part(GumboTag tag)
{
	switch (tag) {
	case GUMBO_TAG_THEAD:
		return "thead";
	case GUMBO_TAG_TBODY:
		return "tbody";
	case GUMBO_TAG_TFOOT:
		return "tfoot";
	case GUMBO_TAG_TR:
		return "tr";
	default:
		return NULL;
	}
}

static const GumboElement *
caption_in(const GumboNode *n)
{
	return n->type == GUMBO_NODE_ELEMENT &&
	    n->v.element.tag == GUMBO_TAG_CAPTION ? &n->v.element : NULL;
}

/* A table has one at most, before all else: more are lines of the first. */
static void
clean_captions(struct clean *c, const GumboElement *table)
{
	const GumboElement *e, *first = NULL;
	struct attribute_style st;
	unsigned k;
	int n;

	for (k = 0; k < table->children.length; k++) {
		if ((e = caption_in(table->children.data[k])) == NULL)
			continue;
		struct buf a = block_attrs(c, e, &st);

		if (first == NULL)
			markup_box(&c->out, "caption", a.s);
		else
			markup_void(&c->out, "<br>");
		first = e;
		n = push_style(c, &st);
		clean_children(c, e);
		markup_pop(&c->out, n);
	}
	if (first != NULL)
		markup_box_end(&c->out);
}

/* Inside a table only its own parts pass; the parser has moved the rest. */
static void
clean_table(struct clean *c, const GumboElement *e, const char *as)
{
	struct attribute_style st;
	struct buf a = block_attrs(c, e, &st);
	unsigned k;

	markup_box(&c->out, as, a.s);
	clean_captions(c, e);
	for (k = 0; k < e->children.length; k++) {
		const GumboNode *n = e->children.data[k];
		const GumboElement *p = &n->v.element;

		if (n->type != GUMBO_NODE_ELEMENT)
			continue;
		if (p->tag == GUMBO_TAG_TD || p->tag == GUMBO_TAG_TH)
			clean_cell(c, p);
		else if (table_part(p->tag) != NULL)
			clean_table(c, p, table_part(p->tag));
	}
	markup_box_end(&c->out);
}

/* A mark inside the text stands alone, so that it is written once however
 * often the element round it is opened. */
static void
put_mark(struct clean *c, const GumboElement *e)
{
	const char *id = id_of(c, e);

	if (id != NULL)
		markup_void(&c->out,
		    arena_printf(c->mem, "<span id=\"%s\"></span>", id));
}

static void
clean_inline(struct clean *c, const GumboElement *e, const char *as)
{
	struct attribute_style st;
	struct buf a = buf_new(c->mem);
	struct look look = look_of(e, &st);
	int n = 0;

	put_mark(c, e);
	put_classes(&a, &look);
	if (!look_none(&look))
		n += push(c, "span", a.s);
	if (strcmp(as, "span") != 0)
		n += push(c, as, "");
	n += push_style(c, &st);
	clean_children(c, e);
	markup_pop(&c->out, n);
}

static void
clean_link(struct clean *c, const GumboElement *e)
{
	struct buf a = buf_new(c->mem);
	const char *v = attr(e, "href");
	const char *href = v != NULL ? attribute_href(v, c->mem) : NULL;

	put_mark(c, e);
	if (href == NULL || markup_inside(&c->out, "a")) {
		clean_children(c, e);
		return;
	}
	buf_puts(&a, " href=\"");
	buf_put_escaped(&a, href, strlen(href));
	buf_puts(&a, "\"");
	if (strncmp(href, "http", 4) == 0)
		buf_puts(&a, " rel=\"noopener noreferrer\"");
	markup_push(&c->out, "a", a.s);
	clean_children(c, e);
	markup_pop(&c->out, 1);
}

static void
clean_ruby(struct clean *c, const GumboElement *e, const struct allow *r)
{
	bool part = r->act == ACT_RUBY_PART, fits;

	fits = markup_inside(&c->out, "ruby") == part &&
	    !markup_inside(&c->out, "rt") && !markup_inside(&c->out, "rp");
	if (fits)
		markup_push(&c->out, r->as, "");
	clean_children(c, e);
	if (fits)
		markup_pop(&c->out, 1);
}

static void
images_grow(struct clean *c)
{
	const char **more;

	c->image_room = c->image_room == 0 ? 16 : c->image_room * 2;
	more = arena_calloc(c->mem, (size_t)c->image_room, sizeof *more);
	if (c->n_image > 0)
		memcpy(more, c->image, (size_t)c->n_image * sizeof *more);
	c->image = more;
}

static void
image_seen(struct clean *c, const char *name)
{
	char *sha = arena_strndup(c->mem, name, 64);
	int k;

	for (k = 0; k < c->n_image; k++)
		if (strcmp(c->image[k], sha) == 0)
			return;
	if (c->n_image == c->image_room)
		images_grow(c);
	c->image[c->n_image++] = sha;
}

static void
clean_image(struct clean *c, const GumboElement *e)
{
	struct buf b = buf_new(c->mem);
	const char *src = attr(e, "src"), *alt = attr(e, "alt"), *name;

	name = src != NULL ? attribute_image(src) : NULL;
	if (name == NULL || c->n_image == IMAGES_MAX)
		return;
	image_seen(c, name);
	buf_printf(&b, "<img src=\"/image/%s\" alt=\"", name);
	if (alt != NULL) {
		struct markup t;

		markup_init(&t, 2000, c->mem);
		markup_text(&t, alt, strlen(alt));
		buf_put_escaped(&b, t.text.s, t.text.n);
	}
	buf_puts(&b, "\"");
	put_number(&b, e, "width", 1, 4096);
	put_number(&b, e, "height", 1, 4096);
	buf_puts(&b, ">");
	markup_void(&c->out, b.s);
}

static void
clean_rule(struct clean *c, const GumboElement *e)
{
	const char *v = attr(e, "class");

	markup_rule(&c->out,
	    v != NULL && attribute_class(v).v[LOOK_PART] == LOOK_RULE
	    ? "<hr class=\"rule\">" : "<hr>");
}

static void
clean_equation(struct clean *c, const GumboElement *e)
{
	const char *text, *written = clean_math(e, &text, c->mem);

	if (written != NULL)
		markup_foreign(&c->out, written, text);
}

static void
clean_element(struct clean *c, const GumboElement *e)
{
	const struct allow *r = allow_find(e->tag);

	if (e->tag_namespace != GUMBO_NAMESPACE_HTML) {
		clean_equation(c, e);
		return;
	}
	switch (r->act) {
	case ACT_DROP:
		return;
	case ACT_LEAF:
		clean_leaf(c, e, r->as);
		return;
	case ACT_BOX:
		clean_box(c, e, r->as);
		return;
	case ACT_LIST:
		clean_list(c, e, r->as);
		return;
	case ACT_TABLE:
		clean_table(c, e, r->as);
		return;
	case ACT_INLINE:
	case ACT_SPAN:
		clean_inline(c, e, r->as);
		return;
	case ACT_LINK:
		clean_link(c, e);
		return;
	case ACT_RUBY:
	case ACT_RUBY_PART:
		clean_ruby(c, e, r);
		return;
	case ACT_BR:
		markup_void(&c->out, "<br>");
		return;
	case ACT_HR:
		clean_rule(c, e);
		return;
	case ACT_IMG:
		clean_image(c, e);
		return;
	case ACT_UNWRAP:
		clean_children(c, e);
		return;
	case ACT_PRE:
		c->pre++;
		break;
	case ACT_ITEM:		/* an item outside of a list */
	case ACT_BREAK:
		break;
	}
	markup_break(&c->out);
	clean_children(c, e);
	markup_break(&c->out);
	c->pre -= r->act == ACT_PRE;
}

/* Bytes of the character at s; 0: there is none. */
static size_t
character(const char *s)
{
	size_t n;

	for (n = 1; n <= 4 && s[n - 1] != '\0'; n++)
		if (text_valid(s, n))
			return n;
	return 0;
}

/* s without the bytes that are no characters. */
static const char *
characters(const char *s, struct arena *m)
{
	struct buf b = buf_new(m);
	size_t n;

	if (text_valid(s, strlen(s)))
		return s;
	for (; *s != '\0'; s += n > 0 ? n : 1) {
		n = character(s);
		buf_put(&b, s, n);
	}
	return b.s;
}

static void
clean_text(struct clean *c, const char *s)
{
	size_t n;

	s = characters(s, c->mem);
	for (; c->pre > 0 && s[n = strcspn(s, "\n")] == '\n'; s += n + 1) {
		markup_text(&c->out, s, n);
		markup_void(&c->out, "<br>");
	}
	markup_text(&c->out, s, strlen(s));
}

static void
clean_node(struct clean *c, const GumboNode *n)
{
	if (c->out.full)
		return;
	switch (n->type) {
	case GUMBO_NODE_TEXT:
	case GUMBO_NODE_WHITESPACE:
		clean_text(c, n->v.text.text);
		return;
	case GUMBO_NODE_ELEMENT:
		if (++c->depth > DEPTH_MAX)
			c->out.full = true;
		else
			clean_element(c, &n->v.element);
		c->depth--;
		return;
	default:
		return;
	}
}

static const char **
image_list(const struct clean *c)
{
	const char **v = arena_calloc(c->mem, (size_t)c->n_image + 1,
	    sizeof *v);
	int k;

	for (k = 0; k < c->n_image; k++)
		v[k] = c->image[k];
	return v;
}

enum rc
sanitize_html(const char *html, size_t n, size_t max, struct sanitized *out,
    struct arena *m)
{
	struct clean *c = arena_alloc(m, sizeof *c);
	struct parse *p;
	enum rc rc;

	memset(out, 0, sizeof *out);
	if (!text_valid(html, n))
		return RC_INVALID;
	if ((rc = parse_html(html, n, &p)) != RC_OK)
		return rc;
	c->mem = m;
	markup_init(&c->out, max, m);
	clean_children(c, parse_root(p));
	markup_end(&c->out);
	parse_free(p);
	if (c->out.full)
		return RC_TOO_LARGE;
	out->html.s = c->out.html.s;
	out->text = c->out.text.s;
	out->n_images = c->n_image;
	out->image = image_list(c);
	return RC_OK;
}

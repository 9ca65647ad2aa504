/* press.c - see press.h: pages, paragraphs, the box at the top. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/log.h"
#include "portal/press_draw.h"
#include "richtext/title.h"

#define FOOT_Y		783.0
#define QR_SIDE		72.0
#define TITLE_SIZE	22.0
#define LABEL_WIDTH	62.0
#define BOX_PAD		4.0

static cairo_status_t
keep(void *to, const unsigned char *bytes, unsigned n)
{
	buf_put(to, (const char *)bytes, n);
	return CAIRO_STATUS_SUCCESS;
}

/* Lines break as hinted for no screen: the same on every machine. */
static PangoContext *
context_make(struct press *p)
{
	PangoContext *context = pango_cairo_create_context(p->c);
	cairo_font_options_t *o = cairo_font_options_create();

	cairo_font_options_set_hint_style(o, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(o, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, o);
	cairo_font_options_destroy(o);
	pango_context_set_language(context,
	    pango_language_from_string("zh-cn"));
	pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
	pango_context_set_round_glyph_positions(context, FALSE);
	pango_cairo_context_set_resolution(context, 72);
	return context;
}

struct press *
press_open(const char *title, const char *author, const char *made,
    const char *foot, struct press_pictures pictures, struct arena *m)
{
	struct press *p = arena_calloc(m, 1, sizeof(*p));

	p->m = m;
	p->foot = foot;
	p->pictures = pictures;
	p->y = PAGE_TOP;
	p->bytes = buf_new(m);
	p->outline = CAIRO_PDF_OUTLINE_ROOT;
	p->surface = cairo_pdf_surface_create_for_stream(keep, &p->bytes,
	    PAGE_WIDTH, PAGE_HEIGHT);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE,
	    title);
	cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_AUTHOR,
	    author);
	cairo_pdf_surface_set_metadata(p->surface,
	    CAIRO_PDF_METADATA_CREATE_DATE, made);
	p->c = cairo_create(p->surface);
	p->context = context_make(p);
	cairo_tag_begin(p->c, "Document", NULL);
	return p;
}

/* What stands at the foot is no part of the text. */
static void
foot_draw(struct press *p)
{
	struct flow_block b = { .align = LOOK_TA_C, .markup = arena_printf(
	    p->m, "— %d —", p->page + 1), .plain = "" };
	struct press_text t = press_text(p, &b, PAGE_LEFT, PAGE_INNER, 14);
	struct buf foot = buf_new(p->m);

	press_text_draw(p, &t, FOOT_Y - 20, PAGE_HEIGHT);
	press_text_end(&t);
	buf_put_escaped(&foot, p->foot, strlen(p->foot));
	b.markup = foot.n > 0 ? foot.s : "";
	t = press_text(p, &b, PAGE_LEFT, PAGE_INNER, 9);
	cairo_set_source_rgb(p->c, .35, .4, .45);
	press_text_draw(p, &t, FOOT_Y + 4, PAGE_HEIGHT);
	cairo_set_source_rgb(p->c, 0, 0, 0);
	press_text_end(&t);
}

void
press_page(struct press *p)
{
	foot_draw(p);
	cairo_show_page(p->c);
	p->page++;
	p->y = PAGE_TOP;
}

double
press_left(const struct press *p)
{
	return PAGE_BOTTOM - p->y;
}

void
press_room(struct press *p, double points)
{
	if (press_left(p) < points && p->y > PAGE_TOP)
		press_page(p);
}

/* Whole, over as many pages as it takes. */
static void
set_text(struct press *p, struct press_text *t)
{
	while (t->drawn < t->lines && p->page < PRESS_PAGES_MAX) {
		int before = t->drawn;

		p->y = press_text_draw(p, t, p->y, PAGE_BOTTOM);
		if (t->drawn < t->lines && (p->y > PAGE_TOP ||
		    t->drawn == before))
			press_page(p);
	}
}

static void
outline_add(struct press *p, const struct flow_block *b)
{
	if (*b->plain != '\0')
		cairo_pdf_surface_add_outline(p->surface, p->outline,
		    b->plain, arena_printf(p->m, "page=%d pos=[%d %d]",
		    p->page + 1, (int)PAGE_LEFT, (int)p->y),
		    (cairo_pdf_outline_flags_t)0);
}

static void
set_block(struct press *p, const struct flow_block *b, double size,
    double line)
{
	double left = b->left * size / 2, right = b->right * size / 2;
	struct press_text t;

	if (left + right > PAGE_INNER - 6 * size)
		left = right = 0;
	t = press_text(p, b, PAGE_LEFT + left, PAGE_INNER - left - right,
	    size);
	t.line = line;
	if (p->y > PAGE_TOP)
		p->y += b->above * size / 2;
	if (b->kind == FLOW_HEADING)
		press_room(p, 2 * line);
	if (b->kind == FLOW_HEADING)
		outline_add(p, b);
	cairo_tag_begin(p->c, b->kind == FLOW_TITLE ? "H1" : b->kind ==
	    FLOW_HEADING ? arena_printf(p->m, "H%d", b->level) : "P", NULL);
	set_text(p, &t);
	if (p->y > PAGE_TOP)
		p->y += b->below * size / 2;
	cairo_tag_end(p->c, b->kind == FLOW_TITLE ? "H1" : b->kind ==
	    FLOW_HEADING ? arena_printf(p->m, "H%d", b->level) : "P");
	press_text_end(&t);
}

static void
set_rule(struct press *p)
{
	press_room(p, TEXT_LINE);
	p->y += 8;
	cairo_set_source_rgb(p->c, .69, .12, .14);
	cairo_rectangle(p->c, PAGE_LEFT, p->y, PAGE_INNER, 1.6);
	cairo_fill(p->c);
	cairo_set_source_rgb(p->c, 0, 0, 0);
	p->y += 12;
}

static void
set_picture(struct press *p, const struct flow_block *b)
{
	struct press_picture image = press_picture(p, b->picture, PAGE_INNER,
	    PAGE_BOTTOM - PAGE_TOP - 12);
	double x = PAGE_LEFT;

	press_room(p, image.height + 12);
	if (b->align != LOOK_TA_L)
		x += (PAGE_INNER - image.width) / (b->align == LOOK_TA_R ?
		    1 : 2);
	cairo_tag_begin(p->c, "Figure", NULL);
	press_picture_draw(p, &image, x, p->y + 6);
	cairo_tag_end(p->c, "Figure");
	p->y += image.height + 12;
}

void
press_flow(struct press *p, const struct flow *f)
{
	for (int i = 0; i < f->n && p->page < PRESS_PAGES_MAX; i++) {
		const struct flow_block *b = &f->v[i];

		if (b->page && p->y > PAGE_TOP)
			press_page(p);
		if (b->kind == FLOW_TABLE)
			press_table(p, b->table);
		else if (b->kind == FLOW_PICTURE)
			set_picture(p, b);
		else if (b->kind == FLOW_RULE)
			set_rule(p);
		else if (b->kind == FLOW_TITLE)
			set_block(p, b, TITLE_SIZE, TITLE_SIZE * 1.5);
		else
			set_block(p, b, TEXT_SIZE, TEXT_LINE);
	}
}

static const char *
escaped(struct press *p, const char *s)
{
	struct buf b = buf_new(p->m);

	buf_put_escaped(&b, s, strlen(s));
	return b.n > 0 ? b.s : "";
}

/* A line of a title ends where a word does. */
static const char *
by_words(struct press *p, const char *s)
{
	struct buf b = buf_new(p->m);
	struct words words;

	title_pieces(s, &words, p->m);
	for (int i = 0; i < words.n; i++) {
		buf_puts(&b, "<span allow_breaks=\"false\">");
		buf_put_escaped(&b, words.v[i], strlen(words.v[i]));
		buf_puts(&b, "</span>");
	}
	return b.n > 0 ? b.s : "";
}

void
press_title(struct press *p, const char *title, const char *number)
{
	struct flow_block b = { .kind = FLOW_TITLE, .align = LOOK_TA_C,
	    .plain = title, .markup = arena_printf(p->m, "<span "
	    "font_family=\"%s\" weight=\"bold\">%s</span>",
	    flow_font(FONT_XBS), by_words(p, title)) };

	p->y += 14;
	set_block(p, &b, TITLE_SIZE, TITLE_SIZE * 1.5);
	b = (struct flow_block){ .align = LOOK_TA_C, .plain = number,
	    .markup = escaped(p, number) };
	if (*number != '\0')
		set_block(p, &b, TEXT_SIZE, TEXT_LINE);
	p->y += TEXT_LINE / 2;
}

/* One pair at x; its height. */
static double
box_pair(struct press *p, const struct press_row *r, double x, double width)
{
	struct flow_block b = { .align = LOOK_TA_L, .plain = "", .markup =
	    arena_printf(p->m, "<span font_family=\"%s\">%s</span>",
	    flow_font(FONT_HEI), escaped(p, r->label)) };
	struct press_text t = press_text(p, &b, x + BOX_PAD, LABEL_WIDTH,
	    SMALL_SIZE);
	double low, end;

	cairo_tag_begin(p->c, "P", NULL);
	low = press_text_draw(p, &t, p->y + BOX_PAD, PAGE_BOTTOM);
	press_text_end(&t);
	b.markup = escaped(p, r->value);
	t = press_text(p, &b, x + BOX_PAD + LABEL_WIDTH, width - LABEL_WIDTH -
	    2 * BOX_PAD, SMALL_SIZE);
	end = press_text_draw(p, &t, p->y + BOX_PAD, PAGE_BOTTOM);
	press_text_end(&t);
	cairo_tag_end(p->c, "P");
	return fmax(low, end) + BOX_PAD - p->y;
}

static void
box_line(struct press *p, double y, double width)
{
	cairo_set_line_width(p->c, width);
	cairo_move_to(p->c, PAGE_LEFT, y);
	cairo_line_to(p->c, PAGE_RIGHT, y);
	cairo_stroke(p->c);
}

void
press_box(struct press *p, const struct press_row *r, int n)
{
	box_line(p, p->y, 1.2);
	for (int i = 0; i < n && press_left(p) > 4 * SMALL_SIZE; i++) {
		bool pair = !r[i].wide && i + 1 < n && !r[i + 1].wide;
		double high = box_pair(p, &r[i], PAGE_LEFT, pair ?
		    PAGE_INNER / 2 : PAGE_INNER);

		if (pair)
			high = fmax(high, box_pair(p, &r[++i], PAGE_LEFT +
			    PAGE_INNER / 2, PAGE_INNER / 2));
		p->y += high;
		box_line(p, p->y, i + 1 < n ? 0.4 : 1.2);
	}
	p->y += 10;
}

static void
qr_draw(struct press *p, const struct qr *qr, double y)
{
	double side = qr->size == 0 ? 0 : QR_SIDE / qr->size;

	for (int k = 0; k < qr->size * qr->size; k++)
		if (qr->dark[k])
			cairo_rectangle(p->c, PAGE_RIGHT - QR_SIDE +
			    k % qr->size * side, y + k / qr->size * side,
			    side, side);
	cairo_fill(p->c);
}

void
press_end(struct press *p, const char *const *lines, int n,
    const struct qr *qr)
{
	double width = PAGE_INNER - QR_SIDE - 16, top;

	press_room(p, QR_SIDE + 36);
	p->y += 20;
	box_line(p, p->y, 0.6);
	top = p->y += 8;
	for (int i = 0; i < n; i++) {
		struct flow_block b = { .align = LOOK_TA_L, .plain = "",
		    .markup = escaped(p, lines[i]) };
		struct press_text t = press_text(p, &b, PAGE_LEFT, width,
		    SMALL_SIZE);

		cairo_tag_begin(p->c, "P", NULL);
		set_text(p, &t);
		cairo_tag_end(p->c, "P");
		press_text_end(&t);
	}
	cairo_tag_begin(p->c, "Figure", NULL);
	qr_draw(p, qr, p->y > top ? top : PAGE_TOP);
	cairo_tag_end(p->c, "Figure");
}

enum rc
press_close(struct press *p, void **bytes, size_t *n)
{
	bool full = p->page >= PRESS_PAGES_MAX, good;

	foot_draw(p);
	cairo_tag_end(p->c, "Document");
	g_object_unref(p->context);
	cairo_surface_finish(p->surface);
	good = cairo_status(p->c) == CAIRO_STATUS_SUCCESS &&
	    cairo_surface_status(p->surface) == CAIRO_STATUS_SUCCESS;
	if (!good)
		log_fail("cairo: %s, %s", cairo_status_to_string(
		    cairo_status(p->c)), cairo_status_to_string(
		    cairo_surface_status(p->surface)));
	cairo_destroy(p->c);
	cairo_surface_destroy(p->surface);
	*bytes = p->bytes.s;
	*n = p->bytes.n;
	return full ? RC_TOO_LARGE : good ? RC_OK : RC_FAIL;
}

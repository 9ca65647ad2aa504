/*
 * report_scan.c - one walk over the document's XML.
 *
 * Whatever is not known here is walked through, so that text in an element
 * nobody has heard of is missed by the importer and found by this.
 */
#include <string.h>

#include "base/text.h"
#include "richtext/report_scan.h"

static bool
is_blank(uint32_t c)
{
	return c <= ' ' || c == 0xa0 || c == 0xad || c == 0x3000 ||
	    c == 0xfeff || (c >= 0x2000 && c <= 0x200f) ||
	    (c >= 0x2028 && c <= 0x202f) || c == 0x205f || c == 0x2060 ||
	    (c >= 0x7f && c < 0xa0);
}

void
report_squeeze(struct buf *b, const char *s, int64_t *length)
{
	uint32_t c;
	char out[4];

	while ((c = text_next(&s)) != 0) {
		if (is_blank(c))
			continue;
		if (c >= 'A' && c <= 'Z')
			c += 'a' - 'A';
		buf_put(b, out, text_encode(c, out));
		++*length;
	}
}

void
report_count(struct report *r, enum report_kind kind, int n,
    const struct report_place *at)
{
	struct report_item *i = &r->item[kind];

	i->count += n;
	if (at != NULL && i->n_places < REPORT_PLACES)
		i->place[i->n_places++] = *at;
}

/* At most REPORT_WORDS - 1 bytes, whole characters, one line. */
static void
words_put(char to[REPORT_WORDS], const char *s)
{
	size_t used = strlen(to), k;
	uint32_t c;
	char out[4];

	while ((c = text_next(&s)) != 0) {
		if (c < ' ' || c == 0x7f)
			c = ' ';
		k = text_encode(c, out);
		if (used + k >= REPORT_WORDS)
			return;
		memcpy(to + used, out, k);
		to[used += k] = '\0';
	}
}

static bool
is_left_out(const struct node *n)
{
	switch (xml_tag(n)) {
	case w_del:
	case w_moveFrom:
	case w_rPr:
	case w_pPr:
	case w_txbxContent:
	case w_instrText:
	case mc_Fallback:
		return true;
	default:
		return false;
	}
}

static void
quote_put(char to[REPORT_WORDS], const struct node *n)
{
	for (n = n->children; n != NULL && strlen(to) < REPORT_WORDS / 2;
	    n = n->next) {
		if (is_left_out(n))
			continue;
		if (xml_tag(n) == w_t)
			words_put(to, n->text);
		else if (xml_child(xml_child(n, w_rPr), w_vanish) == NULL)
			quote_put(to, n);
	}
}

void
scan_place(const struct scan *s, struct report_place *at)
{
	memset(at, 0, sizeof *at);
	at->paragraph = s->paragraph;
	memcpy(at->heading, s->heading, sizeof at->heading);
	if (s->para != NULL)
		quote_put(at->quote, s->para);
}

void
scan_count(struct scan *s, enum report_kind kind)
{
	struct report_place at;

	if (s->r->item[kind].n_places == REPORT_PLACES ||
	    report_group(kind) == REPORT_KEPT) {
		report_count(s->r, kind, 1, NULL);
		return;
	}
	scan_place(s, &at);
	report_count(s->r, kind, 1, &at);
}

void
scan_flush(struct scan *s)
{
	struct piece *p;

	if (s->piece.n == 0)
		return;
	p = arena_alloc(s->mem, sizeof *p);
	p->s = s->piece.s;
	p->n = s->piece.n;
	p->length = s->length;
	p->place.paragraph = s->paragraph;
	memcpy(p->place.heading, s->heading, sizeof s->heading);
	*s->last = p;
	s->last = &p->next;
	s->piece = buf_new(s->mem);
	s->length = 0;
}

/* Characters of symbol fonts stand for others. */
static void
text_put(struct scan *s, const char *text)
{
	struct buf plain = buf_new(s->mem);
	const char *p = text, *from = text;
	uint32_t c;

	if (scan_in_page_field(s))
		return;
	for (; (c = text_next(&p)) != 0; from = p) {
		if (c >= 0xf000 && c <= 0xf0ff) {
			report_squeeze(&s->piece, plain.s, &s->length);
			plain = buf_new(s->mem);
			scan_flush(s);
			scan_count(s, REPORT_SYMBOLS);
		} else {
			buf_put(&plain, from, (size_t)(p - from));
		}
	}
	report_squeeze(&s->piece, plain.s, &s->length);
}

void
scan_lines(struct scan *s, const char *text)
{
	size_t n;

	for (; *text != '\0'; text += n + (text[n] != '\0')) {
		n = strcspn(text, "\n\t");
		text_put(s, arena_strndup(s->mem, text, n));
		scan_flush(s);
	}
}

/* Hidden is a toggle: style of the paragraph and of the run cancel out. */
static bool
is_hidden(const struct scan *s, const struct node *run)
{
	const struct node *rPr = xml_child(run, w_rPr);
	const struct node *direct = xml_child(rPr, w_vanish);
	int style;

	if (direct != NULL)
		return xml_on(direct);
	style = report_style_find(&s->styles, xml_val(rPr, w_rStyle));
	return report_style_hides(&s->styles, s->style) !=
	    report_style_hides(&s->styles, style);
}

static void
hidden_run(struct scan *s, const struct node *n)
{
	bool text = false;

	for (n = n->children; n != NULL; n = n->next) {
		if (xml_tag(n) == w_fldChar)
			scan_field_mark(s, xml_attr(n, "fldCharType"));
		else if (xml_tag(n) == w_instrText)
			scan_field_code(s, n->text);
		else
			text |= xml_tag(n) == w_t;
	}
	if (text)
		scan_count(s, REPORT_HIDDEN);
}

static void
note_refer_to(struct scan *s, int kind, const struct node *n)
{
	int id = 0;

	scan_flush(s);
	if (s->n_note[kind] < SCAN_NOTES &&
	    xml_attr(n, "id") != NULL && xml_int(xml_attr(n, "id"), &id))
		s->note[kind][s->n_note[kind]++] = id;
	scan_count(s, REPORT_NOTES);
}

static void
break_seen(struct scan *s, const struct node *n)
{
	const char *type = xml_attr(n, "type");

	if (type != NULL && strcmp(type, "page") == 0)
		scan_count(s, REPORT_PAGE_BREAKS);
}

static void
para_scan(struct scan *s, const struct node *n)
{
	const struct node *outer = s->para, *pPr = xml_child(n, w_pPr);
	int style = s->style;

	scan_flush(s);
	s->para = n;
	s->paragraph++;
	s->style = report_style_find(&s->styles, xml_val(pPr, w_pStyle));
	if (s->style < 0)
		s->style = s->styles.usual;
	scan_count(s, REPORT_PARAGRAPHS);
	scan_section(s, xml_child(pPr, w_sectPr));
	if (xml_child(pPr, w_outlineLvl) != NULL ||
	    report_style_heading(&s->styles, s->style)) {
		s->heading[0] = '\0';
		quote_put(s->heading, n);
		if (s->heading[0] != '\0')
			scan_count(s, REPORT_HEADINGS);
	}
	scan_children(s, n);
	scan_flush(s);
	s->para = outer;
	s->style = style;
}

static void
run_scan(struct scan *s, const struct node *n)
{
	if (is_hidden(s, n))
		hidden_run(s, n);
	else
		scan_children(s, n);
}

static void
insertion_scan(struct scan *s, const struct node *n)
{
	if (n->children != NULL)
		scan_count(s, REPORT_INSERTIONS);
	scan_children(s, n);
}

static void
deletion_scan(struct scan *s, const struct node *n)
{
	if (n->children != NULL)
		scan_count(s, REPORT_DELETIONS);
}

static void
ruby_scan(struct scan *s, const struct node *n)
{
	scan_count(s, REPORT_RUBIES);
	scan_flush(s);
	scan_children(s, xml_child(n, w_rubyBase));
	scan_flush(s);
	scan_children(s, xml_child(n, w_rt));
	scan_flush(s);
}

/* What stands at one point of the text and holds none. */
static bool
scan_mark(struct scan *s, const struct node *n)
{
	switch (xml_tag(n)) {
	case w_fldChar:
		scan_field_mark(s, xml_attr(n, "fldCharType"));
		return true;
	case w_instrText:
		scan_field_code(s, n->text);
		return true;
	case w_footnoteReference:
		note_refer_to(s, 0, n);
		return true;
	case w_endnoteReference:
		note_refer_to(s, 1, n);
		return true;
	case w_commentReference:
		scan_count(s, REPORT_COMMENTS);
		return true;
	case w_br:
		break_seen(s, n);
		return true;
	case w_delText:
	case w_delInstrText:
	case w_pPr:
	case w_rPr:
	case w_tblPr:
	case w_trPr:
	case w_tcPr:
		return true;
	default:
		return false;
	}
}

static void
scan_one(struct scan *s, const struct node *n)
{
	switch (xml_tag(n)) {
	case w_p:
		para_scan(s, n);
		return;
	case w_r:
		run_scan(s, n);
		return;
	case w_t:
		text_put(s, n->text);
		return;
	case w_ins:
	case w_moveTo:
		insertion_scan(s, n);
		return;
	case w_del:
	case w_moveFrom:
		deletion_scan(s, n);
		return;
	case w_fldSimple:
		scan_field_simple(s, n);
		return;
	case w_ruby:
		ruby_scan(s, n);
		return;
	case w_sdt:
		scan_children(s, xml_child(n, w_sdtContent));
		return;
	case mc_AlternateContent:
		scan_children(s, xml_choose(n));
		return;
	default:
		if (!scan_mark(s, n) && !scan_thing(s, n))
			scan_children(s, n);
	}
}

void
scan_children(struct scan *s, const struct node *n)
{
	for (n = n != NULL ? n->children : NULL; n != NULL; n = n->next)
		scan_one(s, n);
}

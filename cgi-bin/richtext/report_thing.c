/*
 * report_thing.c - what is not text: tables, links, drawings, objects,
 * equations; and the parts beside the document.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "richtext/chunk.h"
#include "richtext/filetype.h"
#include "richtext/report_scan.h"

static bool
inside(const struct node *n, enum xml_tag tag)
{
	for (n = n->children; n != NULL; n = n->next)
		if (n->tag == tag || inside(n, tag))
			return true;
	return false;
}

/* The text of an equation; each symbol stands for itself. */
static void
equation_put(struct scan *s, const struct node *n)
{
	for (n = n->children; n != NULL; n = n->next) {
		if (xml_tag(n) == w_del || xml_tag(n) == w_moveFrom)
			continue;
		if (xml_on(xml_child(xml_child(n, w_rPr), w_vanish))) {
			scan_count(s, REPORT_HIDDEN);
		} else if (xml_tag(n) == m_t) {
			report_squeeze(&s->piece, n->text, &s->length);
			scan_flush(s);
		} else {
			equation_put(s, n);
		}
	}
}

static void
equation_scan(struct scan *s, const struct node *n)
{
	scan_flush(s);
	scan_count(s, REPORT_EQUATIONS);
	equation_put(s, n);
}

static void
box_scan(struct scan *s, const struct node *n)
{
	int fields = s->n_field;

	scan_count(s, REPORT_BOXES);
	scan_flush(s);
	s->n_field = 0;
	scan_children(s, n);
	scan_flush(s);
	s->n_field = fields;
}

static void
picture_scan(struct scan *s, const char *id, const char *far)
{
	const struct rel *rel = rels_find(s->rels, id != NULL ? id : far);
	const struct part *part;
	int w, h;

	if (rel == NULL || rel->external) {
		scan_count(s, REPORT_PICTURES_FAR);
		return;
	}
	scan_count(s, REPORT_PICTURES);
	part = package_part(s->package, rel->target);
	if (part == NULL || filetype_image(part->data, part->n, &w, &h) ==
	    NULL) {
		scan_count(s, REPORT_PICTURES_LOST);
		s->r->item[REPORT_PICTURES_LOST].count--;
	}
}

static bool
is_address(const char *s)
{
	static const char *const good[] = { "http://", "https://", "mailto:" };
	size_t k;

	for (k = 0; k < sizeof good / sizeof good[0]; k++)
		if (strncasecmp(s, good[k], strlen(good[k])) == 0)
			return true;
	return false;
}

/* The likely places of those that will be missing in the result. */
static void
link_scan(struct scan *s, const struct node *n)
{
	const struct rel *rel = rels_find(s->rels, xml_rel(n, "id"));

	if (!inside(n, w_t))
		return;
	scan_count(s, REPORT_LINKS);
	if (rel != NULL && !is_address(rel->target)) {
		scan_count(s, REPORT_LINKS_LOST);
		s->r->item[REPORT_LINKS_LOST].count--;
	}
}

/* What somewhere inside is related by such an id: charts, diagrams and
 * embedded objects are parts of their own. */
static const char *
related(const struct scan *s, const struct node *n)
{
	const char *const ids[2] = { "id", "dm" };
	const struct rel *rel;
	const char *found;
	int k;

	for (n = n->children; n != NULL; n = n->next) {
		for (k = 0; k < 2; k++) {
			rel = rels_find(s->rels, xml_rel(n, ids[k]));
			if (rel != NULL && strcmp(rel->type, "image") != 0 &&
			    strcmp(rel->type, "hyperlink") != 0)
				return rel->type;
		}
		if ((found = related(s, n)) != NULL)
			return found;
	}
	return NULL;
}

/* Nothing of a drawing is left when it is only lines. */
static void
drawing_scan(struct scan *s, const struct node *n)
{
	const char *type = related(s, n);

	if (type != NULL && (strncmp(type, "chart", 5) == 0 ||
	    strncmp(type, "diagram", 7) == 0))
		scan_count(s, REPORT_CHARTS);
	else if (type != NULL)
		scan_count(s, REPORT_OBJECTS);
	else if (!inside(n, a_blip) && !inside(n, v_imagedata) &&
	    !inside(n, w_txbxContent) && !inside(n, v_textpath))
		scan_count(s, REPORT_SHAPES);
	scan_children(s, n);
}

void
scan_section(struct scan *s, const struct node *section)
{
	const struct node *k = section != NULL ? section->children : NULL;
	const char *columns;
	int n;

	for (; k != NULL; k = k->next)
		if ((columns = xml_attr(k, "num")) != NULL &&
		    xml_int(columns, &n) && n > 1)
			scan_count(s, REPORT_COLUMNS);
}

/* What of it is readable has to be in the result. */
static void
chunk_scan(struct scan *s, const struct node *n)
{
	struct sanitized text;

	if (!chunk_take(s->package, s->rels, n, &text, s->mem)) {
		scan_count(s, REPORT_OBJECTS);
		return;
	}
	scan_flush(s);
	scan_lines(s, text.text);
}

bool
scan_thing(struct scan *s, const struct node *n)
{
	switch (xml_tag(n)) {
	case w_tbl:
		scan_count(s, REPORT_TABLES);
		return false;
	case w_hyperlink:
		link_scan(s, n);
		return false;
	case w_sym:
		scan_flush(s);
		scan_count(s, REPORT_SYMBOLS);
		return true;
	case w_noBreakHyphen:
		scan_flush(s);
		return true;
	case w_altChunk:
		chunk_scan(s, n);
		return true;
	case w_txbxContent:
		box_scan(s, n);
		return true;
	case m_oMath:
		equation_scan(s, n);
		return true;
	case w_drawing:
	case w_pict:
	case w_object:
		drawing_scan(s, n);
		return true;
	case a_blip:
		picture_scan(s, xml_rel(n, "embed"), xml_rel(n, "link"));
		return true;
	case v_imagedata:
		picture_scan(s, xml_rel(n, "id"), xml_rel(n, "href"));
		return true;
	case v_textpath:
		scan_flush(s);
		if (xml_attr(n, "string") != NULL)
			scan_lines(s, xml_attr(n, "string"));
		return true;
	case w_sectPr:
		scan_section(s, n);
		return true;
	default:
		return false;
	}
}

static struct xml *
side_open(struct scan *s, const struct rel *rel)
{
	const struct part *part = rel == NULL || rel->external ? NULL :
	    package_part(s->package, rel->target);
	struct xml *x = NULL;

	if (part == NULL || xml_parse(part->data, part->n, &x) != RC_OK)
		return NULL;
	return x;
}

static bool
is_referred(const struct scan *s, int kind, const struct node *note)
{
	const char *text = xml_attr(note, "id");
	int id, k;

	if (text == NULL || !xml_int(text, &id))
		return false;
	for (k = 0; k < s->n_note[kind]; k++)
		if (s->note[kind][k] == id)
			return true;
	return false;
}

static void
notes_scan(struct scan *s, int kind, const struct rels *main)
{
	static const char *const types[2] = { "footnotes", "endnotes" };
	const struct rel *rel = rels_type(main, types[kind]);
	struct xml *x = side_open(s, rel);
	struct rels own = { 0 };
	const struct node *n;

	if (x == NULL)
		return;
	(void)package_rels(s->package, rel->target, &own, s->mem);
	s->rels = &own;
	for (n = xml_root(x)->children; n != NULL; n = n->next)
		if ((xml_tag(n) == w_footnote || xml_tag(n) == w_endnote) &&
		    is_referred(s, kind, n))
			scan_children(s, n);
	xml_free(x);
	s->rels = main;
}

/* A header counts when it says something. */
static void
headers_scan(struct scan *s, const struct rels *main)
{
	struct xml *x;
	int k;

	for (k = 0; k < main->n; k++) {
		if (strcmp(main->v[k].type, "header") != 0 &&
		    strcmp(main->v[k].type, "footer") != 0)
			continue;
		if ((x = side_open(s, &main->v[k])) == NULL)
			continue;
		if (inside(xml_root(x), w_t) ||
		    inside(xml_root(x), a_blip))
			report_count(s->r, REPORT_HEADERS, 1, NULL);
		xml_free(x);
	}
}

static enum rc
main_scan(struct scan *s, const struct part *part)
{
	const struct rels *main = s->rels;
	struct xml *x = NULL;
	enum rc rc = xml_parse(part->data, part->n, &x);

	if (rc == RC_OK && xml_child(xml_root(x), w_body) != NULL) {
		scan_children(s, xml_child(xml_root(x), w_body));
		scan_flush(s);
		notes_scan(s, 0, main);
		notes_scan(s, 1, main);
		headers_scan(s, main);
		report_count(s->r, REPORT_MACROS, rels_type(main,
		    "vbaProject") != NULL, NULL);
	} else {
		rc = RC_INVALID;
	}
	/* the names and pieces are copies, nothing points into it now */
	xml_free(x);
	return rc;
}

enum rc
scan_package(struct scan *s)
{
	struct rels top, main;
	const struct part *part;
	const struct rel *rel;
	enum rc rc;

	s->last = &s->first;
	s->piece = buf_new(s->mem);
	if (package_rels(s->package, "", &top, s->mem) != RC_OK)
		return RC_INVALID;
	rel = rels_type(&top, "officeDocument");
	part = package_part(s->package, rel != NULL ? rel->target :
	    "word/document.xml");
	if (part == NULL || package_rels(s->package, part->name, &main,
	    s->mem) != RC_OK)
		return RC_INVALID;
	s->rels = &main;
	report_styles_read(&s->styles, side_open(s, rels_type(&main,
	    "styles")), s->mem);
	rc = main_scan(s, part);
	xml_free(s->styles.xml);
	s->rels = NULL;
	return rc;
}

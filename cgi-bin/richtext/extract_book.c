/*
 * extract_book.c - spreadsheets, slides and OFD: packages of XML of which only
 * the words are wanted, and of a table where each of them stands.  A DOCTYPE
 * in any part ends the reading.
 */
#include <stdlib.h>
#include <string.h>

#include <libxml/xmlreader.h>

#include "richtext/extract_read.h"
#include "richtext/package.h"

#define VALUE_MAX 200
#define SHEETS_MAX 200
#define SLIDES_MAX 1000
#define COLUMN_MAX 16384
#define ROW_MAX 1048576
#define OPTIONS (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)

struct strings { int n, room; const char **v; };

struct book {
	struct package *p;
	struct strings shared;
	struct buf *out;
	int *hidden;
	bool first;		/* cell of its row */
	bool cells;		/* each with its place: extract_cells() */
	int row, column;	/* of the cell read last, from 1 */
};

static enum extract
opened(const char *path, struct package **p)
{
	enum problem why;

	if (package_open(path, p, &why) == RC_OK)
		return EXTRACT_OK;
	return why == PROBLEM_WORD_ENCRYPTED ? EXTRACT_ENCRYPTED :
	    why == PROBLEM_WORD_TOO_LARGE ? EXTRACT_TOO_LARGE :
	    EXTRACT_BROKEN;
}

static xmlTextReader *
reader(const struct part *part)
{
	return part == NULL || part->n == 0 ? NULL : xmlReaderForMemory(
	    part->data, (int)part->n, NULL, NULL, OPTIONS);
}

/* The next node, while there is one that we may read. */
static bool
next(xmlTextReader *r)
{
	return xmlTextReaderRead(r) == 1 &&
	    xmlTextReaderNodeType(r) != XML_READER_TYPE_DOCUMENT_TYPE;
}

static bool
begins(xmlTextReader *r, const char *name)
{
	return xmlTextReaderNodeType(r) == XML_READER_TYPE_ELEMENT &&
	    xmlStrEqual(xmlTextReaderConstLocalName(r), (xmlChar *)name);
}

static bool
ends(xmlTextReader *r, const char *name)
{
	return (xmlTextReaderNodeType(r) == XML_READER_TYPE_END_ELEMENT ||
	    (xmlTextReaderNodeType(r) == XML_READER_TYPE_ELEMENT &&
	    xmlTextReaderIsEmptyElement(r))) &&
	    xmlStrEqual(xmlTextReaderConstLocalName(r), (xmlChar *)name);
}

static bool
is_text(xmlTextReader *r)
{
	int type = xmlTextReaderNodeType(r);

	return type == XML_READER_TYPE_TEXT ||
	    type == XML_READER_TYPE_CDATA ||
	    type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

static void
attribute(xmlTextReader *r, const char *name, char out[VALUE_MAX])
{
	xmlChar *v = xmlTextReaderGetAttribute(r, (xmlChar *)name);

	*out = '\0';
	if (v != NULL)
		strncat(out, (char *)v, VALUE_MAX - 1);
	xmlFree(v);
}

/* The words inside the element r stands on, those of `but` left out. */
static void
put_inside(xmlTextReader *r, const char *name, const char *but,
    struct buf *out)
{
	bool quiet = false;

	while (!ends(r, name) && next(r))
		if (begins(r, but))
			quiet = !xmlTextReaderIsEmptyElement(r);
		else if (ends(r, but))
			quiet = false;
		else if (is_text(r) && !quiet && out->n <= EXTRACT_MAX)
			buf_puts(out, (char *)xmlTextReaderConstValue(r));
}

static void
string_add(struct strings *s, const char *text, struct arena *m)
{
	const char **more;

	if (s->n == s->room) {
		s->room = s->room == 0 ? 256 : 2 * s->room;
		more = arena_calloc(m, (size_t)s->room, sizeof *more);
		if (s->n > 0)
			memcpy(more, s->v, (size_t)s->n * sizeof *more);
		s->v = more;
	}
	s->v[s->n++] = text;
}

static void
read_shared(struct book *b)
{
	xmlTextReader *r = reader(package_part(b->p, "xl/sharedStrings.xml"));
	struct buf text;

	while (r != NULL && next(r))
		if (begins(r, "si")) {
			text = buf_new(b->out->mem);
			put_inside(r, "si", "rPh", &text);
			string_add(&b->shared, text.s, b->out->mem);
		}
	xmlFreeTextReader(r);
}

static const char *
shared(const struct book *b, const char *number)
{
	long k = strtol(number, NULL, 10);

	return k >= 0 && k < b->shared.n ? b->shared.v[k] : "";
}

/* The place that an attribute like "AB12" names; without one a cell stands
 * after the one before it. */
static void
cell_place(struct book *b, const char *at)
{
	int column = 0;

	for (; *at >= 'A' && *at <= 'Z' && column < COLUMN_MAX; at++)
		column = column * 26 + *at - 'A' + 1;
	b->column = column > 0 ? column : b->column + 1;
}

static void
row_place(struct book *b, xmlTextReader *r)
{
	char at[VALUE_MAX];
	long row;

	attribute(r, "r", at);
	row = strtol(at, NULL, 10);
	b->row = row > 0 && row <= ROW_MAX ? (int)row : b->row + 1;
	b->column = 0;
}

/* Row, column and text between TABs, a cell a line; what would end the line
 * is written as in C. */
static void
put_cell(struct book *b, const char *s)
{
	buf_printf(b->out, "%d\t%d\t", b->row, b->column);
	for (; *s != '\0'; s++)
		if (*s == '\n')
			buf_puts(b->out, "\\n");
		else if (*s == '\\')
			buf_puts(b->out, "\\\\");
		else if (*s != '\r')
			buf_putc(b->out, *s == '\t' ? ' ' : *s);
	buf_putc(b->out, '\n');
}

/* c: its value is the number of a shared text, a text inside, or itself. */
static void
read_cell(struct book *b, xmlTextReader *r)
{
	char type[VALUE_MAX], at[VALUE_MAX];
	struct buf value = buf_new(b->out->mem);
	const char *text;

	attribute(r, "t", type);
	attribute(r, "r", at);
	cell_place(b, at);
	while (!ends(r, "c") && next(r))
		if (begins(r, "v"))
			put_inside(r, "v", "", &value);
		else if (begins(r, "is"))
			put_inside(r, "is", "rPh", &value);
	if (value.n == 0)
		return;
	text = strcmp(type, "s") == 0 ? shared(b, value.s) : value.s;
	if (b->cells) {
		put_cell(b, text);
		return;
	}
	if (!b->first)
		buf_putc(b->out, '\t');
	b->first = false;
	buf_puts(b->out, text);
}

static void
read_sheet(struct book *b, const char *name, const struct part *part)
{
	xmlTextReader *r = reader(part);
	char hidden[VALUE_MAX];

	if (!b->cells)
		buf_printf(b->out, "%s\n", name);
	while (r != NULL && b->out->n <= EXTRACT_MAX && next(r)) {
		if (begins(r, "row"))
			row_place(b, r);
		if (begins(r, "row") || begins(r, "col")) {
			attribute(r, "hidden", hidden);
			*b->hidden += strcmp(hidden, "1") == 0 ||
			    strcmp(hidden, "true") == 0;
			b->first = true;
		} else if (begins(r, "c")) {
			read_cell(b, r);
		} else if (ends(r, "row") && !b->first) {
			buf_putc(b->out, '\n');
		}
	}
	xmlFreeTextReader(r);
}

/* The part that the package says is its main one. */
static const char *
main_part(const struct package *p, const char *usual, struct rels *inside,
    struct arena *m)
{
	const struct rel *rel = NULL;
	struct rels outer;

	if (package_rels(p, "", &outer, m) == RC_OK)
		rel = rels_type(&outer, "officeDocument");
	usual = rel != NULL ? rel->target : usual;
	if (package_rels(p, usual, inside, m) != RC_OK)
		inside->n = 0;
	return usual;
}

/* Days count from 1904 in some books: the line of a cell that cannot be. */
static void
put_calendar(struct book *b, xmlTextReader *r)
{
	char value[VALUE_MAX];

	attribute(r, "date1904", value);
	if (strcmp(value, "1") == 0 || strcmp(value, "true") == 0)
		buf_puts(b->out, "0\t0\t1904\n");
}

static void
read_sheets(struct book *b, xmlTextReader *r, const struct rels *rels)
{
	char name[VALUE_MAX], id[VALUE_MAX], state[VALUE_MAX];
	const struct rel *rel;
	int n = 0, most = b->cells ? 1 : SHEETS_MAX;

	while (b->out->n <= EXTRACT_MAX && n < most && next(r)) {
		if (b->cells && begins(r, "workbookPr"))
			put_calendar(b, r);
		if (!begins(r, "sheet"))
			continue;
		n++;
		attribute(r, "name", name);
		attribute(r, "r:id", id);
		attribute(r, "state", state);
		*b->hidden += strncmp(state, "hidden", 6) == 0 ||
		    strcmp(state, "veryHidden") == 0;
		if ((rel = rels_find(rels, id)) != NULL)
			read_sheet(b, name, package_part(b->p, rel->target));
	}
}

static enum extract
read_book(const char *path, struct buf *out, int *hidden, bool cells)
{
	struct book b = { .out = out, .hidden = hidden, .cells = cells };
	xmlTextReader *r;
	enum extract how;
	struct rels rels;
	const char *name;

	if ((how = opened(path, &b.p)) != EXTRACT_OK)
		return how;
	name = main_part(b.p, "xl/workbook.xml", &rels, out->mem);
	if ((r = reader(package_part(b.p, name))) == NULL) {
		package_free(b.p);
		return EXTRACT_BROKEN;
	}
	read_shared(&b);
	read_sheets(&b, r, &rels);
	xmlFreeTextReader(r);
	package_free(b.p);
	return EXTRACT_OK;
}

enum extract
extract_book(const char *path, struct buf *out, int *hidden)
{
	return read_book(path, out, hidden, false);
}

enum extract
extract_cells(const char *path, struct buf *out, int *hidden)
{
	return read_book(path, out, hidden, true);
}

/* Every text element, a line after each paragraph. */
static void
put_part(const struct part *part, const char *text, const char *line,
    struct buf *out)
{
	xmlTextReader *r = reader(part);

	while (r != NULL && out->n <= EXTRACT_MAX && next(r))
		if (begins(r, text))
			put_inside(r, text, "", out);
		else if (ends(r, line))
			buf_putc(out, '\n');
	xmlFreeTextReader(r);
}

enum extract
extract_slides(const char *path, struct buf *out, int *hidden)
{
	const struct part *part;
	struct package *p;
	enum extract how;
	int k;

	(void)hidden;
	if ((how = opened(path, &p)) != EXTRACT_OK)
		return how;
	for (k = 1; k <= SLIDES_MAX && out->n <= EXTRACT_MAX; k++) {
		part = package_part(p, arena_printf(out->mem,
		    "ppt/slides/slide%d.xml", k));
		if (part != NULL)
			put_part(part, "t", "p", out);
	}
	package_free(p);
	return EXTRACT_OK;
}

/* Pages of the first document, in the order of their folders. */
enum extract
extract_ofd(const char *path, struct buf *out, int *hidden)
{
	const struct part *part;
	struct package *p;
	enum extract how;
	int k;

	(void)hidden;
	if ((how = opened(path, &p)) != EXTRACT_OK)
		return how;
	for (k = 0; k <= SLIDES_MAX && out->n <= EXTRACT_MAX; k++) {
		part = package_part(p, arena_printf(out->mem,
		    "Doc_0/Pages/Page_%d/Content.xml", k));
		if (part != NULL)
			put_part(part, "TextCode", "TextObject", out);
	}
	package_free(p);
	return EXTRACT_OK;
}

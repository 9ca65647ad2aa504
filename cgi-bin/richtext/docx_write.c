/* docx_write.c - see docx_write.h. */
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/docx_write.h"
#include "richtext/parse.h"
#include "richtext/zip_write.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
#define W_NS "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R_NS "http://schemas.openxmlformats.org/officeDocument/2006/" \
	"relationships"
#define P_NS "http://schemas.openxmlformats.org/package/2006/"
#define M_NS "application/vnd.openxmlformats-officedocument." \
	"wordprocessingml."

static const char types[] = HEAD "<Types xmlns=\"" P_NS "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/"
    "vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" M_NS
    "document.main+xml\"/><Override PartName=\"/word/styles.xml\" "
    "ContentType=\"" M_NS "styles+xml\"/><Override "
    "PartName=\"/docProps/core.xml\" ContentType=\"application/"
    "vnd.openxmlformats-package.core-properties+xml\"/></Types>";

static const char rels[] = HEAD "<Relationships xmlns=\"" P_NS
    "relationships\"><Relationship Id=\"rId1\" Type=\"" R_NS
    "/officeDocument\" Target=\"word/document.xml\"/><Relationship "
    "Id=\"rId2\" Type=\"" P_NS "relationships/metadata/core-properties\" "
    "Target=\"docProps/core.xml\"/></Relationships>";

static const char document_rels[] = HEAD "<Relationships xmlns=\"" P_NS
    "relationships\"><Relationship Id=\"rId1\" Type=\"" R_NS "/styles\" "
    "Target=\"styles.xml\"/></Relationships>";

/* GB/T 9704: 三号仿宋, lines of 28 points. */
static const char styles[] = HEAD "<w:styles xmlns:w=\"" W_NS "\">"
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"FangSong\" "
    "w:hAnsi=\"FangSong\" w:eastAsia=\"仿宋\"/><w:sz w:val=\"32\"/>"
    "<w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/>"
    "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:before=\"0\" "
    "w:after=\"0\" w:line=\"560\" w:lineRule=\"exact\"/><w:jc "
    "w:val=\"both\"/></w:pPr></w:pPrDefault></w:docDefaults><w:style "
    "w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
    "w:val=\"Normal\"/></w:style></w:styles>";

#define PAGE "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar " \
	"w:top=\"2098\" w:right=\"1474\" w:bottom=\"1985\" w:left=\"1588\" " \
	"w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/></w:sectPr>"

struct face { bool bold, italic, under; int vert; };

struct docx {
	struct buf b;
	bool in_p;		/* a paragraph is open */
	int cell;		/* tables we are in */
	bool title, head;	/* of the paragraph in hand */
	const char *ppr;	/* what the next paragraph looks like */
};

static void children(struct docx *, const GumboElement *, struct face);

static bool
has_class(const GumboElement *e, const char *name)
{
	GumboAttribute *a = gumbo_get_attribute(&e->attributes, "class");
	size_t n = strlen(name);
	const char *s = a == NULL ? NULL : a->value;

	while (s != NULL && (s = strstr(s, name)) != NULL) {
		if ((s == a->value || s[-1] == ' ') &&
		    (s[n] == '\0' || s[n] == ' '))
			return true;
		s += n;
	}
	return false;
}

static void
p_end(struct docx *d)
{
	if (d->in_p)
		buf_puts(&d->b, "</w:p>");
	d->in_p = false;
}

static void
p_begin(struct docx *d)
{
	if (d->in_p)
		return;
	buf_puts(&d->b, "<w:p>");
	if (*d->ppr != '\0')
		buf_printf(&d->b, "<w:pPr>%s</w:pPr>", d->ppr);
	d->in_p = true;
}

static void
run_begin(struct docx *d, const struct face *f)
{
	p_begin(d);
	buf_puts(&d->b, "<w:r><w:rPr>");
	if (d->title)
		buf_puts(&d->b, "<w:rFonts w:eastAsia=\"宋体\"/>");
	else if (d->head)
		buf_puts(&d->b, "<w:rFonts w:eastAsia=\"黑体\"/>");
	if (f->bold || d->title)
		buf_puts(&d->b, "<w:b/>");
	if (f->italic)
		buf_puts(&d->b, "<w:i/>");
	if (d->title)
		buf_puts(&d->b, "<w:sz w:val=\"44\"/>");
	else if (d->cell > 0)
		buf_puts(&d->b, "<w:sz w:val=\"24\"/>");
	if (f->under)
		buf_puts(&d->b, "<w:u w:val=\"single\"/>");
	if (f->vert != 0)
		buf_printf(&d->b, "<w:vertAlign w:val=\"%s\"/>", f->vert > 0 ?
		    "superscript" : "subscript");
	buf_puts(&d->b, "</w:rPr>");
}

static bool
all_space(const char *s)
{
	return s[strspn(s, " \t\r\n")] == '\0';
}

static void
text_put(struct docx *d, const char *s, const struct face *f)
{
	if (!d->in_p && all_space(s))
		return;
	run_begin(d, f);
	buf_puts(&d->b, "<w:t xml:space=\"preserve\">");
	buf_put_escaped(&d->b, s, strlen(s));
	buf_puts(&d->b, "</w:t></w:r>");
}

static const char *
alignment(const GumboElement *e)
{
	if (has_class(e, "ta-c") || has_class(e, "gw-t"))
		return "<w:jc w:val=\"center\"/>";
	if (has_class(e, "sign") || has_class(e, "ta-r"))
		return "<w:jc w:val=\"right\"/>";
	return has_class(e, "ta-l") ? "<w:jc w:val=\"left\"/>" : "";
}

/* In the order that the standard asks for: spacing, indents, alignment. */
static void
block(struct docx *d, const GumboElement *e, struct face f)
{
	const char *before = d->ppr;
	bool title = d->title, head = d->head;
	const char *indent = "";

	p_end(d);
	d->title = e->tag == GUMBO_TAG_H1 || has_class(e, "gw-t");
	d->head = e->tag == GUMBO_TAG_H2 || e->tag == GUMBO_TAG_H3 ||
	    e->tag == GUMBO_TAG_H4 || e->tag == GUMBO_TAG_TH;
	if (has_class(e, "ti-2") || d->head)
		indent = "<w:ind w:firstLineChars=\"200\" "
		    "w:firstLine=\"640\"/>";
	else if (has_class(e, "sign"))
		indent = "<w:ind w:rightChars=\"400\" w:right=\"1280\"/>";
	else if (e->tag == GUMBO_TAG_LI)
		indent = "<w:ind w:left=\"640\"/>";
	d->ppr = arena_printf(d->b.mem, "%s%s%s", d->title || d->cell > 0 ?
	    "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>" : "",
	    d->cell > 0 ? "" : indent, alignment(e));
	if (e->tag == GUMBO_TAG_P && e->children.length == 0)
		p_begin(d);
	children(d, e, f);
	p_end(d);
	d->ppr = before;
	d->title = title;
	d->head = head;
}

static int
span_of(const GumboElement *e)
{
	GumboAttribute *a = gumbo_get_attribute(&e->attributes, "colspan");
	int64_t n;

	return a != NULL && text_int(a->value, 1, 60, &n) ? (int)n : 1;
}

static void
cell(struct docx *d, const GumboElement *e, struct face f)
{
	size_t before;

	buf_printf(&d->b, "<w:tc><w:tcPr><w:tcW w:w=\"0\" w:type=\"auto\"/>"
	    "<w:gridSpan w:val=\"%d\"/></w:tcPr>", span_of(e));
	before = d->b.n;
	block(d, e, f);
	p_end(d);
	if (d->b.n == before || strcmp(d->b.s + d->b.n - 6, "</w:p>") != 0)
		buf_puts(&d->b, "<w:p/>");
	buf_puts(&d->b, "</w:tc>");
}

static void
row(struct docx *d, const GumboElement *e, struct face f)
{
	buf_puts(&d->b, "<w:tr>");
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];

		if (n->type == GUMBO_NODE_ELEMENT)
			cell(d, &n->v.element, f);
	}
	buf_puts(&d->b, "</w:tr>");
}

static int
columns(const GumboElement *e)
{
	int most = 0, n = 0;

	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *c = e->children.data[i];

		if (c->type != GUMBO_NODE_ELEMENT)
			continue;
		n += e->tag == GUMBO_TAG_TR ? span_of(&c->v.element) : 0;
		if (e->tag != GUMBO_TAG_TR && columns(&c->v.element) > most)
			most = columns(&c->v.element);
	}
	return e->tag == GUMBO_TAG_TR ? n : most;
}

static void
rows(struct docx *d, const GumboElement *e, struct face f)
{
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];

		if (n->type != GUMBO_NODE_ELEMENT)
			continue;
		if (n->v.element.tag == GUMBO_TAG_TR)
			row(d, &n->v.element, f);
		else
			rows(d, &n->v.element, f);
	}
}

static void
table(struct docx *d, const GumboElement *e, struct face f)
{
	static const char *const sides[] = { "top", "left", "bottom", "right",
	    "insideH", "insideV" };
	int n = columns(e);

	p_end(d);
	if (n == 0)
		return;
	d->cell++;
	buf_puts(&d->b, "<w:tbl><w:tblPr><w:tblW w:w=\"5000\" "
	    "w:type=\"pct\"/><w:tblBorders>");
	for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++)
		buf_printf(&d->b, "<w:%s w:val=\"single\" w:sz=\"4\" "
		    "w:space=\"0\" w:color=\"auto\"/>", sides[i]);
	buf_puts(&d->b, "</w:tblBorders></w:tblPr><w:tblGrid>");
	for (int i = 0; i < n; i++)
		buf_printf(&d->b, "<w:gridCol w:w=\"%d\"/>", 8844 / n);
	buf_puts(&d->b, "</w:tblGrid>");
	rows(d, e, f);
	buf_puts(&d->b, "</w:tbl>");
	if (--d->cell == 0)
		buf_puts(&d->b, "<w:p/>");
}

static void
element(struct docx *d, const GumboElement *e, struct face f)
{
	switch (e->tag) {
	case GUMBO_TAG_STRONG:
	case GUMBO_TAG_B:
		f.bold = true;
		break;
	case GUMBO_TAG_EM:
		f.italic = true;
		break;
	case GUMBO_TAG_U:
		f.under = true;
		break;
	case GUMBO_TAG_SUP:
		f.vert = 1;
		break;
	case GUMBO_TAG_SUB:
		f.vert = -1;
		break;
	case GUMBO_TAG_BR:
		run_begin(d, &f);
		buf_puts(&d->b, "<w:br/></w:r>");
		return;
	case GUMBO_TAG_TABLE:
		table(d, e, f);
		return;
	case GUMBO_TAG_P:
	case GUMBO_TAG_H1:
	case GUMBO_TAG_H2:
	case GUMBO_TAG_H3:
	case GUMBO_TAG_H4:
	case GUMBO_TAG_LI:
	case GUMBO_TAG_DIV:
	case GUMBO_TAG_BLOCKQUOTE:
	case GUMBO_TAG_CAPTION:
		block(d, e, f);
		return;
	default:
		break;
	}
	children(d, e, f);
}

static void
children(struct docx *d, const GumboElement *e, struct face f)
{
	for (unsigned i = 0; i < e->children.length; i++) {
		const GumboNode *n = e->children.data[i];

		if (n->type == GUMBO_NODE_ELEMENT)
			element(d, &n->v.element, f);
		else if (n->type == GUMBO_NODE_TEXT ||
		    n->type == GUMBO_NODE_WHITESPACE)
			text_put(d, n->v.text.text, &f);
	}
}

static enum rc
document_xml(struct safe_html html, struct buf *out)
{
	struct docx d = { .b = *out, .ppr = "" };
	struct parse *p;
	enum rc rc;

	if ((rc = parse_html(html.s, strlen(html.s), &p)) != RC_OK)
		return rc;
	buf_puts(&d.b, HEAD "<w:document xmlns:w=\"" W_NS "\"><w:body>");
	children(&d, parse_root(p), (struct face){ 0 });
	p_end(&d);
	buf_puts(&d.b, PAGE "</w:body></w:document>");
	parse_free(p);
	*out = d.b;
	return RC_OK;
}

static struct buf
core_xml(const char *title, struct arena *m)
{
	struct buf b = buf_new(m);

	buf_puts(&b, HEAD "<cp:coreProperties xmlns:cp=\"" P_NS
	    "metadata/core-properties\" "
	    "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
	buf_put_escaped(&b, title, strlen(title));
	buf_puts(&b, "</dc:title></cp:coreProperties>");
	return b;
}

enum rc
docx_write(struct safe_html html, const char *title, void **data, size_t *n,
    struct arena *m)
{
	struct buf document = buf_new(m), core = core_xml(title, m);
	struct zip_write *z;
	enum rc rc;

	if ((rc = document_xml(html, &document)) != RC_OK ||
	    (rc = zip_write_open(NULL, &z, m)) != RC_OK)
		return rc;
	zip_write_add(z, "[Content_Types].xml", types, sizeof(types) - 1);
	zip_write_add(z, "_rels/.rels", rels, sizeof(rels) - 1);
	zip_write_add(z, "docProps/core.xml", core.s, core.n);
	zip_write_add(z, "word/_rels/document.xml.rels", document_rels,
	    sizeof(document_rels) - 1);
	zip_write_add(z, "word/styles.xml", styles, sizeof(styles) - 1);
	zip_write_add(z, "word/document.xml", document.s, document.n);
	return zip_write_end(z, data, n, m);
}

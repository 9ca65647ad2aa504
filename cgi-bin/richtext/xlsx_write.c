/* xlsx_write.c - see xlsx_write.h. */
#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/xlsx_write.h"
#include "richtext/zip_write.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
#define S_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define R_NS "http://schemas.openxmlformats.org/officeDocument/2006/" \
	"relationships"
#define P_NS "http://schemas.openxmlformats.org/package/2006/"
#define M_NS "application/vnd.openxmlformats-officedocument." \
	"spreadsheetml."

#define FLUSH 32768		/* bytes of the sheet kept back at most */
#define SHEET_NAME 31
#define DAY_ZERO 25569		/* 1970-01-01 as a sheet counts days */
#define DAY_FIRST 61		/* 1900-03-01; before it sheets miscount */
#define EXACT INT64_C(999999999999999)

static const char types[] = HEAD "<Types xmlns=\"" P_NS "content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/"
    "vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" M_NS
    "sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\""
    M_NS "styles+xml\"/>";

static const char rels[] = HEAD "<Relationships xmlns=\"" P_NS
    "relationships\"><Relationship Id=\"rId1\" Type=\"" R_NS
    "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

static const char book_rels[] = HEAD "<Relationships xmlns=\"" P_NS
    "relationships\"><Relationship Id=\"rId0\" Type=\"" R_NS
    "/styles\" Target=\"styles.xml\"/>";

/* The cell looks that follow, in this order. */
enum look { LOOK_PLAIN, LOOK_HEAD, LOOK_DAY, LOOK_QUOTED };

static const char styles[] = HEAD "<styleSheet xmlns=\"" S_NS "\">"
    "<numFmts count=\"1\"><numFmt numFmtId=\"164\" "
    "formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"2\"><font>"
    "<sz val=\"11\"/><name val=\"宋体\"/></font><font><b/><sz val=\"11\"/>"
    "<name val=\"宋体\"/></font></fonts><fills count=\"3\"><fill>"
    "<patternFill patternType=\"none\"/></fill><fill><patternFill "
    "patternType=\"gray125\"/></fill><fill><patternFill patternType=\"solid\">"
    "<fgColor rgb=\"FFE8EEF6\"/></patternFill></fill></fills>"
    "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/>"
    "</border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
    "<cellXfs count=\"4\"><xf/><xf fontId=\"1\" fillId=\"2\" applyFont=\"1\" "
    "applyFill=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/>"
    "<xf quotePrefix=\"1\"/></cellXfs></styleSheet>";

struct xlsx {
	struct zip_write *zip;
	struct buf b;		/* of the sheet, not yet in the zip */
	int columns, at, row;	/* at: the next cell of row */
	bool too_large;
	int sheets;
	struct buf book, choices;	/* of all sheets, of this one */
	int n_choices;
};

/* A, B, ... Z, AA, AB ... ZZ */
static void
column_put(struct buf *b, int at)
{
	if (at >= 26)
		buf_putc(b, (char)('A' + at / 26 - 1));
	buf_putc(b, (char)('A' + at % 26));
}

/* "_x000D_" in a cell stands for a character; in our text for itself. */
static bool
looks_escaped(const char *s)
{
	if (s[0] != '_' || s[1] != 'x')
		return false;
	for (int k = 2; k < 6; k++)
		if (!isxdigit((unsigned char)s[k]))
			return false;
	return s[6] == '_';
}

static bool
xml_holds(uint32_t cp)
{
	return cp == '\t' || cp == '\n' ||
	    (cp >= ' ' && cp != 0x7f && cp != 0xfffe && cp != 0xffff);
}

static void
text_put(struct buf *b, const char *s)
{
	size_t units = 0;
	const char *from;
	uint32_t cp;

	while (from = s, (cp = text_next(&s)) != 0) {
		if ((units += cp > 0xffff ? 2 : 1) > XLSX_TEXT)
			return;
		if (looks_escaped(from))
			buf_puts(b, "_x005F");
		if (xml_holds(cp))
			buf_put_escaped(b, from, (size_t)(s - from));
	}
}

static void
flush(struct xlsx *x)
{
	zip_write_more(x->zip, x->b.s, x->b.n);
	x->b.n = 0;
}

/* Whether there is room for one more cell in this row, which is begun. */
static bool
cell_begin(struct xlsx *x)
{
	if (x->at >= x->columns || x->too_large)
		return false;
	if (x->at == 0)
		buf_printf(&x->b, "<row r=\"%d\">", x->row);
	x->at++;
	return true;
}

static void
reference_put(struct xlsx *x)
{
	column_put(&x->b, x->at - 1);
	buf_printf(&x->b, "%d\"", x->row);
}

static void
text_cell(struct xlsx *x, const char *s, enum look look)
{
	if (!cell_begin(x) || s == NULL || *s == '\0')
		return;
	buf_puts(&x->b, "<c r=\"");
	reference_put(x);
	if (look != LOOK_PLAIN)
		buf_printf(&x->b, " s=\"%d\"", (int)look);
	buf_puts(&x->b, " t=\"inlineStr\"><is><t xml:space=\"preserve\">");
	text_put(&x->b, s);
	buf_puts(&x->b, "</t></is></c>");
}

static void
number_cell(struct xlsx *x, int64_t v, enum look look)
{
	if (!cell_begin(x))
		return;
	buf_puts(&x->b, "<c r=\"");
	reference_put(x);
	if (look != LOOK_PLAIN)
		buf_printf(&x->b, " s=\"%d\"", (int)look);
	buf_printf(&x->b, "><v>%lld</v></c>", (long long)v);
}

void
xlsx_text(struct xlsx *x, const char *s)
{
	text_cell(x, s, s != NULL && *s != '\0' &&
	    strchr("=+-@\t\r\n'", *s) != NULL ? LOOK_QUOTED : LOOK_PLAIN);
}

void
xlsx_number(struct xlsx *x, int64_t v)
{
	if (v > EXACT || v < -EXACT)
		text_cell(x, arena_printf(x->b.mem, "%lld", (long long)v),
		    LOOK_PLAIN);
	else
		number_cell(x, v, LOOK_PLAIN);
}

void
xlsx_day(struct xlsx *x, day_t d)
{
	if (d == DAY_NONE)
		text_cell(x, NULL, LOOK_PLAIN);
	else if (d + DAY_ZERO < DAY_FIRST)
		text_cell(x, day_text(x->b.mem, d), LOOK_PLAIN);
	else
		number_cell(x, d + DAY_ZERO, LOOK_DAY);
}

void
xlsx_row(struct xlsx *x)
{
	if (x->row >= XLSX_ROWS) {
		x->too_large = true;
		return;
	}
	if (x->at == 0)
		buf_printf(&x->b, "<row r=\"%d\">", x->row);
	buf_puts(&x->b, "</row>");
	x->at = 0;
	x->row++;
	if (x->b.n > FLUSH)
		flush(x);
}

/* What a name cannot hold becomes a space. */
static void
name_put(struct buf *b, const char *s)
{
	const char *from;
	int n = 0;

	while (from = s, n++ < SHEET_NAME && text_next(&s) != 0)
		if ((unsigned char)*from < ' ' ||
		    strchr("[]:*?/\\'", *from) != NULL)
			buf_putc(b, ' ');
		else
			buf_put_escaped(b, from, (size_t)(s - from));
}

static void
book_add(struct xlsx *x)
{
	struct buf t = buf_new(x->b.mem), r = buf_new(x->b.mem);

	buf_puts(&t, types);
	buf_puts(&r, book_rels);
	for (int k = 1; k <= x->sheets; k++) {
		buf_printf(&t, "<Override PartName=\"/xl/worksheets/sheet%d.xml"
		    "\" ContentType=\"" M_NS "worksheet+xml\"/>", k);
		buf_printf(&r, "<Relationship Id=\"rId%d\" Type=\"" R_NS
		    "/worksheet\" Target=\"worksheets/sheet%d.xml\"/>", k, k);
	}
	buf_puts(&t, "</Types>");
	buf_puts(&r, "</Relationships>");
	zip_write_add(x->zip, "[Content_Types].xml", t.s, t.n);
	zip_write_add(x->zip, "xl/_rels/workbook.xml.rels", r.s, r.n);
	buf_puts(&x->book, "</sheets></workbook>");
	zip_write_add(x->zip, "xl/workbook.xml", x->book.s, x->book.n);
}

static void
sheet_begin(struct xlsx *x, const char *name, const struct xlsx_column *c,
    int n)
{
	x->columns = n;
	x->row = 1;
	x->at = x->n_choices = 0;
	x->choices.n = 0;
	x->sheets++;
	buf_puts(&x->book, "<sheet name=\"");
	name_put(&x->book, name);
	buf_printf(&x->book, "\" sheetId=\"%d\" r:id=\"rId%d\"/>", x->sheets,
	    x->sheets);
	zip_write_begin(x->zip, arena_printf(x->b.mem,
	    "xl/worksheets/sheet%d.xml", x->sheets));
	buf_puts(&x->b, HEAD "<worksheet xmlns=\"" S_NS "\"><sheetViews>"
	    "<sheetView workbookViewId=\"0\"><pane ySplit=\"1\" "
	    "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
	    "</sheetView></sheetViews><cols>");
	for (int k = 0; k < x->columns; k++)
		buf_printf(&x->b, "<col min=\"%d\" max=\"%d\" width=\"%d\" "
		    "customWidth=\"1\"/>", k + 1, k + 1, c[k].width);
	buf_puts(&x->b, "</cols><sheetData>");
	for (int k = 0; k < x->columns; k++)
		text_cell(x, c[k].name, LOOK_HEAD);
	xlsx_row(x);
}

static void
sheet_end(struct xlsx *x)
{
	if (x->at > 0)
		xlsx_row(x);
	buf_puts(&x->b, "</sheetData><autoFilter ref=\"A1:");
	column_put(&x->b, x->columns - 1);
	buf_printf(&x->b, "%d\"/>", x->row - 1);
	if (x->n_choices > 0)
		buf_printf(&x->b, "<dataValidations count=\"%d\">%s"
		    "</dataValidations>", x->n_choices, x->choices.s);
	buf_puts(&x->b, "</worksheet>");
	flush(x);
}

void
xlsx_choices(struct xlsx *x, int column, const char *sheet, int rows)
{
	struct buf *b = &x->choices;

	if (rows < 1)
		return;
	x->n_choices++;
	buf_puts(b, "<dataValidation type=\"list\" allowBlank=\"1\" "
	    "showErrorMessage=\"0\" sqref=\"");
	column_put(b, column);
	buf_puts(b, "2:");
	column_put(b, column);
	buf_printf(b, "%d\"><formula1>'", XLSX_ROWS);
	name_put(b, sheet);
	buf_printf(b, "'!$A$2:$A$%d</formula1></dataValidation>", rows + 1);
}

void
xlsx_sheet(struct xlsx *x, const char *name, const struct xlsx_column *c,
    int n)
{
	if (x->sheets >= XLSX_SHEETS)
		return;
	sheet_end(x);
	sheet_begin(x, name, c, n);
}

enum rc
xlsx_open(struct xlsx **out, const char *sheet, const struct xlsx_column *c,
    int n, struct arena *m)
{
	struct xlsx *x = arena_alloc(m, sizeof(*x));
	enum rc rc;

	if ((rc = zip_write_open(NULL, &x->zip, m)) != RC_OK)
		return rc;
	x->b = buf_new(m);
	x->book = buf_new(m);
	x->choices = buf_new(m);
	buf_puts(&x->book, HEAD "<workbook xmlns=\"" S_NS "\" xmlns:r=\"" R_NS
	    "\"><sheets>");
	zip_write_add(x->zip, "_rels/.rels", rels, sizeof(rels) - 1);
	zip_write_add(x->zip, "xl/styles.xml", styles, sizeof(styles) - 1);
	sheet_begin(x, sheet, c, n);
	*out = x;
	return RC_OK;
}

enum rc
xlsx_end(struct xlsx *x, void **data, size_t *n, struct arena *m)
{
	enum rc rc;

	sheet_end(x);
	book_add(x);
	rc = zip_write_end(x->zip, data, n, m);
	return rc == RC_OK && x->too_large ? RC_TOO_LARGE : rc;
}

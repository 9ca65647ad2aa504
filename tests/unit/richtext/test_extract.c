/* test_extract.c - the text of files of every kind that is read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/secret.h"
#include "docx_build.h"
#include "richtext/extract.h"

#define DOCX "application/vnd.openxmlformats-officedocument." \
	"wordprocessingml.document"
#define XLSX "application/vnd.openxmlformats-officedocument." \
	"spreadsheetml.sheet"
#define PPTX "application/vnd.openxmlformats-officedocument." \
	"presentationml.presentation"
#define SHEET "<worksheet xmlns=\"http://schemas.openxmlformats.org/" \
	"spreadsheetml/2006/main\">"

static struct arena *mem;
static char folder[] = "/tmp/test_extract_XXXXXX";
static char path[64];
static struct office office = { folder, NULL };
static struct extracted got;

static int
setup(void **st)
{
	(void)st;
	secret_init();
	mem = arena_new();
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/file", folder);
	return 0;
}

static int
teardown(void **st)
{
	(void)st;
	unlink(path);
	assert_int_equal(rmdir(folder), 0);
	arena_free(mem);
	return 0;
}

static enum extract
read_bytes(const void *data, size_t n, const char *type)
{
	file_write(path, data, n);
	return extract_file(&office, path, type, &got, mem);
}

#define BYTES(s, type) read_bytes(s, sizeof s - 1, type)

static struct docx
book_new(const char *sheets)
{
	struct docx d = { .mem = mem };

	d.rels = buf_new(mem);
	docx_text(&d, "xl/workbook.xml", arena_printf(mem,
	    "<workbook xmlns:r=\"http://schemas.openxmlformats.org/"
	    "officeDocument/2006/relationships\"><sheets>%s</sheets>"
	    "</workbook>", sheets));
	docx_text(&d, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\""
	    "http://schemas.openxmlformats.org/package/2006/relationships\">"
	    "<Relationship Id=\"r1\" Type=\"" REL_TYPE "worksheet\" Target="
	    "\"worksheets/one.xml\"/><Relationship Id=\"r2\" Type=\"" REL_TYPE
	    "worksheet\" Target=\"/xl/worksheets/two.xml\"/></Relationships>");
	return d;
}

static void
test_book(void **st)
{
	struct docx d = book_new("<sheet name=\"补贴\" r:id=\"r2\"/>"
	    "<sheet name=\"暗\" state=\"hidden\" r:id=\"r1\"/>");

	(void)st;
	docx_text(&d, "xl/sharedStrings.xml", "<sst><si><t>姓名</t></si>"
	    "<si><r><t>清洁</t></r><r><t>取暖</t></r><rPh><t>ping</t></rPh>"
	    "</si><si/></sst>");
	docx_text(&d, "xl/worksheets/two.xml", SHEET "<cols><col hidden=\"1\""
	    "/></cols><sheetData><row><c t=\"s\"><v>0</v></c>"
	    "<c t=\"s\"><v>1</v></c><c/><c><v>12.5</v></c></row>"
	    "<row><c t=\"inlineStr\"><is><t>A&amp;B</t></is></c>"
	    "<c t=\"s\"><v>99</v></c></row><row/></sheetData></worksheet>");
	docx_text(&d, "xl/worksheets/one.xml", SHEET "<sheetData><row hidden="
	    "\"true\"><c t=\"str\"><f>1+1</f><v>二</v></c></row></sheetData>"
	    "</worksheet>");
	docx_write(&d, path);
	assert_int_equal(extract_file(&office, path, XLSX, &got, mem),
	    EXTRACT_OK);
	assert_string_equal(got.text, "补贴\n姓名\t清洁取暖\t12.5\nA&B\t\n"
	    "暗\n二\n");
	assert_int_equal(got.hidden, 3);
	assert_false(got.cut);
}

static void
test_book_attacks(void **st)
{
	struct docx d = book_new("<sheet name=\"一\" r:id=\"r1\"/>");
	struct buf many = buf_new(mem);
	int k;

	(void)st;
	docx_text(&d, "xl/sharedStrings.xml", "<!DOCTYPE s [<!ENTITY a \"boo\">"
	    "]><sst><si><t>&a;</t></si></sst>");
	docx_text(&d, "xl/worksheets/one.xml", SHEET "<sheetData><row>"
	    "<c t=\"s\"><v>0</v></c><c t=\"s\"><v>-1</v></c></row>");
	docx_write(&d, path);
	assert_int_equal(extract_file(&office, path, XLSX, &got, mem),
	    EXTRACT_OK);
	assert_null(strstr(got.text, "boo"));

	/* one long text named by very many cells: cut, not exploded */
	d = book_new("<sheet name=\"一\" r:id=\"r1\"/>");
	for (k = 0; k < 1000; k++)
		buf_puts(&many, "政府信息公开");
	docx_text(&d, "xl/sharedStrings.xml", arena_printf(mem,
	    "<sst><si><t>%s</t></si></sst>", many.s));
	many = buf_new(mem);
	for (k = 0; k < 20000; k++)
		buf_puts(&many, "<row><c t=\"s\"><v>0</v></c></row>");
	docx_text(&d, "xl/worksheets/one.xml", arena_printf(mem, SHEET
	    "<sheetData>%s</sheetData></worksheet>", many.s));
	docx_write(&d, path);
	assert_int_equal(extract_file(&office, path, XLSX, &got, mem),
	    EXTRACT_OK);
	assert_true(got.cut);
	assert_in_range(strlen(got.text), EXTRACT_MAX - 3, EXTRACT_MAX);

	assert_int_equal(BYTES("PK\3\4 and then nothing of it", XLSX),
	    EXTRACT_BROKEN);
	assert_string_equal(got.text, "");
}

static void
test_slides_and_ofd(void **st)
{
	struct docx d = { .mem = mem };

	(void)st;
	d.rels = buf_new(mem);
	docx_text(&d, "ppt/slides/slide2.xml", "<p:sld xmlns:p=\"p\" xmlns:a="
	    "\"a\"><a:p><a:r><a:t>第二页</a:t></a:r></a:p></p:sld>");
	docx_text(&d, "ppt/slides/slide1.xml", "<p:sld xmlns:p=\"p\" xmlns:a="
	    "\"a\"><a:p><a:r><a:t>第</a:t></a:r><a:r><a:t>一页</a:t></a:r>"
	    "</a:p></p:sld>");
	docx_write(&d, path);
	assert_int_equal(extract_file(&office, path, PPTX, &got, mem),
	    EXTRACT_OK);
	assert_string_equal(got.text, "第一页\n第二页\n");
	d.n = 0;
	docx_text(&d, "OFD.xml", "<ofd:OFD xmlns:ofd=\"o\"/>");
	docx_text(&d, "Doc_0/Pages/Page_0/Content.xml", "<ofd:Page xmlns:ofd="
	    "\"o\"><ofd:TextObject><ofd:TextCode X=\"0\">征收公告"
	    "</ofd:TextCode></ofd:TextObject></ofd:Page>");
	docx_write(&d, path);
	assert_int_equal(extract_file(&office, path, "application/ofd", &got,
	    mem), EXTRACT_OK);
	assert_string_equal(got.text, "征收公告\n");
}

static void
test_plain(void **st)
{
	(void)st;
	assert_int_equal(BYTES("征收\r\n公告\x01", "text/plain"), EXTRACT_OK);
	assert_string_equal(got.text, "征收\n公告 ");
	assert_int_equal(BYTES("\xEF\xBB\xBF" "征收", "text/csv"), EXTRACT_OK);
	assert_string_equal(got.text, "征收");
	assert_int_equal(BYTES("\xD5\xF7\xCA\xD5,1\n", "text/csv"),
	    EXTRACT_OK);
	assert_string_equal(got.text, "征收,1\n");
	assert_int_equal(BYTES("\xFF\xFE\x81\x5F\x36\x65", "text/plain"),
	    EXTRACT_OK);
	assert_string_equal(got.text, "征收");
	assert_int_equal(BYTES("\xFE\xFF\x5F\x81\x65\x36", "text/plain"),
	    EXTRACT_OK);
	assert_string_equal(got.text, "征收");
	assert_int_equal(BYTES("1\0,\0002\0\n\0", "text/csv"), EXTRACT_OK);
	assert_string_equal(got.text, "1,2\n");
	assert_int_equal(BYTES("", "text/plain"), EXTRACT_EMPTY);
	assert_int_equal(BYTES(" \n\t", "text/plain"), EXTRACT_EMPTY);
	assert_int_equal(BYTES("\xFF\x80\xFF\x80\xFF\x80\xFF\x80\xFF",
	    "text/plain"), EXTRACT_BROKEN);
}

/* A page as the simplest writers make it; the table of places is repaired. */
static const char page[] = "%PDF-1.4\n"
    "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
    "/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    ">>>>>>endobj\n"
    "4 0 obj<</Length 44>>stream\nBT /F 12 Tf 20 200 Td (Subsidy list) Tj ET"
    "    \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

static void
test_pdf(void **st)
{
	(void)st;
	if (access("/usr/bin/pdftotext", X_OK) != 0)
		skip();
	assert_int_equal(BYTES(page, "application/pdf"), EXTRACT_OK);
	assert_non_null(strstr(got.text, "Subsidy list"));
	assert_int_equal(got.pages, 1);
	assert_int_equal(BYTES("%PDF-1.4\nnothing", "application/pdf"),
	    EXTRACT_BROKEN);
	assert_int_equal(BYTES("%PDF-1.4\ntrailer<</Encrypt 5 0 R>>",
	    "application/pdf"), EXTRACT_ENCRYPTED);
}

static void
test_word(void **st)
{
	struct docx d = docx_new(mem, "<w:p><w:r><w:t>征收</w:t></w:r></w:p>"
	    "<w:p><w:r><w:t>公告</w:t></w:r></w:p>");

	(void)st;
	docx_write(&d, path);
	assert_int_equal(extract_file(&office, path, DOCX, &got, mem),
	    EXTRACT_OK);
	assert_non_null(strstr(got.text, "征收\n公告"));
	if (!office_there(false))
		skip();
	assert_int_equal(BYTES("{\\rtf1 first\\par second\\par}",
	    "application/msword"), EXTRACT_OK);
	assert_non_null(strstr(got.text, "first\nsecond"));
}

static void
test_no_text(void **st)
{
	(void)st;
	assert_int_equal(BYTES("\x89PNG\r\n\x1a\n", "image/png"),
	    EXTRACT_NONE);
	assert_int_equal(BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
	    "application/vnd.ms-excel"), EXTRACT_NONE);
	assert_int_equal(BYTES("PK\3\4", "application/zip"), EXTRACT_NONE);
	unlink(path);
	assert_int_equal(extract_file(&office, path, "text/plain", &got, mem),
	    EXTRACT_FAIL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_book),
		cmocka_unit_test(test_book_attacks),
		cmocka_unit_test(test_slides_and_ofd),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_pdf),
		cmocka_unit_test(test_word),
		cmocka_unit_test(test_no_text),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

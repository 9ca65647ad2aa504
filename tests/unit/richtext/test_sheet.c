/* test_sheet.c - tables as people fill them in: which cell stands where, in
 * both formats and all encodings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_build.h"
#include "richtext/sheet.h"
#include "richtext/xlsx_write.h"

static struct arena *mem;
static char path[] = "/tmp/test_sheet_XXXXXX";
static struct office office = { "/tmp", NULL };
static struct sheet s;

static int
setup(void **st)
{
	(void)st;
	mem = arena_new();
	close(mkstemp(path));
	return 0;
}

static int
teardown(void **st)
{
	(void)st;
	unlink(path);
	arena_free(mem);
	return 0;
}

static enum extract
read_bytes(const void *data, size_t n)
{
	file_write(path, data, n);
	return sheet_read(&office, path, &s, mem);
}
#define BYTES(text) read_bytes(text, sizeof(text) - 1)

/* What our own template becomes when it is filled in. */
static void
test_own_book(void **st)
{
	static const struct xlsx_column c[] = { { "信息名称", 40 },
		{ "文号", 20 }, { "生成日期", 12 } };
	struct xlsx *x;
	void *data;
	size_t n;
	day_t d;

	(void)st;
	assert_true(day_parse("2026-10-22", &d));
	assert_int_equal(xlsx_open(&x, "信息", c, 3, mem), RC_OK);
	xlsx_text(x, "通知\\n一\n二");
	xlsx_text(x, "");
	xlsx_day(x, d);
	xlsx_row(x);
	xlsx_row(x);
	xlsx_text(x, "第四行");
	xlsx_row(x);
	xlsx_choices(x, 1, "取值", 2);
	xlsx_sheet(x, "取值", c, 1);
	xlsx_text(x, "不是数据");
	xlsx_row(x);
	assert_int_equal(xlsx_end(x, &data, &n, mem), RC_OK);
	assert_int_equal(read_bytes(data, n), EXTRACT_OK);
	assert_int_equal(s.n, 3);
	assert_string_equal(s.v[0].cell[2], "生成日期");
	assert_int_equal(s.v[1].number, 2);
	assert_string_equal(s.v[1].cell[0], "通知\\n一\n二");
	assert_string_equal(s.v[1].cell[1], "");
	assert_string_equal(sheet_day(&s, s.v[1].cell[2], mem), "2026-10-22");
	assert_int_equal(s.v[2].number, 4);
	assert_string_equal(s.v[2].cell[0], "第四行");
}

/* As Excel writes: shared texts, cells left out, days from 1904. */
static void
test_excel_book(void **st)
{
	struct docx d = { .mem = mem };

	(void)st;
	d.rels = buf_new(mem);
	docx_text(&d, "xl/workbook.xml", "<workbook xmlns:r=\"http://schemas."
	    "openxmlformats.org/officeDocument/2006/relationships\">"
	    "<workbookPr date1904=\"1\"/><sheets><sheet name=\"a\" "
	    "r:id=\"r1\"/></sheets></workbook>");
	docx_text(&d, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\""
	    "http://schemas.openxmlformats.org/package/2006/relationships\">"
	    "<Relationship Id=\"r1\" Type=\"" REL_TYPE "worksheet\" Target="
	    "\"worksheets/one.xml\"/></Relationships>");
	docx_text(&d, "xl/sharedStrings.xml", "<sst><si><t>甲</t></si><si><r>"
	    "<t>乙</t></r><r><t>丙</t></r></si></sst>");
	docx_text(&d, "xl/worksheets/one.xml", "<worksheet><sheetData>"
	    "<row r=\"3\"><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"AA3\">"
	    "<v>44855</v></c></row><row><c t=\"s\"><v>0</v></c><c t=\"s\">"
	    "<v>9</v></c></row></sheetData></worksheet>");
	docx_write(&d, path);
	assert_int_equal(sheet_read(&office, path, &s, mem), EXTRACT_OK);
	assert_int_equal(s.n, 2);
	assert_int_equal(s.v[0].number, 3);
	assert_string_equal(s.v[0].cell[0], "");
	assert_string_equal(s.v[0].cell[1], "乙丙");
	assert_string_equal(sheet_day(&s, s.v[0].cell[26], mem),
	    "2026-10-22");
	assert_int_equal(s.v[1].number, 4);
	assert_string_equal(s.v[1].cell[0], "甲");
	assert_string_equal(s.v[1].cell[1], "");
}

static void
lines_are_read(void)
{
	assert_int_equal(s.n, 3);
	assert_string_equal(s.v[0].cell[0], "信息名称");
	assert_string_equal(s.v[0].cell[1], "文号");
	assert_int_equal(s.v[1].number, 2);
	assert_string_equal(s.v[1].cell[0], "一,二\n三");
	assert_int_equal(s.v[2].number, 4);
	assert_string_equal(s.v[2].cell[1], "四");
}

static void
test_lines(void **st)
{
	(void)st;
	assert_int_equal(BYTES("\xEF\xBB\xBF信息名称,文号\r\n\"一,二\n三\",\r\n"
	    ",\r\n,四\r\n"), EXTRACT_OK);
	lines_are_read();
	/* the same in GB18030 */
	assert_int_equal(BYTES("\xD0\xC5\xCF\xA2\xC3\xFB\xB3\xC6,\xCE\xC4\xBA"
	    "\xC5\r\n\"\xD2\xBB,\xB6\xFE\n\xC8\xFD\",\r\n,\r\n,\xCB\xC4\r\n"),
	    EXTRACT_OK);
	lines_are_read();
}

static void
test_no_sheet(void **st)
{
	(void)st;
	assert_int_equal(BYTES(""), EXTRACT_EMPTY);
	assert_int_equal(BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
	    EXTRACT_NONE);
	assert_int_equal(BYTES("PK\3\4 broken"), EXTRACT_BROKEN);
	assert_int_equal(BYTES("a,\"not closed\r\n"), EXTRACT_BROKEN);
}

static void
test_days(void **st)
{
	static const struct { const char *cell, *day; } v[] = {
		{ "2026-10-22", "2026-10-22" }, { "2026/1/2", "2026-01-02" },
		{ "2026.10.22", "2026-10-22" },
		{ "2026年10月22日", "2026-10-22" },
		{ "２０２６－１０－２２", "2026-10-22" },
		{ "2026-10-22 00:00:00", "2026-10-22" },
		{ "46317", "2026-10-22" }, { "46317.0", "2026-10-22" },
		{ "2026", "2026" }, { "10月22日", "10月22日" },
		{ "2026-10-22 或以后", "2026-10-22 或以后" }, { "", "" },
		{ "20261022", "20261022" },
	};
	const struct sheet plain = { 0 };

	(void)st;
	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++)
		assert_string_equal(sheet_day(&plain, v[k].cell, mem),
		    v[k].day);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own_book),
		cmocka_unit_test(test_excel_book),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_no_sheet),
		cmocka_unit_test(test_days),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

/* test_xlsx.c - workbooks: what the sheet says, cell by cell, and that hostile
 * text stays text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "richtext/package.h"
#include "richtext/xlsx_write.h"

static struct arena *mem;
static struct package *pack;

static const struct xlsx_column columns[] = {
	{ "索引号", 18 }, { "数量", 8 }, { "成文<日期>", 12 },
};

static int
setup(void **st)
{
	(void)st;
	mem = arena_new();
	return 0;
}

static int
teardown(void **st)
{
	(void)st;
	package_free(pack);
	pack = NULL;
	arena_free(mem);
	return 0;
}

static struct xlsx *
open_sheet(const char *name)
{
	struct xlsx *x;

	assert_int_equal(xlsx_open(&x, name, columns, 3, mem), RC_OK);
	return x;
}

static const char *
part_text(struct xlsx *x, const char *name)
{
	enum problem why;
	const struct part *p;
	void *data;
	size_t n;

	if (pack == NULL) {
		assert_int_equal(xlsx_end(x, &data, &n, mem), RC_OK);
		assert_int_equal(package_read(data, n, &pack, &why), RC_OK);
	}
	p = package_part(pack, name);
	assert_non_null(p);
	return arena_strndup(mem, p->data, p->n);
}

static void
has(const char *text, const char *what)
{
	if (strstr(text, what) == NULL)
		fail_msg("no %s in %s", what, text);
}

static void
test_cells(void **st)
{
	struct xlsx *x = open_sheet("目录");
	const char *s;
	day_t d;

	(void)st;
	assert_true(day_parse("2026-10-22", &d));
	xlsx_text(x, "ZFB/2026-00012");
	xlsx_number(x, -42);
	xlsx_day(x, d);
	xlsx_row(x);
	xlsx_text(x, NULL);
	xlsx_text(x, "");
	xlsx_day(x, DAY_NONE);
	xlsx_text(x, "a fourth cell");
	xlsx_row(x);
	s = part_text(x, "xl/worksheets/sheet1.xml");
	has(s, "<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is><t xml:space="
	    "\"preserve\">索引号</t></is></c>");
	has(s, "成文&lt;日期&gt;");
	has(s, "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t xml:space="
	    "\"preserve\">ZFB/2026-00012</t></is></c><c r=\"B2\"><v>-42</v>"
	    "</c><c r=\"C2\" s=\"2\"><v>46317</v></c></row>");
	has(s, "<row r=\"3\"></row></sheetData><autoFilter ref=\"A1:C3\"/>");
	has(s, "ySplit=\"1\" topLeftCell=\"A2\"");
	has(s, "<col min=\"1\" max=\"1\" width=\"18\"");
	assert_null(strstr(s, "fourth"));
	has(part_text(x, "xl/workbook.xml"), "<sheet name=\"目录\"");
}

static void
test_formulas_are_text(void **st)
{
	static const char *const bad[] = { "=1+1", "+1", "-1", "@SUM(A1)",
	    "\t=1" };
	struct xlsx *x = open_sheet("表");
	const char *s;

	(void)st;
	for (int k = 0; k < 5; k++) {
		xlsx_text(x, bad[k]);
		xlsx_row(x);
	}
	s = part_text(x, "xl/worksheets/sheet1.xml");
	assert_null(strstr(s, "<f"));
	for (int k = 0; k < 5; k++)
		has(s, arena_printf(mem, "<c r=\"A%d\" s=\"3\" "
		    "t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t>",
		    k + 2, bad[k]));
}

static void
test_hostile_text(void **st)
{
	struct xlsx *x = open_sheet("a[b]:c*d?e/f\\g'h<&>很长很长很长很长很长"
	    "很长很长很长很长很长很长很长");
	char *s = arena_alloc(mem, 40001);
	const char *sheet;

	(void)st;
	xlsx_text(x, "</t><f>1</f>&\"'");
	xlsx_text(x, "a\x01\x0b\x7f" "b\xef\xbf\xbe" "c\r\nd _x000D_ _x00G0_");
	xlsx_number(x, INT64_C(1234567890123456789));
	xlsx_row(x);
	memset(s, 'q', 40000);
	xlsx_text(x, s);
	sheet = part_text(x, "xl/worksheets/sheet1.xml");
	has(sheet, ">&lt;/t&gt;&lt;f&gt;1&lt;/f&gt;&amp;&quot;&#39;</t>");
	has(sheet, ">abc\nd _x005F_x000D_ _x00G0_</t>");
	has(sheet, ">1234567890123456789</t>");
	assert_int_equal(strspn(strstr(sheet, "qqqq"), "q"), XLSX_TEXT);
	has(part_text(x, "xl/workbook.xml"), "<sheet name=\"a b  c d e f g h"
	    "&lt;&amp;&gt;很长很长很长很长很长很长\"");
}

static void
test_old_days(void **st)
{
	struct xlsx *x = open_sheet("日期");
	const char *s;
	day_t d;

	(void)st;
	assert_true(day_parse("1900-02-28", &d));
	xlsx_day(x, d);
	xlsx_day(x, d + 1);
	s = part_text(x, "xl/worksheets/sheet1.xml");
	has(s, ">1900-02-28</t>");
	has(s, "<c r=\"B2\" s=\"2\"><v>61</v></c>");
}

static void
test_many_rows(void **st)
{
	struct xlsx *x = open_sheet("多");
	const char *s;

	(void)st;
	for (int k = 0; k < 5000; k++) {
		xlsx_number(x, k);
		xlsx_text(x, "一行文字");
		xlsx_row(x);
	}
	assert_true(arena_used(mem) < 400000);
	s = part_text(x, "xl/worksheets/sheet1.xml");
	has(s, "<row r=\"5001\"><c r=\"A5001\"><v>4999</v>");
	has(s, "ref=\"A1:C5001\"");
}

static void
test_too_many_rows(void **st)
{
	struct xlsx *x = open_sheet("多");
	void *data;
	size_t n;

	(void)st;
	for (int k = 0; k < XLSX_ROWS; k++)
		xlsx_row(x);
	assert_int_equal(xlsx_end(x, &data, &n, mem), RC_TOO_LARGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_cells, setup, teardown),
		cmocka_unit_test_setup_teardown(test_formulas_are_text, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(test_hostile_text, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(test_old_days, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(test_many_rows, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(test_too_many_rows, setup,
		    teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_grid.c - tables as rows and columns, headings as a table of contents. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../mem.h"
#include "base/buf.h"
#include "html_check.h"
#include "richtext/grid.h"
#include "richtext/outline.h"
#include "richtext/sanitize.h"

static struct safe_html
clean(const char *html)
{
	struct sanitized s;

	assert_int_equal(sanitize_html(html, strlen(html), 8u << 20, &s, mem),
	    RC_OK);
	return s.html;
}

/* Cells of a row by |, rows by /. */
static const char *
shown(const struct grid *g)
{
	struct buf b = buf_new(mem);
	int r, c;

	for (r = 0; r < g->rows; r++)
		for (c = 0; c < g->columns; c++)
			buf_printf(&b, "%s%s", c > 0 ? "|" : r > 0 ? "/" : "",
			    g->cell[r * g->columns + c]);
	return b.s;
}

static void
test_grid(void **st)
{
	struct safe_html h = clean("<p>x</p><table><caption>补贴 &amp; 标准"
	    "</caption><tr><th>方式<th>项目<th>标准<tr><td rowspan=2>煤改电<td>"
	    "电价<td>0.20<tr><td>谷段<td>20:00<br>8:00<tr><td>煤改气<td colspan=2>"
	    "<p>1</p><p>&lt;2&gt;</p></table><div><table><tr><td>a<table><tr><td>"
	    "b<td>c</table></table></div><table></table>");
	struct grids list;
	struct grid g;

	(void)st;
	grid_list(h, &list, mem);
	assert_int_equal(list.n, 3);
	assert_string_equal(list.v[0].caption, "补贴 & 标准");
	assert_int_equal(list.v[0].rows, 4);
	assert_int_equal(list.v[0].columns, 3);
	assert_int_equal(grid_read(h, 1, &g, mem), RC_OK);
	assert_string_equal(shown(&g), "方式|项目|标准/煤改电|电价|0.20/煤改电|谷段|"
	    "20:00\n8:00/煤改气|1\n<2>|1\n<2>");
	assert_int_equal(grid_read(h, 2, &g, mem), RC_OK);
	assert_string_equal(shown(&g), "a\nb\nc");
	assert_int_equal(grid_read(h, 3, &g, mem), RC_OK);
	assert_int_equal(g.rows, 0);
	assert_int_equal(grid_read(h, 4, &g, mem), RC_NOT_FOUND);
	assert_int_equal(grid_read(h, 0, &g, mem), RC_NOT_FOUND);
}

/* A few characters that ask for a table of millions. */
static void
test_grid_bounded(void **st)
{
	struct buf b = buf_new(mem);
	struct grid g;
	int k;

	(void)st;
	buf_puts(&b, "<table>");
	for (k = 0; k < 3000; k++)
		buf_puts(&b, "<tr><td colspan=1000 rowspan=1000>x<td>y");
	buf_puts(&b, "</table>");
	assert_int_equal(grid_read(clean(b.s), 1, &g, mem), RC_TOO_LARGE);
	assert_int_equal(g.columns, 1000);
}

static struct outline
outline(int headings, const char *extra)
{
	struct buf b = buf_new(mem);
	int k;

	buf_puts(&b, "<h1>名称</h1>");
	for (k = 0; k < headings; k++)
		buf_printf(&b, "<h2 class=\"ti-2\">第 %d 节 &lt;&gt;</h2><h3>小节"
		    "</h3><h4>更小</h4><p>%0300d</p>", k, k);
	buf_puts(&b, extra);
	return outline_make(clean(b.s), mem);
}

static void
test_outline(void **st)
{
	struct outline o = outline(10, "<h2 id=\"w-end\">末</h2>"
	    "<blockquote><h2>不是</h2></blockquote>");

	(void)st;
	assert_int_equal(o.n, 21);
	assert_string_equal(o.v[0].text, "第 0 节 <>");
	assert_int_equal(o.v[0].level, 1);
	assert_int_equal(o.v[1].level, 2);
	assert_string_equal(o.v[20].id, "w-end");
	assert_non_null(strstr(o.html.s, "<h2 class=\"ti-2\" id=\"s-1\">第 0"));
	assert_non_null(strstr(o.html.s, "<h3 id=\"s-20\">小节</h3><h4>"));
	assert_null(strstr(o.html.s, "s-21"));
	assert_int_equal(outline(1, "").n, 0);
	assert_string_equal(outline(1, "").html.s,
	    outline(1, "").html.s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_grid, setup, teardown),
		cmocka_unit_test_setup_teardown(test_grid_bounded, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(test_outline, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

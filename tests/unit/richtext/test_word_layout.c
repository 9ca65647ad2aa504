/* test_word_layout.c - where text stands: space round paragraphs, new pages,
 * lines spread over their width, two lines in one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_read.h"
#include "docx_words.h"

static const char *
read_styled(const char *styles, const char *body)
{
	struct docx d = docx_new(mem, body);

	docx_side(&d, "styles", "styles", styles);
	return read_reported(&d, NULL);
}

static const char *
read_body(const char *body)
{
	return read_styled("", body);
}

#define SPACE(attrs) "<w:spacing " attrs "/>"
#define PAGE "<w:r><w:br w:type=\"page\"/></w:r>"
#define TWIN(attrs) "<w:eastAsianLayout w:combine=\"1\" " attrs "/>"

/* Half characters of 10.5 points: lines beat points, what browsers do beats
 * both. */
static void
test_space(void **st)
{
	(void)st;
	assert_string_equal(read_body(
	    PP(SPACE("w:before=\"210\" w:after=\"420\""), "a")
	    PP(SPACE("w:before=\"9\" w:beforeLines=\"100\""), "b")
	    PP(SPACE("w:after=\"0\" w:afterAutospacing=\"1\""), "c")
	    PP(SPACE("w:before=\"40\" w:line=\"560\""), "d")
	    PP(SPACE("w:before=\"-300\" w:after=\"99999999\""), "e")),
	    "<p class=\"sa-1 sb-2\">a</p><p class=\"sa-1h\">b</p>"
	    "<p class=\"sb-1h\">c</p><p>d</p><p class=\"sb-20\">e</p>");
}

/* Space of a style; between neighbours of that style none where it says so. */
static void
test_space_of_styles(void **st)
{
	static const char styles[] = "<w:style w:type=\"paragraph\" "
	    "w:styleId=\"s\"><w:name w:val=\"s\"/><w:pPr>"
	    SPACE("w:before=\"210\" w:after=\"210\"")
	    "<w:contextualSpacing/></w:pPr></w:style>";

	(void)st;
	assert_string_equal(read_styled(styles, P(R("a"))
	    PP("<w:pStyle w:val=\"s\"/>", "b")
	    PP("<w:pStyle w:val=\"s\"/>", "c")
	    PP("<w:pStyle w:val=\"s\"/><w:contextualSpacing w:val=\"0\"/>"
	    SPACE("w:after=\"0\""), "d") P(R("e"))),
	    "<p>a</p><p class=\"sa-1\">b</p><p>c</p><p class=\"sa-1\">d</p>"
	    "<p>e</p>");
}

static void
test_spread(void **st)
{
	(void)st;
	assert_string_equal(read_body(
	    PP("<w:jc w:val=\"distribute\"/>", "姓名")
	    PP("<w:jc w:val=\"both\"/>", "住址")
	    PP("<w:bidi/><w:jc w:val=\"distribute\"/>", "电话")),
	    "<p class=\"ta-d\">姓名</p><p>住址</p><p class=\"ta-d\">电话</p>");
}

/* A new page begins with a paragraph or a table; never before all text. */
static void
test_pages(void **st)
{
	(void)st;
	assert_string_equal(read_body(
	    PP("<w:pageBreakBefore/>", "a") PP("<w:pageBreakBefore/>", "b")
	    PP("<w:pageBreakBefore w:val=\"0\"/>", "c") P(R("d") PAGE)
	    P(R("e")) P(PAGE) P(R("f")) P(PAGE R("g"))
	    P("<w:r><w:br w:type=\"column\"/></w:r>" R("h"))),
	    "<p>a</p><p class=\"np\">b</p><p>c</p><p>d</p><p class=\"np\">e</p>"
	    "<p><br></p><p class=\"np\">f</p><p class=\"np\">g</p><p>h</p>");
	assert_string_equal(read_body(P(R("a") PAGE)
	    "<w:tbl><w:tblPr/><w:tblGrid/>" TR(TC("", PP("<w:pageBreakBefore/>",
	    "b"))) "</w:tbl>" P(R("c"))), "<p>a</p><table class=\"np va-t "
	    "bd-0\"><tbody class=\"zh-3\"><tr><td>b</td></tr></tbody></table><p>c</p>");
}

/* The halves of all runs of one number; brackets stand round both lines. */
static void
test_twins(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("由")
	    RP(TWIN("w:id=\"7\""), "财政局") RP(TWIN("w:id=\"7\""), "税务局等")
	    R("发文"))),
	    "<p>由<span class=\"twin\">财政局税<br>务局等</span>发文</p>");
	assert_string_equal(read_body(P(RP(TWIN("w:combineBrackets=\"round\""),
	    "甲乙") RP("<w:eastAsianLayout w:combine=\"0\"/>", "丙"))),
	    "<p>（<span class=\"twin\">甲<br>乙</span>）丙</p>");
	/* Word's own ids; those beside each other are two */
	assert_string_equal(read_body(P(
	    RP(TWIN("w:id=\"-1853161472\""), "甲")
	    RP(TWIN("w:id=\"-1853161472\""), "乙")
	    RP(TWIN("w:id=\"-1853161216\""), "丙丁")
	    RP(TWIN("w:id=\"65536\""), "戊己") R("庚"))),
	    "<p><span class=\"twin\">甲<br>乙</span><span class=\"twin\">丙"
	    "<br>丁</span><span class=\"twin\">戊<br>己</span>庚</p>");
	assert_string_equal(read_body(P(RP(TWIN("w:id=\"1\""), "甲"))),
	    "<p><span class=\"twin\">甲</span></p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_space),
		cmocka_unit_test(test_space_of_styles),
		cmocka_unit_test(test_spread),
		cmocka_unit_test(test_pages),
		cmocka_unit_test(test_twins),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

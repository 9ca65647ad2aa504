/* test_word_shown.c - what Word does not show is not there, and what it does
 * show is never lost with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_read.h"
#include "docx_words.h"

static struct report report;

static const char *
read_docx(struct docx *d)
{
	return read_reported(d, &report);
}

static const char *
read_body(const char *body)
{
	struct docx d = docx_new(mem, body);

	docx_side(&d, "numbering", "numbering", "<w:abstractNum"
	    " w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val="
	    "\"1\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"
	    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
	docx_side(&d, "styles", "styles", "<w:style w:type=\"paragraph\""
	    " w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>"
	    "<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name w:val="
	    "\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"
	    "<w:style w:type=\"character\" w:styleId=\"C\"><w:name w:val="
	    "\"Strong too\"/><w:rPr><w:b/></w:rPr></w:style>"
	    "<w:style w:type=\"table\" w:styleId=\"T\"><w:name w:val="
	    "\"Strong table\"/><w:rPr><w:b/></w:rPr></w:style>"
	    "<w:style w:type=\"paragraph\" w:styleId=\"V\"><w:name w:val="
	    "\"Unseen\"/><w:rPr><w:vanish/></w:rPr></w:style>");
	return read_docx(&d);
}

#define VANISH "<w:rPr><w:vanish/></w:rPr>"
#define HIDDEN(text) RP("<w:vanish/>", text)
#define ITEM "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"

/* Word does not count a paragraph that it does not show. */
static void
test_hidden_items(void **st)
{
	(void)st;
	assert_string_equal(read_body(PP(ITEM, "a")
	    P("<w:pPr>" ITEM VANISH "</w:pPr>" HIDDEN("gone"))
	    P("<w:pPr>" ITEM "</w:pPr>" HIDDEN("gone")) PP(ITEM, "c")),
	    "<ol><li>a</li><li></li><li>c</li></ol>");
	assert_int_equal(res.hidden, 2);
}

static void
test_hidden_paragraphs(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("a")) P("<w:pPr>" VANISH "</w:pPr>"
	    HIDDEN("gone")) P("<w:pPr>" VANISH "</w:pPr>") P(R("b"))),
	    "<p>a</p><p>b</p>");
	assert_string_equal(read_body(P(R("a"))
	    PP("<w:pStyle w:val=\"V\"/>", "gone") P(R("b"))),
	    "<p>a</p><p>b</p>");
	/* A link still finds what it leads to. */
	assert_string_equal(read_body(P("<w:pPr>" VANISH "</w:pPr>"
	    "<w:bookmarkStart w:id=\"1\" w:name=\"k\"/>" HIDDEN("gone"))
	    P(R("b")) P("<w:hyperlink w:anchor=\"k\">" R("to b")
	    "</w:hyperlink>")), "<p><span id=\"w-b1\"></span>b</p>"
	    "<p><a href=\"#w-b1\">to b</a></p>");
}

/* Where only the mark is not shown the next paragraph stands on its line. */
static void
test_hidden_marks(void **st)
{
	(void)st;
	assert_string_equal(read_body(P("<w:pPr>" VANISH "</w:pPr>" R("a "))
	    P(R("b"))), "<p>a b</p>");
	assert_string_equal(read_body(P("<w:pPr><w:pStyle w:val=\"H\"/>"
	    VANISH "</w:pPr>" R("h")) P(R("b"))),
	    "<h2 class=\"ti-0\">h</h2><p>b</p>");
	assert_string_equal(read_body(P("<w:pPr>" VANISH "</w:pPr>" R("z"))),
	    "<p>z</p>");
}

static void
test_hidden_equation(void **st)
{
	(void)st;
	assert_string_equal(read_body(P("<w:r><w:t>a</w:t></w:r><m:oMath>"
	    "<m:r>" VANISH "<m:t>n</m:t></m:r><m:r><m:t>x</m:t></m:r>"
	    "</m:oMath>")), "<p>a<math><mi>x</mi></math></p>");
	assert_int_equal(report.item[REPORT_HIDDEN].count, 1);
	assert_int_equal(report.item[REPORT_TEXT_LOST].count, 0);
}

/* The runs inside say how the base looks, and whether it is shown. */
static void
test_ruby_runs(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("a") "<w:r><w:ruby><w:rt>"
	    HIDDEN("gone") R("hàn") "</w:rt><w:rubyBase>" HIDDEN("gone")
	    RP("<w:b/>", "汉") "</w:rubyBase></w:ruby></w:r>")),
	    "<p>a<strong><ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby>"
	    "</strong></p>");
	assert_int_equal(res.hidden, 2);
}

#define MARK(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"

/* A field that never ends is none: what comes after it is text. */
static void
test_endless_fields(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(MARK("begin") CODE(" PAGE ") R("a"))
	    P(R("b"))), "<p>a</p><p>b</p>");
	assert_string_equal(read_body(P(MARK("begin") CODE(" PAGE ")
	    MARK("separate") R("a")) P(MARK("begin") CODE(" PAGE ")
	    MARK("separate") R("gone") MARK("end") R("b"))),
	    "<p>a</p><p>b</p>");
	assert_string_equal(read_body(P(R("a") "<w:r><w:pict><v:shape>"
	    "<v:textbox><w:txbxContent>" P(MARK("begin") R("in"))
	    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>")
	    P(R("b"))), "<p>a</p><p>in</p><p>b</p>");
	assert_int_equal(res.text_boxes, 1);
}

#define CHOICE(inside) "<mc:AlternateContent><mc:Choice Requires=\"wps\">" \
	inside "</mc:Choice><mc:Fallback/></mc:AlternateContent>"

static void
test_rows_to_choose(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:tbl>" TR(TC("", P(R("a")))
	    CHOICE(TC("", P(R("b"))))) CHOICE(TR(TC("", P(R("c")))
	    TC("", P(R("d"))))) "</w:tbl>"),
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr><td>a</td>"
	    "<td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>");
}

/* Bold is undone by each style that says it again, the table's too. */
static void
test_bold_thrice(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:tbl><w:tblPr><w:tblStyle w:val="
	    "\"T\"/></w:tblPr>" TR(TC("", P(R("a"))) TC("", PP(
	    "<w:pStyle w:val=\"B\"/>", "b"))) TR(TC("", P("<w:pPr><w:pStyle"
	    " w:val=\"B\"/></w:pPr>" RP("<w:rStyle w:val=\"C\"/>", "c")))
	    TC("", P(RP("<w:rStyle w:val=\"C\"/><w:b/>", "d")))) "</w:tbl>"),
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr><td>"
	    "<strong>a</strong></td><td>b</td></tr><tr><td><strong>c</strong>"
	    "</td><td><strong>d</strong></td></tr></tbody></table>");
}

#define DRAWING(extent, inside) "<w:r><w:drawing><wp:inline>" extent \
	"<a:graphic><a:graphicData>" inside "</a:graphicData></a:graphic>" \
	"</wp:inline></w:drawing></w:r>"
#define CHART_NS " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/" \
	"2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/" \
	"drawingml/2006/main\" xmlns:dgm=\"http://schemas.openxmlformats." \
	"org/drawingml/2006/diagram\""

/* What only Word draws leaves a box with its name where it stood. */
static void
test_charts(void **st)
{
	struct docx d = docx_new(mem, P(DRAWING("<wp:extent cx=\"952500\""
	    " cy=\"476250\"/>", "<c:chart" CHART_NS " r:id=\"c\"/>"))
	    P(DRAWING("", "<dgm:relIds" CHART_NS " r:dm=\"g\"/>"))
	    P(DRAWING("<wp:docPr descr=\"said\"/>", "<c:chart" CHART_NS
	    " r:id=\"none\"/>")));
	const char *s;

	(void)st;
	docx_rel(&d, "c", "chart", "c.xml", 0);
	docx_text(&d, "word/c.xml", "<c:chartSpace" CHART_NS "><c:chart>"
	    "<c:title><a:p><a:r><a:t>收入</a:t></a:r><a:r><a:t>2024</a:t>"
	    "</a:r></a:p></c:title><c:plotArea><a:t>x</a:t></c:plotArea>"
	    "</c:chart></c:chartSpace>");
	docx_rel(&d, "g", "diagramData", "g.xml", 0);
	docx_text(&d, "word/g.xml", "<dgm:dataModel" CHART_NS "><dgm:pt>"
	    "<a:p><a:t>局长</a:t></a:p></dgm:pt><dgm:pt><a:p><a:t>科长"
	    "</a:t></a:p></dgm:pt>"
	    "</dgm:dataModel>");
	s = read_docx(&d);
	assert_non_null(strstr(s, "alt=\"收入2024\" width=\"100\""
	    " height=\"50\">"));
	assert_non_null(strstr(s, "alt=\"局长 科长\">"));
	assert_non_null(strstr(s, "alt=\"said\">"));
	assert_int_equal(res.n_images, 1);
	assert_int_equal(res.pictures_dropped, 3);
}

static void
test_lines_across(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("a") "<w:r><w:pict><v:rect xmlns:o="
	    "\"urn:schemas-microsoft-com:office:office\" o:hr=\"t\"/>"
	    "</w:pict></w:r>") P("<w:r><w:pict><v:rect/></w:pict></w:r>"
	    R("b"))), "<p>a</p><hr><p><br></p><p>b</p>");
}

/* A space in a part's name, or what stands for it. */
static void
test_names_of_parts(void **st)
{
	struct docx d = docx_new(mem, PP("<w:pStyle w:val=\"H\"/>", "a"));

	(void)st;
	docx_rel(&d, "s", "styles", "my%20styles%2fa.xml", 0);
	docx_text(&d, "word/my styles%2Fa.xml", "<w:styles" NS "><w:style"
	    " w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val="
	    "\"heading 2\"/></w:style></w:styles>");
	assert_string_equal(read_docx(&d), "<h2 class=\"ti-0\">a</h2>");
}

/* A note in the middle of a link: the link goes on behind it. */
static void
test_note_in_a_link(void **st)
{
	struct docx d = docx_new(mem, P("<w:hyperlink r:id=\"h\">" R("a")
	    "<w:r><w:footnoteReference w:id=\"1\"/></w:r>" R("b")
	    "</w:hyperlink>"));

	(void)st;
	docx_rel(&d, "h", "hyperlink", "http://h.cn/", 1);
	docx_side(&d, "footnotes", "footnotes",
	    "<w:footnote w:id=\"1\">" P(R("n")) "</w:footnote>");
	assert_string_equal(read_docx(&d), "<p><a href=\"http://h.cn/\" rel="
	    "\"noopener noreferrer\">a</a><span id=\"w-fnr1\"></span><sup>"
	    "<a href=\"#w-fn1\">[1]</a></sup><a href=\"http://h.cn/\" rel="
	    "\"noopener noreferrer\">b</a></p><hr><p id=\"w-fn1\">"
	    "<a href=\"#w-fnr1\">[1]</a> n</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hidden_items),
		cmocka_unit_test(test_hidden_paragraphs),
		cmocka_unit_test(test_hidden_marks),
		cmocka_unit_test(test_hidden_equation),
		cmocka_unit_test(test_ruby_runs),
		cmocka_unit_test(test_endless_fields),
		cmocka_unit_test(test_rows_to_choose),
		cmocka_unit_test(test_bold_thrice),
		cmocka_unit_test(test_charts),
		cmocka_unit_test(test_lines_across),
		cmocka_unit_test(test_names_of_parts),
		cmocka_unit_test(test_note_in_a_link),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

/* test_word_look.c - how text looks in Word, as classes of the stylesheet. */
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
read_docx(struct docx *d)
{
	const char *html = read_reported(d, NULL);

	assert_null(strstr(html, "style="));
	return html;
}

static const char *
read_body(const char *body)
{
	struct docx d = docx_new(mem, body);

	return read_docx(&d);
}

static const char *
read_styled(const char *styles, const char *body)
{
	struct docx d = docx_new(mem, body);

	docx_side(&d, "styles", "styles", styles);
	return read_docx(&d);
}

static void
test_marks(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("a") RP("<w:em w:val=\"dot\"/>", "b")
	    RP("<w:em w:val=\"comma\"/>", "c") RP("<w:em w:val=\"circle\"/>",
	    "d") RP("<w:em w:val=\"underDot\"/>", "e")
	    RP("<w:em w:val=\"none\"/>", "f"))),
	    "<p>a<span class=\"em-dot\">b</span><span class=\"em-comma\">c"
	    "</span><span class=\"em-ring\">d</span><span class=\"em-under\">"
	    "e</span>f</p>");
	assert_string_equal(read_body(P(R("a") RP("<w:u w:val=\"double\"/>",
	    "b") RP("<w:u w:val=\"wave\"/>", "c") RP("<w:u w:val=\"dotted\"/>",
	    "d") RP("<w:u w:val=\"dashLong\"/>", "e"))),
	    "<p>a<span class=\"u-dbl\"><u>b</u></span><span class=\"u-wave\">"
	    "<u>c</u></span><span class=\"u-dot\"><u>d</u></span>"
	    "<span class=\"u-dash\"><u>e</u></span></p>");
	assert_string_equal(read_body(P(R("a") RP("<w:caps/>", "b")
	    RP("<w:smallCaps/>", "c"))), "<p>a<span class=\"caps\">b</span>"
	    "<span class=\"caps-s\">c</span></p>");
}

/* Half points above or below the line, by a style too; a measure may have a
 * unit of its own. */
static void
test_raised(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("a")
	    RP("<w:position w:val=\"6\"/>", "b")
	    RP("<w:position w:val=\"-4\"/>", "c")
	    RP("<w:position w:val=\"0\"/>", "d")
	    RP("<w:position w:val=\"-3pt\"/>", "e")
	    RP("<w:position w:val=\"x\"/>", "f"))),
	    "<p>a<span class=\"up-6\">b</span><span class=\"dn-4\">c</span>d"
	    "<span class=\"dn-6\">e</span>f</p>");
	assert_string_equal(read_body(P(R("a")
	    RP("<w:position w:val=\"6\"/><w:sz w:val=\"16\"/>"
	    "<w:vertAlign w:val=\"superscript\"/>", "2"))),
	    "<p>a<span class=\"up-6\"><sup>2</sup></span></p>");
}

static void
test_colors(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("a") RP("<w:color w:val=\"0070C0\"/>",
	    "b") RP("<w:color w:val=\"auto\"/>", "c")
	    RP("<w:color w:val=\"000000\"/>", "d")
	    RP("<w:color w:val=\"red\"/>", "e"))),
	    "<p>a<span class=\"c-035\">b</span>cde</p>");
	/* all of one colour: the block has it */
	assert_string_equal(read_body(P(RP("<w:color w:val=\"FF0000\"/>", "a")
	    RP("<w:b/><w:color w:val=\"FF0000\"/>", "b"))),
	    "<p class=\"c-700\">a<strong>b</strong></p>");
	assert_string_equal(read_body(P(R("a")
	    RP("<w:highlight w:val=\"yellow\"/>", "b")
	    RP("<w:highlight w:val=\"darkBlue\"/>", "c")
	    RP("<w:shd w:val=\"clear\" w:fill=\"FFE2B0\"/>", "d")
	    RP("<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", "e")
	    RP("<w:shd w:val=\"clear\" w:fill=\"F5F5F5\"/>", "f")
	    RP("<w:highlight w:val=\"none\"/>", "g"))),
	    "<p>a<mark>b</mark><span class=\"bg-002\">c</span>"
	    "<span class=\"bg-753\">d</span>efg</p>");
}

#define A_NS " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""

static void
test_theme(void **st)
{
	struct docx d = docx_new(mem, P(RP("<w:rFonts w:eastAsiaTheme="
	    "\"majorEastAsia\"/>", "汉") RP("<w:rFonts w:eastAsiaTheme="
	    "\"majorEastAsia\"/>", "abc") RP("<w:color w:themeColor="
	    "\"accent2\"/>", "d")) P(RP("<w:rFonts w:eastAsiaTheme="
	    "\"minorEastAsia\"/>", "字")));

	(void)st;
	docx_rel(&d, "theme", "theme", "theme/t.xml", 0);
	docx_text(&d, "word/theme/t.xml", "<a:theme" A_NS "><a:themeElements>"
	    "<a:clrScheme name=\"x\"><a:accent2><a:srgbClr val=\"ED7D31\"/>"
	    "</a:accent2></a:clrScheme><a:fontScheme name=\"x\"><a:majorFont>"
	    "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:font"
	    " script=\"Hans\" typeface=\"黑体\"/></a:majorFont><a:minorFont>"
	    "<a:ea typeface=\"楷体\"/></a:minorFont></a:fontScheme>"
	    "</a:themeElements></a:theme>");
	assert_string_equal(read_docx(&d),
	    "<p class=\"ff-hei\">汉abc<span class=\"c-631\">d</span></p>"
	    "<p class=\"ff-kai\">字</p>");
}

static void
test_fonts_and_sizes(void **st)
{
	(void)st;
#define FONT(name) "<w:rFonts w:eastAsia=\"" name "\"/>"
	assert_string_equal(read_body(P(RP(FONT("宋体"), "甲"))
	    P(RP(FONT("方正小标宋简体"), "乙")) P(RP(FONT("隶书"), "丙"))
	    P(RP(FONT("仿宋_GB2312"), "丁")) P(RP(FONT("x&quot;y"), "戊"))),
	    "<p class=\"ff-song\">甲</p><p class=\"ff-xbs\">乙</p>"
	    "<p class=\"ff-li\">丙</p><p>丁</p><p>戊</p>");
	/* most of the text has 16 points and is the page's own size */
#define SIZE(n, text) RP("<w:sz w:val=\"" n "\"/>", text)
	assert_string_equal(read_body(P(SIZE("32", "甲甲甲甲甲甲")
	    SIZE("44", "乙") SIZE("33", "丙") SIZE("25", "丁"))),
	    "<p>甲甲甲甲甲甲<span class=\"zh-2\">乙</span><span"
	    " class=\"fs-33\">丙</span><span class=\"fs-25\">丁</span></p>");
	/* and all others are in proportion to it */
	assert_string_equal(read_body(P(SIZE("21", "甲甲甲甲甲甲")
	    SIZE("42", "乙"))),
	    "<p>甲甲甲甲甲甲<span class=\"fs-64\">乙</span></p>");
}

static void
test_indents(void **st)
{
	(void)st;
	assert_string_equal(read_body(
	    PP("<w:ind w:firstLineChars=\"150\"/>", "a")
	    PP("<w:ind w:leftChars=\"200\" w:hangingChars=\"200\"/>", "b")
	    PP("<w:ind w:left=\"400\" w:hanging=\"800\"/>", "c")
	    PP("<w:jc w:val=\"center\"/><w:ind w:firstLineChars=\"200\"/>",
	    "d") PP("<w:ind w:firstLineChars=\"9900\"/>", "e")
	    PP("<w:ind w:left=\"-700\"/>", "f")),
	    "<p class=\"ti-1h\">a</p><p class=\"hi-2 pl-2\">b</p>"
	    "<p class=\"hi-2 pl-2\">c</p><p class=\"ta-c ti-2\">d</p>"
	    "<p class=\"ti-20\">e</p><p>f</p>");
}

static void
test_headings(void **st)
{
	(void)st;
	assert_string_equal(read_styled(
	    "<w:style w:type=\"paragraph\" w:styleId=\"h5\"><w:name"
	    " w:val=\"heading 5\"/></w:style><w:style w:type=\"paragraph\""
	    " w:styleId=\"h9\"><w:name w:val=\"Heading 9\"/></w:style>",
	    PP("<w:pStyle w:val=\"h5\"/>", "a")
	    PP("<w:pStyle w:val=\"h9\"/>", "b")
	    PP("<w:outlineLvl w:val=\"9\"/>", "c")),
	    "<h5 class=\"ti-0\">a</h5><h6 class=\"ti-0\">b</h6><p>c</p>");
}

#define BOX(sides) "<w:pBdr>" sides "</w:pBdr>"
#define LINE(side) "<w:" side " w:val=\"single\"/>"

static void
test_boxes(void **st)
{
	(void)st;
	assert_string_equal(read_body(
	    PP(BOX(LINE("top") LINE("bottom")), "a")
	    PP(BOX(LINE("top") LINE("bottom")), "b")
	    PP("<w:shd w:val=\"clear\" w:fill=\"D9E2F3\"/>", "c")
	    PP(BOX(LINE("top")), "d") P(R("e"))),
	    "<div class=\"bd-5\"><p>a</p><p>b</p></div>"
	    "<div class=\"bg-456\"><p>c</p></div><hr><p>d</p><p>e</p>");
}

static const char table_styles[] =
    "<w:style w:type=\"table\" w:styleId=\"g\"><w:name w:val=\"Grid\"/>"
    "<w:tblPr><w:tblBorders>" LINE("top") LINE("left") LINE("bottom")
    LINE("right") LINE("insideH") LINE("insideV") "</w:tblBorders></w:tblPr>"
    "</w:style><w:style w:type=\"table\" w:styleId=\"f\"><w:basedOn"
    " w:val=\"g\"/><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr>"
    "<w:tcPr><w:shd w:val=\"clear\" w:fill=\"4472C4\"/></w:tcPr>"
    "</w:tblStylePr><w:tblStylePr w:type=\"lastCol\"><w:pPr><w:jc"
    " w:val=\"right\"/></w:pPr></w:tblStylePr><w:tblStylePr"
    " w:type=\"band1Horz\"><w:rPr><w:i/></w:rPr></w:tblStylePr></w:style>";

#define TBL(look, rows) "<w:tbl><w:tblPr>" look "</w:tblPr>" rows "</w:tbl>"
#define MID "<w:vAlign w:val=\"center\"/>"

static void
test_table_styles(void **st)
{
	(void)st;
	assert_string_equal(read_styled(table_styles, TBL("<w:tblStyle"
	    " w:val=\"f\"/><w:tblLook w:val=\"0120\" w:noVBand=\"1\"/>",
	    TR(TC(MID, P(R("a"))) TC(MID, P(R("b"))))
	    TR(TC(MID, P(R("c"))) TC(MID, P(R("d"))))
	    TR(TC(MID, P(R("e"))) TC(MID, P(R("f")))))),
	    "<table><tbody class=\"zh-3\"><tr><td class=\"bg-124\">"
	    "<strong>a</strong></td><td class=\"ta-r bg-124\"><strong>b"
	    "</strong></td></tr><tr><td><em>c</em></td><td class=\"ta-r\">"
	    "<em>d</em></td></tr><tr><td>e</td><td class=\"ta-r\">f</td></tr>"
	    "</tbody></table>");
	/* what the table and the cell say themselves comes first */
	assert_string_equal(read_styled(table_styles, TBL("<w:tblStyle"
	    " w:val=\"g\"/>", TR(TC("<w:tcBorders><w:bottom w:val=\"nil\"/>"
	    "</w:tcBorders>", P(R("a"))) TC("<w:vAlign w:val=\"bottom\"/>"
	    "<w:shd w:val=\"pct50\" w:color=\"000000\" w:fill=\"FFFFFF\"/>",
	    P(R("b")))) TR(TC("", P(R("c"))) TC("", P(R("d")))))),
	    "<table class=\"va-t\"><tbody class=\"zh-3\"><tr>"
	    "<td class=\"bd-b\">a</td><td class=\"bg-222 va-b\">b</td></tr>"
	    "<tr><td>c</td><td>d</td></tr></tbody></table>");
}

#define RED_HEAD "<w:p><w:pPr><w:jc w:val=\"center\"/><w:pBdr><w:bottom" \
	" w:val=\"single\" w:color=\"FF0000\"/></w:pBdr></w:pPr>"
#define CENTER(size, text) "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" \
	RP("<w:sz w:val=\"" size "\"/>", text) "</w:p>"
#define TEXT(text) "<w:p><w:pPr><w:ind w:firstLineChars=\"200\"/></w:pPr>" \
	RP("<w:sz w:val=\"32\"/>", text) "</w:p>"
#define RIGHT(text) "<w:p><w:pPr><w:jc w:val=\"right\"/><w:ind" \
	" w:rightChars=\"400\"/></w:pPr>" RP("<w:sz w:val=\"32\"/>", text) \
	"</w:p>"
#define PLAIN(text) P(RP("<w:sz w:val=\"32\"/>", text))

static void
test_official(void **st)
{
	(void)st;
	assert_string_equal(read_body(RED_HEAD RP("<w:sz w:val=\"72\"/>"
	    "<w:color w:val=\"FF0000\"/>", "某区人民政府文件") "</w:p>"
	    CENTER("32", "某政发〔2024〕5号") CENTER("44", "关于某事的通知")
	    PLAIN("各镇人民政府：") TEXT("现将有关事项通知如下。")
	    TEXT("附件：1.名单") RIGHT("某区人民政府") RIGHT("2024年1月5日")
	    PLAIN("抄送：区委办公室。")),
	    "<p class=\"zh-0s gw-h c-700\">某区人民政府文件</p>"
	    "<hr class=\"rule\"><p class=\"gw-n\">某政发〔2024〕5号</p>"
	    "<p class=\"gw-t\">关于某事的通知</p>"
	    "<p class=\"ti-0\">各镇人民政府：</p>"
	    "<p class=\"ti-2\">现将有关事项通知如下。</p>"
	    "<p class=\"ti-2\">附件：1.名单</p>"
	    "<p class=\"pr-4 sign\">某区人民政府</p>"
	    "<p class=\"pr-4 sign\">2024年1月5日</p>"
	    "<p class=\"gw-e\">抄送：区委办公室。</p>");
	assert_string_equal(res.title, "关于某事的通知");
}

/* Text on the right without a date after it is no signature. */
static void
test_not_official(void **st)
{
	(void)st;
	assert_string_equal(read_body(TEXT("正文一。") RIGHT("某单位")
	    TEXT("正文二，2024年1月5日。") PLAIN("抄送")),
	    "<p class=\"ti-2\">正文一。</p><p class=\"ta-r pr-4\">某单位</p>"
	    "<p class=\"ti-2\">正文二，2024年1月5日。</p><p>抄送</p>");
}

/* Bookmarks between paragraphs, and those nobody points to. */
static void
test_bookmarks(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:bookmarkStart w:name=\"a\"/>"
	    P(R("x")) P("<w:bookmarkStart w:name=\"unused\"/>" R("y")
	    "<w:hyperlink w:anchor=\"a\">" R("z") "</w:hyperlink>")),
	    "<p><span id=\"w-b1\"></span>x</p><p>y<a href=\"#w-b1\">z</a>"
	    "</p>");
}

#define GRID(a, b, c) "<w:tblGrid><w:gridCol w:w=\"" a "\"/><w:gridCol" \
    " w:w=\"" b "\"/><w:gridCol w:w=\"" c "\"/></w:tblGrid>"
#define WIDE(w) "<w:tcW w:w=\"" w "\" w:type=\"dxa\"/>"

/* The first cell that has a column for itself says how wide it is. */
static void
test_column_widths(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:tbl>" GRID("1000", "3000", "6000")
	    TR(TC("<w:gridSpan w:val=\"3\"/>", P(R("x"))))
	    TR(TC("<w:gridSpan w:val=\"2\"/>", P(R("y"))) TC("", P(R("z"))))
	    TR(TC("", P(R("a"))) TC("", P(R("b"))) TC("", P(R("c"))))
	    "</w:tbl>"),
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\">"
	    "<tr><td colspan=\"3\">x</td></tr>"
	    "<tr><td colspan=\"2\">y</td><td class=\"cw-60\">z</td></tr>"
	    "<tr><td class=\"cw-10\">a</td><td class=\"cw-30\">b</td>"
	    "<td>c</td></tr></tbody></table>");
	/* what a cell would like counts more than the grid; columns that no
	 * cell has for itself are told together */
	assert_string_equal(read_body("<w:tbl>" GRID("3000", "3000", "3000")
	    TR(TC(WIDE("2000"), P(R("a"))) TC("<w:tcW w:w=\"50%\""
	    " w:type=\"pct\"/><w:gridSpan w:val=\"2\"/>", P(R("b"))))
	    "</w:tbl>"),
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr>"
	    "<td class=\"cw-25\">a</td><td class=\"cw-75\" colspan=\"2\">b"
	    "</td></tr></tbody></table>");
	/* a grid that says nothing, and one that is too short */
	assert_string_equal(read_body("<w:tbl>" GRID("0", "3000", "3000")
	    TR(TC(WIDE("9"), P(R("a"))) TC("", P(R("b")))) "</w:tbl>"),
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr>"
	    "<td>a</td><td>b</td></tr></tbody></table>");
	assert_string_equal(read_body("<w:tbl><w:tblGrid><w:gridCol"
	    " w:w=\"5\"/><w:gridCol w:w=\"5\"/></w:tblGrid>"
	    TR(TC("", P(R("a"))) TC("", P(R("b"))) TC("", P(R("c"))))
	    "</w:tbl>"),
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr>"
	    "<td class=\"cw-50\">a</td><td class=\"cw-50\">b</td><td>c</td>"
	    "</tr></tbody></table>");
}

/* What points to nothing goes to where the document starts. */
static void
test_lost_bookmarks(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:tbl>" TR(TC("", P(R("x"))))
	    "</w:tbl>" P("<w:hyperlink w:anchor=\"gone\">" R("y")
	    "</w:hyperlink>" R("z"))),
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr><td>"
	    "<span id=\"w-top\"></span>x</td></tr></tbody></table>"
	    "<p><a href=\"#w-top\">y</a>z</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_marks),
		cmocka_unit_test(test_raised),
		cmocka_unit_test(test_colors),
		cmocka_unit_test(test_theme),
		cmocka_unit_test(test_fonts_and_sizes),
		cmocka_unit_test(test_indents),
		cmocka_unit_test(test_headings),
		cmocka_unit_test(test_boxes),
		cmocka_unit_test(test_table_styles),
		cmocka_unit_test(test_official),
		cmocka_unit_test(test_not_official),
		cmocka_unit_test(test_bookmarks),
		cmocka_unit_test(test_lost_bookmarks),
		cmocka_unit_test(test_column_widths),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

/* test_word_rare.c - what only some documents have, and must not lose. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_read.h"
#include "docx_words.h"
#include "richtext/reader.h"

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

	return read_docx(&d);
}

/* A document that has the part where a chunk refers to it. */
static const char *
read_chunk(const char *name, const char *data, size_t n)
{
	struct docx d = docx_new(mem, P(R("a"))
	    "<w:altChunk r:id=\"c\"/>" P(R("z")));

	docx_rel(&d, "c", "aFChunk", name, 0);
	docx_add(&d, arena_printf(mem, "word/%s", name), data, n);
	return read_docx(&d);
}
#define CHUNK(name, s) read_chunk(name, s, sizeof(s) - 1)

static void
test_chunks(void **st)
{
	(void)st;
	assert_string_equal(CHUNK("c.html", "<html><head><title>no</title>"
	    "<script>x()</script></head><body onload=\"x()\"><p>b <a href=\""
	    "javascript:x()\">c</a></p><ul><li>d</ul></body></html>"),
	    "<p>a</p><p>b c</p><ul><li>d</li></ul><p>z</p>");
	assert_int_equal(res.parts_dropped, 0);
	assert_int_equal(report.word, 5);
	assert_int_equal(report.found, 5);
	assert_string_equal(CHUNK("c.dat", "\xef\xbb\xbf<!DOCTYPE html><p>b"),
	    "<p>a</p><p>b</p><p>z</p>");
	assert_string_equal(CHUNK("c.htm", "<p>\xb9\xe6\xb6\xa8"),
	    "<p>a</p><p>规定</p><p>z</p>");
	assert_string_equal(CHUNK("c.txt", "b\n\n<c>"),
	    "<p>a</p><p class=\"ti-2\">b</p><p class=\"ti-2\">&lt;c&gt;</p>"
	    "<p>z</p>");
}

static void
test_chunks_left_out(void **st)
{
	(void)st;
	assert_string_equal(CHUNK("c.rtf", "{\\rtf1 b}"),
	    "<p>a</p><p>z</p>");
	assert_int_equal(res.parts_dropped, 1);
	assert_int_equal(report.item[REPORT_OBJECTS].count, 1);
	CHUNK("c.docx", "PK\3\4");
	assert_int_equal(res.parts_dropped, 1);
	read_body(P(R("a")) "<w:altChunk r:id=\"none\"/>");
	assert_int_equal(res.parts_dropped, 1);
}

/* As many boxes as there are. */
static void
test_boxes(void **st)
{
	struct buf b = buf_new(mem);
	int k;

	(void)st;
	buf_puts(&b, "<w:p><w:r><w:t>a</w:t></w:r>");
	for (k = 0; k < 100; k++)
		buf_printf(&b, "<w:r><w:pict><v:shape><v:textbox>"
		    "<w:txbxContent>" P(R("box%d")) "</w:txbxContent>"
		    "</v:textbox></v:shape></w:pict></w:r>", k);
	buf_puts(&b, "</w:p>" P(R("z")));
	read_body(b.s);
	assert_int_equal(res.text_boxes, 100);
	assert_non_null(strstr(res.body.html.s,
	    "<p>box98</p><p>box99</p><p>z</p>"));
	assert_int_equal(report.found, report.word);
}

/* Blocks where the standard has none. */
static void
test_misplaced(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("a") "<w:tbl>" TR(TC("", P(R("b"))))
	    "</w:tbl>" R("c") P(R("d")))),
	    "<p>ac</p><table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr>"
	    "<td>b</td></tr></tbody></table><p>d</p>");
}

/* The first cell carries the number; where none can, a paragraph does. */
static void
test_note_of_a_table(void **st)
{
	struct docx d = docx_new(mem, P(R("a") "<w:r><w:footnoteReference"
	    " w:id=\"2\"/></w:r>"));

	(void)st;
	docx_side(&d, "footnotes", "footnotes", "<w:footnote w:id=\"2\">"
	    "<w:tbl>" TR(TC("", P(R("b")))) "</w:tbl></w:footnote>");
	assert_string_equal(read_docx(&d), "<p>a<span id=\"w-fnr1\"></span>"
	    "<sup><a href=\"#w-fn1\">[1]</a></sup></p><hr>"
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr><td>"
	    "<p id=\"w-fn1\"><a href=\"#w-fnr1\">[1]</a> b</p></td></tr>"
	    "</tbody></table>");
}

/* A note of several blocks is one thing; what is empty at its end is not. */
static void
test_note_of_blocks(void **st)
{
	struct docx d = docx_new(mem, P(R("a") "<w:r><w:footnoteReference"
	    " w:id=\"2\"/></w:r><w:r><w:footnoteReference w:id=\"3\"/></w:r>"));

	(void)st;
	docx_side(&d, "footnotes", "footnotes", "<w:footnote w:id=\"2\">"
	    P(R("b")) "<w:tbl>" TR(TC("", P(R("c")))) "</w:tbl>" P("")
	    "</w:footnote><w:footnote w:id=\"3\">" P(R("d")) P("")
	    "</w:footnote>");
	assert_string_equal(read_docx(&d), "<p>a<span id=\"w-fnr1\"></span>"
	    "<sup><a href=\"#w-fn1\">[1]</a></sup><span id=\"w-fnr2\"></span>"
	    "<sup><a href=\"#w-fn2\">[2]</a></sup></p><hr><div id=\"w-fn1\">"
	    "<p><a href=\"#w-fnr1\">[1]</a> b</p>"
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr><td>c</td>"
	    "</tr></tbody></table></div><p id=\"w-fn2\"><a href=\"#w-fnr2\">"
	    "[2]</a> d</p>");
}

/* A bookmark at the beginning of a link does not take it away. */
static void
test_link_with_bookmark(void **st)
{
	struct docx d = docx_new(mem, P("<w:hyperlink r:id=\"u\">"
	    "<w:bookmarkStart w:id=\"1\" w:name=\"_GoBack\"/>"
	    "<w:bookmarkEnd w:id=\"1\"/>" R("a") "<w:bookmarkStart w:id=\"2\""
	    " w:name=\"m\"/>" R("b") "</w:hyperlink><w:hyperlink"
	    " w:anchor=\"m\">" R("c") "</w:hyperlink>"));

	(void)st;
	docx_rel(&d, "u", "hyperlink", "https://a.cn/", 1);
	assert_string_equal(read_docx(&d), "<p><a href=\"https://a.cn/\""
	    " rel=\"noopener noreferrer\">a<span id=\"w-b1\"></span>b</a>"
	    "<a href=\"#w-b1\">c</a></p>");
}

static const char *
read_list(const char *format, const char *text)
{
	struct docx d = docx_new(mem, arena_printf(mem, "%s%s",
	    PP("<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "a"),
	    PP("<w:numPr><w:numId w:val=\"1\"/></w:numPr>", "b")));

	docx_side(&d, "numbering", "numbering", arena_printf(mem,
	    "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\">"
	    "<w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText"
	    " w:val=\"%s\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\">"
	    "<w:abstractNumId w:val=\"0\"/></w:num>", format, text));
	return read_docx(&d);
}

/* Figures that we do not write are counted by the browser. */
static void
test_foreign_figures(void **st)
{
	(void)st;
	assert_string_equal(read_list("hebrew1", "%1)"),
	    "<ol><li>a</li><li>b</li></ol>");
	assert_string_equal(read_list("ideographLegalTraditional", "%1、"),
	    "<p>壹、a</p><p>貳、b</p>");
}

static void
test_into_the_margin(void **st)
{
	(void)st;
	assert_string_equal(read_body(
	    PP("<w:ind w:left=\"-1134\" w:firstLine=\"567\"/>", "abc")),
	    "<p class=\"ti-3\">abc</p>");
}

static void
test_white_ground(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(RP("<w:highlight w:val=\"white\"/>",
	    "a") RP("<w:shd w:val=\"clear\" w:fill=\"FFFFFF\"/>", "b"))),
	    "<p><span class=\"bg-777\">a</span>b</p>");
}

/* A link inside a link: the text of each is a link of its own. */
static void
test_link_in_a_link(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:bookmarkStart w:name=\"m\"/>"
	    P("<w:hyperlink w:anchor=\"m\">" R("a") "<w:hyperlink w:anchor="
	    "\"m\">" R("b") "</w:hyperlink>" R("c") "</w:hyperlink>")),
	    "<p><span id=\"w-b1\"></span><a href=\"#w-b1\">a</a>"
	    "<a href=\"#w-b1\">b</a><a href=\"#w-b1\">c</a></p>");
}

/* Words on either side of a page's end do not grow together. */
static void
test_page_break_in_words(void **st)
{
	static const char page[] = "<w:r><w:br w:type=\"page\"/></w:r>";

	(void)st;
	assert_string_equal(read_body(arena_printf(mem,
	    "<w:p>%s%s%s%s%s%s</w:p>%s", page, R("a"), page, R("b"), page,
	    page, P(R("c") "<w:r><w:br/></w:r>" R("d")))),
	    "<p>a<br>b</p><p class=\"np\">c<br>d</p>");
}

#define FORM(data, end) "<w:r><w:fldChar w:fldCharType=\"begin\">" \
	"<w:ffData>" data "</w:ffData></w:fldChar></w:r><w:r><w:instrText>" \
	" FORM </w:instrText></w:r>" end \
	"<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
#define RESULT "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"

/* What is ticked and chosen in a form has no text of its own. */
static void
test_forms(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(
	    FORM("<w:checkBox><w:default w:val=\"0\"/></w:checkBox>", "")
	    FORM("<w:checkBox><w:default w:val=\"1\"/></w:checkBox>", RESULT)
	    FORM("<w:checkBox><w:default w:val=\"1\"/><w:checked w:val="
	    "\"0\"/></w:checkBox>", RESULT)
	    FORM("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"x\"/>"
	    "<w:listEntry w:val=\"y\"/></w:ddList>", RESULT)
	    FORM("<w:textInput/>", RESULT R("z")))), "<p>☐☒☐yz</p>");
	assert_int_equal(report.found, report.word);
}

/* Characters of a symbol font that are written as text. */
static void
test_symbols_in_text(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(
	    RP("<w:rFonts w:ascii=\"Wingdings\"/>", "a\xef\x83\xbe\xef\x82\x81")
	    RP("<w:rFonts w:ascii=\"Arial\"/>", "b"))), "<p>a☑①b</p>");
}

#define SYM(font, code) \
    "<w:r><w:sym w:font=\"" font "\" w:char=\"" code "\"/></w:r>"

/* Every character of the four fonts is some character, with or without the
 * F0 of their private place. */
static void
test_symbol_fonts(void **st)
{
	static const char *const font[] = {
		"Wingdings", "Wingdings 2", "Wingdings 3", "Symbol"
	};
	unsigned code;

	(void)st;
	assert_string_equal(read_body(P(SYM("Symbol", "F0D1")
	    SYM("Symbol", "00DA") SYM("Symbol", "F031") SYM("Symbol", "F0A7")
	    SYM("Wingdings", "F0E7") SYM("Wingdings", "F052")
	    SYM("Wingdings", "F0B8") SYM("Wingdings 2", "F052")
	    SYM("Wingdings 3", "F079"))), "<p>∇∨1♣←☼🕑☑◢</p>");
	for (code = 0xf021; code <= 0xf07e; code++)
		assert_int_not_equal(symbol_char(font[3], code), 0);
	for (code = 0xf021; code <= 0xf0fe; code++)
		assert_int_not_equal(symbol_char(font[0], code), 0);
	assert_int_equal(symbol_char(font[1], 0xf0a3), 0x25a1);
	assert_int_equal(symbol_char(font[2], 0xf0e0), 0x2198);
	assert_int_equal(symbol_char(font[2], 0xf0f1), 0);
}

#define DRAWN(code) "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"	\
    "<w:r><w:instrText> " code " </w:instrText></w:r>"			\
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

/* Fields without a result that Word draws: they are text all the same. */
static void
test_drawn_fields(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("a") DRAWN("EQ \\o\\ac(○,一)")
	    DRAWN("eq \\o\\ac(○,36)") DRAWN("EQ \\o\\ac(○,甲)")
	    DRAWN("EQ \\o\\ac(□,A)") R("b"))), "<p>a㊀㊱甲\u20ddA\u20deb</p>");
	assert_int_equal(report.found, report.word);
	assert_string_equal(read_body(P(DRAWN("EQ \\f(1,\\r(3,x))")
	    DRAWN("EQ \\b\\bc\\[(\\a\\al(1,2)) \\s\\up 8(c)") R(";")
	    DRAWN("EQ \\* jc2 \\* &quot;Font:SimSun&quot; \\* hps10 "
	    "\\o\\ad(\\s\\up 9(hàn),汉)") R(";")
	    DRAWN("EQ \\o(\\s\\up 5(甲　),\\s\\do 2(　乙)) \\, (x)"))),
	    "<p>1/3√x[1 2] c;汉（hàn）;甲乙 , (x)</p>");
	assert_string_equal(read_body(P(DRAWN("SYMBOL 254 \\f Wingdings")
	    DRAWN("SYMBOL 0x52 \\f &quot;Wingdings 2&quot; \\s 12")
	    DRAWN("SYMBOL 65") DRAWN("TA \\l x") R("b"))), "<p>☑☑Ab</p>");
	assert_string_equal(read_body(P(DRAWN("EQ \\o(\\f((,\\") R("b"))),
	    "<p>(/b</p>");
}

/* Emoji and handwriting stand in the fallback. */
static void
test_newer_than_we(void **st)
{
	(void)st;
	assert_string_equal(read_body(P("<w:r><mc:AlternateContent>"
	    "<mc:Choice Requires=\"w16se\"><w16se:symEx xmlns:w16se=\"x\" "
	    "w16se:font=\"Segoe UI Emoji\" w16se:char=\"1F600\"/></mc:Choice>"
	    "<mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent>"
	    "<mc:AlternateContent><mc:Choice Requires=\"wpi\"><w:drawing/>"
	    "</mc:Choice><mc:Fallback><w:t>ink</w:t></mc:Fallback>"
	    "</mc:AlternateContent></w:r>")), "<p>😀ink</p>");
}

/* WordArt has its words in an attribute. */
static void
test_wordart(void **st)
{
	(void)st;
	assert_string_equal(read_body(P("<w:r><w:pict><v:shapetype><v:textpath "
	    "on=\"t\"/></v:shapetype><v:shape><v:textpath string=\"某区文件\"/>"
	    "</v:shape></w:pict></w:r>" R("a"))),
	    "<p>a</p><p class=\"ta-c\">某区文件</p>");
	assert_int_equal(report.found, report.word);
	assert_int_equal(report.word, 5);
}

/* A deleted paragraph mark joins no table, and bookmarks have no capitals. */
static void
test_mark_before_table(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:p><w:pPr><w:rPr><w:del/></w:rPr>"
	    "</w:pPr><w:bookmarkStart w:id=\"1\" w:name=\"B_a\"/>" R("a")
	    "</w:p><w:tbl>" TR(TC("", P(R("b")))) "</w:tbl>"
	    P("<w:hyperlink w:anchor=\"b_A\">" R("c") "</w:hyperlink>")),
	    "<p><span id=\"w-b1\"></span>a</p><table class=\"va-t bd-0\">"
	    "<tbody class=\"zh-3\"><tr><td>b</td></tr></tbody></table>"
	    "<p><a href=\"#w-b1\">c</a></p>");
}

/* Accepting the changes takes a deleted cell away. */
static void
test_deleted_cell(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:tbl>" TR(TC("", P(R("a")))
	    TC("<w:cellDel w:id=\"1\" w:author=\"x\"/>", P(R("b")))
	    TC("", P(R("c")))) "</w:tbl>"),
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr>"
	    "<td>a</td><td>c</td></tr></tbody></table>");
	assert_int_equal(res.deletions, 1);
}

static void
test_size_with_unit(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(R("aaaa")
	    RP("<w:sz w:val=\"20pt\"/>", "b"))),
	    "<p>aaaa<span class=\"fs-64\">b</span></p>");
}

/* Each note of a long text keeps its way there and back. */
static void
test_many_notes(void **st)
{
	struct buf body = buf_new(mem), notes = buf_new(mem);
	struct docx d;
	int k;

	(void)st;
	for (k = 1; k <= 2500; k++) {
		buf_printf(&body, P(R("a") "<w:r><w:footnoteReference"
		    " w:id=\"%d\"/></w:r>"), 2501 - k);
		buf_printf(&notes, "<w:footnote w:id=\"%d\">" P(R("n%d"))
		    "</w:footnote>", k, k);
	}
	d = docx_new(mem, body.s);
	docx_side(&d, "footnotes", "footnotes", notes.s);
	read_docx(&d);
	assert_non_null(strstr(res.body.html.s, "<span id=\"w-fnr2500\">"));
	assert_non_null(strstr(res.body.html.s, "<p id=\"w-fn2500\"><a href="
	    "\"#w-fnr2500\">[2500]</a> n1</p>"));
}

/* Of two relationships, or lists, with one name the first counts. */
static void
test_names_used_twice(void **st)
{
	struct docx d = docx_new(mem, P("<w:hyperlink r:id=\"u\">" R("a")
	    "</w:hyperlink>") PP("<w:numPr><w:numId w:val=\"7\"/></w:numPr>",
	    "b"));

	(void)st;
	docx_rel(&d, "v", "hyperlink", "https://v.cn/", 1);
	docx_rel(&d, "u", "hyperlink", "https://first.cn/", 1);
	docx_rel(&d, "u", "hyperlink", "https://second.cn/", 1);
	docx_side(&d, "numbering", "numbering", "<w:abstractNum"
	    " w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:start w:val="
	    "\"3\"/><w:lvlText w:val=\"%1)\"/></w:lvl></w:abstractNum>"
	    "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"4\"/></w:num>"
	    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"4\"/></w:num>"
	    "<w:num w:numId=\"7\"><w:abstractNumId w:val=\"9\"/></w:num>");
	assert_string_equal(read_docx(&d), "<p><a href=\"https://first.cn/\""
	    " rel=\"noopener noreferrer\">a</a></p><p>3) b</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_chunks),
		cmocka_unit_test(test_chunks_left_out),
		cmocka_unit_test(test_boxes),
		cmocka_unit_test(test_misplaced),
		cmocka_unit_test(test_note_of_a_table),
		cmocka_unit_test(test_note_of_blocks),
		cmocka_unit_test(test_link_with_bookmark),
		cmocka_unit_test(test_foreign_figures),
		cmocka_unit_test(test_into_the_margin),
		cmocka_unit_test(test_white_ground),
		cmocka_unit_test(test_link_in_a_link),
		cmocka_unit_test(test_page_break_in_words),
		cmocka_unit_test(test_forms),
		cmocka_unit_test(test_symbols_in_text),
		cmocka_unit_test(test_symbol_fonts),
		cmocka_unit_test(test_wordart),
		cmocka_unit_test(test_mark_before_table),
		cmocka_unit_test(test_drawn_fields),
		cmocka_unit_test(test_newer_than_we),
		cmocka_unit_test(test_deleted_cell),
		cmocka_unit_test(test_size_with_unit),
		cmocka_unit_test(test_many_notes),
		cmocka_unit_test(test_names_used_twice),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

/* test_word.c - documents built here, feature by feature, as exact HTML. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_read.h"
#include "docx_words.h"
#include "richtext/raster.h"

static const unsigned char png[] = {
	0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H',
	'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b,
	0x55, 0, 0, 0, 10, 'I', 'D', 'A', 'T', 0x78, 0x9c, 0x63, 0x60, 0, 0,
	0, 2, 0, 1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, 'I', 'E', 'N', 'D',
	0xae, 0x42, 0x60, 0x82
};

static const char *
read_docx(struct docx *d)
{
	return read_reported(d, NULL);
}

static const char *
read_body(const char *body)
{
	struct docx d = docx_new(mem, body);

	return read_docx(&d);
}

static void
test_runs(void **st)
{
	(void)st;
	assert_string_equal(read_body(P(
	    RP("<w:b/>", "a") RP("<w:i/>", "b") RP("<w:u w:val=\"single\"/>",
	    "c") RP("<w:strike/>", "d") RP("<w:vertAlign w:val=\"superscript\""
	    "/>", "e") RP("<w:vertAlign w:val=\"subscript\"/>", "f")
	    RP("<w:highlight w:val=\"yellow\"/>", "g")
	    RP("<w:b w:val=\"0\"/><w:u w:val=\"none\"/>", "h")
	    RP("<w:color w:val=\"FF0000\"/>", "i"))),
	    "<p><strong>a</strong><em>b</em><u>c</u><s>d</s><sup>e</sup>"
	    "<sub>f</sub><mark>g</mark>h<span class=\"c-700\">i</span></p>");
	assert_string_equal(read_body(P(RP("<w:b/>", "a") RP("<w:b/>", "b"))),
	    "<p><strong>ab</strong></p>");
	assert_string_equal(read_body(P("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t>"
	    "<w:br/><w:t>c</w:t><w:br w:type=\"page\"/><w:noBreakHyphen/>"
	    "</w:r>")), "<p>a\u2003b<br>c<br>\u2011</p>");
	assert_string_equal(read_body(P(R("a  b") RP("<w:u w:val=\"single\"/>",
	    " x "))), "<p>a \u00a0b<u>\u00a0x\u00a0</u></p>");
	assert_string_equal(read_body(P("<w:r><w:sym w:font=\"Wingdings\""
	    " w:char=\"F0FE\"/></w:r>" R("x"))), "<p>☑x</p>");
}

static void
test_paragraphs(void **st)
{
	(void)st;
	assert_string_equal(read_body(
	    PP("<w:ind w:firstLineChars=\"200\"/>", "a")
	    PP("<w:ind w:firstLine=\"400\"/>", "b")
	    PP("<w:jc w:val=\"right\"/><w:ind w:right=\"800\"/>", "c")
	    PP("<w:jc w:val=\"end\"/><w:ind w:rightChars=\"200\"/>", "d")
	    PP("<w:jc w:val=\"both\"/><w:outlineLvl w:val=\"1\"/>", "e")
	    PP("<w:pBdr><w:bottom w:val=\"single\" w:color=\"FF0000\"/>"
	    "</w:pBdr><w:jc w:val=\"center\"/>", "f") "<w:p/><w:p/>"
	    PP("<w:pBdr><w:bottom w:val=\"single\"/></w:pBdr>", "g")),
	    "<p class=\"ti-2\">a</p><p class=\"ti-2\">b</p>"
	    "<p class=\"ta-r pr-4\">c</p><p class=\"ta-r pr-2\">d</p>"
	    "<h2 class=\"ti-0\">e</h2><p class=\"ta-c\">f</p>"
	    "<hr class=\"rule\"><p><br></p><p>g</p><hr>");
}

static const char styles[] =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"32\"/></w:rPr>"
    "</w:rPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:styleId=\"n\" w:default=\"1\"><w:name"
    " w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 3\""
    "/><w:basedOn w:val=\"n\"/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"k\"><w:name w:val=\"x\"/>"
    "<w:basedOn w:val=\"h\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"Title\"/>"
    "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:sz w:val=\"44\"/></w:rPr>"
    "</w:style><w:style w:type=\"paragraph\" w:styleId=\"z\"><w:name"
    " w:val=\"标题 1\"/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"Strong\"/>"
    "<w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"l1\"><w:basedOn w:val=\"l2\"/>"
    "</w:style><w:style w:type=\"paragraph\" w:styleId=\"l2\"><w:basedOn"
    " w:val=\"l1\"/><w:rPr><w:i/></w:rPr></w:style>";

static void
test_styles(void **st)
{
	struct docx d = docx_new(mem,
	    PP("<w:pStyle w:val=\"t\"/>", "关于通知")
	    PP("<w:pStyle w:val=\"h\"/>", "a")
	    PP("<w:pStyle w:val=\"k\"/>", "b")
	    PP("<w:pStyle w:val=\"z\"/>", "c")
	    "<w:p><w:pPr><w:pStyle w:val=\"h\"/></w:pPr>"
	    RP("<w:rStyle w:val=\"c\"/>", "d") "</w:p>"
	    PP("<w:pStyle w:val=\"l1\"/>", "loop")
	    P(RP("<w:rFonts w:eastAsia=\"黑体\"/>", "黑")
	    RP("<w:rFonts w:eastAsia=\"仿宋_GB2312\"/>", "仿宋")
	    RP("<w:sz w:val=\"21\"/>", "小")));

	(void)st;
	docx_side(&d, "styles", "styles", styles);
	assert_string_equal(read_docx(&d),
	    "<p class=\"gw-t\">关于通知</p>"
	    "<h3 class=\"ti-0\"><strong>a</strong></h3>"
	    "<h3 class=\"ti-0\"><strong>b</strong></h3>"
	    "<h1 class=\"ti-0\">c</h1><h3 class=\"ti-0\">d</h3>"
	    "<p><em>loop</em></p>"
	    "<p><span class=\"ff-hei\">黑</span>仿宋"
	    "<span class=\"zh-5\">小</span></p>");
	assert_string_equal(res.title, "关于通知");
}

#define LVL(i, fmt, text, rest) "<w:lvl w:ilvl=\"" i "\"><w:start w:val=\"1\"" \
	"/><w:numFmt w:val=\"" fmt "\"/><w:lvlText w:val=\"" text "\"/>" rest \
	"</w:lvl>"
#define HANG "<w:pPr><w:ind w:left=\"420\" w:hanging=\"420\"/></w:pPr>"
#define FIRST "<w:suff w:val=\"nothing\"/><w:pPr><w:ind" \
	" w:firstLineChars=\"200\"/></w:pPr>"
#define NUM(id, lvl, text) PP("<w:numPr><w:ilvl w:val=\"" lvl "\"/><w:numId" \
	" w:val=\"" id "\"/></w:numPr>", text)

static const char numbering[] =
    "<w:abstractNum w:abstractNumId=\"1\">"
    LVL("0", "chineseCountingThousand", "%1、", FIRST)
    LVL("1", "chineseCountingThousand", "（%2）", FIRST)
    LVL("2", "decimal", "%3.", FIRST)
    LVL("3", "decimalEnclosedCircleChinese", "%4", FIRST)
    "</w:abstractNum><w:abstractNum w:abstractNumId=\"2\">"
    LVL("0", "decimal", "%1.", HANG) LVL("1", "lowerLetter", "%2.", HANG)
    LVL("2", "bullet", "x", HANG) LVL("3", "decimal", "%1.%4)", HANG)
    "</w:abstractNum><w:abstractNum w:abstractNumId=\"3\">"
    LVL("0", "chineseCounting", "第%1条", "<w:suff w:val=\"space\"/>")
    "</w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>"
    "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"3\"/></w:num>"
    "<w:num w:numId=\"4\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride"
    " w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride></w:num>"
    "<w:num w:numId=\"9\"><w:abstractNumId w:val=\"99\"/></w:num>";

static const char *
read_list(const char *body)
{
	struct docx d = docx_new(mem, body);

	docx_side(&d, "numbering", "numbering", numbering);
	return read_docx(&d);
}

static void
test_chinese_lists(void **st)
{
	(void)st;
	assert_string_equal(read_list(NUM("1", "0", "甲") NUM("1", "1", "乙")
	    NUM("1", "1", "丙") NUM("1", "2", "丁") NUM("1", "3", "戊")
	    NUM("1", "0", "己") NUM("1", "1", "庚")),
	    "<p class=\"ti-2\">一、甲</p><p class=\"ti-2\">（一）乙</p>"
	    "<p class=\"ti-2\">（二）丙</p><p class=\"ti-2\">1.丁</p>"
	    "<p class=\"ti-2\">①戊</p><p class=\"ti-2\">二、己</p>"
	    "<p class=\"ti-2\">（一）庚</p>");
	assert_string_equal(read_list(NUM("3", "0", "为了") NUM("3", "0",
	    "凡")), "<p>第一条\u3000为了</p><p>第二条\u3000凡</p>");
}

static void
test_lists(void **st)
{
	(void)st;
	assert_string_equal(read_list(NUM("2", "0", "a") NUM("2", "1", "b")
	    NUM("2", "1", "c") NUM("2", "2", "d") NUM("2", "0", "e")),
	    "<ol><li>a<ol type=\"a\"><li>b</li><li>c<ul><li>d</li></ul></li>"
	    "</ol></li><li>e</li></ol>");
	assert_string_equal(read_list(NUM("2", "0", "a") P(R("x"))
	    NUM("2", "0", "b")),
	    "<ol><li>a</li></ol><p>x</p><ol start=\"2\"><li>b</li></ol>");
	assert_string_equal(read_list(NUM("4", "0", "a") NUM("4", "0", "b")),
	    "<ol start=\"7\"><li>a</li><li>b</li></ol>");
	assert_string_equal(read_list(NUM("2", "0", "a") NUM("2", "3", "b")),
	    "<p class=\"hi-2 pl-2\">1. a</p><p class=\"hi-2 pl-2\">1.1) b</p>");
	/* no such list, no such level, no list at all */
	assert_string_equal(read_list(NUM("9", "0", "a") NUM("2", "8", "b")
	    NUM("0", "0", "c") NUM("77", "0", "d")),
	    "<p>a</p><p>b</p><p>c</p><p>d</p>");
}

static void
test_tables(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:tbl>"
	    "<w:tr><w:trPr><w:tblHeader/></w:trPr>"
	    TC("<w:gridSpan w:val=\"2\"/>", PP("<w:jc w:val=\"center\"/>", "h"))
	    TC("", P(R("i"))) "</w:tr>"
	    TR(TC("<w:vMerge w:val=\"restart\"/>", P(R("a"))) TC("", P(R("b"))
	    P(R("c"))) TC("", PP("<w:jc w:val=\"center\"/>", "d")))
	    TR(TC("<w:vMerge/>", "<w:p/>") TC("", "<w:p/>") TC("",
	    "<w:tbl>" TR(TC("", P(R("n")))) "</w:tbl><w:p/>")) "</w:tbl>"),
	    "<table class=\"va-t bd-0\"><thead class=\"zh-3\"><tr>"
	    "<th colspan=\"2\" scope=\"col\">h</th>"
	    "<th class=\"ta-l\" scope=\"col\">i</th></tr></thead>"
	    "<tbody class=\"zh-3\">"
	    "<tr><td rowspan=\"2\">a</td><td><p>b</p><p>c</p></td>"
	    "<td class=\"ta-c\">d</td></tr><tr><td></td><td>"
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr><td>n</td></tr></tbody></table></td>"
	    "</tr></tbody></table>");
	assert_string_equal(res.body.text, "h\ti\na\tb c\td\nn");
}

static void
test_spans_are_bounded(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:tbl>" TR(TC("<w:gridSpan"
	    " w:val=\"1000000\"/>", P(R("a")))) TR(TC("<w:gridSpan"
	    " w:val=\"-5\"/>", P(R("b")))) "</w:tbl>"),
	    "<table class=\"va-t bd-0\">"
	    "<tbody class=\"zh-3\"><tr><td colspan=\"63\">a</td></tr>"
	    "<tr><td>b</td></tr></tbody></table>");
}

#define LINK(id, text) "<w:hyperlink r:id=\"" id "\">" R(text) "</w:hyperlink>"
#define FLD(kind) "<w:r><w:fldChar w:fldCharType=\"" kind "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"

static void
test_links(void **st)
{
	struct docx d = docx_new(mem,
	    P(LINK("a", "A") LINK("b", "B") LINK("c", "C") LINK("none", "D"))
	    P(FLD("begin") CODE(" HYPERLINK \"http://f.cn\" \\o \"tip\" ")
	    FLD("separate") R("F") FLD("end"))
	    P(FLD("begin") CODE("HYPERLINK javascript:x") FLD("separate")
	    R("G") FLD("end"))
	    P("<w:fldSimple w:instr=\"PAGE\">" R("7") "</w:fldSimple>" R("H"))
	    P("<w:hyperlink w:anchor=\"x y\">" R("I") "</w:hyperlink>"
	    "<w:hyperlink w:anchor=\"dead\">" R("J") "</w:hyperlink>")
	    P("<w:bookmarkStart w:id=\"1\" w:name=\"x y\"/>" R("K")));

	(void)st;
	docx_rel(&d, "a", "hyperlink", "https://a.cn/?x=1&amp;y=2", 1);
	docx_rel(&d, "b", "hyperlink", "javascript:alert(1)", 1);
	docx_rel(&d, "c", "hyperlink", "mailto:c@d.cn", 1);
	assert_string_equal(read_docx(&d),
	    "<p><span id=\"w-top\"></span>"
	    "<a href=\"https://a.cn/?x=1&amp;y=2\""
	    " rel=\"noopener noreferrer\">A</a>B"
	    "<a href=\"mailto:c@d.cn\">C</a>D</p>"
	    "<p><a href=\"http://f.cn\" rel=\"noopener noreferrer\">F</a></p>"
	    "<p>G</p><p>H</p><p><a href=\"#w-b1\">I</a>"
	    "<a href=\"#w-top\">J</a></p>"
	    "<p><span id=\"w-b1\"></span>K</p>");
}

#define BLIP(id) "<w:r><w:drawing><wp:inline><wp:extent cx=\"952500\"" \
	" cy=\"476250\"/><wp:docPr id=\"1\" name=\"x\" descr=\"章 &amp;\"/>" \
	"<a:graphic><a:blip r:embed=\"" id "\"/></a:graphic></wp:inline>" \
	"</w:drawing></w:r>"

static void
test_pictures(void **st)
{
	struct docx d = docx_new(mem, P(BLIP("p") BLIP("q") BLIP("s")
	    BLIP("e")) P("<w:r><w:pict><v:shape style=\"width:30pt;height:15pt"
	    "\"><v:imagedata r:id=\"p\"/></v:shape></w:pict></w:r>"));
	const char *sha = secret_sha256(mem, png, sizeof png);
	size_t box_n;
	const void *box = raster_missing(&box_n);

	(void)st;
	docx_rel(&d, "p", "image", "media/a.png", 0);
	docx_rel(&d, "q", "image", "../word/media/b.png", 0);
	docx_rel(&d, "s", "image", "media/c.png", 0);
	docx_rel(&d, "e", "image", "http://evil/x.png", 1);
	docx_add(&d, "word/media/a.png", png, sizeof png);
	docx_add(&d, "word/media/b.png", png, sizeof png);
	docx_text(&d, "word/media/c.png", "<svg onload=alert(1)></svg>");
	assert_string_equal(read_docx(&d), arena_printf(mem,
	    "<p><img src=\"/image/%s.png\" alt=\"章 &amp;\" width=\"100\""
	    " height=\"50\"><img src=\"/image/%s.png\" alt=\"章 &amp;\""
	    " width=\"100\" height=\"50\"><img src=\"/image/%s.png\" alt=\"章"
	    " &amp;\" width=\"100\" height=\"50\"></p><p>"
	    "<img src=\"/image/%s.png\" alt=\"\" width=\"40\" height=\"20\">"
	    "</p>", sha, sha, secret_sha256(mem, box, box_n), sha));
	assert_int_equal(res.n_images, 2);
	assert_string_equal(res.image[0].type, "image/png");
	assert_string_equal(res.image[0].sha256, sha);
	assert_int_equal(res.image[0].n, sizeof png);
	assert_int_equal(res.pictures_dropped, 2);
}

static void
test_notes(void **st)
{
	struct docx d = docx_new(mem, P(R("a") "<w:r><w:footnoteReference"
	    " w:id=\"2\"/></w:r>" R("b") "<w:r><w:endnoteReference"
	    " w:id=\"5\"/></w:r><w:r><w:footnoteReference w:id=\"0\"/></w:r>"));

	(void)st;
	docx_side(&d, "footnotes", "footnotes", "<w:footnote w:id=\"0\""
	    " w:type=\"separator\">" P(R("no")) "</w:footnote><w:footnote"
	    " w:id=\"2\">" P(R("脚注")) "</w:footnote>");
	docx_side(&d, "endnotes", "endnotes", "<w:endnote w:id=\"5\">"
	    P(R("尾注")) P(R("二")) "</w:endnote>");
	assert_string_equal(read_docx(&d),
	    "<p>a<span id=\"w-fnr1\"></span><sup><a href=\"#w-fn1\">[1]</a>"
	    "</sup>b<span id=\"w-fnr2\"></span><sup><a href=\"#w-fn2\">[2]"
	    "</a></sup></p><hr><p id=\"w-fn1\"><a href=\"#w-fnr1\">[1]</a>"
	    " 脚注</p><div id=\"w-fn2\"><p><a href=\"#w-fnr2\">[2]</a> "
	    "尾注</p><p>二</p></div>");
}

static void
test_changes(void **st)
{
	struct docx d = docx_new(mem,
	    P(R("a") "<w:ins>" R("b") "</w:ins><w:del><w:r><w:delText>SECRET"
	    "</w:delText></w:r></w:del>" RP("<w:vanish/>", "HIDDEN")
	    "<w:moveFrom>" R("MOVED") "</w:moveFrom><w:moveTo>" R("c")
	    "</w:moveTo><w:r><w:commentReference w:id=\"1\"/></w:r>")
	    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" R("d") "</w:p>"
	    P(R("e"))
	    "<w:tbl>" TR(TC("", P(R("f")))) "<w:tr><w:trPr><w:del/></w:trPr>"
	    TC("", P(R("GONE"))) "</w:tr></w:tbl>"
	    P("<w:sdt><w:sdtContent>" R("g") "</w:sdtContent></w:sdt>"
	    "<w:smartTag>" R("h") "</w:smartTag>"));

	(void)st;
	docx_side(&d, "comments", "comments", "<w:comment w:id=\"1\">"
	    P(R("COMMENT")) "</w:comment>");
	assert_string_equal(read_docx(&d), "<p>abc</p><p>de</p>"
	    "<table class=\"va-t bd-0\"><tbody class=\"zh-3\">"
	    "<tr><td>f</td></tr></tbody></table><p>gh</p>");
	assert_int_equal(res.insertions, 2);
	assert_int_equal(res.deletions, 3);
	assert_int_equal(res.comments, 1);
	assert_int_equal(res.hidden, 1);
}

static void
test_others(void **st)
{
	(void)st;
	assert_string_equal(read_body(P("<w:r><mc:AlternateContent><mc:Choice"
	    " Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>"
	    P(R("框")) "</w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
	    "<mc:Fallback><w:pict><w:txbxContent>" P(R("框"))
	    "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
	    "</w:r>" R("a"))), "<p>a</p><p>框</p>");
	assert_int_equal(res.text_boxes, 1);
	assert_string_equal(read_body(P("<w:r><mc:AlternateContent><mc:Choice"
	    " Requires=\"future\"><w:t>x</w:t></mc:Choice><mc:Fallback><w:t>y"
	    "</w:t></mc:Fallback></mc:AlternateContent></w:r>")), "<p>y</p>");
	assert_string_equal(read_body(P("<w:r><w:ruby><w:rt>" R("hàn")
	    "</w:rt><w:rubyBase>" R("汉") "</w:rubyBase></w:ruby></w:r>")),
	    "<p><ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby></p>");
	assert_string_equal(read_body(P("<m:oMath><m:f><m:num><m:r><m:t>a+b"
	    "</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
	    "</m:oMath>")), "<p><math><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b"
	    "</mi></mrow><mrow><mn>2</mn></mrow></mfrac></math></p>");
	assert_int_equal(res.equations, 1);
}

/* Strict names, and the main part where the package says it is. */
static void
test_strict(void **st)
{
	struct docx d = { .mem = mem, .rels = buf_new(mem) };

	(void)st;
	docx_text(&d, "_rels/.rels", "<Relationships xmlns=\"http://schemas."
	    "openxmlformats.org/package/2006/relationships\"><Relationship"
	    " Id=\"r\" Type=\"http://purl.oclc.org/ooxml/officeDocument/"
	    "relationships/officeDocument\" Target=\"/W/Main.XML\"/>"
	    "</Relationships>");
	docx_text(&d, "w\\main.xml", "<d:document xmlns:d=\"http://purl.oclc."
	    "org/ooxml/wordprocessingml/main\"><d:body><d:p><d:r><d:t>x</d:t>"
	    "</d:r></d:p></d:body></d:document>");
	assert_string_equal(read_docx(&d), "<p>x</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_runs),
		cmocka_unit_test(test_paragraphs),
		cmocka_unit_test(test_styles),
		cmocka_unit_test(test_chinese_lists),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_spans_are_bounded),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_notes),
		cmocka_unit_test(test_changes),
		cmocka_unit_test(test_others),
		cmocka_unit_test(test_strict),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

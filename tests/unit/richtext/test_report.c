/* test_report.c - the Word side counted, and held against any result: what
 * is told here is wrong on purpose, so that the report has to notice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "../mem.h"
#include "docx_build.h"
#include "richtext/report.h"
#include "richtext/word.h"

static struct report r;

static void
report_docx(struct docx *d, const char *html)
{
	static char data[4 << 20];
	struct package *p;
	struct sanitized s;
	enum problem why;

	assert_int_equal(package_read(data, docx_zip(d, data, sizeof data),
	    &p, &why), RC_OK);
	assert_int_equal(sanitize_html(html, strlen(html), 1 << 20, &s, mem),
	    RC_OK);
	assert_int_equal(report_make(&r, p, &s, mem), RC_OK);
	assert_true(report_sound(&r));
	package_free(p);
}

static void
report_of(const char *body, const char *html)
{
	struct docx d = docx_new(mem, body);

	report_docx(&d, html);
}

static int
n(enum report_kind kind)
{
	return r.item[kind].count;
}

#define P(inside) "<w:p>" inside "</w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define HEAD(text) "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" R(text) \
	"</w:p>"

static void
test_characters(void **st)
{
	(void)st;
	report_of(P(R("通知 AB")), "<p>通知ab</p>");
	assert_int_equal(r.word, 4);
	assert_int_equal(r.found, 4);
	assert_int_equal(r.added, 0);
	report_of(P(R("正文")), "<p>一、正文</p>");
	assert_int_equal(r.found, 2);
	assert_int_equal(r.added, 2);
	/* split runs, other order */
	report_of(P(R("甲") R("乙")) P(R("丙丁")), "<p>丙丁</p><p>甲乙</p>");
	assert_int_equal(r.found, 4);
	report_of(P(R("")), "<p>x</p>");
	assert_int_equal(r.word, 0);
	assert_int_equal(r.added, 1);
}

static void
test_lost_text(void **st)
{
	const struct report_item *lost = &r.item[REPORT_TEXT_LOST];

	(void)st;
	report_of(HEAD("一、目标") P(R("要有的")) P(R("没有的\t句子")),
	    "<h2>一、目标</h2><p>要有的</p>");
	assert_int_equal(r.word, 12);
	assert_int_equal(r.found, 7);
	assert_int_equal(lost->count, 5);
	assert_int_equal(lost->n_places, 1);
	assert_int_equal(lost->place[0].paragraph, 3);
	assert_string_equal(lost->place[0].heading, "一、目标");
	assert_string_equal(lost->place[0].quote, "没有的句子");
	/* text in an element that nobody knows is still text */
	report_of(P("<w:unheardOf>" R("深处") "</w:unheardOf>"), "<p>x</p>");
	assert_int_equal(n(REPORT_TEXT_LOST), 2);
}

static void
test_not_text(void **st)
{
	(void)st;
	report_of(P("<w:del><w:r><w:delText>删除</w:delText></w:r></w:del>"
	    "<w:ins>" R("插入") "</w:ins>"
	    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>"
	    "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显示</w:t></w:r>"),
	    "<p>插入显示</p>");
	assert_int_equal(r.word, 4);
	assert_int_equal(r.found, 4);
	assert_int_equal(n(REPORT_DELETIONS), 1);
	assert_int_equal(n(REPORT_INSERTIONS), 1);
	assert_int_equal(n(REPORT_HIDDEN), 1);
	assert_string_equal(r.item[REPORT_HIDDEN].place[0].quote, "插入");
}

#define CHAR(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define CODE(text) "<w:r><w:instrText>" text "</w:instrText></w:r>"

static void
test_fields(void **st)
{
	(void)st;
	report_of(P(R("第") CHAR("begin") CODE(" PAGE ") CHAR("separate")
	    R("7") CHAR("end") R("页")), "<p>第页</p>");
	assert_int_equal(r.word, 2);
	assert_int_equal(r.found, 2);
	assert_int_equal(n(REPORT_PAGE_NUMBERS), 1);
	report_of(P(CHAR("begin") CODE("HYPERLINK \"http://a.cn/\"")
	    CHAR("separate") R("网站") CHAR("end")),
	    "<p><a href=\"http://a.cn/\">网站</a></p>");
	assert_int_equal(r.found, 2);
	assert_int_equal(n(REPORT_LINKS), 1);
	assert_int_equal(n(REPORT_LINKS_LOST), 0);
	report_of(P("<w:fldSimple w:instr=\"DATE\">" R("今天")
	    "</w:fldSimple>"), "<p>今天</p>");
	assert_int_equal(n(REPORT_FIELDS), 1);
	/* ends without beginnings do no harm */
	report_of(P(CHAR("end") CHAR("separate") R("x")), "<p>x</p>");
	assert_int_equal(r.found, 1);
}

static void
test_things(void **st)
{
	struct docx d = docx_new(mem, "<w:tbl><w:tr><w:tc>" P(R("格"))
	    "</w:tc></w:tr></w:tbl><w:tbl><w:tr><w:tc>" P(R("子"))
	    "</w:tc></w:tr></w:tbl>" P("<w:r><w:drawing><a:blip"
	    " r:embed=\"p1\"/></w:drawing></w:r><w:r><w:drawing><a:blip"
	    " r:link=\"p2\"/></w:drawing></w:r><w:r><w:drawing/></w:r>"
	    "<w:r><w:commentReference w:id=\"1\"/></w:r>"
	    "<w:r><w:br w:type=\"page\"/></w:r>"
	    "<w:hyperlink r:id=\"h\">" R("坏") "</w:hyperlink>"));

	(void)st;
	docx_rel(&d, "p1", "image", "media/a.emf", 0);
	docx_rel(&d, "p2", "image", "http://a.cn/x.png", 1);
	docx_rel(&d, "h", "hyperlink", "javascript:x", 1);
	docx_text(&d, "word/media/a.emf", "emf");
	docx_rel(&d, "v", "vbaProject", "vbaProject.bin", 0);
	report_docx(&d, "<table><tr><td>格</td></tr></table><p>坏</p>");
	assert_int_equal(n(REPORT_TABLES), 1);
	assert_int_equal(n(REPORT_TABLES_LOST), 1);
	assert_int_equal(n(REPORT_PICTURES), 0);
	assert_int_equal(n(REPORT_PICTURES_LOST), 1);
	assert_int_equal(r.item[REPORT_PICTURES_LOST].place[0].paragraph, 3);
	assert_int_equal(n(REPORT_PICTURES_FAR), 1);
	assert_int_equal(n(REPORT_SHAPES), 1);
	assert_int_equal(n(REPORT_COMMENTS), 1);
	assert_int_equal(n(REPORT_PAGE_BREAKS), 1);
	assert_int_equal(n(REPORT_MACROS), 1);
	assert_int_equal(n(REPORT_LINKS_LOST), 1);
	assert_string_equal(r.item[REPORT_LINKS_LOST].place[0].quote, "坏");
	assert_int_equal(n(REPORT_TEXT_LOST), 1);
}

/* Whatever the importer makes of a document, the report of it agrees. */
static void
test_notes_and_boxes(void **st)
{
	struct docx d = docx_new(mem, P(R("前") "<w:r><w:footnoteReference"
	    " w:id=\"2\"/></w:r>" R("后") "<w:r><w:pict><w:txbxContent>"
	    P(R("框里")) "</w:txbxContent></w:pict></w:r>"));

	(void)st;
	docx_side(&d, "footnotes", "footnotes", "<w:footnote w:id=\"2\">"
	    P(R("注释")) "</w:footnote><w:footnote w:id=\"3\">"
	    P(R("没有人引用")) "</w:footnote>");
	report_docx(&d, "<p>前[1]后</p><p>框里</p><hr><p>[1] 注释</p>");
	assert_int_equal(r.word, 6);
	assert_int_equal(r.found, 6);
	assert_int_equal(n(REPORT_NOTES), 1);
	assert_int_equal(n(REPORT_BOXES), 1);
}

static void
test_store(void **st)
{
	struct buf b = buf_new(mem), again = buf_new(mem);
	struct report back;
	char *cut;

	(void)st;
	report_of(HEAD("标\t题") P(R("丢了的")), "<h2>标题</h2>");
	report_store(&r, &b);
	assert_true(report_load(&back, b.s));
	report_store(&back, &again);
	assert_string_equal(again.s, b.s);
	assert_int_equal(back.item[REPORT_TEXT_LOST].count, 3);
	assert_false(report_load(&back, ""));
	assert_false(report_load(&back, "1\t2\t0\n"));
	assert_false(report_load(&back, "1\t1\t0\nunknown\t1\n"));
	assert_false(report_load(&back, "1\t1\t0\n\t1\ta\tb\n"));
	cut = arena_strndup(mem, b.s, b.n / 2);
	(void)report_load(&back, cut);
	b = buf_new(mem);
	report_json(&r, &b);
	assert_non_null(strstr(b.s, "{\"characters\":{\"word\":5,\"found\":2,"
	    "\"added\":0},\"kept\":["));
	assert_non_null(strstr(b.s, "\"dropped\":[{\"kind\":\"text_lost\","
	    "\"count\":3,\"places\":[{\"paragraph\":2,"));
}

static void
test_unsound(void **st)
{
	(void)st;
	memset(&r, 0, sizeof r);
	assert_true(report_sound(&r));
	r.found = 1;
	assert_false(report_sound(&r));
	r.word = 1;
	r.item[REPORT_TABLES].n_places = REPORT_PLACES + 1;
	assert_false(report_sound(&r));
	r.item[REPORT_TABLES].n_places = 1;
	memset(r.item[REPORT_TABLES].place[0].quote, 'x', REPORT_WORDS);
	assert_false(report_sound(&r));
	strcpy(r.item[REPORT_TABLES].place[0].quote, "\xff");
	assert_false(report_sound(&r));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_characters),
		cmocka_unit_test(test_lost_text),
		cmocka_unit_test(test_not_text),
		cmocka_unit_test(test_fields),
		cmocka_unit_test(test_things),
		cmocka_unit_test(test_notes_and_boxes),
		cmocka_unit_test(test_store),
		cmocka_unit_test(test_unsound),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

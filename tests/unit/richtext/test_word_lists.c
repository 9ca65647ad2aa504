/* test_word_lists.c - numbers as markers or as text, and lists in lists. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_read.h"
#include "docx_words.h"

static const char numbering[] =
    "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\">"
    "<w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/>"
    "<w:lvlText w:val=\"%1.\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/>"
    "<w:lvlText w:val=\"-\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"2\"><w:lvl w:ilvl=\"0\">"
    "<w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/>"
    "<w:pStyle w:val=\"One\"/><w:lvlText w:val=\"%1、\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
    "<w:numFmt w:val=\"chineseCounting\"/><w:pStyle w:val=\"Two\"/>"
    "<w:lvlText w:val=\"（%2）\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>";

#define STYLE(id, inside) "<w:style w:type=\"paragraph\" w:styleId=\"" id \
	"\"><w:name w:val=\"" id "\"/>" inside "</w:style>"
#define IN_LIST "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>"

static const char *
read_body(const char *body)
{
	struct docx d = docx_new(mem, body);

	docx_side(&d, "numbering", "numbering", numbering);
	docx_side(&d, "styles", "styles", STYLE("One", IN_LIST)
	    STYLE("Two", IN_LIST)
	    STYLE("Mine", "<w:basedOn w:val=\"Two\"/>"));
	return read_reported(&d, NULL);
}

#define ITEM(num, level, text) PP("<w:numPr><w:ilvl w:val=\"" level "\"/>" \
	"<w:numId w:val=\"" num "\"/></w:numPr>", text)

/* The numbers of the text are all markers or all text; a list in a table is
 * by itself. */
static void
test_markers_or_text(void **st)
{
	(void)st;
	assert_string_equal(read_body(ITEM("2", "0", "a") ITEM("1", "0", "b")
	    ITEM("1", "0", "c") ITEM("2", "0", "d")),
	    "<p>一、a</p><p>1. b</p><p>2. c</p><p>二、d</p>");
	assert_string_equal(read_body(ITEM("2", "0", "a") "<w:tbl>"
	    TR(TC("", ITEM("1", "0", "b"))) "</w:tbl>"),
	    "<p>一、a</p><table class=\"va-t bd-0\"><tbody class=\"zh-3\"><tr>"
	    "<td><ol><li>b</li></ol></td></tr></tbody></table>");
}

/* Half of one list's numbers would be text: then all are. */
static void
test_half_a_list(void **st)
{
	(void)st;
	assert_string_equal(read_body(ITEM("1", "0", "a")
	    PP("<w:jc w:val=\"center\"/><w:numPr><w:numId w:val=\"1\"/>"
	    "</w:numPr>", "b")), "<p>1. a</p><p class=\"ta-c\">2. b</p>");
}

/* A list inside an item does not look like the item. */
static void
test_item_with_a_list(void **st)
{
	(void)st;
	assert_string_equal(read_body("<w:p><w:pPr><w:numPr><w:ilvl w:val="
	    "\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
	    RP("<w:color w:val=\"FF0000\"/>", "a") "</w:p>"
	    ITEM("1", "1", "b") ITEM("1", "1", "c") "<w:p><w:pPr><w:numPr>"
	    "<w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>"
	    RP("<w:color w:val=\"FF0000\"/>", "d") "</w:p>"),
	    "<ol><li><span class=\"c-700\">a</span><ul><li>b</li><li>c</li>"
	    "</ul></li><li class=\"c-700\">d</li></ol>");
}

/* The level that names the style that a style is based on. */
static void
test_level_of_a_based_style(void **st)
{
	(void)st;
	assert_string_equal(read_body(PP("<w:pStyle w:val=\"One\"/>", "a")
	    PP("<w:pStyle w:val=\"Two\"/>", "b")
	    PP("<w:pStyle w:val=\"Mine\"/>", "c")),
	    "<p>一、a</p><p>（一）b</p><p>（二）c</p>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_markers_or_text),
		cmocka_unit_test(test_half_a_list),
		cmocka_unit_test(test_item_with_a_list),
		cmocka_unit_test(test_level_of_a_based_style),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

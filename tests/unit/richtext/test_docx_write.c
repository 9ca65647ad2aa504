/* test_docx_write.c - letters as Word files: well-formed, opened by
 * LibreOffice, and read back by our own importer as they were. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>

#include "base/secret.h"
#include "base/text.h"
#include "richtext/docx_write.h"
#include "richtext/office.h"
#include "richtext/sanitize.h"

static const char *const parts[] = {
	"[Content_Types].xml", "_rels/.rels", "docProps/core.xml",
	"word/_rels/document.xml.rels", "word/styles.xml", "word/document.xml",
};

static struct arena *mem;
static char folder[] = "/tmp/test_docx_XXXXXX";
static char path[64], tmp[64];
static void *data;
static size_t size;

static int
setup(void **st)
{
	(void)st;
	secret_init();
	mem = arena_new();
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/a.docx", folder);
	snprintf(tmp, sizeof tmp, "%s/tmp", folder);
	return mkdir(tmp, 0700);
}

static int
teardown(void **st)
{
	(void)st;
	unlink(path);
	rmdir(tmp);
	rmdir(folder);
	arena_free(mem);
	return 0;
}

static struct safe_html
safe(const char *html)
{
	struct sanitized s;

	assert_int_equal(sanitize_html(html, strlen(html), 8 << 20, &s, mem),
	    RC_OK);
	return s.html;
}

static void
check_part(const char *name, const char *bytes, size_t n)
{
	xmlDocPtr xml = xmlReadMemory(bytes, (int)n, NULL, NULL,
	    XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR);

	if (xml == NULL)
		fail_msg("%s: %.2000s", name, bytes);
	xmlFreeDoc(xml);
}

/* Every part is there, in order, and well-formed; the text of the last one,
 * word/document.xml, is returned. */
static const char *
written(const char *html, const char *title)
{
	struct archive *a = archive_read_new();
	struct archive_entry *e;
	char *bytes = NULL;
	size_t n;

	assert_int_equal(docx_write(safe(html), title, &data, &size, mem),
	    RC_OK);
	archive_read_support_format_zip(a);
	assert_int_equal(archive_read_open_memory(a, data, size), ARCHIVE_OK);
	for (size_t k = 0; k < sizeof(parts) / sizeof(parts[0]); k++) {
		assert_int_equal(archive_read_next_header(a, &e), ARCHIVE_OK);
		assert_string_equal(archive_entry_pathname(e), parts[k]);
		n = (size_t)archive_entry_size(e);
		bytes = arena_alloc(mem, n + 1);
		assert_int_equal(archive_read_data(a, bytes, n), n);
		bytes[n] = '\0';
		check_part(parts[k], bytes, n);
	}
	assert_int_equal(archive_read_next_header(a, &e), ARCHIVE_EOF);
	archive_read_free(a);
	return bytes;
}

static struct word_result
again(const char *html)
{
	struct word_result res;
	enum problem why;
	FILE *f;

	written(html, "告知书");
	assert_non_null(f = fopen(path, "we"));
	assert_int_equal(fwrite(data, 1, size, f), size);
	fclose(f);
	assert_int_equal(word_import(path, &res, &why, mem), RC_OK);
	return res;
}

#define LETTER	"<p class=\"gw-t\">政府信息公开申请答复告知书</p>"		\
	"<p class=\"ta-c\">宝坻政办公开答〔2026〕3号</p><p>李四光：</p>"		\
	"<p class=\"ti-2\">本机关于2026年3月2日收到您的申请。</p>"			\
	"<p class=\"ti-2\">理由：<strong>第三方</strong>不同意公开。</p>"		\
	"<table><tbody><tr><th>序号</th><th colspan=\"2\">名称</th></tr>"		\
	"<tr><td>1</td><td>甲</td><td>乙</td></tr></tbody></table>"		\
	"<p class=\"sign\">宝坻区人民政府办公室</p>"				\
	"<p class=\"sign\">2026年3月20日</p>"

static void
test_round_trip(void **st)
{
	struct word_result res = again(LETTER);
	struct sanitized was;
	const char *html = res.body.html.s;

	(void)st;
	assert_int_equal(sanitize_html(LETTER, strlen(LETTER), 1 << 20, &was,
	    mem), RC_OK);
	assert_string_equal(text_trim(mem, res.body.text),
	    text_trim(mem, was.text));
	assert_non_null(strstr(html, "<strong>第三方</strong>"));
	assert_non_null(strstr(html, "colspan=\"2\""));
	assert_non_null(strstr(html, "gw-n\">宝坻政办公开答〔2026〕3号"));
	assert_non_null(strstr(html, "sign\">2026年3月20日"));
	assert_non_null(strstr(html, "ti-2"));
	assert_string_equal(res.title, "政府信息公开申请答复告知书");
	assert_int_equal(res.n_images + res.pictures_dropped, 0);
}

static void
test_empty(void **st)
{
	static const char *const few[] = { "", " ", "<p></p>", "文",
	    "<table></table>", "<table><tbody><tr></tr></tbody></table>",
	    "<table><tbody><tr><td></td></tr></tbody></table>", "<br>",
	    "<ul><li></li></ul>" };

	(void)st;
	for (size_t k = 0; k < sizeof(few) / sizeof(few[0]); k++)
		written(few[k], "");
	assert_string_equal(text_trim(mem, again("文").body.text), "文");
}

static void
test_hostile(void **st)
{
	static const char *const bad[] = {
		"]]>&lt;/w:t&gt;&lt;w:p&gt;", "&amp;amp; &quot; '",
		"a&#1;b&#8;c&#xFFFE;d&#xD800;e", "𠮷&#x10FFFF;",
		"<p class=\"gw-t ta-c sign ti-2\">x</p>",
		"<a href=\"https://example.gov.cn/?a=1&amp;b=2\">链接</a>",
		"<p>a<table><tbody><tr><td><table><tbody><tr><td>内</td></tr>"
		"</tbody></table></td></tr></tbody></table>b</p>",
		"<td colspan=\"99999\">x</td>",
		"<table><tbody><tr><td colspan=\"60\">x</td></tr><tr><td>y"
		"</td></tr></tbody></table>",
	};
	const char *xml;

	(void)st;
	for (size_t k = 0; k < sizeof(bad) / sizeof(bad[0]); k++)
		written(arena_printf(mem, "<p>%s</p>", bad[k]), "a&<b>\"]]>");
	xml = written("<p>&lt;w:p&gt;<u>一</u><em>二</em><sup>2</sup></p>", "");
	assert_non_null(strstr(xml, "&lt;w:p&gt;"));
	assert_non_null(strstr(xml, "w:u w:val=\"single\""));
	assert_non_null(strstr(xml, "superscript"));
}

static void
test_large(void **st)
{
	struct buf b = buf_new(mem);
	struct word_result res;

	(void)st;
	for (int k = 0; k < 10000; k++)
		buf_printf(&b, "<p class=\"ti-2\">第%d段，依申请公开。</p>", k);
	res = again(b.s);
	assert_non_null(strstr(res.body.text, "第9999段"));
	assert_true(size < b.n);
}

static void
test_libreoffice(void **st)
{
	struct office office = { .tmp = tmp };
	struct office_work work;
	enum problem why;
	char head[5] = "";
	int tries = 4;
	enum rc rc;
	FILE *f;

	(void)st;
	if (!office_there(false))
		skip();
	again(LETTER);
	/* A machine that is busy with something else gets more time, no pass. */
	while ((rc = office_convert(&office, path, SNIFF_WORD, "pdf", &work,
	    &why)) == RC_TOO_LARGE && --tries > 0)
		office_end(&work);
	if (rc == RC_TOO_LARGE)
		fail_msg("LibreOffice took longer than its minute, each time");
	assert_int_equal(rc, RC_OK);
	assert_non_null(f = fopen(work.out, "re"));
	assert_int_equal(fread(head, 1, 4, f), 4);
	fclose(f);
	office_end(&work);
	assert_string_equal(head, "%PDF");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_round_trip),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_large),
		cmocka_unit_test(test_libreoffice),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

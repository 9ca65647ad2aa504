/* test_word_attack.c - what is not Word, broken or hostile: the right answer,
 * in bounded time, in this process and in the guarded child. */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_read.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define CFB "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

/* Both ways must give the same answer. */
static enum problem
answer(enum rc expected)
{
	enum problem why, guarded;

	assert_int_equal(word_import(path, &res, &why, mem), expected);
	assert_int_equal(word_import_guarded(path, &res, &guarded, mem),
	    expected);
	assert_int_equal(why, guarded);
	if (expected == RC_OK)
		assert_null(html_check(res.body.html.s));
	/* no child is left, not even a dead one */
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	return why;
}

static enum problem
answer_docx(struct docx *d, enum rc expected)
{
	docx_write(d, path);
	return answer(expected);
}

static enum problem
answer_bytes(const void *data, size_t n)
{
	file_write(path, data, n);
	return answer(RC_INVALID);
}

static void
test_not_word(void **st)
{
	static const char xlsx[] = "<Relationships xmlns=\"http://schemas."
	    "openxmlformats.org/package/2006/relationships\"><Relationship"
	    " Id=\"r\" Type=\"" REL_TYPE "officeDocument\""
	    " Target=\"xl/workbook.xml\"/></Relationships>";
	struct docx d = { .mem = mem, .rels = buf_new(mem) };

	(void)st;
	assert_int_equal(answer_bytes("", 0), PROBLEM_WORD_NOT_WORD);
	assert_int_equal(answer_bytes("hello", 5), PROBLEM_WORD_NOT_WORD);
	assert_int_equal(answer_bytes("<html><p>x", 10),
	    PROBLEM_WORD_NOT_WORD);
	assert_int_equal(answer_bytes("{\\rtf1 x}", 9), PROBLEM_WORD_OLD);
	assert_int_equal(answer_bytes(CFB "....WordDocument", 24),
	    PROBLEM_WORD_OLD);
	docx_text(&d, "readme.txt", "x");
	assert_int_equal(answer_docx(&d, RC_INVALID), PROBLEM_WORD_NOT_WORD);
	docx_text(&d, "_rels/.rels", xlsx);
	docx_text(&d, "xl/workbook.xml", "<workbook/>");
	assert_int_equal(answer_docx(&d, RC_INVALID), PROBLEM_WORD_NOT_WORD);
}

static void
test_encrypted(void **st)
{
	char data[4096] = CFB;
	static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0"
	    "a\0g\0e";

	(void)st;
	memcpy(data + 2048, name, sizeof name);
	assert_int_equal(answer_bytes(data, sizeof data),
	    PROBLEM_WORD_ENCRYPTED);
}

static void
test_empty(void **st)
{
	struct docx d = docx_new(mem, "<w:p/><w:p><w:r><w:t xml:space="
	    "\"preserve\">  </w:t></w:r></w:p>");

	(void)st;
	assert_int_equal(answer_docx(&d, RC_INVALID), PROBLEM_WORD_EMPTY);
}

static void
test_broken(void **st)
{
	struct docx d = docx_new(mem, P("<w:b>"));
	char *zip = malloc(65536);
	size_t n, cut;

	(void)st;
	assert_non_null(zip);
	assert_int_equal(answer_docx(&d, RC_INVALID), PROBLEM_WORD_BROKEN);
	d = docx_new(mem, P("\xff\xfe"));
	assert_int_equal(answer_docx(&d, RC_INVALID), PROBLEM_WORD_BROKEN);
	d = docx_new(mem, P("x"));
	n = docx_zip(&d, zip, 65536);
	for (cut = 8; cut < n; cut += n / 7) {
		enum problem why;

		file_write(path, zip, cut);
		assert_int_not_equal(word_import(path, &res, &why, mem), RC_OK);
		assert_true(why == PROBLEM_WORD_BROKEN ||
		    why == PROBLEM_WORD_NOT_WORD);
	}
	free(zip);
}

static void
test_doctype(void **st)
{
	static const char *const docs[] = {
		"<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
		"<w:document" NS "><w:body>" P("&e;") "</w:body></w:document>",
		"<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">"
		"<w:document" NS "><w:body>" P("a") "</w:body></w:document>",
		"<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///x\"> %p;]>"
		"<w:document" NS "><w:body>" P("a") "</w:body></w:document>",
		"<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;"
		"&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><w:document" NS ">"
		"<w:body>" P("&c;") "</w:body></w:document>",
	};
	size_t k;

	(void)st;
	for (k = 0; k < 4; k++) {
		struct docx d = docx_new(mem, "");

		d.part[2].data = docs[k];
		d.part[2].n = strlen(docs[k]);
		assert_int_equal(answer_docx(&d, RC_INVALID),
		    PROBLEM_WORD_BROKEN);
	}
	for (k = 0; k < 3; k++) {
		static const char *const parts[] = { "styles", "numbering",
		    "footnotes" };
		struct docx d = docx_new(mem, P("a"));

		docx_rel(&d, "x", parts[k], "x.xml", 0);
		docx_text(&d, "word/x.xml", "<!DOCTYPE x><x/>");
		assert_int_equal(answer_docx(&d, RC_INVALID),
		    PROBLEM_WORD_BROKEN);
	}
}

static char *
repeat(const char *s, size_t times)
{
	struct buf b = buf_new(mem);

	while (times-- > 0)
		buf_puts(&b, s);
	return b.s;
}

static void
test_bombs(void **st)
{
	struct docx d = docx_new(mem, P("a"));
	size_t n = (65u << 20);
	char *zeros = calloc(1, n), *many;
	struct archive *a = archive_write_new();
	int k;

	(void)st;
	assert_non_null(zeros);
	docx_add(&d, "word/media/zeros", zeros, n);
	assert_int_equal(answer_docx(&d, RC_TOO_LARGE),
	    PROBLEM_WORD_TOO_LARGE);
	free(zeros);
	archive_write_set_format_zip(a);
	assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
	for (k = 0; k < 2100; k++) {
		char name[32];

		snprintf(name, sizeof name, "word/%d.xml", k);
		docx_put(a, name, "x", 1);
	}
	archive_write_close(a);
	archive_write_free(a);
	assert_int_equal(answer(RC_TOO_LARGE), PROBLEM_WORD_TOO_LARGE);
	many = repeat("<w:tc><w:p/></w:tc>", 250000);
	d = docx_new(mem, arena_printf(mem, "<w:tbl><w:tr>%s</w:tr></w:tbl>",
	    many));
	assert_int_equal(answer_docx(&d, RC_TOO_LARGE),
	    PROBLEM_WORD_TOO_LARGE);
}

static void
test_depth(void **st)
{
	struct docx d = docx_new(mem, arena_printf(mem, "%s" P("a") "%s",
	    repeat("<w:sdt><w:sdtContent>", 5000),
	    repeat("</w:sdtContent></w:sdt>", 5000)));

	(void)st;
	assert_int_equal(answer_docx(&d, RC_INVALID), PROBLEM_WORD_BROKEN);
	d = docx_new(mem, arena_printf(mem, "%s" P("a") "%s",
	    repeat("<w:tbl><w:tr><w:tc>", 60),
	    repeat("</w:tc></w:tr></w:tbl>", 60)));
	assert_int_equal(answer_docx(&d, RC_OK), PROBLEM_NONE);
}

static void
test_crowd_of_attributes(void **st)
{
	struct buf b = buf_new(mem);
	struct docx d;
	int k;

	(void)st;
	for (k = 0; k < 60000; k++)
		buf_printf(&b, " a%d=\"\"", k);
	d = docx_new(mem, arena_printf(mem, "<w:p%s/>" P("a"), b.s));
	assert_int_equal(answer_docx(&d, RC_INVALID), PROBLEM_WORD_BROKEN);
}

/* Loops of styles, of lists, of notes: an end, and the text. */
static void
test_loops(void **st)
{
	struct docx d = docx_new(mem, "<w:p><w:pPr><w:pStyle w:val=\"s\"/>"
	    "</w:pPr><w:r><w:t>a</w:t><w:footnoteReference w:id=\"1\"/>"
	    "</w:r></w:p>");

	(void)st;
	docx_side(&d, "styles", "styles", "<w:style w:styleId=\"s\"><w:basedOn"
	    " w:val=\"s\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
	    "</w:pPr></w:style>");
	docx_side(&d, "numbering", "numbering", "<w:abstractNum"
	    " w:abstractNumId=\"1\"><w:numStyleLink w:val=\"s\"/>"
	    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId"
	    " w:val=\"1\"/></w:num>");
	docx_side(&d, "footnotes", "footnotes", "<w:footnote w:id=\"1\"><w:p>"
	    "<w:r><w:t>n</w:t><w:footnoteReference w:id=\"1\"/>"
	    "<w:footnoteReference w:id=\"1\"/></w:r></w:p></w:footnote>");
	assert_int_equal(answer_docx(&d, RC_OK), PROBLEM_NONE);
	assert_string_equal(res.body.text, "a[1]\n[1] n[1][1]");
}

static void
test_names(void **st)
{
	struct docx d = docx_new(mem, P("first"));

	(void)st;
	docx_text(&d, "word/document.xml", "<x/>");
	docx_text(&d, "WORD/DOCUMENT.XML", "<x/>");
	docx_text(&d, "../../../../tmp/evil", "x");
	docx_text(&d, "/etc/evil", "x");
	docx_text(&d, "..\\evil", "x");
	assert_int_equal(answer_docx(&d, RC_OK), PROBLEM_NONE);
	assert_string_equal(res.body.html.s, "<p>first</p>");
	assert_int_equal(access("/tmp/evil", F_OK), -1);
}

static void
test_markup_as_text(void **st)
{
	struct docx d = docx_new(mem, "<w:p><w:pPr><w:pStyle w:val=\"x&quot;"
	    " onclick=&quot;1\"/></w:pPr><w:bookmarkStart w:name=\"&quot;&gt;"
	    "&lt;script&gt;\"/><w:r><w:rPr><w:rFonts w:eastAsia=\"黑体&quot;"
	    "&gt;&lt;b&gt;\"/><w:sz w:val=\"1e9\"/></w:rPr><w:t>&lt;script&gt;"
	    "alert(1)&lt;/script&gt; ' \" &amp;lt;</w:t></w:r></w:p>");

	(void)st;
	assert_int_equal(answer_docx(&d, RC_OK), PROBLEM_NONE);
	assert_string_equal(res.body.html.s, "<p class=\"ff-hei\">&lt;script"
	    "&gt;alert(1)&lt;/script&gt; &#39; &quot; &amp;lt;</p>");
}

/* What the child says is what this process would have said. */
static void
test_guarded(void **st)
{
	static const unsigned char gif[] = "GIF89a\1\0\1\0\0\0\0;       ";
	struct docx d = docx_new(mem, P("a") "<w:p><w:r><w:drawing><a:blip"
	    " r:embed=\"i\"/></w:drawing></w:r></w:p>" P("b"));
	struct word_result here;
	enum problem why;

	(void)st;
	docx_rel(&d, "i", "image", "media/i", 0);
	docx_add(&d, "word/media/i", gif, sizeof gif);
	docx_write(&d, path);
	assert_int_equal(word_import(path, &here, &why, mem), RC_OK);
	assert_int_equal(word_import_guarded(path, &res, &why, mem), RC_OK);
	assert_string_equal(res.body.html.s, here.body.html.s);
	assert_string_equal(res.title, here.title);
	assert_int_equal(res.n_images, 1);
	assert_string_equal(res.image[0].sha256, here.image[0].sha256);
	assert_string_equal(res.image[0].sha256, res.body.image[0]);
	assert_memory_equal(res.image[0].data, gif, sizeof gif);
}

/* The path is gone: our own answer, not a child that hangs. */
/* The child has descriptors of its own: the parent's name for a file has to
 * mean the same file to it. */
static void
test_descriptor(void **st)
{
	struct docx d = docx_new(mem, P("a"));
	enum problem why;
	int fd;

	(void)st;
	docx_write(&d, path);
	assert_true((fd = open(path, O_RDONLY)) >= 0);
	unlink(path);
	assert_int_equal(word_import_guarded(arena_printf(mem,
	    "/proc/self/fd/%d", fd), &res, &why, mem), RC_OK);
	assert_string_equal(res.body.html.s, "<p>a</p>");
	close(fd);
}

static void
test_no_file(void **st)
{
	enum problem why;

	(void)st;
	unlink(path);
	assert_int_equal(word_import_guarded(path, &res, &why, mem),
	    RC_INVALID);
	assert_int_equal(why, PROBLEM_WORD_BROKEN);
}

/* Whole folders, ours or given: each file has an end, and a clean one. */
static void
test_folder(void **st)
{
	/* HOSTILE_WORD=FOLDER: files made to break an importer. */
	const char *given = getenv("HOSTILE_WORD");
	const char *from = given != NULL ? given : "tests/data/word";
	DIR *d = opendir(from);
	struct dirent *e;
	enum problem why;
	enum rc rc;

	(void)st;
	assert_non_null(d);
	while ((e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		rc = word_import_guarded(arena_printf(mem, "%s/%s", from,
		    e->d_name), &res, &why, mem);
		assert_true((rc == RC_OK) == (why == PROBLEM_NONE));
		if (rc == RC_OK)
			assert_null(html_check(res.body.html.s));
	}
	closedir(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_not_word),
		cmocka_unit_test(test_encrypted),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_doctype),
		cmocka_unit_test(test_bombs),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_crowd_of_attributes),
		cmocka_unit_test(test_loops),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_markup_as_text),
		cmocka_unit_test(test_guarded),
		cmocka_unit_test(test_descriptor),
		cmocka_unit_test(test_no_file),
		cmocka_unit_test(test_folder),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

/* test_filetype.c - extension, first bytes and container must agree. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_build.h"
#include "richtext/filetype.h"

static struct arena *mem;
static char folder[] = "/tmp/test_filetype_XXXXXX";
static char path[64];

#define CFB "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#define PNG "\x89PNG\r\n\x1a\n\0\0\0\15IHDR\0\0\0\2\0\0\0\3\10\2\0\0\0abcd"
#define JPG "\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\21\10\0\5\0\6\3xxxxxxxx"
#define GIF "GIF89a\7\0\10\0\x80\0\0;;"

static int
setup(void **st)
{
	(void)st;
	mem = arena_new();
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/f", folder);
	return 0;
}

static int
teardown(void **st)
{
	(void)st;
	unlink(path);
	rmdir(folder);
	arena_free(mem);
	return 0;
}

static enum problem
look(const char *name, const void *data, size_t n, const char **type)
{
	file_write(path, data, n);
	return filetype_check(name, path, type, mem);
}

static void
test_table(void **st)
{
	static const char word[] = CFB "xxxxxxxxW\0o\0r\0d\0D\0o\0c\0u\0m\0e\0"
	    "n\0t\0";
	static const char book[] = CFB "xxxxxxxxW\0o\0r\0k\0b\0o\0o\0k\0";
	static const struct {
		const char *name;
		const char *data;
		size_t n;
		const char *type;
	} v[] = {
		{ "a.pdf", "%PDF-1.4\n%x", 11, "application/pdf" },
		{ "A.PDF", "%PDF-1.4\n%x", 11, "application/pdf" },
		{ "a.doc", word, sizeof word, "application/msword" },
		{ "a.wps", word, sizeof word, "application/vnd.ms-works" },
		{ "a.xls", book, sizeof book, "application/vnd.ms-excel" },
		{ "a.et", book, sizeof book, "application/vnd.ms-excel" },
		{ "a.txt", "你好\n", 7, "text/plain" },
		{ "a.csv", "a,b\n1,2\n", 8, "text/csv" },
		{ "a.png", PNG, sizeof PNG, "image/png" },
		{ "a.jpg", JPG, sizeof JPG, "image/jpeg" },
		{ "a.jpeg", JPG, sizeof JPG, "image/jpeg" },
		{ "a.gif", GIF, sizeof GIF, "image/gif" },
		{ "a.rar", "Rar!\x1a\x07\1\0", 8, "application/vnd.rar" },
		{ "a.7z", "7z\xbc\xaf\x27\x1c..", 8,
		    "application/x-7z-compressed" },
		/* refused: one thing's name on another thing's content */
		{ "a.doc", book, sizeof book, NULL },
		{ "a.xls", word, sizeof word, NULL },
		{ "a.pdf", word, sizeof word, NULL },
		{ "a.pdf", " %PDF-1.4", 9, NULL },
		{ "a.doc", "<html><body>x", 13, NULL },
		{ "a.doc", "{\\rtf1 x}", 9, NULL },
		{ "a.txt", "<html><script>alert(1)</script></html>", 38, NULL },
		{ "a.txt", "a\0b", 3, NULL },
		{ "a.txt", "#!/bin/sh\nrm -rf /\n", 19, NULL },
		{ "a.csv", "<?xml version=\"1.0\"?><svg xmlns=\"http://www."
		    "w3.org/2000/svg\"/>", 61, NULL },
		{ "a.png", "<svg onload=alert(1)>", 21, NULL },
		{ "a.png", JPG, sizeof JPG, NULL },
		{ "a.gif", "GIF89a", 6, NULL },
		{ "a.zip", "MZ\x90\0", 4, NULL },
		{ "a.docx", "PK\3\4", 4, NULL },
		{ "a.png", PNG "....PK\5\6............", sizeof PNG + 19,
		    NULL },
	};
	const char *type;
	size_t k;

	(void)st;
	for (k = 0; k < sizeof v / sizeof v[0]; k++) {
		enum problem what = look(v[k].name, v[k].data, v[k].n, &type);

		if (v[k].type == NULL) {
			assert_int_equal(what, PROBLEM_FILE_NOT_WHAT_IT_SAYS);
			assert_null(type);
			continue;
		}
		assert_int_equal(what, PROBLEM_NONE);
		assert_string_equal(type, v[k].type);
	}
}

static void
test_names(void **st)
{
	static const char *const bad[] = {
		"a.html", "a.htm", "a.svg", "a.xml", "a.js", "a.exe", "a.php",
		"a.docm", "a", "", ".pdf", "pdf", "a.pdf.html", "a.pdf ",
		"a.pdf.", "a.xhtml", "a.sh",
	};
	const char *type;
	size_t k;

	(void)st;
	for (k = 0; k < sizeof bad / sizeof bad[0]; k++)
		assert_int_equal(look(bad[k], "%PDF-1.4", 8, &type),
		    PROBLEM_FILE_TYPE);
	assert_int_equal(look("a.pdf", "", 0, &type), PROBLEM_FILE_EMPTY);
	assert_int_equal(look("a.html.pdf", "%PDF-1.4", 8, &type),
	    PROBLEM_NONE);
}

static void
test_packages(void **st)
{
	struct docx d = docx_new(mem, "<w:p/>");
	const char *type;

	(void)st;
	docx_write(&d, path);
	assert_int_equal(filetype_check("a.docx", path, &type, mem),
	    PROBLEM_NONE);
	assert_string_equal(filetype_label(type), "Word");
	assert_int_equal(filetype_check("a.zip", path, &type, mem),
	    PROBLEM_NONE);
	assert_int_equal(filetype_check("a.xlsx", path, &type, mem),
	    PROBLEM_FILE_NOT_WHAT_IT_SAYS);
	assert_int_equal(filetype_check("a.ofd", path, &type, mem),
	    PROBLEM_FILE_NOT_WHAT_IT_SAYS);
	d = (struct docx){ .mem = mem, .rels = buf_new(mem) };
	docx_text(&d, "OFD.xml", "<OFD/>");
	docx_write(&d, path);
	assert_int_equal(filetype_check("a.ofd", path, &type, mem),
	    PROBLEM_NONE);
	assert_string_equal(filetype_label("application/unknown"), "文件");
	assert_non_null(strstr(filetype_accepted(), ".ofd"));
}

static void
test_image(void **st)
{
	unsigned char png[] = PNG;
	int w, h;
	size_t n;

	(void)st;
	assert_string_equal(filetype_image(PNG, sizeof PNG, &w, &h),
	    "image/png");
	assert_true(w == 2 && h == 3);
	assert_string_equal(filetype_image(JPG, sizeof JPG, &w, &h),
	    "image/jpeg");
	assert_true(w == 6 && h == 5);
	assert_string_equal(filetype_image(GIF, sizeof GIF, &w, &h),
	    "image/gif");
	assert_true(w == 7 && h == 8);
	png[18] = 0x75;		/* 29954 wide */
	assert_null(filetype_image(png, sizeof png, &w, &h));
	png[18] = 0;
	png[19] = 0;
	assert_null(filetype_image(png, sizeof png, &w, &h));
	for (n = 0; n < 18; n++) {
		assert_null(filetype_image(JPG, n < 13 ? n : 13, &w, &h));
		assert_null(filetype_image(PNG, n, &w, &h));
	}
	assert_null(filetype_image("\xff\xd8\xff\xe0\0\1....", 10, &w, &h));
	assert_null(filetype_image("<svg>", 5, &w, &h));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_packages),
		cmocka_unit_test(test_image),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

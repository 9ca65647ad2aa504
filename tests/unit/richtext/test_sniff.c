/* test_sniff.c - what a file is, whatever it is called. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "docx_build.h"
#include "richtext/sniff.h"

static struct arena *mem;
static char folder[] = "/tmp/test_sniff_XXXXXX";
static char path[64];

static int
setup(void **st)
{
	(void)st;
	mem = arena_new();
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/file", folder);
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

static enum sniff
kind_of(const void *data, size_t n)
{
	file_write(path, data, n);
	return sniff_file(path);
}

#define TEXT(s) kind_of(s, sizeof(s) - 1)

static void
test_text(void **st)
{
	(void)st;
	assert_int_equal(TEXT(""), SNIFF_EMPTY);
	assert_int_equal(TEXT("x"), SNIFF_UNKNOWN);
	assert_int_equal(TEXT("{\\rtf1 a}"), SNIFF_RTF);
	assert_int_equal(TEXT("\xef\xbb\xbf \r\n<HTML><p>"), SNIFF_HTML);
	assert_int_equal(TEXT("<!DOCTYPE html>"), SNIFF_HTML);
	assert_int_equal(TEXT("<?xml version=\"1.0\"?><html xmlns=\"\">"),
	    SNIFF_HTML);
	assert_int_equal(TEXT("<?xml version=\"1.0\"?><w:wordDocument xmlns:w="
	    "\"http://schemas.microsoft.com/office/word/2003/wordml\">"),
	    SNIFF_XML);
	assert_int_equal(TEXT("<?xml version=\"1.0\"?><a/>"), SNIFF_UNKNOWN);
	assert_int_equal(TEXT("%PDF-1.4"), SNIFF_FIXED);
	assert_int_equal(TEXT("MIME-Version: 1.0"), SNIFF_ARCHIVED);
	assert_int_equal(TEXT("PK\3\4"), SNIFF_WORD);
	assert_int_equal(TEXT("\x89PNG\r\n\x1a\n"), SNIFF_UNKNOWN);
	unlink(path);
	assert_int_equal(sniff_file(path), SNIFF_BROKEN);
}

static enum sniff
kind_of_zip(int n, const char *const part[][2])
{
	struct docx d = { .mem = mem };
	int k;

	d.rels = buf_new(mem);
	for (k = 0; k < n; k++)
		docx_text(&d, part[k][0], part[k][1]);
	docx_write(&d, path);
	return sniff_file(path);
}

#define ODT "application/vnd.oasis.opendocument."

/* "mimetype" comes first and is not compressed. */
static enum sniff
kind_of_stored(const char *type, const char *manifest)
{
	struct archive *a = archive_write_new();
	char data[4096];
	size_t used = 0;

	archive_write_set_format_zip(a);
	archive_write_set_options(a, "zip:compression=store,"
	    "zip:!experimental");
	archive_write_set_bytes_in_last_block(a, 1);
	assert_int_equal(archive_write_open_memory(a, data, sizeof data,
	    &used), ARCHIVE_OK);
	docx_put(a, "mimetype", type, strlen(type));
	docx_put(a, "META-INF/manifest.xml", manifest, strlen(manifest));
	assert_int_equal(archive_write_close(a), ARCHIVE_OK);
	archive_write_free(a);
	/* libarchive writes an extra field there, which no office does */
	if (memcmp(data + 30, "mimetype", 8) == 0 && data[28] != 0)
		memmove(data + 38, data + 38 + (unsigned char)data[28],
		    used - 38 - (unsigned char)data[28]);
	return kind_of(data, used);
}

static void
test_zip(void **st)
{
	(void)st;
	assert_int_equal(kind_of_zip(2, (const char *const[][2]){
	    { "[Content_Types].xml", "" }, { "word/document.xml", "" } }),
	    SNIFF_WORD);
	assert_int_equal(kind_of_zip(2, (const char *const[][2]){
	    { "[Content_Types].xml", "" }, { "xl/workbook.xml", "" } }),
	    SNIFF_OTHER);
	assert_int_equal(kind_of_zip(2, (const char *const[][2]){
	    { "[Content_Types].xml", "" }, { "ppt/a.xml", "" } }),
	    SNIFF_OTHER);
	assert_int_equal(kind_of_zip(1, (const char *const[][2]){
	    { "OFD.xml", "" } }), SNIFF_FIXED);
	assert_int_equal(kind_of_stored(ODT "text", "<m/>"), SNIFF_ODT);
	assert_int_equal(kind_of_stored(ODT "spreadsheet", "<m/>"),
	    SNIFF_OTHER);
}

/* A compound file of three sectors: directory, table, the stream.  name2
 * and name3 may be NULL; the second's first child is entry 3 when it has one. */
static enum sniff
kind_of_entries(const char *name, const char *name2, const char *name3,
    int fib_flags, unsigned first)
{
	const char *const names[] = { name, name2, name3 };
	unsigned char b[2048] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a,
	    0xe1 };
	unsigned char *entry = b + 512;
	size_t k, n;

	b[30] = 9;
	b[48] = (unsigned char)first;
	memset(b + 76, 0xff, 436);
	memcpy(b + 76, "\1\0\0\0", 4);
	for (n = 0; n < 3 && names[n] != NULL; n++) {
		entry += 128;
		for (k = 0; names[n][k] != '\0'; k++)
			entry[2 * k] = (unsigned char)names[n][k];
		entry[64] = (unsigned char)(2 * (k + 1));
		entry[116] = 2;
		memset(entry + 76, 0xff, 4);
	}
	if (name3 != NULL)
		memcpy(b + 512 + 256 + 76, "\3\0\0\0", 4);
	memset(b + 1024, 0xff, 512);
	b[1536 + 11] = (unsigned char)fib_flags;
	return kind_of(b, sizeof b);
}

static enum sniff
kind_of_compound(const char *name, int fib_flags, unsigned first)
{
	return kind_of_entries(name, NULL, NULL, fib_flags, first);
}

static void
test_compound(void **st)
{
	(void)st;
	assert_int_equal(kind_of_compound("WordDocument", 0, 0), SNIFF_DOC);
	assert_int_equal(kind_of_compound("WordDocument", 1, 0),
	    SNIFF_ENCRYPTED);
	assert_int_equal(kind_of_compound("EncryptedPackage", 0, 0),
	    SNIFF_ENCRYPTED);
	assert_int_equal(kind_of_compound("Workbook", 0, 0), SNIFF_OTHER);
	assert_int_equal(kind_of_compound("WordDocumen", 0, 0), SNIFF_BROKEN);
	assert_int_equal(kind_of_compound("WordDocument", 0, 200),
	    SNIFF_BROKEN);
	assert_int_equal(TEXT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
	    SNIFF_BROKEN);
}

/* Word leaves an empty document beside the encrypted one; an encrypted
 * object inside a document does not lock the document. */
static void
test_compound_locked(void **st)
{
	(void)st;
	assert_int_equal(kind_of_entries("WordDocument", "EncryptedPackage",
	    NULL, 0, 0), SNIFF_ENCRYPTED);
	assert_int_equal(kind_of_entries("EncryptedPackage", "ObjectPool",
	    NULL, 0, 0), SNIFF_ENCRYPTED);
	assert_int_equal(kind_of_entries("WordDocument", "ObjectPool",
	    "EncryptedPackage", 0, 0), SNIFF_DOC);
}

static void
test_answers(void **st)
{
	int k;

	(void)st;
	for (k = 0; k < SNIFF__MAX; k++)
		assert_int_equal(sniff_problem((enum sniff)k) == PROBLEM_NONE,
		    *sniff_type((enum sniff)k) != '\0');
	assert_int_equal(sniff_problem(SNIFF_FIXED), PROBLEM_WORD_FIXED);
	assert_int_equal(sniff_problem(SNIFF_ENCRYPTED),
	    PROBLEM_WORD_ENCRYPTED);
	assert_false(sniff_is_old(SNIFF_WORD));
	assert_true(sniff_is_old(SNIFF_DOC) && sniff_is_old(SNIFF_ODT));
	assert_string_equal(sniff_name(SNIFF_WORD, "a.DOCX", mem), "a.DOCX");
	assert_string_equal(sniff_name(SNIFF_WORD, "a.doc", mem),
	    "a.doc.docx");
	assert_string_equal(sniff_name(SNIFF_DOC, "a.wps", mem), "a.wps");
	assert_string_equal(sniff_name(SNIFF_HTML, "a.html", mem),
	    "a.html.doc");
	assert_string_equal(sniff_name(SNIFF_RTF, "a", mem), "a.rtf");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_zip),
		cmocka_unit_test(test_compound),
		cmocka_unit_test(test_compound_locked),
		cmocka_unit_test(test_answers),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

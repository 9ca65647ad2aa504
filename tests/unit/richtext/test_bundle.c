/* test_bundle.c - zip files of many documents: names in both encodings, and
 * everything hostile that such a file can hold. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "richtext/bundle.h"
#include "richtext/zip_write.h"

static struct arena *mem;
static char path[] = "/tmp/test_bundle_XXXXXX";
static struct bundle b;
static const char *which;

static int
setup(void **st)
{
	(void)st;
	mem = arena_new();
	close(mkstemp(path));
	return 0;
}

static int
teardown(void **st)
{
	(void)st;
	unlink(path);
	arena_free(mem);
	return 0;
}

/* Every occurrence of one piece of bytes becomes another of the same length. */
static void
patch(char *data, size_t n, const void *from, const void *to, size_t size)
{
	char *at = data;

	while ((at = memmem(at, n - (size_t)(at - data), from, size)) != NULL) {
		memcpy(at, to, size);
		at += size;
	}
}

static void
keep(const void *data, size_t n)
{
	int fd = open(path, O_WRONLY | O_TRUNC);

	assert_int_equal(write(fd, data, n), n);
	close(fd);
}

/* names: NULL-terminated; each holds its own name.  from, to: patched. */
static enum problem
list(const char *const *names, const void *from, const void *to, size_t size)
{
	struct zip_write *z;
	void *data;
	size_t n;

	assert_int_equal(zip_write_open(NULL, &z, mem), RC_OK);
	for (; *names != NULL; names++)
		zip_write_add(z, *names, *names, strlen(*names));
	assert_int_equal(zip_write_end(z, &data, &n, mem), RC_OK);
	if (size > 0)
		patch(data, n, from, to, size);
	keep(data, n);
	return bundle_list(path, &b, &which, mem);
}
#define NAMES(...) (const char *const []){ __VA_ARGS__, NULL }
#define LIST(...) list(NAMES(__VA_ARGS__), NULL, NULL, 0)

static void
test_names(void **st)
{
	(void)st;
	assert_int_equal(LIST("目录.xlsx", "文件/通知一.docx",
	    "__MACOSX/._通知一.docx", "文件/~$通知一.docx", "Thumbs.db"),
	    PROBLEM_NONE);
	assert_int_equal(b.n, 2);
	assert_string_equal(b.v[0].name, "目录.xlsx");
	assert_string_equal(b.v[1].name, "文件/通知一.docx");
	assert_int_equal(b.v[1].size, strlen("文件/通知一.docx"));
}

/* As Explorer of a Chinese Windows packs: GBK bytes, nothing says so. */
static void
test_gb18030(void **st)
{
	static const char gbk[] = "\xCE\xC4\xBC\xFE\\\xCD\xA8\xD6\xAA.docx";

	(void)st;
	assert_int_equal(list(NAMES("0123456789ABCD"), "0123456789ABCD",
	    gbk, 14), PROBLEM_NONE);
	assert_int_equal(b.n, 1);
	assert_string_equal(b.v[0].name, "文件/通知.docx");
}

static void
test_hostile_names(void **st)
{
	(void)st;
	assert_int_equal(LIST("a.docx", "../a.docx"), PROBLEM_BULK_ZIP_PATH);
	assert_string_equal(which, "../a.docx");
	assert_int_equal(LIST("x/../../a.docx"), PROBLEM_BULK_ZIP_PATH);
	assert_int_equal(LIST("/etc/passwd"), PROBLEM_BULK_ZIP_PATH);
	assert_int_equal(LIST("C:/a.docx"), PROBLEM_BULK_ZIP_PATH);
	assert_int_equal(LIST("..b.docx"), PROBLEM_NONE);
	assert_int_equal(list(NAMES("aaa/passwd"), "aaa/passwd",
	    "..\\\\passwd", 10), PROBLEM_BULK_ZIP_PATH);
}

static void
test_twice(void **st)
{
	(void)st;
	assert_int_equal(LIST("a.docx", "b/a.docx", "A.DOCX"),
	    PROBLEM_BULK_ZIP_TWICE);
	assert_int_equal(list(NAMES("aa.docx", "bb.docx"), "bb.docx",
	    "aa.docx", 7), PROBLEM_BULK_ZIP_TWICE);
	assert_string_equal(which, "aa.docx");
}

static void
test_no_zip(void **st)
{
	(void)st;
	keep("not a zip file", 14);
	assert_int_equal(bundle_list(path, &b, &which, mem),
	    PROBLEM_BULK_ZIP_BROKEN);
	keep("", 0);
	assert_int_equal(bundle_list(path, &b, &which, mem),
	    PROBLEM_BULK_ZIP_BROKEN);
}

/* Bit 0 of the flags in both heads of the one entry. */
static void
test_encrypted(void **st)
{
	struct zip_write *z;
	char *data, *at;
	void *bytes;
	size_t n;

	(void)st;
	assert_int_equal(zip_write_open(NULL, &z, mem), RC_OK);
	zip_write_add(z, "a.docx", "secret words", 12);
	assert_int_equal(zip_write_end(z, &bytes, &n, mem), RC_OK);
	data = bytes;
	data[6] |= 1;
	assert_non_null(at = memmem(data, n, "PK\1\2", 4));
	at[8] |= 1;
	keep(data, n);
	assert_int_equal(bundle_list(path, &b, &which, mem),
	    PROBLEM_BULK_ZIP_ENCRYPTED);
}

static void
test_too_many(void **st)
{
	const char **names = arena_calloc(mem, BUNDLE_FILES_MAX + 2,
	    sizeof(*names));

	(void)st;
	for (int k = 0; k <= BUNDLE_FILES_MAX; k++)
		names[k] = arena_printf(mem, "%d", k);
	assert_int_equal(list(names, NULL, NULL, 0), PROBLEM_BULK_ZIP_LARGE);
	names[BUNDLE_FILES_MAX] = NULL;
	assert_int_equal(list(names, NULL, NULL, 0), PROBLEM_NONE);
	assert_int_equal(b.n, BUNDLE_FILES_MAX);
}

/* A few kilobytes that become many megabytes: stopped while they are read. */
static void
test_bomb(void **st)
{
	static char nothing[1 << 20];
	struct bundle_reader *r;
	struct zip_write *z;
	int out = open("/dev/null", O_WRONLY);
	void *data;
	size_t n;

	(void)st;
	assert_int_equal(zip_write_open(NULL, &z, mem), RC_OK);
	zip_write_begin(z, "bomb.docx");
	for (int k = 0; k < 64; k++)
		zip_write_more(z, nothing, sizeof(nothing));
	assert_int_equal(zip_write_end(z, &data, &n, mem), RC_OK);
	assert_true(n < 100000);
	keep(data, n);
	assert_non_null(r = bundle_open(path));
	assert_string_equal(bundle_next(r, mem), "bomb.docx");
	assert_false(bundle_save(r, out, 1 << 20));
	bundle_close(r);
	close(out);
}

static void
test_save(void **st)
{
	char got[64] = "", to[] = "/tmp/test_bundle_out_XXXXXX";
	struct bundle_reader *r;
	int fd = mkstemp(to);

	(void)st;
	unlink(to);
	assert_int_equal(LIST("文件/一.docx", "二.docx"), PROBLEM_NONE);
	assert_non_null(r = bundle_open(path));
	assert_string_equal(bundle_next(r, mem), "文件/一.docx");
	assert_string_equal(bundle_next(r, mem), "二.docx");
	assert_true(bundle_save(r, fd, 100));
	assert_null(bundle_next(r, mem));
	bundle_close(r);
	assert_int_equal(pread(fd, got, sizeof(got), 0), strlen("二.docx"));
	assert_string_equal(got, "二.docx");
	close(fd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_gb18030),
		cmocka_unit_test(test_hostile_names),
		cmocka_unit_test(test_twice),
		cmocka_unit_test(test_no_zip),
		cmocka_unit_test(test_encrypted),
		cmocka_unit_test(test_too_many),
		cmocka_unit_test(test_bomb),
		cmocka_unit_test(test_save),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

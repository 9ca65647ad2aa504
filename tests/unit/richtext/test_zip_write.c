/* test_zip_write.c - zip files as libarchive reads them back. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "../mem.h"

#include <archive.h>
#include <archive_entry.h>

#include "base/log.h"
#include "richtext/zip_write.h"

#define LARGE (9 << 20)

static void *data;
static size_t size;

static struct zip_write *
begun(const char *dir)
{
	struct zip_write *z;

	assert_int_equal(zip_write_open(dir, &z, mem), RC_OK);
	return z;
}

/* Entry k of the file that was made: its name and its bytes. */
static const char *
entry(int k, const char **bytes, size_t *n)
{
	struct archive *a = archive_read_new();
	struct archive_entry *e;
	const char *name = NULL;
	char *buffer;

	archive_read_support_format_zip(a);
	archive_read_set_options(a, "hdrcharset=UTF-8");
	assert_int_equal(archive_read_open_memory(a, data, size), ARCHIVE_OK);
	for (int i = 0; i <= k; i++)
		assert_int_equal(archive_read_next_header(a, &e), ARCHIVE_OK);
	name = arena_strdup(mem, archive_entry_pathname_utf8(e));
	*n = (size_t)archive_entry_size(e);
	buffer = arena_alloc(mem, *n + 1);
	assert_int_equal(archive_read_data(a, buffer, *n), *n);
	buffer[*n] = '\0';
	*bytes = buffer;
	archive_read_free(a);
	return name;
}

static int
entries(void)
{
	struct archive *a = archive_read_new();
	struct archive_entry *e;
	int n = 0;

	archive_read_support_format_zip(a);
	assert_int_equal(archive_read_open_memory(a, data, size), ARCHIVE_OK);
	while (archive_read_next_header(a, &e) == ARCHIVE_OK)
		n++;
	archive_read_free(a);
	return n;
}

static void
test_names(void **st)
{
	static const char *const names[] = { "a.txt", "答复/告知书（一）.html",
	    "附件 & <b>'\".txt", "𠮷野家.txt", "a.txt" };
	struct zip_write *z = begun(NULL);
	const char *bytes;
	size_t n;

	(void)st;
	for (size_t k = 0; k < 5; k++)
		zip_write_add(z, names[k], names[k], strlen(names[k]));
	assert_int_equal(zip_write_end(z, &data, &size, mem), RC_OK);
	assert_int_equal(entries(), 5);
	for (int k = 0; k < 5; k++) {
		assert_string_equal(entry(k, &bytes, &n), names[k]);
		assert_string_equal(bytes, names[k]);
	}
}

static void
test_sizes(void **st)
{
	char *large = arena_alloc(mem, LARGE);
	struct zip_write *z;
	const char *bytes;
	size_t n;

	(void)st;
	z = begun(NULL);
	assert_int_equal(zip_write_end(z, &data, &size, mem), RC_OK);
	assert_int_equal(entries(), 0);
	for (int k = 0; k < LARGE; k++)
		large[k] = (char)(k * 2654435761u >> 24);
	z = begun("/tmp");
	zip_write_add(z, "empty", "", 0);
	zip_write_add(z, "large", large, LARGE);
	zip_write_begin(z, "pieces");
	for (int k = 0; k < 1000; k++)
		zip_write_more(z, "一段。", strlen("一段。"));
	zip_write_begin(z, "no piece");
	zip_write_add(z, "last", "x", 1);
	assert_int_equal(zip_write_end(z, &data, &size, mem), RC_OK);
	assert_int_equal(entries(), 5);
	assert_string_equal(entry(0, &bytes, &n), "empty");
	assert_int_equal(n, 0);
	entry(1, &bytes, &n);
	assert_int_equal(n, LARGE);
	assert_memory_equal(bytes, large, LARGE);
	entry(2, &bytes, &n);
	assert_int_equal(n, 1000 * strlen("一段。"));
	entry(3, &bytes, &n);
	assert_int_equal(n, 0);
	assert_string_equal(entry(4, &bytes, &n), "last");
}

/* Nothing is left in the folder, whatever came before. */
static void
test_failures(void **st)
{
	char folder[] = "/tmp/test_zip_XXXXXX";
	struct zip_write *z;

	(void)st;
	assert_int_equal(zip_write_open("/tmp/no/such/folder", &z, mem),
	    RC_FAIL);
	assert_non_null(mkdtemp(folder));
	z = begun(folder);
	zip_write_add(z, "a", "a", 1);
	assert_int_equal(zip_write_end(z, &data, &size, mem), RC_OK);
	assert_int_equal(rmdir(folder), 0);
	/* Beyond the 16-bit count that every program understands. */
	z = begun(NULL);
	for (int k = 0; k <= ZIP_ENTRIES_MAX; k++)
		zip_write_add(z, "e", "", 0);
	assert_int_equal(zip_write_end(z, &data, &size, mem), RC_FAIL);
	z = begun(NULL);
	zip_write_add(z, "too large", "x", (size_t)ZIP_BYTES_MAX + 1);
	assert_int_equal(zip_write_end(z, &data, &size, mem), RC_FAIL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_names, setup, teardown),
		cmocka_unit_test_setup_teardown(test_sizes, setup, teardown),
		cmocka_unit_test_setup_teardown(test_failures, setup,
		    teardown),
	};

	setlocale(LC_CTYPE, "C.UTF-8");	/* for libarchive to spell names */
	return cmocka_run_group_tests(tests, NULL, NULL);
}

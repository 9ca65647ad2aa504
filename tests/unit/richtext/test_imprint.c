/* test_imprint.c - whom files of Office before its packages, and RTF, name;
 * the same files without it.  tests/old_office.mjs says what is in the
 * seeds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../mem.h"
#include "richtext/imprint.h"
#include "richtext/imprint_old.h"
#include "richtext/imprint_rtf.h"
#include "richtext/old_pictures.h"

#define SEEDS "tests/data/fuzz/imprint/"
#define SIZE 65536

static unsigned char file[SIZE], was[SIZE];
static size_t size;

static void
load(const char *name)
{
	FILE *f = fopen(arena_printf(mem, SEEDS "%s", name), "rbe");

	assert_non_null(f);
	size = fread(file, 1, SIZE - 1, f);
	fclose(f);
	file[size] = '\0';
	assert_in_range(size, 1, SIZE - 2);
	memcpy(was, file, size);
}

static const char *
names(void)
{
	struct buf b = buf_new(mem);

	imprint_old_names(file, size, &b, mem);
	return b.n > 0 ? b.s : "";
}

static void *
found(const char *bytes, size_t n)
{
	return memmem(file, size, bytes, n);
}
#define FOUND(literal) found(literal, sizeof(literal) - 1)

static void
test_names(void **st)
{
	struct imprint in;

	(void)st;
	load("doc");
	assert_string_equal(names(),
	    "张三丰\nLi Four\n王五常\nZhang Three\n李四光\n");
	load("xls");
	assert_string_equal(names(), "张三丰\n李四光\n王五常\n赵六一\n");
	load("ppt");
	assert_string_equal(names(), "Zhang Three\nQian Seven\n");
	imprint_read(SEEDS "ppt", &in, mem);
	assert_string_equal(in.names, "Zhang Three\nQian Seven\n");
	assert_true(in.place && !in.camera);
	imprint_read(SEEDS "xls", &in, mem);
	assert_false(in.place || in.camera);
}

/* Only bytes that are no zeros any more, or spaces, are others. */
static size_t
changed(void)
{
	size_t n = 0;

	for (size_t k = 0; k < size; k++)
		if (file[k] != was[k]) {
			assert_true(file[k] == 0 || file[k] == ' ');
			n++;
		}
	return n;
}

static void
test_clean(void **st)
{
	static const char *const seeds[] = { "doc", "xls", "ppt" };

	(void)st;
	for (int k = 0; k < 3; k++) {
		load(seeds[k]);
		assert_true(imprint_old_clean(file, size, mem));
		assert_string_equal(names(), "");
		assert_in_range(changed(), 20, 200);
		assert_null(FOUND("about Li"));
		assert_null(FOUND("li@example.com"));
		assert_null(FOUND("Some Company"));
		assert_null(FOUND("l\0i\0\\\0a\0.\0d\0o\0c"));
		assert_true(FOUND("T\0i\0t\0l\0e") || FOUND("Title"));
	}
}

/* Behind all chains, where an older copy may lie, the name goes too; in a text
 * it stays. */
static void
test_leftovers(void **st)
{
	static const char name[] = "Z\0h\0a\0n\0g\0 \0T\0h\0r\0e\0e";

	(void)st;
	load("doc");
	memset(file + size, 'x', 512);
	memcpy(file + size + 100, name, sizeof name);
	memcpy(file + 512 + 4 * ((size - 1024) / 512), "\xfe\xff\xff\xff", 4);
	size += 512;
	memcpy(file + 1024 + 2000, name, sizeof name);	/* of WordDocument */
	assert_true(imprint_old_clean(file, size, mem));
	assert_memory_equal(file + 1024 + 2000, name, sizeof name);
	assert_int_equal(file[size - 512 + 99], 'x');
	assert_int_equal(file[size - 512 + 100], 0);
	assert_int_equal(file[size - 512 + 100 + sizeof name - 2], 0);
	assert_int_equal(file[size - 512 + 100 + sizeof name], 'x');
}

static void
test_own_properties_that_are_shown(void **st)
{
	(void)st;
	load("doc");
	memcpy(file + size - 12, "DOCPROPERTY ", 12);
	assert_true(imprint_old_clean(file, size, mem));
	assert_non_null(FOUND("li@example.com"));
	assert_null(FOUND("Some Company"));
}

/* A signature, a password, a Word of another century: as they are. */
static void
test_refused(void **st)
{
	static const char user[] = "C\0u\0r\0r\0e\0n\0t\0 \0U\0s\0e\0r";
	unsigned char *at;

	(void)st;
	load("ppt");
	at = found(user, sizeof user - 1);
	memset(at, 0, 64);
	memcpy(at, "_\0s\0i\0g\0n\0a\0t\0u\0r\0e\0s", 21);
	at[64] = 24;
	assert_false(imprint_old_clean(file, size, mem));
	load("ppt");
	at = FOUND("\x5f\xc0\x91\xe3");
	memcpy(at, "\xdf\xc4\xd1\xf3", 4);
	assert_false(imprint_old_clean(file, size, mem));
	load("doc");
	at = FOUND("\xec\xa5\xc1\0");
	at[11] |= 1;
	assert_false(imprint_old_clean(file, size, mem));
	at[11] &= 0xfe;
	at[2] = 0x65;
	assert_false(imprint_old_clean(file, size, mem));
	load("xls");
	at = FOUND("\x5c\0\x70\0");
	at[0] = 0x2f;
	assert_false(imprint_old_clean(file, size, mem));
}

/* A picture in a record of its own; by any other bytes before it none. */
static void
test_pictures(void **st)
{
	struct picture_says says;
	unsigned char *at;

	(void)st;
	load("ppt");
	old_pictures_read(file, size, &says);
	assert_true(says.place && !says.camera);
	at = FOUND("\xff\xd8\xff");
	at[-25 + 2]++;
	old_pictures_read(file, size, &says);
	assert_false(says.place || says.camera);
	at[-25 + 2]--;
	memmove(at - 25, at - 17, 17);		/* its head alone is cut off */
	old_pictures_read(at, size - (size_t)(at - file), &says);
	assert_false(says.place || says.camera);
	old_pictures_read("\xff\xd8\xff", 3, &says);
	old_pictures_read("", 0, &says);
	assert_false(says.place || says.camera);
}

static void
test_hidden(void **st)
{
	struct old_book b;
	char *at;

	(void)st;
	load("xls");
	old_book_read(file, size, &b);
	assert_int_equal(b.hidden, 3);
	assert_int_equal(b.comments, 1);
	assert_int_equal(b.objects, 0);
	/* an entry behind the others becomes the folder of an object */
	at = FOUND("\5\0D\0o\0c\0u\0m");
	memcpy(at, "M\0B\0D\0001\0", 8);
	at[66] = 1;
	old_book_read(file, size, &b);
	assert_int_equal(b.objects, 1);
	at = FOUND("\x5c\0\x70\0");
	at[0] = 0x2f;
	old_book_read(file, size, &b);
	assert_int_equal(b.hidden + b.comments + b.objects, 0);
	load("doc");
	old_book_read(file, size, &b);
	assert_int_equal(b.hidden + b.comments + b.objects, 0);
}

/* Numbers that count on nobody looking. */
static void
test_broken(void **st)
{
	struct imprint in;

	(void)st;
	for (size_t cut = 0; cut < 8192; cut += 64) {
		load("doc");
		size = cut;
		names();
		imprint_old_clean(file, size, mem);
		load("doc");
		memset(file + cut, 0xff, 64);
		names();
		imprint_old_clean(file, size, mem);
		load("xls");
		memset(file + cut, 0, 64);
		names();
		imprint_old_clean(file, size, mem);
	}
	imprint_read("tests/data/word/README.md", &in, mem);
	assert_string_equal(in.names, "");
	imprint_read("/nowhere", &in, mem);
	assert_string_equal(in.names, "");
	assert_null(imprint_clean("tests/data/word/old.doc", &size, mem));
}

static const char *
rtf_names(const char *text)
{
	struct buf b = buf_new(mem);

	imprint_rtf_names(text, strlen(text), &b, mem);
	return b.n > 0 ? b.s : "";
}

static const char *
rtf_cleaned(const char *text)
{
	size_t n = 0;
	const char *s = imprint_rtf_clean(text, strlen(text), &n, mem);

	assert_true(s == NULL || strlen(s) == n);
	return s;
}

static void
test_rtf(void **st)
{
	(void)st;
	load("rtf");
	assert_true(imprint_rtf_is(file, size));
	assert_false(imprint_rtf_is("{\\rt", 4));
	assert_string_equal(rtf_names((char *)file),
	    "张三丰\n李四光\n𠮷安\nWang {5}\n");
	assert_string_equal(rtf_cleaned((char *)file),
	    "{\\rtf1\\ansi\\ansicpg936 {\\info{\\title A \\{b\\}}}"
	    "text \\{\\author no\\}\\bin9 {\\author x}");
}

/* What a field shows stays; what has no end is left alone. */
static void
test_rtf_edges(void **st)
{
	static const char field[] = "{\\rtf1{\\*\\userprops{\\propname a}}"
	    "{\\*\\fldinst DOCPROPERTY a}}";

	(void)st;
	assert_string_equal(rtf_cleaned(field), field);
	assert_string_equal(rtf_cleaned("{\\rtf1{\\*\\userprops{\\propname "
	    "a}}}"), "{\\rtf1}");
	assert_null(rtf_cleaned("{\\rtf1{\\info{\\author a"));
	assert_null(rtf_cleaned("{\\rtf1{{\\author b}\\author a}}"));
	assert_string_equal(rtf_names("{\\rtf1{\\author "), "");
	assert_string_equal(rtf_names("{\\author \\'"), "");
	assert_string_equal(rtf_names("{\\author \\u56832 ?x}"), "x\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_leftovers),
		cmocka_unit_test(test_own_properties_that_are_shown),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_pictures),
		cmocka_unit_test(test_hidden),
		cmocka_unit_test(test_broken),
		cmocka_unit_test(test_rtf),
		cmocka_unit_test(test_rtf_edges),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

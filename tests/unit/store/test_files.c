/* test_files.c - files by their content. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "place.h"
#include "base/secret.h"
#include "store/files.h"

#define ABC	"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

static const char *dir;

static int
set_up(void **state)
{
	if (place_make(state) != 0)
		return -1;
	dir = arena_printf(place.mem, "%s/files", place.dir);
	return mkdir(dir, 0750);
}

static int
entries(const char *path)
{
	DIR *d = opendir(path);
	int n = 0;

	assert_non_null(d);
	while (readdir(d) != NULL)
		n++;
	closedir(d);
	return n - 2;
}

static void
test_put(void **state)
{
	const char *from = place_file("abc.txt", "abc");
	struct stored_file a, b;
	struct stat st;

	(void)state;
	assert_int_equal(files_put(dir, from, &a, place.mem), RC_OK);
	assert_string_equal(a.sha256, ABC);
	assert_int_equal(a.size, 3);
	assert_string_equal(files_path(dir, ABC, place.mem),
	    arena_printf(place.mem, "%s/ba/" ABC, dir));
	assert_true(files_exists(dir, ABC, place.mem));
	assert_int_equal(files_verify(dir, ABC, place.mem), RC_OK);
	assert_int_equal(access(from, R_OK), 0);
	assert_int_equal(files_put_bytes(dir, "abc", 3, &b, place.mem), RC_OK);
	assert_string_equal(b.sha256, ABC);
	assert_int_equal(entries(dir), 1);
	assert_int_equal(stat(files_path(dir, ABC, place.mem), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
}

static void
test_empty_and_large(void **state)
{
	const size_t n = 3 * 1000 * 1000 + 7;
	char *bytes = arena_alloc(place.mem, n);
	struct stored_file f, g;
	const char *path;
	size_t i;

	(void)state;
	assert_int_equal(files_put_bytes(dir, "", 0, &f, place.mem), RC_OK);
	assert_int_equal(f.size, 0);
	assert_int_equal(files_verify(dir, f.sha256, place.mem), RC_OK);
	for (i = 0; i < n; i++)
		bytes[i] = (char)(i * i >> 3);
	assert_int_equal(files_put_bytes(dir, bytes, n, &f, place.mem), RC_OK);
	assert_int_equal(f.size, n);
	assert_string_equal(f.sha256, secret_sha256(place.mem, bytes, n));
	path = files_path(dir, f.sha256, place.mem);
	assert_int_equal(files_put(dir, path, &g, place.mem), RC_OK);
	assert_string_equal(g.sha256, f.sha256);
	assert_int_equal(files_verify(dir, f.sha256, place.mem), RC_OK);
}

static void
test_corrupt_is_found_and_healed(void **state)
{
	struct stored_file f;
	FILE *c;

	(void)state;
	assert_int_equal(files_put_bytes(dir, "abc", 3, &f, place.mem), RC_OK);
	c = fopen(files_path(dir, ABC, place.mem), "w");
	fputs("abd", c);
	fclose(c);
	assert_int_equal(files_verify(dir, ABC, place.mem), RC_FAIL);
	assert_int_equal(files_put_bytes(dir, "abc", 3, &f, place.mem), RC_OK);
	assert_int_equal(files_verify(dir, ABC, place.mem), RC_OK);
	unlink(files_path(dir, ABC, place.mem));
	assert_int_equal(files_verify(dir, ABC, place.mem), RC_NOT_FOUND);
	assert_false(files_exists(dir, ABC, place.mem));
}

/* Uploads have no name of their own any more when they are stored. */
static void
test_put_unlinked(void **state)
{
	FILE *t = tmpfile();
	struct stored_file f;

	(void)state;
	assert_non_null(t);
	assert_true(fputs("abc", t) >= 0 && fflush(t) == 0);
	assert_int_equal(files_put(dir, arena_printf(place.mem,
	    "/proc/self/fd/%d", fileno(t)), &f, place.mem), RC_OK);
	assert_string_equal(f.sha256, ABC);
	assert_int_equal(f.size, 3);
	fclose(t);
}

static void
test_failures_leave_nothing(void **state)
{
	const char *ba = arena_printf(place.mem, "%s/other/ba", place.dir);
	const char *other = arena_printf(place.mem, "%s/other", place.dir);
	struct stored_file f;

	(void)state;
	assert_int_equal(files_put(dir, "/tmp/no-such-file-here", &f,
	    place.mem), RC_FAIL);
	assert_int_equal(files_put(dir, place.dir, &f, place.mem), RC_FAIL);
	assert_int_equal(files_put_bytes("/tmp/no-such-folder", "x", 1, &f,
	    place.mem), RC_FAIL);
	/* A file stands where the folder should. */
	place_file("other/ba", "");
	assert_int_equal(files_put_bytes(other, "abc", 3, &f, place.mem),
	    RC_FAIL);
	assert_int_equal(unlink(ba), 0);
	assert_int_equal(entries(other), 0);
}

static void
test_names(void **state)
{
	static const char *const bad[] = { "", "../../etc/passwd", NULL,
	    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
	    ABC "0", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF"
	    "61F20015AD", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb"
	    "410ff61f20015a/" };
	size_t i;

	(void)state;
	assert_true(files_is_name(ABC));
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_false(files_is_name(bad[i]));
		assert_null(files_path(dir, bad[i], place.mem));
		assert_false(files_exists(dir, bad[i], place.mem));
		assert_int_equal(files_verify(dir, bad[i], place.mem),
		    RC_NOT_FOUND);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_put_unlinked),
		cmocka_unit_test(test_put),
		cmocka_unit_test(test_empty_and_large),
		cmocka_unit_test(test_corrupt_is_found_and_healed),
		cmocka_unit_test(test_failures_leave_nothing),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, set_up, place_remove);
}

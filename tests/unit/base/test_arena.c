/* test_arena.c - memory of one request. */
#include <setjmp.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"

static void
test_zeroed_and_aligned(void **state)
{
	struct arena *m = arena_new();
	size_t n, i;
	int round;
	char *p;

	(void)state;
	for (round = 0; round < 3; round++) {
		for (n = 0; n < 300; n++) {
			p = arena_alloc(m, n);
			assert_non_null(p);
			assert_int_equal((uintptr_t)p %
			    alignof(max_align_t), 0);
			for (i = 0; i < n; i++)
				assert_int_equal(p[i], 0);
			memset(p, 0xAA, n);
		}
		assert_int_equal(arena_used(m), 299 * 300 / 2);
		arena_reset(m);
		assert_int_equal(arena_used(m), 0);
	}
	arena_free(m);
	arena_free(NULL);
}

/* A large piece must not cost the tail of the block that is being cut. */
static void
test_pieces_of_all_sizes_stay_apart(void **state)
{
	static const size_t sizes[] = { 1, 70000, 16, 65472, 3, 20000, 64000,
	    5000000, 7, 40000 };
	struct arena *m = arena_new();
	unsigned char *p[10];
	size_t i, k;

	(void)state;
	for (i = 0; i < 10; i++)
		memset(p[i] = arena_alloc(m, sizes[i]), (int)i + 1, sizes[i]);
	for (i = 0; i < 10; i++)
		for (k = 0; k < sizes[i]; k += sizes[i] > 99 ? 99 : 1)
			assert_int_equal(p[i][k], i + 1);
	arena_reset(m);
	assert_int_equal(*(char *)arena_alloc(m, 60000), 0);
	arena_free(m);
}

static void
test_copies(void **state)
{
	struct arena *m = arena_new();
	char not_terminated[] = { 'a', 'b', 'c' };

	(void)state;
	assert_string_equal(arena_strdup(m, ""), "");
	assert_string_equal(arena_strdup(m, "宝坻"), "宝坻");
	assert_string_equal(arena_strndup(m, not_terminated, 3), "abc");
	assert_string_equal(arena_strndup(m, "ab", 9), "ab");
	assert_string_equal(arena_strndup(m, "ab", 0), "");
	assert_memory_equal(arena_memdup(m, "a\0b", 3), "a\0b", 3);
	assert_non_null(arena_memdup(m, NULL, 0));
	assert_string_equal(arena_printf(m, "%s/%05d", "zfb", 12),
	    "zfb/00012");
	assert_string_equal(arena_printf(m, "%s", ""), "");
	arena_free(m);
}

static void
dies(size_t count, size_t size)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		arena_calloc(arena_new(), count, size);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
}

static void
test_overflow_aborts(void **state)
{
	(void)state;
	dies(SIZE_MAX / 2, 3);
	dies(SIZE_MAX, 1);
	dies(SIZE_MAX / 8, 4);
}

static void
test_buf_grows(void **state)
{
	struct arena *m = arena_new();
	struct buf b = buf_new(m);
	int i;

	(void)state;
	assert_string_equal(b.s, "");
	buf_put(&b, NULL, 0);
	assert_string_equal(b.s, "");
	for (i = 0; i < 10000; i++)
		buf_printf(&b, "%05d", i);
	assert_int_equal(b.n, 50000);
	assert_int_equal(strlen(b.s), 50000);
	assert_memory_equal(b.s + 5 * 1234, "01234", 5);
	buf_putc(&b, '!');
	buf_puts(&b, "宝坻");
	assert_string_equal(b.s + 50000, "!宝坻");
	buf_put(&b, "a\0b", 3);
	assert_int_equal(b.n, 50000 + 7 + 3);
	arena_free(m);
}

static void
test_buf_escapes(void **state)
{
	struct arena *m = arena_new();
	const char *s = "<a href=\"x\" title='y'>&amp;宝坻";
	struct buf b = buf_new(m);

	(void)state;
	buf_put_escaped(&b, s, strlen(s));
	assert_string_equal(b.s, "&lt;a href=&quot;x&quot; title=&#39;y&#39;"
	    "&gt;&amp;amp;宝坻");
	b = buf_new(m);
	buf_put_escaped(&b, "<b>", 1);
	assert_string_equal(b.s, "&lt;");
	buf_put_escaped(&b, "", 0);
	assert_string_equal(b.s, "&lt;");
	arena_free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_zeroed_and_aligned),
		cmocka_unit_test(test_pieces_of_all_sizes_stay_apart),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_overflow_aborts),
		cmocka_unit_test(test_buf_grows),
		cmocka_unit_test(test_buf_escapes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * seeds.c - what a fuzzer has learned, tried once: linked to it instead of
 * libFuzzer.  It reads tests/data/fuzz/NAME, one test a file, and the empty
 * input.  A finding goes there when it is mended.
 */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

#define SEEDS_MAX 200
#define SEED_SIZE (1 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);
int LLVMFuzzerInitialize(int *, char ***) __attribute__((weak));

static void
test_seed(void **path)
{
	static uint8_t data[SEED_SIZE];
	FILE *f = *path != NULL ? fopen(*path, "rbe") : NULL;
	uint8_t *exact;
	size_t n = 0;

	if (f != NULL) {
		n = fread(data, 1, sizeof data, f);
		fclose(f);
		assert_in_range(n, 1, sizeof data - 1);
	}
	/* so that a sanitizer sees what is read behind its end */
	assert_non_null(exact = malloc(n > 0 ? n : 1));
	memcpy(exact, data, n);
	assert_int_equal(LLVMFuzzerTestOneInput(exact, n), 0);
	free(exact);
}

/* The empty input and the files of a folder; how many. */
static size_t
tests_fill(struct CMUnitTest *tests, const char *dir, struct arena *m)
{
	struct dirent **found = NULL;
	int n = scandir(dir, &found, NULL, alphasort), k;
	size_t used = 0;

	tests[used++] = (struct CMUnitTest){ "nothing", test_seed, NULL, NULL,
	    NULL };
	for (k = 0; k < n; k++) {
		char *name = arena_strdup(m, found[k]->d_name);

		free(found[k]);
		if (*name == '.' || used > SEEDS_MAX)
			continue;
		tests[used++] = (struct CMUnitTest){ name, test_seed, NULL,
		    NULL, arena_printf(m, "%s/%s", dir, name) };
	}
	free(found);
	return used;
}

int
main(int argc, char **argv)
{
	static struct CMUnitTest tests[SEEDS_MAX + 1];
	const char *name = strstr(argv[argc - 1], "/fuzz_");
	struct arena *m = arena_new();
	size_t n;
	int failed;

	if (name == NULL)
		return 2;
	if (LLVMFuzzerInitialize != NULL)
		LLVMFuzzerInitialize(&argc, &argv);
	n = tests_fill(tests, arena_printf(m, "tests/data/fuzz/%s", name + 6),
	    m);
	failed = _cmocka_run_group_tests(name + 1, tests, n, NULL, NULL);
	arena_free(m);
	return failed;
}

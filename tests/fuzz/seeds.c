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

#define SEEDS_MAX 200
#define SEED_SIZE (1 << 20)

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);
int LLVMFuzzerInitialize(int *, char ***) __attribute__((weak));

static void
test_seed(void **path)
{
	static uint8_t data[SEED_SIZE];
	FILE *f = *path != NULL ? fopen(*path, "rbe") : NULL;
	size_t n = 0;

	if (f != NULL) {
		n = fread(data, 1, sizeof data, f);
		fclose(f);
		assert_in_range(n, 1, sizeof data - 1);
	}
	assert_int_equal(LLVMFuzzerTestOneInput(data, n), 0);
}

int
main(int argc, char **argv)
{
	static struct CMUnitTest tests[SEEDS_MAX + 1];
	const char *name = strstr(argv[argc - 1], "/fuzz_");
	struct dirent **found = NULL;
	int n, k;
	char *dir;

	if (name == NULL ||
	    asprintf(&dir, "tests/data/fuzz/%s", name + 6) < 0)
		return 2;
	if (LLVMFuzzerInitialize != NULL)
		LLVMFuzzerInitialize(&argc, &argv);
	tests[0] = (struct CMUnitTest){ "nothing", test_seed, NULL, NULL,
	    NULL };
	n = scandir(dir, &found, NULL, alphasort);
	for (k = 2; k < n && k <= SEEDS_MAX; k++) {	/* after . and .. */
		tests[k - 1] = (struct CMUnitTest){ found[k]->d_name,
		    test_seed, NULL, NULL, NULL };
		if (asprintf((char **)&tests[k - 1].initial_state, "%s/%s",
		    dir, found[k]->d_name) < 0)
			return 2;
	}
	return _cmocka_run_group_tests(name + 1, tests,
	    n > 2 ? (size_t)n - 1 : 1, NULL, NULL);
}

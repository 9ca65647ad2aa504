/* test_look.c - the list of classes, and the stylesheet that draws them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "richtext/look.h"

static void
test_names(void **st)
{
	struct look l;
	int f, k, v, n = 0;

	(void)st;
	for (f = 0; f < LOOK__MAX; f++)
		for (k = 1; k <= look_count(f); k++, n++) {
			memset(&l, 0, sizeof l);
			assert_true(look_add(&l, look_name(f, k),
			    strlen(look_name(f, k))));
			for (v = 0; v < LOOK__MAX; v++)
				assert_int_equal(l.v[v], v == f ? k : 0);
		}
	assert_true(n > 1000);
	memset(&l, 0, sizeof l);
	assert_false(look_add(&l, "c-888", 5));
	assert_false(look_add(&l, "c-12", 4));
	assert_false(look_add(&l, "fs-1", 4));
	assert_false(look_add(&l, "x", 1));
	assert_false(look_add(&l, "", 0));
	assert_true(look_none(&l));
	/* of one family the first counts */
	look_add(&l, "ta-c", 4);
	look_add(&l, "ta-r", 4);
	assert_int_equal(l.v[LOOK_ALIGN], LOOK_TA_C);
}

static void
test_numbers(void **st)
{
	int k, near;

	(void)st;
	assert_string_equal(look_name(LOOK_FIRST, look_of_first(200)), "ti-2");
	assert_string_equal(look_name(LOOK_FIRST, look_of_first(-150)),
	    "hi-1h");
	assert_string_equal(look_name(LOOK_FIRST, look_of_first(40)), "ti-h");
	assert_string_equal(look_name(LOOK_FIRST, look_of_first(99999)),
	    "ti-20");
	assert_string_equal(look_name(LOOK_WIDTH, look_of_width(33.4)), "cw-33");
	assert_string_equal(look_name(LOOK_WIDTH, look_of_width(0.01)), "cw-1");
	assert_int_equal(look_of_width(99.6), 0);
	assert_int_equal(look_of_first(24), 0);
	assert_int_equal(look_of_first(-24), 0);
	assert_string_equal(look_name(LOOK_LEFT, look_of_left(940)), "pl-9");
	assert_string_equal(look_name(LOOK_SIZE, look_of_size(44)), "zh-2");
	assert_string_equal(look_name(LOOK_SIZE, look_of_size(0)), "zh-8");
	assert_string_equal(look_name(LOOK_SIZE, look_of_size(9999)),
	    "fs-288");
	for (k = 10; k <= 288; k++) {
		near = look_size(look_of_size(k));
		assert_in_range(near * 100, k * (k > 144 ? 94 : 97),
		    k * (k > 144 ? 106 : 103) + 4 * 100);
	}
	assert_string_equal(look_name(LOOK_RAISE, look_of_raise(1)), "up-1");
	assert_string_equal(look_name(LOOK_RAISE, look_of_raise(-13)), "dn-12");
	assert_string_equal(look_name(LOOK_RAISE, look_of_raise(-999)),
	    "dn-48");
	assert_int_equal(look_of_raise(0), 0);
	assert_int_equal(look_raise(0), 0);
	for (k = 1; k <= look_count(LOOK_RAISE); k++)
		assert_int_equal(look_of_raise(look_raise(k)), k);
	assert_string_equal(look_name(LOOK_COLOR, look_of_color(0xff0000)),
	    "c-700");
	assert_string_equal(look_name(LOOK_BACK, look_of_back(0xffff00)),
	    "bg-770");
}

static char *
stylesheet(void)
{
	const char *b = getenv("B");
	char path[512], *s;
	FILE *f;
	long n;

	snprintf(path, sizeof path, "%s/static/paper.css",
	    b != NULL ? b : "build");
	if ((f = fopen(path, "r")) == NULL)
		return NULL;
	fseek(f, 0, SEEK_END);
	n = ftell(f);
	rewind(f);
	if ((s = malloc((size_t)n + 1)) == NULL)
		abort();
	s[fread(s, 1, (size_t)n, f)] = '\0';
	fclose(f);
	return s;
}

/* Whether a selector has that class. */
static bool
is_drawn(const char *css, const char *name)
{
	char class[16];
	const char *s;
	size_t n;

	n = (size_t)snprintf(class, sizeof class, ".%s", name);
	for (s = css; (s = strstr(s, class)) != NULL; s += n)
		if (strchr(" ,{>.:", s[n]) != NULL)
			return true;
	return false;
}

static void
test_stylesheet(void **st)
{
	char *css = stylesheet();
	int f, k;

	(void)st;
	if (css == NULL)
		skip();
	for (f = 0; f < LOOK__MAX; f++)
		for (k = 1; k <= look_count(f); k++)
			if (!is_drawn(css, look_name(f, k)) &&
			    strcmp(look_name(f, k), "nb") != 0)
				fail_msg("no rule for %s", look_name(f, k));
	assert_false(is_drawn(css, "c-888"));
	free(css);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_stylesheet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

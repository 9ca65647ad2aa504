/* test_hant.c - what of a page becomes traditional, and what must not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/hant.h"
#include "base/text.h"

static const char *
page(const char *html, struct arena *m)
{
	struct buf b = buf_new(m);

	hant_page(html, strlen(html), &b);
	return b.s;
}

static void
test_page(void **st)
{
	static const struct {
		const char *in, *out;
	} v[] = {
		{ "<p class=\"x\">政府信息公开</p>", "<p class=\"x\">政府信息公開</p>" },
		{ "<a href=\"/search?q=国\" title=\"国家\">发展</a>",
		    "<a href=\"/search?q=国\" title=\"國家\">發展</a>" },
		{ "<input name=\"q\" value=\"国\" placeholder=\"检索\">",
		    "<input name=\"q\" value=\"国\" placeholder=\"檢索\">" },
		{ "<button name=\"a\" value=\"发\" aria-label=\"关闭\">关</button>",
		    "<button name=\"a\" value=\"发\" aria-label=\"關閉\">關</button>" },
		{ "<textarea name=\"w\">发现</textarea>发现",
		    "<textarea name=\"w\">发现</textarea>發現" },
		{ "<img alt=\"图\" src=\"/a\">plain", "<img alt=\"圖\" src=\"/a\">plain" },
		{ "a &lt;国&gt;", "a &lt;國&gt;" },
		{ "", "" }, { "<", "<" }, { "<p title=\"国", "<p title=\"國" },
	};
	struct arena *m = arena_new();
	size_t k;

	(void)st;
	for (k = 0; k < sizeof v / sizeof v[0]; k++)
		assert_string_equal(page(v[k].in, m), v[k].out);
	arena_free(m);
}

/* A long page is turned in bounded time, and stays text. */
static void
test_long(void **st)
{
	struct arena *m = arena_new();
	struct buf b = buf_new(m);
	struct timespec a, z;
	const char *out;
	int k;

	(void)st;
	for (k = 0; k < 5000; k++)
		buf_puts(&b, "<p>各单位应当于每季度末报送工作进展情况和统计表。</p>");
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &a);
	out = page(b.s, m);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &z);
	assert_true(text_valid(out, strlen(out)));
	assert_true((double)(z.tv_sec - a.tv_sec) +
	    (double)(z.tv_nsec - a.tv_nsec) / 1e9 < 2);
	print_message("%zu bytes in %.0f ms\n", b.n,
	    ((double)(z.tv_sec - a.tv_sec) * 1e9 +
	    (double)(z.tv_nsec - a.tv_nsec)) / 1e6);
	arena_free(m);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

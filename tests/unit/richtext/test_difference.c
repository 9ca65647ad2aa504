/* test_difference.c - what is shown, that nothing is lost of either text, and
 * that large texts stay within their bounds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#include <cmocka.h>

#include "../mem.h"
#include "html_check.h"
#include "redline_check.h"
#include "richtext/align.h"

#define MAX (32u << 20)

static struct sanitized
clean(const char *html)
{
	struct sanitized s;

	assert_int_equal(sanitize_html(html, strlen(html), MAX, &s, mem),
	    RC_OK);
	return s;
}

/* Taking one text out of the common one gives that text exactly. */
static void
assert_whole(struct difference d, struct sanitized a, struct sanitized b)
{
	const char *after = redline_take(d.html.s, "del", mem);
	const char *before = redline_take(d.html.s, "ins", mem);

	if (html_check(after) != NULL)
		fail_msg("%s\n  is not clean at %s", after, html_check(after));
	if (html_check(before) != NULL)
		fail_msg("%s\n  is not clean at %s", before,
		    html_check(before));
	if (strcmp(clean(after).text, b.text) != 0 ||
	    strcmp(clean(before).text, a.text) != 0)
		fail_msg("%s\n-> %s\n is %s", a.html.s, b.html.s, d.html.s);
	/* Names of places to jump to are no change. */
	if (strcmp(a.html.s, b.html.s) == 0)
		assert_true(d.same);
	if (strcmp(a.text, b.text) != 0)
		assert_true(d.added + d.removed > 0 && d.places > 0);
}

static struct difference
differ(const char *before, const char *after)
{
	struct sanitized a = clean(before), b = clean(after);
	struct difference d = difference_html(a.html, b.html, DIFFERENCE_ALL,
	    mem);

	assert_whole(d, a, b);
	return d;
}

static void
test_shown(void **st)
{
	static const struct {
		const char *before, *after, *shown;
		int added, removed, places, looks;
	} v[] = {
		{ "<p>不变</p>", "<p>不变</p>", "<p>不变</p>", 0, 0, 0, 0 },
		{ "<p>按照布暑推进</p>", "<p>按照部署推进</p>",
		    "<p>按照<del>布暑</del><ins>部署</ins>推进</p>", 2, 2, 1, 0 },
		{ "<p>共 12.5 万元，见 file</p>", "<p>共 12.8 万元，见 files</p>",
		    "<p>共 <del>12.5</del><ins>12.8</ins> 万元，见 "
		    "<del>file</del><ins>files</ins></p>", 9, 8, 2, 0 },
		{ "<p>一</p><p>三</p>", "<p>一</p><p>二</p><p>三</p>",
		    "<p>一</p><p class=\"df-new\"><ins>二</ins></p><p>三</p>",
		    1, 0, 1, 0 },
		{ "<p class=\"ti-2\">甲</p><p class=\"ta-r\">乙乙</p>",
		    "<p class=\"ti-2\">甲</p>", "<p class=\"ti-2\">甲</p>"
		    "<p class=\"ta-r df-old\"><del>乙乙</del></p>", 0, 2, 1,
		    0 },
		{ "<p>甲乙</p>", "<p><strong>甲</strong>乙</p>",
		    "<p><span class=\"df-look\"><strong>甲</strong></span>乙"
		    "</p>", 0, 0, 0, 1 },
		{ "<p>甲乙</p>", "<p class=\"ta-c\">甲乙</p>",
		    "<p class=\"ta-c df-look\">甲乙</p>", 0, 0, 0, 1 },
		{ "<p>10m2</p>", "<p>10m<sup>2</sup></p>",
		    "<p><del>10m2</del><ins>10m<sup>2</sup></ins></p>",
		    4, 4, 1, 0 },
		{ "<p><a href=\"https://a.cn/\">网站</a></p>",
		    "<p><a href=\"https://b.cn/\">网站</a></p>",
		    "<p><del><a href=\"https://a.cn/\" rel=\"noopener "
		    "noreferrer\">网站</a></del><ins><a href=\"https://b.cn/\""
		    " rel=\"noopener noreferrer\">网站</a></ins></p>", 2, 2, 1,
		    0 },
		{ "<p>a</p><hr>", "<p>a</p>",
		    "<p>a</p><del class=\"df-old\"><hr></del>", 0, 0, 1, 0 },
		{ "<ul><li>甲</li><li>乙</li></ul>",
		    "<ul><li>甲</li><li>丙</li><li>乙</li></ul>",
		    "<ul><li>甲</li><li class=\"df-new\"><ins>丙</ins></li>"
		    "<li>乙</li></ul>", 1, 0, 1, 0 },
		{ "<p>A&amp;B</p>", "<p>A&lt;B</p>",
		    "<p>A<del>&amp;</del><ins>&lt;</ins>B</p>", 1, 1, 1, 0 },
		{ "", "<p>新</p>", "<p class=\"df-new\"><ins>新</ins></p>",
		    1, 0, 1, 0 },
		{ "<p>旧</p>", "", "<p class=\"df-old\"><del>旧</del></p>",
		    0, 1, 1, 0 },
	};
	size_t k;

	(void)st;
	for (k = 0; k < sizeof v / sizeof v[0]; k++) {
		struct difference d = differ(v[k].before, v[k].after);

		assert_string_equal(d.html.s, v[k].shown);
		assert_int_equal(d.added, v[k].added);
		assert_int_equal(d.removed, v[k].removed);
		assert_int_equal(d.places, v[k].places);
		assert_int_equal(d.looks, v[k].looks);
		assert_false(d.rough);
	}
}

/* Scattered single characters are no help to a reader: one phrase is. */
static void
test_phrases(void **st)
{
	struct difference d = differ(
	    "<p>各单位应当于每季度末报送工作进展。</p>",
	    "<p>各单位应当按月通报完成情况。</p>");

	(void)st;
	assert_int_equal(d.places, 1);
	assert_non_null(strstr(d.html.s, "<p>各单位应当<del>"));
	assert_non_null(strstr(d.html.s, "</ins>。</p>"));
}

static void
test_table(void **st)
{
	struct difference d = differ("<table><caption>表一</caption><thead><tr>"
	    "<th>项目</th><th>金额</th></tr></thead><tbody><tr><td>道路</td>"
	    "<td>100</td></tr><tr><td>桥梁</td><td>200</td></tr></tbody>"
	    "</table>", "<table><caption>表一</caption><thead><tr>"
	    "<th>项目</th><th>金额</th></tr></thead><tbody><tr><td>道路</td>"
	    "<td>120</td></tr><tr><td>管网</td><td>50</td></tr><tr><td>桥梁"
	    "</td><td>200</td></tr></tbody></table>");

	(void)st;
	assert_string_equal(d.html.s, "<table><caption>表一</caption><thead>"
	    "<tr><th>项目</th><th>金额</th></tr></thead><tbody><tr><td>道路"
	    "</td><td><del>100</del><ins>120</ins></td></tr><tr class=\""
	    "df-new\"><td class=\"df-new\"><ins>管网</ins></td><td class=\""
	    "df-new\"><ins>50</ins></td></tr><tr><td>桥梁</td><td>200</td>"
	    "</tr></tbody></table>");
	assert_int_equal(d.places, 2);
	d = differ("<table><tr><td>甲</td><td>1</td></tr></table>",
	    "<table><tr><td>甲</td><td>新</td><td>1</td></tr></table>");
	assert_non_null(strstr(d.html.s, "<td>甲</td><td class=\"df-new\">"
	    "<ins>新</ins></td><td>1</td>"));
	/* A row taken out of a merged cell keeps its place beside it. */
	d = differ("<table><tr><td rowspan=\"3\">组</td><td>a</td></tr><tr><td>b"
	    "</td></tr><tr><td>c</td></tr></table>", "<table><tr><td rowspan="
	    "\"2\">组</td><td>a</td></tr><tr><td>c</td></tr></table>");
	assert_non_null(strstr(d.html.s, "<td class=\"df-look\" rowspan=\"3\">"
	    "组</td>"));
	assert_non_null(strstr(d.html.s, "<tr class=\"df-old\"><td class=\""
	    "df-old\"><del>b</del></td></tr>"));
}

static void
test_changes_only(void **st)
{
	struct buf a = buf_new(mem), b = buf_new(mem);
	struct difference d;
	int k;

	(void)st;
	for (k = 0; k < 30; k++) {
		buf_printf(&a, "<p>第 %d 段</p>", k);
		buf_printf(&b, "<p>第 %d 段%s</p>", k, k == 12 ? "改" : "");
	}
	d = difference_html(clean(a.s).html, clean(b.s).html,
	    DIFFERENCE_CHANGES, mem);
	assert_string_equal(d.html.s, "<p class=\"df-gap\">⋯</p><p>第 11 段"
	    "</p><p>第 12 段<ins>改</ins></p><p>第 13 段</p>"
	    "<p class=\"df-gap\">⋯</p>");
}

static void
test_fields(void **st)
{
	struct difference_field v[] = {
		{ .name = "title", .before = "关于A的通知<1>",
		    .after = "关于B的通知<1>" },
		{ .name = "doc_no", .before = NULL, .after = "" },
		{ .name = "date", .before = NULL, .after = "2026-11-28" },
	};

	(void)st;
	assert_int_equal(difference_fields(v, 3, mem), 2);
	assert_string_equal(v[0].d.html.s, "关于<del>A</del><ins>B</ins>的通知"
	    "&lt;1&gt;");
	assert_true(v[1].d.same);
	assert_int_equal(v[2].d.added, 10);
}

/* A document of random blocks; with an edit here and there. */
static uint32_t seed;

static int
chance(int n)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

static const char *
words(struct arena *m)
{
	static const char *const v[] = {
		"通知", "各", "单位", "，", "。", "2026", "年", " ", "file", "a",
		"&amp;", "<strong>重点</strong>", "<em>工</em>", "m<sup>2</sup>",
		"<br>", "<a href=\"https://a.cn/\">网</a>", "的", "的", "区",
		"<span class=\"red\">红</span>", "<span id=\"w-b1\"></span>",
	};
	struct buf b = buf_new(m);
	int n = 1 + chance(12);

	while (n-- > 0)
		buf_puts(&b, v[chance(sizeof v / sizeof v[0])]);
	return b.s;
}

static void
block(struct buf *b, int kind)
{
	switch (kind) {
	case 0:
		buf_printf(b, "<h2>%s</h2>", words(mem));
		return;
	case 1:
		buf_printf(b, "<ul><li>%s</li><li>%s<p>%s</p></li></ul>",
		    words(mem), words(mem), words(mem));
		return;
	case 2:
		buf_printf(b, "<table><tr><td rowspan=\"2\">%s</td><td>%s</td>"
		    "</tr><tr><td>%s<p>%s</p></td></tr></table>", words(mem),
		    words(mem), words(mem), words(mem));
		return;
	case 3:
		buf_puts(b, "<hr>");
		return;
	default:
		buf_printf(b, "<p class=\"ti-2\">%s</p>", words(mem));
	}
}

/* Copies words for words but for an edit; tags stay whole. */
static const char *
edited(const char *s)
{
	struct buf b = buf_new(mem);

	for (; *s != '\0'; s++) {
		if (*s == '<' && s[1] == 'p' && chance(6) == 0)
			block(&b, chance(6));
		buf_putc(&b, *s);
		if (*s == '>' && chance(8) == 0 && s[1] != '\0' &&
		    strncmp(s - 2, "tr>", 3) != 0)
			buf_puts(&b, words(mem));
	}
	return b.s;
}

static void
test_nothing_lost(void **st)
{
	struct buf b;
	int k, n;

	(void)st;
	for (k = 0; k < 1000; k++) {
		seed = (uint32_t)k;
		b = buf_new(mem);
		for (n = 1 + chance(8); n > 0; n--)
			block(&b, chance(7));
		differ(b.s, edited(b.s));
		differ(edited(b.s), b.s);
		arena_reset(mem);
	}
}

/* The shortest way from random numbers to random numbers, by the book. */
static void
test_align(void **st)
{
	int a[60], b[60], match[60], best[61][61], k, i, j, n, m, last, same;

	(void)st;
	for (k = 0; k < 2000; k++) {
		struct align w = align_new(mem);

		seed = (uint32_t)k;
		n = chance(60);
		m = chance(60);
		for (i = 0; i < n; i++)
			a[i] = chance(5);
		for (j = 0; j < m; j++)
			b[j] = chance(5);
		memset(best, 0, sizeof best);
		for (i = n - 1; i >= 0; i--)
			for (j = m - 1; j >= 0; j--)
				best[i][j] = a[i] == b[j] ? best[i + 1][j + 1] +
				    1 : best[i + 1][j] > best[i][j + 1]
				    ? best[i + 1][j] : best[i][j + 1];
		align(&w, 5, a, n, b, m, match);
		for (same = i = 0, last = -1; i < n; i++) {
			if (match[i] < 0)
				continue;
			assert_true(match[i] > last && match[i] < m);
			assert_int_equal(a[i], b[match[i]]);
			last = match[i];
			same++;
		}
		assert_int_equal(same, best[0][0]);
		arena_reset(mem);
	}
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Two texts that have little in common, long: bounded, and it says so. */
static void
test_bounds(void **st)
{
	struct buf a = buf_new(mem), b = buf_new(mem);
	struct sanitized x, y;
	struct difference d;
	double from;
	int k;

	(void)st;
	seed = 7;
	for (k = 0; k < 40000; k++)
		buf_printf(&a, "%c%c", 'a' + chance(3), k % 7 ? ' ' : '.');
	for (k = 0; k < 40000; k++)
		buf_printf(&b, "%c%c", 'a' + chance(3), k % 5 ? ' ' : '.');
	x = clean(a.s);
	y = clean(b.s);
	from = seconds();
	d = difference_html(x.html, y.html, DIFFERENCE_ALL, mem);
	assert_true(seconds() - from < 3);
	assert_whole(d, x, y);
	a = buf_new(mem);
	b = buf_new(mem);
	for (k = 0; k < 4000; k++) {
		buf_printf(&a, "<p>%d%s</p>", chance(1 << 20), words(mem));
		buf_printf(&b, "<p>%d%s</p>", chance(1 << 20), words(mem));
	}
	x = clean(a.s);
	y = clean(b.s);
	from = seconds();
	d = difference_html(x.html, y.html, DIFFERENCE_ALL, mem);
	assert_true(seconds() - from < 3);
	assert_true(d.rough);
	assert_whole(d, x, y);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_shown, setup, teardown),
		cmocka_unit_test_setup_teardown(test_phrases, setup, teardown),
		cmocka_unit_test_setup_teardown(test_table, setup, teardown),
		cmocka_unit_test_setup_teardown(test_changes_only, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(test_fields, setup, teardown),
		cmocka_unit_test_setup_teardown(test_nothing_lost, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(test_align, setup, teardown),
		cmocka_unit_test_setup_teardown(test_bounds, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

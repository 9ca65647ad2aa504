/* test_sanitize.c - the allow-list from outside: exact output, hostile input,
 * sanitizing twice, limits, and the smaller makers. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/secret.h"
#include "html_check.h"
#include "richtext/sanitize.h"

#define MAX (4u << 20)
#define SHA "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static struct arena *mem;

static int
setup(void **st)
{
	(void)st;
	secret_init();
	mem = arena_new();
	return 0;
}

static int
teardown(void **st)
{
	(void)st;
	arena_free(mem);
	return 0;
}

static const char *
clean(const char *html)
{
	struct sanitized s, again;
	const char *bad;

	assert_int_equal(sanitize_html(html, strlen(html), MAX, &s, mem),
	    RC_OK);
	if ((bad = html_check(s.html.s)) != NULL)
		fail_msg("%s\n  became %s\n  wrong at %s", html, s.html.s, bad);
	assert_int_equal(sanitize_html(s.html.s, strlen(s.html.s), MAX, &again,
	    mem), RC_OK);
	assert_string_equal(again.html.s, s.html.s);
	assert_string_equal(again.text, s.text);
	return s.html.s;
}

static void
test_kept(void **st)
{
	static const char *const same[] = {
		"<p>甲</p>", "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4>",
		"<p class=\"ta-c ti-2 ff-hei zh-2 red\">x</p>",
		"<p><strong>a</strong><em>b</em><u>c</u><s>d</s></p>",
		"<p>H<sub>2</sub>O m<sup>2</sup> <mark>x</mark></p>",
		"<p>a<br>b</p><hr><hr class=\"rule\">",
		"<ul><li>a<ol start=\"3\" type=\"a\"><li>b</li></ol></li></ul>",
		"<table><caption>表</caption><thead><tr><th scope=\"col\">a"
		"</th></tr></thead><tbody class=\"zh-5\"><tr><td rowspan=\"2\""
		" colspan=\"3\">b</td></tr></tbody></table>",
		"<p><a href=\"#w-fn1\">1</a></p>",
		"<p><a href=\"mailto:a@b.cn\">m</a></p>",
		"<p><a href=\"https://a.cn/?b=1&amp;c=2\""
		" rel=\"noopener noreferrer\">x</a></p>",
		"<p><img src=\"/image/" SHA ".png\" alt=\"图\" width=\"10\""
		" height=\"20\"></p>",
		"<p><ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby></p>",
		"<blockquote><p>a</p></blockquote><div>b</div>",
		"<p id=\"w-fn1\">a</p><p><span id=\"w-b2\"></span>x</p>",
		"<p class=\"sign\">宝坻区</p><p class=\"pr-4 ta-r\">x</p>",
		"<p>1 &lt; 2 &amp; &quot;3&quot;</p>",
	};
	size_t k;

	(void)st;
	for (k = 0; k < sizeof same / sizeof same[0]; k++) {
		if (strstr(same[k], "pr-4 ta-r") != NULL)
			continue;
		assert_string_equal(clean(same[k]), same[k]);
	}
	assert_string_equal(clean("<p class=\"pr-4 ta-r\">x</p>"),
	    "<p class=\"ta-r pr-4\">x</p>");
}

/* One caption, before all else; the words of any other stay. */
static void
test_captions(void **st)
{
	(void)st;
	assert_string_equal(clean("<table><tr><td>a</td></tr><caption "
	    "class=\"red\">甲</caption><caption><b>乙</b></caption></table>"),
	    "<table><caption class=\"red\">甲<br><strong>乙</strong></caption>"
	    "<tbody><tr><td>a</td></tr></tbody></table>");
}

static void
test_modernized(void **st)
{
	static const struct {
		const char *in, *out;
	} v[] = {
		{ "<b>a</b><i>b</i><strike>c</strike><del>d</del>",
		    "<p><strong>a</strong><em>b</em><s>c</s><s>d</s></p>" },
		{ "<p style=\"text-align: center; text-indent:2em\">a</p>",
		    "<p class=\"ta-c ti-2\">a</p>" },
		{ "<p class=\"ta-l\" style=\"text-align:right\">a</p>",
		    "<p class=\"ta-r\">a</p>" },
		{ "<p align=center>a</p>", "<p class=\"ta-c\">a</p>" },
		{ "<center>a</center>", "<div class=\"ta-c\">a</div>" },
		{ "<font face=\"黑体\">a</font>",
		    "<p><span class=\"ff-hei\">a</span></p>" },
		{ "<span style=\"text-decoration: underline;\">a</span>",
		    "<p><u>a</u></p>" },
		{ "<span style=\"font-weight:700\">a</span>",
		    "<p><strong>a</strong></p>" },
		{ "<h5>a</h5><h6>b</h6>", "<h5>a</h5><h6>b</h6>" },
		{ "<pre>a\nb</pre>", "<p>a<br>b</p>" },
		{ "<p>a<p>b", "<p>a</p><p>b</p>" },
		{ "<b>x<p>y</p>z</b>", "<p><strong>x</strong></p>"
		    "<p><strong>y</strong></p><p><strong>z</strong></p>" },
		{ "<ul>x<li>y</ul>", "<ul><li>x</li><li>y</li></ul>" },
		{ "<ul><ul><li>x</ul></ul>",
		    "<ul><li><ul><li>x</li></ul></li></ul>" },
		{ "<p></p><p> </p>a", "<p>a</p>" },
		{ "<section><article>a</article>b</section>",
		    "<p>a</p><p>b</p>" },
		{ "<strong><b>a</b></strong>", "<p><strong>a</strong></p>" },
		{ "<p class=\"tw ti-2 nav\">a</p>",
		    "<p class=\"ti-2\">a</p>" },
		{ "<img src=\"/gkht/image/" SHA ".jpg\">",
		    "<p><img src=\"/image/" SHA ".jpg\" alt=\"\"></p>" },
		{ "<td>a</td>", "<p>a</p>" },
		{ "<p id=a>x</p><p id=w-a>y</p><p id=w-a>z</p>",
		    "<p>x</p><p id=\"w-a\">y</p><p>z</p>" },
	};
	size_t k;

	(void)st;
	for (k = 0; k < sizeof v / sizeof v[0]; k++)
		assert_string_equal(clean(v[k].in), v[k].out);
}

/* Whatever comes out of these was looked at by html_check() in clean(). */
static const char *const vectors[] = {
	"<script>alert(1)</script>", "<ScRiPt src=//x></sCrIpT>",
	"<img src=x onerror=alert(1)>", "<svg onload=alert(1)>",
	"<svg><script>alert(1)</script></svg>",
	"<math><mtext><img src=x onerror=alert(1)></mtext></math>",
	"<a href=javascript:alert(1)>x</a>",
	"<a href=\" java\nscript:alert(1)\">x</a>",
	"<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
	"<a href=\"&#1;javascript:alert(1)\">x</a>",
	"<a href=\"JaVaScRiPt&colon;alert(1)\">x</a>",
	"<a href=\"data:text/html,<script>alert(1)</script>\">x</a>",
	"<a href=\"vbscript:x\">x</a>", "<a href=\"//evil\">x</a>",
	"<a href=\"file:///etc/passwd\">x</a>", "<a href='\\\\host\\x'>x</a>",
	"<a href=\"http:\">x</a>", "<a href=\"https:///x\">x</a>",
	"<a href=\"http://a\" onclick=alert(1) target=_blank>x</a>",
	"<iframe src=javascript:alert(1)></iframe>",
	"<object data=x><p>y</p></object>", "<embed src=x>",
	"<form action=x><input name=y><button>z</button></form>",
	"<style>*{}</style><style><img src=x onerror=alert(1)></style>",
	"<p style=\"background:url(//x)\">a</p>",
	"<p style=\"width:expression(alert(1))\">a</p>",
	"<link rel=stylesheet href=//x><meta http-equiv=refresh content=0>",
	"<base href=//x>", "<body onload=alert(1)>x</body>",
	"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
	"<title><img src=x onerror=alert(1)></title>",
	"<textarea><script>alert(1)</script></textarea>",
	"<xmp><img src=x onerror=alert(1)></xmp>",
	"<noembed><img src=x onerror=alert(1)></noembed>",
	"<template><script>alert(1)</script></template>",
	"<select><option><script>alert(1)</script></select>",
	"<plaintext><img src=x onerror=alert(1)>",
	"<!--><img src=x onerror=alert(1)>-->", "<!-- --!><script>1</script>",
	"<![CDATA[<img src=x onerror=alert(1)>]]>",
	"<?xml version=1?><p>x</p>", "<%<p>x</p>%>",
	"<p id=location name=x>a</p>", "<a id=__proto__ name=body>x</a>",
	"<img src=\"/image/../x.png\">", "<img src=\"http://x/y.png\">",
	"<img src=\"data:image/png;base64,AAAA\">",
	"<img src=\"/image/" SHA ".svg\">",
	"<img src=\"/image/" SHA ".png?x\">",
	"<img src=\"/image/" SHA ".png\" alt='\"><script>x</script>'>",
	"<img srcset=\"//x 1x\" src=y>", "<video><source onerror=alert(1)>",
	"<details open ontoggle=alert(1)><summary>x</summary></details>",
	"<math><mi xlink:href=\"javascript:x\">y</mi></math>",
	"<svg><foreignObject><p>x</p></foreignObject></svg>",
	"<form><math><mtext></form><form><mglyph><style></math>"
	"<img src onerror=alert(1)>",
	"<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
	"<table><td><script>x</script><form><td>y</table>",
	"<table><tr><td><table><tr><td>a</table><p>b</table>c",
	"<table>foster<tr><td>x</td></tr></table>",
	"<p><table><tr><td>a</td></tr></table>b</p>",
	"<a href=http://a>1<a href=http://b>2</a>3</a>",
	"<a href=http://a><p>1</p><div>2</div></a>",
	"<b><i><u></b></i>x</u>", "<em><p><strong></em>x</p></strong>y",
	"<ruby>a<rt>b<ruby>c<rt>d</ruby>", "<rt>x</rt><rp>y</rp>",
	"<li>a<li>b", "<ol start=99999999999 type=Z><li>x</ol>",
	"<td colspan=-1 rowspan=x>a</td>", "<o:p>x</o:p><w:sdt>y</w:sdt>",
	"<frameset><frame src=x></frameset>", "<html><head><title>x</title>",
	"<p>a\xc2\xa0 \xe3\x80\x80""b</p>", "<p>&#0;&#128;&#xD800;&#13;x</p>",
	"<p>\xe2\x80\xaetxt.exe</p>", "&lt;script&gt;", "<", "<p", "</p>",
	"<p class=\"ta-c", "<a href=\"http://x", "<!DOCTYPE html><p>x",
	"<image src=x onerror=alert(1)>", "<isindex prompt=x>",
	"<menu><li>x</menu><dir>y</dir>", "<listing>\na\nb</listing>",
	"a&#1555555555555555;b&#x110000;c&#4294967360;d",
	"<a href=\"#a&#1555555555555555;b\">x</a>",
	"<img src=\"/image/" SHA ".png\" alt=\"a&#15555555555555555;b\">",
	"<span><div><span>x</div></span>y", "<h1><h2>x</h2></h1>",
	"<p>a<blockquote>b</p>c</blockquote>d", "<ul></ul><ol><p>x</ol>",
};

static void
test_hostile(void **st)
{
	const char *out;
	size_t k;

	(void)st;
	for (k = 0; k < sizeof vectors / sizeof vectors[0]; k++) {
		out = clean(vectors[k]);
		assert_null(strstr(out, "onerror="));
		assert_null(strstr(out, "script:"));
	}
}

/* Equations pass as far as they have one reading. */
static void
test_equations(void **st)
{
	static const char good[] =
	    "<p>a<math display=\"block\"><mfrac linethickness=\"0\"><mrow>"
	    "<mi mathvariant=\"normal\">x</mi><mo>&lt;</mo></mrow><mn>2</mn>"
	    "</mfrac><mtable><mtr><mtd><mover accent=\"true\"><mi>y</mi>"
	    "<mo>ˆ</mo></mover></mtd></mtr></mtable></math>b</p>";
	static const char *const pairs[][2] = {
		/* HTML in a token, where a browser would take it */
		{ "<math><mtext>a<b>c</b><img src=x onerror=alert(1)></mtext>"
		    "</math>", "<p><math><mtext>a</mtext></math></p>" },
		{ "<math><mi onclick=\"x\" style=\"a\" class=\"red\""
		    " href=\"javascript:x\">y</mi></math>",
		    "<p><math><mi>y</mi></math></p>" },
		{ "<math><annotation-xml encoding=\"text/html\"><p>x</p>"
		    "</annotation-xml><mn>1</mn></math>",
		    "<p><math><mn>1</mn></math></p>" },
		{ "<math><mtext><mglyph><style><!--</style><img title=\"-->"
		    "&lt;img src=x onerror=alert(1)&gt;\"></mtext>"
		    "<mn>1</mn></math>",
		    "<p><math><mtext></mtext><mn>1</mn></math></p>" },
		{ "<math><maction actiontype=\"statusline\"><mi>x</mi>"
		    "</maction><semantics><mi>z</mi></semantics></math>", "" },
		{ "<math>text<mrow>text</mrow></math>", "" },
		{ "<math display=\"inline\"><mi mathvariant=\"bold\">x</mi>"
		    "</math>", "<p><math><mi>x</mi></math></p>" },
		{ "<math><svg><mi>x</mi></svg></math>", "" },
		{ "<svg><math><mi>x</mi></math></svg>", "" },
	};
	size_t k;

	(void)st;
	assert_string_equal(clean(good), good);
	for (k = 0; k < sizeof pairs / sizeof pairs[0]; k++)
		assert_string_equal(clean(pairs[k][0]), pairs[k][1]);
}

/* What is no text is refused, the rest comes out clean. */
static void
try_one(const char *s)
{
	struct sanitized out;

	if (text_valid(s, strlen(s)))
		clean(s);
	else
		assert_int_equal(sanitize_html(s, strlen(s), MAX, &out, mem),
		    RC_INVALID);
}

/* Each line by itself, and all of them as one page, which may nest deeper
 * than is read. */
static void
try_lines(const char *s)
{
	struct sanitized out;
	size_t n;

	if (sanitize_html(s, strlen(s), MAX, &out, mem) != RC_TOO_LARGE)
		try_one(s);
	for (; *s != '\0'; s += n + (s[n] != '\0')) {
		n = strcspn(s, "\n");
		try_one(arena_strndup(mem, s, n));
	}
}

/* The string in JSON that begins at s, behind its quote. */
static const char *
unquoted(const char *s)
{
	static const char escapes[] = "n\nt\tr\rb\bf\f";
	struct buf b = buf_new(mem);
	const char *e;
	unsigned code;
	char out[4];

	for (; *s != '"' && *s != '\0'; s++) {
		if (*s != '\\') {
			buf_putc(&b, *s);
		} else if (*++s == '\0') {
			break;
		} else if (*s != 'u') {
			e = strchr(escapes, *s);
			buf_putc(&b, e != NULL ? e[1] : *s);
		} else if (sscanf(s + 1, "%4x", &code) == 1) {
			if (code > 0 && (code < 0xd800 || code > 0xdfff))
				buf_put(&b, out, text_encode(code, out));
			s += 4;
		}
	}
	return b.s;
}

static int
try_quoted(const char *s)
{
	static const char key[] = "\"payload\":";
	int n = 0;

	while ((s = strstr(s, key)) != NULL) {
		s += sizeof key - 1;
		s += strspn(s, " \n");
		assert_int_equal(*s, '"');
		try_one(unquoted(++s));
		n++;
	}
	return n;
}

static const char *
whole_file(const char *folder, const char *name)
{
	FILE *f = fopen(arena_printf(mem, "%s/%s", folder, name), "re");
	struct buf b = buf_new(mem);
	char piece[4096];
	size_t n;

	assert_non_null(f);
	while ((n = fread(piece, 1, sizeof piece, f)) > 0)
		buf_put(&b, piece, n);
	fclose(f);
	return b.s;
}

/* XSS_LISTS=FOLDER: foreign lists, one attempt a line, or JSON. */
static void
lists_in(const char *folder)
{
	DIR *d = opendir(folder);
	struct dirent *e;
	int files = 0;

	assert_non_null(d);
	while ((e = readdir(d)) != NULL) {
		const char *end = strrchr(e->d_name, '.');

		if (end != NULL && strcmp(end, ".txt") == 0)
			try_lines(whole_file(folder, e->d_name));
		else if (end != NULL && strcmp(end, ".json") == 0)
			assert_true(try_quoted(whole_file(folder,
			    e->d_name)) > 0);
		else
			continue;
		arena_reset(mem);
		files++;
	}
	closedir(d);
	assert_true(files > 0);
}

static void
test_lists(void **st)
{
	(void)st;
	lists_in("tests/data/xss");
}

static void
test_foreign_lists(void **st)
{
	const char *folder = getenv("XSS_LISTS");

	(void)st;
	if (folder == NULL || *folder == '\0')
		skip();
	lists_in(folder);
}

static void
test_text(void **st)
{
	struct sanitized s;
	static const char in[] = "<h1>题</h1><p>a<br>b</p><table><tr><td>1"
	    "<td><p>2</p><p>3</p><tr><td>4</table><ul><li>x</ul>"
	    "<script>no</script>&amp;";

	(void)st;
	assert_int_equal(sanitize_html(in, sizeof in - 1, MAX, &s, mem), RC_OK);
	assert_string_equal(s.text, "题\na\nb\n1\t2 3\n4\nx\n&");
}

static void
test_images(void **st)
{
	struct sanitized s;
	static const char in[] = "<img src=\"/image/" SHA ".png\">"
	    "<img src=\"/gkht/image/" SHA ".png\"><img src=\"/x.png\">";

	(void)st;
	assert_int_equal(sanitize_html(in, sizeof in - 1, MAX, &s, mem), RC_OK);
	assert_int_equal(s.n_images, 1);
	assert_string_equal(s.image[0], SHA);
}

static char *
repeat(const char *s, size_t times)
{
	size_t n = strlen(s), k;
	char *out = malloc(n * times + 1);

	assert_non_null(out);
	for (k = 0; k < times; k++)
		memcpy(out + k * n, s, n);
	out[n * times] = '\0';
	return out;
}

/* What is too deep, too large or too costly is refused, and soon. */
static void
test_limits(void **st)
{
	static const struct {
		const char *s;
		size_t times;
	} v[] = {
		{ "<div>", 100000 }, { "<b>", 100000 }, { "<p><b>", 50000 },
		{ "<div><object></div>", 30000 }, { "<b a=1><b b=2>", 20000 },
		{ "<table><tr><td>", 20000 }, { "<svg>", 50000 },
		{ "<a href=http://a><p>", 20000 }, { "<ul><li>", 50000 },
		{ "<i x=1><p>", 10000 }, { "<x", 100000 }, { "<!--", 100000 },
		{ "</p>", 100000 }, { "&amp", 200000 },
	};
	struct sanitized s;
	struct buf b;
	enum rc rc;
	size_t k;
	char *in;

	(void)st;
	for (k = 0; k < sizeof v / sizeof v[0]; k++) {
		in = repeat(v[k].s, v[k].times);
		rc = sanitize_html(in, strlen(in), MAX, &s, mem);
		assert_true(rc == RC_OK || rc == RC_TOO_LARGE);
		free(in);
		arena_reset(mem);
	}
	b = buf_new(mem);
	buf_puts(&b, "<p");
	for (k = 0; k < 100000; k++)
		buf_printf(&b, " a%zu", k);
	buf_puts(&b, ">");
	rc = sanitize_html(b.s, b.n, MAX, &s, mem);
	assert_true(rc == RC_OK || rc == RC_TOO_LARGE);
	in = repeat("<div>", 300);
	assert_int_equal(sanitize_html(in, strlen(in), MAX, &s, mem),
	    RC_TOO_LARGE);
	free(in);
	assert_int_equal(sanitize_html("<p>12345", 8, 10, &s, mem),
	    RC_TOO_LARGE);
	assert_int_equal(sanitize_html("<p>\xff", 4, MAX, &s, mem),
	    RC_INVALID);
	assert_int_equal(sanitize_html("a\0b", 3, MAX, &s, mem), RC_INVALID);
	assert_int_equal(sanitize_html("", 0, MAX, &s, mem), RC_OK);
	assert_string_equal(s.html.s, "");
	assert_string_equal(s.text, "");
}

static void
test_plain(void **st)
{
	struct sanitized s;

	(void)st;
	assert_int_equal(sanitize_plain("一\r\n二\r\n\r\n <b>三&\n", &s, mem),
	    RC_OK);
	assert_string_equal(s.html.s, "<p class=\"ti-2\">一<br>二</p>"
	    "<p class=\"ti-2\">&lt;b&gt;三&amp;</p>");
	assert_int_equal(sanitize_plain("\xc0", &s, mem), RC_INVALID);
	assert_true(sanitize_looks_html("x <p class=\"a\">y"));
	assert_true(sanitize_looks_html("a<br>b"));
	assert_false(sanitize_looks_html("1 < 2, <甲>, <pb>, a<b"));
}

static void
test_present(void **st)
{
	struct sanitized s;
	struct safe_html h;
	static const char in[] = "<p>a</p><table><caption>名 <b>单</b></caption>"
	    "<tr><td>1<table><tr><td>2</table></table><table><tr><td>3"
	    "</table><img src=\"/image/" SHA ".gif\">";

	(void)st;
	assert_int_equal(sanitize_html(in, sizeof in - 1, MAX, &s, mem), RC_OK);
	h = sanitize_present(s.html, mem);
	assert_non_null(strstr(h.s, "<div class=\"tw\" tabindex=\"0\""
	    " role=\"region\" aria-label=\"名 单\"><table><caption>"));
	assert_non_null(strstr(h.s, "aria-label=\"表格 2\"><table>"));
	assert_null(strstr(h.s, "表格 3"));
	assert_non_null(strstr(h.s, "3</td></tr></tbody></table></div>"));
	h = sanitize_rebase(s.html, "/gkht/image/", mem);
	assert_non_null(strstr(h.s, "<img src=\"/gkht/image/" SHA ".gif\""));
	assert_null(strstr(h.s, " src=\"/image/"));
}

static void
test_marked(void **st)
{
	(void)st;
	assert_string_equal(sanitize_marked("a<\x01" "b&\x02\x02" "c", mem).s,
	    "a&lt;<mark>b&amp;</mark>c");
	assert_string_equal(sanitize_marked("\x01" "a\x01", mem).s,
	    "<mark>a</mark>");
	assert_string_equal(sanitize_built("<svg></svg>").s, "<svg></svg>");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kept),
		cmocka_unit_test(test_captions),
		cmocka_unit_test(test_modernized),
		cmocka_unit_test(test_hostile),
		cmocka_unit_test(test_equations),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_foreign_lists),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_images),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_plain),
		cmocka_unit_test(test_present),
		cmocka_unit_test(test_marked),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}

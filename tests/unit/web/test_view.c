/* test_view.c - pages over values, and templates that stop the start. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/log.h"
#include "site.h"
#include "web/view.h"

static const char *dir;
static struct arena *mem;

/* What a page of that text makes of the values set by fill. */
static const char *
render(const char *text, void (*fill)(struct node *))
{
	struct buf out = buf_new(mem);
	struct view *v;
	struct node *page;

	site_put("site/page.cs", text);
	v = view_open(dir, "site");
	view_set(view_site(v), "Site.Name", "<宝坻>");
	page = view_page(v);
	if (fill != NULL)
		fill(page);
	assert_int_equal(view_render(v, "site/page.cs", page, &out), RC_OK);
	view_end(v, page);
	view_close(v);
	return out.s;
}

static void
fill_texts(struct node *page)
{
	view_set(page, "Page.Text", "<i>\"a\" & 'b'</i>");
	view_html(page, "Page.TextHtml", (struct safe_html){ "<i>c</i>" });
	view_set(page, "Page.Null", NULL);
	view_int(page, "Page.Big", INT64_MIN);
	view_flag(page, "Page.On", 1);
	view_flag(page, "Page.Off", 0);
}

static void
escapes(void **state)
{
	(void)state;
	assert_string_equal(render("<?cs var:Page.Text ?>", fill_texts),
	    "&lt;i&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/i&gt;");
	assert_string_equal(render("<?cs def:m(a) ?><b title=\"<?cs var:a ?>\">"
	    "<?cs /def ?><?cs if:Page.On ?><?cs call:m(Page.Text) ?>"
	    "<?cs /if ?>", fill_texts), "<b title=\"&lt;i&gt;&quot;a&quot; "
	    "&amp; &#39;b&#39;&lt;/i&gt;\">");
	assert_string_equal(render("<?cs uvar:Page.TextHtml ?>", fill_texts),
	    "<i>c</i>");
	assert_string_equal(render("[<?cs var:Page.Null ?><?cs var:Page.No ?>]"
	    "<?cs var:Page.Big ?><?cs if:Page.On ?>+<?cs /if ?>"
	    "<?cs if:Page.Off ?>-<?cs /if ?><?cs var:Site.Name ?>",
	    fill_texts), "[]-9223372036854775808+&lt;宝坻&gt;");
}

/* More pages than stay parsed, in turn: each is what it was. */
static void
many_pages(void **state)
{
	struct view *v;
	struct node *page;
	struct buf out;
	char name[40], text[120];
	int k, round;

	(void)state;
	site_put("site/page.cs", NULL);
	site_put("site/frame.cs", "<?cs def:frame(a) ?>[<?cs var:a ?>]"
	    "<?cs /def ?>");
	for (k = 0; k < 40; k++) {
		snprintf(name, sizeof(name), "site/many%d.cs", k);
		snprintf(text, sizeof(text), "<?cs include!\"site/frame.cs\" ?>"
		    "%d<?cs call:frame(Page.Text) ?>", k);
		site_put(name, text);
	}
	v = view_open(dir, "site");
	for (round = 0; round < 3; round++)
		for (k = 0; k < 40; k += round + 1) {
			page = view_page(v);
			view_int(page, "Page.Text", k * round);
			out = buf_new(mem);
			snprintf(name, sizeof(name), "site/many%d.cs", k);
			assert_int_equal(view_render(v, name, page, &out),
			    RC_OK);
			view_end(v, page);
			snprintf(text, sizeof(text), "%d[%d]", k, k * round);
			assert_string_equal(out.s, text);
		}
	view_close(v);
	site_put("site/frame.cs", NULL);
	for (k = 0; k < 40; k++) {
		snprintf(name, sizeof(name), "site/many%d.cs", k);
		site_put(name, NULL);
	}
}

static void
fill_list(struct node *page)
{
	char text[16];
	int k;

	for (k = 0; k < 25; k++) {
		struct node *row = view_item(page, "Page.Rows");

		snprintf(text, sizeof(text), "%d", k);
		view_set(row, "Title", text);
		if (k == 1)
			view_set(view_item(row, "Parts"), "Name", "<p>");
	}
	view_set(view_child(page, "Page.Me"), "Name", "x");
}

static void
lists(void **state)
{
	(void)state;
	assert_string_equal(render("<?cs each:r = Page.Rows ?>"
	    "<?cs var:r.Title ?><?cs each:p = r.Parts ?>(<?cs var:p.Name ?>)"
	    "<?cs /each ?><?cs if:!last(r) ?>,<?cs /if ?><?cs /each ?>",
	    fill_list), "0,1(&lt;p&gt;),2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,"
	    "17,18,19,20,21,22,23,24");
	assert_string_equal(render("<?cs if:Page.Rows ?>some<?cs /if ?>"
	    "<?cs if:Page.None ?>none<?cs /if ?><?cs var:Page.Me.Name ?>"
	    "<?cs var:Page.Rows.24.Title ?>", fill_list), "somex24");
}

static const char *address;

static void
fill_address(struct node *page)
{
	view_set(page, "Page.Url", address);
}

static void
check_address(const char *url, const char *shown)
{
	char want[200];

	address = url;
	snprintf(want, sizeof(want), "<a href=\"%s\">", shown);
	assert_string_equal(render("<a href=\"<?cs var:url_ok(Page.Url) ?>\">",
	    fill_address), want);
}

static void
addresses(void **state)
{
	static const char *const bad[] = { "javascript:alert(1)", "", "x",
		"JavaScript:x", " javascript:x", "\tjavascript:x", "data:x",
		"//evil.cn", "/\\evil.cn", "\\\\evil.cn", "vbscript:x",
		"java\nscript:x", "/a b" };
	size_t k;

	(void)state;
	for (k = 0; k < sizeof(bad) / sizeof(bad[0]); k++)
		check_address(bad[k], "#");
	check_address("/doc/zfb/2026-00012", "/doc/zfb/2026-00012");
	check_address("/?a=1&b=\"2\"", "/?a=1&amp;b=&quot;2&quot;");
	check_address("#a", "#a");
	check_address("?a", "?a");
	check_address("https://example.cn/x", "https://example.cn/x");
	check_address("HTTP://example.cn", "HTTP://example.cn");
	check_address("mailto:a@example.cn", "mailto:a@example.cn");
	check_address("tel:02229241012", "tel:02229241012");
}

static void
one_after_another(void **state)
{
	struct view *v;
	struct node *page;
	struct buf out;
	char want[64];
	int k;

	(void)state;
	site_put("shared/layout.cs", "<b><?cs call:body() ?></b>");
	site_put("site/page.cs", "<?cs def:body() ?><?cs var:Page.N ?>"
	    "<?cs var:Page.Extra ?><?cs /def ?>"
	    "<?cs include!\"shared/layout.cs\" ?>");
	v = view_open(dir, "site");
	for (k = 0; k < 100; k++) {
		out = buf_new(mem);
		page = view_page(v);
		view_int(page, "Page.N", k);
		if (k == 3)
			view_set(page, "Page.Extra", "!");
		assert_int_equal(view_render(v, "site/page.cs", page, &out),
		    RC_OK);
		snprintf(want, sizeof(want), "<b>%d%s</b>", k,
		    k == 3 ? "!" : "");
		assert_string_equal(out.s, want);
		view_end(v, page);
		arena_reset(mem);
	}
	/* A part, and what does not exist, are no pages. */
	page = view_page(v);
	assert_int_equal(view_render(v, "shared/layout.cs", page, &out),
	    RC_FAIL);
	assert_int_equal(view_render(v, "site/none.cs", page, &out), RC_FAIL);
	assert_int_equal(view_render(v, "../etc/passwd", page, &out), RC_FAIL);
	view_end(v, page);
	view_close(v);
	site_put("shared/layout.cs", NULL);
}

static const char *
run_child(void (*work)(void), int *status)
{
	static char text[2000];
	int pipes[2];
	ssize_t n;
	size_t all = 0;
	pid_t pid;

	assert_int_equal(pipe(pipes), 0);
	if ((pid = fork()) == 0) {
		dup2(pipes[1], 2);
		close(pipes[0]);
		work();
		_exit(0);
	}
	close(pipes[1]);
	while ((n = read(pipes[0], text + all, sizeof(text) - 1 - all)) > 0)
		all += (size_t)n;
	text[all] = '\0';
	close(pipes[0]);
	assert_int_equal(waitpid(pid, status, 0), pid);
	return text;
}

static void
open_site(void)
{
	view_open(dir, "site");
}

static void
stops(const char *text, const char *said)
{
	const char *log;
	int status;

	site_put("site/page.cs", text);
	log = run_child(open_site, &status);
	if (!WIFEXITED(status) || WEXITSTATUS(status) == 0 ||
	    strstr(log, said) == NULL)
		fail_msg("%s\nstatus %d, said: %s", text, status, log);
}

static void
faults_stop_the_start(void **state)
{
	(void)state;
	stops("<p>\n<?cs set:a = b ?>", "site/page.cs:2: ");
	stops("<?cs include!\"shared/none.cs\" ?>", "shared/none.cs");
	stops("<?cs include!\"site/page.cs\" ?>", "site/page.cs");
	stops("<?cs call:nobody() ?>", "nobody");
	stops("<?cs if:(a ?><?cs /if ?>", "site/page.cs");
	site_put("shared/bad.cs", "\n\n<b onclick=\"x\">");
	stops("fine", "shared/bad.cs:3: ");
	site_put("shared/bad.cs", NULL);
}

static void
too_many_includes(void **state)
{
	char name[40], text[3000] = "";
	int k;

	(void)state;
	for (k = 0; k < 33; k++) {
		snprintf(name, sizeof(name), "shared/i%d.cs", k);
		site_put(name, "x");
		sprintf(text + strlen(text), "<?cs include!\"%s\" ?>", name);
	}
	stops(text, "more than 32");
	for (k = 0; k < 33; k++) {
		snprintf(name, sizeof(name), "shared/i%d.cs", k);
		site_put(name, NULL);
	}
}

static void
lint_alone(void **state)
{
	(void)state;
	site_put("site/page.cs", "<?cs set:a = b ?><b onclick=\"c\">");
	assert_int_equal(view_lint(dir), 2);
	site_put("site/page.cs", "fine");
	assert_int_equal(view_lint(dir), 0);
}

static void
set_markup_as_text(void)
{
	struct view *v = view_open(dir, "site");

	view_set(view_page(v), "Page.BodyHtml", "<script>");
}

static void
set_text_as_markup(void)
{
	struct view *v = view_open(dir, "site");

	view_html(view_page(v), "Page.Body", (struct safe_html){ "x" });
}

static void
names_tell_the_type(void **state)
{
	int status;

	(void)state;
	site_put("site/page.cs", "fine");
	run_child(set_markup_as_text, &status);
	assert_true(WIFSIGNALED(status));
	run_child(set_text_as_markup, &status);
	assert_true(WIFSIGNALED(status));
}

static int
set_up(void **state)
{
	(void)state;
	log_open("test");
	mem = arena_new();
	dir = site_make();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	site_remove();
	arena_free(mem);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escapes),
		cmocka_unit_test(lists),
		cmocka_unit_test(addresses),
		cmocka_unit_test(one_after_another),
		cmocka_unit_test(many_pages),
		cmocka_unit_test(faults_stop_the_start),
		cmocka_unit_test(too_many_includes),
		cmocka_unit_test(lint_alone),
		cmocka_unit_test(names_tell_the_type),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

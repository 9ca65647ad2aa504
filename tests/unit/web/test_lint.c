/* test_lint.c - every construct that is forbidden, and all that are needed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "web/lint.h"

static char last[400];

static void
report(void *arg, const char *name, int line, const char *what)
{
	(void)arg;
	snprintf(last, sizeof(last), "%s:%d: %s", name, line, what);
}

static int
lint(const char *text)
{
	last[0] = '\0';
	return lint_template("t.cs", text, report, NULL);
}

static void
accepted(void **state)
{
	static const char *const good[] = {
		"",
		"text & > ' \"",
		"<!DOCTYPE html>\n<html lang=\"zh-CN\"></html>",
		"<!-- a comment with <b> and \" -->",
		"<?cs # a comment with set:x = y ?>",
		"<?cs var:Page.Title ?>",
		"<?cs uvar:Page.BodyHtml ?>",
		"<?cs if:Page.A == \"b+[c]\" && (!Page.C || ?Page.D) ?>x"
		    "<?cs elif:Page.N > 10 ?>y<?cs else ?>z<?cs /if ?>",
		"<?cs if:subcount(Page.Rows) > #1 ?>x<?cs /if ?>",
		"<?cs each:r = Page.Rows ?><?cs if:!last(r) ?>,<?cs /if ?>"
		    "<?cs /each ?>",
		"<?cs with:m = Page.Me ?><?cs var:m.Name ?><?cs /with ?>",
		"<?cs def:f(a, b) ?><?cs var:a ?><?cs /def ?>"
		    "<?cs call:f(Page.A, \"b\") ?>",
		"<?cs def:f() ?><?cs /def ?><?cs call:f() ?>",
		"<?cs include!\"shared/layout.cs\" ?>",
		"<?cs\n\tif:a\n?><?cs /if ?>",
		"<p class=\"a <?cs var:b ?>\" id='c<?cs var:d ?>'>",
		"<option value=\"1\"<?cs if:a ?> selected<?cs /if ?>>",
		"<button <?cs if:a ?>value=\"x\"<?cs else ?>value=\"y\""
		    "<?cs /if ?>>",
		"<input disabled value=\"<?cs var:a ?>\" />",
		"<script src=\"<?cs var:Site.Static ?>/a.js\" defer></script>",
		"<a href=\"/doc/<?cs var:a ?>/v/<?cs var:b ?>?<?cs var:c ?>\">",
		"<a href=\"#<?cs var:a ?>\">", "<a href=\"?q=<?cs var:a ?>\">",
		"<a href=\"<?cs var:url_ok(a) ?>\">",
		"<a href=\"<?cs if:a ?>/x/<?cs else ?>/y/<?cs /if ?>"
		    "<?cs var:b ?>\">",
		"<a href=\"/list?<?cs if:a ?>a=<?cs var:a ?>&amp;<?cs /if ?>"
		    "b=<?cs var:b ?>\">",
		"<a href=\"<?cs var:Page.Base ?>/x/<?cs var:a ?>\">",
		"<link href=\"<?cs var:Site.Url ?>/doc/<?cs var:a ?>\">",
		"<a href=\"https://example.cn/\">", "<a href=\"/\">",
		"<a href=\"tel:<?cs var:a ?>\">",
		"<a href=\"mailto:<?cs var:a ?>\">",
		"<use href=\"#i\"/>",
		"<svg viewBox=\"0 0 1 1\"><path d=\"M0\"/>",
		"<form action=\"/search\" method=\"get\">",
	};
	size_t k;

	(void)state;
	for (k = 0; k < sizeof(good) / sizeof(good[0]); k++) {
		if (lint(good[k]) != 0)
			fail_msg("%s\n%s", good[k], last);
	}
}

static const char *const bad_commands[] = {
	"<?cs alt:a ?>b<?cs /alt ?>", "<?cs name:a ?>", "<?cs evar:a ?>",
	"<?cs lvar:a ?>", "<?cs linclude:\"a\" ?>", "<?cs include:\"a\" ?>",
	"<?cs escape:\"js\" ?><?cs /escape ?>", "<?cs set:a = b ?>",
	"<?cs loop:i = #1, #2, #1 ?><?cs /loop ?>", "<?cs content-type:a ?>",
	"<?CS var:a ?>", "<?cs VAR:a ?>", "<?CS LVAR:a ?>", "<?Cs Set:a=b ?>",
	"<?csvar:a?>", "<?cs#a ?>", "<?xml version=\"1.0\"?>", "<?php a ?>",
	"<?cs ?>", "<?cs var ?>", "<?cs var: ?>", "<?cs var:a",
	"<?cs var:a b ?>", "<?cs var:a[b] ?>", "<?cs var:a + b ?>",
	"<?cs var:html_escape(a) ?>", "<?cs var:url_ok(a) + b ?>",
	"<?cs var:url_ok(\"a\") ?>", "<?cs var:\"a\" ?>", "<?cs var:#1 ?>",
	"<?cs var:a..b ?>", "<?cs var:a. ?>", "<?cs var:.a ?>",
	"<?cs uvar:Page.Body ?>", "<?cs uvar:Html.a ?>",
	"<?cs uvar:a + BodyHtml ?>",
	"<?cs if:a[b] ?><?cs /if ?>", "<?cs if:a + b ?><?cs /if ?>",
	"<?cs if:a - b ?><?cs /if ?>", "<?cs if:a % 2 ?><?cs /if ?>",
	"<?cs if:a == 'b' ?><?cs /if ?>", "<?cs if:a == \"b ?><?cs /if ?>",
	"<?cs if:#010 ?><?cs /if ?>", "<?cs if:a > 3000000000 ?><?cs /if ?>",
	"<?cs if:string.slice(a, 1) ?><?cs /if ?>", "<?cs if: ?><?cs /if ?>",
	"<?cs each:a ?><?cs /each ?>", "<?cs each:a = b[0] ?><?cs /each ?>",
	"<?cs with:a = b + c ?><?cs /with ?>",
	"<?cs include!Page.Name ?>", "<?cs include!\"/etc/passwd\" ?>",
	"<?cs include!\"../a\" ?>", "<?cs include!\"a/../b\" ?>",
	"<?cs include!\"a b\" ?>", "<?cs include!\"\" ?>",
	"<?cs def:a ?><?cs /def ?>", "<?cs def:a(\"b\") ?><?cs /def ?>",
	"<?cs call:a ?>", "<?cs call:a(b + c) ?>", "<?cs call:a(b ?>",
	"<?cs else x ?>",
	("<?cs var:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
	    "aaaaaa ?>"),
};

static const char *const bad_blocks[] = {
	"<?cs if:a ?>", "<?cs /if ?>", "<?cs else ?>", "<?cs elif:a ?>",
	"<?cs if:a ?><?cs else ?><?cs else ?><?cs /if ?>",
	"<?cs if:a ?><?cs else ?><?cs elif:b ?><?cs /if ?>",
	"<?cs each:a = b ?><?cs else ?><?cs /each ?>",
	"<?cs if:a ?><?cs each:b = c ?><?cs /if ?><?cs /each ?>",
	"<?cs if:a ?><?cs def:b() ?><?cs /def ?><?cs /if ?>",
	/* a block that begins here and ends there */
	"<?cs if:a ?><b <?cs /if ?>>",
	"<b <?cs if:a ?>><?cs /if ?>",
	"<b c=\"<?cs if:a ?>\"<?cs /if ?>>",
	"<b c=\"<?cs if:a ?>\" d=\"<?cs /if ?>\">",
	"<?cs if:a ?><b c=\"<?cs else ?>\"><?cs /if ?>",
};

static const char *const bad_html[] = {
	"a < b", "<b", "<b c=\"", "<b <c>", "<b c='\"'\"'>", "</b c>", "</>",
	"<b c=d>", "<b c=<?cs var:d ?>>", "<b <?cs var:c ?>>",
	"<b c<?cs var:d ?>=\"e\">", "<<?cs var:a ?>>",
	"<b c=\"<?cs uvar:dHtml ?>\">", "<b <?cs uvar:cHtml ?>>",
	"<b c=\"<?cs call:d() ?>\">", "<b <?cs include!\"c\" ?>>",
	"<b style=\"c\">", "<b STYLE=\"c\">", "<b onclick=\"c\">",
	"<b OnClick='c'>", "<iframe srcdoc=\"a\">",
	"<meta http-equiv=\"refresh\" content=\"0\">",
	"<script>a</script>", "<SCRIPT>a</SCRIPT>",
	"<script src=\"/a.js\">a</script>", "<script src=\"/a.js\">",
	"<style>a</style>", "<base href=\"/\">", "<object data=\"/a\">",
	"<embed src=\"/a\">", "<!-- <?cs var:a ?> -->", "<!ELEMENT a>",
	"<![CDATA[ a ]]>",
};

static const char *const bad_addresses[] = {
	"<a href=\"<?cs var:a ?>\">", "<a HREF='<?cs var:a ?>'>",
	"<img src=\"<?cs var:a ?>\">", "<form action=\"<?cs var:a ?>\">",
	"<button formaction=\"<?cs var:a ?>\">",
	"<video poster=\"<?cs var:a ?>\">", "<img srcset=\"<?cs var:a ?>\">",
	"<use xlink:href=\"<?cs var:a ?>\">",
	"<a href=\"javascript:<?cs var:a ?>\">",
	"<a href=\"https://<?cs var:a ?>\">", "<a href=\" /<?cs var:a ?>\">",
	"<a href=\"/<?cs var:a ?>\">", "<a href=\"//<?cs var:a ?>\">",
	"<a href=\"/\\<?cs var:a ?>\">", "<a href=\"x<?cs var:a ?>\">",
	"<a href=\"<?cs var:url_ok(a) ?>x\">",
	"<a href=\"<?cs var:url_ok(a) ?><?cs var:b ?>\">",
	"<a href=\"/a/<?cs var:url_ok(a) ?>\">",
	"<a href=\"<?cs var:Page.Base ?><?cs var:a ?>\">",
	"<a href=\"<?cs var:Site.Static ?>/<?cs var:a ?>\">",
	"<a href=\"<?cs if:a ?>/x/<?cs /if ?><?cs var:b ?>\">",
	"<a href=\"<?cs if:a ?>/x/<?cs else ?>y<?cs /if ?><?cs var:b ?>\">",
	("<a href=\"<?cs if:a ?>/x/<?cs elif:b ?>/y/<?cs /if ?>"
	    "<?cs var:b ?>\">"),
	"<a href=\"<?cs each:r = a ?><?cs var:r ?><?cs /each ?>\">",
};

/* Each is refused, and at its line. */
static void
check_bad(const char *const *bad, size_t n)
{
	char text[600];
	size_t k;

	for (k = 0; k < n; k++) {
		snprintf(text, sizeof(text), "<p>\n\n%s", bad[k]);
		if (lint(text) == 0)
			fail_msg("accepted: %s", bad[k]);
		if (strncmp(last, "t.cs:3: ", 8) != 0)
			fail_msg("%s\n%s", bad[k], last);
	}
}

static void
refused(void **state)
{
	(void)state;
	check_bad(bad_commands, sizeof(bad_commands) / sizeof(char *));
	check_bad(bad_blocks, sizeof(bad_blocks) / sizeof(char *));
	check_bad(bad_html, sizeof(bad_html) / sizeof(char *));
	check_bad(bad_addresses, sizeof(bad_addresses) / sizeof(char *));
}

static void
bounded(void **state)
{
	char text[5000] = "";
	int k;

	(void)state;
	for (k = 0; k < 40; k++)
		strcat(text, "<?cs if:a ?>");
	for (k = 0; k < 40; k++)
		strcat(text, "<?cs /if ?>");
	assert_true(lint(text) > 0);
	text[0] = '\0';
	for (k = 0; k < 100; k++)
		strcat(text, "<?cs set:a = b ?>");
	assert_int_equal(lint(text), 20);
}

static void
found(void *arg, const char *name)
{
	strcat(strcat(arg, name), " ");
}

static void
includes(void **state)
{
	char names[200] = "";

	(void)state;
	lint_includes("<?cs include!\"a/b.cs\" ?>x<?cs var:c ?>"
	    "<?cs # include!\"no\" ?>\n<?cs include!\"d.cs\" ?><?cs incl",
	    found, names);
	assert_string_equal(names, "a/b.cs d.cs ");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(accepted),
		cmocka_unit_test(refused),
		cmocka_unit_test(bounded),
		cmocka_unit_test(includes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

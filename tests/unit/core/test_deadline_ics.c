/* test_deadline_ics.c - what calendar programs will read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/deadline_ics.h"

static struct arena *m;

static char *
make(const char *summary, const char *description)
{
	struct deadline_ics d = { .number = "SQ-ZFB-2026-00012",
	    .host = "www.example.gov.cn", .summary = summary,
	    .description = description, .now = 1781488800 };

	assert_true(day_parse("2026-12-31", &d.day));
	return deadline_ics(&d, m);
}

/* The text again with its folds opened. */
static char *
unfold(const char *s)
{
	struct buf b = buf_new(m);

	for (; *s != '\0'; s++)
		if (strncmp(s, "\r\n ", 3) == 0)
			s += 2;
		else
			buf_putc(&b, *s);
	return b.s;
}

static void
test_whole(void **state)
{
	(void)state;
	assert_string_equal(make("期限", "说明"),
	    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
	    "PRODID:-//xxgk//deadline//ZH\r\nMETHOD:PUBLISH\r\n"
	    "BEGIN:VEVENT\r\nUID:SQ-ZFB-2026-00012@www.example.gov.cn\r\n"
	    "DTSTAMP:20260615T020000Z\r\nDTSTART;VALUE=DATE:20261231\r\n"
	    "DTEND;VALUE=DATE:20270101\r\nSUMMARY:期限\r\n"
	    "DESCRIPTION:说明\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n"
	    "END:VCALENDAR\r\n");
}

static void
test_escaping(void **state)
{
	char *s = make("a,b;c\\d", "1\r\n2\n\t3\x7f\nEND:VEVENT");

	(void)state;
	assert_non_null(strstr(s, "SUMMARY:a\\,b\\;c\\\\d\r\n"));
	assert_non_null(strstr(s, "DESCRIPTION:1\\n2\\n3\\nEND:VEVENT\r\n"));
	s = make("", "");
	assert_non_null(strstr(s, "SUMMARY:\r\nDESCRIPTION:\r\n"));
}

/* Lines of every length around the limit, one to four bytes a character. */
static void
test_folding(void **state)
{
	static const char *const letters[] = { "x", "é", "期", "𠮷" };

	(void)state;
	for (int n = 0; n < 200; n++) {
		struct buf text = buf_new(m);
		const char *s, *end;

		for (int k = 0; k < n; k++)
			buf_puts(&text, letters[n % 3 == 0 ? k % 4 : n % 4]);
		buf_putc(&text, '.');
		s = make("x", text.s);
		assert_non_null(strstr(unfold(s), text.s));
		for (; *s != '\0'; s = end + 2) {
			assert_non_null(end = strstr(s, "\r\n"));
			assert_in_range(end - s, 1, 75);
			assert_true(text_valid(s, (size_t)(end - s)));
		}
	}
}

static int
set_up(void **state)
{
	(void)state;
	m = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(m);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole), cmocka_unit_test(test_escaping),
		cmocka_unit_test(test_folding),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

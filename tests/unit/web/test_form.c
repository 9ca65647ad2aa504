/* test_form.c - every kind of field, its limits, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "web/form.h"

static const char *const colours[] = { "red", "blue", NULL };

enum { F_LINE, F_LINES, F_MARKUP, F_SECRET, F_ID, F_NUMBER, F_COUNT, F_DATE, F_CHOICE,
    F_FLAG, F_TOKEN, F_FILE, F_MANY, F_FILES };

static const struct field fields[] = {
	[F_LINE] = { "line", KIND_LINE, 0, 5, NULL },
	[F_LINES] = { "lines", KIND_LINES, 0, 5, NULL },
	[F_MARKUP] = { "markup", KIND_MARKUP, 0, 9, NULL },
	[F_SECRET] = { "secret", KIND_SECRET, 0, 5, NULL },
	[F_ID] = { "id", KIND_ID, 0, 0, NULL },
	[F_NUMBER] = { "number", KIND_NUMBER, 0, 99, NULL },
	[F_COUNT] = { "count", KIND_COUNT, 0, 99, NULL },
	[F_DATE] = { "date", KIND_DATE, 0, 0, NULL },
	[F_CHOICE] = { "choice", KIND_CHOICE, 0, 0, colours },
	[F_FLAG] = { "flag", KIND_FLAG, 0, 0, NULL },
	[F_TOKEN] = { "token", KIND_TOKEN, 0, 20, NULL },
	[F_FILE] = { "file", KIND_FILE, 0, 0, NULL },
	[F_MANY] = { "many", KIND_ID, MANY, 0, NULL },
	[F_FILES] = { "files", KIND_FILE, MANY, 0, NULL },
	{ 0 }
};

static struct arena *mem;
static struct input in;
static struct problems problems;

static enum rc
read_params(const struct field *table, struct param *p, int n)
{
	struct request req = { .param = p, .n_params = n };

	problems = (struct problems){ 0 };
	return form_read(table, &req, &in, &problems, mem);
}

/* One field sent; its problem. */
static enum problem
send(const char *name, const char *value)
{
	struct param p = { name, value, NULL };

	arena_reset(mem);
	assert_int_equal(read_params(fields, &p, 1), RC_OK);
	return problem_of(&problems, name);
}

static void
lines(void **state)
{
	(void)state;
	assert_int_equal(send("line", " 宝坻\xe3\x80\x80区 "), PROBLEM_NONE);
	assert_string_equal(in.v[F_LINE].s, "宝坻\xe3\x80\x80区");
	assert_string_equal(in.v[F_LINE].raw, " 宝坻\xe3\x80\x80区 ");
	assert_true(in.v[F_LINE].given);
	assert_int_equal(in.v[F_LINE].n, 1);
	assert_int_equal(send("line", "五个字的字"), PROBLEM_NONE);
	assert_int_equal(send("line", "六个字的字了"), PROBLEM_TOO_LONG);
	assert_string_equal(in.v[F_LINE].s, "");
	assert_string_equal(in.v[F_LINE].raw, "六个字的字了");
	assert_false(in.v[F_LINE].given);
	assert_int_equal(send("line", "a\nb"), PROBLEM_NOT_TEXT);
	assert_int_equal(send("line", "a\x1b[m"), PROBLEM_NOT_TEXT);
	assert_int_equal(send("line", "  "), PROBLEM_NONE);
	assert_false(in.v[F_LINE].given);

	assert_int_equal(send("lines", "a\r\nb\rc"), PROBLEM_NONE);
	assert_string_equal(in.v[F_LINES].s, "a\nb\nc");
	assert_int_equal(send("lines", "a\r\nb\rcd"), PROBLEM_TOO_LONG);
	assert_int_equal(send("lines", "a\x01"), PROBLEM_NOT_TEXT);
}

static void
markup_and_secrets(void **state)
{
	(void)state;
	assert_int_equal(send("markup", "<p>\x01\x0b\r\nx\ty"), PROBLEM_NONE);
	assert_string_equal(in.v[F_MARKUP].s, "<p>\nx\ty");
	assert_int_equal(send("markup", "<p>123456</p>"), PROBLEM_TOO_LONG);
	assert_int_equal(send("secret", " a b "), PROBLEM_NONE);
	assert_string_equal(in.v[F_SECRET].s, " a b ");
	assert_string_equal(in.v[F_SECRET].raw, "");
	assert_int_equal(send("secret", "123456"), PROBLEM_TOO_LONG);
	assert_string_equal(in.v[F_SECRET].raw, "");
}

static void
numbers(void **state)
{
	(void)state;
	assert_int_equal(send("id", " 12 "), PROBLEM_NONE);
	assert_int_equal(in.v[F_ID].i, 12);
	assert_true(in.v[F_ID].given);
	assert_int_equal(send("id", "4611686018427387904"), PROBLEM_NONE);
	assert_int_equal(send("id", "4611686018427387905"),
	    PROBLEM_NOT_COUNT);
	assert_int_equal(in.v[F_ID].i, 0);
	assert_int_equal(send("id", "0"), PROBLEM_NOT_COUNT);
	assert_int_equal(send("id", "1 or 1"), PROBLEM_NOT_COUNT);
	assert_int_equal(send("id", ""), PROBLEM_NONE);
	assert_int_equal(in.v[F_ID].i, 0);
	assert_false(in.v[F_ID].given);
	assert_int_equal(send("number", "0"), PROBLEM_NONE);
	assert_true(in.v[F_NUMBER].given);
	assert_int_equal(send("number", "99"), PROBLEM_NONE);
	assert_int_equal(send("number", "100"), PROBLEM_NOT_NUMBER);
	assert_int_equal(send("number", "-1"), PROBLEM_NOT_NUMBER);
	assert_int_equal(send("count", "99"), PROBLEM_NONE);
	assert_int_equal(in.v[F_COUNT].i, 99);
	assert_int_equal(send("count", "100"), PROBLEM_NOT_COUNT);
	assert_int_equal(send("count", "0"), PROBLEM_NOT_COUNT);
	assert_false(in.v[F_COUNT].given);
}

static void
others(void **state)
{
	(void)state;
	assert_int_equal(send("date", "2026-02-28"), PROBLEM_NONE);
	assert_string_equal(in.v[F_DATE].s, "2026-02-28");
	assert_int_equal(send("date", "2026-02-29"), PROBLEM_NOT_DATE);
	assert_int_equal(send("date", "2026-2-8"), PROBLEM_NOT_DATE);
	assert_int_equal(send("date", ""), PROBLEM_NONE);
	assert_int_equal(send("choice", "blue"), PROBLEM_NONE);
	assert_int_equal(in.v[F_CHOICE].i, 1);
	assert_ptr_equal(in.v[F_CHOICE].s, colours[1]);
	assert_int_equal(send("choice", "Blue"), PROBLEM_NOT_CHOICE);
	assert_int_equal(in.v[F_CHOICE].i, -1);
	assert_int_equal(send("choice", ""), PROBLEM_NONE);
	assert_int_equal(in.v[F_CHOICE].i, -1);
	assert_int_equal(send("flag", ""), PROBLEM_NONE);
	assert_true(in.v[F_FLAG].given);
	assert_int_equal(send("token", "aZ0-_.~:"), PROBLEM_NONE);
	assert_string_equal(in.v[F_TOKEN].s, "aZ0-_.~:");
	assert_int_equal(send("token", "a/b"), PROBLEM_NOT_TEXT);
	assert_int_equal(send("token", "字"), PROBLEM_NOT_TEXT);
	assert_int_equal(send("token", "aaaaaaaaaaaaaaaaaaaaa"),
	    PROBLEM_TOO_LONG);
}

static void
nothing_sent(void **state)
{
	const struct value *v;

	(void)state;
	assert_int_equal(read_params(fields, NULL, 0), RC_OK);
	assert_int_equal(problems.n, 0);
	for (v = in.v; v <= in.v + F_FILES; v++) {
		assert_false(v->given);
		assert_string_equal(v->raw, "");
		assert_string_equal(v->s, "");
		assert_int_equal(v->i, v == in.v + F_CHOICE ? -1 : 0);
		assert_null(v->file);
		assert_int_equal(v->n, 0);
	}
	assert_int_equal(read_params(NULL, NULL, 0), RC_OK);
	/* Unknown fields are dropped. */
	assert_int_equal(send("role", "admin"), PROBLEM_NONE);
	assert_int_equal(problems.n, 0);
}

static void
required(void **state)
{
	static const struct field table[] = {
		{ "a", KIND_LINE, REQUIRED, 2, NULL },
		{ "b", KIND_ID, REQUIRED | MANY, 0, NULL },
		{ "c", KIND_LINE, REQUIRED, 0, NULL },
		{ 0 }
	};
	struct param p[] = { { "a", "too long", NULL }, { "b", "", NULL },
		{ "c", "x", NULL } };

	(void)state;
	assert_int_equal(read_params(table, p, 0), RC_OK);
	assert_int_equal(problems.n, 3);
	assert_int_equal(problem_of(&problems, "a"), PROBLEM_MISSING);
	assert_int_equal(read_params(table, p, 3), RC_OK);
	assert_int_equal(problem_of(&problems, "a"), PROBLEM_TOO_LONG);
	assert_int_equal(problem_of(&problems, "b"), PROBLEM_MISSING);
	/* A limit that was forgotten lets nothing in. */
	assert_int_equal(problem_of(&problems, "c"), PROBLEM_TOO_LONG);
}

static void
duplicates(void **state)
{
	struct param twice[] = { { "line", "a", NULL }, { "line", "a", NULL } };
	struct param flags[] = { { "flag", "1", NULL }, { "flag", "1", NULL } };
	struct param unknown[] = { { "x", "a", NULL }, { "x", "a", NULL } };

	(void)state;
	assert_int_equal(read_params(fields, twice, 2), RC_INVALID);
	assert_int_equal(problem_of(&problems, "line"), PROBLEM_TWICE);
	assert_int_equal(read_params(fields, flags, 2), RC_INVALID);
	assert_int_equal(read_params(fields, unknown, 2), RC_OK);
}

static void
many(void **state)
{
	static struct param p[201];
	int k;

	(void)state;
	for (k = 0; k < 201; k++)
		p[k] = (struct param){ "many", "7", NULL };
	p[0].value = "";
	p[2].value = "9";
	assert_int_equal(read_params(fields, p, 3), RC_OK);
	assert_int_equal(in.v[F_MANY].n, 2);
	assert_int_equal(in.v[F_MANY].i, 7);
	assert_int_equal(in.v[F_MANY].many[1].i, 9);
	p[1].value = "x";
	assert_int_equal(read_params(fields, p, 3), RC_OK);
	assert_int_equal(problem_of(&problems, "many"), PROBLEM_NOT_COUNT);
	assert_int_equal(in.v[F_MANY].n, 1);
	p[1].value = "7";
	assert_int_equal(read_params(fields, p, 200), RC_OK);
	assert_int_equal(in.v[F_MANY].n, 199);
	assert_int_equal(read_params(fields, p, 201), RC_INVALID);
}

static void
files(void **state)
{
	struct file good = { .name = "a.txt", .size = 3 };
	struct file empty = { .name = "b.txt" };
	struct file large = { .name = "c.txt", .size = 1, .too_large = true };
	struct param p[] = { { "file", "", &good }, { "files", "", NULL },
		{ "files", "", &good } };
	struct param text = { "file", "text", NULL };
	struct param wrong = { "line", "", &good };

	(void)state;
	assert_int_equal(read_params(fields, p, 3), RC_OK);
	assert_ptr_equal(in.v[F_FILE].file, &good);
	assert_true(in.v[F_FILE].given);
	assert_int_equal(in.v[F_FILES].n, 1);
	assert_ptr_equal(in.v[F_FILES].many[0].file, &good);
	p[0].file = &empty;
	p[2].file = &large;
	assert_int_equal(read_params(fields, p, 3), RC_OK);
	assert_int_equal(problem_of(&problems, "file"), PROBLEM_FILE_EMPTY);
	assert_int_equal(problem_of(&problems, "files"),
	    PROBLEM_FILE_TOO_LARGE);
	assert_null(in.v[F_FILE].file);
	assert_int_equal(read_params(fields, &text, 1), RC_INVALID);
	assert_int_equal(read_params(fields, &wrong, 1), RC_INVALID);
}

static int
set_up(void **state)
{
	(void)state;
	mem = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines),
		cmocka_unit_test(markup_and_secrets),
		cmocka_unit_test(numbers),
		cmocka_unit_test(others),
		cmocka_unit_test(nothing_sent),
		cmocka_unit_test(required),
		cmocka_unit_test(duplicates),
		cmocka_unit_test(many),
		cmocka_unit_test(files),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

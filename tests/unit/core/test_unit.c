/* test_unit.c - adding units, their codes and accounts. */
#include <string.h>

#include "core/unit_code.h"

#include "district.h"

static enum rc
add(struct district *d, const char *code, const char *name)
{
	struct unit u = { .code = code, .name = name, .kind = "town" };

	return unit_add(d->db, &d->operator, &u, "111111", &d->p, d->m);
}

static void
test_codes(void **state)
{
	static const char *const good[] = { "zfb", "ab", "tyj2", "a1",
	    "abcdefghijkl" };
	static const char *const bad[] = { "", "a", "abcdefghijklm", "1ab",
	    "Zfb", "z-b", "z b", "局", "z.b", "../x", "zfb\n" };

	(void)state;
	for (size_t k = 0; k < sizeof(good) / sizeof(good[0]); k++)
		assert_true(unit_code_good(good[k]));
	for (size_t k = 0; k < sizeof(bad) / sizeof(bad[0]); k++)
		assert_false(unit_code_good(bad[k]));
}

static void
test_add(void **state)
{
	struct district *d = *state;
	struct unit u = { .code = " Kdz ", .name = " 口东镇人民政府",
	    .short_name = "口东镇", .kind = "town", .supervising = true,
	    .phone = "022-1" }, got;
	struct users users;

	DEED(d, RC_OK, unit_add(d->db, &d->operator, &u, "111111", &d->p,
	    d->m));
	assert_int_equal(unit_by_code(d->db, "kdz", &got, d->m), RC_OK);
	assert_int_equal(got.id, u.id);
	assert_string_equal(got.name, "口东镇人民政府");
	assert_string_equal(got.kind, "town");
	assert_string_equal(got.phone, "022-1");
	assert_true(got.supervising);
	assert_true(got.enabled);
	assert_int_equal(user_list(d->db, u.id, &users, d->m), RC_OK);
	assert_int_equal(users.n, 3);
	assert_string_equal(users.v[0].login, "kdz001");
	assert_int_equal(users.v[0].role, ROLE_ADMIN);
	assert_string_equal(users.v[1].login, "kdz002");
	assert_int_equal(users.v[1].role, ROLE_ENTRY);
	assert_string_equal(users.v[2].login, "kdz003");
	assert_int_equal(users.v[2].role, ROLE_REVIEW);
	assert_true(users.v[2].initial);
	assert_true(users.v[2].enabled);
	assert_int_equal(unit_get(d->db, 4711, &got, d->m), RC_NOT_FOUND);
	assert_int_equal(unit_by_code(d->db, "KDZ", &got, d->m),
	    RC_NOT_FOUND);
}

static void
test_refused(void **state)
{
	struct district *d = *state;
	struct unit u = { .code = "cdj", .name = "丙局", .kind = "castle" };
	struct units all;

	DEED(d, RC_INVALID, add(d, "aaj", "丙局"));
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE_TAKEN);
	DEED(d, RC_INVALID, add(d, "AAJ", "丙局"));
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE_TAKEN);
	DEED(d, RC_INVALID, add(d, "1x", "丙局"));
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE_FORM);
	DEED(d, RC_INVALID, add(d, "cdj", "甲局"));
	assert_int_equal(problem_of(&d->p, "name"), PROBLEM_NAME_TAKEN);
	DEED(d, RC_INVALID, add(d, "cdj", " "));
	assert_int_equal(problem_of(&d->p, "name"), PROBLEM_MISSING);
	DEED(d, RC_INVALID, add(d, "cdj", "丙\n局"));
	assert_int_equal(problem_of(&d->p, "name"), PROBLEM_NOT_TEXT);
	DEED(d, RC_INVALID, unit_add(d->db, &d->operator, &u, "111111", &d->p,
	    d->m));
	assert_int_equal(problem_of(&d->p, "kind"), PROBLEM_NOT_CHOICE);
	/* a login of that name is in the way, whatever unit has it */
	DEED(d, RC_OK, db_run(d->db, "UPDATE account SET login = 'cdj002'"
	    " WHERE id = $1", V(d->review.user)));
	DEED(d, RC_INVALID, add(d, "cdj", "丙局"));
	assert_int_equal(problem_of(&d->p, "code"), PROBLEM_CODE_TAKEN);
	assert_int_equal(unit_list(d->db, &all, d->m), RC_OK);
	assert_int_equal(all.n, 2);
}

static void
test_order(void **state)
{
	static const char *const kinds[] =
	    { "zone", "town", "street", "department" };
	static const char *const want[] =
	    { "aaj", "bbj", "u3", "u2", "u1", "u0" };
	struct district *d = *state;
	struct units all;

	for (int k = 0; k < 4; k++) {
		struct unit u = { .code = arena_printf(d->m, "u%d", k),
		    .name = arena_printf(d->m, "单位%d", k),
		    .kind = kinds[k] };

		DEED(d, RC_OK, unit_add(d->db, &d->operator, &u, "111111",
		    &d->p, d->m));
	}
	assert_int_equal(unit_list(d->db, &all, d->m), RC_OK);
	assert_int_equal(all.n, 6);
	for (int k = 0; k < 6; k++)
		assert_string_equal(all.v[k].code, want[k]);
	assert_string_equal(all.v[5].short_name, "单位0");
}

static void
test_suggestions(void **state)
{
	struct district *d = *state;
	char *out[5];
	int n;

	assert_int_equal(unit_suggest_codes(d->db, "宝坻区教育局", out, 5, &n,
	    d->m), RC_OK);
	assert_int_equal(n, 5);
	assert_string_equal(out[0], "jyj");
	assert_string_equal(out[1], "bdqjyj");
	assert_string_equal(out[2], "jyj2");
	assert_int_equal(unit_suggest_codes(d->db, "天津市宝坻区霍各庄镇",
	    out, 2, &n, d->m), RC_OK);
	assert_int_equal(n, 2);
	assert_string_equal(out[0], "hgzz");
	DEED(d, RC_OK, add(d, "hgzz", "霍各庄镇"));
	assert_int_equal(unit_suggest_codes(d->db, "郝各庄镇", out, 2, &n,
	    d->m), RC_OK);
	assert_string_equal(out[0], "hgzz2");
	for (int k = 0; k < n; k++)
		assert_true(unit_code_good(out[k]));
	assert_int_equal(unit_suggest_codes(d->db, "", out, 5, &n, d->m),
	    RC_OK);
	assert_int_equal(n, 0);
	assert_int_equal(unit_suggest_codes(d->db, "宝坻区", out, 5, &n,
	    d->m), RC_OK);
	assert_int_equal(unit_suggest_codes(d->db, "一二三四五六七八九十"
	    "一二三四五六七八九十", out, 5, &n, d->m), RC_OK);
	for (int k = 0; k < n; k++)
		assert_true(unit_code_good(out[k]));
	assert_true(n > 0);
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_codes), T(test_add), T(test_refused),
		T(test_order), T(test_suggestions),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

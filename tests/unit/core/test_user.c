/* test_user.c - login, locking, passwords, and what 001 may do. */
#include <string.h>

#include "core/audit.h"
#include "core/session.h"

#include "district.h"

#define GOOD "Sunny-Day-7"

static enum rc
login(struct district *d, const char *name, const char *password,
    const char *address)
{
	struct user u = { 0 };
	enum rc rc;

	assert_int_equal(db_begin(d->db), RC_OK);
	d->p = (struct problems){ 0 };
	rc = user_login(d->db, &d->conf, name, password, address, &u, &d->p,
	    d->m);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	return rc;
}

#define EXPECT_PROBLEM(d, what) \
	assert_int_equal(problem_of(&(d)->p, "login"), what)

static void
set_password(struct district *d, const struct actor *who, const char *old,
    const char *new_)
{
	DEED(d, RC_OK, user_change_password(d->db, who, old, new_, new_,
	    &d->p, d->m));
}

static void
test_login(void **state)
{
	struct district *d = *state;
	struct user u;

	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_OK);
	assert_int_equal(login(d, " AAJ002 ", "111111", "a"), RC_OK);
	assert_int_equal(user_get(d->db, d->entry.user, &u, d->m), RC_OK);
	assert_true(u.initial);
	assert_int_equal(u.role, ROLE_ENTRY);
	assert_string_equal(u.unit_short, "甲局");
	assert_string_equal(u.last_login, "2026-06-15T02:00:00Z");
	/* one answer to everything that is wrong */
	assert_int_equal(login(d, "aaj002", "111112", "a"), RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOGIN);
	assert_int_equal(login(d, "nobody", "111111", "a"), RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOGIN);
	assert_int_equal(login(d, "", "", "a"), RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOGIN);
	assert_int_equal(login(d, "aaj002' OR '1'='1", "111111", "a"),
	    RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOGIN);
	assert_int_equal(d->p.n, 1);
}

static void
test_login_is_audited(void **state)
{
	struct district *d = *state;
	struct audit_entries e;

	login(d, "aaj002", "111111", "198.51.100.7");
	login(d, "aaj002", "hunter2", "198.51.100.7");
	login(d, "Typed-My-Passw0rd-Here", "x", "198.51.100.7");
	assert_int_equal(audit_page(d->db, d->entry.unit, 0, 10, &e, d->m),
	    RC_OK);
	assert_int_equal(e.n, 2);
	assert_string_equal(e.v[0].action, "login_failed");
	assert_string_equal(e.v[0].address, "198.51.100.7");
	assert_string_equal(e.v[1].action, "login");
	assert_int_equal(COUNT(d, "SELECT id FROM audit WHERE detail LIKE $1"
	    " OR detail LIKE $2 OR login LIKE $2", V("%hunter2%"),
	    V("%assw0rd%")), 0);
}

static void
test_account_locks(void **state)
{
	struct district *d = *state;
	struct user u;

	for (int k = 0; k < 4; k++)
		assert_int_equal(login(d, "aaj002", "x", "a"), RC_INVALID);
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_OK);
	/* success forgives the earlier ones */
	for (int k = 0; k < 5; k++) {
		assert_int_equal(login(d, "aaj002", "x", "a"), RC_INVALID);
		EXPECT_PROBLEM(d, PROBLEM_LOGIN);
	}
	assert_int_equal(login(d, "aaj002", "111111", "b"), RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOCKED);
	assert_int_equal(user_get(d->db, d->entry.user, &u, d->m), RC_OK);
	assert_true(u.locked);
	assert_int_equal(login(d, "aaj003", "111111", "b"), RC_OK);
	clock_travel(TEST_NOW + 899);
	assert_int_equal(login(d, "aaj002", "111111", "b"), RC_INVALID);
	clock_travel(TEST_NOW + 900);
	assert_int_equal(login(d, "aaj002", "111111", "b"), RC_OK);
	assert_int_equal(COUNT(d, "SELECT id FROM audit WHERE action = $1",
	    V("lock")), 1);
}

static void
test_address_slows(void **state)
{
	struct district *d = *state;

	for (int k = 0; k < 20; k++)
		assert_int_equal(login(d, "nobody", "x",
		    "2001:db8:1:2::17"), RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOGIN);
	/* the neighbour in the same /64 is the same visitor */
	assert_int_equal(login(d, "aaj002", "111111", "2001:db8:1:2::99"),
	    RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOCKED);
	assert_int_equal(login(d, "aaj002", "111111", "2001:db8:1:3::99"),
	    RC_OK);
	assert_int_equal(login(d, "aaj002", "111111", "192.0.2.9"), RC_OK);
	clock_travel(TEST_NOW + 15 * 60);
	assert_int_equal(login(d, "aaj002", "111111", "2001:db8:1:2::99"),
	    RC_OK);
}

static void
test_disabled(void **state)
{
	struct district *d = *state;

	DEED(d, RC_OK, user_set_enabled(d->db, &d->admin, d->entry.user,
	    false, d->m));
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOGIN);
	DEED(d, RC_OK, user_set_enabled(d->db, &d->admin, d->entry.user, true,
	    d->m));
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_OK);
	DEED(d, RC_OK, db_run(d->db, "UPDATE unit SET enabled = 0"
	    " WHERE id = $1", V(d->entry.unit)));
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOGIN);
}

static void
test_initial_password_ages(void **state)
{
	struct district *d = *state;
	char *shown;

	clock_travel(TEST_NOW + 7 * 86400);
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_OK);
	clock_travel(TEST_NOW + 7 * 86400 + 1);
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_INVALID);
	EXPECT_PROBLEM(d, PROBLEM_LOGIN);
	DEED(d, RC_OK, user_reset_password(d->db, &d->conf, &d->admin,
	    d->entry.user, &shown, d->m));
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_OK);
	/* one's own does not */
	set_password(d, &d->entry, "111111", GOOD);
	clock_travel(TEST_NOW + 100 * 86400);
	assert_int_equal(login(d, "aaj002", GOOD, "a"), RC_OK);
}

static void
test_password_rules(void **state)
{
	static const struct { const char *password; enum problem what; } t[] = {
		{ "111111", PROBLEM_PASSWORD_INITIAL },
		{ "", PROBLEM_PASSWORD_SHORT },
		{ "Abc-123", PROBLEM_PASSWORD_SHORT },
		{ "Zfb12345002", PROBLEM_PASSWORD_IS_LOGIN },
		{ "abcdefgh", PROBLEM_PASSWORD_CLASSES },
		{ "abcdefg1", PROBLEM_PASSWORD_CLASSES },
		{ "12345678", PROBLEM_PASSWORD_CLASSES },
		{ "P@ssw0rd", PROBLEM_PASSWORD_COMMON },
		{ "aBC12345", PROBLEM_PASSWORD_COMMON },
		{ "Admin@123", PROBLEM_PASSWORD_COMMON },
		{ "Abcdefg1", PROBLEM_NONE },
		{ "abcdef-1", PROBLEM_NONE },
		{ "公开公开公开Aa", PROBLEM_NONE },
		{ "公开公开aA1", PROBLEM_PASSWORD_SHORT },
		{ GOOD, PROBLEM_NONE },
	};
	char longest[130];

	(void)state;
	for (size_t k = 0; k < sizeof(t) / sizeof(t[0]); k++)
		assert_int_equal(user_password_problem("zfb12345002",
		    t[k].password), t[k].what);
	memset(longest, 'a', 129);
	memcpy(longest, "A1", 2);
	longest[129] = '\0';
	assert_int_equal(user_password_problem("zfb002", longest),
	    PROBLEM_PASSWORD_LONG);
	longest[128] = '\0';
	assert_int_equal(user_password_problem("zfb002", longest),
	    PROBLEM_NONE);
}

static enum rc
change(struct district *d, const char *old, const char *new_,
    const char *again)
{
	return user_change_password(d->db, &d->entry, old, new_, again, &d->p,
	    d->m);
}

static void
test_change_password(void **state)
{
	struct district *d = *state;
	struct user u;
	char *token;
	bool stale;

	DEED(d, RC_OK, session_open(d->db, d->entry.user, "a", "b", &token,
	    d->m));
	DEED(d, RC_INVALID, change(d, "wrong", GOOD, GOOD));
	assert_int_equal(problem_of(&d->p, "old"), PROBLEM_PASSWORD_WRONG);
	DEED(d, RC_INVALID, change(d, "111111", "111111", "111111"));
	assert_int_equal(problem_of(&d->p, "new"), PROBLEM_PASSWORD_INITIAL);
	DEED(d, RC_INVALID, change(d, "111111", GOOD, GOOD "x"));
	assert_int_equal(problem_of(&d->p, "again"),
	    PROBLEM_PASSWORD_DIFFERS);
	DEED(d, RC_INVALID, change(d, "111111", "Bad\xff-1234", "x"));
	assert_int_equal(problem_of(&d->p, "new"), PROBLEM_NOT_TEXT);
	assert_int_equal(session_find(d->db, &d->conf, token, &u, &stale,
	    d->m), RC_OK);
	DEED(d, RC_OK, change(d, "111111", GOOD, GOOD));
	assert_int_equal(session_find(d->db, &d->conf, token, &u, &stale,
	    d->m), RC_NOT_FOUND);
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_INVALID);
	assert_int_equal(login(d, "aaj002", GOOD, "a"), RC_OK);
	assert_int_equal(user_get(d->db, d->entry.user, &u, d->m), RC_OK);
	assert_false(u.initial);
	DEED(d, RC_INVALID, change(d, GOOD, GOOD, GOOD));
	assert_int_equal(problem_of(&d->p, "new"), PROBLEM_PASSWORD_SAME);
	/* the password of another account is untouched */
	assert_int_equal(login(d, "aaj003", "111111", "a"), RC_OK);
}

static void
test_management_is_of_own_unit(void **state)
{
	struct district *d = *state;
	const struct { const struct actor *who; int64_t id; enum rc want; } t[]
	    = {
		{ &d->admin, d->entry.user, RC_OK },
		{ &d->admin, d->review.user, RC_OK },
		{ &d->admin, d->admin.user, RC_NOT_FOUND },
		{ &d->admin, d->entry_b.user, RC_NOT_FOUND },
		{ &d->admin, 4711, RC_NOT_FOUND },
		{ &d->admin_b, d->entry.user, RC_NOT_FOUND },
		{ &d->entry, d->review.user, RC_DENIED },
		{ &d->review, d->entry.user, RC_DENIED },
	};
	char *shown;

	for (size_t k = 0; k < sizeof(t) / sizeof(t[0]); k++) {
		DEED(d, t[k].want, user_reset_password(d->db, &d->conf,
		    t[k].who, t[k].id, &shown, d->m));
		DEED(d, t[k].want, user_set_enabled(d->db, t[k].who, t[k].id,
		    false, d->m));
		DEED(d, t[k].want, user_set_person(d->db, t[k].who, t[k].id,
		    "李明", "29241012", d->m));
	}
}

static void
test_reset(void **state)
{
	struct district *d = *state;
	struct user u;
	char *shown, *token;
	bool stale;

	set_password(d, &d->entry, "111111", GOOD);
	for (int k = 0; k < 5; k++)
		login(d, "aaj002", "x", "a");
	DEED(d, RC_OK, session_open(d->db, d->entry.user, "a", "b", &token,
	    d->m));
	DEED(d, RC_OK, user_reset_password(d->db, &d->conf, &d->admin,
	    d->entry.user, &shown, d->m));
	assert_string_equal(shown, "111111");
	assert_int_equal(session_find(d->db, &d->conf, token, &u, &stale,
	    d->m), RC_NOT_FOUND);
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_OK);
	d->conf.random_initial = true;
	DEED(d, RC_OK, user_reset_password(d->db, &d->conf, &d->admin,
	    d->entry.user, &shown, d->m));
	assert_string_not_equal(shown, "111111");
	assert_int_equal(user_password_problem("aaj002", shown),
	    PROBLEM_NONE);
	assert_int_equal(login(d, "aaj002", "111111", "a"), RC_INVALID);
	assert_int_equal(login(d, "aaj002", shown, "a"), RC_OK);
	assert_int_equal(user_get(d->db, d->entry.user, &u, d->m), RC_OK);
	assert_true(u.initial);
	DEED(d, RC_OK, user_operator_reset(d->db, &d->conf, "AAJ001", &shown,
	    d->m));
	assert_int_equal(login(d, "aaj001", shown, "a"), RC_OK);
	DEED(d, RC_NOT_FOUND, user_operator_reset(d->db, &d->conf, "zzz001",
	    &shown, d->m));
	assert_int_equal(COUNT(d, "SELECT id FROM audit WHERE detail LIKE $1",
	    V(shown)), 0);
}

static void
test_person(void **state)
{
	struct district *d = *state;
	struct users users;
	char name[4 * 32] = "";

	DEED(d, RC_OK, user_set_person(d->db, &d->admin, d->entry.user,
	    "  李明 ", "022-29241012", d->m));
	assert_int_equal(user_list(d->db, d->entry.unit, &users, d->m),
	    RC_OK);
	assert_int_equal(users.n, 3);
	assert_string_equal(users.v[0].login, "aaj001");
	assert_string_equal(users.v[1].name, "李明");
	for (int k = 0; k < 31; k++)
		strcat(name, "长");
	DEED(d, RC_INVALID, user_set_person(d->db, &d->admin, d->entry.user,
	    name, "", d->m));
	DEED(d, RC_INVALID, user_set_person(d->db, &d->admin, d->entry.user,
	    "a\nb", "", d->m));
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_login), T(test_login_is_audited),
		T(test_account_locks), T(test_address_slows),
		T(test_disabled), T(test_initial_password_ages),
		cmocka_unit_test(test_password_rules),
		T(test_change_password), T(test_management_is_of_own_unit),
		T(test_reset), T(test_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

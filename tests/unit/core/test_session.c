/* test_session.c - how long a login lives and what ends it. */
#include <string.h>

#include "base/secret.h"
#include "core/session.h"

#include "district.h"

static char *
open_one(struct district *d)
{
	char *token = NULL;

	DEED(d, RC_OK, session_open(d->db, d->entry.user, "192.0.2.1",
	    "Mozilla/5.0", &token, d->m));
	assert_int_equal(strlen(token), SECRET_TOKEN_LEN);
	return token;
}

static enum rc
find(struct district *d, const char *token, bool *stale)
{
	struct user u = { 0 };
	enum rc rc = session_find(d->db, &d->conf, token, &u, stale, d->m);

	if (rc == RC_OK)
		assert_string_equal(u.login, "aaj002");
	return rc;
}

static void
test_find(void **state)
{
	struct district *d = *state;
	char *token = open_one(d), *other = open_one(d);
	bool stale;

	assert_string_not_equal(token, other);
	assert_int_equal(find(d, token, &stale), RC_OK);
	assert_false(stale);
	assert_int_equal(find(d, NULL, &stale), RC_NOT_FOUND);
	assert_int_equal(find(d, "", &stale), RC_NOT_FOUND);
	assert_int_equal(find(d, "x' OR '1'='1", &stale), RC_NOT_FOUND);
	token[0] ^= 1;
	assert_int_equal(find(d, token, &stale), RC_NOT_FOUND);
	token[0] ^= 1;
	/* a stolen database opens nothing */
	assert_int_equal(COUNT(d, "SELECT seen FROM session"
	    " WHERE token_hash = $1", V(token)), 0);
	DEED(d, RC_OK, session_close(d->db, token, d->m));
	assert_int_equal(find(d, token, &stale), RC_NOT_FOUND);
	assert_int_equal(find(d, other, &stale), RC_OK);
	DEED(d, RC_OK, session_close_all(d->db, d->entry.user));
	assert_int_equal(find(d, other, &stale), RC_NOT_FOUND);
}

static void
test_idle(void **state)
{
	struct district *d = *state;
	char *token = open_one(d);
	bool stale;

	clock_travel(TEST_NOW + 59);
	assert_int_equal(find(d, token, &stale), RC_OK);
	assert_false(stale);
	clock_travel(TEST_NOW + 60);
	assert_int_equal(find(d, token, &stale), RC_OK);
	assert_true(stale);
	clock_travel(TEST_NOW + 1800);
	assert_int_equal(find(d, token, &stale), RC_OK);
	clock_travel(TEST_NOW + 1801);
	assert_int_equal(find(d, token, &stale), RC_NOT_FOUND);
}

static void
test_age(void **state)
{
	struct district *d = *state;
	char *token = open_one(d);
	bool stale;

	for (int t = 1000; t <= 28800; t += 1000) {
		clock_travel(TEST_NOW + t);
		assert_int_equal(find(d, token, &stale), RC_OK);
		DEED(d, RC_OK, session_touch(d->db, token, d->m));
		assert_int_equal(find(d, token, &stale), RC_OK);
		assert_false(stale);
	}
	clock_travel(TEST_NOW + 28801);
	assert_int_equal(find(d, token, &stale), RC_NOT_FOUND);
}

static void
test_disabled(void **state)
{
	struct district *d = *state;
	char *token = open_one(d);
	bool stale;

	DEED(d, RC_OK, db_run(d->db, "UPDATE unit SET enabled = 0"
	    " WHERE id = $1", V(d->entry.unit)));
	assert_int_equal(find(d, token, &stale), RC_NOT_FOUND);
	DEED(d, RC_OK, db_run(d->db, "UPDATE unit SET enabled = 1"
	    " WHERE id = $1", V(d->entry.unit)));
	assert_int_equal(find(d, token, &stale), RC_OK);
	DEED(d, RC_OK, user_set_enabled(d->db, &d->admin, d->entry.user,
	    false, d->m));
	assert_int_equal(find(d, token, &stale), RC_NOT_FOUND);
	/* being enabled again does not bring the old login back */
	DEED(d, RC_OK, user_set_enabled(d->db, &d->admin, d->entry.user, true,
	    d->m));
	assert_int_equal(find(d, token, &stale), RC_NOT_FOUND);
}

static void
test_bounded_and_swept(void **state)
{
	struct district *d = *state;
	char *last = NULL;
	bool stale;

	for (int k = 0; k < 30; k++) {
		clock_travel(TEST_NOW + k);
		last = open_one(d);
	}
	assert_int_equal(COUNT(d, "SELECT seen FROM session WHERE seen > $1",
	    V("")), 10);
	assert_int_equal(find(d, last, &stale), RC_OK);
	clock_travel(TEST_NOW + 1825);
	DEED(d, RC_OK, session_sweep(d->db, &d->conf, d->m));
	assert_int_equal(COUNT(d, "SELECT seen FROM session WHERE seen > $1",
	    V("")), 5);
	assert_int_equal(find(d, last, &stale), RC_OK);
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_find), T(test_idle), T(test_age), T(test_disabled),
		T(test_bounded_and_swept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

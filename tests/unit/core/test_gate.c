/* test_gate.c - buckets that empty by themselves, proofs that count once. */
#include "base/clock.h"
#include "base/secret.h"
#include "core/gate.h"

#include "district.h"

static const struct gate three = { "three", 3, 60 };

static int
setup(void **state)
{
	struct district *d;
	const char *key;

	if (district_setup(state) != 0)
		return -1;
	d = *state;
	key = arena_printf(d->m, "%s/secret.key", d->dir);
	if (secret_create(key) != RC_OK)
		return -1;
	secret_load(key);
	return 0;
}

static bool
pass(struct district *d, const struct gate *g, const char *address)
{
	bool open = false;

	DEED(d, RC_OK, gate_pass(d->db, g, address, &open, d->m));
	return open;
}

static void
test_bucket(void **state)
{
	struct district *d = *state;
	int k;

	for (k = 0; k < 3; k++)
		assert_true(pass(d, &three, "192.0.2.1"));
	for (k = 0; k < 50; k++)
		assert_false(pass(d, &three, "192.0.2.1"));
	assert_true(pass(d, &three, "192.0.2.2"));
	assert_true(pass(d, &three, ""));
	/* fifty refusals later it is still one a minute */
	clock_travel(TEST_NOW + 59);
	assert_false(pass(d, &three, "192.0.2.1"));
	clock_travel(TEST_NOW + 60);
	assert_true(pass(d, &three, "192.0.2.1"));
	assert_false(pass(d, &three, "192.0.2.1"));
	clock_travel(TEST_NOW + 86400);
	for (k = 0; k < 3; k++)
		assert_true(pass(d, &three, "192.0.2.1"));
	assert_false(pass(d, &three, "192.0.2.1"));
	/* what is empty leaves no row, and no row names an address */
	assert_int_equal(COUNT(d, "SELECT key FROM gate_bucket WHERE 1 = $1",
	    V(1)), 1);
	assert_int_equal(COUNT(d, "SELECT key FROM gate_bucket"
	    " WHERE key LIKE $1", V("%192.0.2%")), 0);
}

static void
test_household(void **state)
{
	struct district *d = *state;

	assert_true(pass(d, &three, "2001:db8:1:2::1"));
	assert_true(pass(d, &three, "2001:db8:1:2::2"));
	assert_true(pass(d, &three, "2001:db8:1:2:ffff::"));
	assert_false(pass(d, &three, "2001:db8:1:2::4"));
	assert_true(pass(d, &three, "2001:db8:1:3::4"));
}

static void
test_spend(void **state)
{
	struct district *d = *state;

	DEED(d, RC_OK, gate_spend(d->db, "proof", TEST_NOW + 100, d->m));
	DEED(d, RC_CONFLICT, gate_spend(d->db, "proof", TEST_NOW + 100, d->m));
	DEED(d, RC_OK, gate_spend(d->db, "other", TEST_NOW + 100, d->m));
	clock_travel(TEST_NOW + 101);
	DEED(d, RC_OK, gate_spend(d->db, "third", TEST_NOW + 300, d->m));
	assert_int_equal(COUNT(d, "SELECT signature FROM gate_spent"
	    " WHERE 1 = $1", V(1)), 1);
}

/* RFC 7914, section 11: the first 32 bytes. */
static void
test_stretch(void **state)
{
	struct district *d = *state;

	assert_string_equal(secret_stretch(d->m, "passwd", 6, "salt", 4, 1),
	    "55ac046e56e3089fec1691c22544b605"
	    "f94185216dde0465e68b9d57c20dacbc");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_bucket, setup,
		    district_teardown),
		cmocka_unit_test_setup_teardown(test_household, setup,
		    district_teardown),
		cmocka_unit_test_setup_teardown(test_spend, setup,
		    district_teardown),
		cmocka_unit_test_setup_teardown(test_stretch, setup,
		    district_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * test_merkle.c - the tree against the plain definition of RFC 9162: every
 * size up to 70, every leaf, every pair of sizes, and proofs that lie.
 */
#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "core/merkle.h"

#include "district.h"

#define MOST 70

static char *leaves[MOST];

/* MTH as it is defined, over all leaves of the range. */
static char *
plain(int from, int n, struct arena *m)
{
	int k = 1;

	if (n == 0)
		return secret_sha256(m, "", 0);
	if (n == 1)
		return leaves[from];
	while (k * 2 < n)
		k *= 2;
	return merkle_node(m, plain(from, k, m), plain(from + k, n - k, m));
}

static int asked;

static enum rc
get(void *arg, int level, int64_t position, char **hash, struct arena *m)
{
	(void)arg;
	asked++;
	*hash = plain((int)(position << level), 1 << level, m);
	return RC_OK;
}

static const struct merkle tree = { NULL, get };

static int
set_up(void **state)
{
	struct arena *m = arena_new();

	secret_init();
	for (int k = 0; k < MOST; k++)
		leaves[k] = merkle_leaf(m, arena_printf(m, "line %d", k));
	*state = m;
	return 0;
}

static int
tear_down(void **state)
{
	arena_free(*state);
	return 0;
}

/* Known answers: the test vectors of certificate transparency. */
static void
test_known(void **state)
{
	struct arena *m = *state;

	assert_string_equal(merkle_leaf(m, ""), "6e340b9cffb37a989ca544e6bb78"
	    "0a2c78901d3fb33738768511a30617afa01d");
	assert_string_equal(plain(0, 0, m), "e3b0c44298fc1c149afbf4c8996fb924"
	    "27ae41e4649b934ca495991b7852b855");
	assert_string_equal(merkle_node(m, merkle_leaf(m, ""),
	    merkle_leaf(m, "L123456")), merkle_node(m, "6e340b9cffb37a989ca544"
	    "e6bb780a2c78901d3fb33738768511a30617afa01d",
	    "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56"));
}

static void
test_inclusion(void **state)
{
	struct merkle_path p;
	char *root;

	for (int n = 1; n <= MOST; n++) {
		struct arena *m = arena_new();

		assert_int_equal(merkle_root(&tree, n, &root, m), RC_OK);
		assert_string_equal(root, plain(0, n, m));
		for (int k = 0; k < n; k++) {
			assert_int_equal(merkle_inclusion(&tree, k, n, &p, m),
			    RC_OK);
			assert_true(p.n <= 7);
			assert_true(merkle_included(leaves[k], k, n, root, &p,
			    m));
			assert_false(merkle_included(leaves[(k + 1) % MOST], k,
			    n, root, &p, m));
			if (n > 1)
				assert_false(merkle_included(leaves[k],
				    (k + 1) % n, n, root, &p, m));
		}
		arena_free(m);
	}
	assert_int_equal(merkle_inclusion(&tree, 5, 5, &p, *state),
	    RC_NOT_FOUND);
	assert_int_equal(merkle_inclusion(&tree, -1, 5, &p, *state),
	    RC_NOT_FOUND);
}

static void
test_consistency(void **state)
{
	struct merkle_path p;

	for (int n = 1; n <= MOST; n++) {
		struct arena *m = arena_new();
		char *root = plain(0, n, m);

		for (int k = 1; k <= n; k++) {
			char *old = plain(0, k, m);

			assert_int_equal(merkle_consistency(&tree, k, n, &p,
			    m), RC_OK);
			assert_true(merkle_consistent(k, old, n, root, &p, m));
			assert_false(merkle_consistent(k, leaves[MOST - 1], n,
			    root, &p, m));
			assert_false(merkle_consistent(k, old, n,
			    leaves[MOST - 1], &p, m));
			if (p.n > 0) {
				p.v[p.n - 1] = leaves[0];
				assert_false(merkle_consistent(k, old, n,
				    root, &p, m) && k > 2);
			}
		}
		arena_free(m);
	}
	assert_int_equal(merkle_consistency(&tree, 0, 5, &p, *state),
	    RC_NOT_FOUND);
	assert_int_equal(merkle_consistency(&tree, 6, 5, &p, *state),
	    RC_NOT_FOUND);
}

/* No more subtrees are read than the tree is high, twice over. */
static void
test_short(void **state)
{
	struct merkle_path p;

	asked = 0;
	assert_int_equal(merkle_inclusion(&tree, 3, MOST, &p, *state), RC_OK);
	assert_true(asked <= 14);
	asked = 0;
	assert_int_equal(merkle_consistency(&tree, 37, MOST, &p, *state),
	    RC_OK);
	assert_true(asked <= 14);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_inclusion),
		cmocka_unit_test(test_consistency),
		cmocka_unit_test(test_short),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

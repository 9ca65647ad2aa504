/* test_category.c - the tree and the flat lists. */
#include <string.h>

#include "core/category.h"

#include "district.h"

static enum rc
add(struct district *d, int64_t parent, const char *code, const char *name,
    int64_t *id)
{
	struct category c = { .parent = parent, .code = code, .name = name };
	enum rc rc = category_add(d->db, &c, d->m);

	if (id)
		*id = c.id;
	return rc;
}

static void
test_tree(void **state)
{
	/* added after report, but read below its own parent */
	static const char *const want[] = { "open", "a20-1", "a20-2", "late",
	    "later", "report" };
	static const int depth[] = { 0, 1, 1, 1, 2, 0 };
	struct district *d = *state;
	struct categories all;
	int64_t late;

	DEED(d, RC_OK, add(d, d->top, "late", "后加的", &late));
	DEED(d, RC_OK, add(d, late, "later", "更后", NULL));
	assert_int_equal(category_list(d->db, &all, d->m), RC_OK);
	assert_int_equal(all.n, 6);
	for (int k = 0; k < 6; k++) {
		assert_string_equal(all.v[k].code, want[k]);
		assert_int_equal(all.v[k].depth, depth[k]);
		assert_int_equal(all.v[k].leaf, strcmp(want[k], "open") != 0 &&
		    strcmp(want[k], "late") != 0);
	}
}

static void
test_get(void **state)
{
	struct district *d = *state;
	struct category c;

	assert_int_equal(category_get(d->db, d->leaf[0], &c, d->m), RC_OK);
	assert_string_equal(c.code, "a20-1");
	assert_int_equal(c.parent, d->top);
	assert_true(c.leaf);
	assert_int_equal(category_by_code(d->db, "open", &c, d->m), RC_OK);
	assert_int_equal(c.id, d->top);
	assert_int_equal(c.parent, 0);
	assert_false(c.leaf);
	assert_int_equal(category_get(d->db, 0, &c, d->m), RC_NOT_FOUND);
	assert_int_equal(category_by_code(d->db, "none", &c, d->m),
	    RC_NOT_FOUND);
}

static void
test_refused(void **state)
{
	struct district *d = *state;
	int64_t id = d->leaf[0];

	DEED(d, RC_INVALID, add(d, 0, "", "名", NULL));
	DEED(d, RC_INVALID, add(d, 0, "A20", "名", NULL));
	DEED(d, RC_INVALID, add(d, 0, "a/b", "名", NULL));
	DEED(d, RC_INVALID, add(d, 0, "x", "", NULL));
	DEED(d, RC_INVALID, add(d, 0, "x", "a\nb", NULL));
	DEED(d, RC_INVALID, add(d, 4711, "x", "名", NULL));
	DEED(d, RC_CONFLICT, add(d, 0, "open", "名", NULL));
	DEED(d, RC_OK, add(d, id, "d2", "名", &id));
	DEED(d, RC_OK, add(d, id, "d3", "名", &id));
	DEED(d, RC_INVALID, add(d, id, "d4", "名", NULL));
}

static void
test_vocabulary(void **state)
{
	struct district *d = *state;
	struct vocabulary v;
	int64_t id;

	assert_int_equal(vocabulary_list(d->db, "theme", &v, d->m), RC_OK);
	assert_int_equal(v.n, 2);
	assert_string_equal(v.v[0].name, "综合政务");
	assert_int_equal(v.v[1].id, d->theme[1]);
	assert_int_equal(vocabulary_list(d->db, "none", &v, d->m), RC_OK);
	assert_int_equal(v.n, 0);
	DEED(d, RC_CONFLICT, vocabulary_add(d->db, "theme", "其他", &id));
	DEED(d, RC_OK, vocabulary_add(d->db, "kind", "其他", &id));
	DEED(d, RC_INVALID, vocabulary_add(d->db, "color", "红", &id));
	DEED(d, RC_INVALID, vocabulary_add(d->db, "kind", "", &id));
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_tree), T(test_get), T(test_refused),
		T(test_vocabulary),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * test_plans.c - every query of the public pages and of the long lists goes
 * through an index: the sources are compiled here with each query explained
 * before it runs.
 */
#include <stdio.h>
#include <string.h>

#include "store/db.h"

static struct arena *plans;
static int explained;

/* Steps that may read a whole table: small ones, and the full-text index. */
static bool
may_scan(const char *step)
{
	static const char *const small[] = { "SCAN below", "SCAN b",
	    "SCAN CONSTANT ROW", "SCAN search VIRTUAL TABLE" };

	for (size_t k = 0; k < sizeof(small) / sizeof(small[0]); k++)
		if (strncmp(step, small[k], strlen(small[k])) == 0 &&
		    strchr(" \n", step[strlen(small[k])]) != NULL)
			return true;
	return false;
}

static void expect_indexes(const char *plan, const char *sql);

static struct rows
explained_query(struct db *db, const char *sql, const char *file, int line,
    int n, const struct val *v)
{
	expect_indexes(db_explain_(db, plans, sql, n, v), sql);
	return db_query_(db, sql, file, line, n, v);
}

static enum rc
explained_number(struct db *db, int64_t *out, const char *sql,
    const char *file, int line, int n, const struct val *v)
{
	expect_indexes(db_explain_(db, plans, sql, n, v), sql);
	return db_number_(db, out, sql, file, line, n, v);
}

#define db_query_ explained_query
#define db_number_ explained_number
#include "core/publication.c"
#include "core/publication_drive.c"
#include "core/publication_list.c"
#undef LIST_MAX
#undef ROW
#undef KEY
#include "core/publication_count.c"
#include "core/publication_search.c"
#include "core/document_list.c"
#include "core/document_walk.c"
#include "core/document_likely.c"
#undef db_query_
#undef db_number_

#include "district.h"

static int
sorts(const char *plan)
{
	int n = 0;

	for (; (plan = strstr(plan, "FOR ORDER BY")) != NULL; plan++)
		n++;
	return n;
}

static void
expect_indexes(const char *plan, const char *sql)
{
	const char *step = plan;

	explained++;
	while ((step = strstr(step, "SCAN ")) != NULL) {
		if (!may_scan(step))
			fail_msg("%s\n%s", sql, plan);
		step++;
	}
	/* pages of a list come in the order of their index, but for small sets
	 * in another order; a document's first category is found by sorting
	 * its few */
	if (strstr(sql, "public_listing") || strstr(sql, "d.modified DESC"))
		if (sorts(plan) > (strstr(sql, "x.revision_id") ||
		    strstr(sql, "CASE WHEN $12") ? 1 : 0))
			fail_msg("%s\n%s", sql, plan);
	/* and of their index alone, with nothing read beside it but the rows
	 * that are shown */
	if (strstr(sql, "public_listing") && !strstr(sql, "CASE WHEN $12"))
		if (strstr(plan, "USING INDEX") || strstr(plan, "SCAN"))
			fail_msg("%s\n%s", sql, plan);
}

static void
test_public_pages(void **state)
{
	struct district *d = *state;
	struct publication_filter f = { .max = 3 };
	struct publication_versions versions;
	struct publication_counts counts;
	struct publication_tally tally;
	struct publication_hits hits;
	struct publications list;
	struct publication p;
	struct upload u;
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_PUBLISHED);
	for (int k = 0; k < 128 * 3; k++) {
		f.unit = k & 1 ? d->entry.unit : 0;
		f.theme = k & 2 ? d->theme[0] : 0;
		f.year = k & 4 ? 2026 : 0;
		f.before = k & 8 ? INT64_C(1) << 62 : 0;
		f.kind = k & 16 ? d->kind : 0;
		f.month = k & 32 ? 5 : 0;
		f.validity = k & 64 ? 1 : 0;
		f.order = k / 128;
		publication_list(d->db, &f, &list, d->m);
		assert_int_equal(list.n, 1);
		assert_int_equal(publication_tally(d->db, &f, &tally, d->m),
		    RC_OK);
		assert_int_equal(tally.total, 1);
		for (int by = BY_CATEGORY; by < BY__MAX; by++)
			publication_count(d->db, by, &f, &counts, d->m);
	}
	assert_int_equal(publication_get(d->db, "aaj", "2026-00001", &p,
	    d->m), RC_OK);
	publication_get(d->db, "aaj", "2026-00002", &p, d->m);
	publication_versions(d->db, id, &versions, d->m);
	publication_version_get(d->db, id, 1, &p, d->m);
	publication_file(d->db, id, d->attachment, &u, d->m);
	publication_image(d->db, "x", &u, d->m);
	publication_search(d->db, "宝坻政办发〔2026〕12号", 0, 10, &hits, d->m);
	assert_int_equal(hits.n, 1);
	publication_search(d->db, "正文", 0, 10, &hits, d->m);
	assert_int_equal(hits.n, 1);
	assert_true(explained > 120);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* Rows come one by one after the walk that found them. */
static int
office_list(struct district *d, const struct document_filter *f)
{
	struct document_rows rows;

	assert_int_equal(document_list(d->db, f, &rows, d->m), RC_OK);
	return 1 + rows.n;
}

static void
test_office_lists(void **state)
{
	struct district *d = *state;
	struct document_filter f = { .unit = d->entry.unit, .max = 20 };
	int64_t counts[STATE__MAX], returned;
	int asked;

	explained = 0;
	asked = office_list(d, &f);
	f.states[0] = STATE_DRAFT;
	asked += office_list(d, &f);
	f.states[1] = STATE_SUBMITTED;
	f.q = f.text = f.summary = f.by = f.doc_no = f.index_no = "x";
	f.category = d->top;
	f.kind = f.theme = 1;
	f.openness = "active";
	f.from = f.to = f.published_from = f.published_to = "2026-01-01";
	asked += office_list(d, &f);
	for (int k = 0; k < LIST__MAX; k++) {
		f.order = (enum document_order)k;
		f.states[1] = STATE_SUBMITTED;
		asked += office_list(d, &f);
		f.states[1] = STATE_NONE;
		asked += office_list(d, &f);
	}
	document_counts(d->db, f.unit, counts, &returned);
	assert_int_equal(explained, 9 + asked);
}

static int
setup(void **state)
{
	plans = arena_new();
	return district_setup(state);
}

static int
teardown(void **state)
{
	arena_free(plans);
	return district_teardown(state);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_public_pages, setup,
		    teardown),
		cmocka_unit_test_setup_teardown(test_office_lists, setup,
		    teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

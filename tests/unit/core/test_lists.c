/*
 * test_lists.c - every meeting of filters in every order, page by page, against
 * the same picked by hand; and that walks are bounded, which the sources
 * compiled here reach soon.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/publication.h"
#undef PUBLICATION_SCAN
#define PUBLICATION_SCAN 12
#include "core/publication_drive.c"
#include "core/publication_list.c"
#include "core/publication_count.c"

#include "district.h"

#define ALL 60

/* What document k is. */
struct made {
	int64_t id, leaf, theme, kind;
	const char *word;
	int year, month, serial, validity;
};
static struct made made[ALL];

static const char *const words[] = { "", "宝坻政办发", "宝坻政发",
    "宝教发" };
static int64_t kinds[3];

static void
make(struct district *d, int k)
{
	struct made *p = &made[k];
	struct content c = district_content(d, arena_printf(d->m, "名称%d",
	    k));

	*p = (struct made){ .leaf = d->leaf[k % 3],
	    .theme = k % 5 ? d->theme[k % 2] : 0, .kind = kinds[k % 3],
	    .word = words[k % 4], .year = 2020 + k % 3, .month = 1 + k % 7,
	    .serial = 1 + k % 6, .validity = k % 9 == 0 ? 2 : 1 };
	c.category = &p->leaf;
	c.n_categories = 1;
	c.theme = p->theme;
	c.kind = p->kind;
	c.made_on = arena_printf(d->m, "%d-%02d-%02d", p->year, p->month,
	    1 + k % 4);
	c.doc_no = *p->word == '\0' ? "" : arena_printf(d->m,
	    "%s〔%d〕%d号", p->word, 2020 + k % 3, p->serial);
	d->version = 0;
	assert_int_equal(document_save(d->db, &d->entry, &p->id, &d->version,
	    &c, &d->p, d->m), RC_OK);
	district_move(d, &d->entry, p->id, ACTION_SUBMIT, "");
	district_move(d, &d->review, p->id, ACTION_APPROVE, "");
	assert_int_equal(district_move(d, &d->review, p->id, ACTION_PUBLISH,
	    ""), RC_OK);
	if (p->validity == 2)
		assert_int_equal(district_move(d, &d->review, p->id,
		    ACTION_EXPIRE, "到期"), RC_OK);
}

static int64_t
word_id(struct district *d, const char *word)
{
	int64_t id = 0;

	if (*word != '\0')
		assert_int_equal(publication_word_find(d->db, word, &id),
		    RC_OK);
	return id;
}

static bool
meets(struct district *d, const struct made *p,
    const struct publication_filter *f)
{
	return (f->category == 0 || f->category == p->leaf ||
	    (f->category == d->top && p->leaf != d->leaf[2])) &&
	    (f->unit == 0 || f->unit == d->entry.unit) &&
	    (f->theme == 0 || f->theme == p->theme) &&
	    (f->kind == 0 || f->kind == p->kind) &&
	    (f->word == 0 || f->word == word_id(d, p->word)) &&
	    (f->year == 0 || f->year == p->year) &&
	    (f->month == 0 || f->year == 0 || f->month == p->month) &&
	    (f->validity == 0 || f->validity == p->validity);
}

/* Does document a come before b, by hand?  Both meet the filter. */
static bool
before(int a, int b, enum publication_order order)
{
	const struct made *p = &made[a], *q = &made[b];
	int pd = p->year * 10000 + p->month * 100 + a % 4;
	int qd = q->year * 10000 + q->month * 100 + b % 4;
	/* bdzbf, bdzf, bjf by their initials; none last */
	const char *const rank[] = { "z", "bdzb", "bdzf", "bjf" };
	int by = strcmp(rank[a % 4], rank[b % 4]);

	if (order == ORDER_MADE && pd != qd)
		return pd > qd;
	if (order == ORDER_NUMBER && by != 0)
		return by < 0;
	if (order == ORDER_NUMBER && a % 4 != 0) {
		if (a % 3 != b % 3)
			return a % 3 > b % 3;
		if (p->serial != q->serial)
			return p->serial > q->serial;
		/* of one number: what came first */
		return a < b;
	}
	return a > b;
}

/* All pages; what they show, in order, into shown[]. */
static int
walk(struct district *d, struct publication_filter f, int64_t shown[ALL])
{
	struct publications page;
	int64_t starts[ALL * 2] = { 0 }, keys[ALL * 2];
	int n = 0, pages = 0;

	do {
		f.before = starts[pages];
		assert_int_equal(publication_list(d->db, &f, &page, d->m),
		    RC_OK);
		assert_true(page.n <= f.max);
		for (int k = 0; k < page.n; k++)
			shown[n++] = page.v[k].id;
		keys[pages] = page.previous;
		starts[++pages] = page.next;
		assert_true(pages < ALL * 2);
	} while (page.next != 0);
	/* every page but the first leads back */
	assert_int_equal(keys[0], -1);
	for (int k = 1; k < pages; k++)
		assert_true(keys[k] >= 0);
	return n;
}

static void
expect(struct district *d, const struct publication_filter *f)
{
	int want[ALL], n = 0, at;
	int64_t shown[ALL], total;
	bool at_least;

	for (int k = 0; k < ALL; k++) {
		if (!meets(d, &made[k], f))
			continue;
		for (at = n++; at > 0 && before(k, want[at - 1], f->order);
		    at--)
			want[at] = want[at - 1];
		want[at] = k;
	}
	assert_int_equal(walk(d, *f, shown), n);
	for (int k = 0; k < n; k++)
		if (shown[k] != made[want[k]].id)
			fail_msg("order %d: place %d is %lld, not %d",
			    f->order, k, (long long)shown[k], want[k]);
	assert_int_equal(publication_total(d->db, f, &total, &at_least),
	    RC_OK);
	assert_true(at_least ? total <= n : total == n);
}

static void
expect_counts(struct district *d, const struct publication_filter *f)
{
	struct publication_counts c;
	int64_t keys[BY__MAX];
	int n;

	for (enum publication_heading by = 0; by < BY__MAX; by++) {
		struct publication_filter o = others(f, by);

		assert_int_equal(publication_count(d->db, by, f, &c, d->m),
		    RC_OK);
		for (int j = 0; j < c.n; j++) {
			n = 0;
			for (int k = 0; k < ALL; k++) {
				const struct made *p = &made[k];

				keys[BY_CATEGORY] = p->leaf;
				keys[BY_THEME] = p->theme;
				keys[BY_YEAR] = p->year;
				keys[BY_UNIT] = d->entry.unit;
				keys[BY_KIND] = p->kind;
				keys[BY_MONTH] = p->year * 100 + p->month;
				keys[BY_WORD] = word_id(d, p->word);
				keys[BY_VALIDITY] = p->validity;
				if (by == BY_CATEGORY)
					o.category = c.v[j].key;
				if (by == BY_UNIT)
					o.unit = c.v[j].key;
				n += meets(d, p, &o) && (by == BY_CATEGORY ||
				    keys[by] == c.v[j].key);
			}
			assert_int_equal(c.v[j].n, n);
		}
	}
}

static void
test_every_meeting(void **state)
{
	struct district *d = *state;
	struct publication_filter f;

	assert_int_equal(db_begin(d->db), RC_OK);
	kinds[0] = 0;
	kinds[1] = d->kind;
	assert_int_equal(vocabulary_add(d->db, "kind", "批复", &kinds[2]),
	    RC_OK);
	for (int k = 0; k < ALL; k++)
		make(d, k);
	for (int k = 0; k < 3 * 256; k++) {
		f = (struct publication_filter){ .max = 7,
		    .unit = k & 1 ? d->entry.unit : 0,
		    .category = k & 2 ? k & 16 ? d->top : d->leaf[1] : 0,
		    .theme = k & 4 ? d->theme[1] : 0,
		    .kind = k & 8 ? d->kind : 0,
		    .word = k & 16 ? word_id(d, words[1]) : 0,
		    .year = k & 32 ? 2021 : 0, .month = k & 64 ? 3 : 0,
		    .validity = k & 128 ? 1 + k % 2 : 0,
		    .order = k / 256 };
		expect(d, &f);
		if (f.order == 0)
			expect_counts(d, &f);
	}
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* Twelve are read for a page, so a rare meeting takes several of them. */
static void
test_walks_are_bounded(void **state)
{
	struct district *d = *state;
	struct publication_filter f = { .max = 7 };
	struct publication_tally t;
	struct publications page;

	assert_int_equal(db_begin(d->db), RC_OK);
	kinds[1] = kinds[2] = d->kind;
	for (int k = 0; k < ALL; k++)
		make(d, k);
	f.theme = d->theme[0];
	f.kind = d->kind;
	f.validity = 1;
	assert_int_equal(publication_list(d->db, &f, &page, d->m), RC_OK);
	assert_true(page.n < 12);
	assert_true(page.next > 0);
	assert_int_equal(page.total, -1);
	assert_int_equal(publication_tally(d->db, &f, &t, d->m), RC_OK);
	assert_true(t.at_least);
	assert_in_range(t.total, 1, 12);
	assert_int_equal(t.by[BY_KIND].n, 1);
	assert_int_equal(t.by[BY_KIND].v[0].n, t.total);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* A page keeps its rows whatever is published after it was asked for. */
static void
test_pages_stay(void **state)
{
	struct district *d = *state;
	struct publication_filter f = { .max = 5 };
	struct publications first, second, again;

	assert_int_equal(db_begin(d->db), RC_OK);
	kinds[1] = kinds[2] = d->kind;
	for (int k = 0; k < 20; k++)
		make(d, k);
	publication_list(d->db, &f, &first, d->m);
	f.before = first.next;
	publication_list(d->db, &f, &second, d->m);
	for (int k = 20; k < 30; k++)
		make(d, k);
	publication_list(d->db, &f, &again, d->m);
	assert_int_equal(again.n, second.n);
	for (int k = 0; k < again.n; k++)
		assert_int_equal(again.v[k].id, second.v[k].id);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* The few that ended have an index, which is taken: as the lists ask for it,
 * everything that can be checked in it being checked. */
static void
test_ended_has_its_way(void **state)
{
	struct district *d = *state;
	struct publication_filter f = { .validity = 2 };
	struct walk w = { .f = &f };
	struct rows q = db_query(d->db, "EXPLAIN QUERY PLAN "
	    KEY("p.key") " AND p.validity = 2" OLDER("p.key"), ASKED(&w));

	assert_true(db_next(&q));
	assert_non_null(strstr(db_text(&q, 3, d->m), "listing_expired"));
	assert_int_equal(db_done(&q), RC_OK);
	q = db_query(d->db, "EXPLAIN QUERY PLAN " DOWN("key")
	    " AND p.validity = 3" DOWN_END("key"), V(0), V(KEY_ABOVE), V(1));
	assert_true(db_next(&q));
	assert_non_null(strstr(db_text(&q, 3, d->m), "listing_repealed"));
	assert_int_equal(db_done(&q), RC_OK);
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_every_meeting), T(test_walks_are_bounded),
		T(test_pages_stay), T(test_ended_has_its_way),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

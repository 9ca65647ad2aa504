/* test_suggestion.c - nobody is left with nothing: pinyin, near misses, words
 * that do not meet. */
#include <string.h>

#include "base/pinyin.h"
#include "base/text.h"
#include "core/suggestion.h"

#include "district.h"

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, district_teardown)

static const char *const titles[] = {
	"关于农村土地承包经营权确权登记颁证工作的通知",
	"冬季清洁取暖运行保障工作方案",
	"义务教育阶段学校招生入学实施意见",
	"城乡居民基本医疗保险缴费标准",
	"绿色社区创建行动方案", "国有土地上房屋征收补偿办法",
};
#define TITLES ((int)(sizeof(titles) / sizeof(titles[0])))

static int
set_up(void **state)
{
	struct district *d;
	bool more = true;

	if (district_setup(state) != 0)
		return -1;
	d = *state;
	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 0; k < TITLES; k++)
		district_state(d, titles[k], STATE_PUBLISHED);
	while (more)
		assert_int_equal(suggestion_learn(d->db, 2, &more, d->m),
		    RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	return 0;
}

static struct publication_hits
ask(struct district *d, const char *q)
{
	const struct publication_ask a = { .q = q, .max = 10,
	    .hints_ms = 60000 };
	struct publication_hits hits;

	assert_int_equal(publication_find(d->db, &a, &hits, d->m), RC_OK);
	return hits;
}

/* Nothing is found, but one of what is offered instead finds that title. */
static void
expect_instead(struct district *d, const char *q, const char *title)
{
	struct publication_hits hits = ask(d, q), other;
	bool found = false;

	if (hits.total != 0)
		fail_msg("%s finds something", q);
	for (int k = 0; k < hits.instead.n; k++) {
		other = ask(d, hits.instead.v[k].q);
		assert_true(hits.instead.v[k].total > 0);
		assert_int_equal(hits.instead.v[k].total, other.total);
		for (int i = 0; i < other.n; i++)
			found = found ||
			    strcmp(other.v[i].p.title, title) == 0;
	}
	if (!found)
		fail_msg("%s: %d offered, first %s", q, hits.instead.n,
		    hits.instead.n > 0 ? hits.instead.v[0].q : "-");
}

static char *
joined(struct arena *m, const char *s)
{
	char *out = arena_strdup(m, s), *w = out;

	for (; *s != '\0'; s++)
		if (*s != ' ')
			*w++ = *s;
	*w = '\0';
	return out;
}

/* The first n characters, in pinyin. */
static char *
sound(struct arena *m, const char *title, int n)
{
	const char *end = title;

	while (n-- > 0 && *end != '\0')
		text_next(&end);
	return pinyin_of(m, arena_strndup(m, title, (size_t)(end - title)));
}

static void
test_pinyin_of_titles(void **state)
{
	struct district *d = *state;

	for (int k = 0; k < TITLES; k++) {
		char *whole = sound(d->m, titles[k], 12);

		expect_instead(d, whole, titles[k]);
		expect_instead(d, joined(d->m, whole), titles[k]);
	}
	expect_instead(d, "lvse", titles[4]);
	expect_instead(d, "LVSE shequ", titles[4]);
	expect_instead(d, "qingjie'qunuan", titles[1]);
}

/* One slip of ear or finger, also where it stands between other words. */
static void
test_slips_in_pinyin(void **state)
{
	static const struct { const char *typed; int title; } v[] = {
		{ "qinjiequnuan", 1 },		/* in for ing */
		{ "qingjiequluan", 1 },		/* l for n */
		{ "zengshou", 5 },		/* z for zh, 征收 */
		{ "lvseshheqv", 4 },		/* a letter too many */
		{ "yiwujiaoy", 2 },		/* one too few */
		{ "fangwuzehngshou", 5 },	/* in the wrong order */
		{ "yiwujiaoyizhaosheng", 2 },	/* a wrong vowel */
		{ "shequ chuanjian", 4 },
	};
	struct district *d = *state;

	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++)
		expect_instead(d, v[k].typed, titles[v[k].title]);
}

/* However it is written, it asks the index a bounded number of times. */
static void
test_slips_are_bounded(void **state)
{
	struct district *d = *state;
	struct suggestions s;

	assert_int_equal(suggestion_slip(d->db, "", &s, d->m), RC_OK);
	assert_int_equal(s.n, 0);
	for (int n = 1; n < 200; n++) {
		char *long_ = arena_alloc(d->m, 201);

		memset(long_, 'a', (size_t)n);
		assert_int_equal(suggestion_slip(d->db, long_, &s, d->m),
		    RC_OK);
		assert_int_equal(s.n, 0);
	}
	/* what is right is left as it is */
	assert_int_equal(suggestion_slip(d->db, "qingjiequnuan", &s, d->m),
	    RC_OK);
	assert_int_equal(s.n, 0);
}

static void
test_near_misses(void **state)
{
	struct district *d = *state;

	expect_instead(d, "清洁取煖", titles[1]);
	expect_instead(d, "土地成包", titles[0]);
	expect_instead(d, "土地承包证书登记", titles[0]);
	expect_instead(d, "居民医聊保险", titles[3]);
	expect_instead(d, "房屋征收陪偿办法", titles[5]);
	expect_instead(d, "房屋 政收", titles[5]);
}

static void
test_names_of_units_and_categories(void **state)
{
	struct district *d = *state;
	struct suggestions s;

	assert_int_equal(suggestion_pinyin(d->db, "jiaju", true, &s, d->m),
	    RC_OK);
	assert_int_equal(s.n, 1);
	assert_string_equal(s.v[0], "甲局");
	/* what the unit publishes is found by its name */
	assert_int_equal(ask(d, "jiaju").instead.n, 0);
}

static void
test_words_that_do_not_meet(void **state)
{
	struct district *d = *state;
	struct publication_hits hits = ask(d, "取暖 招生 保障");

	assert_int_equal(hits.total, 0);
	assert_int_equal(hits.fewer.n, 4);
	assert_string_equal(hits.fewer.v[0].q, "取暖 保障");
	assert_int_equal(hits.fewer.v[0].total, 1);
	/* and nothing is made up */
	hits = ask(d, "嚯嚯嚯嚯");
	assert_int_equal(hits.instead.n + hits.fewer.n, 0);
	hits = ask(d, "zzzzqqqqxxxx");
	assert_int_equal(hits.instead.n, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_pinyin_of_titles), T(test_slips_in_pinyin),
		T(test_slips_are_bounded), T(test_near_misses),
		T(test_names_of_units_and_categories),
		T(test_words_that_do_not_meet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

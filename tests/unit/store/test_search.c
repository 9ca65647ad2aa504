/* test_search.c - what is found, what is not, what is shown of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "place.h"
#include "base/text.h"
#include "store/search.h"

static struct db *db;

static void
put(int64_t key, const char *title, const char *number, const char *text)
{
	const struct search_entry e = { .key = key, .title = title,
	    .number = number, .text = text, .files = "", .made_on = "",
	    .published = "" };

	assert_int_equal(search_put(db, &e, place.mem), RC_OK);
}

static int
set_up(void **state)
{
	(void)state;
	if ((db = place_db()) == NULL || search_create(db) != RC_OK ||
	    search_create(db) != RC_OK)
		return -1;
	put(1, "关于教育工作的通知", "宝政办发〔2010〕12号",
	    "宝坻区教育局负责全区教育工作。");
	put(2, "财政预算公开", "宝财〔2011〕3号",
	    "财政局公布预算。教育，育局。Budget 2011 of Baodi district");
	put(3, "《宝坻区政府信息公开》指南", "",
	    "本指南由区政府办公室编制，通讯地址：城关镇。");
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	db_close(db);
	return 0;
}

/* The keys found, newest first, as text: "3 1". */
static const char *
found(const char *query)
{
	struct search_hits h;
	char *s = arena_strdup(place.mem, "");
	int i;

	assert_int_equal(search_find(db, query, 0, 50, &h, place.mem), RC_OK);
	for (i = 0; i < h.n; i++)
		s = arena_printf(place.mem, "%s%s%d", s, i > 0 ? " " : "",
		    (int)h.key[i]);
	return s;
}

static void
test_words_of_every_length(void **state)
{
	(void)state;
	assert_string_equal(found("教"), "2 1");
	assert_string_equal(found("局"), "2 1");
	assert_string_equal(found("镇"), "3");
	assert_string_equal(found("教育"), "2 1");
	assert_string_equal(found("教育局"), "1");
	assert_string_equal(found("宝坻区教"), "1");
	assert_string_equal(found("宝坻区教育局"), "1");
	assert_string_equal(found("坻区"), "3 1");
	assert_string_equal(found("育教"), "");
	assert_string_equal(found("政府"), "3");
	assert_string_equal(found("府政"), "");
}

/* Runs that stand side by side do not make a word. */
static void
test_as_written(void **state)
{
	(void)state;
	assert_string_equal(found("公开指南"), "");
	assert_string_equal(found("公开》指南"), "3");
	assert_string_equal(found("公开-指南"), "3");
	assert_string_equal(found("工作。"), "1");
	assert_string_equal(found("指南编制"), "");
}

static void
test_letters_and_digits(void **state)
{
	(void)state;
	assert_string_equal(found("BUDGET"), "2");
	assert_string_equal(found("bud"), "2");
	assert_string_equal(found("udget"), "");
	assert_string_equal(found("ｂｕｄｇｅｔ"), "2");
	assert_string_equal(found("2011"), "2");
	assert_string_equal(found("20"), "");	/* a number is whole */
	assert_string_equal(found("12号"), "1");
	assert_string_equal(found("2号"), "");
}

static void
test_document_numbers(void **state)
{
	(void)state;
	assert_string_equal(found("宝政办发〔2010〕12号"), "1");
	assert_string_equal(found("宝政办发[2010]12号"), "1");
	assert_string_equal(found("宝政办发（2010）12号"), "1");
	assert_string_equal(found("政办发【２０１０】１２"), "1");
	assert_string_equal(found("宝政办发〔2010〕13号"), "");
}

static void
test_every_word(void **state)
{
	struct search_hits h;

	(void)state;
	assert_string_equal(found("教育 财政"), "2");
	assert_string_equal(found("  教育　通知  "), "1");
	assert_string_equal(found("教育 指南"), "");
	assert_string_equal(found("教育 《》 --"), "2 1");
	assert_int_equal(search_find(db, "教育 《》 ， Ｂ", 0, 9, &h,
	    place.mem), RC_OK);
	assert_string_equal(h.ignored, "《》 ，");
	assert_int_equal(h.words, 2);
	assert_string_equal(h.word[0], "教育");
	assert_string_equal(h.word[1], "b");
	assert_int_equal(search_find(db, " ！ ", 0, 9, &h, place.mem), RC_OK);
	assert_int_equal(h.n, 0);
	assert_string_equal(h.ignored, "！");
	assert_int_equal(search_find(db, "", 0, 9, &h, place.mem), RC_OK);
	assert_int_equal(h.words, 0);
	assert_string_equal(h.ignored, "");
}

static void
test_hostile(void **state)
{
	static const char *const queries[] = { "\"", "\"\"", "教育x\"", "'",
	    "教育\" OR \"财政", "教育 OR 财政x", "NEAR(教育 财政)", "title:教育x",
	    "-教育x", "^教育x", "教育x*", "*", "(", ")", "{title}:x", "a AND",
	    "AND", "NOT", "+", "x + y", "教育;DROP TABLE search", "\\", "%",
	    "\x01\x02", "\xEF\xBF\xBF", "a\"b\"c" };
	struct search_hits h;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(queries) / sizeof(queries[0]); i++)
		assert_string_equal(found(queries[i]), "");
	assert_string_equal(found("*教育* (财政)"), "2");
	assert_int_equal(search_find(db, "\xFF", 0, 9, &h, place.mem),
	    RC_INVALID);
	assert_int_equal(search_find(db, "\xE5\xAE", 0, 9, &h, place.mem),
	    RC_INVALID);
	assert_int_equal(h.n, 0);
}

static void
test_very_long_queries(void **state)
{
	char *many = arena_alloc(place.mem, 4 * 3000 + 1);
	char *one = arena_alloc(place.mem, 3 * 3000 + 1);
	struct search_hits h;
	int i;

	(void)state;
	for (i = 0; i < 3000; i++) {
		text_encode(0x4E00 + (uint32_t)i, many + 4 * i);
		many[4 * i + 3] = ' ';
		memcpy(one + 3 * i, "教", 3);
	}
	assert_int_equal(search_find(db, many, 0, 9, &h, place.mem), RC_OK);
	assert_int_equal(h.n, 0);
	assert_int_equal(h.words, SEARCH_TERMS);
	assert_int_equal(text_length(h.ignored),
	    SEARCH_CHARS - 2 * SEARCH_TERMS - 1);
	assert_int_equal(search_find(db, one, 0, 9, &h, place.mem), RC_OK);
	assert_int_equal(h.words, 1);
	assert_int_equal(text_length(h.word[0]), SEARCH_CHARS);
	assert_int_equal(h.n, 0);
	/* the same word again and again is one */
	assert_int_equal(search_find(db, "教育 教育 教育", 0, 9, &h,
	    place.mem), RC_OK);
	assert_int_equal(h.words, 1);
	assert_int_equal(h.n, 2);
}

/*
 * Of a long question only some entries are asked for; whatever character of
 * it stands otherwise in the text, the text is none.
 */
static void
test_long_questions_in_every_character(void **state)
{
	const char *text = "一、四月底前完成医疗废物管理培训，覆盖医务人员572人次，"
	    "考核合格率百分之97。二、加强重点区域宣传，提高知晓率，把冬季取暖"
	    "的补贴发到每一户困难家庭和每一所乡村学校去。";
	const char *s = text, *at;
	char *other;
	uint32_t cp;

	(void)state;
	put(4, "培训", "", text);
	assert_string_equal(found(text), "4");
	while (at = s, (cp = text_next(&s)) != 0) {
		if (!text_is_han(cp))
			continue;
		other = arena_printf(place.mem, "%.*s龘%s", (int)(at - text),
		    text, s);
		assert_string_equal(found(other), "");
		put(4, "培训", "", other);
		assert_string_equal(found(text), "");
		put(4, "培训", "", text);
	}
	assert_string_equal(found(text), "4");
}

/* Sentences that every document has cost most and tell least; the one copied
 * out of a single document finds that one, and nothing when it is altered. */
static void
test_long_question_of_common_sentences(void **state)
{
	static const char usual[] = "成立由区政府分管负责同志任组长的领导小组，"
	    "明确时间表和路线图，主要负责同志亲自抓，分管负责同志具体抓，";
	char *text[200];
	int k;

	(void)state;
	for (k = 0; k < 200; k++) {
		text[k] = arena_printf(place.mem, "%s%d户家庭%s补助%d元。",
		    usual, k % 14 + 10, usual, k % 15 + 20);
		put(10 + k, "补助", "", text[k]);
	}
	for (k = 0; k < 200; k += 33)
		assert_string_equal(found(text[k]),
		    arena_printf(place.mem, "%d", 10 + k));
	assert_string_equal(found(arena_printf(place.mem,
	    "%s10户家庭%s补助200元。", usual, usual)), "");
	assert_string_equal(found(arena_printf(place.mem, "%s %s 补助",
	    text[3], usual)), "13");
}

static void
test_paging(void **state)
{
	struct search_hits h;
	int64_t before = 0;
	int i, pages = 0, seen = 0;

	(void)state;
	for (i = 10; i < 35; i++)
		put(i, "分页测试", "", "");
	do {
		assert_int_equal(search_find(db, "分页", before, 10, &h,
		    place.mem), RC_OK);
		for (i = 0; i < h.n; i++)
			assert_int_equal(h.key[i], 34 - seen++);
		before = h.n > 0 ? h.key[h.n - 1] : 0;
		pages++;
	} while (h.n == 10);
	assert_int_equal(seen, 25);
	assert_int_equal(pages, 3);
	assert_int_equal(search_find(db, "分页", 0, 0, &h, place.mem), RC_OK);
	assert_int_equal(h.n, 0);
}

static void
test_replace_drop_clear(void **state)
{
	(void)state;
	put(1, "关于卫生工作的通知", "", "卫生");
	assert_string_equal(found("教育局"), "");
	assert_string_equal(found("卫生"), "1");
	assert_int_equal(search_drop(db, 1, place.mem), RC_OK);
	assert_int_equal(search_drop(db, 1, place.mem), RC_OK);
	assert_int_equal(search_drop(db, 12345, place.mem), RC_OK);
	assert_string_equal(found("卫生"), "");
	assert_string_equal(found("财政"), "2");
	assert_int_equal(search_clear(db), RC_OK);
	assert_string_equal(found("财政"), "");
	put(7, "财政", "", "");
	assert_string_equal(found("财政"), "7");
}

/* The index follows the transaction it is changed in. */
static void
test_rollback(void **state)
{
	(void)state;
	assert_int_equal(db_begin(db), RC_OK);
	put(9, "回滚", "", "");
	assert_int_equal(search_drop(db, 2, place.mem), RC_OK);
	assert_string_equal(found("回滚"), "9");
	assert_int_equal(db_end(db, RC_FAIL), RC_FAIL);
	assert_string_equal(found("回滚"), "");
	assert_string_equal(found("财政"), "2");
}

static const char *
snippet(const char *query, const char *text, int n)
{
	struct search_hits h;

	assert_int_equal(search_find(db, query, 0, 9, &h, place.mem), RC_OK);
	return search_snippet(&h, text, n, place.mem);
}

static void
test_snippet(void **state)
{
	(void)state;
	assert_string_equal(snippet("教育", "宝坻区教育局", 20),
	    "宝坻区\x01教育\x02局");
	assert_string_equal(snippet("教育 局", "宝坻区教育局", 20),
	    "宝坻区\x01教育\x02\x01局\x02");
	assert_string_equal(snippet("教育 教育局", "宝坻区教育局", 20),
	    "宝坻区\x01教育局\x02");
	assert_string_equal(snippet("丙", "一二三四五六七八九十丙丁戊己庚辛",
	    6), "…九十\x01丙\x02丁戊己…");
	assert_string_equal(snippet("没有", "一二三四五六", 3), "一二三…");
	assert_string_equal(snippet("没有", "", 3), "");
	assert_string_equal(snippet("丙丁", "甲乙丙丁戊", 3),
	    "…乙\x01丙丁\x02…");
	assert_string_equal(snippet("五 丙", "", 0), "");
}

static void
test_snippet_folds(void **state)
{
	(void)state;
	assert_string_equal(snippet("budget", "The ＢＵＤＧＥＴ of budgets", 50),
	    "The \x01ＢＵＤＧＥＴ\x02 of \x01" "budget\x02s");
	assert_string_equal(snippet("get", "budget get", 50),
	    "budget \x01get\x02");
	assert_string_equal(snippet("〔2010〕12", "津政[2010]12号", 50),
	    "津政\x01[2010]12\x02号");
	assert_string_equal(snippet("乙", "甲\n\n\x01\x02\t乙\x7F丙", 50),
	    "甲 \x01乙\x02 丙");
}

static const char *
answer(const char *q, const struct search_filter *f, enum search_order order,
    struct search_result *r)
{
	const struct search_page page = { .order = order, .max = 10,
	    .facets = true };
	struct search_query asked;
	char *s = arena_strdup(place.mem, "");

	search_parse(q, &asked, place.mem);
	assert_int_equal(search_run(db, &asked, f, &page, r, place.mem),
	    RC_OK);
	for (int k = 0; k < r->n; k++)
		s = arena_printf(place.mem, "%s%s%d", s, k > 0 ? " " : "",
		    (int)r->key[k]);
	return s;
}

static void
test_variants(void **state)
{
	(void)state;
	assert_string_equal(found("財政預算"), "2");
	assert_string_equal(found("財政 公開"), "2");
	put(8, "關於徵收土地的公告", "", "政府資訊");
	assert_string_equal(found("征收土地"), "8");
	assert_string_equal(snippet("征收", "關於徵收土地", 20),
	    "關於\x01徵收\x02土地");
}

static void
test_phrases_and_without(void **state)
{
	struct search_query q;

	(void)state;
	assert_string_equal(found("教育 -财政"), "1");
	assert_string_equal(found("教育 －宝坻区教育局"), "2");
	assert_string_equal(found("\"教育工作\""), "1");
	assert_string_equal(found("“教育工作”"), "1");
	assert_string_equal(found("「教育 工作」"), "");
	assert_string_equal(found("-教育"), "");
	/* as other search boxes have it: what is no word is said */
	assert_string_equal(found("教育 NOT 财政"), "1");
	assert_string_equal(found("教育 AND 财政"), "2");
	assert_string_equal(found("教育 \"AND\" 财政"), "");
	assert_string_equal(found("NOT 教育"), "");
	search_parse("教育 AND 财政 OR", &q, place.mem);
	assert_string_equal(q.ignored, "AND OR");
	assert_int_equal(q.n, 2);
	/* a longer one is compared with the text: the threes alone fit */
	put(5, "一二三一", "", "二三一二，三一二三");
	assert_string_equal(found("一二三一二三"), "");
	put(6, "一二三一二三", "", "");
	assert_string_equal(found("一二三一二三"), "6");
	assert_string_equal(found("一二三 -一二三一二三"), "5");
}

static void
test_facets(void **state)
{
	const int64_t category[] = { 0, 3, 9 };
	struct search_entry e = { .key = 50, .title = "取暖补贴",
	    .number = "", .text = "", .files = "煤改电明细", .unit = 4,
	    .theme = 2, .kind = 1, .year = 2026, .n_categories = 3,
	    .category = category, .made_on = "2026-10-22",
	    .published = "2026-11-02 09:30" };
	struct search_filter f = { 0 };
	struct search_result r;

	(void)state;
	assert_int_equal(search_put(db, &e, place.mem), RC_OK);
	e.key = 51;
	e.unit = 5;
	e.ended = 1;
	assert_int_equal(search_put(db, &e, place.mem), RC_OK);
	assert_string_equal(answer("取暖", &f, SEARCH_NEWEST, &r), "51 50");
	assert_int_equal(r.total, 2);
	assert_false(r.about);
	assert_int_equal(r.facet[SEARCH_BY_UNIT].n, 2);
	assert_int_equal(r.facet[SEARCH_BY_CATEGORY].n, 2);
	assert_int_equal(r.facet[SEARCH_BY_CATEGORY].v[0].n, 2);
	assert_int_equal(r.facet[SEARCH_BY_VALIDITY].n, 2);
	/* what is in force comes first */
	assert_string_equal(answer("取暖", &f, SEARCH_BEST, &r), "50 51");
	f.validity = SEARCH_EXPIRED;
	assert_string_equal(answer("取暖", &f, SEARCH_NEWEST, &r), "51");
	f = (struct search_filter){ .category = 9, .unit = 4, .year = 2026 };
	assert_string_equal(answer("明细", &f, SEARCH_NEWEST, &r), "50");
	f.year = 2025;
	assert_string_equal(answer("取暖", &f, SEARCH_NEWEST, &r), "");
	f = (struct search_filter){ 0 };
	assert_string_equal(answer("2026年10月", &f, SEARCH_NEWEST, &r),
	    "51 50");
	assert_string_equal(answer("2026/11/2", &f, SEARCH_NEWEST, &r),
	    "51 50");
	assert_string_equal(answer("2026-10-23", &f, SEARCH_NEWEST, &r), "");
	assert_string_equal(answer("20261022", &f, SEARCH_NEWEST, &r),
	    "51 50");
}

/* Whatever a day is written with, in the question and in the text. */
static void
test_dates_in_any_writing(void **state)
{
	static const char *const in_text[] = { "2024年3月15日",
	    "二〇二四年三月十五日", "二○二四年三月十五日",
	    "二零二四年三月十五日", "二０二四年三月十五日",
	    "二Ｏ二四年三月十五日", "2024年3月16日", "二〇二四年三月五日" };
	static const char *const asked[] = { "2024年3月15日", "2024-03-15",
	    "20240315", "二〇二四年三月十五日", "二○二四年三月十五日",
	    "二零二四年03月一五号", "二０２四年三月15日", "二O二四年3月十五日" };
	static const char *const words[] = { "一带一路", "三月", "十五五规划",
	    "三月十五日", "二〇二四", "三年级", "二〇二四年十三月" };
	size_t k;

	(void)state;
	for (k = 0; k < 8; k++)
		put(100 + (int64_t)k, "会议", "", arena_printf(place.mem,
		    "会议于%s召开。", in_text[k]));
	for (k = 0; k < 8; k++)
		assert_string_equal(found(asked[k]),
		    "105 104 103 102 101 100");
	assert_string_equal(found("二〇二四年三月"), found("2024年3月"));
	assert_string_equal(found("二零二四年"), found("2024年"));
	assert_string_equal(found("二〇二四年三月卅一日"), "");
	for (k = 0; k < sizeof(words) / sizeof(words[0]); k++) {
		struct search_query q;

		search_parse(words[k], &q, place.mem);
		assert_int_equal(q.n, 1);
		assert_int_equal(q.v[0].n_also, 0);
		assert_null(q.v[0].when);
		assert_string_equal(q.v[0].folded, words[k]);
	}
	for (k = 0; k < 8; k++)
		assert_int_equal(search_drop(db, 100 + (int64_t)k, place.mem),
		    RC_OK);
}

static int
count_of(const struct search_counts *c, int64_t key)
{
	for (int k = 0; k < c->n; k++)
		if (c->v[k].key == key)
			return c->v[k].n;
	return 0;
}

/* What has the entries but not the words is neither shown nor counted: few
 * are all compared, and so are those among which the best are sought. */
static void
test_facets_of_what_holds(void **state)
{
	struct search_entry e = { .title = "一二三一", .number = "",
	    .text = "二三一二，三一二三", .files = "", .unit = 8,
	    .year = 2024, .made_on = "", .published = "" };
	const struct search_filter f = { 0 };
	struct search_result r;

	(void)state;
	for (e.key = 60; e.key < 70; e.key++)
		assert_int_equal(search_put(db, &e, place.mem), RC_OK);
	e.title = "一二三一二三";
	e.unit = 9;
	assert_int_equal(search_put(db, &e, place.mem), RC_OK);
	for (int k = 0; k < 2; k++) {
		answer("一二三一二三", &f, k ? SEARCH_BEST : SEARCH_NEWEST,
		    &r);
		assert_int_equal(r.n, 1);
		assert_int_equal(r.total, 1);
		assert_false(r.about);
		assert_int_equal(count_of(&r.facet[SEARCH_BY_UNIT], 8), 0);
		assert_int_equal(count_of(&r.facet[SEARCH_BY_UNIT], 9), 1);
		assert_int_equal(count_of(&r.facet[SEARCH_BY_YEAR], 2024), 1);
	}
	e.title = "一二三一";
	e.unit = 8;
	for (e.key = 71; e.key < 171; e.key++)
		assert_int_equal(search_put(db, &e, place.mem), RC_OK);
	answer("一二三一二三", &f, SEARCH_BEST, &r);
	assert_int_equal(r.total, 1);
	assert_false(r.about);
	assert_int_equal(count_of(&r.facet[SEARCH_BY_UNIT], 8), 0);
	answer("一二三一二三", &f, SEARCH_NEWEST, &r);
	assert_true(r.about);
	assert_int_equal(r.n, 1);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

/* What takes too long ends, says so, and spoils nothing that comes after. */
static void
test_too_late(void **state)
{
	static const struct search_filter any;
	const struct search_page page = { .max = 10, .facets = true };
	struct search_result r;
	struct search_query q;
	struct rows endless;
	int64_t n = 0;

	(void)state;
	search_parse("教育", &q, place.mem);
	db_limit(db, 2);
	assert_false(db_late(db));
	endless = db_query(db, "WITH RECURSIVE n(v) AS (SELECT 1 UNION ALL"
	    " SELECT v + 1 FROM n) SELECT v FROM n WHERE v < 0");
	while (db_next(&endless))
		n++;
	assert_int_equal(db_done(&endless), RC_BUSY);
	assert_int_equal(n, 0);
	assert_true(db_late(db));
	assert_int_equal(search_run(db, &q, &any, &page, &r, place.mem),
	    RC_OK);
	assert_true(r.late);
	assert_int_equal(r.n, 0);
	db_limit(db, 0);
	assert_false(db_late(db));
	assert_int_equal(search_run(db, &q, &any, &page, &r, place.mem),
	    RC_OK);
	assert_false(r.late);
	assert_int_equal(r.n, 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(test_words_of_every_length),
		TEST(test_as_written),
		TEST(test_letters_and_digits),
		TEST(test_document_numbers),
		TEST(test_every_word),
		TEST(test_hostile),
		TEST(test_very_long_queries),
		TEST(test_long_questions_in_every_character),
		TEST(test_long_question_of_common_sentences),
		TEST(test_paging),
		TEST(test_replace_drop_clear),
		TEST(test_rollback),
		TEST(test_snippet),
		TEST(test_snippet_folds),
		TEST(test_variants),
		TEST(test_phrases_and_without),
		TEST(test_facets),
		TEST(test_dates_in_any_writing),
		TEST(test_facets_of_what_holds),
		TEST(test_too_late),
	};

	return cmocka_run_group_tests(tests, place_make, place_remove);
}

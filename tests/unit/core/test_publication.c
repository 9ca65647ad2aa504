/* test_publication.c - what the public sees, and that it is all in step. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"

#include "district.h"

#define IMAGE "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"

static int
listed(struct district *d, struct publication_filter f)
{
	struct publications out;

	f.max = 100;
	assert_int_equal(publication_list(d->db, &f, &out, d->m), RC_OK);
	assert_int_equal(out.total, out.n);
	return out.n;
}

static int
found(struct district *d, const char *q)
{
	struct publication_hits hits;

	assert_int_equal(publication_search(d->db, q, 0, 10, &hits, d->m),
	    RC_OK);
	assert_int_equal(hits.total, hits.n);
	return hits.n;
}

static enum rc
get(struct district *d, const char *number, struct publication *p)
{
	return publication_get(d->db, "aaj", number, p, d->m);
}

/* Nothing of what it said: the number, and when it was there. */
static void
expect_withdrawn(struct district *d)
{
	struct publication p;

	assert_int_equal(get(d, "2026-00001", &p), RC_GONE);
	assert_true(p.withdrawn);
	assert_string_equal(p.index_no, "AAJ/2026-00001");
	assert_true(*p.left_portal != '\0');
	for (const char *const *s = (const char *const[]){ p.title, p.doc_no,
	    p.summary, p.made_on, p.reason, p.kind_name, p.theme_name, p.hash,
	    p.body.s, NULL }; *s != NULL; s++)
		assert_string_equal(*s, "");
	assert_int_equal(p.attachments.n + p.categories.n, 0);
}

/* Every way out of the database, for the one document there is. */
static void
expect_exits(struct district *d, int64_t id, int n)
{
	struct publication_filter f = { 0 };
	struct publication_versions versions;
	struct publication_counts counts;
	struct publication p;
	struct upload u;
	enum rc there = n ? RC_OK : RC_NOT_FOUND;

	assert_int_equal(listed(d, f), n);
	assert_int_equal(found(d, "机密名称"), n);
	assert_int_equal(found(d, "正文"), n);
	assert_int_equal(found(d, "宝坻政办发[2026]12号"), n);
	assert_int_equal(found(d, "aaj/2026-00001"), n);
	if (district_get(d, id).state == STATE_WITHDRAWN)
		expect_withdrawn(d);
	else if (n || district_get(d, id).state != STATE_DELETED)
		assert_int_equal(get(d, "2026-00001", &p), there);
	assert_int_equal(publication_versions(d->db, id, &versions, d->m),
	    RC_OK);
	assert_int_equal(versions.n, n);
	assert_int_equal(publication_version_get(d->db, id, 1, &p, d->m),
	    there);
	assert_int_equal(publication_file(d->db, id, d->attachment, &u, d->m),
	    there);
	assert_int_equal(publication_file(d->db, id, d->original, &u, d->m),
	    there);
	assert_int_equal(publication_image(d->db, IMAGE, &u, d->m), there);
	for (int by = BY_CATEGORY; by <= BY_UNIT; by++) {
		assert_int_equal(publication_count(d->db, by, &f, &counts,
		    d->m), RC_OK);
		assert_int_equal(counts.n > 0, n > 0);
	}
}

static void
test_one_visibility(void **state)
{
	struct district *d = *state;
	int64_t id;

	for (int s = STATE_DRAFT; s < STATE__MAX; s++) {
		assert_int_equal(db_begin(d->db), RC_OK);
		id = district_state(d, "机密名称", (enum state)s);
		expect_exits(d, id, s == STATE_PUBLISHED ||
		    s == STATE_EXPIRED);
		assert_int_equal(db_end(d->db, RC_CONFLICT), RC_CONFLICT);
	}
}

static void
test_not_active_is_nowhere(void **state)
{
	static const char *const other[] = { "request", "closed" };
	struct district *d = *state;
	struct content c = district_content(d, "机密名称");
	struct publication p;
	int64_t id;

	for (int k = 0; k < 2; k++) {
		assert_int_equal(db_begin(d->db), RC_OK);
		district_openness(&c, other[k]);
		id = d->version = 0;
		assert_int_equal(document_save(d->db, &d->entry, &id,
		    &d->version, &c, &d->p, d->m), RC_OK);
		district_move(d, &d->entry, id, ACTION_SUBMIT, "");
		district_move(d, &d->review, id, ACTION_APPROVE, "");
		assert_int_equal(district_move(d, &d->review, id,
		    ACTION_PUBLISH, ""), RC_OK);
		expect_exits(d, id, 0);
		/* nobody opens it alone; from one list to the other he may */
		c.openness = "active";
		d->p = (struct problems){ 0 };
		assert_int_equal(district_amend(d, &d->admin, id,
		    d->version, &c, "改为主动公开"), RC_INVALID);
		assert_int_equal(problem_of(&d->p, "openness"),
		    PROBLEM_OPENNESS_FIXED);
		expect_exits(d, id, 0);
		district_openness(&c, other[1 - k]);
		d->p = (struct problems){ 0 };
		assert_int_equal(district_amend(d, &d->admin, id,
		    d->version, &c, "换一个目录"), RC_OK);
		expect_exits(d, id, 0);
		assert_int_equal(district_move(d, &d->review, id,
		    ACTION_DELETE, "错"), RC_OK);
		assert_int_equal(get(d, "2026-00001", &p), RC_NOT_FOUND);
		assert_int_equal(db_end(d->db, RC_CONFLICT), RC_CONFLICT);
	}
}

static void
test_get(void **state)
{
	static const char *const bad[] = { "2026-1", "2026-0001", "26-00001",
	    "2026-000001", "2026-00001 ", "2026-00001'", "", "2026",
	    "2026-", "-00001", "2026-00001-", "2026-99999999999999999999" };
	struct district *d = *state;
	struct publication p;

	assert_int_equal(db_begin(d->db), RC_OK);
	district_state(d, "名称", STATE_PUBLISHED);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(get(d, "2026-00001", &p), RC_OK);
	assert_string_equal(p.index_no, "AAJ/2026-00001");
	assert_string_equal(p.path, "/doc/aaj/2026-00001");
	assert_string_equal(p.unit_name, "甲局");
	assert_string_equal(p.body.s, "<p>正文</p>");
	assert_string_equal(p.kind_name, "通知");
	assert_string_equal(p.theme_name, "综合政务");
	assert_int_equal(p.categories.n, 1);
	assert_string_equal(p.categories.v[0].code, "a20-1");
	assert_int_equal(p.attachments.n, 1);
	assert_string_equal(p.original.name, "文.docx");
	assert_false(p.expired);
	for (size_t k = 0; k < sizeof(bad) / sizeof(bad[0]); k++)
		assert_int_equal(get(d, bad[k], &p), RC_NOT_FOUND);
	assert_int_equal(publication_get(d->db, "AAJ", "2026-00001", &p,
	    d->m), RC_NOT_FOUND);
	assert_int_equal(publication_get(d->db, "bbj", "2026-00001", &p,
	    d->m), RC_NOT_FOUND);
	assert_int_equal(publication_get(d->db, "", "2026-00001", &p, d->m),
	    RC_NOT_FOUND);
}

static void
test_expired_and_tombstone(void **state)
{
	struct district *d = *state;
	struct publication p;
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_EXPIRED);
	assert_int_equal(get(d, "2026-00001", &p), RC_OK);
	assert_true(p.expired);
	assert_string_equal(p.reason, "理由");
	assert_string_equal(p.expired_at, "2026-06-15T02:00:00Z");
	clock_travel(TEST_NOW + 86400);
	assert_int_equal(district_move(d, &d->review, id, ACTION_DELETE,
	    "重复发布"), RC_OK);
	assert_int_equal(get(d, "2026-00001", &p), RC_GONE);
	assert_string_equal(p.title, "名称");
	assert_string_equal(p.index_no, "AAJ/2026-00001");
	assert_string_equal(p.unit_short, "甲局");
	assert_string_equal(p.first_published, "2026-06-15T02:00:00Z");
	assert_string_equal(p.left_portal, "2026-06-16T02:00:00Z");
	assert_string_equal(p.reason, "重复发布");
	assert_string_equal(p.body.s, "");
	assert_int_equal(p.attachments.n, 0);
	expect_exits(d, id, 0);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static void
test_history(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "新名称");
	struct publication_versions v;
	struct publication p;
	int64_t id, key;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "旧名称", STATE_PUBLISHED);
	assert_int_equal(get(d, "2026-00001", &p), RC_OK);
	key = p.publication;
	c.n_attachments = 0;
	c.theme = d->theme[1];
	c.made_on = "2025-01-31";
	assert_int_equal(district_amend(d, &d->admin, id, d->version, &c,
	    "改名"), RC_OK);
	assert_int_equal(get(d, "2026-00001", &p), RC_OK);
	assert_string_equal(p.title, "新名称");
	assert_int_equal(p.publication, key);
	assert_int_equal(p.number, 2);
	assert_int_equal(publication_versions(d->db, id, &v, d->m), RC_OK);
	assert_int_equal(v.n, 2);
	assert_string_equal(v.v[0].note, "改名");
	assert_string_equal(v.v[1].title, "旧名称");
	assert_int_equal(publication_version_get(d->db, id, 1, &p, d->m),
	    RC_OK);
	assert_string_equal(p.title, "旧名称");
	assert_int_equal(p.attachments.n, 1);
	assert_int_equal(publication_version_get(d->db, id, 3, &p, d->m),
	    RC_NOT_FOUND);
	/* lists, counts and search follow the new one */
	assert_int_equal(found(d, "旧名称"), 0);
	assert_int_equal(found(d, "新名称"), 1);
	assert_int_equal(listed(d, (struct publication_filter){
	    .theme = d->theme[0] }), 0);
	assert_int_equal(listed(d, (struct publication_filter){
	    .theme = d->theme[1], .year = 2025 }), 1);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* What was taken off is not shown as history of what came after it. */
static void
test_withdrawn_stays_withdrawn(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "改好的");
	struct publication_versions v;
	struct publication p;
	struct upload u;
	int64_t id, key;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "泄露隐私的", STATE_PUBLISHED);
	assert_int_equal(get(d, "2026-00001", &p), RC_OK);
	key = p.publication;
	district_move(d, &d->review, id, ACTION_WITHDRAW, "泄露隐私");
	c.n_attachments = c.n_images = 0;
	c.original = 0;
	assert_int_equal(document_save(d->db, &d->entry, &id, &d->version, &c,
	    &d->p, d->m), RC_OK);
	expect_withdrawn(d);
	district_move(d, &d->entry, id, ACTION_SUBMIT, "");
	district_move(d, &d->review, id, ACTION_APPROVE, "");
	assert_int_equal(district_move(d, &d->review, id, ACTION_PUBLISH,
	    ""), RC_OK);
	assert_int_equal(get(d, "2026-00001", &p), RC_OK);
	assert_true(p.publication > key);
	assert_int_equal(publication_versions(d->db, id, &v, d->m), RC_OK);
	assert_int_equal(v.n, 1);
	assert_int_equal(v.v[0].number, 2);
	assert_int_equal(publication_version_get(d->db, id, 1, &p, d->m),
	    RC_NOT_FOUND);
	assert_int_equal(publication_file(d->db, id, d->attachment, &u, d->m),
	    RC_NOT_FOUND);
	assert_int_equal(publication_image(d->db, IMAGE, &u, d->m),
	    RC_NOT_FOUND);
	/* reviewed anew as it was, it is shown anew */
	district_move(d, &d->review, id, ACTION_WITHDRAW, "再看");
	district_move(d, &d->entry, id, ACTION_SUBMIT, "");
	district_move(d, &d->review, id, ACTION_APPROVE, "");
	assert_int_equal(district_move(d, &d->review, id, ACTION_PUBLISH,
	    ""), RC_OK);
	assert_int_equal(publication_versions(d->db, id, &v, d->m), RC_OK);
	assert_int_equal(v.n, 1);
	assert_int_equal(publication_version_get(d->db, id, 2, &p, d->m),
	    RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static void
test_files_of_others(void **state)
{
	struct district *d = *state;
	struct upload u;
	int64_t id, other;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_PUBLISHED);
	other = district_state(d, "草稿", STATE_DRAFT);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(publication_file(d->db, id, d->attachment, &u, d->m),
	    RC_OK);
	assert_string_equal(u.name, "表.pdf");
	assert_string_equal(u.use, "attachment");
	assert_int_equal(u.size, 12);
	assert_int_equal(publication_file(d->db, id, d->foreign, &u, d->m),
	    RC_NOT_FOUND);
	assert_int_equal(publication_file(d->db, other, d->attachment, &u,
	    d->m), RC_NOT_FOUND);
	assert_int_equal(publication_image(d->db, IMAGE, &u, d->m), RC_OK);
	assert_string_equal(u.sha256, IMAGE);
	assert_int_equal(publication_image(d->db, "' OR 1", &u, d->m),
	    RC_NOT_FOUND);
}

/* A document of its own making, published. */
static void
publish(struct district *d, int k, const int64_t *category, int n,
    int64_t theme, int year)
{
	struct content c = district_content(d,
	    arena_printf(d->m, "第%d件 通知", k));
	int64_t id = 0;

	c.category = category;
	c.n_categories = n;
	c.theme = theme;
	c.made_on = arena_printf(d->m, "%d-03-04", year);
	c.doc_no = "";
	d->version = 0;
	assert_int_equal(document_save(d->db, &d->entry, &id, &d->version, &c,
	    &d->p, d->m), RC_OK);
	district_move(d, &d->entry, id, ACTION_SUBMIT, "");
	district_move(d, &d->review, id, ACTION_APPROVE, "");
	assert_int_equal(district_move(d, &d->review, id, ACTION_PUBLISH,
	    ""), RC_OK);
}

/* k says everything: leaf by k % 3, both leaves of top when k % 7 is 0, theme
 * by k % 2 but none when k % 5 is 0, year by k % 4. */
static bool
stands(struct district *d, int k, const struct publication_filter *f)
{
	int64_t theme = k % 5 == 0 ? 0 : d->theme[k % 2];
	bool both = k % 7 == 0;
	bool in = f->category == 0 ||
	    f->category == d->leaf[both ? 0 : k % 3] ||
	    (both && f->category == d->leaf[1]) ||
	    (f->category == d->top && (both || k % 3 < 2));

	return in && (f->theme == 0 || f->theme == theme) &&
	    (f->year == 0 || f->year == 2020 + k % 4) &&
	    (f->unit == 0 || f->unit == d->entry.unit);
}

static void
expect_filter(struct district *d, const struct publication_filter *f, int all)
{
	struct publications out;
	int n = 0, want = 0;
	char title[32];

	assert_int_equal(publication_list(d->db, f, &out, d->m), RC_OK);
	for (int k = all; k > 0; k--) {
		if (!stands(d, k, f))
			continue;
		want++;
		if (n >= f->max)
			continue;
		snprintf(title, sizeof(title), "第%d件 通知", k);
		assert_string_equal(out.v[n++].title, title);
	}
	assert_int_equal(out.n, n);
	assert_int_equal(out.total, want);
}

static void
publish_many(struct district *d, int all)
{
	for (int k = 1; k <= all; k++)
		publish(d, k, k % 7 == 0 ? &d->leaf[0] : &d->leaf[k % 3],
		    k % 7 == 0 ? 2 : 1, k % 5 == 0 ? 0 : d->theme[k % 2],
		    2020 + k % 4);
}

static void
test_every_filter(void **state)
{
	struct district *d = *state;
	int64_t categories[] = { 0, d->top, d->leaf[0], d->leaf[1],
	    d->leaf[2] };
	int64_t units[] = { 0, d->entry.unit, d->entry_b.unit };
	int64_t themes[] = { 0, d->theme[0], d->theme[1] };
	int years[] = { 0, 2020, 2023, 2024 };

	assert_int_equal(db_begin(d->db), RC_OK);
	publish_many(d, 40);
	for (int k = 0; k < 5 * 3 * 3 * 4; k++)
		expect_filter(d, &(struct publication_filter){
		    .category = categories[k % 5], .unit = units[k / 5 % 3],
		    .theme = themes[k / 15 % 3], .year = years[k / 45],
		    .max = 5 }, 40);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* Forward to the end by next, back by previous: the same pages. */
static void
walk(struct district *d, struct publication_filter f)
{
	struct publications page[20];
	int64_t before[20] = { 0 };
	int n = 0;

	do {
		f.before = before[n];
		assert_int_equal(publication_list(d->db, &f, &page[n], d->m),
		    RC_OK);
		before[n + 1] = page[n].next;
	} while (page[n++].next != 0);
	assert_true(n > 2);
	assert_int_equal(page[0].previous, -1);
	/* the page that starts at the newest is reached by key 0 */
	for (int k = 1; k < n; k++) {
		f.before = page[k].previous;
		assert_int_equal(publication_list(d->db, &f, &page[19], d->m),
		    RC_OK);
		assert_int_equal(page[19].n, f.max);
		for (int j = 0; j < f.max; j++)
			assert_int_equal(page[19].v[j].id,
			    page[k - 1].v[j].id);
	}
	assert_int_equal(page[1].previous, 0);
}

static void
test_paging(void **state)
{
	struct district *d = *state;
	struct publication_filter f = { .max = 4 };
	struct publications out;

	assert_int_equal(db_begin(d->db), RC_OK);
	publish_many(d, 21);
	walk(d, (struct publication_filter){ .max = 4 });
	walk(d, (struct publication_filter){ .max = 1, .year = 2021 });
	walk(d, (struct publication_filter){ .max = 2,
	    .theme = d->theme[1], .unit = d->entry.unit });
	walk(d, (struct publication_filter){ .max = 3, .category = d->top });
	/* a key above or below everything is no error */
	f.before = 4711;
	assert_int_equal(publication_list(d->db, &f, &out, d->m), RC_OK);
	assert_int_equal(out.previous, -1);
	assert_int_equal(out.n, 4);
	f.before = 1;
	assert_int_equal(publication_list(d->db, &f, &out, d->m), RC_OK);
	assert_int_equal(out.n, 0);
	assert_int_equal(out.next, 0);
	assert_int_equal(out.previous, 5);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static int64_t
counted(struct district *d, enum publication_heading by,
    struct publication_filter f, int64_t key)
{
	struct publication_counts out;

	assert_int_equal(publication_count(d->db, by, &f, &out, d->m), RC_OK);
	for (int k = 0; k < out.n; k++) {
		assert_true(out.v[k].key > 0);
		assert_true(out.v[k].n > 0);
		if (out.v[k].key == key)
			return out.v[k].n;
	}
	return 0;
}

static void
test_counts(void **state)
{
	struct district *d = *state;
	struct publication_filter none = { 0 };

	assert_int_equal(db_begin(d->db), RC_OK);
	publish_many(d, 14);
	/* 7 and 14 stand in both leaves and once in what is above them */
	assert_int_equal(counted(d, BY_CATEGORY, none, d->leaf[0]), 6);
	assert_int_equal(counted(d, BY_CATEGORY, none, d->leaf[1]), 6);
	assert_int_equal(counted(d, BY_CATEGORY, none, d->top), 10);
	assert_int_equal(counted(d, BY_CATEGORY, none, d->leaf[2]), 4);
	assert_int_equal(counted(d, BY_YEAR, none, 2021), 4);
	assert_int_equal(counted(d, BY_YEAR, none, 2024), 0);
	assert_int_equal(counted(d, BY_THEME, none, d->theme[1]), 6);
	assert_int_equal(counted(d, BY_UNIT, none, d->entry.unit), 14);
	assert_int_equal(counted(d, BY_UNIT, none, d->entry_b.unit), 0);
	/* the heading itself does not narrow, everything else does */
	assert_int_equal(counted(d, BY_YEAR, (struct publication_filter){
	    .year = 2020, .unit = d->entry.unit }, 2021), 4);
	assert_int_equal(counted(d, BY_YEAR, (struct publication_filter){
	    .unit = d->entry_b.unit }, 2021), 0);
	assert_int_equal(counted(d, BY_CATEGORY, (struct publication_filter){
	    .year = 2022, .theme = d->theme[0] }, d->leaf[2]), 1);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static void
test_search(void **state)
{
	struct district *d = *state;
	struct publication_hits hits;
	int64_t before = 0, last = INT64_MAX;
	int seen = 0;

	assert_int_equal(db_begin(d->db), RC_OK);
	publish_many(d, 12);
	district_state(d, "甲局关于防汛的通知", STATE_PUBLISHED);
	assert_int_equal(found(d, "AAJ/2026-00003"), 1);
	assert_int_equal(found(d, " aaj／2026-00003 "), 1);
	assert_int_equal(found(d, "aaj2026-00003"), 1);
	assert_int_equal(found(d, "AAJ 2026 00003"), 1);
	assert_int_equal(found(d, "ａａｊ２０２６００００３"), 1);
	assert_int_equal(found(d, "AAJ/2026-00099"), 0);
	assert_int_equal(found(d, "宝坻政办发（2026）12 号"), 1);
	assert_int_equal(found(d, "宝坻政办发２０２６年１２号"), 1);
	assert_int_equal(found(d, "防汛 甲局"), 1);
	assert_int_equal(found(d, "防汛 乙局"), 0);
	assert_int_equal(found(d, ""), 0);
	assert_int_equal(found(d, "  "), 0);
	assert_int_equal(found(d, "\" OR * -"), 0);
	assert_int_equal(publication_search(d->db, "防汛", 0, 10, &hits,
	    d->m), RC_OK);
	assert_string_equal(hits.v[0].title_marked,
	    "甲局关于\x01防汛\x02的通知");
	assert_string_equal(hits.v[0].snippet, "正文");
	do {
		assert_int_equal(publication_search(d->db, "通知", before, 5,
		    &hits, d->m), RC_OK);
		assert_int_equal(hits.total, 13);
		assert_false(hits.more_than_total);
		for (int k = 0; k < hits.n; k++, seen++) {
			assert_true(hits.v[k].p.publication < last);
			last = hits.v[k].p.publication;
		}
		before = hits.next;
	} while (before != 0);
	assert_int_equal(seen, 13);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* More than is counted is said so, and paging goes on to the very end. */
static void
test_search_beyond_the_count(void **state)
{
	struct district *d = *state;
	struct publication_hits hits;
	int64_t before = 0;
	int pages = 0;

	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 1; k <= 1150; k++) {
		const struct search_entry e = { .key = k, .title = "大量",
		    .number = "", .text = "", .files = "", .made_on = "",
		    .published = "" };

		assert_int_equal(search_put(d->db, &e, d->m), RC_OK);
	}
	do {
		assert_int_equal(publication_search(d->db, "大量", before, 100,
		    &hits, d->m), RC_OK);
		assert_int_equal(hits.total, 1000);
		assert_true(hits.more_than_total);
		/* an index ahead of the views shows nothing */
		assert_int_equal(hits.n, 0);
		before = hits.next;
		pages++;
		assert_true(before == 0 || before == 1151 - 100 * pages);
	} while (before != 0);
	assert_int_equal(pages, 12);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* All rows of listing and listing_count, and what the index finds. */
static char *
picture(struct district *d)
{
	struct publication_hits hits;
	struct buf b = buf_new(d->m);
	struct rows q = db_query(d->db, "SELECT category_id, publication,"
	    " document_id, unit_id, theme_id, year FROM listing"
	    " ORDER BY document_id, category_id");

	while (db_next(&q))
		for (int k = 0; k < 6; k++)
			buf_printf(&b, "%lld ", (long long)db_int(&q, k));
	db_done(&q);
	q = db_query(d->db, "SELECT unit_id, category_id, theme_id, year, n"
	    " FROM listing_count ORDER BY unit_id, category_id, theme_id,"
	    " year");
	while (db_next(&q))
		for (int k = 0; k < 5; k++)
			buf_printf(&b, "%lld ", (long long)db_int(&q, k));
	db_done(&q);
	assert_int_equal(publication_search(d->db, "正文", 0, 100, &hits,
	    d->m), RC_OK);
	buf_printf(&b, "total %lld", (long long)hits.total);
	for (int k = 0; k < hits.n; k++)
		buf_printf(&b, " %s", hits.v[k].p.index_no);
	return b.s;
}

/* Takes nothing away; the rest is done seldom, so that much is listed. */
static bool
keeps(enum action a)
{
	return a != ACTION_DELETE && a != ACTION_RETURN &&
	    (a != ACTION_WITHDRAW || rand() % 4 == 0);
}

/* Somebody does something allowed with one of the documents. */
static void
step(struct district *d, int64_t id)
{
	const struct actor *const by[] = { &d->admin, &d->entry, &d->review };
	const struct move *open[ACTION__MAX];
	struct document doc = district_get(d, id);
	struct content c = district_content(d, arena_printf(d->m, "名称%d",
	    rand()));
	const struct actor *who = by[rand() % 3];
	int n = document_moves(&doc, who, open, ACTION__MAX);
	enum action a;

	if (n == 0)
		return;
	a = open[rand() % n]->action;
	c.category = &d->leaf[rand() % 2];
	c.n_categories = 1 + rand() % 2;
	c.theme = rand() % 3 ? d->theme[rand() % 2] : 0;
	c.made_on = rand() % 2 ? "2024-01-01" : "2025-01-01";
	district_openness(&c, rand() % 4 ? "active" : "request");
	/* an amendment may close it, and opens nothing */
	if (a == ACTION_AMEND && rand() % 20 > 0)
		district_openness(&c, doc.rev.c.openness);
	else if (a == ACTION_AMEND)
		district_openness(&c, "request");
	d->version = doc.version;
	if (a == ACTION_EDIT)
		assert_int_equal(document_save(d->db, who, &id, &d->version,
		    &c, &d->p, d->m), RC_OK);
	else if (a == ACTION_AMEND)
		assert_int_equal(district_amend(d, who, id, d->version,
		    &c, "改"), RC_OK);
	else if (a != ACTION_DISCARD && (keeps(a) || rand() % 60 == 0))
		assert_int_equal(district_move(d, who, id, a, "理由"), RC_OK);
}

static void
test_random_walk_stays_in_step(void **state)
{
	struct district *d = *state;
	int64_t id[12];
	const char *before;
	int shown = 0;

	srand(711);
	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 0; k < 12; k++)
		id[k] = district_state(d, "名称", STATE_PUBLISHED);
	for (int k = 0; k < 1500; k++) {
		step(d, id[rand() % 12]);
		if (k % 50 != 49)
			continue;
		before = picture(d);
		shown += strstr(before, "total 0") == NULL;
		assert_int_equal(document_reindex(d->db, d->m), RC_OK);
		assert_string_equal(picture(d), before);
	}
	assert_true(shown > 20);	/* else it showed little */
	assert_int_equal(COUNT(d, "SELECT n FROM listing_count WHERE n < $1",
	    V(1)), 0);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_one_visibility), T(test_not_active_is_nowhere),
		T(test_get), T(test_expired_and_tombstone), T(test_history),
		T(test_withdrawn_stays_withdrawn), T(test_files_of_others),
		T(test_every_filter), T(test_paging), T(test_counts),
		T(test_search), T(test_search_beyond_the_count),
		T(test_random_walk_stays_in_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* test_document.c - saving, checking, moving, amending, listing. */
#include <string.h>

#include "core/audit.h"
#include "core/listing.h"

#include "core/title_key.h"
#include "store/search.h"

#include "district.h"

static enum rc
save(struct district *d, const struct actor *who, int64_t *id,
    const struct content *c)
{
	return document_save(d->db, who, id, &d->version, c, &d->p, d->m);
}

static enum rc
amend(struct district *d, int64_t id, const struct content *c,
    const char *note)
{
	struct document doc = district_get(d, id);

	return district_amend(d, &d->admin, id, doc.version, c, note);
}

static void
test_happy_path(void **state)
{
	struct district *d = *state;
	struct document doc;
	struct audit_entries log;
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "  关于信息公开的通知 ", STATE_PUBLISHED);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	doc = district_get(d, id);
	assert_string_equal(doc.rev.c.title, "关于信息公开的通知");
	assert_string_equal(doc.rev.c.doc_no, "宝坻政办发〔2026〕12号");
	assert_string_equal(doc.rev.c.body.s, "<p>正文</p>");
	assert_string_equal(doc.index_no, "AAJ/2026-00001");
	assert_string_equal(doc.path, "/doc/aaj/2026-00001");
	assert_string_equal(doc.first_published, "2026-06-15T02:00:00Z");
	assert_string_equal(doc.rev.published, "2026-06-15T02:00:00Z");
	assert_int_equal(doc.version, 4);
	assert_int_equal(doc.rev.number, 1);
	assert_int_equal(doc.rev.attachments.n, 1);
	assert_string_equal(doc.rev.attachments.v[0].name, "表.pdf");
	assert_int_equal(doc.rev.original.id, d->original);
	assert_string_equal(doc.rev.category_names.v[0], "a20-1");
	assert_string_equal(doc.rev.kind_name, "通知");
	assert_string_equal(doc.rev.author, "aaj002");
	assert_string_equal(doc.entered_login, "aaj002");
	assert_int_equal(strlen(doc.rev.hash), 64);
	assert_int_equal(audit_of(d->db, "document", id, &log, d->m), RC_OK);
	assert_int_equal(log.n, 5);
	assert_string_equal(log.v[0].action, "edit");
	assert_string_equal(log.v[4].action, "publish");
	assert_string_equal(log.v[4].from, "approved");
	assert_string_equal(log.v[4].to, "published");
	assert_string_equal(log.v[4].login, "aaj003");
	assert_string_equal(log.v[4].address, "192.0.2.1");
}

static void
test_save_needs_only_a_title(void **state)
{
	struct district *d = *state;
	struct content c = { .title = "只有名称" };
	int64_t id = 0;
	struct document doc;
	struct problems p = { 0 };

	DEED(d, RC_OK, save(d, &d->entry, &id, &c));
	assert_int_equal(d->version, 1);
	doc = district_get(d, id);
	assert_int_equal(doc.state, STATE_DRAFT);
	assert_string_equal(doc.rev.c.openness, "active");
	document_check(&doc, &p);
	assert_int_equal(p.n, 4);
	assert_int_equal(problem_of(&p, "category"), PROBLEM_NO_CATEGORY);
	assert_int_equal(problem_of(&p, "made_on"), PROBLEM_MISSING);
	assert_int_equal(problem_of(&p, "summary"), PROBLEM_MISSING);
	assert_int_equal(problem_of(&p, "body"), PROBLEM_NO_BODY);
	DEED(d, RC_INVALID, district_move(d, &d->entry, id, ACTION_SUBMIT,
	    ""));
	assert_int_equal(problem_of(&d->p, "body"), PROBLEM_NO_BODY);
	assert_int_equal(district_get(d, id).version, 1);
}

static void
expect_problem(struct district *d, const struct content *c, const char *field,
    enum problem what)
{
	int64_t before = COUNT(d, "SELECT id FROM revision WHERE id > $1",
	    V(0));
	int64_t audit = COUNT(d, "SELECT id FROM audit WHERE id > $1", V(0));
	int64_t id = 0;

	/* committed all the same: nothing may have been written */
	assert_int_equal(db_begin(d->db), RC_OK);
	d->p = (struct problems){ 0 };
	assert_int_equal(save(d, &d->entry, &id, c), RC_INVALID);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(problem_of(&d->p, field), what);
	assert_int_equal(d->p.n, 1);
	assert_int_equal(COUNT(d, "SELECT id FROM revision WHERE id > $1",
	    V(0)), before);
	assert_int_equal(COUNT(d, "SELECT id FROM audit WHERE id > $1", V(0)),
	    audit);
}

static char *
repeat(struct district *d, const char *s, int n)
{
	char *out = arena_alloc(d->m, strlen(s) * (size_t)n + 1);

	while (n-- > 0)
		strcat(out, s);
	return out;
}

static void
test_save_texts_are_checked(void **state)
{
	struct district *d = *state;
	struct content good = district_content(d, "名称"), c;
	int64_t id = 0;

#define BAD(member, value, field, what)					\
	c = good;							\
	c.member = (value);						\
	expect_problem(d, &c, field, what)
	BAD(title, "", "title", PROBLEM_MISSING);
	BAD(title, " \t　", "title", PROBLEM_MISSING);
	BAD(title, NULL, "title", PROBLEM_MISSING);
	BAD(title, "a\x01z", "title", PROBLEM_NOT_TEXT);
	BAD(title, "\xff\xfe", "title", PROBLEM_NOT_TEXT);
	BAD(title, repeat(d, "字", 201), "title", PROBLEM_TOO_LONG);
	BAD(doc_no, "第3号", "doc_no", PROBLEM_DOC_NO);
	BAD(doc_no, "宝坻政办发〔2026〕03号", "doc_no", PROBLEM_DOC_NO);
	BAD(doc_no, repeat(d, "字", 61), "doc_no", PROBLEM_TOO_LONG);
	BAD(made_on, "2026-6-1", "made_on", PROBLEM_NOT_DATE);
	BAD(made_on, "2026-02-30", "made_on", PROBLEM_NOT_DATE);
	BAD(made_on, "2026-06-16", "made_on", PROBLEM_FUTURE);
	BAD(made_on, "1949-09-30", "made_on", PROBLEM_BEFORE_1949);
	BAD(summary, repeat(d, "字", 501), "summary", PROBLEM_TOO_LONG);
	BAD(openness, "secret", "openness", PROBLEM_NOT_CHOICE);
	BAD(kind, d->theme[0], "kind", PROBLEM_NOT_CHOICE);
	BAD(theme, 4711, "theme", PROBLEM_NOT_CHOICE);
	BAD(body_text, "\xc3(", "body", PROBLEM_NOT_TEXT);
	c = good;
	c.title = repeat(d, "字", 200);
	c.summary = repeat(d, "字", 500);
	c.made_on = "2026-06-15";
	DEED(d, RC_OK, save(d, &d->entry, &id, &c));
}

static void
test_save_files_and_categories_are_checked(void **state)
{
	struct district *d = *state;
	struct content good = district_content(d, "名称"), c;
	int64_t many[60] = { 0 }, id = 0;
	const char *image = "0123456789012345678901234567890123456789"
	    "012345678901234567890123";
	struct document doc;

	BAD(category, &d->top, "category", PROBLEM_UNKNOWN_CATEGORY);
	BAD(category, many, "category", PROBLEM_UNKNOWN_CATEGORY);
	BAD(attachment, &d->foreign, "attachment", PROBLEM_UNKNOWN_UPLOAD);
	BAD(attachment, &d->original, "attachment", PROBLEM_UNKNOWN_UPLOAD);
	BAD(attachment, many, "attachment", PROBLEM_UNKNOWN_UPLOAD);
	BAD(original, d->attachment, "original", PROBLEM_UNKNOWN_UPLOAD);
	BAD(original, d->foreign, "original", PROBLEM_UNKNOWN_UPLOAD);
	BAD(image, &image, "body", PROBLEM_UNKNOWN_UPLOAD);
	c = good;
	c.attachment = many;
	BAD(n_attachments, 51, "attachment", PROBLEM_TOO_MANY_FILES);
	BAD(n_categories, 21, "category", PROBLEM_TOO_LONG);
	/* ticked twice counts once */
	many[0] = many[1] = d->leaf[1];
	many[2] = d->leaf[0];
	c = good;
	c.category = many;
	c.n_categories = 3;
	DEED(d, RC_OK, save(d, &d->entry, &id, &c));
	doc = district_get(d, id);
	assert_int_equal(doc.rev.c.n_categories, 2);
	assert_int_equal(doc.rev.c.category[0], d->leaf[0]);
}

static void
test_doc_no(void **state)
{
	static const char *const good[] = { "", "宝坻政办发〔2010〕33号",
	    "津政〔1999〕1号", "宝政发〔2026〕99999号" };
	static const char *const bad[] = { "宝坻政办发[2010]33号",
	    "政〔2010〕33号", "宝坻政办发〔2010〕033号", "宝坻政办发〔2010〕0号",
	    "宝坻政办发〔2010〕第33号", "宝坻政办发〔1810〕33号",
	    "宝坻政办发〔10〕33号", "宝坻政办发〔2010〕33", "ABC〔2010〕33号",
	    "宝坻政办发〔2010〕33号 ", "宝坻政办发〔2010〕123456号",
	    "一二三四五六七八九十一二三四五六七〔2010〕33号", "〔2010〕33号" };
	static const char *const ways[] = { "宝坻政办发[2010]33号",
	    "宝坻政办发［２０１０］３３号", "宝坻政办发（2010）33号",
	    "宝坻政办发(2010)33号", "宝坻政办发【2010】33 号",
	    " 宝坻政办发 〔 2010 〕 33号　" };
	static const char *const asked[] = { "宝坻政办发2010年33号",
	    "宝坻政办发２０１０第３３号", "宝坻政办发201033号",
	    "宝坻政办发 2010-33", "宝坻政办发〔2010〕33",
	    "宝坻政办发[2010]第33号" };
	static const char *const other[] = { "", "冬季取暖2010",
	    "2010年33号", "宝坻政办发33号", "宝坻政办发〔2010〕33号通知",
	    "宝坻政办发2010年10月", "宝坻政办发〔3010〕33号" };
	struct arena *m = arena_new();

	(void)state;
	for (size_t k = 0; k < sizeof(good) / sizeof(good[0]); k++)
		assert_true(document_no_valid(good[k]));
	for (size_t k = 0; k < sizeof(bad) / sizeof(bad[0]); k++)
		assert_false(document_no_valid(bad[k]));
	for (size_t k = 0; k < sizeof(ways) / sizeof(ways[0]); k++)
		assert_string_equal(document_no_tidy(m, ways[k]), good[1]);
	assert_string_equal(document_no_tidy(m, " 第３号 "), "第３号");
	assert_string_equal(document_no_tidy(m, "Abc"), "Abc");
	assert_string_equal(document_no_tidy(m, ""), "");
	for (size_t k = 0; k < sizeof(ways) / sizeof(ways[0]); k++)
		assert_string_equal(document_no_asked(m, ways[k]), good[1]);
	for (size_t k = 0; k < sizeof(asked) / sizeof(asked[0]); k++)
		assert_string_equal(document_no_asked(m, asked[k]), good[1]);
	for (size_t k = 0; k < sizeof(other) / sizeof(other[0]); k++)
		assert_string_equal(document_no_asked(m, other[k]), "");
	arena_free(m);
}

static void
test_clerk_never_approves_own(void **state)
{
	struct district *d = *state;
	struct actor clerk;
	struct document doc;
	const struct move *out[ACTION__MAX];
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_SUBMITTED);
	clerk = d->entry;
	clerk.role = ROLE_REVIEW;	/* moved to the other desk meanwhile */
	assert_int_equal(district_move(d, &clerk, id, ACTION_APPROVE, ""),
	    RC_DENIED);
	doc = district_get(d, id);
	assert_int_equal(document_moves(&doc, &clerk, out, ACTION__MAX), 1);
	assert_int_equal(out[0]->action, ACTION_RETURN);
	assert_int_equal(document_moves(&doc, &d->review, out, ACTION__MAX),
	    2);
	assert_int_equal(document_moves(&doc, &d->review_b, out, ACTION__MAX),
	    0);
	/* also not whoever only saved it last */
	assert_int_equal(db_run(d->db, "UPDATE revision SET saved_by = $1"
	    " WHERE document_id = $2", V(d->review.user), V(id)), RC_OK);
	assert_int_equal(district_move(d, &d->review, id, ACTION_APPROVE, ""),
	    RC_DENIED);
	assert_int_equal(db_run(d->db, "UPDATE revision SET saved_by = $1"
	    " WHERE document_id = $2", V(d->entry.user), V(id)), RC_OK);
	assert_int_equal(district_move(d, &d->review, id, ACTION_APPROVE, ""),
	    RC_OK);
	assert_int_equal(district_move(d, &clerk, id, ACTION_PUBLISH, ""),
	    RC_DENIED);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static void
test_other_unit_finds_nothing(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "名称");
	struct document doc;
	struct revisions revs;
	int64_t id = 0, version = 1, unit = d->entry_b.unit;

	DEED(d, RC_OK, save(d, &d->entry, &id, &c));
	assert_int_equal(document_get(d->db, unit, id, &doc, d->m),
	    RC_NOT_FOUND);
	assert_int_equal(document_revisions(d->db, unit, id, &revs, d->m),
	    RC_NOT_FOUND);
	assert_int_equal(document_revision(d->db, unit, id, 1, &doc, d->m),
	    RC_NOT_FOUND);
	DEED(d, RC_NOT_FOUND, document_save(d->db, &d->entry_b, &id, &version,
	    &c, &d->p, d->m));
	DEED(d, RC_NOT_FOUND, district_move(d, &d->entry_b, id, ACTION_SUBMIT,
	    ""));
	DEED(d, RC_NOT_FOUND, district_move(d, &d->review_b, id,
	    ACTION_APPROVE, ""));
	DEED(d, RC_NOT_FOUND, district_amend(d, &d->admin_b, id, 1, &c,
	    "x"));
	DEED(d, RC_NOT_FOUND, document_move(d->db, &d->entry, 4711, 1,
	    ACTION_SUBMIT, "", &d->p, d->m));
	assert_int_equal(district_get(d, id).version, 1);
}

static void
test_stale_version_is_a_conflict(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "名称");
	int64_t id = 0, stale = 1;

	DEED(d, RC_OK, save(d, &d->entry, &id, &c));
	DEED(d, RC_OK, save(d, &d->entry, &id, &c));
	assert_int_equal(d->version, 2);
	c.title = "别的名称";
	DEED(d, RC_CONFLICT, document_save(d->db, &d->entry, &id, &stale, &c,
	    &d->p, d->m));
	assert_int_equal(stale, 1);
	DEED(d, RC_CONFLICT, document_move(d->db, &d->entry, id, 1,
	    ACTION_SUBMIT, "", &d->p, d->m));
	assert_string_equal(district_get(d, id).rev.c.title, "名称");
	/* a stale save after it was submitted changes nothing either */
	DEED(d, RC_OK, district_move(d, &d->entry, id, ACTION_SUBMIT, ""));
	d->version = 2;
	DEED(d, RC_CONFLICT, save(d, &d->entry, &id, &c));
	d->version = 3;
	DEED(d, RC_DENIED, save(d, &d->entry, &id, &c));
	/* whose role never allows it is told so, stale or not */
	DEED(d, RC_DENIED, document_move(d->db, &d->admin, id, 1,
	    ACTION_APPROVE, "", &d->p, d->m));
}

static void
test_two_reviewers_at_once(void **state)
{
	struct district *d = *state;
	struct db *other = district_again(d);
	struct problems p = { 0 };
	int64_t id, version;

	assert_non_null(other);
	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_SUBMITTED);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	version = district_get(d, id).version;	/* both have seen this one */
	DEED(d, RC_OK, district_move(d, &d->review, id, ACTION_APPROVE, ""));
	assert_int_equal(db_begin(other), RC_OK);
	assert_int_equal(db_end(other, document_move(other, &d->review, id,
	    version, ACTION_RETURN, "不行", &p, d->m)), RC_CONFLICT);
	assert_int_equal(district_get(d, id).state, STATE_APPROVED);
	db_close(other);
}

static void
test_return_and_second_round(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "第二稿");
	struct document doc;
	struct revisions revs;
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "第一稿", STATE_SUBMITTED);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	DEED(d, RC_INVALID, district_move(d, &d->review, id, ACTION_RETURN,
	    " \n"));
	assert_int_equal(problem_of(&d->p, "reason"), PROBLEM_REASON_NEEDED);
	DEED(d, RC_INVALID, district_move(d, &d->review, id, ACTION_RETURN,
	    repeat(d, "字", 501)));
	assert_int_equal(problem_of(&d->p, "reason"), PROBLEM_TOO_LONG);
	DEED(d, RC_OK, district_move(d, &d->review, id, ACTION_RETURN,
	    "附件不全"));
	doc = district_get(d, id);
	assert_int_equal(doc.state, STATE_DRAFT);
	assert_string_equal(doc.returned, "附件不全");
	d->version = doc.version;
	DEED(d, RC_OK, save(d, &d->entry, &id, &c));
	assert_string_equal(district_get(d, id).returned, "附件不全");
	DEED(d, RC_OK, district_move(d, &d->entry, id, ACTION_SUBMIT, ""));
	assert_string_equal(district_get(d, id).returned, "");
	assert_int_equal(document_revisions(d->db, d->entry.unit, id, &revs,
	    d->m), RC_OK);
	assert_int_equal(revs.n, 2);
	assert_int_equal(revs.v[0].number, 2);
	assert_string_equal(revs.v[0].c.title, "第二稿");
	assert_string_equal(revs.v[1].c.title, "第一稿");
	assert_string_equal(revs.v[1].c.body.s, "");
	assert_int_equal(document_revision(d->db, d->entry.unit, id, 1, &doc,
	    d->m), RC_OK);
	assert_string_equal(doc.rev.c.title, "第一稿");
	assert_string_equal(doc.rev.c.body.s, "<p>正文</p>");
	assert_int_equal(document_revision(d->db, d->entry.unit, id, 3, &doc,
	    d->m), RC_NOT_FOUND);
}

/* What was approved is what is published, or nothing is. */
static void
test_changed_behind_the_back(void **state)
{
	struct district *d = *state;
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_APPROVED);
	assert_int_equal(db_run(d->db, "UPDATE revision SET body ="
	    " '<p>别的</p>' WHERE document_id = $1", V(id)), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	DEED(d, RC_CONFLICT, district_move(d, &d->review, id, ACTION_PUBLISH,
	    ""));
	assert_int_equal(district_get(d, id).state, STATE_APPROVED);
	assert_string_equal(district_get(d, id).index_no, "");
	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(db_run(d->db, "UPDATE revision SET body ="
	    " '<p>正文</p>' WHERE document_id = $1", V(id)), RC_OK);
	assert_int_equal(db_run(d->db, "UPDATE upload SET sha256 = $1"
	    " WHERE id = $2", V(repeat(d, "d", 64)), V(d->attachment)),
	    RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	DEED(d, RC_CONFLICT, district_move(d, &d->review, id, ACTION_PUBLISH,
	    ""));
	/* an approval of something else is no approval */
	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_APPROVED);
	assert_int_equal(db_run(d->db, "UPDATE document SET approved_hash ="
	    " $1 WHERE id = $2", V(repeat(d, "e", 64)), V(id)), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	DEED(d, RC_CONFLICT, district_move(d, &d->review, id, ACTION_PUBLISH,
	    ""));
}

static void
test_discard(void **state)
{
	struct district *d = *state;
	struct document_filter f = { .unit = d->entry.unit, .max = 10 };
	struct document_rows rows;
	int64_t counts[STATE__MAX], returned, id;
	struct content c = district_content(d, "再来");
	const struct move *open[ACTION__MAX];
	struct document doc;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_draft(d, "错了");
	assert_int_equal(district_move(d, &d->entry, id, ACTION_DISCARD, ""),
	    RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(document_get(d->db, d->entry.unit, id, &doc, d->m),
	    RC_NOT_FOUND);
	assert_int_equal(document_list(d->db, &f, &rows, d->m), RC_OK);
	assert_int_equal(rows.n, 0);
	assert_int_equal(document_counts(d->db, d->entry.unit, counts,
	    &returned), RC_OK);
	for (int k = 0; k < STATE__MAX; k++)
		assert_int_equal(counts[k], 0);
	d->version = 2;
	DEED(d, RC_NOT_FOUND, save(d, &d->entry, &id, &c));
	assert_int_equal(COUNT(d, "SELECT id FROM public_tombstone"
	    " WHERE id = $1", V(id)), 0);
	/* what has an address keeps it: not discarded, only deleted */
	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "公开过", STATE_WITHDRAWN);
	assert_int_equal(save(d, &d->entry, &id, &c), RC_OK);
	doc = district_get(d, id);
	assert_int_equal(doc.state, STATE_DRAFT);
	assert_int_equal(document_moves(&doc, &d->entry, open, ACTION__MAX),
	    2);
	assert_int_equal(district_move(d, &d->entry, id, ACTION_DISCARD, ""),
	    RC_DENIED);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static void
test_amend(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "名称");
	struct document before, doc;
	struct revisions revs;
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_PUBLISHED);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	before = district_get(d, id);
	DEED(d, RC_INVALID, amend(d, id, &c, "没有变化"));
	assert_int_equal(problem_of(&d->p, "title"), PROBLEM_NO_CHANGE);
	c.body = (struct safe_html){ "<p>改正文</p>" };
	DEED(d, RC_INVALID, amend(d, id, &c, " "));
	assert_int_equal(problem_of(&d->p, "note"), PROBLEM_REASON_NEEDED);
	c.summary = "";
	DEED(d, RC_INVALID, amend(d, id, &c, "更正"));
	assert_int_equal(problem_of(&d->p, "summary"), PROBLEM_MISSING);
	c.summary = "概述";
	clock_travel(TEST_NOW + 3600);
	DEED(d, RC_OK, amend(d, id, &c, "更正数字"));
	doc = district_get(d, id);
	assert_int_equal(doc.state, STATE_PUBLISHED);
	assert_int_equal(doc.rev.number, 2);
	assert_string_equal(doc.rev.note, "更正数字");
	assert_string_equal(doc.rev.author, "aaj001");
	assert_string_equal(doc.index_no, before.index_no);
	assert_string_equal(doc.published, before.published);
	assert_string_equal(doc.rev.published, "2026-06-15T03:00:00Z");
	assert_int_equal(document_revisions(d->db, d->entry.unit, id, &revs,
	    d->m), RC_OK);
	assert_int_equal(revs.n, 2);
	DEED(d, RC_CONFLICT, district_amend(d, &d->admin, id,
	    before.version, &c, "更正"));
	/* marked expired it can still be put right, and stays expired */
	DEED(d, RC_OK, district_move(d, &d->review, id, ACTION_EXPIRE,
	    "到期"));
	c.title = "新名称";
	DEED(d, RC_OK, amend(d, id, &c, "改名"));
	doc = district_get(d, id);
	assert_int_equal(doc.state, STATE_EXPIRED);
	assert_string_equal(doc.reason, "到期");
	assert_string_equal(doc.expired, "2026-06-15T03:00:00Z");
}

static void
test_withdraw_and_again(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "改好了");
	struct document doc;
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	id = district_state(d, "名称", STATE_WITHDRAWN);
	doc = district_get(d, id);
	assert_string_equal(doc.reason, "理由");
	assert_string_equal(doc.left_portal, "2026-06-15T02:00:00Z");
	/* never straight back: a new review first */
	assert_int_equal(district_move(d, &d->review, id, ACTION_PUBLISH, ""),
	    RC_DENIED);
	assert_int_equal(save(d, &d->entry, &id, &c), RC_OK);
	assert_int_equal(district_get(d, id).rev.number, 2);
	clock_travel(TEST_NOW + 365 * 86400);
	assert_int_equal(district_move(d, &d->entry, id, ACTION_SUBMIT, ""),
	    RC_OK);
	assert_int_equal(district_move(d, &d->review, id, ACTION_APPROVE,
	    ""), RC_OK);
	assert_int_equal(district_move(d, &d->review, id, ACTION_PUBLISH,
	    ""), RC_OK);
	doc = district_get(d, id);
	assert_string_equal(doc.index_no, "AAJ/2026-00001");
	assert_string_equal(doc.first_published, "2026-06-15T02:00:00Z");
	assert_string_equal(doc.published, "2027-06-15T02:00:00Z");
	assert_string_equal(doc.reason, "");
	assert_string_equal(doc.left_portal, "");
	/* the next one of the new year counts from one again */
	id = district_state(d, "另一件", STATE_PUBLISHED);
	assert_string_equal(district_get(d, id).index_no, "AAJ/2027-00001");
	/* unchanged it can be submitted again too */
	id = district_state(d, "第三件", STATE_WITHDRAWN);
	assert_int_equal(district_move(d, &d->entry, id, ACTION_SUBMIT, ""),
	    RC_OK);
	assert_int_equal(district_get(d, id).rev.number, 1);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

/* The day of an index number is a day in Shanghai. */
static void
test_index_year(void **state)
{
	struct district *d = *state;
	int64_t id;

	assert_int_equal(db_begin(d->db), RC_OK);
	clock_travel(1798732799);	/* 2026-12-31 23:59:59 there */
	id = district_state(d, "年末", STATE_PUBLISHED);
	assert_string_equal(district_get(d, id).index_no, "AAJ/2026-00001");
	clock_travel(1798732800);
	id = district_state(d, "年初", STATE_PUBLISHED);
	assert_string_equal(district_get(d, id).index_no, "AAJ/2027-00001");
	/* deleted numbers are not given again */
	assert_int_equal(district_move(d, &d->review, id, ACTION_DELETE,
	    "重复"), RC_OK);
	id = district_state(d, "下一件", STATE_PUBLISHED);
	assert_string_equal(district_get(d, id).index_no, "AAJ/2027-00002");
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
}

static int
listed(struct district *d, struct document_filter f)
{
	struct document_rows rows;

	f.unit = d->entry.unit;
	f.max = 50;
	assert_int_equal(document_list(d->db, &f, &rows, d->m), RC_OK);
	return rows.n;
}

static void
test_list_filters(void **state)
{
	struct district *d = *state;
	struct content c = district_content(d, "100%_完成 Report");
	int64_t id = 0, counts[STATE__MAX], returned;

	assert_int_equal(db_begin(d->db), RC_OK);
	c.doc_no = "宝坻农〔2025〕7号";
	c.made_on = "2025-03-01";
	c.category = &d->leaf[2];
	assert_int_equal(save(d, &d->entry, &id, &c), RC_OK);
	district_state(d, "待审", STATE_SUBMITTED);
	district_state(d, "已发", STATE_PUBLISHED);
	district_state(d, "已撤", STATE_DELETED);
	id = district_state(d, "退回的", STATE_SUBMITTED);
	assert_int_equal(district_move(d, &d->review, id, ACTION_RETURN,
	    "不全"), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
#define F(...) listed(d, (struct document_filter){ __VA_ARGS__ })
	assert_int_equal(F(.q = NULL), 5);
	assert_int_equal(F(.states = { STATE_DRAFT }), 2);
	assert_int_equal(F(.states = { STATE_DRAFT, STATE_SUBMITTED }), 3);
	assert_int_equal(F(.states = { STATE_EXPIRED }), 0);
	assert_int_equal(F(.returned_only = true), 1);
	assert_int_equal(F(.q = "100%_"), 1);
	assert_int_equal(F(.q = "%"), 1);
	assert_int_equal(F(.q = "_"), 1);
	assert_int_equal(F(.q = "\\"), 0);
	assert_int_equal(F(.q = " rEPORT "), 1);
	assert_int_equal(F(.q = "宝坻农[2025]7号"), 1);
	assert_int_equal(F(.q = "aaj/2026-00001"), 1);
	assert_int_equal(F(.q = "2026-0000"), 2);
	assert_int_equal(F(.q = "' OR 1=1"), 0);
	assert_int_equal(F(.category = d->leaf[2]), 1);
	assert_int_equal(F(.category = d->top), 4);
	assert_int_equal(F(.from = "2026-01-01"), 4);
	assert_int_equal(F(.to = "2025-12-31"), 1);
	assert_int_equal(F(.from = "2025-03-01", .to = "2025-03-01"), 1);
	assert_int_equal(F(.text = "正文"), 5);
	assert_int_equal(F(.text = "没有的话"), 0);
	assert_int_equal(F(.openness = "active"), 5);
	assert_int_equal(F(.openness = "closed"), 0);
	assert_int_equal(F(.doc_no = "宝坻农[2025]"), 1);
	assert_int_equal(F(.doc_no = "Report"), 0);
	assert_int_equal(F(.index_no = "aaj/2026-0000"), 2);
	assert_int_equal(F(.by = "002"), 5);
	assert_int_equal(F(.by = "003"), 0);
	assert_int_equal(F(.published_from = "2020-01-01"), 2);
	assert_int_equal(F(.published_from = "2099-01-01"), 0);
	assert_int_equal(F(.published_to = "2020-01-01"), 0);
	assert_int_equal(F(.published_to = "2099-01-01"), 2);
	assert_int_equal(F(.states = { STATE_DRAFT }, .q = "退回",
	    .from = "2026-05-20", .category = d->leaf[0]), 1);
	assert_int_equal(document_counts(d->db, d->entry.unit, counts,
	    &returned), RC_OK);
	assert_int_equal(counts[STATE_DRAFT], 2);
	assert_int_equal(counts[STATE_PUBLISHED], 1);
	assert_int_equal(counts[STATE_DELETED], 1);
	assert_int_equal(returned, 1);
	assert_int_equal(document_counts(d->db, d->entry_b.unit, counts,
	    &returned), RC_OK);
	assert_int_equal(counts[STATE_DRAFT], 0);
}

static int64_t
holding(struct district *d, const char *title, const char *text,
    enum state state)
{
	int64_t id = district_state(d, title, STATE_DRAFT);

	assert_int_equal(db_run(d->db, "UPDATE revision SET body_text = $1"
	    " WHERE document_id = $2", V(text), V(id)), RC_OK);
	if (state == STATE_DRAFT)
		return id;
	assert_int_equal(db_run(d->db, "UPDATE document SET state = $1,"
	    " index_no = 'AAJ/2026-' || id, publication = id WHERE id = $2",
	    V(state_key(state)), V(id)), RC_OK);
	assert_int_equal(listing_refresh(d->db, id, d->m), RC_OK);
	return id;
}

/* What is public is found through the index, the rest beside it; all of it as
 * it stands in the text, in order, page by page. */
static void
test_list_words(void **state)
{
	struct district *d = *state;
	struct document_filter f = { .unit = d->entry.unit, .max = 1,
	    .text = "鹮鸟", .order = LIST_MODIFIED_UP };
	struct document_rows rows;
	int64_t id[5], closed;
	int n = 0;

	assert_int_equal(db_begin(d->db), RC_OK);
	assert_int_equal(search_filled(d->db), RC_OK);
	id[0] = holding(d, "甲", "见朱鹮鸟三只", STATE_PUBLISHED);
	id[1] = holding(d, "乙", "鹮鸟", STATE_DRAFT);
	id[2] = holding(d, "丙", "（鹮鸟）", STATE_EXPIRED);
	id[3] = holding(d, "丁", "鹮鸟", STATE_WITHDRAWN);
	closed = id[4] = holding(d, "戊", "鹮鸟", STATE_PUBLISHED);
	holding(d, "鹮鸟", "鹮，鸟 2鹮3鸟", STATE_PUBLISHED);
	assert_int_equal(db_run(d->db, "UPDATE revision SET openness"
	    " = 'closed' WHERE document_id = $1", V(closed)), RC_OK);
	assert_int_equal(db_run(d->db, "INSERT INTO closure (revision_id,"
	    " unit_id, openness) SELECT id, $1, 'closed' FROM revision"
	    " WHERE document_id = $2", V(d->entry.unit), V(closed)), RC_OK);
	assert_int_equal(listing_refresh(d->db, closed, d->m), RC_OK);
	for (int k = 0; k < 5; k++)
		assert_int_equal(db_run(d->db, "UPDATE document SET modified"
		    " = $1 WHERE id = $2", V(arena_printf(d->m,
		    "2026-05-2%dT00:00:00Z", k)), V(id[k])), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	do {
		assert_int_equal(document_list(d->db, &f, &rows, d->m), RC_OK);
		assert_int_equal(rows.n, 1);
		assert_int_equal(rows.v[0].id, id[n++]);
		f.after = rows.next;
		f.after_id = rows.next_id;
	} while (rows.next_id != 0);
	assert_int_equal(n, 5);
	assert_int_equal(F(.text = "鹮鸟", .states = { STATE_WITHDRAWN }), 1);
	assert_int_equal(F(.text = "鹮鸟", .states = { STATE_PUBLISHED }), 2);
	assert_int_equal(F(.text = "鹮鸟", .states = { STATE_PUBLISHED,
	    STATE_EXPIRED }), 3);
	assert_int_equal(F(.text = "朱鹮鸟三"), 1);
	assert_int_equal(F(.text = "（鹮鸟"), 1);
	assert_int_equal(F(.text = "鹮3"), 1);
	assert_int_equal(F(.text = "2鹮"), 1);
	assert_int_equal(F(.text = "三鸟"), 0);
	assert_int_equal(F(.text = "鸟", .q = "鹮"), 1);
	assert_int_equal(F(.q = "鹮鸟"), 1);
	assert_int_equal(F(.text = "鹮鸟", .openness = "closed"), 1);
}

/* Every document exactly once, newest first, also when times are equal. */
static void
test_list_pages(void **state)
{
	struct district *d = *state;
	struct document_filter f = { .unit = d->entry.unit, .max = 3 };
	struct document_rows rows;
	int64_t last = INT64_MAX;
	int seen = 0;

	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 0; k < 10; k++)
		district_draft(d, "名称");
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	do {
		assert_int_equal(document_list(d->db, &f, &rows, d->m), RC_OK);
		for (int k = 0; k < rows.n; k++, seen++) {
			assert_true(rows.v[k].id < last);
			last = rows.v[k].id;
		}
		f.after = rows.next;
		f.after_id = rows.next_id;
	} while (rows.next_id != 0);
	assert_int_equal(seen, 10);
}

static const char *
key_of_row(const struct document_row *r, enum document_order o)
{
	return o <= LIST_MODIFIED_UP ? r->modified :
	    o <= LIST_MADE_UP ? r->made_on :
	    o <= LIST_PUBLISHED_UP ? r->published : r->index_no;
}

/* Every order, page by page of two: each row once, none out of order. */
static void
test_list_orders(void **state)
{
	struct district *d = *state;
	struct document_filter f = { .unit = d->entry.unit, .max = 2 };
	struct document_rows rows;

	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 0; k < 5; k++)
		district_draft(d, "名称");
	assert_int_equal(db_run(d->db, "UPDATE revision SET made_on ="
	    " CASE id % 3 WHEN 0 THEN '' WHEN 1 THEN '2026-01-02'"
	    " ELSE '2025-01-02' END"), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	for (int o = 0; o < LIST_INDEX; o++) {
		const char *last = o % 2 ? "" : "~";
		int seen = 0;

		f.order = (enum document_order)o;
		f.after_id = 0;
		do {
			assert_int_equal(document_list(d->db, &f, &rows,
			    d->m), RC_OK);
			for (int k = 0; k < rows.n; k++, seen++) {
				const char *key = key_of_row(&rows.v[k],
				    f.order);
				int c = strcmp(key, last);

				assert_true(o % 2 ? c >= 0 : c <= 0);
				last = key;
			}
			f.after = rows.next;
			f.after_id = rows.next_id;
		} while (rows.next_id != 0);
		assert_int_equal(seen, 5);
	}
}

/* By pinyin, in any script, and what had no key gets one. */
static void
test_list_titles(void **state)
{
	static const char *const up[] = { "2026年计划", "安排", "回复",
	    "会议通知", "Report", "〔说明〕" };
	struct district *d = *state;
	struct document_filter f = { .unit = d->entry.unit, .max = 2 };
	struct document_rows rows;

	assert_int_equal(db_begin(d->db), RC_OK);
	for (int k = 0; k < 6; k++)
		district_draft(d, up[(k * 5 + 3) % 6]);
	assert_int_equal(db_run(d->db, "UPDATE revision SET title_sort = ''"
	    " WHERE title IN ('安排', 'Report')"), RC_OK);
	assert_int_equal(db_end(d->db, RC_OK), RC_OK);
	assert_int_equal(title_key_fill(d->db, d->m), RC_OK);
	for (int o = LIST_TITLE; o <= LIST_TITLE_UP; o++) {
		int seen = 0;

		f.order = (enum document_order)o;
		f.after_id = 0;
		do {
			assert_int_equal(document_list(d->db, &f, &rows,
			    d->m), RC_OK);
			for (int k = 0; k < rows.n; k++, seen++)
				assert_string_equal(rows.v[k].title,
				    up[o == LIST_TITLE ? 5 - seen : seen]);
			f.after = rows.next;
			f.after_id = rows.next_id;
		} while (rows.next_id != 0);
		assert_int_equal(seen, 6);
	}
}

#define T(f) cmocka_unit_test_setup_teardown(f, district_setup, \
	district_teardown)
int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(test_happy_path), T(test_save_needs_only_a_title),
		T(test_save_texts_are_checked),
		T(test_save_files_and_categories_are_checked),
		cmocka_unit_test(test_doc_no),
		T(test_clerk_never_approves_own),
		T(test_other_unit_finds_nothing),
		T(test_stale_version_is_a_conflict),
		T(test_two_reviewers_at_once),
		T(test_return_and_second_round),
		T(test_changed_behind_the_back), T(test_discard),
		T(test_amend), T(test_withdraw_and_again), T(test_index_year),
		T(test_list_filters), T(test_list_words), T(test_list_pages),
		T(test_list_orders), T(test_list_titles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

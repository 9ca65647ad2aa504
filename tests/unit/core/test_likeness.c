/* test_likeness.c - the same number and nearly the same text are found,
 * within the unit and by an index. */
#include <stdio.h>
#include <string.h>

#include "core/likeness.h"

#include "district.h"

#define PARAGRAPH							\
	"为做好今冬明春火灾防控工作，各单位要落实消防安全责任，组织开展"	\
	"自查自改，重点检查人员密集场所、高层建筑、施工工地和老旧小区的"	\
	"疏散通道、消防设施、电气线路和燃气管道，发现隐患立即整改，不能"	\
	"立即整改的要制定方案、明确时限、落实防范措施并报属地政府备案。"

static const char *
long_text(struct arena *m, const char *change)
{
	char *s = arena_strdup(m, "");

	for (int k = 0; k < 12; k++)
		s = arena_printf(m, "%s第%d条　" PARAGRAPH "\n", s, k + 1);
	return arena_printf(m, "%s%s", s, change);
}

static int64_t
enter(struct district *d, const struct actor *who, const char *title,
    const char *no, const char *text)
{
	struct content c = district_content(d, title);
	int64_t id = 0, version = 0;

	c.doc_no = no;
	c.body_text = text;
	if (who != &d->entry)
		c.n_attachments = c.n_images = (int)(c.original = 0);
	DEED(d, RC_OK, document_save(d->db, who, &id, &version, &c, &d->p,
	    d->m));
	return id;
}

static struct likes
find(struct district *d, int64_t except, const char *no, const char *text)
{
	struct likes l;

	assert_int_equal(likeness_find(d->db, d->entry.unit, except, no, text,
	    &l, d->m), RC_OK);
	return l;
}

static void
test_distance(void **state)
{
	struct district *d = *state;
	uint64_t a = likeness_of(long_text(d->m, ""));
	uint64_t one = likeness_of(long_text(d->m, "以上请认真执行。"));
	uint64_t other = likeness_of("为规范全区建设工程招标投标活动，维护"
	    "国家利益、社会公共利益和招标投标当事人的合法权益，提高经济效益，"
	    "保证项目质量，根据有关法律法规，结合本区实际，制定本办法。");

	assert_true(a != 0 && other != 0);
	assert_true(likeness_distance(a, one) <= LIKENESS_BITS);
	assert_true(likeness_distance(a, other) > 10);
	assert_int_equal(likeness_of("正文第一段。正文第二段。"), 0);
	assert_int_equal(likeness_of(""), 0);
}

static void
test_find(void **state)
{
	struct district *d = *state;
	const char *text = long_text(d->m, "");
	int64_t a = enter(d, &d->entry, "甲", "宝坻政办发〔2026〕1号", text);
	int64_t b = enter(d, &d->entry, "乙", "宝坻政办发〔2026〕2号",
	    "短");
	struct likes l;

	enter(d, &d->entry_b, "丙", "宝坻政办发〔2026〕2号", text);
	l = find(d, 0, "", long_text(d->m, "以上请认真执行。"));
	assert_int_equal(l.n, 1);
	assert_int_equal(l.v[0].id, a);
	assert_false(l.v[0].number);
	assert_int_equal(l.v[0].state, STATE_DRAFT);
	l = find(d, 0, "宝坻政办发〔2026〕2号", text);
	assert_int_equal(l.n, 2);
	assert_int_equal(l.v[0].id, b);
	assert_true(l.v[0].number);
	assert_string_equal(l.v[0].title, "乙");
	/* itself is no other, and each is told once */
	assert_int_equal(find(d, a, "", text).n, 0);
	assert_int_equal(find(d, 0, "宝坻政办发〔2026〕1号", text).n, 1);
	DEED(d, RC_OK, district_move(d, &d->entry, a, ACTION_DISCARD, ""));
	assert_int_equal(find(d, 0, "宝坻政办发〔2026〕1号", text).n, 0);
}

/* A draft that was changed is found by what it says now. */
static void
test_changed(void **state)
{
	struct district *d = *state;
	const char *text = long_text(d->m, "");
	int64_t id = enter(d, &d->entry, "甲", "", "短"), version = 1;
	struct content c = district_content(d, "甲");

	assert_int_equal(find(d, 0, "", text).n, 0);
	c.body_text = text;
	DEED(d, RC_OK, document_save(d->db, &d->entry, &id, &version, &c,
	    &d->p, d->m));
	assert_int_equal(find(d, 0, "", text).n, 1);
	c.body_text = "短";
	DEED(d, RC_OK, document_save(d->db, &d->entry, &id, &version, &c,
	    &d->p, d->m));
	assert_int_equal(find(d, 0, "", text).n, 0);
}

int
main(void)
{
#define T(f) cmocka_unit_test_setup_teardown(f, district_setup,		\
	district_teardown)
	const struct CMUnitTest tests[] = {
		T(test_distance), T(test_find), T(test_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

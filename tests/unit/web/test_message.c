/* test_message.c - no code is left without words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "web/message.h"

static struct arena *mem;

static void
every_code_has_words(void **state)
{
	int k;

	(void)state;
	for (k = PROBLEM_NONE + 1; k < PROBLEM__MAX; k++)
		assert_true(strlen(message_problem(mem, (enum problem)k, 0)) >
		    6);
	for (k = STATE_NONE + 1; k < STATE__MAX; k++)
		assert_true(strlen(message_state((enum state)k)) >= 6);
	for (k = ACTION_NONE + 1; k < ACTION__MAX; k++) {
		assert_true(strlen(message_action((enum action)k)) >= 6);
		assert_string_equal(message_audit(action_key((enum action)k)),
		    message_action((enum action)k));
	}
	for (k = ROLE_NONE + 1; k < ROLE__MAX; k++)
		assert_true(strlen(message_role((enum role)k)) >= 6);
	for (k = RC_OK + 1; k < RC__MAX; k++)
		assert_true(strlen(message_result((enum rc)k)) >= 6);
}

static void
no_code_no_words(void **state)
{
	(void)state;
	assert_string_equal(message_problem(mem, PROBLEM_NONE, 5), "");
	assert_string_equal(message_problem(mem, PROBLEM__MAX, 5), "");
	assert_string_equal(message_state(STATE__MAX), "");
	assert_string_equal(message_action(ACTION__MAX), "");
	assert_string_equal(message_role(ROLE_NONE), "");
	assert_string_equal(message_openness("x"), "");
	assert_string_equal(message_result(RC_OK), "");
	/* Better the key than nothing. */
	assert_string_equal(message_audit("x"), "x");
	assert_string_equal(message_field("x"), "x");
}

static void
limits(void **state)
{
	(void)state;
	assert_string_equal(message_problem(mem, PROBLEM_TOO_LONG, 200),
	    "最多 200 个字，请缩短。");
	assert_string_equal(message_problem(mem, PROBLEM_TOO_LONG, 0),
	    "内容太长，请缩短。");
	assert_non_null(strstr(message_problem(mem, PROBLEM_FILE_TOO_LARGE,
	    50 << 20), "50"));
	assert_string_equal(message_problem(mem, PROBLEM_NOT_DATE, 200),
	    message_problem(mem, PROBLEM_NOT_DATE, 0));
}

static void
words_of_the_manual(void **state)
{
	(void)state;
	assert_string_equal(message_action(ACTION_APPROVE), "审批通过");
	assert_string_equal(message_action(ACTION_RETURN), "审批不通过");
	assert_string_equal(message_action(ACTION_WITHDRAW), "取消发布");
	assert_string_equal(message_action(ACTION_EXPIRE), "信息失效");
	assert_string_equal(message_action(ACTION_DELETE), "删除");
	assert_string_equal(message_openness("active"), "主动公开");
	assert_string_equal(message_openness("request"), "依申请公开");
	assert_string_equal(message_openness("closed"), "不予公开");
	assert_string_equal(message_field("title"), "信息名称");
	assert_string_equal(message_field("made_on"), "生成日期");
	assert_string_equal(message_audit("login"), "登录");
	assert_string_equal(message_audit("change_password"), "修改密码");
}

static int
set_up(void **state)
{
	(void)state;
	mem = arena_new();
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(mem);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_code_has_words),
		cmocka_unit_test(no_code_no_words),
		cmocka_unit_test(limits),
		cmocka_unit_test(words_of_the_manual),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}

/* test_message_case.c - no state, act or choice of applications is left
 * without words. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "core/case_result.h"
#include "core/letter.h"
#include "web/message.h"
#include "web/message_case.h"

static void
test_tables(void **state)
{
	const struct case_result *r;
	const char *key;
	int k, n;

	(void)state;
	for (k = CASE_NONE + 1; k < CASE__MAX; k++)
		assert_true(*message_case_state((enum case_state)k) != '\0');
	for (k = CHANNEL_NONE + 1; k < CHANNEL__MAX; k++)
		assert_true(*message_channel((enum channel)k) != '\0');
	for (k = SETTING_NONE + 1; k < SETTING__MAX; k++)
		assert_true(*message_setting((enum setting)k) != '\0');
	for (k = ACT_NONE + 1; k < ACT__MAX; k++) {
		key = case_act_key((enum case_act)k);
		assert_true(*message_case_act((enum case_act)k) != '\0');
		assert_true(*message_case_event(key) != '\0');
		key = case_act_rule((enum case_act)k)->letter;
		if (*key != '\0')
			assert_true(*message_letter(key) != '\0');
	}
	r = case_results(&n);
	for (k = 0; k < n; k++)
		assert_true(*message_case_result(r[k].key) != '\0');
	assert_string_equal(message_case_result(""), "");
	assert_string_equal(message_case_act(ACT__MAX), "");
	assert_string_equal(message_case_state(CASE_NONE), "");
	assert_string_equal(message_channel(CHANNEL__MAX), "");
	assert_string_equal(message_setting(SETTING__MAX), "");
}

static void
test_words(void **state)
{
	(void)state;
	assert_string_equal(message_organisation(""), "公民");
	assert_string_equal(message_organisation("legal"), "法律服务机构");
	assert_string_equal(message_delivery("mail"), "邮寄");
	assert_string_equal(message_carrier("paper"), "纸质文本");
	assert_string_equal(message_paper("uscc"), "统一社会信用代码证照");
	assert_string_equal(message_assistance("large_print"), "大字文本");
	assert_string_equal(message_file_use("answer"), "答复附件");
	assert_string_equal(message_follow("review"), "行政复议");
	assert_string_equal(message_outcome("upheld"), "结果维持");
	assert_string_equal(message_delivery("x"), "");
	/* The log of deeds tells a withdrawn application from a document. */
	assert_string_equal(message_audit("withdraw"), "取消发布");
	assert_string_equal(message_audit("case_withdraw"), "撤回");
	assert_string_equal(message_audit("apply"), "收到公开申请");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_tables),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}

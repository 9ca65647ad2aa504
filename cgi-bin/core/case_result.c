/* case_result.c - the table of results; its order is that of the report. */
#include <string.h>

#include "core/case_result.h"

#define GRANTED		"予以公开"
#define PARTIAL		"部分公开"
#define REFUSED		"不予公开"
#define UNABLE		"无法提供"
#define DECLINED	"不予处理"
#define OTHER		"其他处理"

static const struct case_result results[] = {
	{ "granted", 3, GRANTED, "（一）予以公开", "予以公开",
	    "第三十六条第（二）项",
	    "信息可以公开，随答复提供，或者告知获取的方式和时间。",
	    0, REMEDY_CHOICE, true },
	{ "granted_public", 3, GRANTED, "（一）予以公开",
	    "予以公开（已主动公开）", "第三十六条第（一）项",
	    "信息已经主动公开，告知获取的方式、途径。",
	    RESULT_WAY, REMEDY_CHOICE, true },
	{ "partial", 4, PARTIAL,
	    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
	    "部分公开", "第三十七条",
	    "信息中有不应当公开的内容，能够区分处理，提供可以公开的部分，"
	    "并对不予公开的部分说明理由。",
	    RESULT_PARTS | RESULT_BASIS | RESULT_REASON, REMEDY_CHOICE, true },

	{ "refused_secret", 5, REFUSED, "1.属于国家秘密",
	    "不予公开（国家秘密）", "第十四条",
	    "信息依法确定为国家秘密。",
	    RESULT_REASON, REMEDY_REVIEW_FIRST, true },
	{ "refused_law", 6, REFUSED, "2.其他法律行政法规禁止公开",
	    "不予公开（法律、行政法规禁止公开）", "第十四条",
	    "法律、行政法规禁止公开这项信息。",
	    RESULT_REASON, REMEDY_REVIEW_FIRST, true },
	{ "refused_safety", 7, REFUSED, "3.危及“三安全一稳定”",
	    "不予公开（危及“三安全一稳定”）", "第十四条",
	    "公开后可能危及国家安全、公共安全、经济安全、社会稳定。",
	    RESULT_REASON, REMEDY_REVIEW_FIRST, true },
	{ "refused_third", 8, REFUSED, "4.保护第三方合法权益",
	    "不予公开（第三方合法权益）", "第十五条",
	    "信息涉及商业秘密、个人隐私等，公开会损害第三方合法权益。",
	    RESULT_REASON, REMEDY_REVIEW_FIRST, true },
	{ "refused_internal", 9, REFUSED, "5.属于三类内部事务信息",
	    "不予公开（内部事务信息）", "第十六条第一款",
	    "属于人事管理、后勤管理、内部工作流程等内部事务信息。",
	    RESULT_REASON, REMEDY_REVIEW_FIRST, true },
	{ "refused_process", 10, REFUSED, "6.属于四类过程性信息",
	    "不予公开（过程性信息）", "第十六条第二款",
	    "属于讨论记录、过程稿、磋商信函、请示报告等过程性信息。",
	    RESULT_REASON, REMEDY_REVIEW_FIRST, true },
	{ "refused_enforcement", 11, REFUSED, "7.属于行政执法案卷",
	    "不予公开（行政执法案卷）", "第十六条第二款",
	    "属于行政执法案卷信息。",
	    RESULT_REASON, REMEDY_REVIEW_FIRST, true },
	{ "refused_inquiry", 12, REFUSED, "8.属于行政查询事项",
	    "不予公开（行政查询事项）", "第三十六条第（七）项",
	    "属于工商、不动产登记等资料，法律、行政法规对查询另有规定，"
	    "告知按照有关规定办理。",
	    RESULT_REASON, REMEDY_CHOICE, true },

	{ "unable_absent", 13, UNABLE, "1.本机关不掌握相关政府信息",
	    "无法提供（政府信息不存在）", "第三十六条第（四）项",
	    "经检索，没有所申请公开的信息。",
	    RESULT_REASON, REMEDY_CHOICE, true },
	{ "unable_other_organ", 13, UNABLE, "1.本机关不掌握相关政府信息",
	    "无法提供（不属于本机关负责公开）", "第三十六条第（五）项",
	    "信息不由本机关负责公开，告知理由和负责公开的机关。",
	    RESULT_REASON | RESULT_ORGAN, REMEDY_CHOICE, true },
	{ "unable_make", 14, UNABLE, "2.没有现成信息需要另行制作",
	    "无法提供（需要另行制作）", "第三十八条",
	    "没有现成的信息，需要加工、分析后另行制作。",
	    RESULT_REASON, REMEDY_CHOICE, true },
	{ "unable_unclear", 15, UNABLE, "3.补正后申请内容仍不明确",
	    "无法提供（补正后仍不明确）", "第三十条",
	    "补正以后，申请公开的内容仍然不明确。",
	    RESULT_REASON | RESULT_CORRECTED, REMEDY_CHOICE, true },

	{ "declined_petition", 16, DECLINED, "1.信访举报投诉类申请",
	    "不予处理（信访举报投诉）", "第三十九条第一款",
	    "以申请的形式进行信访、投诉、举报等活动，告知通过相应渠道提出。",
	    RESULT_REASON, REMEDY_CHOICE, true },
	{ "declined_repeat", 17, DECLINED, "2.重复申请",
	    "不予处理（重复申请）", "第三十六条第（六）项",
	    "已经答复过，又重复申请公开相同的信息。",
	    RESULT_REASON, REMEDY_CHOICE, true },
	{ "declined_publication", 18, DECLINED, "3.要求提供公开出版物",
	    "不予处理（公开出版物）", "第三十九条第二款",
	    "要求提供政府公报、报刊、书籍等公开出版物，告知获取的途径。",
	    RESULT_REASON | RESULT_WAY, REMEDY_CHOICE, true },
	{ "declined_excessive", 19, DECLINED, "4.无正当理由大量反复申请",
	    "不予处理（大量反复申请）", "第三十五条",
	    "申请数量、频次明显超过合理范围，说明的理由不合理。",
	    RESULT_REASON, REMEDY_CHOICE, true },
	{ "declined_confirm", 20, DECLINED,
	    "5.要求行政机关确认或重新出具已获取信息",
	    "不予处理（确认或重新出具）", "",
	    "要求确认或者重新出具已经取得的信息。",
	    RESULT_REASON, REMEDY_CHOICE, true },

	{ "lapsed_correction", 21, OTHER, "1.申请人无正当理由逾期不补正、"
	    "行政机关不再处理其政府信息公开申请",
	    "其他处理（逾期不补正）", "第三十条",
	    "无正当理由逾期没有补正，视为放弃申请。",
	    0, REMEDY_CHOICE, false },
	{ "lapsed_fee", 22, OTHER, "2.申请人逾期未按收费通知要求缴纳费用、"
	    "行政机关不再处理其政府信息公开申请",
	    "其他处理（逾期不缴费）", "第四十二条",
	    "没有按照收费通知的要求缴纳费用，视为放弃申请。",
	    0, REMEDY_CHOICE, false },
	{ "other", 23, OTHER, "3.其他", "其他处理", "",
	    "不属于以上情形的其他处理，在理由中说明。",
	    RESULT_REASON, REMEDY_CHOICE, true },
	{ "withdrawn", 23, OTHER, "3.其他", "其他处理（申请人撤回）", "",
	    "申请人撤回了申请。", 0, REMEDY_NONE, false },
	{ "ended", 23, OTHER, "3.其他", "其他处理（终止办理）", "",
	    "出现不能继续办理的情形，终止办理。", 0, REMEDY_CHOICE, false },
};
#define RESULTS ((int)(sizeof(results) / sizeof(results[0])))

const struct case_result *
case_results(int *n)
{
	*n = RESULTS;
	return results;
}

const struct case_result *
case_result_get(const char *key)
{
	for (int k = 0; k < RESULTS; k++)
		if (strcmp(results[k].key, key) == 0)
			return &results[k];
	return NULL;
}

enum remedy
case_result_remedy(const char *key, const char *basis)
{
	const struct case_result *r = case_result_get(key), *b;

	if (r == NULL)
		return REMEDY_NONE;
	if ((r->needs & RESULT_BASIS) == 0)
		return r->remedy;
	b = case_result_get(basis);
	return b != NULL ? b->remedy : r->remedy;
}

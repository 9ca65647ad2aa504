/* message_case.c - the words of applications. */
#include <string.h>

#include "core/case_result.h"
#include "web/message_case.h"

struct word {
	const char *key, *text;
};

static const char *const states[CASE__MAX] = {
	[CASE_NONE] = "",
	[CASE_SUBMITTED] = "待确认",
	[CASE_OPEN] = "办理中",
	[CASE_CORRECTING] = "待补正",
	[CASE_DRAFTED] = "待签发",
	[CASE_ANSWERED] = "已答复",
	[CASE_WITHDRAWN] = "已撤回",
	[CASE_ENDED] = "已终止",
};

static const char *const acts[ACT__MAX] = {
	[ACT_NONE] = "",
	[ACT_CONFIRM] = "确认收到",
	[ACT_ASK_CORRECTION] = "补正告知",
	[ACT_CORRECT] = "收到补正",
	[ACT_CORRECTION_LAPSED] = "逾期不补正",
	[ACT_CONSULT_THIRD] = "征求第三方意见",
	[ACT_CONSULT_ORGAN] = "征求其他机关意见",
	[ACT_CONSULT_MAKER] = "征求共同制作机关意见",
	[ACT_CONSULT_REPLY] = "收到意见",
	[ACT_ASK_EXTENSION] = "申请延期",
	[ACT_APPROVE_EXTENSION] = "批准延期",
	[ACT_REFUSE_EXTENSION] = "不批准延期",
	[ACT_ASK_REASONS] = "要求说明理由",
	[ACT_REASONS_GIVEN] = "收到理由说明",
	[ACT_FEE_NOTICE] = "收费通知",
	[ACT_FEE_PAID] = "已缴费",
	[ACT_FEE_LAPSED] = "逾期不缴费",
	[ACT_FORWARD] = "转告其他机关",
	[ACT_SUSPEND] = "中止",
	[ACT_RESUME] = "恢复",
	[ACT_DRAFT_REPLY] = "回复",
	[ACT_RELEASE_REPLY] = "签发",
	[ACT_RETURN_REPLY] = "退回修改",
	[ACT_WITHDRAW] = "撤回",
	[ACT_END] = "终止",
};

static const char *const channels[CHANNEL__MAX] = {
	[CHANNEL_NONE] = "",
	[CHANNEL_INTERNET] = "互联网",
	[CHANNEL_COUNTER] = "当面",
	[CHANNEL_POST] = "邮寄（签收）",
	[CHANNEL_LETTER] = "邮寄（平信）",
	[CHANNEL_FAX] = "传真",
	[CHANNEL_ORAL] = "口头",
};

/* To the applicant, what happened. */
static const struct word events[] = {
	{ "submit",		"您提交了申请" },
	{ "confirm",		"单位确认收到您的申请" },
	{ "ask_correction",	"单位请您补正申请内容" },
	{ "correct",		"单位收到您的补正" },
	{ "correction_lapsed",	"没有收到补正，不再办理" },
	{ "consult_third",	"单位正在征求第三方意见" },
	{ "consult_organ",	"单位正在征求其他机关意见" },
	{ "consult_maker",	"单位正在征求共同制作机关意见" },
	{ "consult_reply",	"征求意见结束" },
	{ "approve_extension",	"答复期限延长" },
	{ "ask_reasons",	"单位请您说明理由" },
	{ "reasons_given",	"单位收到您的说明" },
	{ "fee_notice",		"单位通知您缴纳信息处理费" },
	{ "fee_paid",		"您已缴费" },
	{ "fee_lapsed",		"没有收到缴费，不再办理" },
	{ "forward",		"单位将您的申请转告其他机关" },
	{ "suspend",		"办理中止" },
	{ "resume",		"办理恢复" },
	{ "release_reply",	"单位已答复" },
	{ "withdraw",		"申请已撤回" },
	{ "end",		"办理终止" },
	{ "download",		"您查收了答复" },
	{ "contact",		"您更新了联系方式" },
	{ "follow",		"登记了后续事项" },
	/* only staff see these */
	{ "ask_extension",	"申请延期" },
	{ "refuse_extension",	"不批准延期" },
	{ "draft_reply",	"拟写回复" },
	{ "return_reply",	"退回修改" },
	{ "paper",		"出具文书" },
	{ "import",		"从原登记册导入" },
	{ NULL,			NULL }
};

static const struct word organisations[] = {
	{ "",		"公民" },
	{ "business",	"商业企业" },
	{ "research",	"科研机构" },
	{ "welfare",	"社会公益组织" },
	{ "legal",	"法律服务机构" },
	{ "other",	"其他组织" },
	{ NULL,		NULL }
};

static const struct word papers[] = {
	{ "id_card",	"居民身份证" },
	{ "uscc",	"统一社会信用代码证照" },
	{ "passport",	"护照" },
	{ "other",	"其他证件" },
	{ NULL,		NULL }
};

static const struct word deliveries[] = {
	{ "mail",	"邮寄" },
	{ "email",	"电子邮件" },
	{ "fax",	"传真" },
	{ "pickup",	"自行领取" },
	{ "read",	"现场查阅" },
	{ "copy",	"现场抄录" },
	{ NULL,		NULL }
};

static const struct word carriers[] = {
	{ "paper",	"纸质文本" },
	{ "electronic",	"电子文档" },
	{ NULL,		NULL }
};

static const struct word assistances[] = {
	{ "",			"不需要" },
	{ "large_print",	"大字文本" },
	{ "read_aloud",		"请工作人员朗读" },
	{ "phone",		"电话说明" },
	{ "fill",		"请工作人员代为填写" },
	{ NULL,			NULL }
};

static const struct word uses[] = {
	{ "identity",	"身份证明" },
	{ "paper",	"申请原件" },
	{ "correction",	"补正材料" },
	{ "answer",	"答复附件" },
	{ NULL,		NULL }
};

static const struct word letters[] = {
	{ "register",		"政府信息公开申请登记表" },
	{ "receipt",		"受理告知书" },
	{ "correction",		"补正告知书" },
	{ "reasons",		"说明理由告知书" },
	{ "extension",		"延期答复告知书" },
	{ "third_party",	"第三方征求意见书" },
	{ "third_confirm",	"征求意见确认函" },
	{ "third_decision",	"依申请公开告知书" },
	{ "third_notice",	"征求意见告知书" },
	{ "organ",		"协办函" },
	{ "maker",		"共同制作机关征求意见书" },
	{ "fee",		"收费通知书" },
	{ "forward",		"转告函" },
	{ "suspension",		"中止办理告知书" },
	{ "ending",		"终止办理告知书" },
	{ "lapse",		"不再处理告知书" },
	{ "reply",		"答复告知书" },
	{ NULL,			NULL }
};

static const struct word opinions[] = {
	{ "agree",	"同意公开" },
	{ "part",	"同意公开一部分" },
	{ "object",	"不同意公开" },
	{ "silent",	"逾期没有提出意见" },
	{ NULL,		NULL }
};

static const struct word follows[] = {
	{ "review",		"行政复议" },
	{ "suit",		"行政诉讼（未经复议直接起诉）" },
	{ "suit_after_review",	"行政诉讼（复议后起诉）" },
	{ "complaint",		"举报投诉" },
	{ "correction",		"更正本人信息" },
	{ "suggestion",		"建议主动公开" },
	{ NULL,			NULL }
};

static const struct word outcomes[] = {
	{ "upheld",	"结果维持" },
	{ "corrected",	"结果纠正" },
	{ "other",	"其他结果" },
	{ "pending",	"尚未办结" },
	{ "accepted",	"已采纳" },
	{ "refused",	"未采纳" },
	{ "forwarded",	"已转送" },
	{ NULL,		NULL }
};

static const char *const settings[SETTING__MAX] = {
	[SETTING_NONE] = "",
	[SETTING_PUBLIC_LOG] = "公开申请办理情况",
	[SETTING_RETENTION_DAYS] = "个人信息保存天数",
	[SETTING_AMEND_REVIEW] = "修改已发布信息须经信息审核",
	[SETTING_FOUR_EYES] = "起草人与签发人分开",
	[SETTING_LETTER_WORD] = "告知书代字",
	[SETTING_REVIEW_ORGAN] = "行政复议机关",
	[SETTING_REVIEW_ADDRESS] = "行政复议机关地址",
	[SETTING_REVIEW_PHONE] = "行政复议机关电话",
	[SETTING_REVIEW_URL] = "网上申请行政复议的网址",
	[SETTING_COURT] = "管辖法院",
	[SETTING_COURT_ADDRESS] = "管辖法院地址",
	[SETTING_PAY_WAY] = "缴费方式",
};

static const char *
find(const struct word *w, const char *key)
{
	for (; w->key != NULL; w++)
		if (strcmp(w->key, key) == 0)
			return w->text;
	return "";
}

const char *
message_case_state(enum case_state s)
{
	return s > CASE_NONE && s < CASE__MAX ? states[s] : "";
}

const char *
message_case_act(enum case_act a)
{
	return a > ACT_NONE && a < ACT__MAX ? acts[a] : "";
}

const char *
message_channel(enum channel c)
{
	return c > CHANNEL_NONE && c < CHANNEL__MAX ? channels[c] : "";
}

const char *
message_case_event(const char *kind)
{
	return find(events, kind);
}

const char *
message_case_result(const char *key)
{
	const struct case_result *r = case_result_get(key);

	return r != NULL ? r->short_label : "";
}

const char *
message_organisation(const char *key)
{
	return find(organisations, key);
}

const char *
message_paper(const char *key)
{
	return find(papers, key);
}

const char *
message_delivery(const char *key)
{
	return find(deliveries, key);
}

const char *
message_carrier(const char *key)
{
	return find(carriers, key);
}

const char *
message_assistance(const char *key)
{
	return find(assistances, key);
}

const char *
message_file_use(const char *key)
{
	return find(uses, key);
}

const char *
message_letter(const char *kind)
{
	return find(letters, kind);
}

const char *
message_opinion(const char *key)
{
	return find(opinions, key);
}

const char *
message_follow(const char *kind)
{
	return find(follows, kind);
}

const char *
message_outcome(const char *key)
{
	return find(outcomes, key);
}

const char *
message_setting(enum setting s)
{
	return s > SETTING_NONE && s < SETTING__MAX ? settings[s] : "";
}

static const char *const receipts[RECEIPT__MAX] = {
	[RECEIPT_TITLE] = "政府信息公开申请接收回执",
	[RECEIPT_NUMBER] = "申请编号",
	[RECEIPT_CODE] = "查询码",
	[RECEIPT_AT] = "提交时间",
	[RECEIPT_UNIT] = "受理单位",
	[RECEIPT_APPLICANT] = "申请人",
	[RECEIPT_WISH] = "信息名称",
	[RECEIPT_DOC_NO] = "文号",
	[RECEIPT_DESCRIPTION] = "特征描述",
	[RECEIPT_DELIVERY] = "获取方式",
	[RECEIPT_NEXT] = "接下来",
	[RECEIPT_KEEP] = "查进度、补正、撤回和下载答复书都要用到查询码。本站不保存"
	    "查询码，请妥善保管这份回执。扫描二维码可以打开查询页，二维码里没有"
	    "查询码。",
	[RECEIPT_FILE] = "接收回执",
};

const char *
message_receipt(enum receipt_word w)
{
	return receipts[w];
}

char *
message_receipt_confirm(struct arena *m, const char *confirm)
{
	return arena_printf(m, "一、单位最迟应在 %s 与您确认收到。确认之日为收到"
	    "申请之日，从次日起计算期限（《政府信息公开条例》第三十一条）。",
	    confirm);
}

char *
message_receipt_answer(struct arena *m, const char *confirm,
    const char *answer)
{
	return arena_printf(m, "二、收到申请之日起 20 个工作日内答复：如果 %s "
	    "确认，最迟 %s 答复（第三十三条）。内容不清楚的，7 个工作日内一次性"
	    "告知补正；需要延期的，会告知您，延长不超过 20 个工作日。", confirm,
	    answer);
}

char *
message_receipt_contact(struct arena *m, const char *unit, const char *phone,
    const char *address)
{
	return arena_printf(m, "三、联系%s：%s%s%s。", unit, phone,
	    *phone != '\0' && *address != '\0' ? "，" : "", address);
}

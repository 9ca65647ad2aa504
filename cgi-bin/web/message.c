/* message.c - the words for what other layers name by code. */
#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "web/message.h"

enum unit_of_limit { PLAIN, NUMBER, BYTES };

/* with: the text when the limit is known; it has one place for it. */
static const struct {
	const char *text, *with;
	enum unit_of_limit unit;
} problems[PROBLEM__MAX] = {
	[PROBLEM_MISSING] = { "请填写这一项。", NULL, PLAIN },
	[PROBLEM_TOO_LONG] = { "内容太长，请缩短。",
	    "最多 %s 个字，请缩短。", NUMBER },
	[PROBLEM_NOT_CHOICE] = { "请从列出的选项中选择。", NULL, PLAIN },
	[PROBLEM_NOT_NUMBER] = { "请填写整数，例如 12。",
	    "请填写不大于 %s 的整数。", NUMBER },
	[PROBLEM_NOT_DATE] = { "请填写年月日，例如 2026-10-22。", NULL, PLAIN },
	[PROBLEM_NOT_TEXT] = { "含有不能使用的字符，请删除后重新输入。",
	    NULL, PLAIN },

	[PROBLEM_DOC_NO] = { "文号的年份请用六角括号，例如 "
	    "宝坻政办发〔2026〕12号。没有文号可以不填。", NULL, PLAIN },
	[PROBLEM_FUTURE] = { "这一天还没有到，请填写今天或更早的日期。",
	    NULL, PLAIN },
	[PROBLEM_NO_CATEGORY] = { "请按【选择】，至少勾选一个信息种类。",
	    NULL, PLAIN },
	[PROBLEM_UNKNOWN_CATEGORY] = { "选过的信息种类已经不能使用，"
	    "请按【选择】重新勾选。", NULL, PLAIN },
	[PROBLEM_NO_BODY] = { "请填写原文，或者添加附件。", NULL, PLAIN },
	[PROBLEM_UNKNOWN_UPLOAD] = { "有文件找不到了，请重新添加。",
	    NULL, PLAIN },
	[PROBLEM_REASON_NEEDED] = { "请写明原因。", NULL, PLAIN },
	[PROBLEM_NO_CHANGE] = { "内容与现在公开的相同，没有需要保存的修改。",
	    NULL, PLAIN },

	[PROBLEM_FILE_EMPTY] = { "文件是空的，请检查后重新选择。",
	    NULL, PLAIN },
	[PROBLEM_FILE_TOO_LARGE] = { "文件太大，请压缩或拆分后再添加。",
	    "文件太大，最大 %s，请压缩或拆分后再添加。", BYTES },
	[PROBLEM_FILE_TYPE] = { "不接受这种文件。请使用 PDF、OFD、Word、"
	    "Excel、PowerPoint、WPS、文本、图片或压缩文件。", NULL, PLAIN },
	[PROBLEM_FILE_NOT_WHAT_IT_SAYS] = { "文件内容与扩展名不符，"
	    "请在原来的软件中另存后再添加。", NULL, PLAIN },
	[PROBLEM_TOO_MANY_FILES] = { "文件太多，请删去一些，"
	    "或者合并后再添加。", NULL, PLAIN },

	[PROBLEM_WORD_NOT_WORD] = { "这不是 Word 文档，请选择 .docx 文件。",
	    NULL, PLAIN },
	[PROBLEM_WORD_OLD] = { "这是旧格式的文档。请在 Word 或 WPS 中打开，"
	    "另存为 .docx 后再导入。", NULL, PLAIN },
	[PROBLEM_WORD_ENCRYPTED] = { "文档设有打开密码。请取消密码，"
	    "另存后再导入。", NULL, PLAIN },
	[PROBLEM_WORD_BROKEN] = { "文档已经损坏，不能读取。请在 Word 或 WPS "
	    "中打开并另存，再导入新的文件。", NULL, PLAIN },
	[PROBLEM_WORD_TOO_LARGE] = { "文档太大，不能导入。请拆分后导入，"
	    "或者作为附件添加。", NULL, PLAIN },
	[PROBLEM_WORD_EMPTY] = { "文档里没有内容，请检查选择的文件。",
	    NULL, PLAIN },

	[PROBLEM_LOGIN] = { "用户名或密码不正确，请检查后重新输入。"
	    "忘记密码请联系本单位管理员。", NULL, PLAIN },
	[PROBLEM_LOCKED] = { "登录失败次数太多，请过一段时间再试，"
	    "或者请本单位管理员重置密码。", NULL, PLAIN },
	[PROBLEM_PASSWORD_WRONG] = { "原密码不正确，请重新输入。",
	    NULL, PLAIN },
	[PROBLEM_PASSWORD_SHORT] = { "密码至少 8 个字符。", NULL, PLAIN },
	[PROBLEM_PASSWORD_LONG] = { "密码最多 128 个字符。", NULL, PLAIN },
	[PROBLEM_PASSWORD_CLASSES] = { "密码请包含大写字母、小写字母、数字、"
	    "符号中的至少三种。", NULL, PLAIN },
	[PROBLEM_PASSWORD_IS_LOGIN] = { "密码不能与用户名相同，请换一个。",
	    NULL, PLAIN },
	[PROBLEM_PASSWORD_INITIAL] = { "不能继续使用初始密码，请换一个。",
	    NULL, PLAIN },
	[PROBLEM_PASSWORD_COMMON] = { "这个密码太常见，容易被猜到，请换一个。",
	    NULL, PLAIN },
	[PROBLEM_PASSWORD_SAME] = { "新密码不能与原密码相同，请换一个。",
	    NULL, PLAIN },
	[PROBLEM_PASSWORD_DIFFERS] = { "两次输入的新密码不一致，请重新输入。",
	    NULL, PLAIN },

	[PROBLEM_CODE_FORM] = { "单位代码请用小写字母和数字，以字母开头，"
	    "2 至 12 个字符，例如 zfb。", NULL, PLAIN },
	[PROBLEM_CODE_TAKEN] = { "这个代码已有单位使用，请换一个。",
	    NULL, PLAIN },
	[PROBLEM_NAME_TAKEN] = { "这个名称已有单位使用，请核对。",
	    NULL, PLAIN },
};

static const char *const states[STATE__MAX] = {
	[STATE_NONE] = "",
	[STATE_DRAFT] = "草稿",
	[STATE_SUBMITTED] = "待审核",
	[STATE_APPROVED] = "待发布",
	[STATE_PUBLISHED] = "已发布",
	[STATE_WITHDRAWN] = "取消发布",
	[STATE_EXPIRED] = "失效",
	[STATE_DELETED] = "删除",
};

static const char *const actions[ACTION__MAX] = {
	[ACTION_NONE] = "",
	[ACTION_EDIT] = "保存",
	[ACTION_SUBMIT] = "提交",
	[ACTION_DISCARD] = "删除",
	[ACTION_APPROVE] = "审批通过",
	[ACTION_RETURN] = "审批不通过",
	[ACTION_PUBLISH] = "发布",
	[ACTION_WITHDRAW] = "取消发布",
	[ACTION_EXPIRE] = "信息失效",
	[ACTION_DELETE] = "删除",
	[ACTION_AMEND] = "修改",
};

static const char *const roles[ROLE__MAX] = {
	[ROLE_NONE] = "",
	[ROLE_ADMIN] = "机构管理员",
	[ROLE_ENTRY] = "录入员",
	[ROLE_REVIEW] = "审核员",
};

static const char *const results[RC__MAX] = {
	[RC_OK] = "",
	[RC_NOT_FOUND] = "没有找到这项内容。",
	[RC_DENIED] = "现在不能这样做。登录可能已经过期，请重新登录后再试。",
	[RC_INVALID] = "提交的内容有误，请检查后重新提交。",
	[RC_CONFLICT] = "内容已被其他人修改，请重新打开后再操作。",
	[RC_GONE] = "这项内容已经不再公开。",
	[RC_TOO_LARGE] = "提交的内容太大，请减少后重新提交。",
	[RC_BUSY] = "现在使用的人较多，请过一会儿再试。",
	[RC_FAIL] = "系统出了问题，已经记录下来，请过一会儿再试。",
};

struct word {
	const char *key, *text;
};

static const struct word openness[] = {
	{ "active",	"主动公开" },
	{ "request",	"依申请公开" },
	{ "closed",	"不予公开" },
	{ NULL,		NULL }
};

static const struct word deeds[] = {
	{ "login",		"登录" },
	{ "login_failed",	"登录失败" },
	{ "logout",		"退出" },
	{ "lock",		"登录失败次数太多，锁定" },
	{ "change_password",	"修改密码" },
	{ "reset_password",	"重置密码" },
	{ "enable",		"启用" },
	{ "disable",		"停用" },
	{ "set_person",		"修改人员信息" },
	{ "add",		"新增单位" },
	{ NULL,			NULL }
};

static const struct word fields[] = {
	/* documents */
	{ "title",	"信息名称" },
	{ "doc_no",	"文号" },
	{ "made_on",	"生成日期" },
	{ "summary",	"内容概述" },
	{ "category",	"信息种类" },
	{ "theme",	"主题分类" },
	{ "kind",	"体裁" },
	{ "openness",	"公开方式" },
	{ "body",	"原文" },
	{ "attachment",	"附件" },
	{ "file",	"附件" },
	{ "original",	"Word 原件" },
	{ "word",	"Word 文档" },
	{ "note",	"修改说明" },
	{ "version",	"版本" },
	/* review and publication */
	{ "result",	"审批结果" },
	{ "remark",	"审核意见" },
	{ "reason",	"原因" },
	{ "act",	"操作" },
	{ "pick",	"选择的信息" },
	/* login and people */
	{ "login",	"用户名" },
	{ "password",	"密码" },
	{ "old",	"原密码" },
	{ "new",	"新密码" },
	{ "again",	"确认新密码" },
	{ "name",	"姓名" },
	{ "phone",	"电话" },
	/* units */
	{ "code",	"单位代码" },
	{ "unit",	"单位" },
	{ "short_name",	"简称" },
	{ "duties",	"职责" },
	/* lists */
	{ "q",		"检索词" },
	{ "state",	"状态" },
	{ "year",	"年份" },
	{ "from",	"开始日期" },
	{ "to",		"结束日期" },
	{ "before",	"页码" },
	{ "page",	"页码" },
	{ NULL,		NULL }
};

static const char *
find(const struct word *w, const char *key)
{
	for (; w->key != NULL; w++)
		if (strcmp(w->key, key) == 0)
			return w->text;
	return NULL;
}

const char *
message_problem(struct arena *mem, enum problem what, int64_t limit)
{
	const char *place, *number;

	if (what <= PROBLEM_NONE || what >= PROBLEM__MAX)
		return "";
	if (problems[what].with == NULL || limit <= 0)
		return problems[what].text;
	number = problems[what].unit == BYTES ? text_size(mem, limit) :
	    arena_printf(mem, "%" PRId64, limit);
	place = strstr(problems[what].with, "%s");
	return arena_printf(mem, "%.*s%s%s",
	    (int)(place - problems[what].with), problems[what].with, number,
	    place + 2);
}

const char *
message_state(enum state state)
{
	return state > STATE_NONE && state < STATE__MAX ? states[state] : "";
}

const char *
message_action(enum action action)
{
	return action > ACTION_NONE && action < ACTION__MAX ?
	    actions[action] : "";
}

const char *
message_role(enum role role)
{
	return role > ROLE_NONE && role < ROLE__MAX ? roles[role] : "";
}

const char *
message_openness(const char *key)
{
	const char *text = find(openness, key);

	return text != NULL ? text : "";
}

const char *
message_audit(const char *action)
{
	const char *text = find(deeds, action);

	if (text == NULL)
		text = message_action(action_of_key(action));
	return *text != '\0' ? text : action;
}

const char *
message_result(enum rc rc)
{
	return rc > RC_OK && rc < RC__MAX ? results[rc] : "";
}

const char *
message_field(const char *field)
{
	const char *text = find(fields, field);

	return text != NULL ? text : field;
}

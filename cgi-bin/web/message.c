/* message.c - the words for what other layers name by code. */
#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "base/profile.h"
#include "base/text.h"
#include "web/message.h"
#include "web/message_case.h"

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
	[PROBLEM_NOT_COUNT] = { "请填写从 1 开始的整数，例如 12。",
	    "请填写 1 到 %s 的整数。", NUMBER },
	[PROBLEM_NOT_DATE] = { "请填写年月日，例如 2026-10-22。", NULL, PLAIN },
	[PROBLEM_NOT_TEXT] = { "含有不能使用的字符，请删除后重新输入。",
	    NULL, PLAIN },
	[PROBLEM_TWICE] = { "这一项重复了。", NULL, PLAIN },

	[PROBLEM_DOC_NO] = { "文号的年份请用六角括号，例如 "
	    "宝坻政办发〔2026〕12号。没有文号可以不填。", NULL, PLAIN },
	[PROBLEM_FUTURE] = { "这一天还没有到，请填写今天或更早的日期。",
	    NULL, PLAIN },
	[PROBLEM_BEFORE_1949] = { "年份不对，请填写 1949 年 10 月 1 日"
	    "以后的日期。", NULL, PLAIN },
	[PROBLEM_NO_CATEGORY] = { "请按【选择】，至少勾选一个信息种类。",
	    NULL, PLAIN },
	[PROBLEM_UNKNOWN_CATEGORY] = { "选过的信息种类已经不能使用，"
	    "请按【选择】重新勾选。", NULL, PLAIN },
	[PROBLEM_NO_BODY] = { "请填写原文，或者添加附件。", NULL, PLAIN },
	[PROBLEM_UNKNOWN_UPLOAD] = { "有文件找不到了，请重新添加。",
	    NULL, PLAIN },
	[PROBLEM_NO_SUCH_DOCUMENT] = { "没有找到这份已公开的信息。请填写它的"
	    "索引号（例如 ZFB/2026-00012）或文号；多份用分号隔开。", NULL, PLAIN },
	[PROBLEM_ITSELF] = { "不能填写这条信息自己的索引号或文号。", NULL, PLAIN },
	[PROBLEM_REASON_NEEDED] = { "请写明原因。", NULL, PLAIN },
	[PROBLEM_NO_YEAR] = { "请再选一个年份，或者不选月份。", NULL, PLAIN },
	[PROBLEM_NOT_TIME] = { "请填写时和分，例如 09:30。", NULL, PLAIN },
	[PROBLEM_TIME_PAST] = { "这个时间已经过去，请填写以后的时间，或者选"
	    "【立即发布】。", NULL, PLAIN },
	[PROBLEM_TIME_FAR] = { "最多可以提前一年安排，请核对年份。", NULL, PLAIN },
	[PROBLEM_NO_QUOTE] = { "原文里没有找到这段话。请从信息名称、概述或"
	    "原文里照抄一段。", NULL, PLAIN },
	[PROBLEM_NO_CHANGE] = { "内容与现在公开的相同，没有需要保存的修改。",
	    NULL, PLAIN },

	[PROBLEM_FINDINGS] = { "检查结果里还有没有处理的内容，请逐条改正"
	    "或者写明理由。", NULL, PLAIN },
	[PROBLEM_NO_SECRECY] = { "还没有保密审查，或者审查后内容又有改动，"
	    "请填写审查意见并签署。", NULL, PLAIN },
	[PROBLEM_UNSIGNED] = { "内容有改动，原来的保密审查不再适用。请按修改后的内容"
	    "重新审查，核对审查意见，勾选签署后再保存。", NULL, PLAIN },
	[PROBLEM_REFERRED] = { "审查意见是需报保密行政管理部门确定：确定以后再"
	    "保存修改，现在前台不变。", NULL, PLAIN },
	[PROBLEM_OPINION] = { "审查意见与公开方式不一致，请核对：不予公开的信息"
	    "意见应为不予公开，其他信息意见应为公开。", NULL, PLAIN },
	[PROBLEM_OPENNESS_FIXED] = { "公开方式不能在这里改。请由审核员取消发布，"
	    "录入员修改后重新审核。", NULL, PLAIN },
	[PROBLEM_PART] = { "法定内容没有填写完整，不能提交。请在表单里补上。",
	    NULL, PLAIN },
	[PROBLEM_PHOTO] = { "照片请用 JPG 或 PNG 图片，不超过 2 MB。", NULL,
	    PLAIN },
	[PROBLEM_GUIDE] = { "公开指南请用【信息上载】的【公开指南】表单填写，"
	    "以免缺少法定内容（条例第十二条）。", NULL, PLAIN },
	[PROBLEM_LATE] = { "已经超过 20 个工作日的公开期限（条例第二十六条），"
	    "请写明原因。", NULL, PLAIN },

	[PROBLEM_FILE_EMPTY] = { "文件是空的，请检查后重新选择。",
	    NULL, PLAIN },
	[PROBLEM_FILE_TOO_LARGE] = { "文件太大，请压缩或拆分后再添加。",
	    "文件太大，最大 %s，请压缩或拆分后再添加。", BYTES },
	[PROBLEM_FILE_TYPE] = { "不接受这种文件。请使用 PDF、OFD、Word、"
	    "Excel、PowerPoint、WPS、文本、图片或压缩文件。", NULL, PLAIN },
	[PROBLEM_FILE_UNCLEAN] = { "这个文件不能在这里清除（有数字签名、"
	    "已加密或者太大），请在原来的软件里清除，另存后重新添加。",
	    NULL, PLAIN },
	[PROBLEM_FILE_NOT_WHAT_IT_SAYS] = { "文件内容与扩展名不符，"
	    "请在原来的软件中另存后再添加。", NULL, PLAIN },
	[PROBLEM_TOO_MANY_FILES] = { "文件太多，请删去一些，"
	    "或者合并后再添加。", NULL, PLAIN },

	[PROBLEM_WORD_NOT_WORD] = { "这不是 Word 或 WPS 文档。请检查选择的"
	    "文件；表格、演示文稿和其他文件请作为附件添加。", NULL, PLAIN },
	[PROBLEM_WORD_OLD] = { "这是旧格式的文档。请在 Word 或 WPS 中打开，"
	    "另存为 .docx 后再导入。", NULL, PLAIN },
	[PROBLEM_WORD_FIXED] = { "PDF、OFD 是排好版的文件，不能导入文字。"
	    "请导入排版以前的 Word 文档，或者把它作为附件添加。", NULL, PLAIN },
	[PROBLEM_WORD_BUSY] = { "正在转换别人的旧格式文档。请过一会儿再导入，"
	    "或者另存为 .docx 后导入。", NULL, PLAIN },
	[PROBLEM_WORD_ENCRYPTED] = { "文档设有打开密码。请取消密码，"
	    "另存后再导入。", NULL, PLAIN },
	[PROBLEM_WORD_BROKEN] = { "文档已经损坏，不能读取。请在 Word 或 WPS "
	    "中打开并另存，再导入新的文件。", NULL, PLAIN },
	[PROBLEM_WORD_TOO_LARGE] = { "文档太大，不能导入。请拆分后导入，"
	    "或者作为附件添加。", NULL, PLAIN },
	[PROBLEM_WORD_LATE] = { "转换旧格式文档用的时间太长，没有完成。请过一会儿"
	    "再导入，或者在 Word 或 WPS 中另存为 .docx 后导入。", NULL, PLAIN },
	[PROBLEM_WORD_EMPTY] = { "文档里没有内容，请检查选择的文件。",
	    NULL, PLAIN },

	[PROBLEM_PAGES] = { "现在没能显示原文件各页。请过一会儿再试，"
	    "或者下载原文件对照。", NULL, PLAIN },

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
	[PROBLEM_SAME_PERSON] = { "这个姓名就是现在的姓名，没有换人。",
	    NULL, PLAIN },
	[PROBLEM_QUERY_TAKEN] = { "已经有这个名称的常用查询，请换一个名称。",
	    NULL, PLAIN },
	[PROBLEM_QUERY_MANY] = { "常用查询最多保存 20 个，请先删除不用的。",
	    NULL, PLAIN },
	[PROBLEM_QUERY_EMPTY] = { "还没有任何条件，请先在列表里筛选。",
	    NULL, PLAIN },
	[PROBLEM_NAME_TAKEN] = { "这个名称已有单位使用，请核对。",
	    NULL, PLAIN },

	[PROBLEM_ID_CARD] = { "身份证号码应为 18 位，请对照证件检查。"
	    "用其他证件请先改选证件名称。", NULL, PLAIN },
	[PROBLEM_USCC] = { "统一社会信用代码应为 18 位，请对照证照检查。"
	    "用其他证件请先改选证件名称。", NULL, PLAIN },
	[PROBLEM_PHONE] = { "请填写电话号码，例如 13800000000 或 "
	    "022-29240000。", NULL, PLAIN },
	[PROBLEM_POSTCODE] = { "邮政编码应为 6 位数字，例如 301800。",
	    NULL, PLAIN },
	[PROBLEM_EMAIL] = { "请填写电子邮箱，例如 name@example.com。",
	    NULL, PLAIN },
	[PROBLEM_NO_CONTACT] = { "请至少填写一种联系方式，"
	    "以便办理中联系您。", NULL, PLAIN },
	[PROBLEM_NO_WISH] = { "请填写信息名称、文号或者特征描述，"
	    "至少填写一项。", NULL, PLAIN },
	[PROBLEM_DELIVERY_ADDRESS] = { "您选择的获取方式需要填写这一项。",
	    NULL, PLAIN },
	[PROBLEM_NO_IDENTITY] = { "请添加身份证明的照片或扫描件。",
	    NULL, PLAIN },
	[PROBLEM_SCAN_TYPE] = { "请使用 JPG、PNG 图片或 PDF 文件。",
	    NULL, PLAIN },
	[PROBLEM_UNKNOWN_UNIT] = { "请从列出的单位中选择受理单位。",
	    NULL, PLAIN },
	[PROBLEM_CODE] = { "没有找到对应的申请，请核对申请编号和查询码后"
	    "重新输入。", NULL, PLAIN },
	[PROBLEM_CODE_LOCKED] = { "查询失败次数太多，请重新输入查询码，"
	    "并回答下面的问题；或者 15 分钟后再试。", NULL, PLAIN },

	[PROBLEM_DAY_EARLY] = { "这一天早于申请收到的日期，请核对。",
	    NULL, PLAIN },
	[PROBLEM_UNTIL_PAST] = { "期限应在这一天之后，请核对。", NULL, PLAIN },
	[PROBLEM_ACT_LATE] = { "办理这一步的法定期限已过，不能再办。",
	    NULL, PLAIN },
	[PROBLEM_ACT_TWICE] = { "这一步只能办理一次，已经办过。",
	    NULL, PLAIN },
	[PROBLEM_ACT_EARLY] = { "期限还没有到，请到期后再办理。",
	    NULL, PLAIN },
	[PROBLEM_ACT_NOTHING] = { "没有等待办结的事项，请重新打开后核对。",
	    NULL, PLAIN },
	[PROBLEM_ACT_WAITING] = { "还有事项没有办结，请先办结后再办理这一步。",
	    NULL, PLAIN },
	[PROBLEM_FOUR_EYES] = { "本单位要求起草人与签发人不同，"
	    "请由机构管理员签发。", NULL, PLAIN },
	[PROBLEM_NO_LETTER] = { "还没有告知书，请先生成告知书。",
	    NULL, PLAIN },
	[PROBLEM_THIRD_UNTOLD] = { "第三方不同意公开，请先出具依申请公开"
	    "告知书（给第三方），再签发（条例第三十二条）。", NULL, PLAIN },
	[PROBLEM_DAYS_RANGE] = { "请填写 1 至 20 个工作日。", NULL, PLAIN },
	[PROBLEM_NOT_GRANTED] = { "只有予以公开的答复可以向公众公开。",
	    NULL, PLAIN },
	[PROBLEM_SETTING] = { "这个值不能使用，请按说明填写。", NULL, PLAIN },

	[PROBLEM_TOO_FAST] = { "提交得太快，请核对后再按一次【提交】。",
	    NULL, PLAIN },
	[PROBLEM_WAIT] = { "现在使用的人较多，请等一分钟再试，"
	    "填写的内容都在。", NULL, PLAIN },
	[PROBLEM_QUESTION] = { "现在使用的人较多，请回答这个问题再继续，"
	    "填写的内容都在。", NULL, PLAIN },
	[PROBLEM_ANSWER] = { "回答不对，请回答新的问题。", NULL, PLAIN },
	[PROBLEM_FORM_OLD] = { "页面打开的时间太长，请核对后再按一次【提交】。",
	    NULL, PLAIN },
	[PROBLEM_TRAP] = { "有一栏应当留空，请把它清空后再按一次【提交】。",
	    NULL, PLAIN },

	[PROBLEM_OTHER_YEAR] = { "请填写这一年的日期，或者上一年 12 月的日期。",
	    NULL, PLAIN },
	[PROBLEM_NOTICE_LINE] = { "请每行写一天：日期、“放假”或“上班”、"
	    "节日名称，例如 2027-01-01 放假 元旦，每天只写一次。", NULL, PLAIN },

	[PROBLEM_BULK_ZIP_BROKEN] = { "压缩文件打不开。请重新压缩成 ZIP 后再"
	    "上传。", NULL, PLAIN },
	[PROBLEM_BULK_ZIP_ENCRYPTED] = { "压缩文件设有密码。请不设密码重新压缩"
	    "后再上传。", NULL, PLAIN },
	[PROBLEM_BULK_ZIP_LARGE] = { "压缩文件里的文件太多，或者解压后太大。"
	    "一次最多 5000 个文件、1 GB，请分成几批。", NULL, PLAIN },
	[PROBLEM_BULK_ZIP_PATH] = { "压缩文件里有不能使用的文件名或链接。请把"
	    "文件放进一个文件夹，重新压缩后再上传。", NULL, PLAIN },
	[PROBLEM_BULK_ZIP_TWICE] = { "压缩文件里有两个同名的文件，请改名后重新"
	    "压缩。", NULL, PLAIN },
	[PROBLEM_BULK_NO_SHEET] = { "没有找到填好的表。请把按模板填写的 xlsx 或 "
	    "csv 放在压缩文件的最外层，第一行保留列名。", NULL, PLAIN },
	[PROBLEM_BULK_TWO_SHEETS] = { "压缩文件最外层有两张填好的表，请只留"
	    "一张。", NULL, PLAIN },
	[PROBLEM_BULK_SHEET] = { "这张表读不出来。请另存为 xlsx 或 csv 后再"
	    "上传。", NULL, PLAIN },
	[PROBLEM_BULK_COLUMN] = { "表的第一行有不认识、重复或缺少的列，请照模板"
	    "的列名改正。", NULL, PLAIN },
	[PROBLEM_BULK_NO_ROWS] = { "表里没有填写内容，请从第二行开始填写。",
	    NULL, PLAIN },
	[PROBLEM_BULK_TOO_MANY_ROWS] = { "一次最多 2000 行，请分成几批。",
	    NULL, PLAIN },
	[PROBLEM_BULK_NO_FILE] = { "压缩文件里没有这个文件，请核对文件名。",
	    NULL, PLAIN },
	[PROBLEM_BULK_FILE_UNCLEAR] = { "压缩文件里有几个这样的文件，请连文件夹"
	    "一起填写。", NULL, PLAIN },
	[PROBLEM_BULK_FILE_BAD] = { "这个文件解压不出来，或者太大，请单独上传。",
	    NULL, PLAIN },
	[PROBLEM_BULK_BODY_TWICE] = { "已经有 Word 文档，原文这一列请空着。",
	    NULL, PLAIN },
	[PROBLEM_BULK_NUMBER_TAKEN] = { "本单位已经有这个文号的信息。",
	    NULL, PLAIN },
	[PROBLEM_BULK_NUMBER_TWICE] = { "表里上面的行有同样的文号。",
	    NULL, PLAIN },
	[PROBLEM_BULK_FAILED] = { "系统出了问题，没有成功，已经记录下来。请过一会"
	    "儿再试，或者单独录入。", NULL, PLAIN },
	[PROBLEM_BULK_ALIKE] = { "与本单位另一条信息几乎相同。", NULL, PLAIN },
	[PROBLEM_BULK_WORD_TWICE] = { "上面的行用了同一个 Word 文档。", NULL,
	    PLAIN },
	[PROBLEM_BULK_READ] = { "从 Word 文档中识别。", NULL, PLAIN },
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
	[ACTION_REPEAL] = "废止",
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
	{ "reassess",		"重新评估" },
	{ "secrecy",		"签署保密审查" },
	{ "secret_refused",	"涉密拒收，已彻底清除" },
	{ "login",		"登录" },
	{ "login_failed",	"登录失败" },
	{ "logout",		"退出" },
	{ "lock",		"登录失败次数太多，锁定" },
	{ "change_password",	"修改密码" },
	{ "reset_password",	"重置密码" },
	{ "enable",		"启用" },
	{ "disable",		"停用" },
	{ "end_sessions",	"结束登录" },
	{ "query_save",		"保存常用查询" },
	{ "query_rename",	"改名常用查询" },
	{ "query_drop",		"删除常用查询" },
	{ "change_person",	"更换人员" },
	{ "hand_over",		"移交" },
	{ "set_person",		"修改人员信息" },
	{ "plan",		"安排定时发布" },
	{ "plan_cancel",	"取消定时" },
	{ "plan_run",		"按时发布" },
	{ "relate",		"关联信息" },
	{ "propose",		"提交修改" },
	{ "adopt",		"审批通过修改" },
	{ "decline",		"审批不通过修改" },
	{ "abandon",		"放弃修改" },
	{ "confirm",		"核对无变化" },
	{ "feedback_add",	"收到找错" },
	{ "feedback_answer",	"答复找错" },
	{ "feedback_contact",	"查看找错人联系方式" },
	{ "add",		"新增单位" },
	{ "holiday_set",	"设置节假日" },
	{ "holiday_remove",	"取消节假日" },
	{ "holiday_notice",	"录入全年放假安排" },
	{ "apply",		"收到公开申请" },
	{ "code_opened",	"凭查询码打开申请" },
	{ "code_failed",	"查询码错误" },
	{ "view_person",	"查看申请人信息" },
	{ "view_file",		"查看申请材料" },
	{ "download",		"申请人查收答复" },
	{ "case_paper",		"出具文书" },
	{ "find_person",	"按申请人查找" },
	{ "letter_save",	"保存告知书" },
	{ "letter_issue",	"告知书编号" },
	{ "letter_discard",	"删除告知书草稿" },
	{ "contact_changed",	"申请人更新联系方式" },
	{ "follow",		"登记后续事项" },
	{ "log_mark",		"设置申请公开范围" },
	{ "set",		"修改设置" },
	{ "purge",		"清除个人信息" },
	{ "rotate_key",		"更换密钥" },
	{ "import",		"导入登记册" },
	{ "bulk_add",		"上传批量导入的表" },
	{ "bulk_import",	"批量导入" },
	{ "bulk_drop",		"放弃批量导入" },
	{ "bulk_undo",		"撤销批量导入" },
	{ NULL,			NULL }
};

/* What a document is made of, each with its measure word. */
static const struct {
	const char *key, *text, *measure;
} parts[] = {
	{ "paragraphs",		"段落",			"段" },
	{ "headings",		"标题",			"个" },
	{ "tables",		"表格",			"个" },
	{ "pictures",		"图片",			"张" },
	{ "links",		"链接",			"个" },
	{ "notes",		"脚注、尾注",		"条" },
	{ "equations",		"公式",			"个" },
	{ "rubies",		"拼音标注",		"处" },
	{ "symbols",		"特殊符号",		"个" },
	{ "insertions",		"修订中插入的文字已经接受",	"处" },
	{ "deletions",		"修订中删除的文字已经去掉",	"处" },
	{ "boxes",		"文本框改为正文里的段落",	"个" },
	{ "equations_text",	"公式改为普通文字",	"个" },
	{ "fields",		"自动计算的内容改为固定文字",	"处" },
	{ "page_breaks",	"分页在网页上连续显示，段落之间的打印时仍另起一页",	"处" },
	{ "columns",		"分栏改为一栏",		"处" },
	{ "text_lost",		"没有找到的文字",	"字" },
	{ "tables_lost",	"表格",			"个" },
	{ "pictures_lost",	"浏览器不能显示的图片",	"张" },
	{ "links_lost",		"网址不能使用的链接，文字还在",	"个" },
	{ "pictures_far",	"不在文档里面的图片",	"张" },
	{ "comments",		"批注",			"条" },
	{ "hidden",		"隐藏文字",		"处" },
	{ "objects",		"嵌入的对象，请作为附件添加",	"个" },
	{ "charts",		"图表，请另存为图片",	"个" },
	{ "shapes",		"没有文字的图形",	"个" },
	{ "headers",		"页眉、页脚",		"个" },
	{ "page_numbers",	"页码",			"处" },
	{ "macros",		"宏",			"个" },
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
	{ "inspection",	"检查结果" },
	{ "photo",	"照片" },
	{ "secrecy",	"保密审查" },
	{ "secrecy_holds",	"内容是否含有" },
	{ "secrecy_carrier",	"载体形式" },
	{ "secrecy_channel",	"拟公开方式" },
	{ "secrecy_opinion",	"审查意见" },
	{ "secrecy_basis",	"依据和理由" },
	{ "secrecy_handler",	"承办人" },
	{ "secrecy_head",	"部门负责人" },
	{ "secrecy_reviewer",	"审查人" },
	{ "late",	"超期原因" },
	{ "article",	"法律依据" },
	{ "closed_reason", "理由" },
	{ "reassess",	"下次评估日期" },
	{ "next",	"下次评估日期" },
	{ "body",	"原文" },
	{ "attachment",	"附件" },
	{ "file",	"附件" },
	{ "sheet",	"上传的文件" },
	{ "original",	"Word 原件" },
	{ "word",	"Word 文档" },
	{ "note",	"修改说明" },
	{ "interprets",	"解读的文件" },
	{ "replaces",	"替代的文件" },
	{ "successor",	"替代它的信息" },
	{ "version",	"版本" },
	/* review and publication */
	{ "result",	"审批结果" },
	{ "remark",	"审核意见" },
	{ "quote",	"原文里的话" },
	{ "say",	"意见" },
	{ "index_no",	"索引号" },
	{ "published_on", "发布日期" },
	{ "entered_by",	"录入人" },
	{ "when",	"发布时间" },
	{ "time",	"时间" },
	{ "reason",	"原因" },
	{ "act",	"操作" },
	{ "pick",	"选择的信息" },
	/* login and people */
	{ "login",	"用户名" },
	{ "password",	"密码" },
	{ "old",	"原密码" },
	{ "new",	"新密码" },
	{ "again",	"确认新密码" },
	{ "query_name",	"名称" },
	{ "query",	"条件" },
	{ "name",	"姓名" },
	{ "phone",	"电话" },
	/* units */
	{ "code",	"单位代码" },
	{ "unit",	"单位" },
	{ "short_name",	"简称" },
	{ "duties",	"职责" },
	/* applications */
	{ "paper_kind",	"证件名称" },
	{ "paper_no",	"证件号码" },
	{ "organisation_kind", "组织类型" },
	{ "workplace",	"工作单位" },
	{ "legal_person", "法定代表人" },
	{ "contact",	"联系人" },
	{ "address",	"通信地址" },
	{ "postcode",	"邮政编码" },
	{ "email",	"电子邮箱" },
	{ "fax",	"传真" },
	{ "wish",	"所需信息" },
	{ "words",	"错在哪里" },
	{ "wish_name",	"信息名称" },
	{ "wish_doc_no", "文号" },
	{ "wish_description", "特征描述" },
	{ "delivery",	"获取方式" },
	{ "carrier",	"载体形式" },
	{ "assistance",	"需要的帮助" },
	{ "came_on",	"收到日期" },
	{ "channel",	"来源" },
	{ "day",	"日期" },
	{ "until",	"期限" },
	{ "days",	"工作日数" },
	{ "amount",	"金额" },
	{ "organ",	"机关或者第三方名称" },
	{ "organ_contact", "机关联系方式" },
	{ "event",	"对应的事项" },
	{ "text",	"内容" },
	{ "given",	"公开的部分" },
	{ "withheld",	"不予公开的部分" },
	{ "basis",	"不予公开的依据" },
	{ "way",	"获取途径" },
	{ "outcome",	"结果" },
	{ "done",	"办结日期" },
	{ "answer",	"答复内容" },
	{ "number",	"申请编号" },
	/* holidays */
	{ "day",	"日期" },
	{ "arrange",	"安排" },
	{ "holiday",	"节日名称" },
	{ "notice",	"放假安排" },
	/* lists */
	{ "q",		"检索词" },
	{ "state",	"状态" },
	{ "year",	"年份" },
	{ "month",	"月份" },
	{ "validity",	"有效性" },
	{ "sort",	"排序" },
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
	if (*text == '\0' && strncmp(action, "case_", 5) == 0)
		text = message_case_act(case_act_of_key(action + 5));
	return *text != '\0' ? text : action;
}

const char *
message_result(enum rc rc)
{
	return rc > RC_OK && rc < RC__MAX ? results[rc] : "";
}

const char *
message_part(const char *key, const char **measure)
{
	size_t k;

	for (k = 0; k < sizeof(parts) / sizeof(parts[0]); k++)
		if (strcmp(parts[k].key, key) == 0) {
			*measure = parts[k].measure;
			return parts[k].text;
		}
	*measure = "";
	return key;
}

const char *
message_field(const char *field)
{
	const char *text = find(fields, field);
	enum profile_key key = profile_key(field);

	if (text == NULL && key != PROFILE__MAX)
		return profile_fields[key].label;
	if (text == NULL && setting_of_key(field) != SETTING_NONE)
		return message_setting(setting_of_key(field));
	return text != NULL ? text : field;
}

const char *
message_deadline(struct arena *mem, const char *number)
{
	return arena_printf(mem, "政府信息公开申请 %s 答复期限", number);
}

const char *
message_deadline_note(struct arena *mem, const char *unit)
{
	return arena_printf(mem, "%s最迟在这一天答复。补正、征求意见、延期等会改变"
	    "期限，以办理进度页上的日期为准。", unit);
}

const char *
message_number(struct arena *m, int n)
{
	static const char *const digits[] = { "零", "一", "二", "三", "四",
	    "五", "六", "七", "八", "九" };

	if (n < 10)
		return digits[n];
	return arena_printf(m, "%s十%s", n < 20 ? "" : digits[n / 10 % 10],
	    n % 10 == 0 ? "" : digits[n % 10]);
}

const char *
message_question(struct arena *m, int kind, int a, int b)
{
	const char *x = message_number(m, a), *y = message_number(m, b);

	if (kind == QUESTION_SUM)
		return arena_printf(m, "%s加%s等于多少？", x, y);
	if (kind == QUESTION_DIFFERENCE)
		return arena_printf(m, "%s减%s等于多少？", x, y);
	return arena_printf(m, "%s和%s，哪一个数大？", y, x);
}

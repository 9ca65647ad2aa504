/* message_bulk.c - see message_bulk.h. */
#include <stdint.h>
#include <string.h>

#include "web/message.h"
#include "web/message_bulk.h"

static const char *const words[BULK_WORD__MAX] = {
	[BULK_SHEET_DATA] = "信息", [BULK_SHEET_HELP] = "填写说明",
	[BULK_HEAD_COLUMN] = "列名", [BULK_HEAD_NEEDED] = "是否必填",
	[BULK_HEAD_HOW] = "怎么填", [BULK_HEAD_EXAMPLE] = "例子",
	[BULK_HEAD_VALUE] = "可以填写的内容", [BULK_HEAD_BASIS] = "依据",
	[BULK_HEAD_ROW] = "行号", [BULK_HEAD_RESULT] = "结果",
	[BULK_HEAD_WHY] = "说明",
	[BULK_FILE_TEMPLATE] = "批量导入模板",
	[BULK_FILE_REPORT] = "批量导入检查结果",
};

const char *
message_bulk(enum bulk_word k)
{
	return words[k];
}

#define SUBMIT "提交前必填"

static const struct {
	const char *field;
	struct message_bulk_column c;
} columns[] = {
	{ "title", { "必填", "信息的名称，最多 200 个字。有 Word 文档时可以空着，"
	    "从文档里识别", "关于做好汛期安全工作的通知" } },
	{ "doc_no", { "", "没有文号的空着。同一单位里不能重复；"
	    "有 Word 文档时可以空着，从文档里识别",
	    "宝坻政办发〔2026〕12号" } },
	{ "made_on", { SUBMIT, "年月日；有 Word 文档时可以空着，"
	    "从文档里识别", "2026-10-22" } },
	{ "summary", { SUBMIT, "最多 500 个字，最好不超过 100 个字",
	    "部署汛期值班、巡查和抢险工作。" } },
	{ "category", { SUBMIT, "照抄“信息种类”表里的一项；"
	    "几项之间用分号隔开", "规范性文件；政策文件" } },
	{ "theme", { "", "照抄“主题分类”表里的一项", "" } },
	{ "kind", { "", "照抄“体裁”表里的一项", "通知" } },
	{ "openness", { "", "照抄“公开方式”表里的一项；空着就是主动公开",
	    "主动公开" } },
	{ "article", { "不主动公开时提交前必填", "依申请公开、不予公开时，"
	    "照抄“法律依据”表里的一项", "" } },
	{ "closed_reason", { "不主动公开时提交前必填",
	    "依申请公开、不予公开时，写明理由", "" } },
	{ "reassess", { "不予公开时提交前必填", "年月日，在今天以后", "" } },
	{ "late", { "超期时提交前必填", "超过 20 个工作日的公开期限时，"
	    "写明原因", "补录历史文件" } },
	{ "interprets", { "", "解读文件填写：被解读的文件的索引号或文号，"
	    "必须已经公开", "ZFB/2026-00012" } },
	{ "replaces", { "", "替代旧文件时填写：旧文件的索引号或文号，"
	    "必须已经公开", "" } },
	{ "word", { "", "压缩文件里的文件名，导入后成为原文。"
	    "不同文件夹里有同名文件时，连文件夹一起写",
	    "汛期安全通知.docx" } },
	{ "file", { "", "压缩文件里的文件名；几个之间用分号隔开",
	    "附表.xlsx；名单.pdf" } },
	{ "body", { "", "没有 Word 文档时，在这里填写原文；"
	    "空一行就是另起一段", "" } },
};

struct message_bulk_column
message_bulk_column(const char *field)
{
	for (size_t k = 0; k < sizeof(columns) / sizeof(columns[0]); k++)
		if (strcmp(columns[k].field, field) == 0)
			return columns[k].c;
	return (struct message_bulk_column){ "", "", "" };
}

const char *
message_bulk_state(const char *key)
{
	static const struct { const char *key, *text; } states[] = {
		{ "waiting", "等待检查" }, { "good", "可以导入" },
		{ "bad", "有问题" }, { "imported", "已成为草稿" },
		{ "kept", "没有撤销" }, { "undone", "已撤销" },
	};

	for (size_t k = 0; k < sizeof(states) / sizeof(states[0]); k++)
		if (strcmp(states[k].key, key) == 0)
			return states[k].text;
	return "";
}

const char *
message_bulk_note(struct arena *m, const char *field, enum problem what,
    int64_t limit, const char *detail)
{
	const char *name = message_field(field);

	switch (what) {
	case PROBLEM_BULK_NUMBER_TWICE:
		return arena_printf(m, "%s：与第 %s 行的文号相同，"
		    "请核对。", name, detail);
	case PROBLEM_BULK_NUMBER_TAKEN:
		return arena_printf(m, "%s：本单位的“%s”已经使用这个文号。"
		    "要重复录入请用【增加】。", name, detail);
	case PROBLEM_BULK_ALIKE:
		return arena_printf(m, "%s：与本单位的“%s”几乎相同，"
		    "请核对是不是重复。", name, detail);
	case PROBLEM_BULK_WORD_TWICE:
		return arena_printf(m, "%s：第 %s 行用的也是这个文档，"
		    "请核对。", name, detail);
	case PROBLEM_BULK_READ:
		return arena_printf(m, "%s：从 Word 文档识别为“%s”，请核对。",
		    name, detail);
	default:
		return arena_printf(m, *detail != '\0' ? "%s（%s）：%s" :
		    "%s%s：%s", name, detail, message_problem(m, what, limit));
	}
}

const char *
message_bulk_lacks(struct arena *m, const char *fields)
{
	return arena_printf(m, "提交前还要补充：%s。", fields);
}

const char *
message_bulk_findings(struct arena *m, int64_t fix, int64_t explain)
{
	if (fix > 0 && explain > 0)
		return arena_printf(m, "检查发现 %lld 处必须改正、%lld 处需要"
		    "说明的内容，导入后在草稿里处理。", (long long)fix,
		    (long long)explain);
	return arena_printf(m, fix > 0 ? "检查发现 %lld 处必须改正的内容，"
	    "导入后在草稿里处理。" : "检查发现 %lld 处需要说明的内容，"
	    "导入后在草稿里处理。", (long long)(fix > 0 ? fix : explain));
}

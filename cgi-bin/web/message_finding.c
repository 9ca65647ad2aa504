/* message_finding.c - see message_finding.h. */
#include <string.h>

#include "base/buf.h"
#include "web/message_finding.h"

static const struct {
	const char *kind, *text, *hint;
} findings[] = {
	{ "id_card", "身份证号", "属于个人信息，遮盖后才能公开" },
	{ "id_card_old", "疑似 15 位身份证号", "是身份证号就遮盖，不是请说明" },
	{ "trader", "个体工商户的统一社会信用代码",
	    "可以由它查到经营者本人，需要公开请说明" },
	{ "mobile", "手机号码", "个人号码请遮盖，对外公布的工作电话请说明" },
	{ "bank_card", "银行卡号", "个人卡号请遮盖，对公账户请说明" },
	{ "email", "电子邮箱", "个人邮箱请遮盖，对外公布的请说明" },
	{ "summary_long", "内容概述超过 100 字", "目录里宜在 100 字以内" },
	{ "link_dead", "链接的信息没有公开", "前台打不开，请改正或去掉链接" },
	{ "changes", "修订痕迹", "请接受或拒绝全部修订，另存后重新添加" },
	{ "comments", "批注", "请删除批注，另存后重新添加" },
	{ "hidden_text", "隐藏文字", "请删除隐藏文字，另存后重新添加" },
	{ "hidden_cells", "隐藏的工作表、行、列或幻灯片",
	    "取消隐藏核对，另存后重新添加；可以公开请说明" },
	{ "objects", "嵌入的文件", "会随附件一起公开，需要保留请说明" },
	{ "macros", "宏", "请另存为不含宏的文件后重新添加" },
	{ "author", "文件属性里有作者姓名",	/* PDF, ODT: others are cleaned */
	    "请在 Word、WPS 里清除文件属性，另存或者重新导出 PDF，再替换" },
	{ "place", "图片带有拍摄地点",
	    "请在原来的软件里去掉，另存后重新添加" },
	{ "camera", "图片带有拍摄时间和设备",
	    "请在原来的软件里去掉，另存后重新添加" },
	{ "unread", "未能检查内容", "扫描件、压缩包、旧格式或者加密文件："
	    "文字、批注和隐藏内容请自己打开核对" },
	{ "later", "还没有检查完", "文件在排队，过一会儿再点【保存】检查一次；"
	    "不再等的请自己核对后说明" },
};

static const struct {
	const char *field, *key, *text;
} secrecy[] = {
	{ "carrier", "paper", "公文类" }, { "carrier", "other", "非公文类" },
	{ "channel", "site", "政府网站" }, { "channel", "press", "报刊" },
	{ "channel", "radio", "广播" }, { "channel", "tv", "电视" },
	{ "channel", "board", "政府公开栏" }, { "channel", "other", "其他" },
	{ "holds", "commercial", "商业秘密" },
	{ "holds", "privacy", "个人隐私" },
	{ "holds", "safety", "可能危及国家安全、公共安全、经济安全、社会稳定" },
	{ "opinion", "public", "公开" }, { "opinion", "closed", "不予公开" },
	{ "opinion", "refer", "需报保密行政管理部门确定" },
};

static const struct { const char *key, *text; } articles[] = {
	{ "13", "条例第十三条，依申请提供" },
	{ "14", "条例第十四条，法律、行政法规禁止公开或者危及三安全一稳定" },
	{ "15", "条例第十五条，涉及商业秘密、个人隐私等第三方权益" },
	{ "16.1", "条例第十六条第一款，内部事务信息" },
	{ "16.2", "条例第十六条第二款，过程性信息或者行政执法案卷" },
};

static const char *const columns[CATALOGUE_COLUMNS] = { "序号", "索引号",
	"信息名称", "文号", "生成日期", "法律依据", "理由", "下次评估日期" };

const char *
message_article(const char *key)
{
	for (size_t k = 0; k < sizeof(articles) / sizeof(articles[0]); k++)
		if (strcmp(articles[k].key, key) == 0)
			return articles[k].text;
	return "";
}

const char *
message_catalogue(int column)
{
	return columns[column];
}

const char *
message_catalogue_title(struct arena *m, const char *unit,
    const char *openness)
{
	return arena_printf(m, "%s%s目录", unit,
	    strcmp(openness, "closed") == 0 ? "不予公开" : "依申请公开");
}

const char *
message_finding(const char *kind, const char **hint)
{
	for (size_t k = 0; k < sizeof(findings) / sizeof(findings[0]); k++)
		if (strcmp(findings[k].kind, kind) == 0) {
			*hint = findings[k].hint;
			return findings[k].text;
		}
	*hint = "";
	return kind;
}

const char *
message_finding_cleans(bool names)
{
	return names ? "清除文件属性，内容不变" : "清除后画面不变";
}

static const struct { bool original; const char *weight, *hint; } files[] = {
	{ true, "fix", "请在 Word 里改好，重新【导入word文档】；"
	    "也可以去掉原文件，导入的原文不变" },
	{ true, "explain", "原文件会随信息公开：请在 Word 里改好重新导入，"
	    "或者去掉原文件；可以公开的请说明" },
	{ true, "look", "因为有看不见的内容，前台不提供这个原文件；"
	    "要提供，请在 Word 里清除后重新导入" },
	{ false, "fix", "请在原来的软件里删去或者遮盖，另存；再移除这个附件，"
	    "添加改好的文件" },
	{ false, "explain", "不公开的，请在原来的软件里删去或者遮盖，另存，"
	    "再移除这个附件，添加改好的文件；可以公开的请说明" },
};

const char *
message_finding_file(bool original, const char *weight)
{
	for (size_t k = 0; k < sizeof(files) / sizeof(files[0]); k++)
		if (files[k].original == original &&
		    strcmp(files[k].weight, weight) == 0)
			return files[k].hint;
	return "";
}

static const char *
secrecy_word(const char *field, const char *key, size_t n)
{
	for (size_t k = 0; k < sizeof(secrecy) / sizeof(secrecy[0]); k++)
		if (strcmp(secrecy[k].field, field) == 0 &&
		    strlen(secrecy[k].key) == n &&
		    strncmp(secrecy[k].key, key, n) == 0)
			return secrecy[k].text;
	return "";
}

const char *
message_secrecy(struct arena *m, const char *field, const char *keys)
{
	struct buf b = buf_new(m);

	while (*keys != '\0') {
		size_t n = strcspn(keys, ",");

		buf_puts(&b, b.n > 0 ? "、" : "");
		buf_puts(&b, secrecy_word(field, keys, n));
		keys += n + (keys[n] == ',');
	}
	return b.n > 0 ? b.s : "";
}

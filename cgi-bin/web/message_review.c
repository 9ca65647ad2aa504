/* message_review.c - see message_review.h. */
#include "base/buf.h"
#include "web/message_review.h"

const char *const message_phrases[] = {
	"personal", "title", "number", "category", "summary", "attachment",
	"layout", "secrecy", "openness", NULL
};

static const char *const phrases[] = {
	"含有个人信息，请遮盖后重新提交",
	"信息名称与原文标题不一致，请核对",
	"文号或生成日期有误，请核对",
	"信息种类选择不当，请改选",
	"内容概述不准确，请重写",
	"附件不全或者打不开，请补充",
	"排版与原文件不一致，请核对",
	"保密审查填写不全，请补充",
	"公开方式不当，请核对",
};

const char *
message_phrase(int64_t k)
{
	return k >= 0 && k < (int64_t)(sizeof(phrases) / sizeof(phrases[0])) ?
	    phrases[k] : "";
}

const char *
message_reason(struct arena *m, const struct value *v, const char *words)
{
	struct buf b = buf_new(m);

	for (int i = 0; i < v->n; i++)
		buf_printf(&b, "%s%s", b.n > 0 ? "；" : "",
		    message_phrase(v->many[i].i));
	if (*words != '\0')
		buf_printf(&b, "%s%s", b.n > 0 ? "；" : "", words);
	return b.n > 0 ? b.s : "";
}

const char *const message_causes[] = {
	"replaced", "repealed", "over", "done", "wrong", "check", "twice",
	"mistake", "closed", "clearing", "higher", NULL
};

static const struct {
	const char *text;
	enum action one, other;
} causes[] = {
	{ "已被新的文件替代", ACTION_REPEAL, ACTION_EXPIRE },
	{ "已明令废止", ACTION_REPEAL, ACTION_NONE },
	{ "有效期已满", ACTION_EXPIRE, ACTION_NONE },
	{ "规定的事项已经办完", ACTION_EXPIRE, ACTION_NONE },
	{ "内容有误，需要更正", ACTION_WITHDRAW, ACTION_NONE },
	{ "需要重新核实", ACTION_WITHDRAW, ACTION_NONE },
	{ "重复发布", ACTION_WITHDRAW, ACTION_DELETE },
	{ "误发布", ACTION_WITHDRAW, ACTION_DELETE },
	{ "依法不应公开", ACTION_WITHDRAW, ACTION_DELETE },
	{ "经文件清理决定废止", ACTION_REPEAL, ACTION_NONE },
	{ "与上位法不一致", ACTION_REPEAL, ACTION_NONE },
};
#define CAUSES ((int64_t)(sizeof(causes) / sizeof(causes[0])))

const char *
message_cause(int64_t k)
{
	return k >= 0 && k < CAUSES ? causes[k].text : "";
}

bool
message_cause_fits(int64_t k, enum action a)
{
	return k >= 0 && k < CAUSES &&
	    (causes[k].one == a || causes[k].other == a);
}

const char *
message_official(void)
{
	return "本单位依法公布的工作联系方式";
}

const char *
message_changed(void)
{
	return "改动中的";
}

/* recognise.c - see recognise.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/recognise.h"

#define HEAD_MAX	16	/* passages that can stand before the text */
#define TITLE_LINES	5
#define TITLE_MAX	120	/* characters */
#define SIGNERS		4	/* lines of organs above a date */
#define ADDRESSEE_MAX	200

struct reading {
	const struct passages *in;
	struct recognised *out;
	int number, title, end;	/* passages; end: after the title */
	struct arena *m;
};

static bool
ends_with_any(const char *s, const char *const *ends)
{
	for (; *ends != NULL; ends++)
		if (text_ends(s, *ends))
			return true;
	return false;
}

static bool
begins_with_any(const char *s, const char *const *starts)
{
	for (; *starts != NULL; starts++)
		if (strncmp(s, *starts, strlen(*starts)) == 0)
			return true;
	return false;
}

/* Without line ends and the spaces that spread a line out; those between
 * Latin letters stay. */
static char *
joined(const char *s, struct arena *m)
{
	struct buf b = buf_new(m);

	for (s = text_trim(m, s); *s != '\0'; s++) {
		bool wide = strncmp(s, "\u3000", 3) == 0;

		if (*s == '\n' || wide || (*s == ' ' && b.n > 0 &&
		    ((unsigned char)b.s[b.n - 1] >= 128 ||
		    (unsigned char)s[1] >= 128)))
			s += wide ? 2 : 0;
		else
			buf_putc(&b, *s);
	}
	return b.n > 0 ? b.s : arena_strdup(m, "");
}

static const char *
text_at(const struct reading *r, int k)
{
	return joined(r->in->v[k].text, r->m);
}

static const char *const organs[] = { "政府", "办公室", "办公厅", "委员会",
	"局", "委", "厅", "部", "署", "院", "处", "分局", "支队", "大队",
	"总队", "中心", "指挥部", "领导小组", "小组", "联合会", "协会", "总会",
	"公司", "集团", "学校", "中学", "小学", "大学", "医院", "银行", "所",
	"站", "队", "室", "街道", "街道办事处", "办事处", "联社", "法院",
	"检察院", "总工会", "团委", "妇联", "残联", "管委会", "党组", "馆",
	"党委", "支部", "联席会议", "专班", NULL };

static bool
is_organ(const char *s)
{
	size_t n = text_length(s);

	return n >= 3 && n <= 40 && strpbrk(s, "0123456789") == NULL &&
	    strstr(s, "，") == NULL && strstr(s, "。") == NULL &&
	    strstr(s, "：") == NULL && ends_with_any(s, organs);
}

static void
find_number(struct reading *r)
{
	r->number = -1;
	r->out->doc_no = "";
	for (int k = 0; k < r->in->n && k < HEAD_MAX; k++) {
		r->out->doc_no = recognise_number(r->in->v[k].text, r->m);
		if (*r->out->doc_no == '\0')
			continue;
		r->number = k;
		return;
	}
}

static bool
is_kind(const char *s)
{
	static const char *const kinds[] = { "通知", "通告", "公告", "意见",
		"方案", "办法", "规定", "决定", "报告", "批复", "函", "纪要",
		"通报", "请示", "命令", "令", "议案", "公报", "决议", "细则",
		"规划", "计划", "预案", "指南", "名单", "公示", "说明", "总结",
		"要点", "标准", "目录", "清单", "条例", "解读", "简报", "年报",
		"预算", "决算", "措施", "制度", "规则", "规范", "章程", "倡议书",
		"公开信", "答复", "情况", "概况", "简介", "职责", "安排", "表",
		"规程", "指引", "政策", "问答", "书", "案", "信息", "承诺",
		"（试行）", "(试行)", "（草案）", "（征求意见稿）", "（暂行）",
		"（修订）", NULL };

	return ends_with_any(s, kinds) || (text_ends(s, "）") &&
	    strstr(s, "年") != NULL);
}

/* The red head, marks of secrecy and urgency, and what is no title. */
static bool
is_before_title(const char *s)
{
	static const char *const starts[] = { "附件", "抄送", "主题词",
		"签发人", "特急", "加急", "平急", "紧急", "000", "（此件",
		"(此件", "索引号", "发文", "文号", "发布机构", "名称：", NULL };

	return begins_with_any(s, starts) || text_ends(s, "文件") ||
	    text_length(s) < 4 || text_length(s) > TITLE_MAX;
}

static bool
is_sentence(const char *s)
{
	return text_ends(s, "。") || text_ends(s, "；") ||
	    text_ends(s, "：") || text_ends(s, ":") || text_ends(s, "，") ||
	    strstr(s, "。") != NULL;
}

static void
title_set(struct reading *r, int from, int to)
{
	struct buf b = buf_new(r->m);

	for (int k = from; k < to; k++)
		buf_puts(&b, text_at(r, k));
	r->out->title = b.s;
	r->title = from;
	r->end = to;
}

/* What the importer marked as the title, or the one great heading. */
static bool
marked_title(struct reading *r)
{
	const struct passage *v = r->in->v;
	int k, to;

	for (k = 0; k < r->in->n && k < HEAD_MAX; k++)
		if (passage_has(&v[k], "gw-t") || strcmp(v[k].tag, "h1") == 0)
			break;
	if (k == r->in->n || k == HEAD_MAX)
		return false;
	for (to = k + 1; to < r->in->n && to < k + TITLE_LINES &&
	    strcmp(v[to].tag, v[k].tag) == 0 &&
	    passage_has(&v[to], "gw-t") == passage_has(&v[k], "gw-t") &&
	    !is_kind(text_at(r, to - 1));)
		to++;
	title_set(r, k, to);
	return text_length(r->out->title) <= 2 * TITLE_MAX;
}

/* Short lines in a row of which the last names a kind of document. */
static bool
title_from(struct reading *r, int from)
{
	size_t length = 0;

	for (int k = from; k < r->in->n && k < from + TITLE_LINES; k++) {
		const char *s = text_at(r, k);

		length += text_length(s);
		if (is_before_title(s) || is_sentence(s) ||
		    length > TITLE_MAX || *recognise_date(s, r->m) != '\0' ||
		    *recognise_number(s, r->m) != '\0')
			return false;
		if (!is_kind(s))
			continue;
		title_set(r, from, k + 1);
		return true;
	}
	return false;
}

static void
find_title(struct reading *r)
{
	int start = r->number >= 0 ? r->number + 1 : 0;

	r->out->title = "";
	r->title = r->end = start;
	if (marked_title(r))
		return;
	r->out->title = "";
	for (int k = start; k < r->in->n && k < start + HEAD_MAX / 2; k++)
		if (title_from(r, k))
			return;
	for (int k = 0; k < start; k++)
		if (title_from(r, k))
			return;
	r->title = r->end = start;
}

static bool
is_addressee(const char *s)
{
	static const char *const starts[] = { "为", "根据", "按照", "现", "经",
		"依据", "近期", "关于", "一、", "（一）", "1.", "附件", "各位",
		"联系", "地址", "电话", "时间", "地点", NULL };
	static const char *const ends[] = { "如下", "如下：", "包括", NULL };
	static const char *const who[] = { "政府", "局", "委", "办", "处",
		"部门", "单位", "院", "会", "校", "公司", "集团", "中心", "所",
		"站", "队", "厅", "部", "署", "村", "社区", "街道", "镇", "乡",
		"机关", "机构", "组织", "企业", "团体", "同志", "室", "馆",
		"先生", "女士", "园", "行", "业主", "居民", "人", "者", "民",
		"学会", "朋友们", "群众", "商户", "经营者", "区", "县", "市",
		"科", "）", "组", NULL };

	return *s != '\0' && text_length(s) <= ADDRESSEE_MAX &&
	    strstr(s, "。") == NULL && !begins_with_any(s, starts) &&
	    !ends_with_any(s, ends) && ends_with_any(s, who);
}

static void
find_addressee(struct reading *r)
{
	r->out->addressee = "";
	for (int k = r->end; k < r->in->n && k < r->end + 4; k++) {
		char *s = joined(r->in->v[k].text, r->m);
		size_t n = strlen(s);

		if (text_ends(s, "："))
			s[n - strlen("：")] = '\0';
		else if (text_ends(s, ":"))
			s[n - 1] = '\0';
		else
			continue;
		if (is_addressee(s))
			r->out->addressee = s;
		return;
	}
}

/* "某局 2026年3月5日" on one line. */
static const char *
date_after_organ(const char *line, const char **organ, struct arena *m)
{
	const char *s = line + strlen(line), *date;

	while (s > line) {
		while (--s > line && ((unsigned char)*s & 0xc0) == 0x80)
			;
		if ((strncmp(s, " ", 1) != 0 && strncmp(s, "\u3000", 3) != 0 &&
		    *s != '\n') || *(date = recognise_date(s, m)) == '\0')
			continue;
		*organ = joined(arena_strndup(m, line, (size_t)(s - line)), m);
		if (is_organ(*organ))
			return date;
	}
	return "";
}

/* The nearest organ above the date; joint documents name several: the first. */
static const char *
organ_above(const struct reading *r, int k)
{
	const char *found = "";

	for (int i = k - 1; i >= r->end && i >= k - SIGNERS; i--) {
		const char *s = text_at(r, i);

		if (!is_organ(s))
			break;
		found = s;
	}
	return found;
}

static bool
stands_as_signature(const struct reading *r, int k)
{
	return *organ_above(r, k) != '\0' ||
	    passage_has(&r->in->v[k], "sign") ||
	    passage_has(&r->in->v[k], "ta-r");
}

/* The first signed date; else the last date that stands alone. */
static void
find_date(struct reading *r)
{
	const char *line, *date, *organ;

	r->out->made_on = r->out->organ = "";
	for (int k = r->end; k < r->in->n; k++) {
		line = r->in->v[k].text;
		organ = "";
		if (strlen(line) > 160)
			continue;
		if (*(date = recognise_date(line, r->m)) == '\0')
			date = date_after_organ(line, &organ, r->m);
		if (*date == '\0')
			continue;
		r->out->made_on = date;
		r->out->organ = *organ != '\0' ? organ : organ_above(r, k);
		if (*organ != '\0' || stands_as_signature(r, k))
			return;
	}
}

/* From the red head, or what stands before 关于 in the title. */
static void
find_organ(struct reading *r)
{
	const char *about;
	char *s;

	for (int k = 0; *r->out->organ == '\0' && k < r->title; k++) {
		s = joined(r->in->v[k].text, r->m);
		if (text_ends(s, "文件"))
			s[strlen(s) - strlen("文件")] = '\0';
		if (is_organ(s))
			r->out->organ = s;
	}
	if (*r->out->organ != '\0' ||
	    (about = strstr(r->out->title, "关于")) == NULL)
		return;
	s = arena_strndup(r->m, r->out->title,
	    (size_t)(about - r->out->title));
	if (is_organ(s))
		r->out->organ = s;
}

void
recognise(const struct passages *in, struct recognised *out, struct arena *m)
{
	struct reading r = { .in = in, .out = out, .m = m };

	find_number(&r);
	find_title(&r);
	find_addressee(&r);
	find_date(&r);
	find_organ(&r);
}

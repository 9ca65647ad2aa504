/* message_list.c - see message_list.h. */
#include "web/message_list.h"

const char *
message_column(enum list_column k)
{
	static const char *const names[COLUMN__MAX] = {
		[COLUMN_INDEX_NO] = "索引号",
		[COLUMN_TITLE] = "名称",
		[COLUMN_DOC_NO] = "文号",
		[COLUMN_UNIT] = "发布机构",
		[COLUMN_KIND] = "体裁",
		[COLUMN_THEME] = "主题分类",
		[COLUMN_MADE] = "成文日期",
		[COLUMN_PUBLISHED] = "发布日期",
		[COLUMN_VALIDITY] = "有效性",
		[COLUMN_URL] = "网址",
	};

	return names[k];
}

const char *
message_validity(bool expired, bool repealed)
{
	return repealed ? "废止" : expired ? "失效" : "有效";
}

const char *
message_withdrawn(void)
{
	return "这条信息已经撤下。编号和登记保留。";
}

const char *
message_list_file(struct arena *m, const char *what)
{
	return *what == '\0' ? "政府信息公开目录" :
	    arena_printf(m, "政府信息公开目录-%s", what);
}

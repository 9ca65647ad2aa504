/* message_sheet.c - see message_sheet.h. */
#include "web/message_sheet.h"

const char *
message_sheet(enum sheet_word k)
{
	static const char *const words[SHEET__MAX] = {
		[SHEET_OPENNESS] = "公开方式",
		[SHEET_SUMMARY] = "内容概述",
		[SHEET_OLD] = "已被新版本替代",
		[SHEET_NOTE] = ("本文件按网上公开的文本排版，"
		    "以单位印发的正式文本为准。"),
	};

	return words[k];
}

char *
message_sheet_file(struct arena *m, int number, const char *name)
{
	return arena_printf(m, "附件 %d：%s（见网页）", number, name);
}

char *
message_sheet_source(struct arena *m, const char *url)
{
	return arena_printf(m, "网址：%s", url);
}

char *
message_sheet_version(struct arena *m, int version, const char *hash)
{
	return arena_printf(m, "第 %d 版，登记的校验值（SHA-256）：%s",
	    version, hash);
}

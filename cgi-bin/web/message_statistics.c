/* message_statistics.c - see message_statistics.h. */
#include "web/message_statistics.h"

const char *
message_subject(enum statistics_subject k)
{
	static const char *const names[SUBJECT__MAX] = {
		[SUBJECT_MONTH] = "各月首次发布",
		[SUBJECT_CATEGORY] = "各种类首次发布",
		[SUBJECT_CLERK] = "各录入人首次发布",
		[SUBJECT_TIME] = "主动公开用时",
		[SUBJECT_STATE] = "各状态（不分年份）",
		[SUBJECT_UNIT] = "各单位主动公开",
		[SUBJECT_UNIT_LATE] = "各单位超期公开",
	};

	return names[k];
}

const char *
message_speed(enum statistics_speed k)
{
	static const char *const names[SPEED__MAX] = {
		[SPEED_5] = "5 个工作日内",
		[SPEED_10] = "6 至 10 个工作日",
		[SPEED_20] = "11 至 20 个工作日",
		[SPEED_EXPLAINED] = "超期，已说明理由",
		[SPEED_UNEXPLAINED] = "超期，未说明理由",
	};

	return names[k];
}

const char *
message_statistics_column(int k)
{
	static const char *const names[STATISTICS_COLUMNS] = {
		"统计项目", "名称", "条数",
	};

	return names[k];
}

const char *
message_month(struct arena *m, int month)
{
	return arena_printf(m, "%d 月", month);
}

const char *
message_statistics_file(struct arena *m, const char *unit, int year,
    int first, int last)
{
	if (first == 1 && last == 12)
		return arena_printf(m, "统计-%s-%d年", unit, year);
	return arena_printf(m, "统计-%s-%d年%d月至%d月", unit, year, first,
	    last);
}

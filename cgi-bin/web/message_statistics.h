/* message_statistics.h - the words of 统计. */
#ifndef WEB_MESSAGE_STATISTICS_H
#define WEB_MESSAGE_STATISTICS_H

#include "base/arena.h"

/* What is counted. */
enum statistics_subject {
	SUBJECT_MONTH, SUBJECT_CATEGORY, SUBJECT_CLERK, SUBJECT_TIME,
	SUBJECT_STATE, SUBJECT_UNIT, SUBJECT_UNIT_LATE, SUBJECT__MAX
};
const char *message_subject(enum statistics_subject);

/* How soon something became public. */
enum statistics_speed {
	SPEED_5, SPEED_10, SPEED_20, SPEED_EXPLAINED, SPEED_UNEXPLAINED,
	SPEED__MAX
};
const char *message_speed(enum statistics_speed);

/* The columns of the file: 统计项目, 名称, 条数. */
const char *message_statistics_column(int k);
#define STATISTICS_COLUMNS 3

const char *message_month(struct arena *, int month);
/* Of the file without its ending. */
const char *message_statistics_file(struct arena *, const char *unit,
    int year, int first, int last);

#endif

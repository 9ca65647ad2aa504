/* message_bulk.h - the words of 批量导入: its template and its report. */
#ifndef WEB_MESSAGE_BULK_H
#define WEB_MESSAGE_BULK_H

#include "base/arena.h"
#include "base/problem.h"

/* Heads, sheets and files. */
enum bulk_word {
	BULK_SHEET_DATA, BULK_SHEET_HELP,
	BULK_HEAD_COLUMN, BULK_HEAD_NEEDED, BULK_HEAD_HOW, BULK_HEAD_EXAMPLE,
	BULK_HEAD_VALUE, BULK_HEAD_BASIS,
	BULK_HEAD_ROW, BULK_HEAD_RESULT, BULK_HEAD_WHY,
	BULK_FILE_TEMPLATE, BULK_FILE_REPORT,
	BULK_WORD__MAX
};
const char *message_bulk(enum bulk_word);

/* How a column of the table is filled in; field is that of the form. */
struct message_bulk_column { const char *needed, *how, *example; };
struct message_bulk_column message_bulk_column(const char *field);

/* What a row is: "good", "bad", ... */
const char *message_bulk_state(const char *key);
/* One line about a field of a row; detail "" or what it is about. */
const char *message_bulk_note(struct arena *, const char *field,
    enum problem, int64_t limit, const char *detail);
/* After 提交 demands more than 保存, or findings: how many of either. */
const char *message_bulk_lacks(struct arena *, const char *fields);
const char *message_bulk_findings(struct arena *, int64_t fix,
    int64_t explain);

#endif

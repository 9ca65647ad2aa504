/* message_list.h - the words of lists that are downloaded. */
#ifndef WEB_MESSAGE_LIST_H
#define WEB_MESSAGE_LIST_H

#include <stdbool.h>

#include "base/arena.h"

/* The columns of a list, left to right. */
enum list_column {
	COLUMN_INDEX_NO, COLUMN_TITLE, COLUMN_DOC_NO, COLUMN_UNIT,
	COLUMN_KIND, COLUMN_THEME, COLUMN_MADE, COLUMN_PUBLISHED,
	COLUMN_VALIDITY, COLUMN_URL, COLUMN__MAX
};

const char *message_column(enum list_column);		/* 索引号, ... */
const char *message_validity(bool expired, bool repealed);	/* 有效, 失效, 废止 */
const char *message_withdrawn(void);	/* a document that was taken off */
/* Of the file without its ending; what: "" or what it is a list of. */
const char *message_list_file(struct arena *, const char *what);

#endif

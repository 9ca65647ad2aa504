/* message_sheet.h - the words on a document's PDF. */
#ifndef WEB_MESSAGE_SHEET_H
#define WEB_MESSAGE_SHEET_H

#include "base/arena.h"

enum sheet_word { SHEET_OPENNESS, SHEET_SUMMARY, SHEET_OLD, SHEET_NOTE,
    SHEET__MAX };
const char *message_sheet(enum sheet_word);
char *message_sheet_file(struct arena *, int number, const char *name);
char *message_sheet_source(struct arena *, const char *url);
char *message_sheet_version(struct arena *, int version, const char *hash);

#endif

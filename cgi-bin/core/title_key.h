/* title_key.h - the order of names in the lists of the back office. */
#ifndef CORE_TITLE_KEY_H
#define CORE_TITLE_KEY_H

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

#define TITLE_KEY_MAX	120	/* bytes; names alike so far stand by id */

/* By pinyin, syllable for syllable: "会议通知" -> "hui yi tong zhi". */
char *title_key(struct arena *, const char *title);
/* Documents from before there were keys get theirs; for gkctl init.  Begins
 * and ends its transactions. */
enum rc title_key_fill(struct db *, struct arena *);

#endif

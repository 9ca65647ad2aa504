/*
 * inspect.h - what must not be published unseen, found in plain text: numbers
 * and addresses that name a person or an account.
 *
 * A number counts by its own check characters, by what is known of its kind
 * (regions, days, issuers) and by the words round it: the line, or the head of
 * its column in a table.  Full-width digits, and spaces and hyphens where
 * people put them, make no difference.
 */
#ifndef RICHTEXT_INSPECT_H
#define RICHTEXT_INSPECT_H

#include <stddef.h>

#include "base/arena.h"

enum inspect_kind {
	INSPECT_NONE = 0,
	/* in any text */
	INSPECT_ID_CARD,	/* 居民身份证号 */
	INSPECT_ID_CARD_OLD,	/* the same of 15 digits */
	INSPECT_TRADER,		/* 统一社会信用代码 of a 个体工商户 */
	INSPECT_MOBILE,
	INSPECT_BANK_CARD,
	INSPECT_EMAIL,
	/* in a form */
	INSPECT_SUMMARY_LONG,	/* over 100 characters */
	INSPECT_LINK_DEAD,	/* to a document that is not public */
	/* in files */
	INSPECT_CHANGES,	/* tracked changes */
	INSPECT_COMMENTS,
	INSPECT_HIDDEN_TEXT,
	INSPECT_HIDDEN_CELLS,	/* sheets, rows, columns, slides */
	INSPECT_OBJECTS,	/* embedded files */
	INSPECT_MACROS,
	INSPECT_AUTHOR,		/* the name of a person as author */
	INSPECT_PLACE,		/* a picture says where it was taken */
	INSPECT_CAMERA,		/* ... when and with what */
	INSPECT_UNREAD,		/* could not be read: look yourself */
	INSPECT_LATER,		/* was not looked at yet: others wait too */
	INSPECT__MAX
};

enum inspect_weight {
	INSPECT_LOOK = 1,	/* 请核对: nothing more is asked */
	INSPECT_EXPLAIN,	/* 请核对: removed, or kept for a reason */
	INSPECT_FIX,		/* 必须改 */
};

struct inspected {
	enum inspect_kind kind;
	const char *value;	/* as it is written */
	const char *masked;	/* what may stand instead of it */
	const char *line;	/* the line it stands in */
	size_t at;		/* where in the line, in bytes */
	int number;		/* of the line, from 1 */
};
struct inspections { int n; struct inspected *v; };

#define INSPECT_MAX 500		/* findings of one text */
#define INSPECT_SIDE 1000000	/* lines from here on: headers and footers */

/* Appends what is found in a text of lines, with cells parted by TAB. */
void inspect_text(const char *text, struct inspections *, struct arena *);

/* "id_card", ... */
const char *inspect_key(enum inspect_kind);
enum inspect_kind inspect_kind_of(const char *key);
enum inspect_weight inspect_weight(enum inspect_kind);
/* A button can put it right: a number is masked, a file cleaned. */
int inspect_mends(enum inspect_kind);

#endif

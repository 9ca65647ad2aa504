/*
 * examine.h - the inspection of a document before 提交: what is found in its
 * fields, its text, its files and pictures, and what became of it.
 */
#ifndef GKHT_EXAMINE_H
#define GKHT_EXAMINE_H

#include "core/document.h"
#include "web/route.h"

/* Looks at the document as it is saved and keeps what is found, with the
 * reasons that the form gave (finding, why).  Needs a transaction. */
enum rc examine_run(struct ctx *, const struct document *);
/* The same unless it was looked at since the last edit. */
enum rc examine_once(struct ctx *, const struct document *);

/* A file of the unit, before anybody attaches it: slow, no transaction. */
const char *examine_file(struct ctx *, const char *path, const char *type);

/*
 * 【遮盖】【清除】: what the form holds, with the finding of that key put
 * right.  RC_NOT_FOUND: it is not there any more.
 */
enum rc examine_mend(struct ctx *, const struct document *, struct content *);

/*
 * Under the node: Findings (Key, Kind, Weight "fix", "explain" or "look",
 * Text, Hint, Field, Label or File, Upload, Line, Before, Masked, After,
 * Mends, Reason, By, When), Fix, Open (counts), Clean (nothing personal),
 * Inspected, Files (how many were read).
 */
enum rc examine_show(struct ctx *, struct node *, const struct document *);

#endif

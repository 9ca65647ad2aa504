/*
 * examine.h - the inspection of a document before 提交: what is found in its
 * fields, its text, its files and pictures, and what became of it.
 */
#ifndef GKHT_EXAMINE_H
#define GKHT_EXAMINE_H

#include "core/document.h"
#include "richtext/inspect_file.h"
#include "web/route.h"

/* Looks at the document as it is saved and keeps what is found, with the
 * reasons that the form gave (finding, why).  Needs a transaction. */
enum rc examine_run(struct ctx *, const struct document *);
/* The same unless it was looked at since the last edit. */
enum rc examine_once(struct ctx *, const struct document *);

/* Looks at a change of what is published, as document_changed() has it; keeps
 * nothing.  The reasons are those the form gave, else those of the live
 * revision. */
enum rc examine_look(struct ctx *, const struct document *,
    struct findings *);
/* The reasons that the form gave (finding, why), where it gave any. */
void examine_reasons(const struct ctx *, struct findings *);

/*
 * Files take up to a minute each, so none is looked at in a transaction.
 * What was found goes with the file's bytes; a file that nobody looked at yet
 * is a finding of its own ("later").
 *
 * One line a finding: kind, what stands for value and place, line, before,
 * masked, after, parted by TAB.  The value itself is not in it.
 */
const char *examine_lines(const struct inspections *, struct arena *);
/* Stands for a finding's value and its place in the line. */
const char *examine_line_key(const struct inspections *, int k,
    struct arena *);
/* A file of the unit, before anybody attaches it: slow. */
const char *examine_file(struct ctx *, const char *path, const char *type);
enum rc examine_keep(struct ctx *, const struct upload *, const char *lines);
enum rc examine_report(struct ctx *, const struct upload *,
    const char **lines);

/* In a LATE handler, before it writes: the files that the content form sends
 * and names, those of a document that is not inspected, or all of a revision,
 * looked at where they have to be; then route_write(), and what was found is
 * kept. */
struct examined_file { struct upload u; const char *report; };
struct examined { int n; struct examined_file *v; };
enum rc examine_ahead(struct ctx *, struct examined *);
enum rc examine_ahead_of(struct ctx *, int64_t document, struct examined *);
enum rc examine_ahead_files(struct ctx *, const struct revision *,
    struct examined *);
enum rc examine_ahead_ids(struct ctx *, int n, const int64_t *upload,
    struct examined *);
enum rc examine_write(struct ctx *, const struct examined *);

/*
 * 【遮盖】【清除】: what the form holds, with that one of the findings put
 * right; note is the 修改说明, NULL: there is none.  RC_NOT_FOUND: it is not
 * there any more; RC_INVALID: the file cannot be cleaned.
 */
enum rc examine_mend(struct ctx *, const struct findings *, const char *key,
    struct content *, const char **note);

/*
 * Under the node: Findings (Key, Kind, Weight "fix", "explain" or "look",
 * Text, Hint, Field, Label or File, Upload, Line, Before, Masked, After,
 * Mends, Cleans, Reason, By, When), Fix, Open (counts), Clean (nothing personal),
 * Inspected, Files (how many were read).
 */
enum rc examine_show(struct ctx *, struct node *, const struct document *);
/* The same of what was just found in it. */
enum rc examine_show_found(struct ctx *, struct node *,
    const struct document *, const struct findings *);

#endif

/*
 * content.h - the form of a document's content, shared by 内容表添加 of the
 * clerk and 内容表修改 of the administrator.
 */
#ifndef GKHT_CONTENT_H
#define GKHT_CONTENT_H

#include "core/document.h"
#include "gkht/intake.h"
#include "web/route.h"

enum {
	C_VERSION, C_TITLE, C_DOC_NO, C_MADE_ON, C_SUMMARY, C_OPENNESS,
	C_KIND, C_THEME, C_CATEGORY, C_BODY, C_ATTACHMENT, C_ORIGINAL,
	C_FILE, C_WORD, C_NOTE, C_ACT,
	C_READ_TITLE, C_READ_NO, C_READ_DATE, C_TAKE,
	C_INTERPRETS, C_REPLACES,
	C_FINDING, C_WHY, C_MEND,
	C_CARRIER, C_CHANNEL, C_HOLDS, C_OPINION, C_BASIS, C_HANDLER, C_HEAD,
	C_REVIEWER, C_SIGNED, C_ARTICLE, C_CLOSED_REASON, C_REASSESS, C_LATE,
	C_COPY, C_SERIAL, C_ONCE, C_THEIRS, C_NAMED, C_NAMED_AS, C_NAMED_AT, C_WAY
};
enum {
	CONTENT_SAVE, CONTENT_SUBMIT, CONTENT_IMPORT, CONTENT_SIGN,
	CONTENT_PURGE, CONTENT_MERGE
};
enum {
	THEIRS_CATEGORY, THEIRS_TITLE, THEIRS_DOC_NO, THEIRS_MADE_ON,
	THEIRS_SUMMARY, THEIRS_OPENNESS, THEIRS_THEME, THEIRS_KIND,
	THEIRS_ARTICLE, THEIRS_REASSESS, THEIRS_CLOSED_REASON,
	THEIRS_ATTACHMENT, THEIRS_BODY
};
extern const struct field content_fields[];
extern const char *const content_theirs[];	/* their names in the form */

/* What was sent, as content; new files are stored and stand at the end of
 * the attachments.  RC_INVALID with problems: nothing may be saved, but what
 * was stored may stay, so the form can be shown again with it. */
enum rc content_read(struct ctx *, struct content *);

/* What was typed alone, without files: writes nothing. */
enum rc content_words(struct ctx *, struct content *);

/* Its attachments alone: those kept, under the names and in the order that
 * were typed, then the new ones.  Problems on "attachment". */
enum rc content_files(struct ctx *, struct content *);

/* Whether a Word file is to be imported by this request (the way without
 * script); then its text, pictures and itself become part of the content.
 * RC_INVALID with a problem on "word". */
bool content_imports(const struct ctx *);
enum rc content_import(struct ctx *, struct content *, struct intake *);
/* What takes long, then route_write(): before everything else of a POST. */
enum rc content_begin(struct ctx *, struct intake *);

/* The relations that were sent, once the content is saved; content_read() has
 * checked them.  *differ: they are others than before. */
enum rc content_relate(struct ctx *, int64_t document);
enum rc content_related(struct ctx *, int64_t document, bool *differ);

/* Page.Form from what is stored, for GET. */
enum rc content_stored(struct ctx *, const struct document *);
/* Page.Form for a new document. */
enum rc content_empty(struct ctx *);
/*
 * Page.Form from what was sent; c NULL when the fields were refused before
 * anything was read (files sent along are lost then: Page.Form.Lost).
 */
enum rc content_typed(struct ctx *, const struct content *c);

/*
 * Where mine and the stored document differ: Page.Conflict.{Who,When,Shut},
 * Fields (Field, Mine, Stored), MineHtml and StoredHtml; Page.Form.version
 * becomes the stored one, so that saving once more is a decision.
 */
enum rc content_conflict(struct ctx *, int64_t id, const struct content *mine);

/* The form as it comes back shows what was typed: this instead, of a field. */
void content_retype(struct ctx *, int field, const char *text);
/* What was put right in the content takes the place of what was typed. */
void content_adopt(struct ctx *, const struct content *, const char *note);

/* 【合并】: the fields ticked are those stored now, the others as typed; to
 * be saved over what is stored. */
enum rc content_merge(struct ctx *, int64_t id, struct content *);

/* The page that holds the form: the clerk's or the administrator's. */
typedef enum rc content_form(struct ctx *);
/* With what is wrong; c NULL as for content_typed().  Files that were sent are
 * kept, so the transaction is not undone. */
enum rc content_refused(struct ctx *, const struct content *, content_form *);
/* With both sides, after RC_CONFLICT. */
enum rc content_overtaken(struct ctx *, const struct content *,
    content_form *);
/* With what was sent, where nothing was to be saved: 【采用】 without script. */
enum rc content_taken(struct ctx *, const struct content *, content_form *);
/* With what a Word file gave; see content_import(). */
enum rc content_imported(struct ctx *, struct content *, struct intake *,
    content_form *);

#endif

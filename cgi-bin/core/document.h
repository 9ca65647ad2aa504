/*
 * document.h - documents as the back office sees them: drafts, review,
 * publication, amendment.  Every function takes the actor and touches only
 * documents of the actor's unit; anything else is RC_NOT_FOUND.
 *
 * Every change names the version it was based on; when the document has moved
 * on meanwhile the answer is RC_CONFLICT and nothing is changed.
 */
#ifndef CORE_DOCUMENT_H
#define CORE_DOCUMENT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/clock.h"
#include "base/profile.h"
#include "base/rc.h"
#include "base/safe_html.h"
#include "core/actor.h"
#include "core/finding.h"
#include "base/problem.h"
#include "core/upload.h"
#include "core/workflow.h"
#include "store/db.h"

struct secrecy;

#define DOCUMENT_TITLE_MAX	200	/* characters */
#define DOCUMENT_SUMMARY_MAX	500
#define DOCUMENT_REASON_MAX	500
#define DOCUMENT_ATTACHMENTS_MAX 50
#define DOCUMENT_CATEGORIES_MAX	20

/* What a clerk fills in: the content of one revision. */
struct content {
	const char *title;		/* 信息名称; never empty */
	const char *doc_no;		/* 文号 or "" */
	const char *made_on;		/* 生成日期 YYYY-MM-DD or "" */
	const char *summary;		/* 内容概述 */
	const char *openness;		/* active, request, closed */
	/* not for everybody: under which article of 条例, why, and the day to
	 * look at it again (YYYY-MM-DD, closed ones); "" when active */
	const char *article, *closed_reason, *reassess;
	int64_t kind, theme;		/* vocabulary ids, 0: none */
	struct safe_html body;
	const char *body_text;		/* the same as plain text */
	int n_categories;
	const int64_t *category;	/* leaf ids */
	int n_attachments;
	const int64_t *attachment;	/* upload ids in order */
	int64_t original;		/* upload id of the Word file, 0: none */
	int n_images;
	const char **image;		/* sha256 of pictures in the body */
	/* what body is written from; NULL: it is written by hand */
	const struct profile *profile;
	/* of a new document the form it comes from, NULL or "": none */
	const char *once;
};

struct revision {
	int64_t id;
	int number;
	struct content c;		/* category/attachment ids filled too */
	const char *kind_name, *theme_name;	/* "" when none */
	struct { int n; const char **v; } category_names, category_codes;
	struct uploads attachments;
	struct upload original;		/* id 0: none */
	const char *note, *hash, *created, *published;
	const char *author;		/* login */
	struct finding_sum findings;
};
struct revisions { int n; struct revision *v; };

struct document {
	int64_t id, unit, version;
	enum state state;
	bool repealed;			/* expired, and 废止 */
	const char *unit_code, *unit_name, *unit_short;
	const char *returned;		/* reason, "" when not returned */
	const char *reason;
	const char *index_no;		/* "ZFB/2026-00012" or "" */
	const char *path;		/* "/doc/zfb/2026-00012" or "" */
	const char *first_published, *published, *created, *modified;
	const char *expired, *left_portal;	/* stored times, "" if not */
	int64_t entered_by;
	/* the account, and the person who answers for it: handover.h */
	const char *entered_login, *entered_name;
	struct revision rev;
	bool secrecy;			/* signed for this very content */
	bool late;			/* its 20 working days are over */
	const char *late_reason;	/* "" */
};

/* A row of a list. */
struct document_row {
	int64_t id, version;
	enum state state;
	bool repealed;
	const char *title, *doc_no, *made_on, *openness, *index_no, *path;
	const char *category;		/* name of the first one, or "" */
	const char *returned, *reason, *modified, *published, *entered_login;
	const char *person;		/* who answers for it, or "" */
};
struct document_rows {
	int n;
	struct document_row *v;
	/* key of the next page; next_id 0: this was the last */
	const char *next;
	int64_t next_id;
	/* so many rows were not wanted that the search ended here: there may
	 * be more from `next` on, or none */
	bool cut;
};

/* What a list is ordered by, newest or highest first or last (.._UP); rows
 * that are alike in it stand by id, so that no page loses or repeats one. */
enum document_order {
	LIST_MODIFIED, LIST_MODIFIED_UP, LIST_MADE, LIST_MADE_UP,
	LIST_PUBLISHED, LIST_PUBLISHED_UP, LIST_INDEX, LIST_INDEX_UP,
	LIST_TITLE, LIST_TITLE_UP,	/* by pinyin: title_key.h */
	LIST__MAX
};

/* Ordered by index number, documents without one are left out. */
struct document_filter {
	int64_t unit;
	enum state states[STATE__MAX];	/* wanted, STATE_NONE ends the list */
	bool returned_only;
	/* words to be found anywhere; NULL or "": any */
	const char *q;			/* in name, number or index number */
	const char *doc_no, *index_no, *summary;
	const char *text;		/* in the text as readers see it */
	const char *by;			/* in login or name of who answers for it */
	int64_t category, kind, theme;	/* 0: any */
	const char *openness;		/* active, request, closed, or NULL */
	const char *from, *to;		/* made_on, days, or NULL */
	const char *published_from, *published_to;	/* days, or NULL */
	enum document_order order;
	/* continue after this row of that order; after_id 0: from the first */
	const char *after;
	int64_t after_id;
	int max;			/* rows, 1..100 */
	int ms;				/* to look for them; 0: 800 */
};
/*
 * Looks at rows in their order until it has max, at no more than 200,000 of
 * them (20,000 when their texts are searched) and no longer than ms of this
 * process; see `cut`.
 */
enum rc document_list(struct db *, const struct document_filter *,
    struct document_rows *, struct arena *);
/* How many of the unit are in each state; index by enum state. */
enum rc document_counts(struct db *, int64_t unit, int64_t out[STATE__MAX],
    int64_t *returned);

enum rc document_get(struct db *, int64_t unit, int64_t id, struct document *,
    struct arena *);
/* Every revision, newest first, without bodies. */
enum rc document_revisions(struct db *, int64_t unit, int64_t id,
    struct revisions *, struct arena *);
/* The document as it was in that revision: rev is the one of that number. */
enum rc document_revision(struct db *, int64_t unit, int64_t id, int number,
    struct document *, struct arena *);
/*
 * The moves open to the actor for this very document, into out; returns how
 * many.  What the workflow table allows, without those that document_move()
 * would refuse: discarding what has an index number, approving one's own.
 */
int document_moves(const struct document *, const struct actor *,
    const struct move **out, int max);

/*
 * A new draft, or new content of a draft (also of a withdrawn document, which
 * becomes a draft again).  Only the title is demanded; problems name the
 * fields "title", "doc_no", "made_on", "category", "attachment", "original",
 * "summary", "openness", "kind", "theme", "body".
 * *id and *version are read (id 0: new) and set; RC_CONFLICT when it is not
 * that version any more, but for the same content of the same account sent
 * once more: its answer may have been lost.  One form (once) makes one
 * document: ask document_of_form() first whether it did.
 */
enum rc document_save(struct db *, const struct actor *, int64_t *id,
    int64_t *version, const struct content *, struct problems *,
    struct arena *);
/* The document that a form of this account made, whose answer was lost on the
 * way, and the version it got then; RC_NOT_FOUND: none yet. */
enum rc document_of_form(struct db *, const struct actor *, const char *once,
    int64_t *id, int64_t *version);
/* What a form of this account made last, within the last half hour and neither
 * published nor deleted since; RC_NOT_FOUND: nothing. */
struct document_made { int64_t id; const char *title, *saved; };
enum rc document_made_last(struct db *, const struct actor *,
    struct document_made *, struct arena *);
/*
 * What 提交 demands and this document lacks: category, made_on, summary, body
 * or attachment; of a document with a form of its own, what its kind needs
 * (PROBLEM_PART under the name of the field).  No problems: complete.
 */
void document_check(const struct document *, struct problems *);
/* The same, and that a 公开指南 has its form, and that it was inspected, signed, and excused where it is late:
 * "inspection", "secrecy", "late". */
void document_ready(const struct document *, struct problems *);

/*
 * One move of the workflow table.  reason is demanded where the table says
 * so (problem on "reason").  SUBMIT runs document_ready and freezes the
 * revision under its hash; APPROVE binds the approval to that hash and is
 * refused (RC_DENIED) to whoever entered the document; PUBLISH recomputes the
 * hash, gives the index number at the first time and puts the document into
 * lists and search.  RC_DENIED when role or state do not allow it,
 * RC_CONFLICT when version is not the current one.
 */
enum rc document_move(struct db *, const struct actor *, int64_t id,
    int64_t version, enum action, const char *reason, struct problems *,
    struct arena *);
/*
 * What XXX001 makes of a published document.  found: what the inspection
 * found in it, with the reasons to leave it; NULL: nobody has looked.  sign:
 * 保密审查 of the content as it becomes; NULL: nobody signs.
 */
struct change {
	const struct content *content;
	const char *note;
	struct findings *found;
	const struct secrecy *sign;
	const char *interprets, *replaces;	/* NULL: as they are */
};
/* The document as it would be: rev is what was typed under the id of the live
 * revision, or of the amendment that is open, without what is not the unit's.
 * Writes nothing. */
enum rc document_changed(struct db *, const struct actor *, int64_t id,
    const struct change *, struct document *, struct arena *);
/*
 * XXX001 changes what is published: a new revision, live at once, the old one
 * stays as history; where the district wants it reviewed first, it *waits
 * (amendment.h).  note says what changed (demanded, problem on "note"); what
 * was found has to be put right or explained ("inspection").  Another content
 * is reviewed anew before it is public (条例 art. 17): without a signature of
 * it a problem on "secrecy", or on what is wrong with the one given.
 */
enum rc document_amend(struct db *, const struct actor *, int64_t id,
    int64_t version, const struct change *, bool *waits, struct problems *,
    struct arena *);

/* 机关代字〔2026〕12号 (GB/T 9704 7.2.5); "" is good too. */
bool document_no_valid(const char *);
/* Other ways of writing brought into that form where that is certain:
 * [2010] （2010） 【2010】 ［2010］ -> 〔2010〕, full-width digits, spaces. */
char *document_no_tidy(struct arena *, const char *);
/* The number that somebody means who writes it in another way, without
 * brackets or 号; "" when it is none. */
char *document_no_asked(struct arena *, const char *);

/* Rebuilds the lists, their counts and the search index from the views, in
 * the caller's transaction. */
enum rc document_reindex(struct db *, struct arena *);
/* Whether they are empty though something is public: after a newer schema. */
enum rc document_index_needed(struct db *, bool *needed);

#endif

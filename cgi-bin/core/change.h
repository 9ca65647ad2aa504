/*
 * change.h - a change of what is published: checked, and made live at once or
 * when it was approved.  Internal to core.
 */
#ifndef CORE_CHANGE_H
#define CORE_CHANGE_H

#include "core/document_head.h"

struct changing {
	struct head was;
	struct revision r;	/* id 0: not stored yet; note and hash set */
	bool same;		/* the content is: only relations change */
	const struct secrecy *sign;	/* goes with r; NULL: not needed */
};

/* Everything that can be wrong, found before anything is written; results
 * and problems as document_amend() has them. */
enum rc change_check(struct db *, const struct actor *, int64_t id,
    int64_t version, const struct change *, struct changing *,
    struct problems *, struct arena *);
/* Stores r as the newest revision, with what was found in it; published ""
 * or when. */
enum rc change_store(struct db *, const struct actor *, struct changing *,
    struct findings *, const char *published, struct arena *);
/* The stored and published revision becomes the document's; lists, search and
 * register follow.  deed: for the audit log. */
enum rc change_live(struct db *, const struct actor *, const struct head *was,
    const struct revision *, const char *deed, struct arena *);
/* The relations that came with it; NULL leaves them alone. */
enum rc change_relate(struct db *, const struct actor *, int64_t document,
    const char *interprets, const char *replaces, struct problems *,
    struct arena *);

#endif

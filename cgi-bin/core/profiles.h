/*
 * profiles.h - the documents of a unit that have forms of their own
 * (base/profile.h): what was filled in, and which one holds now.
 */
#ifndef CORE_PROFILES_H
#define CORE_PROFILES_H

#include "base/profile.h"
#include "core/document.h"

/* What was filled in for that revision; NULL: it has no such form. */
enum rc profile_get(struct db *, int64_t revision, const struct profile **,
    struct arena *);
/* Becomes that of the revision; NULL: none.  Internal to core. */
enum rc profile_put(struct db *, int64_t unit, int64_t revision,
    const struct profile *);
/* Leaves with its revision.  Internal to core. */
enum rc profile_drop(struct db *, int64_t revision);

/*
 * The unit's newest document of that kind which is public (live), or which is
 * on its way there: draft, submitted, approved.  RC_NOT_FOUND: none.
 */
enum rc profile_live(struct db *, int64_t unit, const struct profile_kind *,
    int64_t *document);
enum rc profile_coming(struct db *, int64_t unit, const struct profile_kind *,
    int64_t *document);

/*
 * That document is public now: what the unit had of the same kind expires in
 * its favour, because there is one 公开指南 of a unit.  Internal to core.
 */
enum rc profile_succeed(struct db *, const struct actor *, int64_t document,
    struct problems *, struct arena *);

/* As the public sees it; RC_NOT_FOUND: nothing of that kind is public. */
struct profile_page {
	int64_t document;
	const char *path;		/* /doc/zfb/2026-00012 */
	const char *title;
	const char *published, *checked;	/* stored times; "" */
	const struct profile *p;
};
enum rc profile_public(struct db *, int64_t unit, const struct profile_kind *,
    struct profile_page *, struct arena *);

/*
 * 核对无变化, by the clerk or the administrator of the unit: the year starts
 * anew.  RC_NOT_FOUND: it is not a public one of the actor's unit.
 */
enum rc profile_confirm(struct db *, const struct actor *, int64_t document,
    struct arena *);

#endif

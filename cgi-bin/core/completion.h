/*
 * completion.h - what somebody who is still typing may look for: units, public
 * categories, words and titles of published documents.  Nothing is offered
 * that leads to nothing public.
 */
#ifndef CORE_COMPLETION_H
#define CORE_COMPLETION_H

#include "core/category.h"
#include "core/unit.h"

#define COMPLETION_CHARS 40	/* of a beginning; longer ones have none */
#define COMPLETION_MAX	 11

struct completion {
	enum { COMPLETION_UNIT, COMPLETION_CATEGORY, COMPLETION_WORD,
	    COMPLETION_TITLE } kind;
	const char *text;
	/* code of the unit or category, path of the document, or "" */
	const char *at;
};
struct completions { int n; struct completion v[COMPLETION_MAX]; };

/* Of the typed beginning, in Chinese, in pinyin or initials.  Units and
 * categories are those of the district. */
enum rc completion_list(struct db *, const char *typed, const struct units *,
    const struct categories *, struct completions *, struct arena *);

#endif

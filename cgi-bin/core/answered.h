/*
 * answered.h - answer before you ask: what is public already and fits a
 * description; how often that helped.
 */
#ifndef CORE_ANSWERED_H
#define CORE_ANSWERED_H

#include "core/publication.h"

struct answered {
	bool application;	/* a public answer; else a document */
	int64_t id;		/* document id or application id */
	const char *title, *path;	/* path "" for an application */
	const char *unit_name;
	const char *snippet;	/* with \x01 and \x02 round the words */
	const char *published;	/* stored UTC text */
};
struct answereds { int n; struct answered v[3]; };

/* At most three, best first.  unit 0: of the whole district. */
enum rc answered_find(struct db *, int64_t unit, const char *description,
    struct answereds *, struct arena *);
/* Somebody said "这已回答我的问题"; counted by the document's first category
 * and month, without anything about who. */
enum rc answered_click(struct db *, bool application, int64_t id,
    struct arena *);

struct answered_count { const char *category; int64_t n; };
struct answered_counts { int n; struct answered_count *v; };
/* Of one year by category, most first; category "" : public answers. */
enum rc answered_counts(struct db *, int year, struct answered_counts *,
    struct arena *);

#endif

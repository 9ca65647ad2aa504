/*
 * category.h - the tree of 法定主动公开内容 (arts. 20 and 21 of the regulation)
 * with 公开指南, 公开制度 and 年报 beside it, and the flat lists theme (主题分类)
 * and kind (体裁).  All of it is data.
 */
#ifndef CORE_CATEGORY_H
#define CORE_CATEGORY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "store/db.h"

struct category {
	int64_t id, parent;	/* parent 0: top */
	const char *code;	/* "guide", "rules", "report", "a20-1", ... */
	const char *name, *basis;
	int depth;		/* 0: top */
	bool leaf;		/* only leaves can be chosen */
};
struct categories { int n; struct category *v; };

/* The whole tree in reading order (parents before children). */
enum rc category_list(struct db *, struct categories *, struct arena *);
enum rc category_get(struct db *, int64_t id, struct category *,
    struct arena *);
enum rc category_by_code(struct db *, const char *code, struct category *,
    struct arena *);
/* Seeding and the operator: id is set.  parent 0 for a top one. */
enum rc category_add(struct db *, struct category *, struct arena *);

struct vocable { int64_t id; const char *name; };
struct vocabulary { int n; struct vocable *v; };
/* list: "theme" or "kind". */
enum rc vocabulary_list(struct db *, const char *list, struct vocabulary *,
    struct arena *);
enum rc vocabulary_add(struct db *, const char *list, const char *name,
    int64_t *id);

#endif

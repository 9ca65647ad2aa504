/* tree.h - the categories with counts, as trees of links. */
#ifndef PORTAL_TREE_H
#define PORTAL_TREE_H

#include "core/category.h"
#include "core/publication.h"
#include "web/view.h"

enum tree_parts {
	TREE_ALL,	/* what is empty is left out below the top */
	TREE_UNCOUNTED,	/* the same as links alone, without numbers */
	TREE_STATUTORY	/* what stands below 法定主动公开内容, empty or not */
};

struct tree {
	const struct categories *categories;
	const struct publication_counts *counts;
	enum tree_parts parts;
	int64_t current;	/* category id, 0: none */
};

/*
 * Items of Page.Tree, and of Sub below each: Code, Name, Basis, N, and the
 * flags Current and Open (it or something below it is current).
 */
void tree_fill(struct node *page, const struct tree *);
/* The one with that code or id, or NULL. */
const struct category *tree_find(const struct categories *, const char *code);
const struct category *tree_get(const struct categories *, int64_t id);
/* The entry of the navigation it is part of: "guide", "rules", "report" or
 * "open"; NULL counts as "open". */
const char *tree_entry(const struct category *);
/* What is counted under a key; 0 when nothing is. */
int64_t tree_count(const struct publication_counts *, int64_t key);

#endif

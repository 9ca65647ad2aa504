/* list_side.h - the tree and the filters beside the list, with counts. */
#ifndef PORTAL_LIST_SIDE_H
#define PORTAL_LIST_SIDE_H

#include "portal/list_wanted.h"

struct list_side {
	const struct directory *directory;
	const struct publication_filter *filter;
	const struct wanted *wanted;
	const char *tree_query;		/* the list without its category */
};

/* Fills the values of portal/list_side.cs; arg: a struct list_side. */
enum rc list_side_fill(struct ctx *, struct node *, const void *arg);

#endif

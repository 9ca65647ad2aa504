/*
 * allow.h - the one list of elements: what becomes of each.
 *
 * It has no foreign content and no element whose text a browser reads by
 * other rules; both are what makes markup change its meaning on the way.
 */
#ifndef RICHTEXT_ALLOW_H
#define RICHTEXT_ALLOW_H

#include <gumbo.h>

enum act {
	ACT_UNWRAP,		/* the element goes, its content stays */
	ACT_DROP,		/* both go */
	ACT_BREAK,		/* unwrapped, but a block of its own */
	ACT_BOX, ACT_LEAF, ACT_LIST, ACT_ITEM, ACT_TABLE,
	ACT_INLINE, ACT_SPAN, ACT_LINK, ACT_RUBY, ACT_RUBY_PART,
	ACT_BR, ACT_HR, ACT_IMG, ACT_PRE
};

struct allow {
	enum act act;
	const char *as;		/* the element that is written */
};

/* An element that the list does not name is unwrapped. */
const struct allow *allow_find(GumboTag);

#endif

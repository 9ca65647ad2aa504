/*
 * old_props.h - strings that a compound file of Office holds beside its text
 * ([MS-OLEPS], [MS-DOC], [MS-XLS], [MS-PPT]): who made it, for whom.
 */
#ifndef RICHTEXT_OLD_PROPS_H
#define RICHTEXT_OLD_PROPS_H

#include "base/arena.h"
#include "richtext/compound.h"

struct old_string {
	struct stream *in;
	uint32_t at, n;		/* bytes of the stream */
	unsigned codepage;	/* 0: it does not say */
	bool person;		/* a name; else what is only removed */
	bool own;		/* a property that somebody invented */
	char filler;		/* what may stand there instead */
};

struct old_walk {
	struct compound c;
	void (*take)(struct old_walk *, const struct old_string *);
	bool shut;		/* encrypted, or of a kind we do not know */
	struct arena *m;
};

/* The property sets \5SummaryInformation and \5DocumentSummaryInformation. */
void old_props(struct old_walk *);
/* What Word, Excel and PowerPoint write down a second time elsewhere. */
void old_places(struct old_walk *);

#endif

/*
 * demo_text.h - the text patterns of the demo district, sql/data/demo_*.txt.
 *
 * A file holds patterns; each starts with "%% name", then "key: value" lines,
 * "let name = value" lines and "file: name ... end" blocks, then "body:" and
 * the text up to the next pattern.  sql/data/README says what may stand in
 * them.
 */
#ifndef GKCTL_DEMO_TEXT_H
#define GKCTL_DEMO_TEXT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/rc.h"
#include "core/workflow.h"

#define DEMO_LETS	32
#define DEMO_FILES	4
#define DEMO_CATEGORIES	4
#define DEMO_FATES	3

struct demo_pair { const char *name, *value; };

/* What becomes of it days after publication, in chance of 100 cases. */
struct demo_fate {
	enum action action;
	int days, chance;
	const char *reason;
};

struct demo_text {
	const char *name;
	const char *units;	/* codes and kinds, by spaces; "all", "-zfb" */
	int month, month_to;	/* 0: recent, `ago` working days before today */
	int ago;
	int first, last;	/* years before this one: 2 .. 0 */
	bool latest;		/* only the last time these months were over */
	bool once;		/* in one of the three years */
	int count;		/* units a year at most; 0: all of them */
	const char *category[DEMO_CATEGORIES];
	const char *theme, *kind, *no, *openness;
	const char *form;	/* whose fields body fills in; NULL: none */
	int lag, lag_to;	/* working days from made to published */
	const char *returned;	/* reason of a first review, or "" */
	enum action stop;	/* the last move, ACTION_PUBLISH usually */
	int n_fates;
	struct demo_fate fate[DEMO_FATES];
	int n_lets;
	struct demo_pair let[DEMO_LETS];
	int n_files;
	struct demo_pair file[DEMO_FILES];
	const char *title, *summary, *body;
};
struct demo_texts { int n; struct demo_text *v; };

/* Every demo_*.txt of dir, by name; a line that is wrong is RC_INVALID. */
enum rc demo_text_load(const char *dir, struct demo_texts *, struct arena *);

#endif

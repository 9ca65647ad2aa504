/*
 * word.h - a Word document (.docx, Office Open XML) becomes sanitized HTML.
 *
 * ECMA-376 WordprocessingML, strict and transitional names.  Tracked changes
 * are accepted, comments and hidden text never come out.  No network, no
 * entities, no DOCTYPE; inflated sizes, depth and cells are limited.
 */
#ifndef RICHTEXT_WORD_H
#define RICHTEXT_WORD_H

#include <stddef.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/problem.h"
#include "richtext/report.h"
#include "richtext/sanitize.h"

struct word_image {
	const void *data;
	size_t n;
	const char *type;	/* image/png, image/jpeg, image/gif */
	const char *sha256;	/* of data; the HTML names the picture by it */
};

struct word_result {
	struct sanitized body;
	int n_images;
	struct word_image *image;	/* each once */
	/* what the clerk is told: accepted, and left out */
	int insertions, deletions, comments, hidden;
	int pictures_dropped;		/* formats no browser shows */
	int parts_dropped;		/* embedded documents of other kinds */
	int text_boxes, equations;	/* kept: after their paragraph, as MathML */
	const char *title;		/* first heading-like line, or "" */
};

/*
 * Converts the file at path.  RC_INVALID with *why one of PROBLEM_WORD_...;
 * RC_TOO_LARGE with PROBLEM_WORD_TOO_LARGE.  Runs where it is called; see
 * word_import_guarded() for what a server uses.
 */
enum rc word_import(const char *path, struct word_result *, enum problem *why,
    struct arena *);
/* The same in a child process with limits (CPU 10 s, memory 512 MiB, no new
 * files): a crash or overrun there is PROBLEM_WORD_BROKEN or _TOO_LARGE. */
enum rc word_import_guarded(const char *path, struct word_result *,
    enum problem *why, struct arena *);
/* The same, and the report of it; NULL: none is wanted. */
enum rc word_import_reported(const char *path, struct word_result *,
    struct report *, enum problem *why, struct arena *);
/* Where it is called, with the limits on time and memory put on this process
 * for good: for a program that imports one document and ends. */
enum rc word_import_alone(const char *path, struct word_result *,
    struct report *, enum problem *why, struct arena *);

#endif

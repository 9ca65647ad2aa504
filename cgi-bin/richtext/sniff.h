/*
 * sniff.h - what a file that should become a text really is, by its bytes
 * and never by its name.
 */
#ifndef RICHTEXT_SNIFF_H
#define RICHTEXT_SNIFF_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/problem.h"

enum sniff {
	SNIFF_UNKNOWN = 0,
	SNIFF_EMPTY,		/* no bytes */
	SNIFF_BROKEN,		/* a container that cannot be read */
	SNIFF_ENCRYPTED,
	SNIFF_FIXED,		/* PDF, OFD: pages, no text that flows; no kept
				 * tool makes paragraphs of an OFD */
	SNIFF_OTHER,		/* a spreadsheet, slides, a picture */
	SNIFF_ARCHIVED,		/* a web page with its parts in one MIME file */
	SNIFF_WORD,		/* Office Open XML, whatever its ending */
	/* what has to be converted first */
	SNIFF_DOC,		/* Word 97 to 2003 and WPS: a compound file */
	SNIFF_RTF,
	SNIFF_HTML,
	SNIFF_XML,		/* Word 2003 XML */
	SNIFF_ODT,
	SNIFF__MAX
};

enum sniff sniff_file(const char *path);
/* What text begins with these n bytes; NUL follows them. */
enum sniff sniff_text(const char *head, size_t n);
/* PROBLEM_NONE for what can be imported or converted. */
enum problem sniff_problem(enum sniff);
bool sniff_is_old(enum sniff);
/* Media type and ending ("doc") of a kind that can be imported. */
const char *sniff_type(enum sniff);
const char *sniff_ending(enum sniff);
/* The name as sent, with the kind's ending added unless it has one that
 * people use for that kind. */
const char *sniff_name(enum sniff, const char *name, struct arena *);

#endif

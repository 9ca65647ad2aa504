/* convert.h - a package becomes HTML that has not been sanitized yet. */
#ifndef RICHTEXT_CONVERT_H
#define RICHTEXT_CONVERT_H

#include "richtext/package.h"
#include "richtext/word.h"

struct converted {
	const char *html;
	size_t n;
};

/* Fills everything of the result but its body. */
enum rc convert_package(const struct package *, struct converted *,
    struct word_result *, enum problem *why, struct arena *);
/* The kind of file by its first bytes, then the same. */
enum rc convert_file(const char *path, struct converted *,
    struct word_result *, enum problem *why, struct arena *);

#endif

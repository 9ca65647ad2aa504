/* text.h - UTF-8 text: validity, length, cutting, folding. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Well-formed UTF-8 (no surrogates, no overlong forms) without NUL. */
bool text_valid(const char *s, size_t n);
/* Also without control characters; with lines, LF and TAB are let through. */
bool text_printable(const char *s, size_t n, bool lines);

/* Code points in s; s is valid UTF-8. */
size_t text_length(const char *s);
/* The first n code points of s, with "…" appended when something was cut. */
char *text_cut(struct arena *, const char *s, size_t n);
/* The next code point, advancing *s; 0 at the end. */
uint32_t text_next(const char **s);
/* Writes cp as UTF-8 into out (at least 4 bytes); returns the bytes used. */
size_t text_encode(uint32_t cp, char *out);

/* Whether *s begins with the word, which it is then advanced past. */
bool text_take(const char **s, const char *word);
bool text_ends(const char *s, const char *end);

/* Without spaces (also U+3000, U+00A0, U+FEFF) at both ends. */
char *text_trim(struct arena *, const char *s);
/* CRLF and CR become LF. */
char *text_unix_lines(struct arena *, const char *s);
/*
 * For comparing and searching: full-width ASCII forms become half-width,
 * ASCII letters small, all kinds of space one space, brackets of document
 * numbers ([2010] ［2010］ (2010) （2010） 【2010】) become 〔2010〕.
 */
char *text_fold(struct arena *, const char *s);
/* The same one folded code point at a time; 0 at the end.  Start with
 * { .s = s }; .s is where the next one begins. */
struct text_folder {
	const char *s;
	int closing;		/* inner: code points to the closing bracket */
};
uint32_t text_fold_next(struct text_folder *);
char *text_lower(struct arena *, const char *s);	/* ASCII only */
char *text_upper(struct arena *, const char *s);	/* ASCII only */

bool text_is_han(uint32_t cp);
/* A whole decimal number within [min, max]; no sign, spaces, leading +. */
bool text_int(const char *s, int64_t min, int64_t max, int64_t *out);
/* "28.4 KB", "316 KB", "1.2 MB" */
char *text_size(struct arena *, int64_t bytes);

#endif

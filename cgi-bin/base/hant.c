/* hant.c - ICU's table from simplified to traditional, text by text. */
#include "base/hant.h"

#include <stdbool.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/log.h"

/* Opened once: it is a large table. */
static UTransliterator *
table(void)
{
	static UTransliterator *t;
	UErrorCode e = U_ZERO_ERROR;

	if (t == NULL) {
		t = utrans_openU(u"Simplified-Traditional", -1, UTRANS_FORWARD,
		    NULL, 0, NULL, &e);
		if (U_FAILURE(e))
			fatal("no table of traditional characters: %s",
			    u_errorName(e));
	}
	return t;
}

static bool
ascii(const char *s, size_t n)
{
	for (; n > 0; n--, s++)
		if ((unsigned char)*s > 0x7f)
			return false;
	return true;
}

void
hant_text(const char *s, size_t n, struct buf *out)
{
	/* a character becomes at most two */
	int32_t room = (int32_t)(2 * n + 8), length = 0, end, bytes = 0;
	UErrorCode e = U_ZERO_ERROR;
	UChar *u;
	char *to;

	if (ascii(s, n)) {
		buf_put(out, s, n);
		return;
	}
	u = arena_take(out->mem, (size_t)room * sizeof *u);
	u_strFromUTF8(u, room, &length, s, (int32_t)n, &e);
	end = length;
	utrans_transUChars(table(), u, &length, room, 0, &end, &e);
	to = arena_take(out->mem, (size_t)length * 3 + 1);
	u_strToUTF8(to, length * 3 + 1, &bytes, u, length, &e);
	if (U_FAILURE(e)) {
		log_fail("to traditional characters: %s", u_errorName(e));
		buf_put(out, s, n);
	} else {
		buf_put(out, to, (size_t)bytes);
	}
}

static bool
begins(const char *s, const char *end, const char *with)
{
	size_t n = strlen(with);

	return (size_t)(end - s) >= n && memcmp(s, with, n) == 0;
}

/* The attribute whose value begins at s is read to people. */
static bool
is_read(const char *tag, const char *s)
{
	static const char *const names[] = {
		" alt=\"", " title=\"", " aria-label=\"", " placeholder=\"",
		" label=\""
	};
	size_t k, n;

	for (k = 0; k < sizeof names / sizeof names[0]; k++) {
		n = strlen(names[k]);
		if ((size_t)(s - tag) >= n && memcmp(s - n, names[k], n) == 0)
			return true;
	}
	return false;
}

/* From '<' to behind '>'. */
static const char *
tag_put(const char *s, const char *end, struct buf *out)
{
	const char *tag = s, *from = s, *close;

	for (; s < end && *s != '>'; s = close + (close < end)) {
		while (s < end && *s != '>' && *s != '"')
			s++;
		if (s == end || *s == '>')
			break;
		s++;
		close = memchr(s, '"', (size_t)(end - s));
		if (close == NULL)
			close = end;
		if (!is_read(tag, s))
			continue;
		buf_put(out, from, (size_t)(s - from));
		hant_text(s, (size_t)(close - s), out);
		from = close;
	}
	s += s < end;
	buf_put(out, from, (size_t)(s - from));
	return s;
}

/* What stays as it is although it is text, with its end tag. */
static const char *
kept_end(const char *s, const char *end)
{
	static const char *const names[][2] = {
		{ "<textarea", "</textarea>" }, { "<script", "</script>" },
		{ "<style", "</style>" },
	};
	const char *at;
	size_t k;

	for (k = 0; k < sizeof names / sizeof names[0]; k++) {
		if (!begins(s, end, names[k][0]))
			continue;
		at = memmem(s, (size_t)(end - s), names[k][1],
		    strlen(names[k][1]));
		return at != NULL ? at : end;
	}
	return NULL;
}

void
hant_page(const char *s, size_t n, struct buf *out)
{
	const char *end = s + n, *at;

	while (s < end) {
		if (*s != '<') {
			at = memchr(s, '<', (size_t)(end - s));
			at = at != NULL ? at : end;
			hant_text(s, (size_t)(at - s), out);
			s = at;
		} else if ((at = kept_end(s, end)) != NULL) {
			buf_put(out, s, (size_t)(at - s));
			s = at;
		} else {
			s = tag_put(s, end, out);
		}
	}
}

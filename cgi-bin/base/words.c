/* words.c - see words.h. */
#include "base/words.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "base/log.h"

static UBreakIterator *breaks;	/* opened at first use, kept */

static bool
ready(void)
{
	UErrorCode e = U_ZERO_ERROR;

	if (breaks != NULL)
		return true;
	breaks = ubrk_open(UBRK_WORD, "zh", NULL, 0, &e);
	if (U_SUCCESS(e))
		return true;
	log_fail("no words: %s", u_errorName(e));
	breaks = NULL;
	return false;
}

void
words_of(struct arena *m, const char *s, struct words *out)
{
	UText text = UTEXT_INITIALIZER;
	UErrorCode e = U_ZERO_ERROR;
	int32_t from = 0, to;

	/* never more words than bytes */
	*out = (struct words){ .v = arena_calloc(m, strlen(s) + 1,
	    sizeof(*out->v)) };
	utext_openUTF8(&text, s, (int64_t)strlen(s), &e);
	if (U_SUCCESS(e) && ready()) {
		ubrk_setUText(breaks, &text, &e);
		from = ubrk_first(breaks);
		while (U_SUCCESS(e) &&
		    (to = ubrk_next(breaks)) != UBRK_DONE) {
			out->v[out->n++] = arena_strndup(m, s + from,
			    (size_t)(to - from));
			from = to;
		}
	}
	utext_close(&text);
	if (s[from] != '\0')	/* nothing is lost without a dictionary */
		out->v[out->n++] = arena_strdup(m, s + from);
}

/* charset.c - see charset.h. */
#include "base/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "base/log.h"

#define PIECE 4096	/* UTF-16 units: each makes at most three bytes */

static void
unreadable(const void *count, UConverterToUnicodeArgs *a, const char *s,
    int32_t n, UConverterCallbackReason why, UErrorCode *e)
{
	if (why <= UCNV_IRREGULAR)
		++*(size_t *)(uintptr_t)count;
	UCNV_TO_U_CALLBACK_SUBSTITUTE(NULL, a, s, n, why, e);
}

static UConverter *
reader(const char *from, size_t *wrong)
{
	UErrorCode e = U_ZERO_ERROR;
	UConverter *c = ucnv_open(from, &e);

	ucnv_setToUCallBack(c, unreadable, wrong, NULL, NULL, &e);
	if (U_FAILURE(e))
		fatal("no table of %s: %s", from, u_errorName(e));
	return c;
}

/* A pair that the border of two pieces would part waits for the next. */
static size_t
whole(const UChar *u, size_t n, bool last)
{
	return !last && n > 0 && U16_IS_LEAD(u[n - 1]) ? n - 1 : n;
}

size_t
charset_utf8(const char *from, const char *s, size_t n, size_t most,
    struct buf *out)
{
	const char *end = s + n;
	UChar u[PIECE], *at = u;
	char text[3 * PIECE];
	size_t wrong = 0, k;
	UConverter *c = reader(from, &wrong);
	int32_t bytes;
	UErrorCode e;

	do {
		e = U_ZERO_ERROR;
		ucnv_toUnicode(c, &at, u + PIECE, &s, end, NULL, true, &e);
		k = whole(u, (size_t)(at - u), e != U_BUFFER_OVERFLOW_ERROR);
		bytes = 0;
		u_strToUTF8WithSub(text, sizeof text, &bytes, u, (int32_t)k,
		    0xFFFD, NULL, &(UErrorCode){ U_ZERO_ERROR });
		buf_put(out, text, (size_t)bytes);
		u_memmove(u, u + k, (int32_t)(at - u - (ptrdiff_t)k));
		at -= k;
	} while (e == U_BUFFER_OVERFLOW_ERROR && out->n <= most);
	ucnv_close(c);
	return wrong;
}

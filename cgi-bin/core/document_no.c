/* document_no.c - 文号: the one right form and the way into it. */
#include <string.h>

#include "base/text.h"
#include "core/document.h"

#define ISSUER_MIN 2
#define ISSUER_MAX 16
#define SERIAL_DIGITS_MAX 5

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
take_issuer(const char **s)
{
	const char *p = *s;
	int n = 0;

	while (text_is_han(text_next(&p))) {
		*s = p;
		n++;
	}
	return n >= ISSUER_MIN && n <= ISSUER_MAX;
}

static bool
take_year(const char **s)
{
	const char *y = *s;

	for (int k = 0; k < 4; k++)
		if (!is_digit(y[k]))
			return false;
	*s += 4;
	return strncmp(y, "19", 2) == 0 || strncmp(y, "20", 2) == 0;
}

/* Without 第 and without noughts before it. */
static bool
take_serial(const char **s)
{
	const char *start = *s;

	while (is_digit(**s))
		(*s)++;
	return *s > start && *s - start <= SERIAL_DIGITS_MAX && *start != '0';
}

bool
document_no_valid(const char *s)
{
	if (*s == '\0')
		return true;
	return take_issuer(&s) && text_take(&s, "〔") && take_year(&s) &&
	    text_take(&s, "〕") && take_serial(&s) && text_take(&s, "号") &&
	    *s == '\0';
}

static char *
without_spaces(struct arena *m, const char *s)
{
	char *out = text_fold(m, s), *w = out;

	for (const char *r = out; *r != '\0'; r++)
		if (*r != ' ')
			*w++ = *r;
	*w = '\0';
	return out;
}

char *
document_no_tidy(struct arena *m, const char *s)
{
	/* once more, for brackets that had spaces inside */
	char *folded = text_fold(m, without_spaces(m, s));

	return document_no_valid(folded) ? folded : text_trim(m, s);
}

/* What stands between year and serial, or instead of the brackets. */
static void
skip_marks(const char **s)
{
	while (text_take(s, "〕") || text_take(s, "年") || text_take(s, "第") ||
	    text_take(s, "-"))
		;
}

char *
document_no_asked(struct arena *m, const char *s)
{
	const char *p = text_fold(m, without_spaces(m, s)), *issuer = p;
	const char *end, *year, *serial;

	if (!take_issuer(&p))
		return arena_strdup(m, "");
	end = p;
	text_take(&p, "〔");
	year = p;
	if (!take_year(&p))
		return arena_strdup(m, "");
	skip_marks(&p);
	serial = p;
	if (!take_serial(&p))
		return arena_strdup(m, "");
	s = p;
	text_take(&p, "号");
	return *p != '\0' ? arena_strdup(m, "") :
	    arena_printf(m, "%.*s〔%.4s〕%.*s号", (int)(end - issuer), issuer,
	    year, (int)(s - serial), serial);
}

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
take(const char **s, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(*s, word, n) != 0)
		return false;
	*s += n;
	return true;
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
	return take_issuer(&s) && take(&s, "〔") && take_year(&s) &&
	    take(&s, "〕") && take_serial(&s) && take(&s, "号") && *s == '\0';
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

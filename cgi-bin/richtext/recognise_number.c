/* recognise_number.c - 文号 out of the line that holds it. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/recognise.h"

#define ISSUER_MIN 2
#define ISSUER_MAX 16
#define SERIAL_MAX 5

static char *
without_spaces(const char *s, struct arena *m)
{
	struct buf b = buf_new(m);

	for (s = text_fold(m, s); *s != '\0'; s++)
		if (*s != ' ' && *s != '\n')
			buf_putc(&b, *s);
	/* once more, for brackets that had spaces inside */
	return text_fold(m, b.n > 0 ? b.s : "");
}

static const char *
after(const char *s, const char *word)
{
	size_t n = strlen(word);

	return strncmp(s, word, n) == 0 ? s + n : NULL;
}

/* "文号：", "发文字号：" and the marks of secrecy and urgency before it. */
static const char *
skip_label(const char *s)
{
	static const char *const labels[] = { "文号", "发文字号", "发文号",
		"文件编号", "文件字号", "编号", "字号" };
	const char *rest, *value;

	for (size_t k = 0; k < sizeof(labels) / sizeof(labels[0]); k++)
		if ((rest = after(s, labels[k])) != NULL &&
		    ((value = after(rest, ":")) != NULL ||
		    (value = after(rest, "：")) != NULL))
			return value;
	return s;
}

static const char *
skip_issuer(const char *s)
{
	const char *p = s;
	int n = 0;

	while (text_is_han(text_next(&p))) {
		s = p;
		n++;
	}
	return n >= ISSUER_MIN && n <= ISSUER_MAX ? s : NULL;
}

/* What may follow on the same line: nothing, or who signed it. */
static bool
may_end(const char *s)
{
	return *s == '\0' || after(s, "签发人") != NULL ||
	    after(s, "会签人") != NULL;
}

/* The digits of a number, without 第 and noughts before them. */
static const char *
take_serial(const char **s, struct arena *m)
{
	const char *p = *s, *rest, *digits;
	size_t n;

	if ((rest = after(p, "第")) != NULL)
		p = rest;
	p += strspn(p, "0");
	digits = p;
	n = strspn(p, "0123456789");
	*s = p + n;
	return n == 0 || n > SERIAL_MAX ? NULL : arena_strndup(m, digits, n);
}

const char *
recognise_number(const char *line, struct arena *m)
{
	const char *s, *issuer, *year, *serial, *p;

	if (strlen(line) > 200)
		return "";
	issuer = skip_label(without_spaces(line, m));
	if ((s = skip_issuer(issuer)) == NULL ||
	    (year = after(s, "〔")) == NULL ||
	    strspn(year, "0123456789") != 4 ||
	    (p = after(year + 4, "〕")) == NULL ||
	    (serial = take_serial(&p, m)) == NULL ||
	    (p = after(p, "号")) == NULL || !may_end(p))
		return "";
	return arena_printf(m, "%.*s〔%.4s〕%s号", (int)(s - issuer), issuer,
	    year, serial);
}

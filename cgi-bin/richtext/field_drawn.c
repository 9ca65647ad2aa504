/* field_drawn.c - fields that have no result, because Word draws them from
 * their code: SYMBOL, and EQ, which writes characters into circles, one above
 * the other and as fractions. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "richtext/reader.h"

#define ARGS  8
#define DEPTH 8

struct eq {
	const char *s;		/* the code from here on */
	struct arena *mem;
	int depth;
};

struct arg {
	struct buf text;
	bool above, moved;	/* \s\up(...); \s at all */
};

static void eq_text(struct eq *, struct buf *);

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void
cp_put(struct buf *b, uint32_t cp)
{
	char s[4];

	buf_put(b, s, text_encode(cp, s));
}

/* The one character that it is, else 0. */
static uint32_t
only_char(const char *s)
{
	uint32_t c = text_next(&s);

	return *s == '\0' ? c : 0;
}

/* Numbers, letters and words that Unicode has in a circle, else 0. */
static uint32_t
in_circle(const char *s)
{
	static const char *const words[] = { "一", "二", "三", "四", "五", "六",
		"七", "八", "九", "十", "月", "火", "水", "木", "金", "土",
		"日", "株", "有", "社", "名", "特", "財", "祝", "労", "秘",
		"男", "女", "適", "優", "印", "注", "項", "休", "写", "正",
		"上", "中", "下", "左", "右", "医", "宗", "学", "監", "企",
		"資", "協", "夜" };
	uint32_t c = only_char(s);
	int64_t n;
	size_t k;

	if (text_int(s, 1, 50, &n))
		return (uint32_t)(n <= 20 ? 0x2460 + n - 1
		    : n <= 35 ? 0x3251 + n - 21 : 0x32b1 + n - 36);
	if (c >= 'A' && c <= 'Z')
		return 0x24b6 + c - 'A';
	if (c >= 'a' && c <= 'z')
		return 0x24d0 + c - 'a';
	for (k = 0; k < sizeof words / sizeof words[0]; k++)
		if (strcmp(words[k], s) == 0)
			return (uint32_t)(0x3280 + k);
	return 0;
}

/* What encloses the character before it, by the sign that is drawn round. */
static uint32_t
enclosing(uint32_t sign)
{
	switch (sign) {
	case 0x25cb:
	case 0x25ef:
		return 0x20dd;
	case 0x25a1:
		return 0x20de;
	case 0x25c7:
		return 0x20df;
	case 0x25b3:
		return 0x20e4;
	default:
		return 0;
	}
}

/* Spaces only move what is above against what is below. */
static void
tight_put(struct buf *b, const char *s)
{
	const char *from = s;
	uint32_t c;

	for (; (c = text_next(&s)) != 0; from = s)
		if (c != ' ' && c != 0x3000)
			buf_put(b, from, (size_t)(s - from));
}

/* One over the other: enclosed, with its reading above, or both in a row. */
static void
over_put(struct buf *b, const struct arg *a, int n)
{
	uint32_t around = n == 2 ? enclosing(only_char(a[0].text.s)) : 0, cp;
	bool read = around == 0 && n == 2 && a[0].above && !a[1].moved;
	int k;

	if (around != 0 && a[1].text.n > 0) {
		if (around == 0x20dd && (cp = in_circle(a[1].text.s)) != 0) {
			cp_put(b, cp);
			return;
		}
		buf_puts(b, a[1].text.s);
		cp_put(b, around);
		return;
	}
	if (read) {
		buf_puts(b, a[1].text.s);
		buf_printf(b, "（%s）", a[0].text.s);
		return;
	}
	for (k = 0; k < n; k++)
		if (a[k].moved)
			tight_put(b, a[k].text.s);
		else
			buf_puts(b, a[k].text.s);
}

static void
between_put(struct buf *b, const struct arg *a, int n, const char *sign)
{
	int k;

	for (k = 0; k < n; k++)
		buf_printf(b, "%s%s", k > 0 ? sign : "", a[k].text.s);
}

/* What one of the letters makes of its arguments. */
static void
switch_put(struct buf *b, char kind, const char *left, const char *right,
    const struct arg *a, int n)
{
	switch (kind) {
	case 'o':
		over_put(b, a, n);
		break;
	case 'f':
		between_put(b, a, n, "/");
		break;
	case 'r':
		buf_printf(b, "%s√%s", n > 1 ? a[0].text.s : "",
		    n > 0 ? a[n - 1].text.s : "");
		break;
	case 'b':
		buf_printf(b, "%s%s%s", left, n > 0 ? a[0].text.s : "",
		    right);
		break;
	case 'i':
		buf_puts(b, "∫");
		between_put(b, a, n, " ");
		break;
	case 'l':
		between_put(b, a, n, ",");
		break;
	default:
		between_put(b, a, n, kind == 'a' ? " " : "");
		break;
	}
}

static const char *
closing(const char *sign)
{
	static const char pairs[] = "()[]{}<>";
	const char *at = *sign != '\0' && sign[1] == '\0'
	    ? strchr(pairs, *sign) : NULL;

	return at == NULL || (at - pairs) % 2 != 0 ? sign
	    : at[1] == ')' ? ")" : at[1] == ']' ? "]" : at[1] == '}' ? "}"
	    : ">";
}

/* The sign after \lc, \rc or \bc, itself after a backslash. */
static const char *
sign_read(struct eq *e)
{
	const char *from;

	e->s += *e->s == '\\';
	from = e->s;
	(void)text_next(&e->s);
	return arena_strndup(e->mem, from, (size_t)(e->s - from));
}

/* \ac, \up 9, \bc\[: how the arguments are drawn. */
static void
options_read(struct eq *e, const char **left, const char **right)
{
	char name[3] = "";
	size_t n;

	*left = "(";
	*right = ")";
	for (e->s += strspn(e->s, " "); *e->s == '\\'; ) {
		for (n = 0, e->s++; n < 2 && is_letter(*e->s); n++)
			name[n] = *e->s++;
		if (n < 2)
			return;
		if (strcasecmp(name, "bc") == 0)
			*right = closing(*left = sign_read(e));
		else if (strcasecmp(name, "lc") == 0)
			*left = sign_read(e);
		else if (strcasecmp(name, "rc") == 0)
			*right = sign_read(e);
		else if (strchr("cC", name[1]) != NULL &&
		    strchr("fFvV", name[0]) != NULL)
			(void)sign_read(e);
		e->s += strspn(e->s, " -0123456789");
	}
}

static int
args_read(struct eq *e, struct arg a[ARGS])
{
	const char *at;
	int n = 0;

	if (*e->s != '(')
		return 0;
	do {
		e->s++;
		at = e->s + strspn(e->s, " ");
		a[n].above = strncasecmp(at, "\\s\\up", 5) == 0;
		a[n].moved = strncasecmp(at, "\\s", 2) == 0;
		a[n].text = buf_new(e->mem);
		eq_text(e, &a[n].text);
		n++;
	} while (n < ARGS && *e->s == ',');
	e->s += *e->s == ')';
	return n;
}

static void
eq_switch(struct eq *e, struct buf *b)
{
	const char *left, *right;
	struct arg a[ARGS];
	char kind = (char)(*e->s | 0x20);
	int n;

	e->s++;
	options_read(e, &left, &right);
	e->depth++;
	n = args_read(e, a);
	e->depth--;
	switch_put(b, kind, left, right, a, n);
}

/* Until a comma or a bracket that belongs to who called. */
static void
eq_text(struct eq *e, struct buf *b)
{
	const char *from;

	while (*e->s != '\0' && (e->depth == 0 ||
	    (*e->s != ',' && *e->s != ')'))) {
		from = e->s;
		if (*e->s == '\\' && is_letter(e->s[1]) &&
		    e->depth < DEPTH) {
			e->s++;
			eq_switch(e, b);
			continue;
		}
		e->s += *e->s == '\\' && e->s[1] != '\0';
		from = e->s;
		if (text_next(&e->s) == 0)
			return;
		buf_put(b, from, (size_t)(e->s - from));
	}
}

/* SYMBOL 254 \f Wingdings, the number also as 0xfe. */
static void
symbol_put(struct buf *b, const char *code, struct arena *m)
{
	const char *font = strstr(code, "\\f");
	uint32_t cp, n = (uint32_t)strtoul(code, NULL, 0);
	size_t len;

	if (font != NULL) {
		font += 2;
		font += strspn(font, " ");
		len = strcspn(font + (*font == '"'), *font == '"' ? "\"" :
		    " \\");
		font = arena_strndup(m, font + (*font == '"'), len);
	}
	if ((cp = symbol_char(font, n)) != 0 ||
	    (cp = n >= 0x20 && n < 0x7f ? n : 0) != 0)
		cp_put(b, cp);
}

char *
field_drawn(const char *code, struct arena *m)
{
	struct eq e = { .mem = m };
	struct buf b = buf_new(m);

	code += strspn(code, " \t");
	if (strncasecmp(code, "SYMBOL ", 7) == 0) {
		symbol_put(&b, code + 7, m);
	} else if (strncasecmp(code, "EQ ", 3) == 0) {
		e.s = code + 3;
		e.s += strspn(e.s, " ");
		/* \* jc2 \* "Font:..." \* hps10: how, not what */
		while (strncmp(e.s, "\\*", 2) == 0) {
			e.s += 2;
			e.s += strspn(e.s, " ");
			e.s += *e.s == '"' ? strcspn(e.s + 1, "\"") + 1
			    : strcspn(e.s, " ");
			e.s += *e.s == '"';
			e.s += strspn(e.s, " ");
		}
		eq_text(&e, &b);
		while (b.n > 0 && b.s[b.n - 1] == ' ')
			b.s[--b.n] = '\0';
	}
	return b.n > 0 ? b.s : NULL;
}

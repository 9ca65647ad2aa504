/* imprint_rtf.c - see imprint_rtf.h. */
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "richtext/codepage.h"
#include "richtext/imprint_rtf.h"

#define NAME_BYTES	200
#define GROUP_BYTES	4096	/* of a group that is read as a name */
#define WORD_MAX	32

struct rtf { const char *s, *end; };

/* A control word with its number and the space that belongs to both. */
struct word { char name[WORD_MAX]; long number; };

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static long
number_read(struct rtf *r)
{
	bool minus = r->s < r->end && *r->s == '-';
	long n = 0;

	for (r->s += minus; r->s < r->end && is_digit(*r->s); r->s++)
		n = n < 100000000 ? 10 * n + *r->s - '0' : n;
	return minus ? -n : n;
}

/* Behind the backslash; a control that is one character has no name. */
static void
word_read(struct rtf *r, struct word *w)
{
	size_t n = 0;

	*w = (struct word){ .number = -1 };
	if (r->s < r->end && !is_letter(*r->s)) {
		r->s++;
		return;
	}
	for (; r->s < r->end && is_letter(*r->s); r->s++)
		if (n + 1 < WORD_MAX)
			w->name[n++] = *r->s;
	if (r->s < r->end && (is_digit(*r->s) || *r->s == '-'))
		w->number = number_read(r);
	if (r->s < r->end && *r->s == ' ')
		r->s++;
	/* bytes that are no text */
	if (strcmp(w->name, "bin") == 0 && w->number > 0)
		r->s += w->number < r->end - r->s ? w->number :
		    r->end - r->s;
}

/* The word that says what the group is: {\word, {\*\word. */
static void
destination(struct rtf r, struct word *w)
{
	*w = (struct word){ .name = "" };
	for (int k = 0; k < 2 && *w->name == '\0'; k++) {
		while (r.s < r.end && strchr(" \r\n", *r.s) != NULL &&
		    *r.s != '\0')
			r.s++;
		if (r.s >= r.end || *r.s++ != '\\')
			return;
		word_read(&r, w);
	}
}

/* From behind its brace to behind that which closes it. */
static bool
group_end(struct rtf *r)
{
	struct word w;
	int depth = 1;

	while (r->s < r->end && depth > 0) {
		char c = *r->s++;

		depth += (c == '{') - (c == '}');
		if (c == '\\')
			word_read(r, &w);
	}
	return depth == 0;
}

static bool
is_one_of(const char *name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(*list, name) == 0)
			return true;
	return false;
}

static bool
is_person(const char *name)
{
	static const char *const list[] = { "author", "operator", "manager",
		NULL };

	return is_one_of(name, list);
}

/* What a field shows stays. */
static bool
is_removed(const char *name, bool shows)
{
	static const char *const list[] = { "company", "subject", "keywords",
		"category", "comment", "doccomm", "hlinkbase", "template",
		NULL };

	return is_person(name) || is_one_of(name, list) ||
	    (!shows && strcmp(name, "userprops") == 0);
}

/* The next group that is removed: *from its brace, r->s behind its end.
 * *whole: false when it has none. */
static bool
group_next(struct rtf *r, bool shows, struct word *w, const char **from,
    bool *whole)
{
	struct word skipped;

	while (r->s < r->end) {
		char c = *r->s++;

		if (c == '\\') {
			word_read(r, &skipped);
		} else if (c == '{') {
			destination(*r, w);
			if (!is_removed(w->name, shows))
				continue;
			*from = r->s - 1;
			*whole = group_end(r);
			return true;
		}
	}
	return false;
}

/* The text of a group: bytes in the codepage between numbers of UTF-16. */
struct text {
	struct buf raw, out;
	unsigned codepage;
	long skip, after;	/* characters instead of a number, for those
				 * who do not know it */
	uint32_t lead;
};

static void
text_flush(struct text *t)
{
	if (t->raw.n > 0)
		charset_utf8(codepage_charset(t->codepage, t->raw.s,
		    t->raw.n), t->raw.s, t->raw.n, NAME_BYTES, &t->out);
	t->raw.n = 0;
}

static void
text_byte(struct text *t, char c)
{
	if (t->after > 0)
		t->after--;
	else
		buf_putc(&t->raw, c);
}

static void
text_number(struct text *t, long number)
{
	uint32_t unit = (uint32_t)number & 0xffff, cp = unit;
	char utf8[4];

	text_flush(t);
	t->after = t->skip;
	if (unit >= 0xd800 && unit < 0xdc00) {
		t->lead = unit;
		return;
	}
	if (unit >= 0xdc00 && unit < 0xe000)
		cp = t->lead == 0 ? 0 : 0x10000 +
		    ((t->lead - 0xd800) << 10) + unit - 0xdc00;
	t->lead = 0;
	if (cp != 0)
		buf_put(&t->out, utf8, text_encode(cp, utf8));
}

static void
text_control(struct text *t, struct rtf *r)
{
	char c = r->s < r->end ? *r->s : '\0', hex[3] = "";
	struct word w;

	word_read(r, &w);
	if (c == '\'' && r->end - r->s >= 2) {
		memcpy(hex, r->s, 2);
		r->s += 2;
		text_byte(t, (char)strtol(hex, NULL, 16));
	} else if (c == '\\' || c == '{' || c == '}') {
		text_byte(t, c);
	} else if (strcmp(w.name, "u") == 0) {
		text_number(t, w.number);
	} else if (strcmp(w.name, "uc") == 0 && w.number >= 0) {
		t->skip = w.number;
	}
}

static const char *
text_read(struct rtf r, unsigned codepage, struct arena *m)
{
	struct text t = { .raw = buf_new(m), .out = buf_new(m),
		.codepage = codepage, .skip = 1 };

	while (r.s < r.end) {
		char c = *r.s++;

		if (c == '\\')
			text_control(&t, &r);
		else if (c != '{' && c != '}' && c != '\r' && c != '\n')
			text_byte(&t, c);
	}
	text_flush(&t);
	return t.out.n == 0 || t.out.n > NAME_BYTES ||
	    !text_printable(t.out.s, t.out.n, false) ? "" :
	    text_trim(m, t.out.s);
}

static unsigned
codepage_of(struct rtf r)
{
	static const char says[] = "\\ansicpg";
	size_t n = (size_t)(r.end - r.s) < 1024 ? (size_t)(r.end - r.s) : 1024;
	const char *at = memmem(r.s, n, says, sizeof says - 1);

	if (at == NULL)
		return 0;
	r.s = at + sizeof says - 1;
	return (unsigned)number_read(&r);
}

bool
imprint_rtf_is(const void *data, size_t n)
{
	const char *s = data;

	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0) {
		s += 3;
		n -= 3;
	}
	for (; n > 0 && (*s == ' ' || *s == '\r' || *s == '\n'); n--)
		s++;
	return n >= 5 && memcmp(s, "{\\rtf", 5) == 0;
}

void
imprint_rtf_names(const void *data, size_t n, struct buf *names,
    struct arena *m)
{
	struct rtf r = { data, (const char *)data + n }, inside;
	unsigned codepage = codepage_of(r);
	const char *from, *name;
	struct word w;
	bool whole;

	while (group_next(&r, false, &w, &from, &whole)) {
		if (!whole || !is_person(w.name) ||
		    r.s - from > GROUP_BYTES)
			continue;
		inside = (struct rtf){ from, r.s };
		name = text_read(inside, codepage, m);
		if (*name != '\0' && (names->n == 0 ||
		    strstr(names->s, name) == NULL))
			buf_printf(names, "%s\n", name);
	}
}

void *
imprint_rtf_clean(const void *data, size_t n, size_t *less, struct arena *m)
{
	struct rtf r = { data, (const char *)data + n };
	bool shows = memmem(data, n, "DOCPROPERTY", 11) != NULL, whole = true;
	const char *from, *done = data;
	struct buf out = buf_new(m), names = buf_new(m);
	struct word w;

	while (whole && group_next(&r, shows, &w, &from, &whole)) {
		buf_put(&out, done, (size_t)(from - done));
		done = r.s;
	}
	buf_put(&out, done, (size_t)(r.end - done));
	*less = out.n;
	/* what is left may be a group again */
	imprint_rtf_names(out.s, out.n, &names, m);
	return whole && names.n == 0 ? out.s : NULL;
}

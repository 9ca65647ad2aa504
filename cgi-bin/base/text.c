/* text.c - UTF-8 by hand: a few lines, and no locale anywhere. */
#include "base/text.h"

#include <string.h>

#include "base/buf.h"

/* Bytes of the well-formed character at s, 0 when there is none. */
static size_t
char_size(const unsigned char *s, size_t n)
{
	size_t len = s[0] < 0x80 ? 1 : s[0] < 0xC2 ? 0 : s[0] < 0xE0 ? 2 :
	    s[0] < 0xF0 ? 3 : s[0] < 0xF5 ? 4 : 0;
	size_t i;

	if (len == 0 || len > n)
		return 0;
	for (i = 1; i < len; i++)
		if ((s[i] & 0xC0) != 0x80)
			return 0;
	if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] > 0x9F) ||
	    (s[0] == 0xF0 && s[1] < 0x90) || (s[0] == 0xF4 && s[1] > 0x8F))
		return 0;
	return len;
}

bool
text_valid(const char *s, size_t n)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t i = 0, len;

	for (; i < n; i += len)
		if ((len = char_size(u + i, n - i)) == 0 || u[i] == '\0')
			return false;
	return true;
}

bool
text_printable(const char *s, size_t n, bool lines)
{
	const unsigned char *u = (const unsigned char *)s;
	size_t i = 0, len;

	for (; i < n; i += len) {
		if ((len = char_size(u + i, n - i)) == 0)
			return false;
		if (lines && (u[i] == '\n' || u[i] == '\t'))
			continue;
		if (u[i] < 0x20 || u[i] == 0x7F ||
		    (u[i] == 0xC2 && u[i + 1] < 0xA0))
			return false;
	}
	return true;
}

size_t
text_length(const char *s)
{
	size_t n = 0;

	for (; *s != '\0'; s++)
		n += (*s & 0xC0) != 0x80;
	return n;
}

uint32_t
text_next(const char **s)
{
	const unsigned char *u = (const unsigned char *)*s;
	size_t n = strnlen(*s, 4), len, i;
	uint32_t cp;

	if (n == 0)
		return 0;
	if ((len = char_size(u, n)) == 0) {
		*s += 1;
		return 0xFFFD;
	}
	cp = len == 1 ? u[0] : u[0] & (0x7Fu >> len);
	for (i = 1; i < len; i++)
		cp = cp << 6 | (u[i] & 0x3F);
	*s += len;
	return cp;
}

size_t
text_encode(uint32_t cp, char *out)
{
	unsigned char *o = (unsigned char *)out;

	if (cp < 0x80) {
		o[0] = (unsigned char)cp;
		return 1;
	}
	if (cp < 0x800) {
		o[0] = (unsigned char)(0xC0 | cp >> 6);
		o[1] = (unsigned char)(0x80 | (cp & 0x3F));
		return 2;
	}
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = 0xFFFD;
	if (cp < 0x10000) {
		o[0] = (unsigned char)(0xE0 | cp >> 12);
		o[1] = (unsigned char)(0x80 | (cp >> 6 & 0x3F));
		o[2] = (unsigned char)(0x80 | (cp & 0x3F));
		return 3;
	}
	o[0] = (unsigned char)(0xF0 | cp >> 18);
	o[1] = (unsigned char)(0x80 | (cp >> 12 & 0x3F));
	o[2] = (unsigned char)(0x80 | (cp >> 6 & 0x3F));
	o[3] = (unsigned char)(0x80 | (cp & 0x3F));
	return 4;
}

char *
text_cut(struct arena *m, const char *s, size_t n)
{
	const char *end = s;

	while (n > 0 && text_next(&end) != 0)
		n--;
	return *end == '\0' ? arena_strdup(m, s) :
	    arena_printf(m, "%.*s…", (int)(end - s), s);
}

static bool
is_space(uint32_t cp)
{
	return (cp >= 0x09 && cp <= 0x0D) || cp == ' ' || cp == 0x85 ||
	    cp == 0xA0 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200B) ||
	    cp == 0x2028 || cp == 0x2029 || cp == 0x202F || cp == 0x205F ||
	    cp == 0x3000 || cp == 0xFEFF;
}

bool
text_take(const char **s, const char *word)
{
	size_t n = strlen(word);

	if (strncmp(*s, word, n) != 0)
		return false;
	*s += n;
	return true;
}

bool
text_ends(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);

	return n >= k && memcmp(s + n - k, end, k) == 0;
}

char *
text_trim(struct arena *m, const char *s)
{
	const char *from = NULL, *to = s, *p = s, *at = s;
	uint32_t cp;

	for (; (cp = text_next(&p)) != 0; at = p) {
		if (is_space(cp))
			continue;
		if (from == NULL)
			from = at;
		to = p;
	}
	return from == NULL ? arena_strdup(m, "") :
	    arena_strndup(m, from, (size_t)(to - from));
}

char *
text_unix_lines(struct arena *m, const char *s)
{
	char *out = arena_alloc(m, strlen(s) + 1), *o = out;

	for (; *s != '\0'; s++)
		if (*s != '\r')
			*o++ = *s;
		else if (s[1] != '\n')
			*o++ = '\n';
	return out;
}

static uint32_t
fold_one(uint32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		cp -= 0xFF01 - '!';
	if (cp >= 'A' && cp <= 'Z')
		cp += 'a' - 'A';
	return is_space(cp) ? ' ' : cp;
}

static bool
opens(uint32_t cp)
{
	return cp == '[' || cp == '(' || cp == 0x3010 || cp == 0x3014 ||
	    cp == 0x3016;
}

static bool
closes(uint32_t cp)
{
	return cp == ']' || cp == ')' || cp == 0x3011 || cp == 0x3015 ||
	    cp == 0x3017;
}

/* After an opening bracket: four digits and a closing one. */
static bool
year_follows(const char *s)
{
	uint32_t cp;
	int i;

	for (i = 0; i < 4; i++)
		if ((cp = fold_one(text_next(&s))) < '0' || cp > '9')
			return false;
	return closes(fold_one(text_next(&s)));
}

static void
skip_spaces(const char **s)
{
	const char *p = *s;

	while (is_space(text_next(&p)))
		*s = p;
}

uint32_t
text_fold_next(struct text_folder *f)
{
	uint32_t cp = fold_one(text_next(&f->s));

	if (f->closing > 0 && --f->closing == 0)
		return 0x3015;
	if (cp == ' ')
		skip_spaces(&f->s);
	if (!opens(cp) || !year_follows(f->s))
		return cp;
	f->closing = 5;
	return 0x3014;
}

char *
text_fold(struct arena *m, const char *s)
{
	struct text_folder f = { .s = s };
	struct buf b = buf_new(m);
	uint32_t cp;
	char c[4];

	while ((cp = text_fold_next(&f)) != 0)
		buf_put(&b, c, text_encode(cp, c));
	return b.s;
}

char *
text_lower(struct arena *m, const char *s)
{
	char *out = arena_strdup(m, s), *p;

	for (p = out; *p != '\0'; p++)
		if (*p >= 'A' && *p <= 'Z')
			*p += 'a' - 'A';
	return out;
}

char *
text_upper(struct arena *m, const char *s)
{
	char *out = arena_strdup(m, s), *p;

	for (p = out; *p != '\0'; p++)
		if (*p >= 'a' && *p <= 'z')
			*p -= 'a' - 'A';
	return out;
}

bool
text_is_han(uint32_t cp)
{
	return cp == 0x3007 || (cp >= 0x3400 && cp <= 0x4DBF) ||
	    (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF) ||
	    (cp >= 0x20000 && cp <= 0x2FA1F) ||
	    (cp >= 0x30000 && cp <= 0x323AF);
}

bool
text_int(const char *s, int64_t min, int64_t max, int64_t *out)
{
	int64_t n = 0;

	if (s == NULL || *s == '\0')
		return false;
	for (; *s != '\0'; s++)
		if (*s < '0' || *s > '9' || __builtin_mul_overflow(n, 10, &n) ||
		    __builtin_add_overflow(n, *s - '0', &n))
			return false;
	if (n < min || n > max)
		return false;
	*out = n;
	return true;
}

char *
text_size(struct arena *m, int64_t bytes)
{
	static const char *const unit[] = { "KB", "MB", "GB", "TB" };
	int64_t tenths;
	int u = 0;

	if (bytes < 1024)
		return arena_printf(m, "%lld B",
		    (long long)(bytes > 0 ? bytes : 0));
	/* The next unit from where this one would be printed as 1024. */
	for (; u < 3 && bytes >= 1024 * 1024 - 512; u++)
		bytes = (bytes + 512) / 1024;
	tenths = bytes / 1024 * 10 + (bytes % 1024 * 10 + 512) / 1024;
	if (tenths < 1000)
		return arena_printf(m, "%lld.%lld %s", (long long)(tenths / 10),
		    (long long)(tenths % 10), unit[u]);
	return arena_printf(m, "%lld %s", (long long)((bytes + 512) / 1024),
	    unit[u]);
}

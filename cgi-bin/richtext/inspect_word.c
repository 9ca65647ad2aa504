/* inspect_word.c - codes with letters in them, and e-mail addresses. */
#include <ctype.h>
#include <string.h>

#include "base/identity.h"
#include "richtext/inspect_find.h"

#define CODE	18
#define LOCAL	64
#define DOMAIN	100

static bool
is_local(const struct line *l, int k)
{
	return line_alnum(l, k) || (k >= 0 && k < l->n && l->cp[k] < 128 &&
	    l->cp[k] != 0 && strchr("._%+-", (int)l->cp[k]) != NULL);
}

/* 92 begins the codes of 个体工商户: they lead to a person. */
static void
code_at(const struct line *l, int k, struct inspections *out,
    struct arena *m)
{
	char s[CODE + 1];

	for (int i = 0; i < CODE; i++) {
		if (!line_alnum(l, k + i))
			return;
		s[i] = (char)toupper((int)l->cp[k + i]);
	}
	s[CODE] = '\0';
	if (line_alnum(l, k + CODE) || s[0] != '9' || s[1] != '2' ||
	    !identity_uscc(s))
		return;
	inspect_add(out, l, INSPECT_TRADER, k, k + CODE,
	    inspect_mask(s, 2, 4, m), m);
}

/* Pictures for sharp screens are called icon@2x.png. */
static bool
is_ending(const char *tld)
{
	static const char *const endings[] = { "png", "jpg", "jpeg", "gif",
		"svg", "webp", "css", "js", "pdf", "doc", "docx", "xls",
		"xlsx", "zip", "rar", "html", "htm", "json", NULL };

	for (int k = 0; endings[k] != NULL; k++)
		if (strcmp(endings[k], tld) == 0)
			return true;
	return false;
}

static bool
is_domain(const char *s)
{
	const char *tld = strrchr(s, '.');
	size_t n = strlen(s);

	if (tld == NULL || tld == s || strstr(s, "..") != NULL ||
	    *s == '-' || strlen(tld + 1) < 2 || is_ending(tld + 1))
		return false;
	for (const char *c = tld + 1; *c != '\0'; c++)
		if (!isalpha((unsigned char)*c))
			return false;
	/* what offices publish as theirs names nobody */
	return n < 7 || strcmp(s + n - 7, ".gov.cn") != 0;
}

static void
mail_at(const struct line *l, int at, struct inspections *out,
    struct arena *m)
{
	char domain[DOMAIN + 1];
	int from = at, to = at + 1, n = 0;

	while (from > 0 && at - from < LOCAL && is_local(l, from - 1))
		from--;
	while (from < at && !line_alnum(l, from))
		from++;
	for (; n < DOMAIN && (line_alnum(l, to) || (to < l->n &&
	    (l->cp[to] == '.' || l->cp[to] == '-'))); to++)
		domain[n++] = (char)tolower((int)l->cp[to]);
	while (n > 0 && !isalnum((unsigned char)domain[n - 1])) {
		n--;
		to--;
	}
	domain[n] = '\0';
	if (from == at || !is_domain(domain))
		return;
	inspect_add(out, l, INSPECT_EMAIL, from, to, arena_printf(m,
	    "%c***@%s", (char)l->cp[from], domain), m);
}

void
inspect_words(const struct line *l, struct inspections *out, struct arena *m)
{
	for (int k = 0; k < l->n; k++) {
		if (l->cp[k] == '@')
			mail_at(l, k, out, m);
		else if (l->cp[k] == '9' && !line_alnum(l, k - 1))
			code_at(l, k, out, m);
	}
}

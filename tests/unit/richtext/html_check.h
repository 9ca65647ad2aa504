/*
 * html_check.h - reads sanitized markup with its own eyes: exact syntax,
 * balanced, nothing but the closed lists.  Knows nothing of the sanitizer.
 */
#ifndef TESTS_HTML_CHECK_H
#define TESTS_HTML_CHECK_H

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

static const char *const check_tags =
    " p h1 h2 h3 h4 h5 h6 br hr strong em u s sub sup mark span div"
    " blockquote ul ol li table caption thead tbody tfoot tr th td a img ruby"
    " rt rp math mi mn mo mtext mrow mfrac msqrt mroot msub msup msubsup"
    " munder mover munderover mtable mtr mtd ";
/* Nothing but text may stand in these. */
static const char *const check_tokens = " mi mn mo mtext ";
static const char *const check_classes =
    " ta-l ta-c ta-r ta-j ta-d np twin ti-0 ff-song ff-xbs ff-hei ff-kai ff-fang ff-li"
    " zh-0 zh-0s zh-1 zh-1s zh-2 zh-2s zh-3 zh-3s zh-4 zh-4s zh-5 zh-5s zh-6"
    " zh-6s zh-7 zh-8 sign rule nb gw-t gw-n gw-h gw-e red em-dot em-comma"
    " em-ring em-under u-dbl u-wave u-dot u-dash caps caps-s va-t va-m va-b ";
/* The numbered ones: before the number, what it is made of, how long. */
static const struct {
	const char *before, *of;
	size_t max;
} check_numbered[] = {
	{ "ti-", "0123456789h", 2 }, { "hi-", "0123456789h", 2 },
	{ "pl-", "0123456789h", 2 }, { "pr-", "0123456789h", 2 },
	{ "fs-", "0123456789", 3 }, { "c-", "01234567", 3 },
	{ "bg-", "01234567", 3 }, { "bd-", "0123456789abcdef", 1 },
	{ "cw-", "0123456789", 2 }, { "up-", "0123456789", 2 },
	{ "dn-", "0123456789", 2 }, { "sa-", "0123456789h", 2 },
	{ "sb-", "0123456789h", 2 },
};
static const char *const check_attrs =
    " class id start type rowspan colspan scope href rel src alt width"
    " height display mathvariant linethickness accent ";

static inline bool
check_listed(const char *list, const char *s, size_t n)
{
	char word[64];

	if (n == 0 || n > 60)
		return false;
	snprintf(word, sizeof word, " %.*s ", (int)n, s);
	return strstr(list, word) != NULL;
}

static inline bool
check_class(const char *s, size_t n)
{
	size_t k, len;

	for (k = 0; k < sizeof check_numbered / sizeof check_numbered[0];
	    k++) {
		len = strlen(check_numbered[k].before);
		if (n > len && n - len <= check_numbered[k].max &&
		    memcmp(s, check_numbered[k].before, len) == 0 &&
		    strspn(s + len, check_numbered[k].of) >= n - len)
			return true;
	}
	return check_listed(check_classes, s, n);
}

static inline bool
check_entity(const char *s)
{
	return strncmp(s, "&amp;", 5) == 0 || strncmp(s, "&lt;", 4) == 0 ||
	    strncmp(s, "&gt;", 4) == 0 || strncmp(s, "&quot;", 6) == 0 ||
	    strncmp(s, "&#39;", 5) == 0;
}

static inline bool
check_value(const char *name, size_t nn, const char *v, size_t n)
{
	size_t k, from;

	for (k = 0; k < n; k++)
		if (strchr("<>'", v[k]) != NULL || (unsigned char)v[k] < 0x20 ||
		    (v[k] == '&' && !check_entity(v + k)))
			return false;
	if (nn == 5 && memcmp(name, "class", 5) == 0) {
		for (from = k = 0; k <= n; k++)
			if (k == n || v[k] == ' ') {
				if (!check_class(v + from, k - from))
					return false;
				from = k + 1;
			}
		return true;
	}
	if (nn == 4 && memcmp(name, "href", 4) == 0)
		return strncmp(v, "http://", 7) == 0 ||
		    strncmp(v, "https://", 8) == 0 ||
		    strncmp(v, "mailto:", 7) == 0 || v[0] == '#';
	if (nn == 3 && memcmp(name, "src", 3) == 0)
		return n == 75 && strncmp(v, "/image/", 7) == 0 &&
		    strspn(v + 7, "0123456789abcdef") == 64;
	if (nn == 2)
		return strncmp(v, "w-", 2) == 0;
	if (nn == 3 && memcmp(name, "rel", 3) == 0)
		return strncmp(v, "noopener noreferrer\"", 20) == 0;
	return true;
}

/* From behind the tag's name; NULL or the byte after '>'. */
static inline const char *
check_attributes(const char *s)
{
	const char *name, *v;
	size_t nn, n;

	while (*s == ' ') {
		name = ++s;
		nn = strspn(name, "abcdefghijklmnopqrstuvwxyz");
		if (!check_listed(check_attrs, name, nn) || name[nn] != '=' ||
		    name[nn + 1] != '"')
			return NULL;
		v = name + nn + 2;
		n = strcspn(v, "\"");
		if (v[n] != '"' || !check_value(name, nn, v, n))
			return NULL;
		s = v + n + 1;
	}
	return *s == '>' ? s + 1 : NULL;
}

/* NULL when the markup is clean, else where it is not. */
static inline const char *
html_check(const char *s)
{
	struct {
		const char *s;
		size_t n;
	} open[1000];
	const char *at;
	int depth = 0;
	bool end;
	size_t n;

	if (!text_valid(s, strlen(s)))
		return s;
	while (*s != '\0') {
		if (*s == '&' && !check_entity(s))
			return s;
		if (*s == '>' || *s == '"' || *s == '\'' ||
		    (unsigned char)*s < 0x20)
			return s;
		if (*s != '<') {
			s++;
			continue;
		}
		at = s++;
		if ((end = *s == '/'))
			s++;
		n = strspn(s, "abcdefghijklmnopqrstuvwxyz123456");
		if (!check_listed(check_tags, s, n) || (!end && depth > 0 &&
		    check_listed(check_tokens, open[depth - 1].s,
		    open[depth - 1].n)))
			return at;
		if (end) {
			if (depth == 0 || open[--depth].n != n ||
			    memcmp(open[depth].s, s, n) != 0 || s[n] != '>')
				return at;
			s += n + 1;
			continue;
		}
		if (strncmp(s, "br", n) != 0 && strncmp(s, "hr", n) != 0 &&
		    strncmp(s, "img", n) != 0) {
			if (depth == 1000)
				return at;
			open[depth].s = s;
			open[depth++].n = n;
		}
		if ((s = check_attributes(s + n)) == NULL)
			return at;
	}
	return depth == 0 ? NULL : s;
}

#endif

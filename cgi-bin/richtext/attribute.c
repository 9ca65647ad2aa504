/* attribute.c - closed lists for class, style, href, src and id. */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/attribute.h"

static const char spaces[] = " \t\n\f\r";

struct look
attribute_class(const char *s)
{
	struct look look = { 0 };
	size_t n;

	for (s += strspn(s, spaces); *s != '\0'; s += strspn(s, spaces)) {
		n = strcspn(s, spaces);
		/* The box round a table is added where the page is shown. */
		if (n != 2 || memcmp(s, "tw", 2) != 0)
			look_add(&look, s, n);
		s += n;
	}
	return look;
}

int
attribute_align(const char *s)
{
	static const struct {
		const char *word;
		enum look_align look;
	} words[] = {
		{ "left", LOOK_TA_L }, { "start", LOOK_TA_L },
		{ "center", LOOK_TA_C }, { "middle", LOOK_TA_C },
		{ "right", LOOK_TA_R }, { "end", LOOK_TA_R },
		{ "justify", LOOK_TA_J },
	};
	size_t k;

	for (k = 0; k < sizeof words / sizeof words[0]; k++)
		if (strcasecmp(s, words[k].word) == 0)
			return words[k].look;
	return 0;
}

/* A length as hundredths of a character. */
static int
length_chars(const char *s)
{
	char *end;
	double v = strtod(s, &end);

	if (end == s || !(v > 0 && v < 1000))
		return 0;
	if (strncasecmp(end, "em", 2) == 0)
		return (int)(v * 100);
	if (strncasecmp(end, "pt", 2) == 0)
		return (int)(v * 100 / 16);
	if (strncasecmp(end, "px", 2) == 0)
		return (int)(v * 100 / 20);
	return 0;
}

static int
indent_class(const char *s)
{
	int chars = length_chars(s);

	return chars > 0 ? look_of_first(chars) : *s == '0' ? LOOK_TI_0 : 0;
}

/* #rgb, #rrggbb or rgb(r, g, b). */
static bool
color_value(const char *s, uint32_t *rgb)
{
	unsigned r, g, b;
	char end;

	if (*s == '#' && strspn(s + 1, "0123456789abcdefABCDEF") == 6 &&
	    s[7] == '\0') {
		*rgb = (uint32_t)strtoul(s + 1, NULL, 16);
		return true;
	}
	if (sscanf(s, "rgb(%3u,%3u,%3u%c", &r, &g, &b, &end) != 4 ||
	    end != ')' || r > 255 || g > 255 || b > 255)
		return false;
	*rgb = r << 16 | g << 8 | b;
	return true;
}

/* Black ink and white paper are the page's own. */
static void
style_color(struct look *l, const char *name, const char *v)
{
	uint32_t rgb;

	if (!color_value(v, &rgb))
		return;
	if (strcasecmp(name, "color") == 0)
		l->v[LOOK_COLOR] = (uint16_t)(rgb == 0 ? 0
		    : look_of_color(rgb));
	else
		l->v[LOOK_BACK] = (uint16_t)(rgb == 0xffffff ? 0
		    : look_of_back(rgb));
}

static void
style_one(const char *name, const char *v, struct attribute_style *st)
{
	int64_t weight;

	if (strcasecmp(name, "text-align") == 0)
		st->look.v[LOOK_ALIGN] = (uint16_t)attribute_align(v);
	else if (strcasecmp(name, "text-indent") == 0)
		st->look.v[LOOK_FIRST] = (uint16_t)indent_class(v);
	else if (strcasecmp(name, "font-family") == 0)
		st->look.v[LOOK_FONT] = (uint16_t)look_font(v);
	else if (strcasecmp(name, "color") == 0 ||
	    strcasecmp(name, "background-color") == 0)
		style_color(&st->look, name, v);
	else if (strcasecmp(name, "font-weight") == 0)
		st->bold = strncasecmp(v, "bold", 4) == 0 ||
		    text_int(v, 600, 1000, &weight);
	else if (strcasecmp(name, "font-style") == 0)
		st->italic = strcasecmp(v, "italic") == 0 ||
		    strcasecmp(v, "oblique") == 0;
	else if (strcasecmp(name, "text-decoration") == 0 ||
	    strcasecmp(name, "text-decoration-line") == 0) {
		st->underline |= strcasestr(v, "underline") != NULL;
		st->strike |= strcasestr(v, "line-through") != NULL;
	} else if (strcasecmp(name, "vertical-align") == 0) {
		st->sup = strcasecmp(v, "super") == 0;
		st->sub = strcasecmp(v, "sub") == 0;
	}
}

/* The n bytes without spaces round them; false when they do not fit. */
static bool
cut(char *out, size_t cap, const char *s, size_t n)
{
	while (n > 0 && isspace((unsigned char)*s)) {
		s++;
		n--;
	}
	while (n > 0 && isspace((unsigned char)s[n - 1]))
		n--;
	if (n >= cap)
		return false;
	memcpy(out, s, n);
	out[n] = '\0';
	return n > 0;
}

void
attribute_style(const char *s, struct attribute_style *st)
{
	char name[32], value[128];
	size_t n, colon;

	memset(st, 0, sizeof *st);
	for (; *s != '\0'; s += n + (s[n] == ';')) {
		n = strcspn(s, ";");
		colon = strcspn(s, ":");
		if (colon >= n)
			continue;
		if (cut(name, sizeof name, s, colon) &&
		    cut(value, sizeof value, s + colon + 1, n - colon - 1))
			style_one(name, value, st);
	}
}

/* Without C0, space at the ends and TAB, CR, LF inside, as a browser reads
 * it; what could end an attribute or a path is percent-encoded. */
static char *
url_spell(const char *s, struct arena *m)
{
	struct buf b = buf_new(m);
	size_t n = strlen(s);

	while (n > 0 && (unsigned char)s[n - 1] <= 0x20)
		n--;
	while (n > 0 && (unsigned char)*s <= 0x20) {
		s++;
		n--;
	}
	for (; n > 0; s++, n--) {
		unsigned char c = (unsigned char)*s;

		if (c == '\t' || c == '\n' || c == '\r')
			continue;
		if (c <= 0x20 || c == 0x7f || strchr("\"<>`{}|\\^'", c) != NULL)
			buf_printf(&b, "%%%02X", c);
		else
			buf_putc(&b, (char)c);
	}
	return b.s;
}

char *
attribute_href(const char *value, struct arena *m)
{
	static const char *const heads[] = { "http://", "https://" };
	char *s = url_spell(value, m);
	size_t k, n;

	if (s[0] == '#' && s[1] != '\0')
		return s;
	if (strncasecmp(s, "mailto:", 7) == 0 && s[7] != '\0')
		return arena_printf(m, "mailto:%s", s + 7);
	for (k = 0; k < 2; k++) {
		n = strlen(heads[k]);
		if (strncasecmp(s, heads[k], n) == 0 && s[n] != '\0' &&
		    strchr("/?#", s[n]) == NULL)
			return arena_printf(m, "%s%s", heads[k], s + n);
	}
	return NULL;
}

const char *
attribute_image(const char *s)
{
	size_t k;

	if (strncmp(s, "/gkht/", 6) == 0)
		s += 5;
	if (strncmp(s, "/image/", 7) != 0)
		return NULL;
	s += 7;
	for (k = 0; k < 64; k++)
		if (s[k] == '\0' || strchr("0123456789abcdef", s[k]) == NULL)
			return NULL;
	if (strcmp(s + 64, ".png") != 0 && strcmp(s + 64, ".jpg") != 0 &&
	    strcmp(s + 64, ".gif") != 0)
		return NULL;
	return s;
}

bool
attribute_id(const char *s)
{
	size_t n = strlen(s);

	return n > 2 && n <= 42 && s[0] == 'w' && s[1] == '-' &&
	    strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == n;
}

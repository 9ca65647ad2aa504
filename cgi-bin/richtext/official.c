/* official.c - the parts of an official document (GB/T 9704): head, number,
 * title, addressee, signature and date, the lines at the end. */
#include <string.h>

#include "base/text.h"
#include "richtext/writer.h"

#define TEXT_MAX 400
#define EARLY	 12		/* paragraphs that can stand before the text */

static size_t
plain_text(const struct para *p, char text[TEXT_MAX])
{
	const struct seg *s;
	size_t n = 0, len;

	for (s = p->first; s != NULL; s = s->next) {
		if (s->kind != SEG_TEXT && s->kind != SEG_RUBY)
			continue;
		len = strlen(s->text);
		if (len > TEXT_MAX - 1 - n)
			len = TEXT_MAX - 1 - n;
		memcpy(text + n, s->text, len);
		n += len;
	}
	text[n] = '\0';
	return n;
}

static bool
ends_with(const char *s, const char *end)
{
	size_t n = strlen(s), k = strlen(end);

	while (n > 0 && s[n - 1] == ' ')
		n--;
	return n >= k && memcmp(s + n - k, end, k) == 0;
}

static bool
is_red(color c)
{
	return c != 0 && (c >> 16 & 255) >= 0xb0 && (c >> 8 & 255) <= 0x60 &&
	    (c & 255) <= 0x60;
}

/* 津宝政发〔2024〕5号 */
static bool
is_number(const char *s)
{
	const char *year = strstr(s, "〔");

	if (year == NULL)
		year = strstr(s, "［");
	if (year == NULL)
		year = strstr(s, "[");
	return year != NULL && strlen(s) < 120 && ends_with(s, "号") &&
	    strpbrk(year, "0123456789") != NULL;
}

/* 2024年1月5日 or 二〇二四年一月五日, alone */
static bool
is_date(const char *s)
{
	const char *year = strstr(s, "年"), *month = strstr(s, "月");

	return year != NULL && month > year && strlen(s) < 60 &&
	    ends_with(s, "日");
}

static bool
is_signature(const struct para *p)
{
	char text[TEXT_MAX];

	return p != NULL && p->align == ALIGN_END && p->heading == 0 &&
	    plain_text(p, text) > 0 && text_length(text) <= 40;
}

/* A date on the right, or what stands on the right just before it. */
static bool
is_sign(const struct para *p, const struct block *after)
{
	char text[TEXT_MAX];
	int k;

	if (!is_signature(p))
		return false;
	plain_text(p, text);
	if (is_date(text))
		return true;
	for (k = 0; k < 4 && after != NULL && after->para != NULL;
	    k++, after = after->next) {
		if (write_is_blank(after->para))
			continue;
		if (!is_signature(after->para))
			return false;
		plain_text(after->para, text);
		if (is_date(text))
			return true;
	}
	return false;
}

static bool
is_end(const char *s)
{
	s += strspn(s, " ");
	while (strncmp(s, "\u3000", 3) == 0)
		s += 3;
	return strncmp(s, "抄送", 6) == 0 || (ends_with(s, "印发") &&
	    strstr(s, "年") != NULL && strstr(s, "月") != NULL);
}

/* A large centred line before the text begins. */
static bool
is_title(struct writer *w, const struct para *p, const struct setting *most)
{
	const struct seg *s;

	if (p->align != ALIGN_CENTER) {
		w->heading_off = p->indent.v >= 100;
		return false;
	}
	for (s = p->first; s != NULL && s->kind != SEG_TEXT; s = s->next)
		;
	return p->title || (s != NULL && s->face.font == FONT_XBS) ||
	    most->paper * WRITER_PAGE / w->base >= 36;
}

static enum official
early_official(struct writer *w, const struct para *p, const struct setting *most,
    const char *text)
{
	if (p->align == ALIGN_CENTER && is_red(most->color) &&
	    most->paper >= 44 && !w->titled)
		return OFFICIAL_HEAD;
	if (p->align == ALIGN_CENTER && !w->numbered && is_number(text)) {
		w->numbered = true;
		return OFFICIAL_NUMBER;
	}
	if (!w->heading_off && !is_red(most->color) && is_title(w, p, most)) {
		w->titled = true;
		return OFFICIAL_TITLE;
	}
	if (w->titled && p->indent.v <= 0 && p->align <= ALIGN_START &&
	    (ends_with(text, "：") || ends_with(text, ":")) &&
	    strlen(text) < TEXT_MAX - 1) {
		w->heading_off = true;
		return OFFICIAL_ADDRESSEE;
	}
	return OFFICIAL_NONE;
}

enum official
official_of(struct writer *w, const struct para *p, const struct setting *most,
    const struct block *after)
{
	char text[TEXT_MAX];
	enum official part;

	if (w->cell > 0 || p->heading > 0 || p->note > 0 ||
	    p->label.text != NULL || plain_text(p, text) == 0)
		return OFFICIAL_NONE;
	if (++w->paras <= EARLY &&
	    (part = early_official(w, p, most, text)) != OFFICIAL_NONE)
		return part;
	if (is_sign(p, after)) {
		w->signed_off = true;
		return OFFICIAL_SIGN;
	}
	return w->signed_off && is_end(text) ? OFFICIAL_END : OFFICIAL_NONE;
}

/* mask.c - see mask.h. */
#include <string.h>

#include "base/buf.h"
#include "richtext/mask.h"

char *
mask_text(const char *text, const char *value, const char *masked,
    struct arena *m)
{
	struct buf b = buf_new(m);
	size_t n = strlen(value);
	const char *at;

	for (; n > 0 && (at = strstr(text, value)) != NULL; text = at + n) {
		buf_put(&b, text, (size_t)(at - text));
		buf_puts(&b, masked);
	}
	buf_puts(&b, text);
	return b.n > 0 ? b.s : arena_strdup(m, "");
}

/* Past a tag within a paragraph; NULL at the end of the text or of the
 * paragraph. */
static const char *
skip_inline(const char *s)
{
	static const char *const names[] = { "span", "a", "strong", "em", "u",
		"s", "sub", "sup", "mark", NULL };
	const char *name = s + 1 + (s[1] == '/');
	size_t n = strcspn(name, " >");

	for (int k = 0; names[k] != NULL; k++)
		if (strlen(names[k]) == n && strncmp(names[k], name, n) == 0)
			return strchr(s, '>') != NULL ? strchr(s, '>') + 1 :
			    NULL;
	return NULL;
}

/* Where the value that begins at s ends; the tags in it go to tags. */
static const char *
match(const char *s, const char *value, struct buf *tags)
{
	const char *next;

	tags->n = 0;
	while (*value != '\0') {
		if (*s == '<') {
			if ((next = skip_inline(s)) == NULL)
				return NULL;
			buf_put(tags, s, (size_t)(next - s));
			s = next;
		} else if (*s == *value) {
			s++;
			value++;
		} else {
			return NULL;
		}
	}
	return s;
}

enum rc
mask_html(struct safe_html html, const char *value, const char *masked,
    struct sanitized *out, struct arena *m)
{
	struct buf b = buf_new(m), tags = buf_new(m);
	const char *s = html.s, *end;

	while (*s != '\0') {
		if (*s == '<' && (end = strchr(s, '>')) != NULL) {
			buf_put(&b, s, (size_t)(end + 1 - s));
			s = end + 1;
		} else if ((end = match(s, value, &tags)) != NULL) {
			buf_puts(&b, masked);
			buf_put(&b, tags.s, tags.n);
			s = end;
		} else {
			buf_putc(&b, *s++);
		}
	}
	return sanitize_html(b.n > 0 ? b.s : "", b.n, b.n + 65536, out, m);
}

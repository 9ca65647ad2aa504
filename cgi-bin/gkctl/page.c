/* page.c - a page of its own: rules that apply, pictures inside. */
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "gkctl/page.h"

#define CSS_MAX	 (1 << 20)
#define USED_MAX 4000

/* The words that selectors can name: elements as they are, classes after a
 * dot. */
struct used {
	const char *word[USED_MAX];
	size_t n[USED_MAX];
	int count;
	bool class[USED_MAX];
};

static bool
used_has(const struct used *u, const char *s, size_t n, bool class)
{
	int k;

	for (k = 0; k < u->count; k++)
		if (u->class[k] == class && u->n[k] == n &&
		    memcmp(u->word[k], s, n) == 0)
			return true;
	return false;
}

static void
used_add(struct used *u, const char *s, size_t n, bool class)
{
	if (n == 0 || u->count == USED_MAX || used_has(u, s, n, class))
		return;
	u->word[u->count] = s;
	u->n[u->count] = n;
	u->class[u->count++] = class;
}

static void
classes_add(struct used *u, const char *s)
{
	size_t n;

	for (; *s != '\0' && *s != '"'; s += n + (s[n] == ' ')) {
		n = strcspn(s, " \"");
		used_add(u, s, n, true);
	}
}

/* Sanitized markup: every "<" opens a tag, class comes first in it. */
static void
used_read(struct used *u, const char *html)
{
	const char *s = html;
	size_t n;

	used_add(u, "gw", 2, true);
	while ((s = strchr(s, '<')) != NULL) {
		n = strcspn(++s, " >");
		used_add(u, s, n, false);
		if (strncmp(s + n, " class=\"", 8) == 0)
			classes_add(u, s + n + 8);
	}
}

/* Every element and class of one selector occurs. */
static bool
applies(const struct used *u, const char *s, size_t n)
{
	const char *end = s + n;
	size_t len;
	bool class;

	while (s < end) {
		if (*s == '[' || *s == ':')
			return false;
		class = *s == '.';
		s += class;
		for (len = 0; s + len < end &&
		    strchr(" .>+~[:*", s[len]) == NULL; len++)
			;
		if (len > 0 && !used_has(u, s, len, class))
			return false;
		s += len;
		while (s < end && strchr(" >+~*", *s) != NULL)
			s++;
	}
	return true;
}

/* A declaration's text with the values of the variables in it. */
static void
values_put(struct buf *b, const char *root, const char *s, size_t n)
{
	const char *end = s + n, *at, *value;
	char name[64];

	while ((at = memmem(s, (size_t)(end - s), "var(--", 6)) != NULL) {
		buf_put(b, s, (size_t)(at - s));
		s = at + 6;
		n = strcspn(s, ",)");
		snprintf(name, sizeof name, "--%.*s:", (int)n, s);
		if ((value = strstr(root, name)) != NULL) {
			value += strlen(name);
			value += *value == ' ';
			buf_put(b, value, strcspn(value, ";}"));
		}
		s += n + strcspn(s + n, ")") + 1;
	}
	buf_put(b, s, (size_t)(end - s));
}

static const char *
block_end(const char *s)
{
	int depth = 0;

	for (; *s != '\0'; s++)
		if (*s == '{')
			depth++;
		else if (*s == '}' && --depth == 0)
			return s + 1;
	return s;
}

/* Rules for paper, phones and other choices of the reader stay out. */
static void
rules_put(struct buf *b, const struct used *u, const char *css)
{
	const char *root = strstr(css, ":root{"), *s, *next, *open;
	size_t n, kept;

	for (s = css; *s != '\0'; s = next) {
		next = block_end(s);
		if (*s == '@' || (open = strchr(s, '{')) == NULL)
			continue;
		for (kept = 0; s < open; s += n + (s[n] == ',')) {
			n = strcspn(s, ",{");
			if (!applies(u, s, n))
				continue;
			buf_puts(b, kept++ > 0 ? "," : "");
			buf_put(b, s, n);
		}
		if (kept > 0)
			values_put(b, root != NULL ? root : "", open,
			    (size_t)(next - open));
	}
}

static const char *
css_path(struct ctl *c, const char *given)
{
	char self[PATH_MAX], *slash;
	ssize_t n;

	if (given != NULL)
		return given;
	if (c->conf != NULL)
		return arena_printf(c->mem, "%s/paper.css", c->conf->assets);
	n = readlink("/proc/self/exe", self, sizeof self - 1);
	self[n > 0 ? n : 0] = '\0';
	if ((slash = strrchr(self, '/')) == NULL)
		return "static/paper.css";
	*slash = '\0';
	return arena_printf(c->mem, "%s/static/paper.css", self);
}

static const char *
css_read(struct ctl *c, const char *path)
{
	FILE *f = fopen(path, "r");
	char *s;
	size_t n;

	if (f == NULL)
		return NULL;
	s = arena_alloc(c->mem, CSS_MAX + 1);
	n = fread(s, 1, CSS_MAX, f);
	s[n] = '\0';
	fclose(f);
	return s;
}

static void
base64_put(struct buf *b, const unsigned char *s, size_t n)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned v;
	size_t k, have;

	for (; n > 0; s += have, n -= have) {
		have = n < 3 ? n : 3;
		v = (unsigned)s[0] << 16 | (have > 1 ? s[1] << 8 : 0) |
		    (have > 2 ? s[2] : 0);
		for (k = 0; k < 4; k++)
			buf_putc(b, k > have ? '='
			    : digits[v >> (18 - 6 * k) & 63]);
	}
}

static void
image_put(struct buf *b, const struct word_image *i)
{
	buf_printf(b, "data:%s;base64,", i->type);
	base64_put(b, i->data, i->n);
}

/* The addresses of the pictures become the pictures. */
static void
body_put(struct buf *b, const struct word_result *r)
{
	static const char mark[] = " src=\"/image/";
	const char *s = r->body.html.s, *at;
	int k;

	for (; (at = strstr(s, mark)) != NULL; s = at + strcspn(at, "\"")) {
		buf_put(b, s, (size_t)(at - s));
		buf_puts(b, " src=\"");
		at += sizeof mark - 1;
		for (k = 0; k < r->n_images; k++)
			if (strncmp(r->image[k].sha256, at, 64) == 0)
				break;
		if (k < r->n_images)
			image_put(b, &r->image[k]);
	}
	buf_puts(b, s);
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

int
page_print(struct ctl *c, const char *name, const struct word_result *r,
    const char *given)
{
	const char *path = css_path(c, given), *css = css_read(c, path);
	struct used *u = arena_alloc(c->mem, sizeof *u);
	struct buf b = buf_new(c->mem);

	if (css == NULL)
		return ctl_fail("%s cannot be read; name the stylesheet with "
		    "--css", path);
	used_read(u, r->body.html.s);
	buf_puts(&b, "<!DOCTYPE html><html lang=\"zh-CN\" class=\"gw\">"
	    "<meta charset=\"utf-8\"><title>");
	name = *r->title != '\0' ? r->title : base_name(name);
	buf_put_escaped(&b, name, strlen(name));
	buf_puts(&b, "</title><style>");
	rules_put(&b, u, css);
	buf_puts(&b, "</style>\n");
	body_put(&b, r);
	buf_putc(&b, '\n');
	fwrite(b.s, 1, b.n, stdout);
	return 0;
}

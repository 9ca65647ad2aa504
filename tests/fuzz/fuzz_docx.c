/*
 * fuzz_docx.c - the input is what stands in the parts of a document, parted
 * by NUL: body, styles, numbering, footnotes, relationships, endnotes,
 * comments, settings, theme, a web page; or, when it begins with PK, the
 * package itself.  What comes out is clean, and its report makes sense.
 */
#include <stdint.h>

#include "../unit/richtext/docx_build.h"
#include "../unit/richtext/html_check.h"
#include "richtext/convert.h"
#include "richtext/sanitize.h"
#include "must.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n);

static char *
take(const uint8_t **data, size_t *n, struct arena *m)
{
	const uint8_t *end = memchr(*data, '\0', *n);
	size_t len = end != NULL ? (size_t)(end - *data) : *n;
	char *s = arena_strndup(m, (const char *)*data, len);

	*data += len + (end != NULL);
	*n -= len + (end != NULL);
	return s;
}

static size_t
build(const uint8_t *data, size_t n, void *zip, size_t cap, struct arena *m)
{
	struct docx d = docx_new(m, take(&data, &n, m));

	docx_side(&d, "styles", "styles", take(&data, &n, m));
	docx_side(&d, "numbering", "numbering", take(&data, &n, m));
	docx_side(&d, "footnotes", "footnotes", take(&data, &n, m));
	buf_puts(&d.rels, take(&data, &n, m));
	docx_side(&d, "endnotes", "endnotes", take(&data, &n, m));
	docx_side(&d, "comments", "comments", take(&data, &n, m));
	docx_side(&d, "settings", "settings", take(&data, &n, m));
	docx_rel(&d, "theme", "theme", "theme.xml", 0);
	docx_text(&d, "word/theme.xml", take(&data, &n, m));
	docx_rel(&d, "page", "aFChunk", "page.html", 0);
	docx_text(&d, "word/page.html", take(&data, &n, m));
	return docx_zip(&d, zip, cap);
}

static void
report(const struct package *p, const struct sanitized *s, struct arena *m)
{
	static struct report r;

	must(report_make(&r, p, s, m) == RC_OK && report_sound(&r));
}

static void
convert(const void *zip, size_t n, struct arena *m)
{
	struct word_result res;
	struct converted c;
	struct sanitized s;
	struct package *p;
	enum problem why;

	if (package_read(zip, n, &p, &why) != RC_OK)
		return;
	if (convert_package(p, &c, &res, &why, m) == RC_OK &&
	    sanitize_html(c.html, c.n, 8u << 20, &s, m) == RC_OK) {
		must(html_check(s.html.s) == NULL);
		report(p, &s, m);
	}
	package_free(p);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
	static char zip[1 << 20];
	static struct arena *m;

	if (m == NULL)
		m = arena_new();
	if (n > 65536)
		return 0;
	if (n > 2 && memcmp(data, "PK", 2) == 0)
		convert(data, n, m);
	else
		convert(zip, build(data, n, zip, sizeof zip, m), m);
	arena_reset(m);
	return 0;
}

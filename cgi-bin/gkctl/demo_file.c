/*
 * demo_file.c - small real attachments: CSV, text and PDF.
 *
 * The PDF names the standard Chinese font STSong-Light and embeds none, which
 * every reader with Chinese fonts shows; its text is UTF-16 in hex.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "gkctl/demo_body.h"

#define PDF_LINES	38	/* on a page */
#define PDF_COLUMNS	36	/* Chinese characters on a line */
#define PDF_PAGES	20
#define PDF_FIXED	5	/* objects before the pages */

struct pdf {
	struct buf b;
	size_t at[PDF_FIXED + 2 * PDF_PAGES + 1];
	int objects;
};

static void	pdf_object(struct pdf *, const char *fmt, ...)
		    __attribute__((format(printf, 2, 3)));

static void
pdf_object(struct pdf *p, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	if (vasprintf(&s, fmt, ap) < 0)
		abort();
	va_end(ap);
	p->at[++p->objects] = p->b.n;
	buf_printf(&p->b, "%d 0 obj\n%s\nendobj\n", p->objects, s);
	free(s);
}

/* The text of a page as content stream; returns what is left. */
static const char *
page_stream(struct buf *b, const char *s)
{
	uint32_t cp;
	int line, used;

	buf_puts(b, "BT /F1 12 Tf 18 TL 72 770 Td\n");
	for (line = 0; *s && line < PDF_LINES; line++) {
		buf_puts(b, "<");
		for (used = 0; *s && *s != '\n' && used < PDF_COLUMNS * 2;
		    used += cp < 0x80 ? 1 : 2) {
			cp = text_next(&s);
			buf_printf(b, "%04X", (unsigned)(cp & 0xffff));
		}
		if (*s == '\n')
			s++;
		buf_puts(b, "> Tj T*\n");
	}
	buf_puts(b, "ET\n");
	return s;
}

static void
pdf_head(struct pdf *p, int pages)
{
	struct buf kids = buf_new(p->b.mem);
	int i;

	for (i = 0; i < pages; i++)
		buf_printf(&kids, "%d 0 R ", PDF_FIXED + 1 + 2 * i);
	buf_puts(&p->b, "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n");
	pdf_object(p, "<< /Type /Catalog /Pages 2 0 R >>");
	pdf_object(p, "<< /Type /Pages /Kids [ %s] /Count %d >>", kids.s,
	    pages);
	pdf_object(p, "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light "
	    "/Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>");
	pdf_object(p, "<< /Type /Font /Subtype /CIDFontType0 /BaseFont "
	    "/STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) "
	    "/Supplement 4 >> /DW 1000 /W [1 [500] 2 95 500] "
	    "/FontDescriptor 5 0 R >>");
	pdf_object(p, "<< /Type /FontDescriptor /FontName /STSong-Light "
	    "/Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
	    "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
}

static void
pdf_tail(struct pdf *p)
{
	size_t start = p->b.n;
	int i;

	buf_printf(&p->b, "xref\n0 %d\n0000000000 65535 f \n", p->objects + 1);
	for (i = 1; i <= p->objects; i++)
		buf_printf(&p->b, "%010zu 00000 n \n", p->at[i]);
	buf_printf(&p->b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n"
	    "%zu\n%%%%EOF\n", p->objects + 1, start);
}

static struct buf
pdf_make(const char *text, struct arena *m)
{
	struct pdf p = { .b = buf_new(m) };
	struct buf page[PDF_PAGES];
	int i, n = 0;

	do {
		page[n] = buf_new(m);
		text = page_stream(&page[n], text);
	} while (++n < PDF_PAGES && *text);
	pdf_head(&p, n);
	for (i = 0; i < n; i++) {
		pdf_object(&p, "<< /Type /Page /Parent 2 0 R /MediaBox "
		    "[0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> "
		    "/Contents %d 0 R >>", p.objects + 2);
		pdf_object(&p, "<< /Length %zu >>\nstream\n%s\nendstream",
		    page[i].n, page[i].s);
	}
	pdf_tail(&p);
	return p.b;
}

const char *
demo_file_type(const char *name)
{
	return text_ends(name, ".pdf") ? "application/pdf" :
	    text_ends(name, ".csv") ? "text/csv" : "text/plain";
}

void *
demo_file_bytes(const char *name, const char *text, size_t *n,
    struct arena *m)
{
	struct buf b = buf_new(m);

	if (text_ends(name, ".pdf")) {
		b = pdf_make(text, m);
	} else {
		if (text_ends(name, ".csv"))
			buf_puts(&b, "\xef\xbb\xbf");
		buf_puts(&b, text);
	}
	*n = b.n;
	return b.s;
}

static void
repeat_put(struct buf *b, const char *line, int n)
{
	const char *p;
	int i;

	for (i = 1; i <= n; i++) {
		for (p = line; *p; p++) {
			if (strncmp(p, "{i}", 3) == 0) {
				buf_printf(b, "%d", i);
				p += 2;
				continue;
			}
			buf_putc(b, *p);
		}
		buf_putc(b, '\n');
	}
}

char *
demo_file_repeat(const char *text, struct arena *m)
{
	struct buf b = buf_new(m);
	char *rest = arena_strdup(m, text), *line;
	int n, used;

	while ((line = strsep(&rest, "\n")) != NULL) {
		used = 0;
		if (sscanf(line, "repeat %d: %n", &n, &used) == 1 && used > 0)
			repeat_put(&b, line + used, n);
		else if (*line)
			buf_printf(&b, "%s\n", line);
	}
	return b.s;
}

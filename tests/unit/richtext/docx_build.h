/* docx_build.h - writes Word packages for the tests, part by part. */
#ifndef TESTS_DOCX_BUILD_H
#define TESTS_DOCX_BUILD_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <archive.h>
#include <archive_entry.h>

#include "base/buf.h"

#define NS \
	" xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/" \
	"main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/" \
	"2006/relationships\" xmlns:a=\"http://schemas.openxmlformats.org/" \
	"drawingml/2006/main\" xmlns:wp=\"http://schemas.openxmlformats.org/" \
	"drawingml/2006/wordprocessingDrawing\" xmlns:m=\"http://schemas." \
	"openxmlformats.org/officeDocument/2006/math\" xmlns:mc=\"http://" \
	"schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"" \
	"urn:schemas-microsoft-com:vml\" xmlns:wps=\"http://schemas." \
	"microsoft.com/office/word/2010/wordprocessingShape\""
#define REL_TYPE \
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

struct docx {
	struct {
		const char *name;
		const void *data;
		size_t n;
	} part[64];
	int n;
	struct buf rels;	/* of the main document */
	struct arena *mem;
};

static inline void
docx_add(struct docx *d, const char *name, const void *data, size_t n)
{
	d->part[d->n].name = name;
	d->part[d->n].data = data;
	d->part[d->n++].n = n;
}

static inline void
docx_text(struct docx *d, const char *name, const char *text)
{
	docx_add(d, name, text, strlen(text));
}

static inline void
docx_rel(struct docx *d, const char *id, const char *type, const char *target,
    int external)
{
	buf_printf(&d->rels, "<Relationship Id=\"%s\" Type=\"" REL_TYPE "%s\""
	    " Target=\"%s\"%s/>", id, type, target,
	    external ? " TargetMode=\"External\"" : "");
}

/* A side part of word/, with its relationship. */
static inline void
docx_side(struct docx *d, const char *type, const char *root,
    const char *inside)
{
	docx_rel(d, type, type, arena_printf(d->mem, "%s.xml", type), 0);
	docx_text(d, arena_printf(d->mem, "word/%s.xml", type),
	    arena_printf(d->mem, "<w:%s" NS ">%s</w:%s>", root, inside, root));
}

static inline struct docx
docx_new(struct arena *m, const char *body)
{
	struct docx d = { .mem = m };

	d.rels = buf_new(m);
	docx_text(&d, "[Content_Types].xml", "<Types xmlns=\"http://schemas."
	    "openxmlformats.org/package/2006/content-types\"/>");
	docx_text(&d, "_rels/.rels", "<Relationships xmlns=\"http://schemas."
	    "openxmlformats.org/package/2006/relationships\"><Relationship"
	    " Id=\"r\" Type=\"" REL_TYPE "officeDocument\""
	    " Target=\"word/document.xml\"/></Relationships>");
	docx_text(&d, "word/document.xml", arena_printf(m,
	    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document" NS ">"
	    "<w:body>%s</w:body></w:document>", body));
	return d;
}

static inline void
docx_put(struct archive *a, const char *name, const void *data, size_t n)
{
	struct archive_entry *e = archive_entry_new();

	archive_entry_set_pathname(e, name);
	archive_entry_set_size(e, (la_int64_t)n);
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_perm(e, 0644);
	if (archive_write_header(a, e) != ARCHIVE_OK ||
	    archive_write_data(a, data, n) != (la_ssize_t)n)
		abort();
	archive_entry_free(e);
}

/* Into memory; returns the bytes used. */
static inline size_t
docx_zip(struct docx *d, void *to, size_t cap)
{
	struct archive *a = archive_write_new();
	size_t used = 0;
	int k;

	archive_write_set_format_zip(a);
	archive_write_set_bytes_in_last_block(a, 1);
	if (archive_write_open_memory(a, to, cap, &used) != ARCHIVE_OK)
		abort();
	for (k = 0; k < d->n; k++)
		docx_put(a, d->part[k].name, d->part[k].data, d->part[k].n);
	if (d->rels.n > 0) {
		const char *s = arena_printf(d->mem, "<Relationships xmlns=\""
		    "http://schemas.openxmlformats.org/package/2006/"
		    "relationships\">%s</Relationships>", d->rels.s);

		docx_put(a, "word/_rels/document.xml.rels", s, strlen(s));
	}
	if (archive_write_close(a) != ARCHIVE_OK)
		abort();
	archive_write_free(a);
	return used;
}

static inline void
file_write(const char *path, const void *data, size_t n)
{
	FILE *f = fopen(path, "wb");

	if (f == NULL || fwrite(data, 1, n, f) != n || fclose(f) != 0)
		abort();
}

static inline void
docx_write(struct docx *d, const char *path)
{
	size_t cap = 4u << 20, n;
	void *to = malloc(cap);

	if (to == NULL)
		abort();
	n = docx_zip(d, to, cap);
	file_write(path, to, n);
	free(to);
}

#endif

/*
 * filetype.c - the one table of what may be attached; owns libmagic.
 *
 * The name's extension chooses a row; the first bytes and the look of the
 * container must say the same, and libmagic must not say something that a
 * browser would run.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <magic.h>

#include "base/log.h"
#include "base/text.h"
#include "richtext/filetype.h"
#include "richtext/package.h"

#define SIDE_MAX 20000

/* Stream names of a compound file, in UTF-16. */
#define U_WORD	"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"
#define U_BOOK	"B\0o\0o\0k\0\0"
#define U_WBOOK	"W\0o\0r\0k\0b\0o\0o\0k"
#define U_SLIDE	"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0u\0m\0e\0n\0t"

enum by { BY_HEAD, BY_COMPOUND, BY_PACKAGE, BY_TEXT, BY_IMAGE };

static const struct kind {
	const char *ext, *type, *label;
	enum by by;
	const char *mark;	/* first bytes, or the entry to be found */
	size_t n;
} kinds[] = {
	{ "pdf", "application/pdf", "PDF", BY_HEAD, "%PDF-", 5 },
	{ "doc", "application/msword", "Word", BY_COMPOUND,
	    U_WORD, sizeof U_WORD },
	{ "docx", "application/vnd.openxmlformats-officedocument."
	    "wordprocessingml.document", "Word", BY_PACKAGE, "word/", 5 },
	{ "xls", "application/vnd.ms-excel", "Excel", BY_COMPOUND,
	    U_WBOOK, sizeof U_WBOOK },
	{ "xls", "application/vnd.ms-excel", "Excel", BY_COMPOUND,
	    U_BOOK, sizeof U_BOOK },
	{ "xlsx", "application/vnd.openxmlformats-officedocument."
	    "spreadsheetml.sheet", "Excel", BY_PACKAGE, "xl/", 3 },
	{ "ppt", "application/vnd.ms-powerpoint", "PowerPoint", BY_COMPOUND,
	    U_SLIDE, sizeof U_SLIDE },
	{ "pptx", "application/vnd.openxmlformats-officedocument."
	    "presentationml.presentation", "PowerPoint", BY_PACKAGE,
	    "ppt/", 4 },
	{ "wps", "application/vnd.ms-works", "WPS", BY_COMPOUND,
	    U_WORD, sizeof U_WORD },
	{ "wps", "application/vnd.ms-works", "WPS", BY_PACKAGE, "word/", 5 },
	{ "et", "application/vnd.ms-excel", "WPS", BY_COMPOUND,
	    U_WBOOK, sizeof U_WBOOK },
	{ "et", "application/vnd.ms-excel", "WPS", BY_PACKAGE, "xl/", 3 },
	{ "ofd", "application/ofd", "OFD", BY_PACKAGE, "OFD.xml", 7 },
	{ "txt", "text/plain", "文本", BY_TEXT, NULL, 0 },
	{ "csv", "text/csv", "CSV", BY_TEXT, NULL, 0 },
	{ "jpg", "image/jpeg", "图片", BY_IMAGE, NULL, 0 },
	{ "jpeg", "image/jpeg", "图片", BY_IMAGE, NULL, 0 },
	{ "png", "image/png", "图片", BY_IMAGE, NULL, 0 },
	{ "gif", "image/gif", "图片", BY_IMAGE, NULL, 0 },
	{ "zip", "application/zip", "压缩包", BY_HEAD, "PK\3\4", 4 },
	{ "rar", "application/vnd.rar", "压缩包", BY_HEAD,
	    "Rar!\x1a\x07", 6 },
	{ "7z", "application/x-7z-compressed", "压缩包", BY_HEAD,
	    "7z\xbc\xaf\x27\x1c", 6 },
};
#define KINDS (sizeof kinds / sizeof kinds[0])

static uint32_t
be32(const unsigned char *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 |
	    (uint32_t)p[2] << 8 | p[3];
}

static bool
png_size(const unsigned char *p, size_t n, uint32_t *w, uint32_t *h)
{
	if (n < 33 || memcmp(p, "\x89PNG\r\n\x1a\n", 8) != 0 ||
	    memcmp(p + 12, "IHDR", 4) != 0)
		return false;
	*w = be32(p + 16);
	*h = be32(p + 20);
	return true;
}

static bool
gif_size(const unsigned char *p, size_t n, uint32_t *w, uint32_t *h)
{
	if (n < 14 || (memcmp(p, "GIF87a", 6) != 0 &&
	    memcmp(p, "GIF89a", 6) != 0))
		return false;
	*w = (uint32_t)p[7] << 8 | p[6];
	*h = (uint32_t)p[9] << 8 | p[8];
	return true;
}

/* Walks the segments to the start of frame, which has the size. */
static bool
jpeg_size(const unsigned char *p, size_t n, uint32_t *w, uint32_t *h)
{
	size_t k = 2, len;
	unsigned char c;

	if (n < 4 || p[0] != 0xff || p[1] != 0xd8)
		return false;
	while (k + 9 < n) {
		if (p[k] != 0xff)
			return false;
		c = p[k + 1];
		if (c == 0xff) {
			k++;
			continue;
		}
		if (c >= 0xc0 && c <= 0xcf && c != 0xc4 && c != 0xc8 &&
		    c != 0xcc) {
			*h = (uint32_t)p[k + 5] << 8 | p[k + 6];
			*w = (uint32_t)p[k + 7] << 8 | p[k + 8];
			return true;
		}
		len = (size_t)p[k + 2] << 8 | p[k + 3];
		if (len < 2)
			return false;
		k += 2 + len;
	}
	return false;
}

const char *
filetype_image(const void *data, size_t n, int *width, int *height)
{
	const char *type = NULL;
	uint32_t w = 0, h = 0;

	if (png_size(data, n, &w, &h))
		type = "image/png";
	else if (gif_size(data, n, &w, &h))
		type = "image/gif";
	else if (jpeg_size(data, n, &w, &h))
		type = "image/jpeg";
	if (w == 0 || h == 0 || w > SIDE_MAX || h > SIDE_MAX)
		return NULL;
	*width = (int)w;
	*height = (int)h;
	return type;
}

/* Whether the file holds these bytes anywhere. */
static bool
file_holds(FILE *f, const char *mark, size_t n)
{
	char block[65536 + 64];
	size_t got, kept = 0;

	rewind(f);
	while ((got = fread(block + kept, 1, 65536, f)) > 0) {
		got += kept;
		if (memmem(block, got, mark, n) != NULL)
			return true;
		kept = got < n - 1 ? got : n - 1;
		memmove(block, block + got - kept, kept);
	}
	return false;
}

/* A picture behind whose end a zip begins is two files in one. */
static bool
image_fits(const struct kind *k, FILE *f, const unsigned char *head, size_t n)
{
	const char *type;
	int w, h;

	type = filetype_image(head, n, &w, &h);
	return type != NULL && strcmp(type, k->type) == 0 &&
	    !file_holds(f, "PK\5\6", 4);
}

static bool
text_fits(FILE *f)
{
	return !file_holds(f, "\0", 1);
}

static bool
kind_fits(const struct kind *k, const char *path, FILE *f,
    const unsigned char *head, size_t n)
{
	static const char compound[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

	switch (k->by) {
	case BY_HEAD:
		return n >= k->n && memcmp(head, k->mark, k->n) == 0;
	case BY_COMPOUND:
		return n >= 8 && memcmp(head, compound, 8) == 0 &&
		    file_holds(f, k->mark, k->n);
	case BY_PACKAGE:
		return n >= 4 && memcmp(head, "PK\3\4", 4) == 0 &&
		    package_has(path, k->mark);
	case BY_TEXT:
		return text_fits(f);
	case BY_IMAGE:
		return image_fits(k, f, head, n);
	}
	return false;
}

/* What no kind of ours may turn out to be. */
static bool
runs_in_browser(const char *type)
{
	static const char *const bad[] = {
		"text/html", "application/xhtml", "image/svg", "text/xml",
		"application/xml", "text/x-shellscript", "text/x-php",
		"application/javascript", "text/javascript",
		"application/x-executable", "application/x-pie-executable",
		"application/x-sharedlib", "application/x-dosexec",
		"application/x-shockwave-flash", "application/java-archive",
		"application/x-mach-binary", "application/x-msi",
		"text/x-msdos-batch",
	};
	size_t k;

	for (k = 0; k < sizeof bad / sizeof bad[0]; k++)
		if (strncmp(type, bad[k], strlen(bad[k])) == 0)
			return true;
	return false;
}

/* libmagic's opinion; its table is read once. */
static bool
magic_agrees(const char *path)
{
	static magic_t magic;
	const char *type;

	if (magic == NULL) {
		magic = magic_open(MAGIC_MIME_TYPE);
		if (magic == NULL || magic_load(magic, NULL) != 0)
			fatal("libmagic has no data");
	}
	if ((type = magic_file(magic, path)) == NULL) {
		log_fail("%s: %s", path, magic_error(magic));
		return false;
	}
	return !runs_in_browser(type);
}

static enum problem
content_check(const char *ext, const char *path, FILE *f, const char **type)
{
	unsigned char head[65536];
	size_t n, k;

	n = fread(head, 1, sizeof head, f);
	if (n == 0)
		return PROBLEM_FILE_EMPTY;
	for (k = 0; k < KINDS; k++)
		if (strcmp(kinds[k].ext, ext) == 0 &&
		    kind_fits(&kinds[k], path, f, head, n)) {
			*type = kinds[k].type;
			return magic_agrees(path) ? PROBLEM_NONE
			    : PROBLEM_FILE_NOT_WHAT_IT_SAYS;
		}
	return PROBLEM_FILE_NOT_WHAT_IT_SAYS;
}

static bool
is_accepted(const char *ext)
{
	size_t k;

	for (k = 0; k < KINDS; k++)
		if (strcmp(kinds[k].ext, ext) == 0)
			return true;
	return false;
}

enum problem
filetype_check(const char *name, const char *path, const char **type,
    struct arena *m)
{
	const char *dot = strrchr(name, '.');
	enum problem what;
	char *ext;
	FILE *f;

	*type = NULL;
	if (dot == NULL || dot == name)
		return PROBLEM_FILE_TYPE;
	ext = text_lower(m, dot + 1);
	if (!is_accepted(ext))
		return PROBLEM_FILE_TYPE;
	if ((f = fopen(path, "rb")) == NULL) {
		log_fail("%s: %s", path, strerror(errno));
		return PROBLEM_FILE_EMPTY;
	}
	what = content_check(ext, path, f, type);
	fclose(f);
	if (what != PROBLEM_NONE)
		*type = NULL;
	return what;
}

const char *
filetype_accepted(void)
{
	return ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.ofd,.txt,"
	    ".csv,.jpg,.jpeg,.png,.gif,.zip,.rar,.7z";
}

const char *
filetype_label(const char *type)
{
	size_t k;

	for (k = 0; k < KINDS; k++)
		if (strcmp(kinds[k].type, type) == 0)
			return kinds[k].label;
	return "文件";
}

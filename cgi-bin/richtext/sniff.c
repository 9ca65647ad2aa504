/* sniff.c - first bytes, and the names inside containers. */
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <archive.h>
#include <archive_entry.h>

#include "base/log.h"
#include "richtext/package.h"
#include "richtext/sniff.h"
#include "richtext/sniff_compound.h"

#define HEAD 4096
#define MANIFEST_MAX (1u << 20)

static bool
begins(const char *head, size_t n, const char *with)
{
	size_t k = strlen(with);

	return n >= k && strncasecmp(head, with, k) == 0;
}

/* An OpenDocument file says in its list of parts which are encrypted. */
static bool
is_locked(const char *path)
{
	static char list[MANIFEST_MAX];
	struct archive *a = archive_read_new();
	struct archive_entry *e;
	la_ssize_t n = 0;
	const char *name;
	int seen = 0;

	if (a == NULL)
		return false;
	archive_read_support_format_zip_seekable(a);
	if (archive_read_open_filename(a, path, 65536) == ARCHIVE_OK)
		while (n <= 0 && seen++ < PACKAGE_ENTRY_MAX &&
		    archive_read_next_header(a, &e) == ARCHIVE_OK)
			if ((name = archive_entry_pathname(e)) != NULL &&
			    strcmp(name, "META-INF/manifest.xml") == 0)
				n = archive_read_data(a, list, sizeof list);
	archive_read_free(a);
	return n > 0 && memmem(list, (size_t)n, "encryption-data", 15) != NULL;
}

static enum sniff
zip_kind(const char *path, const char *head, size_t n)
{
	static const char odt[] = "mimetypeapplication/vnd.oasis.opendocument.";
	enum { NAME_TYPES, NAME_SHEETS, NAME_SLIDES, NAME_OFD, NAME__MAX };
	static const char *const names[NAME__MAX] = {
		"[Content_Types].xml", "xl/", "ppt/", "OFD.xml",
	};
	unsigned holds;

	if (n > 30 && begins(head + 30, n - 30, odt)) {
		head += 30 + sizeof odt - 1;
		n -= 30 + sizeof odt - 1;
		return !begins(head, n, "text") ? SNIFF_OTHER :
		    is_locked(path) ? SNIFF_ENCRYPTED : SNIFF_ODT;
	}
	holds = package_holds(path, names, NAME__MAX);
	if (holds & 1u << NAME_TYPES)
		return holds & (1u << NAME_SHEETS | 1u << NAME_SLIDES) ?
		    SNIFF_OTHER : SNIFF_WORD;
	if (holds & 1u << NAME_OFD)
		return SNIFF_FIXED;
	return SNIFF_WORD;	/* its reader says what is wrong with it */
}

static bool
is_html(const char *s, size_t n)
{
	static const char *const starts[] = {
		"<!doctype html", "<html", "<head", "<meta", "<body", "<title",
		"<style", "<p>", "<p ", "<div", "<table",
	};
	size_t k;

	for (k = 0; k < sizeof starts / sizeof starts[0]; k++)
		if (begins(s, n, starts[k]))
			return true;
	return begins(s, n, "<?xml") && strcasestr(s, "<html") != NULL;
}

enum sniff
sniff_text(const char *head, size_t n)
{
	if (begins(head, n, "\xef\xbb\xbf")) {
		head += 3;
		n -= 3;
	}
	while (n > 0 && strchr(" \t\r\n", *head) != NULL) {
		head++;
		n--;
	}
	if (begins(head, n, "{\\rtf"))
		return SNIFF_RTF;
	if (begins(head, n, "%PDF-"))
		return SNIFF_FIXED;
	if (begins(head, n, "MIME-Version:"))
		return SNIFF_ARCHIVED;
	if (strstr(head, "schemas.microsoft.com/office/word/2003") != NULL)
		return SNIFF_XML;
	return is_html(head, n) ? SNIFF_HTML : SNIFF_UNKNOWN;
}

enum sniff
sniff_file(const char *path)
{
	static const char compound[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
	char head[HEAD + 1];
	FILE *f = fopen(path, "rbe");
	enum sniff kind;
	size_t n;

	if (f == NULL) {
		log_fail("%s: cannot be opened", path);
		return SNIFF_BROKEN;
	}
	n = fread(head, 1, HEAD, f);
	head[n] = '\0';
	if (n == 0)
		kind = ferror(f) ? SNIFF_BROKEN : SNIFF_EMPTY;
	else if (n >= 8 && memcmp(head, compound, 8) == 0)
		kind = sniff_compound(f);
	else if (n >= 4 && memcmp(head, "PK\3\4", 4) == 0)
		kind = zip_kind(path, head, n);
	else
		kind = sniff_text(head, n);
	fclose(f);
	return kind;
}

static const struct {
	enum problem problem;
	const char *type, *ending;	/* endings, the usual one first */
} kinds[SNIFF__MAX] = {
	[SNIFF_UNKNOWN] = { PROBLEM_WORD_NOT_WORD, "", "" },
	[SNIFF_EMPTY] = { PROBLEM_FILE_EMPTY, "", "" },
	[SNIFF_BROKEN] = { PROBLEM_WORD_BROKEN, "", "" },
	[SNIFF_ENCRYPTED] = { PROBLEM_WORD_ENCRYPTED, "", "" },
	[SNIFF_FIXED] = { PROBLEM_WORD_FIXED, "", "" },
	[SNIFF_OTHER] = { PROBLEM_WORD_NOT_WORD, "", "" },
	[SNIFF_ARCHIVED] = { PROBLEM_WORD_OLD, "", "" },
	[SNIFF_WORD] = { PROBLEM_NONE, "application/vnd.openxmlformats-"
	    "officedocument.wordprocessingml.document",
	    "docx docm dotx dotm wps" },
	[SNIFF_DOC] = { PROBLEM_NONE, "application/msword", "doc wps dot wpt" },
	[SNIFF_RTF] = { PROBLEM_NONE, "application/rtf", "rtf doc" },
	[SNIFF_HTML] = { PROBLEM_NONE, "application/msword", "doc wps" },
	[SNIFF_XML] = { PROBLEM_NONE, "application/msword", "doc" },
	[SNIFF_ODT] = { PROBLEM_NONE,
	    "application/vnd.oasis.opendocument.text", "odt ott" },
};

enum problem
sniff_problem(enum sniff kind)
{
	return kinds[kind].problem;
}

bool
sniff_is_old(enum sniff kind)
{
	return kind >= SNIFF_DOC;
}

const char *
sniff_type(enum sniff kind)
{
	return kinds[kind].type;
}

const char *
sniff_ending(enum sniff kind)
{
	static const char *const usual[SNIFF__MAX] = {
		[SNIFF_WORD] = "docx", [SNIFF_DOC] = "doc",
		[SNIFF_RTF] = "rtf", [SNIFF_HTML] = "html",
		[SNIFF_XML] = "xml", [SNIFF_ODT] = "odt",
	};

	return usual[kind] != NULL ? usual[kind] : "";
}

const char *
sniff_name(enum sniff kind, const char *name, struct arena *m)
{
	const char *s = kinds[kind].ending, *dot = strrchr(name, '.');
	size_t n;

	for (; dot != NULL && *s != '\0'; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		if (strlen(dot + 1) == n && strncasecmp(dot + 1, s, n) == 0)
			return name;
	}
	n = strcspn(kinds[kind].ending, " ");
	return arena_printf(m, "%s.%.*s", name, (int)n, kinds[kind].ending);
}

/* inspect_file.c - see inspect_file.h. */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/text.h"
#include "richtext/extract.h"
#include "richtext/imprint.h"
#include "richtext/inspect_file.h"
#include "richtext/inspect_find.h"
#include "richtext/inspect_side.h"
#include "richtext/package.h"
#include "richtext/picture.h"

#define PICTURE_MAX	(32 << 20)
#define NAME_MAX_BYTES	200
#define QUOTE		18	/* characters each side */

static void
note(struct inspections *out, enum inspect_kind kind, const char *value,
    struct arena *m)
{
	struct line l;

	line_read(&l, value, strlen(value), m);
	inspect_add(out, &l, kind, 0, l.n, value, m);
}

static void
note_count(struct inspections *out, enum inspect_kind kind, int n,
    struct arena *m)
{
	if (n > 0)
		note(out, kind, arena_printf(m, "%d", n), m);
}

static bool
has(const char *type, const char *part)
{
	return strstr(type, part) != NULL;
}

/* A package or a format before it: some endings stand for both. */
static bool
is_office(const char *type)
{
	return has(type, "openxmlformats") || has(type, "msword") ||
	    has(type, "ms-works") || has(type, "ms-excel") ||
	    has(type, "ms-powerpoint") || has(type, "rtf");
}

static void *
whole(const char *path, size_t *n, struct arena *m)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	char *data = NULL;
	ssize_t got;

	*n = 0;
	if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size <= PICTURE_MAX) {
		data = arena_take(m, (size_t)st.st_size + 1);
		while ((got = read(fd, data + *n,
		    (size_t)st.st_size - *n)) > 0)
			*n += (size_t)got;
	}
	if (fd >= 0)
		close(fd);
	return data;
}

static void
picture(const char *path, const char *type, struct inspections *out,
    struct arena *m)
{
	struct picture_says says;
	size_t n;
	void *data = whole(path, &n, m);

	if (data == NULL)
		return;
	picture_inspect(data, n, type, &says);
	if (says.place)
		note(out, INSPECT_PLACE, "GPS", m);
	else if (says.camera)
		note(out, INSPECT_CAMERA, "EXIF", m);
}

/* Names that programs put there by themselves name nobody. */
static bool
is_person(const char *name)
{
	static const char *const machines[] = { "admin", "user", "微软",
		"windows", "lenovo", "dell", "hp", "thinkpad", "python",
		"openpyxl", "apache poi", "wps", "office", "unknown", "pc",
		"computer", "办公室", "局", "政府", "委员会", "中心", NULL };

	if (text_length(name) < 2)
		return false;
	for (int k = 0; machines[k] != NULL; k++)
		if (strstr(name, machines[k]) != NULL)
			return false;
	return true;
}

static void
author_note(const char *s, size_t n, struct inspections *out, struct arena *m)
{
	char *name = n > NAME_MAX_BYTES ? NULL :
	    text_trim(m, arena_strndup(m, s, n));

	if (name != NULL && text_printable(name, strlen(name), false) &&
	    is_person(text_lower(m, name)))
		note(out, INSPECT_AUTHOR, name, m);
}

/* Names, a line each. */
static void
authors_note(const char *s, struct inspections *out, struct arena *m)
{
	for (; *s != '\0'; s += strcspn(s, "\n") + 1)
		author_note(s, strcspn(s, "\n"), out, m);
}

/* What goes away when the file is cleaned. */
static void
imprint_note(const struct imprint *in, struct inspections *out,
    struct arena *m)
{
	authors_note(in->names, out, m);
	if (in->place)
		note(out, INSPECT_PLACE, "GPS", m);
	else if (in->camera)
		note(out, INSPECT_CAMERA, "EXIF", m);
}

static void
imprint_look(const char *path, struct inspections *out, struct arena *m)
{
	struct imprint in;

	imprint_read(path, &in, m);
	imprint_note(&in, out, m);
}

/* What an Office file holds beside its text; a package more than others. */
static void
package_look(const char *path, struct inspections *out, struct arena *m)
{
	static const struct { const char *name; enum inspect_kind kind; } v[] = {
		{ "xl/vbaProject.bin", INSPECT_MACROS },
		{ "word/vbaProject.bin", INSPECT_MACROS },
		{ "ppt/vbaProject.bin", INSPECT_MACROS },
		{ "xl/embeddings/", INSPECT_OBJECTS },
		{ "word/embeddings/", INSPECT_OBJECTS },
		{ "ppt/embeddings/", INSPECT_OBJECTS },
		{ "xl/comments1.xml", INSPECT_COMMENTS },
		{ "xl/threadedComments/", INSPECT_COMMENTS },
		{ "xl/comments/", INSPECT_COMMENTS },
		{ "ppt/comments/", INSPECT_COMMENTS },
	};
	enum inspect_kind last = INSPECT_NONE;
	struct imprint in;

	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++)
		if (v[k].kind != last && package_has(path, v[k].name)) {
			note_count(out, v[k].kind, 1, m);
			last = v[k].kind;
		}
	imprint_read(path, &in, m);
	note_count(out, INSPECT_HIDDEN_CELLS, in.book.hidden, m);
	note_count(out, INSPECT_COMMENTS, in.book.comments, m);
	note_count(out, INSPECT_OBJECTS, in.book.objects, m);
	imprint_note(&in, out, m);
}

static void
unread(enum extract how, struct inspections *out, struct arena *m)
{
	switch (how) {
	case EXTRACT_OK:
		return;
	case EXTRACT_BUSY:
	case EXTRACT_FAIL:
		note(out, INSPECT_LATER, "later", m);
		return;
	case EXTRACT_NONE:
		note(out, INSPECT_UNREAD, "none", m);
		return;
	case EXTRACT_EMPTY:
		note(out, INSPECT_UNREAD, "empty", m);
		return;
	case EXTRACT_ENCRYPTED:
		note(out, INSPECT_UNREAD, "encrypted", m);
		return;
	default:
		note(out, INSPECT_UNREAD, "unread", m);
	}
}

void
inspect_imported(const char *path, const char *type,
    const struct word_result *res, const struct report *r,
    struct inspections *out, struct arena *m)
{
	const struct report_item *i = r->item;
	bool package = has(type, "openxmlformats") ||
	    package_has(path, "[Content_Types].xml");

	inspect_text(res->body.text, out, m);
	note_count(out, INSPECT_CHANGES, i[REPORT_INSERTIONS].count +
	    i[REPORT_DELETIONS].count, m);
	note_count(out, INSPECT_COMMENTS, i[REPORT_COMMENTS].count, m);
	note_count(out, INSPECT_HIDDEN_TEXT, i[REPORT_HIDDEN].count, m);
	if (package) {
		inspect_side(path, out, m);
		package_look(path, out, m);
	}
	else {	/* what LibreOffice took over from an older file */
		note_count(out, INSPECT_OBJECTS, i[REPORT_OBJECTS].count, m);
		imprint_look(path, out, m);
	}
}

/* A Word file tells by its report what its page does not show, even when the
 * page shows nothing. */
static void
word(const struct office *o, const char *path, const char *type,
    struct inspections *out, struct arena *m)
{
	struct report *r = arena_alloc(m, sizeof(*r));
	enum problem why = PROBLEM_NONE;
	struct word_result res = { 0 };
	enum sniff kind;
	enum rc rc = office_import(o, path, &kind, &res, r, &why, m);

	if (rc == RC_OK || (why == PROBLEM_WORD_EMPTY &&
	    res.body.text != NULL)) {
		inspect_imported(path, type, &res, r, out, m);
		return;
	}
	if (rc == RC_BUSY || rc == RC_FAIL)
		note(out, INSPECT_LATER, "later", m);
	else if (why != PROBLEM_WORD_EMPTY)
		note(out, INSPECT_UNREAD, why == PROBLEM_WORD_ENCRYPTED ?
		    "encrypted" : "unread", m);
	imprint_look(path, out, m);
}

static void
other(const struct office *o, const char *path, const char *type,
    struct inspections *out, struct arena *m)
{
	struct extracted x;
	enum extract how = extract_file(o, path, type, &x, m);

	inspect_text(x.text, out, m);
	note_count(out, INSPECT_HIDDEN_CELLS, x.hidden, m);
	if (!has(type, "text/"))
		unread(how, out, m);
}

void
inspect_file(const struct office *o, const char *path, const char *type,
    struct inspections *out, struct arena *m)
{
	if (has(type, "image/")) {
		picture(path, type, out, m);
		return;
	}
	if (extract_is_word(type)) {
		word(o, path, type, out, m);
		return;
	}
	other(o, path, type, out, m);
	if (is_office(type))
		package_look(path, out, m);
	if (has(type, "pdf"))
		authors_note(inspect_pdf_names(path, m), out, m);
}

bool
inspect_cleans(enum inspect_kind k, const char *type)
{
	if (k == INSPECT_PLACE || k == INSPECT_CAMERA)
		return has(type, "openxmlformats") ||
		    strcmp(type, "image/jpeg") == 0 ||
		    strcmp(type, "image/png") == 0;
	return k == INSPECT_AUTHOR && is_office(type);
}

bool
inspect_is_cleaned(enum inspect_kind k)
{
	return k == INSPECT_AUTHOR || k == INSPECT_PLACE ||
	    k == INSPECT_CAMERA;
}

void *
inspect_file_clean(const char *path, const char *type, size_t *n,
    struct arena *m)
{
	size_t all;
	void *data;

	if (is_office(type))
		return imprint_clean(path, n, m);
	if (!has(type, "image/") || (data = whole(path, &all, m)) == NULL)
		return NULL;
	return picture_clean(data, all, type, n, m);
}

void
inspect_file_cleaned(const char *path, const char *type,
    struct inspections *out, struct arena *m)
{
	if (has(type, "image/"))
		picture(path, type, out, m);
	else
		imprint_look(path, out, m);
}

/* The line from `from` up to `to`, with what is found in it masked. */
static char *
masked_part(const struct inspections *v, const char *line, size_t from,
    size_t to, struct arena *m)
{
	struct buf b = buf_new(m);
	size_t at = from;

	for (int k = 0; k < v->n; k++) {
		const struct inspected *f = &v->v[k];

		if (f->line != line || f->at < at ||
		    f->at + strlen(f->value) > to)
			continue;
		buf_put(&b, line + at, f->at - at);
		buf_puts(&b, f->masked);
		at = f->at + strlen(f->value);
	}
	buf_put(&b, line + at, to - at);
	for (size_t k = 0; k < b.n; k++)
		if (b.s[k] == '\t')
			b.s[k] = ' ';
	return b.n > 0 ? b.s : arena_strdup(m, "");
}

void
inspect_quote(const struct inspections *v, int k, const char **before,
    const char **after, struct arena *m)
{
	const struct inspected *f = &v->v[k];
	const char *head = masked_part(v, f->line, 0, f->at, m);
	size_t n = text_length(head);

	*after = text_cut(m, masked_part(v, f->line, f->at +
	    strlen(f->value), strlen(f->line), m), QUOTE);
	for (; n > QUOTE; n--)
		text_next(&head);
	*before = head;
}

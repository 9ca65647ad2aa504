/* bundle.c - see bundle.h. */
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "base/log.h"
#include "base/text.h"
#include "richtext/bundle.h"
#include "richtext/extract_read.h"

#define NAME_MAX_BYTES	1000

struct bundle_reader {
	struct archive *a;
	struct archive_entry *e;
	int seen;
	int64_t all;
};

/* libarchive gives names only in a locale that can hold them. */
static locale_t
names_on(void)
{
	static locale_t wide;

	if (wide == (locale_t)0)
		wide = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	return wide == (locale_t)0 ? (locale_t)0 : uselocale(wide);
}

static void
names_off(locale_t before)
{
	if (before != (locale_t)0)
		uselocale(before);
}

struct bundle_reader *
bundle_open(const char *path)
{
	struct bundle_reader *r = calloc(1, sizeof(*r));

	if (r == NULL || (r->a = archive_read_new()) == NULL)
		abort();
	archive_read_support_format_zip_seekable(r->a);
	if (archive_read_open_filename(r->a, path, 65536) == ARCHIVE_OK)
		return r;
	bundle_close(r);
	return NULL;
}

void
bundle_close(struct bundle_reader *r)
{
	if (r == NULL)
		return;
	archive_read_free(r->a);
	free(r);
}

/* UTF-8 with slashes; NULL: no name that can be written. */
static const char *
name_of(struct archive_entry *e, struct arena *m)
{
	const char *raw = archive_entry_pathname(e);
	struct buf b = buf_new(m);
	char *name;

	if (raw == NULL || *raw == '\0' || strlen(raw) > NAME_MAX_BYTES)
		return NULL;
	if (text_valid(raw, strlen(raw)))
		name = arena_strdup(m, raw);
	else if (extract_decode(raw, strlen(raw), &b))
		name = b.s;
	else
		return NULL;
	for (char *s = name; *s != '\0'; s++)
		if (*s == '\\')
			*s = '/';
	return text_printable(name, strlen(name), false) ? name : NULL;
}

static const char *
bare_of(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash != NULL ? slash + 1 : name;
}

/* What systems and office programs leave behind. */
static bool
is_junk(const char *name)
{
	const char *bare = bare_of(name);

	return strncmp(name, "__MACOSX/", 9) == 0 ||
	    strncmp(bare, "~$", 2) == 0 || strncmp(bare, "._", 2) == 0 ||
	    strcasecmp(bare, ".DS_Store") == 0 ||
	    strcasecmp(bare, "Thumbs.db") == 0 ||
	    strcasecmp(bare, "desktop.ini") == 0;
}

static bool
is_safe(const char *name)
{
	const char *part = name;
	size_t n;

	if (*name == '/' || (name[0] != '\0' && name[1] == ':'))
		return false;
	for (; *part != '\0'; part += n + (part[n] == '/')) {
		n = strcspn(part, "/");
		if (n == 0 || (n == 2 && strncmp(part, "..", 2) == 0))
			return false;
	}
	return true;
}

/* ARCHIVE_OK with an entry, ARCHIVE_EOF, or ARCHIVE_FATAL. */
static int
entry_next(struct bundle_reader *r)
{
	int got = archive_read_next_header(r->a, &r->e);

	if (got == ARCHIVE_EOF)
		return got;
	return got == ARCHIVE_OK || got == ARCHIVE_WARN ? ARCHIVE_OK :
	    ARCHIVE_FATAL;
}

static enum problem
entry_check(struct bundle_reader *r, const char *name)
{
	if (archive_entry_is_encrypted(r->e))
		return PROBLEM_BULK_ZIP_ENCRYPTED;
	if (name == NULL)
		return PROBLEM_BULK_ZIP_BROKEN;
	if (!is_safe(name) || archive_entry_filetype(r->e) != AE_IFREG)
		return PROBLEM_BULK_ZIP_PATH;
	r->all += archive_entry_size(r->e);
	if (r->seen > BUNDLE_FILES_MAX || archive_entry_size(r->e) < 0 ||
	    r->all > BUNDLE_ALL_MAX)
		return PROBLEM_BULK_ZIP_LARGE;
	return PROBLEM_NONE;
}

static void
file_add(struct bundle *b, const char *name, int64_t size, struct arena *m)
{
	struct bundle_file *more;

	if (b->n == 0 || (b->n >= 8 && (b->n & (b->n - 1)) == 0)) {
		more = arena_calloc(m, b->n == 0 ? 8 : 2 * (size_t)b->n,
		    sizeof(*more));
		if (b->n > 0)
			memcpy(more, b->v, (size_t)b->n * sizeof(*more));
		b->v = more;
	}
	b->v[b->n++] = (struct bundle_file){ name, size };
}

static enum problem
list_all(struct bundle_reader *r, struct bundle *b, const char **which,
    struct arena *m)
{
	enum problem what;
	const char *name;
	int got;

	while ((got = entry_next(r)) == ARCHIVE_OK) {
		name = name_of(r->e, m);
		if (archive_entry_filetype(r->e) == AE_IFDIR ||
		    (name != NULL && is_junk(name)))
			continue;
		r->seen++;
		if ((what = entry_check(r, name)) != PROBLEM_NONE) {
			*which = name != NULL ? name : "";
			return what;
		}
		file_add(b, name, archive_entry_size(r->e), m);
	}
	return got == ARCHIVE_EOF ? PROBLEM_NONE : PROBLEM_BULK_ZIP_BROKEN;
}

static int
by_name(const void *a, const void *b)
{
	return strcasecmp(((const struct bundle_file *)a)->name,
	    ((const struct bundle_file *)b)->name);
}

static enum problem
find_twice(const struct bundle *b, const char **which, struct arena *m)
{
	struct bundle_file *v;

	if (b->n < 2)
		return PROBLEM_NONE;
	v = arena_memdup(m, b->v, (size_t)b->n * sizeof(*v));
	qsort(v, (size_t)b->n, sizeof(*v), by_name);
	for (int k = 1; k < b->n; k++)
		if (by_name(&v[k - 1], &v[k]) == 0) {
			*which = v[k].name;
			return PROBLEM_BULK_ZIP_TWICE;
		}
	return PROBLEM_NONE;
}

enum problem
bundle_list(const char *path, struct bundle *b, const char **which,
    struct arena *m)
{
	struct bundle_reader *r = bundle_open(path);
	enum problem what;
	locale_t before;

	*b = (struct bundle){ 0 };
	*which = "";
	if (r == NULL)
		return PROBLEM_BULK_ZIP_BROKEN;
	before = names_on();
	what = list_all(r, b, which, m);
	names_off(before);
	bundle_close(r);
	return what != PROBLEM_NONE ? what : find_twice(b, which, m);
}

const char *
bundle_next(struct bundle_reader *r, struct arena *m)
{
	locale_t before = names_on();
	const char *name = NULL, *found = NULL;

	while (found == NULL && r->seen < BUNDLE_FILES_MAX &&
	    entry_next(r) == ARCHIVE_OK) {
		name = name_of(r->e, m);
		if (archive_entry_filetype(r->e) != AE_IFREG ||
		    archive_entry_is_encrypted(r->e) || name == NULL ||
		    is_junk(name) || !is_safe(name))
			continue;
		r->seen++;
		found = name;
	}
	names_off(before);
	return found;
}

bool
bundle_save(struct bundle_reader *r, int fd, int64_t max)
{
	char piece[65536];
	int64_t n = 0;
	ssize_t got;

	while ((got = archive_read_data(r->a, piece, sizeof(piece))) > 0) {
		n += got;
		r->all += got;
		if (n > max || r->all > BUNDLE_ALL_MAX)
			return false;
		if (write(fd, piece, (size_t)got) != got) {
			log_fail("a file of a bundle cannot be written");
			return false;
		}
	}
	return got == 0;
}

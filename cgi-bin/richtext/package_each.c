/* package_each.c - the entries of a zip one after the other; see package.h. */
#include <stdlib.h>

#include <archive.h>
#include <archive_entry.h>

#include "richtext/package.h"

/* The bytes of the entry at hand, one more than there may be at most. */
static enum rc
inflate(struct archive *a, size_t max, char **data, size_t *n)
{
	size_t cap = 0;
	ssize_t got = 1;
	char *more;

	*data = NULL;
	for (*n = 0; got > 0 && *n <= max; *n += (size_t)got) {
		if (*n == cap) {
			cap = cap == 0 ? 16384 : cap * 2;
			if ((more = realloc(*data, cap)) == NULL)
				return RC_TOO_LARGE;
			*data = more;
		}
		if ((got = archive_read_data(a, *data + *n, cap - *n)) < 0)
			return RC_INVALID;
	}
	return *n > max ? RC_TOO_LARGE : RC_OK;
}

static enum rc
entry(struct archive *a, struct archive_entry *e,
    const struct package_walk *w, size_t *all)
{
	const char *name = archive_entry_pathname(e);
	char *data;
	size_t n;
	enum rc rc;

	if (name == NULL || archive_entry_is_encrypted(e))
		return RC_INVALID;
	if (archive_entry_filetype(e) != AE_IFREG || !w->wants(w->self, name))
		return RC_OK;
	rc = inflate(a, PACKAGE_PART_MAX, &data, &n);
	if (rc == RC_OK && (*all += n) > PACKAGE_ALL_MAX)
		rc = RC_TOO_LARGE;
	if (rc == RC_OK)
		rc = w->take(w->self, name, data, n);
	free(data);
	return rc;
}

enum rc
package_each(const char *path, const struct package_walk *w)
{
	struct archive *a = archive_read_new();
	struct archive_entry *e;
	size_t all = 0;
	int r = ARCHIVE_EOF, seen = 0;
	enum rc rc = RC_OK;

	if (a == NULL)
		abort();
	archive_read_support_format_zip_seekable(a);
	if (archive_read_open_filename(a, path, 65536) != ARCHIVE_OK)
		rc = RC_INVALID;
	while (rc == RC_OK && ((r = archive_read_next_header(a, &e)) ==
	    ARCHIVE_OK || r == ARCHIVE_WARN))
		rc = ++seen > PACKAGE_ENTRY_MAX ? RC_TOO_LARGE :
		    entry(a, e, w, &all);
	if (rc == RC_OK && r != ARCHIVE_EOF)
		rc = RC_INVALID;
	archive_read_free(a);
	return rc;
}

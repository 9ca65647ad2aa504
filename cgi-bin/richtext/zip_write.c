/* zip_write.c - see zip_write.h; libarchive writes. */
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <archive.h>
#include <archive_entry.h>

#include "base/log.h"
#include "richtext/zip_write.h"

struct zip_write {
	struct archive *a;
	int fd, entries;
	size_t bytes;
	bool failed;
};

static void
failed(struct zip_write *z)
{
	if (!z->failed)
		log_fail("zip: %s", archive_error_string(z->a) != NULL ?
		    archive_error_string(z->a) : strerror(errno));
	z->failed = true;
}

enum rc
zip_write_open(const char *dir, struct zip_write **out, struct arena *m)
{
	struct zip_write *z = arena_alloc(m, sizeof(*z));

	*z = (struct zip_write){ 0 };
	z->fd = dir == NULL ? memfd_create("zip", MFD_CLOEXEC) :
	    open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (z->fd < 0) {
		log_fail("zip: %s: %s", dir != NULL ? dir : "memory",
		    strerror(errno));
		return RC_FAIL;
	}
	if ((z->a = archive_write_new()) == NULL) {
		close(z->fd);
		return RC_FAIL;
	}
	archive_write_set_format_zip(z->a);
	/* Office programs stumble over the 64-bit form. */
	archive_write_set_options(z->a, "hdrcharset=UTF-8,!zip64");
	if (archive_write_open_fd(z->a, z->fd) != ARCHIVE_OK)
		failed(z);
	*out = z;
	return RC_OK;
}

/* n: -1 when nobody knows yet. */
static void
header(struct zip_write *z, const char *name, la_int64_t n)
{
	struct archive_entry *e;

	if (z->failed || ++z->entries > ZIP_ENTRIES_MAX) {
		failed(z);
		return;
	}
	e = archive_entry_new();
	archive_entry_set_pathname_utf8(e, name);
	archive_entry_set_filetype(e, AE_IFREG);
	archive_entry_set_perm(e, 0644);
	if (n >= 0)
		archive_entry_set_size(e, n);
	if (archive_write_header(z->a, e) != ARCHIVE_OK)
		failed(z);
	archive_entry_free(e);
}

void
zip_write_add(struct zip_write *z, const char *name, const void *data,
    size_t n)
{
	header(z, name, (la_int64_t)n);
	zip_write_more(z, data, n);
}

void
zip_write_begin(struct zip_write *z, const char *name)
{
	header(z, name, -1);
}

void
zip_write_more(struct zip_write *z, const void *data, size_t n)
{
	if (z->failed)
		return;
	if (n > ZIP_BYTES_MAX - z->bytes ||
	    archive_write_data(z->a, data, n) != (la_ssize_t)n)
		failed(z);
	else
		z->bytes += n;
}

static enum rc
read_back(int fd, void **data, size_t *n, struct arena *m)
{
	struct stat st;
	size_t done = 0;
	ssize_t got;
	char *p;

	if (fstat(fd, &st) != 0)
		return RC_FAIL;
	p = arena_alloc(m, (size_t)st.st_size + 1);
	while (done < (size_t)st.st_size) {
		got = pread(fd, p + done, (size_t)st.st_size - done,
		    (off_t)done);
		if (got <= 0)
			return RC_FAIL;
		done += (size_t)got;
	}
	*data = p;
	*n = done;
	return RC_OK;
}

enum rc
zip_write_end(struct zip_write *z, void **data, size_t *n, struct arena *m)
{
	enum rc rc = RC_FAIL;

	if (archive_write_close(z->a) != ARCHIVE_OK)
		failed(z);
	if (!z->failed && (rc = read_back(z->fd, data, n, m)) != RC_OK)
		log_fail("zip: cannot be read back");
	archive_write_free(z->a);
	close(z->fd);
	return rc;
}

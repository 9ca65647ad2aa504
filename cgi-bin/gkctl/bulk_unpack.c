/* bulk_unpack.c - the files of a zip that rows ask for, into the store. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "core/list.h"
#include "gkctl/bulk_check.h"
#include "richtext/bundle.h"
#include "store/files.h"

struct unpack {
	struct ctl *c;
	struct bundle_reader *reader;
	struct bulk_files wanted, *out;	/* wanted: sorted by name */
	struct arena *m;
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct bulk_file *)a)->name,
	    ((const struct bulk_file *)b)->name);
}

static bool
is_wanted(const struct unpack *u, const char *name)
{
	const struct bulk_file key = { .name = name };

	return u->wanted.n > 0 && bsearch(&key, u->wanted.v,
	    (size_t)u->wanted.n, sizeof(key), by_name) != NULL;
}

/* What cannot be unpacked is left out: its row will miss it. */
static enum rc
keep(struct unpack *u, const char *name, int fd)
{
	struct stored_file stored;
	enum rc rc;

	if (!bundle_save(u->reader, fd, u->c->conf->upload_max)) {
		log_warn("a file of a zip file cannot be unpacked");
		return RC_OK;
	}
	if ((rc = files_put(u->c->conf->files, arena_printf(u->m,
	    "/proc/self/fd/%d", fd), &stored, u->m)) != RC_OK)
		return rc;
	*list_add(u->out, u->m) = (struct bulk_file){ .use = "entry",
	    .name = name, .type = "", .size = stored.size,
	    .sha256 = stored.sha256 };
	return RC_OK;
}

static enum rc
take(struct unpack *u, const char *name)
{
	int fd = open(u->c->conf->tmp, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	enum rc rc;

	if (fd < 0) {
		log_fail("%s: %s", u->c->conf->tmp, strerror(errno));
		return RC_FAIL;
	}
	rc = keep(u, name, fd);
	close(fd);
	return rc;
}

enum rc
bulk_unpack(struct ctl *c, const struct bulk *b, struct bulk_files *out,
    struct arena *m)
{
	struct unpack u = { .c = c, .out = out, .m = m };
	const char *path = files_path(c->conf->files, b->zip, m), *name;
	enum rc rc = bulk_wanted(c->db, b->id, &u.wanted, m);

	*out = (struct bulk_files){ 0 };
	if (rc != RC_OK)
		return rc;
	if (path == NULL || (u.reader = bundle_open(path)) == NULL)
		return RC_INVALID;
	if (u.wanted.n > 1)
		qsort(u.wanted.v, (size_t)u.wanted.n, sizeof(u.wanted.v[0]),
		    by_name);
	while (rc == RC_OK && (name = bundle_next(u.reader, m)) != NULL)
		if (is_wanted(&u, name))
			rc = take(&u, name);
	bundle_close(u.reader);
	return rc;
}

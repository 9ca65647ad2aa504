/*
 * retention_stray.c - the bytes of a form whose transaction was rolled back,
 * or whose worker was killed: no row will ever lead to them.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/secret.h"
#include "core/list.h"
#include "core/retention.h"
#include "store/files.h"

#define DAY_SECONDS	86400
#define HEAD_BYTES	128	/* enough to know what is sealed */

struct hunt {
	const char *dir;
	int64_t *n;
	struct { int n; const char **v; } known;	/* sorted */
	struct arena *m, *row;
};

static enum rc
load(struct hunt *h, struct db *db)
{
	struct rows q = db_query(db, "SELECT sha256 FROM application_file"
	    " WHERE sha256 <> '' ORDER BY sha256");

	while (db_next(&q))
		*list_add(&h->known, h->m) = db_text(&q, 0, h->m);
	return db_done(&q);
}

static int
compare(const void *key, const void *member)
{
	return strcmp(key, *(const char *const *)member);
}

static bool
is_sealed(const struct hunt *h, const char *sha256)
{
	int fd = open(files_path(h->dir, sha256, h->row), O_RDONLY | O_CLOEXEC);
	char head[HEAD_BYTES];
	ssize_t n;

	if (fd < 0)
		return false;
	n = read(fd, head, sizeof(head));
	close(fd);
	return n > 0 && secret_is_sealed(head, (size_t)n);
}

static enum rc
judge(void *p, const char *sha256)
{
	struct hunt *h = p;

	arena_reset(h->row);
	if (h->known.n > 0 && bsearch(sha256, h->known.v,
	    (size_t)h->known.n, sizeof(h->known.v[0]), compare) != NULL)
		return RC_OK;
	if (!is_sealed(h, sha256))
		return RC_OK;
	++*h->n;
	return files_remove(h->dir, sha256, h->row);
}

enum rc
retention_strays(struct db *db, const char *files_dir, int64_t *n)
{
	struct hunt h = { .dir = files_dir, .n = n, .m = arena_new(),
	    .row = arena_new() };
	int64_t before = clock_now() - DAY_SECONDS;
	enum rc rc;

	*n = 0;
	if ((rc = load(&h, db)) == RC_OK &&
	    (rc = files_each(files_dir, before, judge, &h)) == RC_OK)
		rc = files_tidy(files_dir, before, n);
	arena_free(h.row);
	arena_free(h.m);
	return rc;
}

/*
 * retention_stray.c - the bytes of a form whose transaction was rolled back,
 * or whose worker was killed: no row will ever lead to them.
 *
 * A file that a document needs must never go.  So a stray is older than a day
 * (whoever puts one has its row long before), and just before it goes both
 * are asked again while nobody else can write a row.
 */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "core/file_use.h"
#include "core/list.h"
#include "core/retention.h"
#include "store/files.h"

#define DAY_SECONDS	86400
#define BATCH		50	/* in one transaction: others wait for it */
/* More at once than work leaves behind: a database that is not of these
 * files, brought back from a backup, would lose them all. */
#define MANY		100
#define SHARE		10	/* one of so many that are in use */

struct hunt {
	struct db *db;
	const char *dir;
	int64_t before;		/* seconds since 1970 */
	struct { int n; const char **v; } known, strays;	/* sorted */
	struct strays *out;
	struct arena *m;
};

static enum rc
remember(void *p, const char *sha256, const char *label)
{
	struct hunt *h = p;

	(void)label;
	*list_add(&h->known, h->m) = arena_strdup(h->m, sha256);
	return RC_OK;
}

static int
compare(const void *key, const void *member)
{
	return strcmp(key, *(const char *const *)member);
}

static enum rc
judge(void *p, const char *sha256)
{
	struct hunt *h = p;

	if (h->known.n > 0 && bsearch(sha256, h->known.v,
	    (size_t)h->known.n, sizeof(h->known.v[0]), compare) != NULL)
		return RC_OK;
	*list_add(&h->strays, h->m) = arena_strdup(h->m, sha256);
	return RC_OK;
}

static enum rc
erase(struct hunt *h, const char *sha256)
{
	bool used;
	enum rc rc = file_use(h->db, sha256, &used);

	if (rc != RC_OK || used ||
	    !files_older(h->dir, sha256, h->before, h->m))
		return rc;
	if ((rc = files_remove(h->dir, sha256, h->m)) == RC_OK)
		h->out->removed++;
	return rc;
}

static enum rc
erase_from(struct hunt *h, int first)
{
	enum rc rc = RC_OK;

	for (int k = first; rc == RC_OK && k < h->strays.n &&
	    k < first + BATCH; k++)
		rc = erase(h, h->strays.v[k]);
	return rc;
}

static enum rc
erase_all(struct hunt *h)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < h->strays.n; k += BATCH)
		if ((rc = db_begin(h->db)) == RC_OK)
			rc = db_end(h->db, erase_from(h, k));
	return rc;
}

static enum rc
hunt(struct hunt *h, enum strays_how how)
{
	enum rc rc;

	if ((rc = file_use_each(h->db, remember, h)) != RC_OK ||
	    (rc = files_each(h->dir, h->before, judge, h)) != RC_OK)
		return rc;
	h->out->found = h->strays.n;
	h->out->many = h->strays.n > MANY &&
	    h->strays.n > h->known.n / SHARE;
	if (how == STRAYS_COUNT || (h->out->many && how != STRAYS_FORCE))
		return RC_OK;
	if ((rc = erase_all(h)) != RC_OK)
		return rc;
	return files_tidy(h->dir, h->before, &h->out->removed);
}

enum rc
retention_strays(struct db *db, const char *files_dir, enum strays_how how,
    struct strays *out)
{
	struct hunt h = { .db = db, .dir = files_dir, .out = out,
	    .before = clock_now() - DAY_SECONDS, .m = arena_new() };
	enum rc rc;

	*out = (struct strays){ 0 };
	rc = hunt(&h, how);
	arena_free(h.m);
	return rc;
}

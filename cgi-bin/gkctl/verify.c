/*
 * verify.c - gkctl verify and reindex.
 *
 * Whether lists and search index are right is tried on a copy of the
 * database, so that nobody waits: the copy is rebuilt and compared with what
 * it was before.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/secret.h"
#include "core/audit.h"
#include "core/document.h"
#include "core/file_use.h"
#include "core/retention.h"
#include "core/revision.h"
#include "gkctl/ctl.h"
#include "gkctl/strays.h"
#include "store/files.h"

struct check {
	struct ctl *c;
	struct arena *mem;	/* for one row */
	int64_t done, bad;
};

static void
check_database(struct check *k)
{
	k->done++;
	if (db_check(k->c->db) == RC_OK)
		return;
	k->bad++;
	ctl_fail("the database is damaged");
}

static void
check_audit(struct check *k)
{
	int64_t broken = 0;
	enum rc rc = audit_verify(k->c->db, &broken, k->c->mem);

	k->done++;
	if (rc == RC_OK && broken == 0)
		return;
	k->bad++;
	ctl_fail("the audit chain breaks at row %lld", (long long)broken);
}

static enum rc
check_file(void *p, const char *sha256, const char *label)
{
	struct check *k = p;
	enum rc rc = files_verify(k->c->conf->files, sha256, k->mem);

	k->done++;
	if (rc != RC_OK) {
		k->bad++;
		ctl_fail("file %s (%s) is %s", sha256, label,
		    rc == RC_NOT_FOUND ? "missing" : "damaged");
	}
	arena_reset(k->mem);
	return RC_OK;
}

static void
check_rows_done(struct check *k, struct rows *q)
{
	enum rc rc = db_done(q);

	if (rc == RC_OK)
		return;
	k->bad++;
	ctl_fail_rc(rc, "reading");
}

static void
check_files(struct check *k)
{
	enum rc rc = file_use_each(k->c->db, check_file, k);

	if (rc == RC_OK)
		return;
	k->bad++;
	ctl_fail_rc(rc, "reading the names of files");
}

/* No damage, but to be known. */
static void
count_strays(struct check *k)
{
	struct strays s;
	enum rc rc = retention_strays(k->c->db, k->c->conf->files,
	    STRAYS_COUNT, &s);

	if (rc != RC_OK) {
		k->bad++;
		ctl_fail_rc(rc, "files that nothing refers to");
	} else if (s.many) {
		strays_refused(&s);
	} else if (s.found > 0) {
		printf("%lld files that nothing refers to: gkctl daily "
		    "removes them\n", (long long)s.found);
	}
}

/* What was frozen under a hash still has that hash. */
static void
check_revision(struct check *k, int64_t id)
{
	struct revision r;
	char *hash = NULL;
	enum rc rc;

	k->done++;
	if ((rc = revision_get(k->c->db, id, &r, k->mem)) == RC_OK &&
	    (rc = revision_hash(k->c->db, &r, &hash, k->mem)) == RC_OK &&
	    strcmp(hash, r.hash) == 0)
		return;
	k->bad++;
	if (rc != RC_OK)
		ctl_fail_rc(rc, arena_printf(k->mem, "revision %lld",
		    (long long)id));
	else
		ctl_fail("revision %lld (%s) is not what was approved",
		    (long long)id, r.c.title);
}

static void
check_revisions(struct check *k)
{
	struct rows q = db_query(k->c->db, "SELECT id FROM revision"
	    " WHERE hash <> '' ORDER BY id");

	for (; db_next(&q); arena_reset(k->mem))
		check_revision(k, db_int(&q, 0));
	check_rows_done(k, &q);
}

static void
digest_rows(struct secret_sha256 *h, struct rows *q, int columns,
    struct arena *m)
{
	const char *s;
	int i;

	for (; db_next(q); arena_reset(m))
		for (i = 0; i < columns; i++) {
			s = db_text(q, i, m);
			secret_sha256_add(h, s, strlen(s) + 1);
		}
}

/* Every entry of the index, and in how many documents it stands. */
static enum rc
digest_entries(struct check *k, struct db *db, struct secret_sha256 *h)
{
	struct rows q;
	enum rc rc;

	rc = db_run(db, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_vocab"
	    " USING fts5vocab(main, search, row)");
	if (rc != RC_OK)
		return rc;
	q = db_query(db, "SELECT term, doc FROM temp.search_vocab");
	digest_rows(h, &q, 2, k->mem);
	return db_done(&q);
}

/* One hash over everything that is derived from the public views. */
static char *
digest_derived(struct check *k, struct db *db)
{
	struct secret_sha256 *h = secret_sha256_new(k->c->mem);
	struct rows q;

	q = db_query(db, "SELECT category_id, publication, document_id,"
	    " unit_id, theme_id, kind_id, word_id, month, validity, made_key"
	    " FROM listing ORDER BY document_id, category_id");
	digest_rows(h, &q, 10, k->mem);
	if (db_done(&q) != RC_OK)
		return NULL;
	q = db_query(db, "SELECT unit_id, category_id, theme_id, year, n"
	    " FROM listing_count WHERE n > 0"
	    " ORDER BY unit_id, category_id, theme_id, year");
	digest_rows(h, &q, 5, k->mem);
	if (db_done(&q) != RC_OK)
		return NULL;
	q = db_query(db, "SELECT facet, unit_id, category_id, value, n"
	    " FROM listing_facet WHERE n > 0"
	    " ORDER BY facet, unit_id, category_id, value");
	digest_rows(h, &q, 5, k->mem);
	if (db_done(&q) != RC_OK)
		return NULL;
	q = db_query(db, "SELECT publication, document_id, unit_id, theme_id,"
	    " kind_id, validity, index_no, unit_code, unit_short, title,"
	    " doc_no, made_on, theme_name, kind_name, published"
	    " FROM listing_row ORDER BY publication");
	digest_rows(h, &q, 15, k->mem);
	if (db_done(&q) != RC_OK)
		return NULL;
	q = db_query(db, "SELECT key, text FROM search_text ORDER BY key");
	digest_rows(h, &q, 2, k->mem);
	if (db_done(&q) != RC_OK || digest_entries(k, db, h) != RC_OK)
		return NULL;
	return secret_sha256_end(h, k->c->mem);
}

static void
check_derived(struct check *k, struct db *copy)
{
	char *before = digest_derived(k, copy), *after;
	enum rc rc;

	k->done++;
	if ((rc = db_begin(copy)) == RC_OK)
		rc = db_end(copy, document_reindex(copy, k->c->mem));
	after = digest_derived(k, copy);
	if (rc == RC_OK && before != NULL && after != NULL &&
	    strcmp(before, after) == 0)
		return;
	k->bad++;
	if (rc == RC_OK && before != NULL && after != NULL)
		ctl_fail("lists or search index differ from what is public: "
		    "run gkctl reindex");
	else
		ctl_fail("lists and search index could not be checked");
}

static void
check_index(struct check *k)
{
	char *dir = arena_printf(k->c->mem, "%s/verify-XXXXXX",
	    k->c->conf->tmp);
	char *path, *lock;
	struct db *copy = NULL;

	if (mkdtemp(dir) == NULL) {
		k->bad++;
		ctl_fail("%s: cannot be made", dir);
		return;
	}
	path = arena_printf(k->c->mem, "%s/copy.db", dir);
	lock = arena_printf(k->c->mem, "%s/lock", dir);
	if (db_backup(k->c->db, path) == RC_OK &&
	    (copy = db_open(path, lock, false)) != NULL) {
		check_derived(k, copy);
		db_close(copy);
	} else {
		k->bad++;
		ctl_fail("the database cannot be copied to %s", dir);
	}
	unlink(arena_printf(k->c->mem, "%s-wal", path));
	unlink(arena_printf(k->c->mem, "%s-shm", path));
	unlink(path);
	unlink(lock);
	rmdir(dir);
}

int
verify_run(struct ctl *c, int argc, char **argv)
{
	struct check k = { .c = c, .mem = arena_new() };

	(void)argv;
	if (argc != 1)
		return ctl_fail("verify takes no arguments");
	check_database(&k);
	check_audit(&k);
	check_files(&k);
	count_strays(&k);
	check_revisions(&k);
	check_index(&k);
	arena_free(k.mem);
	if (k.bad > 0)
		return ctl_fail("%lld of %lld checks failed", (long long)k.bad,
		    (long long)k.done);
	printf("%lld checks, all good\n", (long long)k.done);
	return 0;
}

int
reindex_run(struct ctl *c, int argc, char **argv)
{
	enum rc rc;

	(void)argv;
	if (argc != 1)
		return ctl_fail("reindex takes no arguments");
	if ((rc = db_begin(c->db)) == RC_OK)
		rc = db_end(c->db, document_reindex(c->db, c->mem));
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "reindex");
	puts("lists and search index are rebuilt");
	return 0;
}

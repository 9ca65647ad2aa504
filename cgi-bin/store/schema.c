/* schema.c - bringing the database to the newest numbered file of sql/. */
#include "store/schema.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/secret.h"
#include "store/search.h"

#define MAX_FILES	999

struct step {
	const char *name, *text, *sha256;
};

struct steps {
	int n;
	struct step v[MAX_FILES];	/* 001 is v[0] */
};

static bool
is_sql(const char *name)
{
	size_t n = strlen(name);

	return n > 4 && strcmp(name + n - 4, ".sql") == 0;
}

/* Files that do not begin with a digit are somebody else's. */
static int
is_step(const struct dirent *d)
{
	return is_sql(d->d_name) && d->d_name[0] >= '0' && d->d_name[0] <= '9';
}

static enum rc
read_text(const char *path, const char **out, struct arena *m)
{
	struct buf b = buf_new(m);
	char piece[4096];
	size_t n;
	FILE *f;
	bool bad;

	if ((f = fopen(path, "re")) == NULL) {
		log_fail("%s: %s", path, strerror(errno));
		return RC_FAIL;
	}
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		buf_put(&b, piece, n);
	bad = ferror(f) || strlen(b.s) != b.n;
	fclose(f);
	if (bad) {
		log_fail("%s: cannot be read as text", path);
		return RC_FAIL;
	}
	*out = b.s;
	return RC_OK;
}

/* Names come sorted: the next one must carry the next number. */
static enum rc
add_step(struct steps *all, const char *dir, const char *name,
    struct arena *m)
{
	const char *number = arena_printf(m, "%03d_", all->n + 1);
	struct step *s = &all->v[all->n];
	enum rc rc;

	if (all->n >= MAX_FILES || strncmp(name, number, 4) != 0) {
		log_fail("%s: %s stands where %s... should", dir, name, number);
		return RC_FAIL;
	}
	s->name = arena_strdup(m, name);
	rc = read_text(arena_printf(m, "%s/%s", dir, name), &s->text, m);
	if (rc != RC_OK)
		return rc;
	s->sha256 = secret_sha256(m, s->text, strlen(s->text));
	all->n++;
	return RC_OK;
}

static enum rc
steps_read(const char *dir, struct steps **out, struct arena *m)
{
	struct dirent **list;
	enum rc rc = RC_OK;
	int i, n;

	*out = arena_alloc(m, sizeof(**out));
	if ((n = scandir(dir, &list, is_step, alphasort)) < 0) {
		log_fail("%s: %s", dir, strerror(errno));
		return RC_FAIL;
	}
	for (i = 0; i < n; i++) {
		if (rc == RC_OK)
			rc = add_step(*out, dir, list[i]->d_name, m);
		free(list[i]);
	}
	free(list);
	if (rc == RC_OK && (*out)->n == 0) {
		log_fail("%s: no schema files", dir);
		rc = RC_FAIL;
	}
	return rc;
}

/* What was applied must be what the files say; *at is the newest. */
static enum rc
compare(struct db *db, const struct steps *all, int *at, struct arena *m)
{
	struct rows q = db_query(db, "SELECT n, name, sha256"
	    " FROM schema_version ORDER BY n");
	bool same = true;
	enum rc rc;

	for (*at = 0; same && db_next(&q); ++*at) {
		same = db_int(&q, 0) == *at + 1 && *at < all->n &&
		    strcmp(db_text(&q, 2, m), all->v[*at].sha256) == 0;
		if (!same)
			log_fail("schema: %s was applied and is now missing or"
			    " changed", db_text(&q, 1, m));
	}
	rc = db_done(&q);
	return rc == RC_OK && !same ? RC_FAIL : rc;
}

static enum rc
apply_next(struct db *db, const struct steps *all, int *at, struct arena *m)
{
	const struct step *s;
	enum rc rc;

	/* Another process may have been faster while we queued. */
	if ((rc = compare(db, all, at, m)) != RC_OK || *at == all->n)
		return rc;
	s = &all->v[*at];
	if ((rc = db_script(db, s->text)) != RC_OK) {
		log_fail("schema: %s could not be applied", s->name);
		return rc;
	}
	log_info("schema: %s", s->name);
	++*at;
	return db_run(db, "INSERT INTO schema_version (n, name, sha256,"
	    " applied) VALUES ($1, $2, $3, $4)", V(*at), V(s->name),
	    V(s->sha256), V(clock_text(m, clock_now())));
}

static enum rc
prepare(struct db *db)
{
	enum rc rc;

	rc = db_run(db, "CREATE TABLE IF NOT EXISTS schema_version ("
	    "n BIGINT PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL,"
	    " applied TEXT NOT NULL)");
	return rc == RC_OK ? search_create(db) : rc;
}

static enum rc
apply_all(struct db *db, const struct steps *all, struct arena *m)
{
	enum rc rc;
	int at = 0;

	if ((rc = db_begin(db)) == RC_OK)
		rc = db_end(db, prepare(db));
	while (rc == RC_OK && at < all->n)
		if ((rc = db_begin(db)) == RC_OK)
			rc = db_end(db, apply_next(db, all, &at, m));
	return rc;
}

enum rc
schema_apply(struct db *db, const char *dir)
{
	struct arena *m = arena_new();
	struct steps *all;
	enum rc rc;

	if ((rc = steps_read(dir, &all, m)) == RC_OK)
		rc = apply_all(db, all, m);
	arena_free(m);
	return rc;
}

enum rc
schema_check(struct db *db, const char *dir)
{
	struct arena *m = arena_new();
	struct steps *all;
	enum rc rc;
	int at;

	if ((rc = steps_read(dir, &all, m)) == RC_OK &&
	    (rc = compare(db, all, &at, m)) == RC_OK && at < all->n) {
		log_fail("schema: %s is not applied yet", all->v[at].name);
		rc = RC_FAIL;
	}
	arena_free(m);
	return rc;
}

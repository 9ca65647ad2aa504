/*
 * application_file.c - sealed files: their rows, their bytes, who may claim
 * them.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/secret.h"
#include "core/application_check.h"
#include "core/application_file.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/list.h"
#include "core/upload.h"
#include "store/files.h"

#define WAITING_SECONDS	86400
#define SEALED_MAX	(APPLICATION_FILE_MAX + 1024)
#define SWEEP_MAX	500

#define COLS "id, application_id, event_id, use, name, type, size, created,"	\
	" downloaded"

static const char *const uses[] = { "identity", "paper", "correction",
	"answer", NULL };
static const char *const scans[] = { "image/jpeg", "image/png",
	"application/pdf", NULL };

static const char *
owner_hash(struct arena *m, const char *owner)
{
	return secret_sha256(m, owner, strlen(owner));
}

char *
application_file_staff(struct arena *m, int64_t unit)
{
	return arena_printf(m, "unit:%lld", (long long)unit);
}

static void
file_load(const struct rows *q, struct application_file *f, struct arena *m)
{
	const char *name = db_text(q, 4, m);

	*f = (struct application_file){
		.id = db_int(q, 0), .application = db_int(q, 1),
		.event = db_int(q, 2), .use = db_text(q, 3, m),
		.name = *name == '\0' ? "" : secret_open(m, SEAL_NAME, name),
		.type = db_text(q, 5, m), .size = db_int(q, 6),
		.created = db_text(q, 7, m), .downloaded = db_text(q, 8, m),
	};
	if (f->name != NULL)
		return;
	log_fail("file %lld: its name cannot be opened", (long long)f->id);
	f->name = "";
}

static enum rc
load_all(struct rows *q, struct application_files *out, struct arena *m)
{
	*out = (struct application_files){ 0 };
	while (db_next(q))
		file_load(q, list_add(out, m), m);
	return db_done(q);
}

static void
check(const struct application_file *f, size_t n, struct problems *p)
{
	if (n == 0)
		problem_add(p, "file", PROBLEM_FILE_EMPTY);
	if (n > APPLICATION_FILE_MAX)
		problem_add(p, "file", PROBLEM_FILE_TOO_LARGE);
	if (strcmp(f->use, "answer") != 0 && !check_choice(scans, f->type))
		problem_add(p, "file", PROBLEM_SCAN_TYPE);
}

/* No form has more files than its owner may leave unclaimed. */
static enum rc
check_room(struct db *db, const char *owner, const char *use,
    struct problems *p, struct arena *m)
{
	struct application_files have;
	int same = 0;
	enum rc rc;

	if ((rc = application_file_waiting(db, owner, &have, m)) != RC_OK)
		return rc;
	for (int k = 0; k < have.n; k++)
		same += strcmp(have.v[k].use, use) == 0;
	if (same >= APPLICATION_FILES_MAX && strncmp(owner, "unit:", 5) != 0)
		problem_add(p, "file", PROBLEM_TOO_MANY_FILES);
	return RC_OK;
}

enum rc
application_file_add(struct db *db, const char *dir, const char *owner,
    struct application_file *f, const void *bytes, size_t n,
    struct problems *p, struct arena *m)
{
	struct stored_file stored;
	size_t sealed_n;
	void *sealed;
	enum rc rc;

	if (!check_choice(uses, f->use))
		return RC_DENIED;
	check(f, n, p);
	if ((rc = check_room(db, owner, f->use, p, m)) != RC_OK)
		return rc;
	if (p->n > 0)
		return RC_INVALID;
	sealed = secret_seal_bytes(m, SEAL_BYTES, bytes, n, &sealed_n);
	rc = files_put_bytes(dir, sealed, sealed_n, &stored, m);
	if (rc != RC_OK ||
	    (rc = db_id(db, "application_file", &f->id)) != RC_OK)
		return rc;
	f->application = f->event = 0;
	f->name = upload_name(f->name, m);
	f->size = (int64_t)n;
	f->created = clock_text(m, clock_now());
	f->downloaded = "";
	return db_run(db, "INSERT INTO application_file (id, owner, use, name,"
	    " type, size, sha256, created) VALUES ($1, $2, $3, $4, $5, $6,"
	    " $7, $8)", V(f->id), V(owner_hash(m, owner)), V(f->use),
	    V(secret_seal(m, SEAL_NAME, f->name)), V(f->type), V(f->size),
	    V(stored.sha256), V(f->created));
}

enum rc
application_file_waiting(struct db *db, const char *owner,
    struct application_files *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM application_file"
	    " WHERE owner = $1 AND owner <> '' AND application_id IS NULL"
	    " ORDER BY id", V(owner_hash(m, owner)));

	return load_all(&q, out, m);
}

enum rc
application_file_list(struct db *db, int64_t application,
    struct application_files *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM application_file"
	    " WHERE application_id = $1 ORDER BY id", V(application));

	return load_all(&q, out, m);
}

enum rc
application_file_drop(struct db *db, const char *dir, const char *owner,
    int64_t id, struct arena *m)
{
	struct rows q = db_query(db, "SELECT sha256 FROM application_file"
	    " WHERE id = $1 AND owner = $2 AND owner <> ''"
	    " AND application_id IS NULL", V(id), V(owner_hash(m, owner)));
	const char *sha256;
	enum rc rc;

	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	sha256 = db_text(&q, 0, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	rc = db_run(db, "DELETE FROM application_file WHERE id = $1", V(id));
	return rc != RC_OK ? rc : files_remove(dir, sha256, m);
}

static enum rc
claim_one(struct db *db, const char *owner, int64_t application,
    int64_t event, int64_t id, const char *const *allowed, bool *done,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT use, application_id"
	    " FROM application_file WHERE id = $1 AND (application_id = $2"
	    " OR (application_id IS NULL AND owner = $3))", V(id),
	    V(application), V(owner_hash(m, owner)));
	bool claimed;
	enum rc rc = db_first(&q);

	*done = false;
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	*done = check_choice(allowed, db_text(&q, 0, m));
	claimed = !db_null(&q, 1);
	if ((rc = db_done(&q)) != RC_OK || !*done || claimed)
		return rc;
	return db_run(db, "UPDATE application_file SET application_id = $1,"
	    " event_id = $2, owner = '' WHERE id = $3", V(application),
	    V(event), V(id));
}

enum rc
application_file_claim(struct db *db, const char *owner, int64_t application,
    int64_t event, int n, const int64_t *file, const char *const *allowed,
    struct problems *p, struct arena *m)
{
	bool done;
	enum rc rc;

	if (n > APPLICATION_FILES_MAX) {
		problem_add(p, "file", PROBLEM_TOO_MANY_FILES);
		return RC_INVALID;
	}
	for (int k = 0; k < n; k++) {
		rc = claim_one(db, owner, application, event, file[k],
		    allowed, &done, m);
		if (rc != RC_OK)
			return rc;
		if (!done) {
			problem_add(p, "file", PROBLEM_UNKNOWN_UPLOAD);
			return RC_INVALID;
		}
	}
	return RC_OK;
}

enum rc
application_file_release(struct db *db, const char *owner, int64_t id,
    struct arena *m)
{
	return db_run(db, "UPDATE application_file SET application_id = NULL,"
	    " event_id = 0, owner = $1 WHERE id = $2",
	    V(owner_hash(m, owner)), V(id));
}

enum rc
application_file_bytes(const char *dir, const char *sha256, void **bytes,
    size_t *n, struct arena *m)
{
	const char *path = files_path(dir, sha256, m);
	struct stat st;
	char *raw;
	ssize_t got;
	int fd;

	if (path == NULL || (fd = open(path, O_RDONLY | O_CLOEXEC)) < 0)
		return RC_NOT_FOUND;
	if (fstat(fd, &st) < 0 || st.st_size > SEALED_MAX) {
		close(fd);
		return RC_FAIL;
	}
	raw = arena_alloc(m, (size_t)st.st_size);
	got = read(fd, raw, (size_t)st.st_size);
	close(fd);
	*bytes = got == st.st_size ? secret_open_bytes(m, SEAL_BYTES, raw,
	    (size_t)got, n) : NULL;
	return *bytes != NULL ? RC_OK : RC_FAIL;
}

enum rc
application_file_read(struct db *db, const char *dir, int64_t application,
    int64_t id, struct application_file *f, void **bytes, size_t *n,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS ", sha256"
	    " FROM application_file WHERE id = $1 AND application_id = $2",
	    V(id), V(application));
	const char *sha256;
	enum rc rc;

	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	file_load(&q, f, m);
	sha256 = db_text(&q, 9, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	if (*sha256 == '\0')
		return RC_GONE;
	if ((rc = application_file_bytes(dir, sha256, bytes, n, m)) == RC_OK)
		return RC_OK;
	log_fail("file %lld cannot be opened", (long long)id);
	return RC_FAIL;
}

enum rc
application_file_viewed(struct db *db, const struct actor *who,
    const struct application_file *f, struct arena *m)
{
	return audit_write(db, who, "view_file", "application",
	    f->application, "", "", arena_printf(m, "%s %lld", f->use,
	    (long long)f->id), m);
}

enum rc
application_file_sweep(struct db *db, const char *dir, int *n,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT id, sha256 FROM application_file"
	    " WHERE application_id IS NULL AND owner <> '' AND created < $1"
	    " ORDER BY id LIMIT $2",
	    V(clock_text(m, clock_now() - WAITING_SECONDS)), V(SWEEP_MAX));
	struct { int n; struct { int64_t id; const char *sha256; } *v; } all =
	    { 0 };
	enum rc rc;

	while (db_next(&q)) {
		(void)list_add(&all, m);
		all.v[all.n - 1].id = db_int(&q, 0);
		all.v[all.n - 1].sha256 = db_text(&q, 1, m);
	}
	rc = db_done(&q);
	for (*n = 0; rc == RC_OK && *n < all.n; ++*n) {
		rc = db_run(db, "DELETE FROM application_file WHERE id = $1",
		    V(all.v[*n].id));
		if (rc == RC_OK)
			rc = files_remove(dir, all.v[*n].sha256, m);
	}
	return rc;
}

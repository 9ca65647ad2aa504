/* files.c - the content-addressed folder. */
#include "store/files.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/secret.h"

#define NAME_LEN	64
#define PIECE		(64 * 1024)
#define HALF		".put-"	/* begins the name of what is being put */

bool
files_is_name(const char *s)
{
	return s != NULL && strspn(s, "0123456789abcdef") == NAME_LEN &&
	    s[NAME_LEN] == '\0';
}

char *
files_path(const char *dir, const char *sha256, struct arena *m)
{
	return files_is_name(sha256) ?
	    arena_printf(m, "%s/%.2s/%s", dir, sha256, sha256) : NULL;
}

static enum rc
failed(const char *what, const char *path)
{
	log_fail("%s %s: %s", what, path, strerror(errno));
	return RC_FAIL;
}

/* A new name in the folder must outlive a power cut as well. */
static bool
sync_folder(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

static bool
make_folder(const char *dir, const char *folder)
{
	if (mkdir(folder, 0750) == 0)
		return sync_folder(dir);
	return errno == EEXIST;
}

static bool
write_all(int fd, const char *p, size_t n)
{
	ssize_t done;

	for (; n > 0; p += done, n -= (size_t)done)
		if ((done = write(fd, p, n)) < 0) {
			if (errno != EINTR)
				return false;
			done = 0;
		}
	return true;
}

/*
 * A file that is being put: written to the temporary name, hashed as it goes.
 */
struct putting {
	const char *dir;
	char *tmp;
	int fd;
	int64_t size;
	struct secret_sha256 *hash;
	struct arena *mem;
};

static enum rc
put_start(struct putting *p, const char *dir, struct arena *m)
{
	p->dir = dir;
	p->mem = m;
	p->tmp = arena_printf(m, "%s/" HALF "XXXXXX", dir);
	p->hash = secret_sha256_new(m);
	p->size = 0;
	if ((p->fd = mkostemp(p->tmp, O_CLOEXEC)) < 0)
		return failed("create in", dir);
	return RC_OK;
}

static enum rc
put_piece(struct putting *p, const void *piece, size_t n)
{
	secret_sha256_add(p->hash, piece, n);
	p->size += (int64_t)n;
	return write_all(p->fd, piece, n) ? RC_OK : failed("write", p->tmp);
}

static enum rc
put_name(struct putting *p, const char *sha256)
{
	const char *path = files_path(p->dir, sha256, p->mem);
	const char *folder = arena_printf(p->mem, "%s/%.2s", p->dir, sha256);

	/* The web server, of the same group, sends it. */
	if (fchmod(p->fd, 0640) < 0 || fsync(p->fd) < 0)
		return failed("write", p->tmp);
	if (!make_folder(p->dir, folder))
		return failed("create", folder);
	if (rename(p->tmp, path) < 0)
		return failed("rename to", path);
	return sync_folder(folder) ? RC_OK : failed("sync", folder);
}

/* Names the file when all went well, removes it otherwise. */
static enum rc
put_end(struct putting *p, enum rc rc, struct stored_file *out)
{
	out->sha256 = secret_sha256_end(p->hash, p->mem);
	out->size = p->size;
	if (rc == RC_OK)
		rc = put_name(p, out->sha256);
	close(p->fd);
	if (rc != RC_OK)
		unlink(p->tmp);
	return rc;
}

/* Every piece of an open file to one function; stops at the first failure. */
static enum rc
read_pieces(int fd, const char *path,
    enum rc (*use)(struct putting *, const void *, size_t), struct putting *p)
{
	char piece[PIECE];
	enum rc rc = RC_OK;
	ssize_t n;

	while (rc == RC_OK && (n = read(fd, piece, sizeof(piece))) != 0)
		if (n > 0)
			rc = use(p, piece, (size_t)n);
		else if (errno != EINTR)
			rc = failed("read", path);
	return rc;
}

static int
open_regular(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat st;

	if (fd >= 0 && (fstat(fd, &st) < 0 || !S_ISREG(st.st_mode))) {
		close(fd);
		errno = EINVAL;
		return -1;
	}
	return fd;
}

enum rc
files_put(const char *dir, const char *path, struct stored_file *out,
    struct arena *m)
{
	struct putting p;
	enum rc rc;
	int fd;

	if ((fd = open_regular(path)) < 0)
		return failed("open", path);
	if ((rc = put_start(&p, dir, m)) == RC_OK)
		rc = put_end(&p, read_pieces(fd, path, put_piece, &p), out);
	close(fd);
	return rc;
}

enum rc
files_put_bytes(const char *dir, const void *bytes, size_t n,
    struct stored_file *out, struct arena *m)
{
	struct putting p;
	enum rc rc;

	if ((rc = put_start(&p, dir, m)) != RC_OK)
		return rc;
	return put_end(&p, put_piece(&p, bytes, n), out);
}

bool
files_exists(const char *dir, const char *sha256, struct arena *m)
{
	const char *path = files_path(dir, sha256, m);
	struct stat st;

	return path != NULL && lstat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static enum rc
hash_piece(struct putting *p, const void *piece, size_t n)
{
	secret_sha256_add(p->hash, piece, n);
	return RC_OK;
}

enum rc
files_read(const char *dir, const char *sha256, int64_t max,
    const void **bytes, size_t *n, struct arena *m)
{
	struct stat st;
	enum rc rc = RC_OK;
	char *to;
	int fd;

	if (!files_exists(dir, sha256, m))
		return RC_NOT_FOUND;
	if ((fd = open_regular(files_path(dir, sha256, m))) < 0)
		return failed("open", sha256);
	if (fstat(fd, &st) != 0)
		rc = failed("stat", sha256);
	else if (st.st_size > max)
		rc = RC_TOO_LARGE;
	if (rc == RC_OK) {
		*n = (size_t)st.st_size;
		*bytes = to = arena_alloc(m, *n);
		if (read(fd, to, *n) != st.st_size)
			rc = failed("read", sha256);
	}
	close(fd);
	return rc;
}

enum rc
files_verify(const char *dir, const char *sha256, struct arena *m)
{
	struct putting p = { .hash = secret_sha256_new(m) };
	enum rc rc;
	int fd;

	if (!files_exists(dir, sha256, m))
		return RC_NOT_FOUND;
	if ((fd = open_regular(files_path(dir, sha256, m))) < 0)
		return failed("open", sha256);
	rc = read_pieces(fd, sha256, hash_piece, &p);
	close(fd);
	if (rc == RC_OK && strcmp(secret_sha256_end(p.hash, m), sha256) != 0) {
		log_fail("file %s is not what it was", sha256);
		rc = RC_FAIL;
	}
	return rc;
}

enum rc
files_remove(const char *dir, const char *sha256, struct arena *m)
{
	char *path = files_path(dir, sha256, m);

	if (path == NULL)
		return RC_NOT_FOUND;
	return unlink(path) == 0 || errno == ENOENT ? RC_OK :
	    failed("unlink", path);
}

bool
files_older(const char *dir, const char *sha256, int64_t before,
    struct arena *m)
{
	const char *path = files_path(dir, sha256, m);
	struct stat st;

	return path != NULL && lstat(path, &st) == 0 &&
	    S_ISREG(st.st_mode) && st.st_mtime < before;
}

static bool
is_old_file(DIR *d, const char *name, int64_t before)
{
	struct stat st;

	return fstatat(dirfd(d), name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    S_ISREG(st.st_mode) && st.st_mtime < before;
}

static enum rc
each_in(const char *folder, int64_t before,
    enum rc (*each)(void *, const char *), void *with)
{
	enum rc rc = RC_OK;
	struct dirent *e;
	DIR *d;

	if ((d = opendir(folder)) == NULL)
		return failed("open", folder);
	while (rc == RC_OK && (e = readdir(d)) != NULL)
		if (files_is_name(e->d_name) &&
		    is_old_file(d, e->d_name, before))
			rc = each(with, e->d_name);
	closedir(d);
	return rc;
}

enum rc
files_each(const char *dir, int64_t before,
    enum rc (*each)(void *, const char *), void *with)
{
	char folder[4096];
	enum rc rc = RC_OK;
	struct stat st;

	for (int k = 0; rc == RC_OK && k < 256; k++) {
		snprintf(folder, sizeof(folder), "%s/%02x", dir, k);
		if (stat(folder, &st) == 0)
			rc = each_in(folder, before, each, with);
	}
	return rc;
}

enum rc
files_tidy(const char *dir, int64_t before, int64_t *n)
{
	enum rc rc = RC_OK;
	struct dirent *e;
	DIR *d;

	if ((d = opendir(dir)) == NULL)
		return failed("open", dir);
	while (rc == RC_OK && (e = readdir(d)) != NULL) {
		if (strncmp(e->d_name, HALF, strlen(HALF)) != 0 ||
		    !is_old_file(d, e->d_name, before))
			continue;
		if (unlinkat(dirfd(d), e->d_name, 0) == 0)
			++*n;
		else if (errno != ENOENT)
			rc = failed("unlink in", dir);
	}
	closedir(d);
	return rc;
}

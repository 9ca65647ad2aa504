/* manifest.c - hashing, listing and copying the files of a backup. */
#include "gkctl/manifest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"
#include "gkctl/ctl.h"
#include "gkctl/table.h"
#include "store/files.h"

#define BLOCK 65536

static int
said(const char *path)
{
	return ctl_fail("%s: %s", path, strerror(errno));
}

static char *
hash_file(const char *path, struct arena *m)
{
	struct secret_sha256 *h = secret_sha256_new(m);
	char block[BLOCK];
	ssize_t n;
	int fd;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) < 0) {
		said(path);
		return NULL;
	}
	while ((n = read(fd, block, sizeof(block))) > 0)
		secret_sha256_add(h, block, (size_t)n);
	if (n < 0)
		said(path);
	close(fd);
	return n < 0 ? NULL : secret_sha256_end(h, m);
}

/* Doubles the list; the arena takes back the old one at the end. */
static void
manifest_grow(struct manifest *x)
{
	int cap = x->cap ? x->cap * 2 : 256;
	void *v = arena_calloc(x->mem, (size_t)cap, sizeof(*x->v));

	if (x->n > 0)
		memcpy(v, x->v, (size_t)x->n * sizeof(*x->v));
	x->v = v;
	x->cap = cap;
}

static void
manifest_put(struct manifest *x, const char *sha256, const char *path)
{
	if (x->n == x->cap)
		manifest_grow(x);
	x->v[x->n].sha256 = sha256;
	x->v[x->n++].path = path;
}

enum rc
manifest_add(struct manifest *x, const char *dir, const char *path)
{
	char *hash = hash_file(arena_printf(x->mem, "%s/%s", dir, path),
	    x->mem);

	if (hash == NULL)
		return RC_FAIL;
	manifest_put(x, hash, arena_strdup(x->mem, path));
	return RC_OK;
}

enum rc
manifest_write(const struct manifest *x, const char *dir)
{
	const char *path = arena_printf(x->mem, "%s/" MANIFEST_NAME, dir);
	int i, bad;
	FILE *f;

	if ((f = fopen(path, "wxe")) == NULL) {
		said(path);
		return RC_FAIL;
	}
	for (i = 0; i < x->n; i++)
		fprintf(f, "%s  %s\n", x->v[i].sha256, x->v[i].path);
	bad = fflush(f) != 0 || ferror(f) || fsync(fileno(f)) != 0;
	if (fclose(f) != 0 || bad) {
		said(path);
		return RC_FAIL;
	}
	return RC_OK;
}

/* files/ab/<64 hex> with the folder of its first digits, or a known name. */
static int
path_good(const char *p)
{
	if (strcmp(p, "xxgk.db") == 0 || strcmp(p, "xxgk.conf") == 0 ||
	    strcmp(p, "secret.key") == 0 || strcmp(p, "register.key") == 0)
		return 1;
	return strncmp(p, "files/", 6) == 0 && strlen(p) == 6 + 3 + 64 &&
	    p[8] == '/' && files_is_name(p + 9) && strncmp(p + 6, p + 9, 2) == 0;
}

enum rc
manifest_read(struct manifest *x, const char *dir, struct arena *m)
{
	char *s, *line, *rest;

	memset(x, 0, sizeof(*x));
	x->mem = m;
	s = table_slurp(arena_printf(m, "%s/" MANIFEST_NAME, dir), m);
	if (s == NULL)
		return RC_FAIL;
	for (rest = s; (line = strsep(&rest, "\n")) != NULL;) {
		if (*line == '\0')
			continue;
		if (strlen(line) < 67 || strncmp(line + 64, "  ", 2) != 0 ||
		    !path_good(line + 66)) {
			ctl_fail("%s/" MANIFEST_NAME ": not a line of a "
			    "backup: %.80s", dir, line);
			return RC_INVALID;
		}
		line[64] = '\0';
		manifest_put(x, line, line + 66);
	}
	return RC_OK;
}

enum rc
manifest_check(const struct manifest *x, const char *dir)
{
	enum rc rc = RC_OK;
	const char *hash;
	int i;

	for (i = 0; i < x->n; i++) {
		hash = hash_file(arena_printf(x->mem, "%s/%s", dir,
		    x->v[i].path), x->mem);
		if (hash != NULL && strcmp(hash, x->v[i].sha256) == 0)
			continue;
		if (hash != NULL)
			ctl_fail("%s/%s: changed since the backup", dir,
			    x->v[i].path);
		rc = RC_INVALID;
	}
	return rc;
}

static int
pour(int in, int out)
{
	char block[BLOCK];
	ssize_t n, done, k;

	while ((n = read(in, block, sizeof(block))) > 0)
		for (done = 0; done < n; done += k)
			if ((k = write(out, block + done,
			    (size_t)(n - done))) < 0)
				return -1;
	return n < 0 ? -1 : fsync(out);
}

static enum rc
copy_bytes(const char *from, const char *to)
{
	enum rc rc = RC_FAIL;
	int in, out = -1;

	in = open(from, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	if (in < 0) {
		said(from);
		return RC_FAIL;
	}
	out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (out >= 0 && pour(in, out) == 0)
		rc = RC_OK;
	else
		said(to);
	close(in);
	if (out >= 0 && close(out) != 0)
		rc = RC_FAIL;
	return rc;
}

enum rc
manifest_copy(const char *from, const char *to, int hard, struct arena *m)
{
	char *dir = arena_strdup(m, to), *slash = strrchr(dir, '/');

	if (slash != NULL) {
		*slash = '\0';
		if (mkdir(dir, 0700) != 0 && errno != EEXIST) {
			said(dir);
			return RC_FAIL;
		}
	}
	if (hard && link(from, to) == 0)
		return RC_OK;
	return copy_bytes(from, to);
}

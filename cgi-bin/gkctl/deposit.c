/*
 * deposit.c - gkctl deposit: the whole portal as a folder for archives and
 * libraries (条例 art. 25).  The portal's own program makes the pages; here
 * they get their list, its signature, and their name once all is there.
 */
#include "gkctl/deposit.h"

#include <errno.h>
#include <fts.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/secret.h"
#include "gkctl/ctl.h"
#include "gkctl/manifest.h"

int
deposit_order(const char *a, const char *b)
{
	for (; *a == *b && *a != '\0'; a++, b++)
		;
	if (*a == *b)
		return 0;
	if (*a == '/' || *b == '/')
		return *a == '/' && *b != '\0' ? -1 : *b == '/' &&
		    *a != '\0' ? 1 : *a == '\0' ? -1 : 1;
	return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static bool
is_list(const char *name)
{
	return strcmp(name, DEPOSIT_SUMS) == 0 ||
	    strcmp(name, DEPOSIT_SIGNATURE) == 0;
}

enum rc
deposit_walk(const char *dir, enum rc (*each)(void *, const char *),
    void *arg)
{
	char *roots[] = { (char *)dir, NULL };
	FTS *t = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
	enum rc rc = t == NULL ? RC_FAIL : RC_OK;
	const char *name;
	FTSENT *e;

	while (rc == RC_OK && (e = fts_read(t)) != NULL) {
		name = e->fts_path + strlen(dir) + 1;
		if (e->fts_info == FTS_D || e->fts_info == FTS_DP)
			continue;
		if (e->fts_info != FTS_F && e->fts_info != FTS_SL) {
			ctl_fail("%s: %s", e->fts_path,
			    strerror(e->fts_errno));
			rc = RC_FAIL;
		} else if (!is_list(name)) {
			rc = each(arg, name);
		}
	}
	if (t != NULL)
		fts_close(t);
	return rc;
}

char *
deposit_text(const char *sums, struct arena *m)
{
	return arena_printf(m, "xxgk deposit 1\n%s\n", sums);
}

struct list {
	const char *dir;
	FILE *f;
	struct arena *mem;	/* of one file */
	int64_t n;
};

static enum rc
put_file(void *arg, const char *name)
{
	struct list *l = arg;
	struct manifest one = { .mem = l->mem };
	enum rc rc = manifest_add(&one, l->dir, name);

	if (rc == RC_OK && fprintf(l->f, "%s  %s\n", one.v[0].sha256,
	    name) < 0)
		rc = RC_FAIL;
	l->n++;
	arena_reset(l->mem);
	return rc;
}

static enum rc
write_list(const char *dir, int64_t *n)
{
	struct list l = { .dir = dir, .mem = arena_new() };
	const char *path = arena_printf(l.mem, "%s/" DEPOSIT_SUMS, dir);
	enum rc rc;

	if ((l.f = fopen(path, "wxe")) == NULL) {
		ctl_fail("%s: %s", path, strerror(errno));
		rc = RC_FAIL;
	} else {
		rc = deposit_walk(dir, put_file, &l);
		if (fclose(l.f) != 0)
			rc = RC_FAIL;
	}
	*n = l.n;
	arena_free(l.mem);
	return rc;
}

static enum rc
sign_list(struct ctl *c, const char *dir)
{
	struct manifest one = { .mem = c->mem };
	const char *key = c->conf->register_key, *signature, *public_key;
	enum rc rc = manifest_add(&one, dir, DEPOSIT_SUMS);
	FILE *f;

	if (rc != RC_OK)
		return rc;
	signature = secret_sign(c->mem, key,
	    deposit_text(one.v[0].sha256, c->mem));
	public_key = secret_sign_public(c->mem, key);
	if (signature == NULL || public_key == NULL)
		return RC_FAIL;
	f = fopen(arena_printf(c->mem, "%s/" DEPOSIT_SIGNATURE, dir), "wxe");
	if (f == NULL)
		return RC_FAIL;
	fprintf(f, "%s\n%s\n", signature, public_key);
	return fclose(f) == 0 ? RC_OK : RC_FAIL;
}

/* portal.fcgi stands beside gkctl (a build) or in lib/xxgk (installed). */
static const char *
portal_program(struct arena *m)
{
	static const char *const places[] = { "portal.fcgi",
	    "../lib/xxgk/portal.fcgi" };
	char self[4096];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - 1);

	if (n <= 0)
		return NULL;
	self[n] = '\0';
	*(strrchr(self, '/') + 1) = '\0';
	for (size_t k = 0; k < sizeof(places) / sizeof(places[0]); k++) {
		const char *path = arena_printf(m, "%s%s", self, places[k]);

		if (access(path, X_OK) == 0)
			return path;
	}
	return NULL;
}

static int
make_pages(struct ctl *c, const char *dir)
{
	const char *program = portal_program(c->mem);
	char *argv[] = { (char *)program, "-c", (char *)c->conf_path, "-d",
	    (char *)dir, NULL };
	int status;
	pid_t pid;

	if (program == NULL)
		return ctl_fail("portal.fcgi is neither beside gkctl nor in "
		    "lib/xxgk");
	if (posix_spawn(&pid, program, NULL, NULL, argv, environ) != 0 ||
	    waitpid(pid, &status, 0) != pid || status != 0)
		return ctl_fail("%s: the pages could not be made", dir);
	return 0;
}

/* Under another name until it is whole; what is left of one that failed says
 * by its name what it is. */
static int
deposit_make(struct ctl *c, const char *dir)
{
	const char *part = arena_printf(c->mem, "%s.part", dir);
	struct stat st;
	int64_t n;
	enum rc rc;

	if (lstat(dir, &st) == 0)
		return ctl_fail("%s: is there already", dir);
	if (make_pages(c, part) != 0)
		return 1;
	if ((rc = write_list(part, &n)) != RC_OK ||
	    (rc = sign_list(c, part)) != RC_OK)
		return ctl_fail_rc(rc, part);
	sync();
	if (rename(part, dir) != 0)
		return ctl_fail("%s: %s", dir, strerror(errno));
	printf("%lld files in %s\n", (long long)n, dir);
	return 0;
}

/* "a/" is the folder a */
static const char *
folder(struct ctl *c, const char *name)
{
	size_t n = strlen(name);

	while (n > 1 && name[n - 1] == '/')
		n--;
	return arena_strndup(c->mem, name, n);
}

int
deposit_run(struct ctl *c, int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "--verify") == 0)
		return deposit_verify(folder(c, argv[2]));
	if (argc != 2 || *argv[1] == '-')
		return ctl_fail("deposit DIR | deposit --verify DIR");
	if (c->conf == NULL)
		return ctl_fail("deposit needs -c CONF");
	return deposit_make(c, folder(c, argv[1]));
}

/* restore.c - gkctl restore: a working data folder from a checked backup. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"
#include "core/audit.h"
#include "gkctl/ctl.h"
#include "gkctl/manifest.h"

static int
holds(const struct manifest *x, const char *path)
{
	int i;

	for (i = 0; i < x->n; i++)
		if (strcmp(x->v[i].path, path) == 0)
			return 1;
	return 0;
}

static int
folders_make(const char *dir, struct arena *m)
{
	static const char *const sub[] = { "", "/files", "/tmp", "/run" };
	const char *path;
	size_t i;

	for (i = 0; i < sizeof(sub) / sizeof(sub[0]); i++) {
		path = arena_printf(m, "%s%s", dir, sub[i]);
		if (mkdir(path, 0700) != 0)
			return ctl_fail("%s: %s", path, strerror(errno));
	}
	return 0;
}

/* The restored database must be whole in itself, not only unchanged. */
static int
database_check(struct ctl *c, const char *dir)
{
	int64_t broken = 0;

	c->db = db_open(arena_printf(c->mem, "%s/xxgk.db", dir),
	    arena_printf(c->mem, "%s/write.lock", dir), false);
	if (c->db == NULL || db_check(c->db) != RC_OK)
		return ctl_fail("%s/xxgk.db is damaged", dir);
	if (audit_verify(c->db, &broken, c->mem) != RC_OK || broken != 0)
		return ctl_fail("the audit chain breaks at row %lld",
		    (long long)broken);
	return 0;
}

/* A configuration that names its data folder still means the old one. */
static void
conf_check(struct ctl *c, const char *dir)
{
	const char *path = arena_printf(c->mem, "%s/xxgk.conf", dir);
	const struct config *conf = config_read(path);
	struct stat here, named;

	if (stat(dir, &here) == 0 && stat(conf->data, &named) == 0 &&
	    here.st_dev == named.st_dev && here.st_ino == named.st_ino)
		return;
	printf("%s: data is %s, not this folder: change it before use\n",
	    path, conf->data);
}

static int
restore(struct ctl *c, const struct manifest *x, const char *from,
    const char *to)
{
	const char *key = arena_printf(c->mem, "%s/secret.key", to);
	int i;

	if (folders_make(to, c->mem) != 0)
		return 1;
	for (i = 0; i < x->n; i++)
		if (manifest_copy(arena_printf(c->mem, "%s/%s", from,
		    x->v[i].path), arena_printf(c->mem, "%s/%s", to,
		    x->v[i].path), 0, c->mem) != RC_OK)
			return 1;
	if (!holds(x, "secret.key")) {
		if (secret_create(key) != RC_OK)
			return ctl_fail("%s: cannot be made", key);
		puts("The backup holds no secret key; a new one was made. "
		    "Copy the old key over it\nto read what was encrypted.");
	}
	if (!holds(x, "register.key")) {
		key = arena_printf(c->mem, "%s/register.key", to);
		if (secret_sign_create(key) != RC_OK)
			return ctl_fail("%s: cannot be made", key);
		puts("The register will be signed with a new key from now on, "
		    "unless you copy the\nold register.key over it.");
	}
	conf_check(c, to);
	return database_check(c, to);
}

int
restore_run(struct ctl *c, int argc, char **argv)
{
	struct manifest x;

	if (argc != 3)
		return ctl_fail("restore DIR NEWVAR");
	if (manifest_read(&x, argv[1], c->mem) != RC_OK)
		return 1;
	if (!holds(&x, "xxgk.db") || !holds(&x, "xxgk.conf"))
		return ctl_fail("%s: not a whole backup", argv[1]);
	if (manifest_check(&x, argv[1]) != RC_OK)
		return ctl_fail("%s: nothing was restored", argv[1]);
	if (restore(c, &x, argv[1], argv[2]) != 0)
		return 1;
	printf("%d files restored to %s\n", x.n, argv[2]);
	return 0;
}

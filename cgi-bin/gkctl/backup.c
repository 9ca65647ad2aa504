/*
 * backup.c - gkctl backup: a consistent copy of a running system.
 *
 * The database is copied first, by its own means; files are never changed and
 * only grow in number, so whatever that copy refers to is there when the
 * files are copied after it.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gkctl/ctl.h"
#include "gkctl/manifest.h"
#include "store/files.h"

struct backup {
	struct ctl *c;
	const char *dir;
	struct manifest list;
};

static enum rc
backup_file(struct backup *b, const char *from, const char *name, int hard)
{
	enum rc rc;

	rc = manifest_copy(from, arena_printf(b->c->mem, "%s/%s", b->dir,
	    name), hard, b->c->mem);
	if (rc == RC_OK)
		rc = manifest_add(&b->list, b->dir, name);
	return rc;
}

/* Every file of files/ab, where ab is the name of the folder. */
static enum rc
backup_folder(struct backup *b, const char *ab)
{
	const char *path = arena_printf(b->c->mem, "%s/%s", b->c->conf->files,
	    ab);
	enum rc rc = RC_OK;
	struct dirent *e;
	DIR *d;

	if ((d = opendir(path)) == NULL) {
		ctl_fail("%s: %s", path, strerror(errno));
		return RC_FAIL;
	}
	while (rc == RC_OK && (e = readdir(d)) != NULL)
		if (files_is_name(e->d_name))
			rc = backup_file(b, arena_printf(b->c->mem, "%s/%s",
			    path, e->d_name), arena_printf(b->c->mem,
			    "files/%s/%s", ab, e->d_name), 1);
	closedir(d);
	return rc;
}

static int
is_folder_name(const char *s)
{
	return strlen(s) == 2 && strspn(s, "0123456789abcdef") == 2;
}

static enum rc
backup_files(struct backup *b)
{
	enum rc rc = RC_OK;
	struct dirent *e;
	DIR *d;

	if (mkdir(arena_printf(b->c->mem, "%s/files", b->dir), 0700) != 0 ||
	    (d = opendir(b->c->conf->files)) == NULL) {
		ctl_fail("%s: %s", b->c->conf->files, strerror(errno));
		return RC_FAIL;
	}
	while (rc == RC_OK && (e = readdir(d)) != NULL)
		if (is_folder_name(e->d_name))
			rc = backup_folder(b, e->d_name);
	closedir(d);
	return rc;
}

static enum rc
backup_all(struct backup *b, int with_key)
{
	enum rc rc;

	rc = db_backup(b->c->db, arena_printf(b->c->mem, "%s/xxgk.db",
	    b->dir));
	if (rc == RC_OK)
		rc = manifest_add(&b->list, b->dir, "xxgk.db");
	if (rc == RC_OK)
		rc = backup_files(b);
	if (rc == RC_OK)
		rc = backup_file(b, b->c->conf_path, "xxgk.conf", 0);
	if (rc == RC_OK && with_key)
		rc = backup_file(b, b->c->conf->secret, "secret.key", 0);
	if (rc == RC_OK && with_key)
		rc = backup_file(b, b->c->conf->register_key, "register.key",
		    0);
	if (rc == RC_OK)
		rc = manifest_write(&b->list, b->dir);
	return rc;
}

int
backup_run(struct ctl *c, int argc, char **argv)
{
	struct backup b = { .c = c, .list = { .mem = c->mem } };
	int i, with_key = 0;
	enum rc rc;

	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--with-key") == 0)
			with_key = 1;
		else if (b.dir == NULL && *argv[i] != '-')
			b.dir = argv[i];
		else
			return ctl_fail("backup DIR [--with-key]");
	}
	if (b.dir == NULL)
		return ctl_fail("backup DIR [--with-key]");
	if (mkdir(b.dir, 0700) != 0)
		return ctl_fail("%s: %s", b.dir, strerror(errno));
	if ((rc = backup_all(&b, with_key)) != RC_OK)
		return ctl_fail_rc(rc, "backup");
	printf("%d files in %s\n", b.list.n, b.dir);
	if (!with_key)
		puts("The secret key is not among them, nor is the one that "
		    "signs the register:\nkeep a copy of them elsewhere.");
	return 0;
}

/* init.c - gkctl init: a data folder, ready for units. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/secret.h"
#include "core/document.h"
#include "core/register.h"
#include "core/title_key.h"
#include "gkctl/ctl.h"
#include "gkctl/seed.h"
#include "store/schema.h"

#define SETTINGS_MAX 64

struct settings {
	int n;
	const char *v[SETTINGS_MAX];
};

static int
folder_make(const char *path)
{
	if (mkdir(path, 0700) != 0 && errno != EEXIST)
		return ctl_fail("%s: %s", path, strerror(errno));
	return 0;
}

static int
folders_make(struct ctl *c, const char *dir)
{
	static const char *const sub[] = { "files", "tmp", "run" };
	size_t i;

	if (folder_make(dir) != 0)
		return 1;
	for (i = 0; i < sizeof(sub) / sizeof(sub[0]); i++)
		if (folder_make(arena_printf(c->mem, "%s/%s", dir,
		    sub[i])) != 0)
			return 1;
	if (access(dir, W_OK) != 0)
		return ctl_fail("%s: %s", dir, strerror(errno));
	return 0;
}

/* The file appears whole or not at all. */
static int
conf_write(struct ctl *c, const struct settings *s)
{
	const char *tmp = arena_printf(c->mem, "%s.new", c->conf_path);
	FILE *f;
	int bad;

	if ((f = fopen(tmp, "we")) == NULL)
		return ctl_fail("%s: %s", tmp, strerror(errno));
	config_print_set(f, s->n, s->v);
	bad = fflush(f) != 0 || ferror(f) || fsync(fileno(f)) != 0;
	if (fclose(f) != 0 || bad || rename(tmp, c->conf_path) != 0)
		return ctl_fail("%s: %s", c->conf_path, strerror(errno));
	return 0;
}

static enum rc
register_fill(struct ctl *c, int64_t *added, int64_t *repealed)
{
	enum rc rc = register_begin(c->db, added);

	return rc == RC_OK ? register_tell_repealed(c->db, repealed) : rc;
}

/* What is public already is registered as such, once. */
static int
register_make(struct ctl *c)
{
	int64_t added = 0, repealed = 0;
	enum rc rc = secret_sign_create(c->conf->register_key);

	if (rc != RC_OK && rc != RC_CONFLICT)
		return ctl_fail("%s: cannot be made", c->conf->register_key);
	if ((rc = db_begin(c->db)) == RC_OK)
		rc = db_end(c->db, register_fill(c, &added, &repealed));
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "register of publication");
	if (added > 0)
		printf("%lld documents that were public before are in the "
		    "register now\n", (long long)added);
	if (repealed > 0)
		printf("%lld documents that were repealed before are so in "
		    "the register now\n", (long long)repealed);
	return 0;
}

/* A newer schema may have emptied what is derived. */
static enum rc
lists_fill(struct ctl *c)
{
	bool needed;
	enum rc rc = document_index_needed(c->db, &needed);

	if (rc != RC_OK || !needed)
		return rc;
	if ((rc = db_begin(c->db)) != RC_OK)
		return rc;
	return db_end(c->db, document_reindex(c->db, c->mem));
}

static int
data_make(struct ctl *c)
{
	const char *data;
	enum rc rc;

	rc = secret_create(c->conf->secret);
	if (rc != RC_OK && rc != RC_CONFLICT)
		return ctl_fail("%s: cannot be made", c->conf->secret);
	secret_load(c->conf->secret);
	if (ctl_open(c, true) != RC_OK)
		return ctl_fail("cannot open %s", c->conf->db);
	if ((rc = schema_apply(c->db, c->conf->sql)) != RC_OK)
		return ctl_fail_rc(rc, "schema");
	if ((rc = title_key_fill(c->db, c->mem)) != RC_OK)
		return ctl_fail_rc(rc, "order of names");
	if ((rc = lists_fill(c)) != RC_OK)
		return ctl_fail_rc(rc, "lists");
	data = arena_printf(c->mem, "%s/data", c->conf->sql);
	if ((rc = seed_apply(c->db, data, c->mem)) != RC_OK)
		return ctl_fail_rc(rc, "base data");
	return register_make(c);
}

static int
arguments_read(int argc, char **argv, const char **dir, struct settings *s)
{
	int i;

	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--set") != 0) {
			if (*dir != NULL || *argv[i] == '-')
				return ctl_fail("init DIR [--set "
				    "KEY=VALUE]...");
			*dir = argv[i];
			continue;
		}
		if (++i == argc || strchr(argv[i], '=') == NULL ||
		    s->n == SETTINGS_MAX)
			return ctl_fail("init: --set needs KEY=VALUE");
		s->v[s->n++] = argv[i];
	}
	if (*dir == NULL)
		return ctl_fail("init DIR [--set KEY=VALUE]...");
	return 0;
}

int
init_run(struct ctl *c, int argc, char **argv)
{
	struct settings s = { 0 };
	const char *dir = NULL;
	bool kept;

	if (arguments_read(argc, argv, &dir, &s) != 0)
		return 1;
	if (folders_make(c, dir) != 0)
		return 1;
	if ((dir = realpath(dir, NULL)) == NULL)
		return ctl_fail("%s", strerror(errno));
	c->conf_path = arena_printf(c->mem, "%s/xxgk.conf", dir);
	free((char *)dir);
	kept = access(c->conf_path, F_OK) == 0;
	if (!kept && conf_write(c, &s) != 0)
		return 1;
	c->conf = config_read(c->conf_path);
	if (data_make(c) != 0)
		return 1;
	printf("%s is ready%s\n", c->conf_path, kept && s.n > 0 ?
	    "; it was there already, --set had no effect" : "");
	return 0;
}

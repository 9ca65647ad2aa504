/* application.c - gkctl import, purge, rotate-key: the operator's part in the
 * handling of applications. */
#include <stdio.h>
#include <string.h>

#include "base/secret.h"
#include "core/application_import.h"
#include "core/retention.h"
#include "gkctl/ctl.h"
#include "gkctl/strays.h"
#include "gkctl/table.h"

#define CSV_MAX (64 << 20)

static char *
read_csv(struct ctl *c, const char *path, size_t *n)
{
	char *s = arena_alloc(c->mem, CSV_MAX + 1);
	FILE *f = fopen(path, "re");
	bool failed;

	if (f == NULL)
		return NULL;
	*n = fread(s, 1, CSV_MAX + 1, f);
	failed = ferror(f) != 0;
	fclose(f);
	return failed || *n > CSV_MAX ? NULL : s;
}

static int
report(const struct import_report *r, bool dry_run)
{
	for (int k = 0; k < r->n; k++)
		fprintf(stderr, "line %d: %s %s\n", r->v[k].line,
		    r->v[k].column, r->v[k].what);
	if (r->bad > 0)
		return ctl_fail("%d bad rows, nothing was added", r->bad);
	printf("%d rows, %d %s, %d were there already\n", r->rows,
	    dry_run ? r->rows - r->skipped : r->added,
	    dry_run ? "would be added" : "added", r->skipped);
	return 0;
}

int
import_run(struct ctl *c, int argc, char **argv)
{
	const char usage[] = "import applications FILE.csv [--dry-run]";
	bool dry_run = argc == 4 && strcmp(argv[3], "--dry-run") == 0;
	struct import_report r;
	size_t n;
	char *csv;
	enum rc rc;

	if ((argc != 3 && !dry_run) || strcmp(argv[1], "applications") != 0)
		return ctl_fail(usage);
	if ((csv = read_csv(c, argv[2], &n)) == NULL)
		return ctl_fail("%s: cannot be read, or is above %d MB",
		    argv[2], CSV_MAX >> 20);
	rc = application_import(c->db, &ctl_operator, csv, n, dry_run, &r,
	    c->mem);
	if (rc != RC_OK && r.n == 0)
		return ctl_fail_rc(rc, argv[2]);
	if (rc == RC_INVALID)
		r.bad = 1;
	return report(&r, dry_run);
}

int
purge_run(struct ctl *c, int argc, char **argv)
{
	struct retention r;
	enum rc rc;

	(void)argv;
	if (argc != 1)
		return ctl_fail("purge takes no arguments");
	rc = retention_run(c->db, c->conf->files, &ctl_operator, &r, c->mem);
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "purge");
	printf("%lld applications and %lld files of them, %lld working "
	    "copies, %lld visits, %lld unclaimed files, %lld files that "
	    "nothing refers to\n", (long long)r.applications,
	    (long long)r.files, (long long)r.copies, (long long)r.visits,
	    (long long)r.waiting, (long long)r.strays.removed);
	return r.strays.many ? strays_refused(&r.strays) : 0;
}

int
rotate_key_run(struct ctl *c, int argc, char **argv)
{
	struct reseal r;
	struct strays strays;
	enum rc rc;

	(void)argv;
	if (argc != 1)
		return ctl_fail("rotate-key takes no arguments");
	if ((rc = secret_rotate(c->conf->secret)) != RC_OK)
		return ctl_fail_rc(rc, c->conf->secret);
	rc = retention_reseal(c->db, c->conf->files, &ctl_operator, &r,
	    c->mem);
	if (rc == RC_OK)
		rc = retention_strays(c->db, c->conf->files, STRAYS_REMOVE,
		    &strays);
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "the old key stays beside the new one; "
		    "run rotate-key again");
	if ((rc = secret_forget(c->conf->secret)) != RC_OK)
		return ctl_fail_rc(rc, c->conf->secret);
	printf("%lld rows and %lld files are sealed with a new key; older "
	    "backups need the old one\n", (long long)r.rows,
	    (long long)r.files);
	return 0;
}

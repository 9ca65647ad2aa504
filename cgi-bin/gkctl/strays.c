/* strays.c - gkctl strays: what stands in files/ and nothing refers to. */
#include <stdio.h>
#include <string.h>

#include "gkctl/ctl.h"
#include "gkctl/strays.h"

int
strays_refused(const struct strays *s)
{
	return ctl_fail("%lld files that nothing refers to, which is very "
	    "many: is this the database of these files?  If so, gkctl strays "
	    "--remove removes them", (long long)s->found);
}

int
strays_run(struct ctl *c, int argc, char **argv)
{
	bool remove = argc == 2 && strcmp(argv[1], "--remove") == 0;
	struct strays s;
	enum rc rc;

	if (argc != 1 && !remove)
		return ctl_fail("strays [--remove]");
	rc = retention_strays(c->db, c->conf->files, remove ? STRAYS_FORCE :
	    STRAYS_COUNT, &s);
	if (rc != RC_OK)
		return ctl_fail_rc(rc, "strays");
	printf("%lld files that nothing refers to", (long long)s.found);
	if (remove)
		printf(", %lld files removed", (long long)s.removed);
	putchar('\n');
	return 0;
}

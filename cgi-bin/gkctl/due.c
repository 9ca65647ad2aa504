/* due.c - gkctl due: publishes what was planned for this minute. */
#include <stdio.h>

#include "core/plan.h"
#include "gkctl/ctl.h"

int
due_run(struct ctl *c, int argc, char **argv)
{
	int published, failed;
	enum rc rc;

	(void)argv;
	if (argc != 1)
		return ctl_fail("due takes no arguments");
	if ((rc = plan_run(c->db, &published, &failed)) != RC_OK)
		return ctl_fail_rc(rc, "due");
	if (published + failed > 0)
		printf("%d published, %d not\n", published, failed);
	return 0;
}

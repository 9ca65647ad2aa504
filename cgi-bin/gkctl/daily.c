/*
 * daily.c - gkctl daily: what has to be done once a day, in one place.  A row
 * more in the table is a job more; what a job does and says is its own.
 */
#include <stdio.h>

#include "base/log.h"
#include "gkctl/ctl.h"

static const struct job {
	char *const words[3];	/* as they would be typed */
	int (*run)(struct ctl *, int, char **);
} jobs[] = {
	{ { "purge" }, purge_run },
	{ { "register", "sign" }, register_run },
	{ { "dump" }, dump_run },
};

static int
words_of(const struct job *j, char *argv[4])
{
	int n = 0;

	for (; n < 3 && j->words[n] != NULL; n++)
		argv[n] = j->words[n];
	argv[n] = NULL;
	return n;
}

/* One that fails keeps none of the others from their turn. */
int
daily_run(struct ctl *c, int argc, char **argv)
{
	size_t n = sizeof(jobs) / sizeof(jobs[0]);
	char *words[4];
	int bad = 0;

	(void)argv;
	if (argc != 1)
		return ctl_fail("daily takes no arguments");
	for (size_t k = 0; k < n; k++) {
		int count = words_of(&jobs[k], words);

		printf("%s%s%s: ", words[0], count > 1 ? " " : "",
		    count > 1 ? words[1] : "");
		fflush(stdout);
		bad += jobs[k].run(c, count, words) != 0;
	}
	return bad == 0 ? 0 : ctl_fail("%d of %zu jobs failed", bad, n);
}

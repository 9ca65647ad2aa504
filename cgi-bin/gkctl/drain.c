/*
 * drain.c - gkctl drain: what is left for later, one thing after the other:
 * documents sent in bulk become drafts, the text of attachments is read, words
 * to suggest are learned.  With --watch
 * also what is planned for a time: a second runner beside the timer of gkctl
 * due, for whoever has no timers.
 */
#include <stdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "core/file_text.h"
#include "core/plan.h"
#include "core/suggestion.h"
#include "gkctl/bulk.h"
#include "gkctl/ctl.h"
#include "richtext/extract.h"
#include "store/files.h"

#define PAUSE	 2		/* seconds between looks with --watch */
#define WORDS	 200		/* documents a transaction */

static volatile sig_atomic_t stopped;

static void
stop(int signal)
{
	(void)signal;
	stopped = 1;
}

static const char *
cause_of(enum extract how)
{
	static const char *const names[EXTRACT__MAX] = {
		[EXTRACT_OK] = "", [EXTRACT_EMPTY] = "empty",
		[EXTRACT_NONE] = "none", [EXTRACT_ENCRYPTED] = "encrypted",
		[EXTRACT_BROKEN] = "broken",
		[EXTRACT_TOO_LARGE] = "too-large",
		[EXTRACT_NO_TOOL] = "no-tool", [EXTRACT_BUSY] = "busy",
		[EXTRACT_FAIL] = "fail",
	};

	return names[how];
}

/* What another day may bring. */
static bool
is_later(enum extract how)
{
	return how == EXTRACT_BUSY || how == EXTRACT_FAIL ||
	    how == EXTRACT_NO_TOOL;
}

static enum rc
drain_one(struct ctl *c, struct arena *m)
{
	struct office office = { c->conf->tmp, arena_printf(m,
	    "%s/office.lock", c->conf->data) };
	struct file_text_job job;
	struct extracted x;
	enum extract how;
	const char *path;
	enum rc rc;

	if ((rc = file_text_next(c->db, &job, m)) != RC_OK)
		return rc;
	path = files_path(c->conf->files, job.sha256, m);
	how = path != NULL ? extract_file(&office, path, job.type, &x, m) :
	    EXTRACT_FAIL;
	if ((rc = db_begin(c->db)) != RC_OK)
		return rc;
	return db_end(c->db, is_later(how) ?
	    file_text_later(c->db, &job, cause_of(how), m) :
	    file_text_read(c->db, job.sha256, x.text, x.pages,
	    cause_of(how), m));
}

static enum rc
drain_files(struct ctl *c, struct arena *m, int *done, bool watch)
{
	int published, failed;
	enum rc rc = RC_OK;

	*done = 0;
	while (rc == RC_OK && !stopped) {
		arena_reset(m);
		if (watch && (rc = plan_run(c->db, &published, &failed))
		    != RC_OK)
			return rc;
		/* somebody sits and waits for these */
		if ((rc = bulk_step(c, m)) == RC_NOT_FOUND &&
		    (rc = drain_one(c, m)) == RC_OK)
			++*done;
	}
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

static enum rc
drain_words(struct ctl *c, struct arena *m)
{
	bool more = true;
	enum rc rc = RC_OK;

	while (rc == RC_OK && more && !stopped) {
		arena_reset(m);
		if ((rc = db_begin(c->db)) == RC_OK)
			rc = db_end(c->db, suggestion_learn(c->db, WORDS,
			    &more, m));
	}
	return rc;
}

int
drain_run(struct ctl *c, int argc, char **argv)
{
	bool watch = argc == 2 && strcmp(argv[1], "--watch") == 0;
	struct arena *m = arena_new();
	int done = 0;
	enum rc rc;

	if (argc > 1 && !watch)
		return ctl_fail("drain [--watch]");
	signal(SIGTERM, stop);
	signal(SIGINT, stop);
	do {
		if ((rc = drain_words(c, m)) == RC_OK)
			rc = drain_files(c, m, &done, watch);
		if (rc != RC_OK && !(watch && rc == RC_BUSY))
			break;
		if (watch && !stopped)
			sleep(PAUSE);
	} while (watch && !stopped);
	arena_free(m);
	if (rc != RC_OK && !stopped)
		return ctl_fail_rc(rc, "drain");
	if (!watch)
		printf("%d files read\n", done);
	return 0;
}

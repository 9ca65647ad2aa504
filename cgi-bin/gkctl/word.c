/* word.c - gkctl word: what the importer makes of a Word file. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "gkctl/ctl.h"
#include "gkctl/page.h"
#include "richtext/office.h"

static void
report(const struct word_result *r)
{
	if (r->insertions + r->deletions > 0)
		fprintf(stderr, "tracked changes accepted: %d inserted, "
		    "%d deleted\n", r->insertions, r->deletions);
	if (r->comments > 0)
		fprintf(stderr, "comments left out: %d\n", r->comments);
	if (r->hidden > 0)
		fprintf(stderr, "hidden text left out: %d\n", r->hidden);
	if (r->pictures_dropped > 0)
		fprintf(stderr, "pictures dropped: %d\n", r->pictures_dropped);
}

static void
json_print(const struct report *r, struct arena *m)
{
	struct buf b = buf_new(m);

	report_json(r, &b);
	puts(b.s);
}

static const char *importing;

/* A document that breaks the importer ends it: with a sentence. */
static void
give_up(int sig)
{
	const char *why = ctl_problem(sig == SIGXCPU || sig == SIGABRT
	    ? PROBLEM_WORD_TOO_LARGE : PROBLEM_WORD_BROKEN);
	const char *parts[] = { "gkctl: ", importing, " ", why, "\n" };
	size_t k;

	for (k = 0; k < sizeof parts / sizeof parts[0]; k++)
		if (write(STDERR_FILENO, parts[k], strlen(parts[k])) < 0)
			break;
	_exit(1);
}

/* What takes too long or breaks takes nobody else along: no child. */
static enum rc
alone(const char *path, struct word_result *r, struct report *told,
    enum problem *why, struct arena *m)
{
	static const int deadly[] = { SIGSEGV, SIGBUS, SIGABRT, SIGXCPU };
	size_t k;

	importing = path;
	for (k = 0; k < sizeof deadly / sizeof deadly[0]; k++)
		signal(deadly[k], give_up);
	return word_import_alone(path, r, told, why, m);
}

/* An operator waits for nobody: no lock. */
static enum rc
import(const char *path, struct word_result *r, struct report *told,
    enum problem *why, struct arena *m)
{
	const char *tmp = getenv("TMPDIR");
	struct office office = { tmp != NULL ? tmp : "/tmp", NULL };
	enum sniff kind = sniff_file(path);

	if ((*why = sniff_problem(kind)) != PROBLEM_NONE)
		return RC_INVALID;
	if (!sniff_is_old(kind))
		return alone(path, r, told, why, m);
	return office_import(&office, path, &kind, r, told, why, m);
}

/* FILE and what is wanted of it, in any order after it. */
struct wish {
	const char *file, *css;
	bool standalone, report;
};

static bool
wish_read(struct wish *w, int argc, char **argv)
{
	int k;

	if (argc < 2)
		return false;
	w->file = argv[1];
	for (k = 2; k < argc; k++)
		if (strcmp(argv[k], "--standalone") == 0)
			w->standalone = true;
		else if (strcmp(argv[k], "--report") == 0)
			w->report = true;
		else if (strcmp(argv[k], "--css") == 0 && k + 1 < argc)
			w->css = argv[++k];
		else
			return false;
	return true;
}

int
word_run(struct ctl *c, int argc, char **argv)
{
	enum problem why = PROBLEM_NONE;
	struct report *told = NULL;
	struct wish w = { 0 };
	struct word_result r;
	enum rc rc;

	if (!wish_read(&w, argc, argv))
		return ctl_fail("word FILE [--report] [--standalone "
		    "[--css FILE]]");
	memset(&r, 0, sizeof(r));
	if (w.report)
		told = arena_alloc(c->mem, sizeof(*told));
	if ((rc = import(w.file, &r, told, &why, c->mem)) != RC_OK) {
		if (why != PROBLEM_NONE)
			return ctl_fail("%s %s", w.file, ctl_problem(why));
		return ctl_fail_rc(rc, w.file);
	}
	if (told != NULL) {
		json_print(told, c->mem);
		return 0;
	}
	report(&r);
	if (w.standalone)
		return page_print(c, w.file, &r, w.css);
	puts(r.body.html.s);
	return 0;
}

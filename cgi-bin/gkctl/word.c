/* word.c - gkctl word: what the importer makes of a Word file. */
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "gkctl/ctl.h"
#include "richtext/word.h"

static void
page_print(struct ctl *c, const char *title, const char *html)
{
	struct buf b = buf_new(c->mem);

	buf_puts(&b, "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head>"
	    "<meta charset=\"utf-8\"><title>");
	buf_put_escaped(&b, title, strlen(title));
	buf_puts(&b, "</title></head><body>\n");
	buf_puts(&b, html);
	buf_puts(&b, "\n</body></html>\n");
	fputs(b.s, stdout);
}

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

int
word_run(struct ctl *c, int argc, char **argv)
{
	enum problem why = PROBLEM_NONE;
	struct word_result r;
	enum rc rc;

	if (argc < 2 || argc > 3 ||
	    (argc == 3 && strcmp(argv[2], "--standalone") != 0))
		return ctl_fail("word FILE.docx [--standalone]");
	memset(&r, 0, sizeof(r));
	if ((rc = word_import_guarded(argv[1], &r, &why, c->mem)) != RC_OK) {
		if (why != PROBLEM_NONE)
			return ctl_fail("%s %s", argv[1], ctl_problem(why));
		return ctl_fail_rc(rc, argv[1]);
	}
	report(&r);
	if (argc == 3)
		page_print(c, *r.title ? r.title : argv[1], r.body.html.s);
	else
		puts(r.body.html.s);
	return 0;
}

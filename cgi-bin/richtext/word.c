/* word.c - from a file to sanitized HTML, in this process. */
#include <string.h>

#include "richtext/child.h"
#include "richtext/convert.h"
#include "richtext/package.h"
#include "richtext/word.h"
#include "richtext/word_finish.h"

#define HTML_MAX (32u << 20)

enum rc
word_finish(const char *html, size_t n, struct word_result *res,
    enum problem *why, struct arena *m)
{
	enum rc rc = sanitize_html(html, n, HTML_MAX, &res->body, m);

	if (rc == RC_TOO_LARGE) {
		*why = PROBLEM_WORD_TOO_LARGE;
		return rc;
	}
	if (rc != RC_OK) {
		*why = PROBLEM_WORD_BROKEN;
		return rc;
	}
	if (res->body.text[strspn(res->body.text, " \t\n")] == '\0' &&
	    res->body.n_images == 0) {
		*why = PROBLEM_WORD_EMPTY;
		return RC_INVALID;
	}
	*why = PROBLEM_NONE;
	return RC_OK;
}

bool
word_report(struct report *r, const char *path, const struct converted *c,
    struct arena *m)
{
	struct sanitized s;
	struct package *p;
	enum problem why;
	enum rc rc;

	if (sanitize_html(c->html, c->n, HTML_MAX, &s, m) != RC_OK ||
	    package_open(path, &p, &why) != RC_OK)
		return false;
	rc = report_make(r, p, &s, m);
	package_free(p);
	return rc == RC_OK;
}

static enum rc
import(const char *path, struct word_result *res, struct report *report,
    enum problem *why, struct arena *m)
{
	struct converted c;
	enum rc rc;

	memset(res, 0, sizeof *res);
	if ((rc = convert_file(path, &c, res, why, m)) != RC_OK)
		return rc;
	*why = PROBLEM_WORD_BROKEN;
	if (report != NULL && !word_report(report, path, &c, m))
		return RC_INVALID;
	return word_finish(c.html, c.n, res, why, m);
}

enum rc
word_import(const char *path, struct word_result *res, enum problem *why,
    struct arena *m)
{
	return import(path, res, NULL, why, m);
}

enum rc
word_import_alone(const char *path, struct word_result *res,
    struct report *report, enum problem *why, struct arena *m)
{
	child_limit(WORD_CPU_SECONDS, WORD_MEMORY_MAX);
	return import(path, res, report, why, m);
}

/* word.c - from a file to sanitized HTML, in this process. */
#include <string.h>

#include "richtext/convert.h"
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

enum rc
word_import(const char *path, struct word_result *res, enum problem *why,
    struct arena *m)
{
	struct converted c;
	enum rc rc;

	memset(res, 0, sizeof *res);
	if ((rc = convert_file(path, &c, res, why, m)) != RC_OK)
		return rc;
	return word_finish(c.html, c.n, res, why, m);
}

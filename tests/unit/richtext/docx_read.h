/* docx_read.h - the desk of a test of the Word import: a folder with one
 * document, read into res, and checked against what may leave the importer.
 * Each test includes it once, after cmocka. */
#ifndef TESTS_DOCX_READ_H
#define TESTS_DOCX_READ_H

#include <unistd.h>

#include "base/secret.h"
#include "docx_build.h"
#include "html_check.h"
#include "richtext/word.h"

static struct arena *mem;
static char folder[] = "/tmp/test_docx_XXXXXX";
static char path[64];
static struct word_result res;

static inline int
setup(void **st)
{
	(void)st;
	secret_init();
	mem = arena_new();
	assert_non_null(mkdtemp(folder));
	snprintf(path, sizeof path, "%s/a.docx", folder);
	return 0;
}

static inline int
teardown(void **st)
{
	(void)st;
	unlink(path);
	rmdir(folder);
	arena_free(mem);
	return 0;
}

/* With the report, or NULL. */
static inline const char *
read_reported(struct docx *d, struct report *report)
{
	enum problem why;
	const char *bad;

	docx_write(d, path);
	assert_int_equal(report != NULL ?
	    word_import_reported(path, &res, report, &why, mem) :
	    word_import(path, &res, &why, mem), RC_OK);
	assert_int_equal(why, PROBLEM_NONE);
	if ((bad = html_check(res.body.html.s)) != NULL)
		fail_msg("%s: wrong at %s", res.body.html.s, bad);
	return res.body.html.s;
}

#endif

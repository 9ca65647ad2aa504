/* ctl.c - how commands report, and the one place that opens the database. */
#include "gkctl/ctl.h"

#include <stdarg.h>
#include <stdio.h>

#include "store/schema.h"

const struct actor ctl_operator = {
	.login = "operator", .role = ROLE_NONE, .address = "",
};

int
ctl_fail(const char *fmt, ...)
{
	va_list ap;

	fputs("gkctl: ", stderr);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	return 1;
}

int
ctl_fail_rc(enum rc rc, const char *what)
{
	static const char *const why[RC__MAX] = {
		[RC_OK] = "nothing is wrong",
		[RC_NOT_FOUND] = "not found",
		[RC_DENIED] = "not allowed",
		[RC_INVALID] = "not valid",
		[RC_CONFLICT] = "it is there already, or was changed meanwhile",
		[RC_GONE] = "it was deleted",
		[RC_TOO_LARGE] = "too large",
		[RC_BUSY] = "the database is busy, try again",
		[RC_FAIL] = "failed, see the lines above",
	};

	return ctl_fail("%s: %s", what,
	    rc >= 0 && rc < RC__MAX ? why[rc] : "unknown result");
}

const char *
ctl_problem(enum problem p)
{
	switch (p) {
	case PROBLEM_NONE:
		return "nothing is wrong";
	case PROBLEM_MISSING:
		return "must not be empty";
	case PROBLEM_TOO_LONG:
		return "is too long";
	case PROBLEM_NOT_TEXT:
		return "is not plain text";
	case PROBLEM_CODE_FORM:
		return "must be 2 to 12 small letters and digits, "
		    "a letter first";
	case PROBLEM_CODE_TAKEN:
		return "is taken";
	case PROBLEM_NAME_TAKEN:
		return "is taken by another unit";
	case PROBLEM_NOT_CHOICE:
		return "is none of the choices";
	case PROBLEM_WORD_NOT_WORD:
		return "is not a Word document";
	case PROBLEM_WORD_OLD:
		return "is an older document: install LibreOffice (Debian's "
		    "libreoffice-writer-nogui) or save it as .docx";
	case PROBLEM_WORD_FIXED:
		return "is made of pages (PDF, OFD), not of text";
	case PROBLEM_FILE_EMPTY:
		return "is empty";
	case PROBLEM_WORD_ENCRYPTED:
		return "is encrypted";
	case PROBLEM_WORD_BROKEN:
		return "is broken";
	case PROBLEM_WORD_TOO_LARGE:
		return "is too large";
	case PROBLEM_WORD_LATE:
		return "was not converted in the time there is for it";
	case PROBLEM_WORD_EMPTY:
		return "holds no text";
	default:
		return "is refused";
	}
}

enum rc
ctl_open(struct ctl *c, bool create)
{
	c->db = db_open(c->conf->db, c->conf->write_lock, create);
	return c->db == NULL ? RC_FAIL : RC_OK;
}

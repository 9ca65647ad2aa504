/*
 * problem.h - what is wrong with what somebody sent, field by field.
 *
 * Every layer names problems by code; the words stand in web/message.c.
 */
#ifndef BASE_PROBLEM_H
#define BASE_PROBLEM_H

#include <stdbool.h>

enum problem {
	PROBLEM_NONE = 0,
	/* found by the form */
	PROBLEM_MISSING,	/* required, but empty */
	PROBLEM_TOO_LONG,
	PROBLEM_NOT_CHOICE,	/* not one of the choices */
	PROBLEM_NOT_NUMBER,
	PROBLEM_NOT_DATE,
	PROBLEM_NOT_TEXT,	/* control characters */
	/* documents */
	PROBLEM_DOC_NO,		/* not 机关代字〔年份〕序号号 */
	PROBLEM_FUTURE,		/* a date that has not come yet */
	PROBLEM_NO_CATEGORY,
	PROBLEM_UNKNOWN_CATEGORY,
	PROBLEM_NO_BODY,	/* neither text nor attachment */
	PROBLEM_UNKNOWN_UPLOAD,
	PROBLEM_REASON_NEEDED,
	PROBLEM_NO_CHANGE,	/* a new revision equal to the live one */
	/* files */
	PROBLEM_FILE_EMPTY,
	PROBLEM_FILE_TOO_LARGE,
	PROBLEM_FILE_TYPE,	/* a type that is not accepted */
	PROBLEM_FILE_NOT_WHAT_IT_SAYS,	/* extension and content disagree */
	PROBLEM_TOO_MANY_FILES,
	/* Word import */
	PROBLEM_WORD_NOT_WORD,
	PROBLEM_WORD_OLD,	/* .doc, .wps, .rtf: save as .docx */
	PROBLEM_WORD_ENCRYPTED,
	PROBLEM_WORD_BROKEN,
	PROBLEM_WORD_TOO_LARGE,
	PROBLEM_WORD_EMPTY,
	/* login and passwords */
	PROBLEM_LOGIN,		/* the one answer to every wrong pair */
	PROBLEM_LOCKED,		/* too many failures: wait */
	PROBLEM_PASSWORD_WRONG,
	PROBLEM_PASSWORD_SHORT,
	PROBLEM_PASSWORD_LONG,
	PROBLEM_PASSWORD_CLASSES,
	PROBLEM_PASSWORD_IS_LOGIN,
	PROBLEM_PASSWORD_INITIAL,
	PROBLEM_PASSWORD_COMMON,
	PROBLEM_PASSWORD_SAME,
	PROBLEM_PASSWORD_DIFFERS,	/* the two new ones */
	/* units */
	PROBLEM_CODE_FORM,
	PROBLEM_CODE_TAKEN,
	PROBLEM_NAME_TAKEN,
	PROBLEM__MAX
};

struct problems {
	int n;
	struct {
		const char *field;	/* name of the form field; a literal */
		enum problem what;
	} v[32];
};

/* Adds one; a second problem of the same field and what is above 32 is
 * dropped. */
void problem_add(struct problems *, const char *field, enum problem);
/* The problem of that field, or PROBLEM_NONE. */
enum problem problem_of(const struct problems *, const char *field);

#endif

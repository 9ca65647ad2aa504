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
	PROBLEM_NOT_COUNT,	/* a whole number from 1 on */
	PROBLEM_NOT_DATE,
	PROBLEM_NOT_TEXT,	/* control characters */
	PROBLEM_TWICE,		/* sent more often than it may be */
	/* documents */
	PROBLEM_DOC_NO,		/* not 机关代字〔年份〕序号号 */
	PROBLEM_FUTURE,		/* a date that has not come yet */
	PROBLEM_BEFORE_1949,	/* a document older than the republic */
	PROBLEM_NO_CATEGORY,
	PROBLEM_UNKNOWN_CATEGORY,
	PROBLEM_NO_BODY,	/* neither text nor attachment */
	PROBLEM_UNKNOWN_UPLOAD,
	PROBLEM_REASON_NEEDED,
	PROBLEM_NO_YEAR,		/* a month of no year */
	PROBLEM_NOT_TIME,	/* not 09:30 */
	PROBLEM_TIME_PAST,	/* a time that is over */
	PROBLEM_TIME_FAR,	/* further ahead than anybody plans */
	PROBLEM_NO_QUOTE,	/* a passage that the text does not hold */
	PROBLEM_NO_CHANGE,	/* a new revision equal to the live one */
	PROBLEM_NO_SUCH_DOCUMENT,	/* names one that is not public */
	PROBLEM_ITSELF,		/* names itself as another one */
	/* what 提交 demands besides */
	PROBLEM_FINDINGS,	/* findings to put right or to explain */
	PROBLEM_NO_SECRECY,	/* not signed, or signed for other words */
	PROBLEM_UNSIGNED,	/* a change that nobody has signed */
	PROBLEM_REFERRED,	/* others have to decide it first */
	PROBLEM_OPINION,	/* does not go with how it is to be open */
	PROBLEM_OPENNESS_FIXED,	/* only a new review changes that */
	PROBLEM_PART,		/* of what the law wants in it */
	PROBLEM_PHOTO,		/* not a JPEG or PNG of 2 MB at most */
	PROBLEM_GUIDE,		/* a 公开指南 that is not made in its form */
	PROBLEM_LATE,		/* over 20 working days, and no word why */
	/* files */
	PROBLEM_FILE_EMPTY,
	PROBLEM_FILE_TOO_LARGE,
	PROBLEM_FILE_TYPE,	/* a type that is not accepted */
	PROBLEM_FILE_UNCLEAN,	/* its properties cannot be taken out */
	PROBLEM_FILE_NOT_WHAT_IT_SAYS,	/* extension and content disagree */
	PROBLEM_TOO_MANY_FILES,
	/* Word import */
	PROBLEM_WORD_NOT_WORD,
	PROBLEM_WORD_OLD,	/* .doc, .wps, .rtf: save as .docx */
	PROBLEM_WORD_FIXED,	/* PDF, OFD: pages, no flowing text */
	PROBLEM_WORD_BUSY,	/* others are being converted */
	PROBLEM_WORD_ENCRYPTED,
	PROBLEM_WORD_BROKEN,
	PROBLEM_WORD_TOO_LARGE,
	PROBLEM_WORD_LATE,	/* not read in the time there is for it */
	PROBLEM_WORD_EMPTY,
	PROBLEM_PAGES,		/* no pictures of an original's pages, now */
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
	/* applications: what the applicant fills in */
	PROBLEM_ID_CARD,	/* not 18 places, or the check digit is wrong */
	PROBLEM_USCC,
	PROBLEM_PHONE,
	PROBLEM_POSTCODE,
	PROBLEM_EMAIL,
	PROBLEM_NO_CONTACT,	/* neither telephone, address nor e-mail */
	PROBLEM_NO_WISH,	/* neither name, number nor description */
	PROBLEM_DELIVERY_ADDRESS,	/* chosen way needs it: see the field */
	PROBLEM_NO_IDENTITY,	/* no scan of the paper */
	PROBLEM_SCAN_TYPE,	/* not JPEG, PNG or PDF */
	PROBLEM_UNKNOWN_UNIT,
	PROBLEM_CODE,		/* the one answer to every wrong pair */
	PROBLEM_CODE_LOCKED,	/* too many wrong pairs: wait */
	/* applications: acts */
	PROBLEM_DAY_EARLY,	/* before the day of receipt or asking */
	PROBLEM_UNTIL_PAST,	/* a limit that is over or too near */
	PROBLEM_ACT_LATE,	/* the time for it is over */
	PROBLEM_ACT_TWICE,	/* once only */
	PROBLEM_ACT_EARLY,	/* the limit is not over yet */
	PROBLEM_ACT_NOTHING,	/* nothing was asked that this answers */
	PROBLEM_ACT_WAITING,	/* something else must be ended first */
	PROBLEM_FOUR_EYES,	/* who drafted it does not release it */
	PROBLEM_NO_LETTER,	/* the reply has no letter yet */
	PROBLEM_THIRD_UNTOLD,	/* an objecting third party was not told */
	PROBLEM_DAYS_RANGE,	/* 1 to 20 */
	PROBLEM_NOT_GRANTED,	/* only what was granted may be public */
	PROBLEM_SETTING,	/* not a value of this setting */
	/* forms of strangers */
	PROBLEM_TOO_FAST,	/* faster than anybody can read */
	PROBLEM_WAIT,		/* many forms at once: a little later */
	PROBLEM_QUESTION,	/* many forms at once: answer the question */
	PROBLEM_ANSWER,		/* that was not the answer */
	PROBLEM_FORM_OLD,	/* the page stood open too long */
	PROBLEM_TRAP,		/* a field that nobody can see was filled in */
	/* holidays */
	PROBLEM_OTHER_YEAR,	/* a day that this year's notice cannot name */
	PROBLEM_NOTICE_LINE,	/* not DAY off|work NAME */
	/* many documents at once: the file that was sent */
	PROBLEM_BULK_ZIP_BROKEN,
	PROBLEM_BULK_ZIP_ENCRYPTED,
	PROBLEM_BULK_ZIP_LARGE,		/* unpacked, or too many files */
	PROBLEM_BULK_ZIP_PATH,		/* .., an absolute path, a link */
	PROBLEM_BULK_ZIP_TWICE,		/* two files of one name */
	PROBLEM_BULK_NO_SHEET,
	PROBLEM_BULK_TWO_SHEETS,
	PROBLEM_BULK_SHEET,		/* cannot be read */
	PROBLEM_BULK_COLUMN,		/* one that nobody knows, or twice */
	PROBLEM_BULK_NO_ROWS,
	PROBLEM_BULK_TOO_MANY_ROWS,
	/* ... and each of its rows */
	PROBLEM_BULK_NO_FILE,		/* not in the zip file */
	PROBLEM_BULK_FILE_UNCLEAR,	/* several of that name */
	PROBLEM_BULK_FILE_BAD,		/* cannot be unpacked, or too large */
	PROBLEM_BULK_BODY_TWICE,	/* a text and a Word document */
	PROBLEM_BULK_NUMBER_TAKEN,	/* 文号 of another document */
	PROBLEM_BULK_NUMBER_TWICE,	/* 文号 of a row above */
	PROBLEM_BULK_FAILED,		/* our fault, after several tries */
	PROBLEM_BULK_ALIKE,		/* nearly the text of another */
	PROBLEM_BULK_WORD_TWICE,	/* the Word document of a row above */
	PROBLEM_BULK_READ,		/* taken from the Word document */

	PROBLEM_QUERY_TAKEN,	/* a name that the account has given already */
	PROBLEM_QUERY_MANY,	/* as many as one account may keep */
	PROBLEM_QUERY_EMPTY,	/* nothing that could be kept */
	PROBLEM_SAME_PERSON,	/* the name that stands there already */
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

/* bulk_note.c - what is wrong with a row, or worth knowing. */
#include <string.h>

#include "core/bulk_row.h"

void
bulk_note_add(struct bulk_notes *n, bool bad, const char *field,
    enum problem what, const char *detail)
{
	for (int k = 0; k < n->n; k++)
		if ((n->v[k].bad || !bad) && strcmp(n->v[k].field, field) == 0)
			return;
	if (what != PROBLEM_NONE && n->n < BULK_NOTES_MAX)
		n->v[n->n++] = (struct bulk_note){ bad, field, what, detail };
}

bool
bulk_notes_bad(const struct bulk_notes *n)
{
	for (int k = 0; k < n->n; k++)
		if (n->v[k].bad)
			return true;
	return false;
}

/* Numbers would mean something else after the next release. */
static const struct { enum problem what; const char *key; } keys[] = {
	{ PROBLEM_MISSING, "missing" }, { PROBLEM_TOO_LONG, "too_long" },
	{ PROBLEM_NOT_CHOICE, "not_choice" },
	{ PROBLEM_NOT_NUMBER, "not_number" },
	{ PROBLEM_NOT_DATE, "not_date" }, { PROBLEM_NOT_TEXT, "not_text" },
	{ PROBLEM_DOC_NO, "doc_no" }, { PROBLEM_FUTURE, "future" },
	{ PROBLEM_BEFORE_1949, "before_1949" },
	{ PROBLEM_NO_CATEGORY, "no_category" },
	{ PROBLEM_UNKNOWN_CATEGORY, "unknown_category" },
	{ PROBLEM_NO_BODY, "no_body" },
	{ PROBLEM_UNKNOWN_UPLOAD, "unknown_upload" },
	{ PROBLEM_REASON_NEEDED, "reason_needed" },
	{ PROBLEM_NO_SUCH_DOCUMENT, "no_such_document" },
	{ PROBLEM_ITSELF, "itself" }, { PROBLEM_LATE, "late" },
	{ PROBLEM_UNTIL_PAST, "until_past" },
	{ PROBLEM_FILE_EMPTY, "file_empty" },
	{ PROBLEM_FILE_TOO_LARGE, "file_too_large" },
	{ PROBLEM_FILE_TYPE, "file_type" },
	{ PROBLEM_FILE_NOT_WHAT_IT_SAYS, "file_not_what_it_says" },
	{ PROBLEM_TOO_MANY_FILES, "too_many_files" },
	{ PROBLEM_WORD_NOT_WORD, "word_not_word" },
	{ PROBLEM_WORD_OLD, "word_old" }, { PROBLEM_WORD_FIXED, "word_fixed" },
	{ PROBLEM_WORD_BUSY, "word_busy" },
	{ PROBLEM_WORD_ENCRYPTED, "word_encrypted" },
	{ PROBLEM_WORD_BROKEN, "word_broken" },
	{ PROBLEM_WORD_TOO_LARGE, "word_too_large" },
	{ PROBLEM_WORD_LATE, "word_late" },
	{ PROBLEM_WORD_EMPTY, "word_empty" },
	{ PROBLEM_BULK_ZIP_BROKEN, "zip_broken" },
	{ PROBLEM_BULK_ZIP_LARGE, "zip_large" },
	{ PROBLEM_BULK_NO_FILE, "no_file" },
	{ PROBLEM_BULK_FILE_UNCLEAR, "file_unclear" },
	{ PROBLEM_BULK_FILE_BAD, "file_bad" },
	{ PROBLEM_BULK_BODY_TWICE, "body_twice" },
	{ PROBLEM_BULK_NUMBER_TAKEN, "number_taken" },
	{ PROBLEM_BULK_NUMBER_TWICE, "number_twice" },
	{ PROBLEM_BULK_WORD_TWICE, "word_twice" },
	{ PROBLEM_BULK_ALIKE, "alike" }, { PROBLEM_BULK_READ, "read" },
	{ PROBLEM_BULK_FAILED, "failed" },
};
#define KEYS ((int)(sizeof(keys) / sizeof(keys[0])))

const char *
bulk_problem_key(enum problem what)
{
	for (int k = 0; k < KEYS; k++)
		if (keys[k].what == what)
			return keys[k].key;
	return "failed";
}

enum problem
bulk_problem_of_key(const char *key)
{
	for (int k = 0; k < KEYS; k++)
		if (strcmp(keys[k].key, key) == 0)
			return keys[k].what;
	return PROBLEM_BULK_FAILED;
}

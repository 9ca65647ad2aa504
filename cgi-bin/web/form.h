/*
 * form.h - the fields a route takes, declared with their kinds and limits.
 *
 * Unknown fields are dropped; a field sent twice is refused unless MANY.
 * Handlers read x->in.v[F_NAME], already checked; what was typed stays in
 * .raw for showing the form again.
 */
#ifndef WEB_FORM_H
#define WEB_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/problem.h"
#include "web/request.h"

enum kind {
	KIND_NONE = 0,
	KIND_LINE,	/* one line, trimmed */
	KIND_LINES,	/* several lines, LF */
	KIND_MARKUP,	/* rich text from the editor; line ends become LF,
			 * other control characters are dropped */
	KIND_SECRET,	/* a password: untouched, never shown again */
	KIND_ID,	/* 1 .. 2^62 */
	KIND_NUMBER,	/* 0 .. limit */
	KIND_COUNT,	/* 1 .. limit */
	KIND_DATE,	/* YYYY-MM-DD */
	KIND_CHOICE,	/* one of choices */
	KIND_FLAG,	/* present or not */
	KIND_TOKEN,	/* letters, digits, - _ . ~ : */
	KIND_FILE
};

#define REQUIRED 1	/* PROBLEM_MISSING when empty */
#define MANY	 2	/* may come several times, at most 200 */
#define EMPTY	 4	/* MANY: empty ones count too, to keep step with the
			 * values of another field */

struct field {
	const char *name;
	enum kind kind;
	int flags;
	int64_t limit;			/* characters, or the largest number;
					 * 0 lets nothing in (not looked at
					 * for the other kinds) */
	const char *const *choices;	/* for KIND_CHOICE, NULL-terminated */
};

struct value {
	bool given;		/* sent and not empty */
	const char *raw;	/* as typed; "" when not sent (never secrets) */
	const char *s;		/* checked; "" when not given or wrong */
	int64_t i;		/* KIND_ID, KIND_NUMBER, KIND_COUNT: the number,
				 * else 0; KIND_CHOICE: its index, else -1 */
	struct file *file;	/* KIND_FILE; NULL when none was chosen */
	int n;			/* MANY: how many; else 0 or 1 */
	struct value *many;	/* MANY: each of them */
};

struct input {
	const struct field *fields;
	struct value *v;	/* one per field of the table, in its order */
};

/* Fills in; problems of fields go into problems; RC_INVALID only for what no
 * honest browser sends (a field twice, then with PROBLEM_TWICE; a text where
 * a file belongs). */
enum rc form_read(const struct field *, const struct request *,
    struct input *, struct problems *, struct arena *);

#endif

/* form.c - from what was sent to checked values, field by field. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "web/form.h"

#define MANY_MAX 200
#define ID_MAX	 ((int64_t)1 << 62)

typedef enum problem check(const struct field *, const char *, struct value *,
    struct arena *);

static enum problem
take_text(const struct field *f, const char *s, struct value *v, bool lines)
{
	if (!text_printable(s, strlen(s), lines))
		return PROBLEM_NOT_TEXT;
	if ((int64_t)text_length(s) > f->limit)
		return PROBLEM_TOO_LONG;
	v->s = s;
	return PROBLEM_NONE;
}

static enum problem
check_line(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	return take_text(f, text_trim(mem, s), v, false);
}

static enum problem
check_lines(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	return take_text(f, text_trim(mem, text_unix_lines(mem, s)), v, true);
}

/* Word leaves control characters in what is pasted; nobody can see or remove
 * them by hand, so they go without a word. */
static enum problem
check_markup(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	char *clean = text_unix_lines(mem, s), *out = clean, *c;

	for (c = clean; *c != '\0'; c++)
		if ((unsigned char)*c >= ' ' || *c == '\n' || *c == '\t')
			*out++ = *c;
	*out = '\0';
	if ((int64_t)text_length(clean) > f->limit)
		return PROBLEM_TOO_LONG;
	v->s = clean;
	return PROBLEM_NONE;
}

static enum problem
check_secret(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	(void)mem;
	if ((int64_t)text_length(s) > f->limit)
		return PROBLEM_TOO_LONG;
	v->s = s;
	return PROBLEM_NONE;
}

static enum problem
take_number(const char *s, int64_t min, int64_t max, struct value *v,
    struct arena *mem)
{
	s = text_trim(mem, s);
	if (*s == '\0')
		return PROBLEM_NONE;
	if (!text_int(s, min, max, &v->i)) {
		v->i = 0;
		return min > 0 ? PROBLEM_NOT_COUNT : PROBLEM_NOT_NUMBER;
	}
	v->s = s;
	return PROBLEM_NONE;
}

static enum problem
check_id(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	(void)f;
	return take_number(s, 1, ID_MAX, v, mem);
}

static enum problem
check_number(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	return take_number(s, 0, f->limit, v, mem);
}

static enum problem
check_count(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	return take_number(s, 1, f->limit, v, mem);
}

static enum problem
check_date(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	day_t day;

	(void)f;
	s = text_trim(mem, s);
	if (*s != '\0' && !day_parse(s, &day))
		return PROBLEM_NOT_DATE;
	v->s = s;
	return PROBLEM_NONE;
}

static enum problem
check_choice(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	int k;

	(void)mem;
	if (*s == '\0')
		return PROBLEM_NONE;
	for (k = 0; f->choices != NULL && f->choices[k] != NULL; k++)
		if (strcmp(s, f->choices[k]) == 0) {
			v->s = f->choices[k];
			v->i = k;
			return PROBLEM_NONE;
		}
	return PROBLEM_NOT_CHOICE;
}

static enum problem
check_flag(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	(void)f;
	(void)s;
	(void)mem;
	v->s = "1";
	return PROBLEM_NONE;
}

static enum problem
check_token(const struct field *f, const char *s, struct value *v,
    struct arena *mem)
{
	const char *c;

	s = text_trim(mem, s);
	for (c = s; *c != '\0'; c++)
		if (!((*c >= '0' && *c <= '9') || (*c >= 'a' && *c <= 'z') ||
		    (*c >= 'A' && *c <= 'Z') || strchr("-_.~:", *c) != NULL))
			return PROBLEM_NOT_TEXT;
	return take_text(f, s, v, false);
}

static check *const checks[] = {
	[KIND_NONE] = NULL,
	[KIND_LINE] = check_line,
	[KIND_LINES] = check_lines,
	[KIND_MARKUP] = check_markup,
	[KIND_SECRET] = check_secret,
	[KIND_ID] = check_id,
	[KIND_NUMBER] = check_number,
	[KIND_COUNT] = check_count,
	[KIND_DATE] = check_date,
	[KIND_CHOICE] = check_choice,
	[KIND_FLAG] = check_flag,
	[KIND_TOKEN] = check_token,
	[KIND_FILE] = NULL,
};

static struct value
nothing(const struct field *f)
{
	return (struct value){ .raw = "", .s = "",
	    .i = f->kind == KIND_CHOICE ? -1 : 0 };
}

static enum rc
read_file(const struct param *p, struct value *v, enum problem *problem)
{
	if (p->file == NULL)
		return *p->value == '\0' ? RC_OK : RC_INVALID;
	if (p->file->too_large)
		*problem = PROBLEM_FILE_TOO_LARGE;
	else if (p->file->size == 0)
		*problem = PROBLEM_FILE_EMPTY;
	else {
		v->file = p->file;
		v->given = true;
	}
	return RC_OK;
}

static enum rc
read_one(const struct field *f, const struct param *p, struct value *v,
    enum problem *problem, struct arena *mem)
{
	*v = nothing(f);
	*problem = PROBLEM_NONE;
	if (f->kind == KIND_FILE)
		return read_file(p, v, problem);
	if (p->file != NULL || checks[f->kind] == NULL)
		return RC_INVALID;
	if (f->kind != KIND_SECRET)
		v->raw = p->value;
	*problem = checks[f->kind](f, p->value, v, mem);
	v->given = *problem == PROBLEM_NONE && *v->s != '\0';
	return RC_OK;
}

static int
count_sent(const struct field *f, const struct request *req)
{
	int k, n = 0;

	for (k = 0; k < req->n_params; k++)
		n += strcmp(req->param[k].name, f->name) == 0;
	return n;
}

/* Every value of one field; those that are empty do not count. */
static enum rc
read_values(const struct field *f, const struct request *req, struct value *v,
    struct problems *problems, struct arena *mem)
{
	const struct param *p = req->param;
	enum problem problem;
	struct value one;
	enum rc rc;
	int k;

	for (k = 0; k < req->n_params; k++) {
		if (strcmp(p[k].name, f->name) != 0)
			continue;
		if ((rc = read_one(f, &p[k], &one, &problem, mem)) != RC_OK)
			return rc;
		if (problem != PROBLEM_NONE)
			problem_add(problems, f->name, problem);
		if (one.given || (f->flags & EMPTY))
			v->many[v->n++] = one;
		else if (v->n == 0)
			*v = (struct value){ .raw = one.raw, .s = one.s,
			    .i = one.i, .many = v->many };
	}
	return RC_OK;
}

static enum rc
read_field(const struct field *f, const struct request *req, struct value *v,
    struct problems *problems, struct arena *mem)
{
	int sent = count_sent(f, req), n;
	struct value *many;
	enum rc rc;

	*v = nothing(f);
	if (sent > ((f->flags & MANY) ? MANY_MAX : 1)) {
		problem_add(problems, f->name, PROBLEM_TWICE);
		return RC_INVALID;
	}
	many = v->many = arena_calloc(mem, (size_t)sent, sizeof(*many));
	if ((rc = read_values(f, req, v, problems, mem)) != RC_OK)
		return rc;
	if ((n = v->n) > 0)
		*v = many[0];
	v->n = n;
	v->many = (f->flags & MANY) ? many : NULL;
	if ((f->flags & REQUIRED) && n == 0)
		problem_add(problems, f->name, PROBLEM_MISSING);
	return RC_OK;
}

enum rc
form_read(const struct field *fields, const struct request *req,
    struct input *in, struct problems *problems, struct arena *mem)
{
	const struct field *f;
	size_t n = 0;
	enum rc rc;

	*in = (struct input){ .fields = fields };
	while (fields != NULL && fields[n].name != NULL)
		n++;
	in->v = arena_calloc(mem, n + 1, sizeof(*in->v));
	for (f = fields; n > 0 && f->name != NULL; f++) {
		rc = read_field(f, req, &in->v[f - fields], problems, mem);
		if (rc != RC_OK)
			return rc;
	}
	return RC_OK;
}

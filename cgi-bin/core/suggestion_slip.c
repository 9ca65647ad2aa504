/*
 * suggestion_slip.c - pinyin with one slip: zh for z, in for ing, n for l, a
 * wrong vowel, a letter too many, too few, or in the wrong place.
 *
 * What stands before the slip and after it has to be words of titles already,
 * which leaves few places to try; each try is one look into an index.
 */
#include <string.h>

#include "base/buf.h"
#include "core/list.h"
#include "core/suggestion.h"

#define LETTERS_MAX 40
#define WORD_MIN    3		/* letters of a word in pinyin */
#define TRIES_MAX   600		/* looks into the index */
#define QUESTIONS   4

struct slip {
	struct db *db;
	const char *s;
	int n, tries;
	const char *before[LETTERS_MAX + 1];	/* words up to here, or NULL */
	const char *after[LETTERS_MAX + 1];	/* words from here on */
	struct suggestions *out;
	struct arena *m;
};

static enum rc
sound(struct slip *p, const char *pinyin, const char **word)
{
	struct suggestions found;
	enum rc rc;

	*word = NULL;
	if (p->tries++ >= TRIES_MAX)
		return RC_OK;
	rc = suggestion_sound(p->db, pinyin, &found, p->m);
	if (rc == RC_OK && found.n > 0)
		*word = found.v[0];
	return rc;
}

static const char *
joined(struct arena *m, const char *a, const char *b)
{
	return arena_printf(m, "%s%s%s", a, *a != '\0' && *b != '\0' ? " " :
	    "", b);
}

/* Longer words first, so that 政府信息 is not 政府 and 信息. */
static enum rc
cover_before(struct slip *p)
{
	const char *word;
	enum rc rc = RC_OK;

	p->before[0] = "";
	for (int i = 0; rc == RC_OK && i < p->n; i++)
		for (int j = p->n; p->before[i] != NULL && rc == RC_OK &&
		    j >= i + WORD_MIN; j--) {
			rc = sound(p, arena_strndup(p->m, p->s + i,
			    (size_t)(j - i)), &word);
			if (word != NULL && p->before[j] == NULL)
				p->before[j] = joined(p->m, p->before[i],
				    word);
		}
	return rc;
}

static enum rc
cover_after(struct slip *p)
{
	const char *word;
	enum rc rc = RC_OK;

	p->after[p->n] = "";
	for (int j = p->n; rc == RC_OK && j > 0; j--)
		for (int i = 0; p->after[j] != NULL && rc == RC_OK &&
		    i <= j - WORD_MIN; i++) {
			rc = sound(p, arena_strndup(p->m, p->s + i,
			    (size_t)(j - i)), &word);
			if (word != NULL && p->after[i] == NULL)
				p->after[i] = joined(p->m, word, p->after[j]);
		}
	return rc;
}

/* The text from i to j with k letters at `at` replaced. */
static enum rc
try(struct slip *p, int i, int j, int at, int k, const char *by)
{
	const char *word, *text = arena_printf(p->m, "%.*s%s%.*s", at - i,
	    p->s + i, by, j - at - k, p->s + at + k);
	enum rc rc;

	if (p->out->n >= QUESTIONS || strlen(text) < WORD_MIN)
		return RC_OK;
	rc = sound(p, text, &word);
	if (word != NULL)
		*list_add(p->out, p->m) = joined(p->m, joined(p->m,
		    p->before[i], word), p->after[j]);
	return rc;
}

/* What the ear takes for the other. */
static enum rc
try_alike(struct slip *p, int i, int j)
{
	static const struct { const char *is, *was; } v[] = {
		{ "zh", "z" }, { "ch", "c" }, { "sh", "s" }, { "ing", "in" },
		{ "eng", "en" }, { "ang", "an" }, { "n", "l" }, { "h", "f" },
		{ "r", "l" }, { "ong", "eng" },
	};
	enum rc rc = RC_OK;

	for (int at = i; rc == RC_OK && at < j; at++)
		for (size_t k = 0; rc == RC_OK && k < sizeof(v) /
		    sizeof(v[0]); k++) {
			int is = (int)strlen(v[k].is);
			int was = (int)strlen(v[k].was);

			if (at + is <= j && strncmp(p->s + at, v[k].is,
			    (size_t)is) == 0)
				rc = try(p, i, j, at, is, v[k].was);
			if (rc == RC_OK && at + was <= j && strncmp(p->s + at,
			    v[k].was, (size_t)was) == 0)
				rc = try(p, i, j, at, was, v[k].is);
		}
	return rc;
}

/* What the finger takes for the other. */
static enum rc
try_typed(struct slip *p, int i, int j)
{
	static const char letters[] = "aeioughn";
	enum rc rc = RC_OK;
	char one[3] = "";

	for (int at = i; rc == RC_OK && at < j; at++) {
		one[0] = p->s[at + 1];
		one[1] = p->s[at];
		if (at + 1 < j)
			rc = try(p, i, j, at, 2, one);
		if (rc == RC_OK)
			rc = try(p, i, j, at, 1, "");
		one[1] = '\0';
		for (const char *l = letters; rc == RC_OK && *l != '\0'; l++) {
			one[0] = *l;
			if (strchr("aeiou", p->s[at]) != NULL &&
			    p->s[at] != *l)
				rc = try(p, i, j, at, 1, one);
			if (rc == RC_OK)
				rc = try(p, i, j, at + 1, 0, one);
		}
	}
	return rc;
}

static enum rc
try_places(struct slip *p, enum rc (*how)(struct slip *, int, int))
{
	enum rc rc = RC_OK;

	for (int i = 0; rc == RC_OK && i < p->n; i++)
		for (int j = p->n; rc == RC_OK && p->before[i] != NULL &&
		    j >= i + WORD_MIN; j--)
			if (p->after[j] != NULL)
				rc = how(p, i, j);
	return rc;
}

enum rc
suggestion_slip(struct db *db, const char *letters, struct suggestions *out,
    struct arena *m)
{
	struct slip p = { .db = db, .s = letters, .out = out, .m = m };
	enum rc rc;

	*out = (struct suggestions){ 0 };
	p.n = (int)strlen(letters);
	if (p.n <= WORD_MIN || p.n > LETTERS_MAX ||
	    letters[strspn(letters, "abcdefghijklmnopqrstuvwxyz")] != '\0')
		return RC_OK;
	if ((rc = cover_before(&p)) != RC_OK || p.before[p.n] != NULL ||
	    (rc = cover_after(&p)) != RC_OK)
		return rc;
	p.tries = 0;
	if ((rc = try_places(&p, try_alike)) != RC_OK || out->n > 0)
		return rc;
	return try_places(&p, try_typed);
}

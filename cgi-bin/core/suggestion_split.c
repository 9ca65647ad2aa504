/*
 * suggestion_split.c - a longer text taken apart into words that titles have:
 * the cheapest way to cover it with words, words that differ in one character,
 * and what is left out.
 */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/list.h"
#include "core/suggestion.h"

#define UNITS_MAX    60		/* letters or characters of the text */
#define LETTERS_MAX  40		/* of a word in pinyin */
#define LETTERS_MIN  3
#define WORD_MAX     8		/* characters of a word */
#define SYLLABLE_MAX 6
#define CHOICES	     3		/* words of one sound */
#define QUESTIONS    4

enum { COST_WORD = 2, COST_NEAR = 3, COST_LEFT = 4 };

struct step { int cost, from; struct suggestions words; };

struct splitter {
	struct db *db;
	const char *at[UNITS_MAX + 1];	/* where units begin, and the end */
	int n;
	bool letters;
	struct step step[UNITS_MAX + 1];
	struct arena *m;
};

static const char *
part(const struct splitter *s, int from, int to)
{
	return arena_strndup(s->m, s->at[from],
	    (size_t)(s->at[to] - s->at[from]));
}

static void
offer(struct splitter *s, int from, int to, int cost,
    const struct suggestions *words)
{
	struct step *step = &s->step[to];

	cost += s->step[from].cost;
	if (step->cost != 0 && step->cost <= cost)
		return;
	*step = (struct step){ .cost = cost, .from = from };
	if (words != NULL)
		step->words = *words;
}

static enum rc
try_part(struct splitter *s, int from, int to)
{
	const char *text = part(s, from, to);
	struct suggestions found;
	enum rc rc;

	if (s->letters) {
		rc = suggestion_sound(s->db, text, &found, s->m);
		if (rc == RC_OK && found.n > 0)
			offer(s, from, to, COST_WORD, &found);
		return rc;
	}
	if ((rc = suggestion_known(s->db, text, &found, s->m)) != RC_OK)
		return rc;
	if (found.n > 0) {
		offer(s, from, to, COST_WORD, &found);
		return RC_OK;
	}
	if ((rc = suggestion_near(s->db, text, &found, s->m)) == RC_OK &&
	    found.n > 0)
		offer(s, from, to, COST_NEAR, &found);
	return rc;
}

/* Everything that ends there. */
static enum rc
step_to(struct splitter *s, int to)
{
	int most = s->letters ? LETTERS_MAX : WORD_MAX;
	int least = s->letters ? LETTERS_MIN : 2;
	int left = s->letters ? SYLLABLE_MAX : 1, k;
	enum rc rc = RC_OK;

	for (k = 1; rc == RC_OK && k <= most && k <= to; k++) {
		if (s->step[to - k].cost == 0)
			continue;
		if (k <= left)
			offer(s, to - k, to, COST_LEFT, NULL);
		if (k >= least)
			rc = try_part(s, to - k, to);
	}
	return rc;
}

/* The words on the way there, the `other`th choice where step `turn` is. */
static const char *
question(const struct splitter *s, int turn, int other, int *covered)
{
	const char *out = "";
	const struct step *step;
	int at;

	*covered = 0;
	for (at = s->n; at > 0; at = step->from) {
		step = &s->step[at];
		if (step->words.n == 0)
			continue;
		*covered += at - step->from;
		out = arena_printf(s->m, "%s%s%s",
		    step->words.v[at == turn ? other : 0],
		    *out != '\0' ? " " : "", out);
	}
	return out;
}

static void
ask(const struct splitter *s, struct suggestions *out)
{
	int covered, at, k;
	const char *q = question(s, 0, 0, &covered);

	if (2 * covered <= s->n)
		return;
	*list_add(out, s->m) = q;
	for (at = s->n; at > 0; at = s->step[at].from)
		for (k = 1; k < s->step[at].words.n && k < CHOICES; k++)
			if (out->n < QUESTIONS)
				*list_add(out, s->m) = question(s, at, k,
				    &covered);
}

/* Only letters, or only Chinese. */
static bool
units(struct splitter *s, const char *text)
{
	const char *p = text;
	uint32_t cp;

	s->letters = *text >= 'a' && *text <= 'z';
	for (s->at[0] = p; (cp = text_next(&p)) != 0; s->at[++s->n] = p)
		if (s->n == UNITS_MAX || (s->letters ? cp < 'a' || cp > 'z' :
		    !text_is_han(cp)))
			return false;
	return s->n > 0;
}

enum rc
suggestion_split(struct db *db, const char *text, struct suggestions *out,
    struct arena *m)
{
	struct splitter s = { .db = db, .m = m };
	enum rc rc = RC_OK;
	int k;

	*out = (struct suggestions){ 0 };
	if (!units(&s, text))
		return RC_OK;
	s.step[0].cost = 1;
	for (k = 1; rc == RC_OK && k <= s.n && !db_late(db); k++)
		rc = step_to(&s, k);
	if (rc == RC_OK && s.step[s.n].cost != 0)
		ask(&s, out);
	return rc;
}

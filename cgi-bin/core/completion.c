/* completion.c - see completion.h. */
#include "core/completion.h"

#include <string.h>

#include "base/text.h"
#include "core/publication.h"
#include "core/publication_row.h"
#include "core/suggestion.h"

#define UNITS	   3
#define CATEGORIES 2
#define WORDS	   3
#define TITLES	   3
#define MS	   20		/* of this process, for words and titles */

struct typing {
	struct db *db;
	struct search_query q;
	const char *word;	/* folded; NULL: there is not one word */
	bool letters;		/* of which it may be pinyin */
	struct completions *out;
	struct arena *m;
};

static void
add(struct typing *t, int kind, const char *text, const char *at)
{
	t->out->v[t->out->n++] = (struct completion){ kind, text, at };
}

static bool
begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

/* The syllables from any one of them on: "jiao yu ju" of "bao di qu jiao yu
 * ju"; or their initials. */
static bool
sounds(const char *pinyin, const struct typing *t)
{
	char *letters = arena_strdup(t->m, pinyin), *w = letters;
	char *initials = arena_strdup(t->m, pinyin), *i = initials;
	const char *s;

	for (s = pinyin; *s != '\0'; s++)
		if (*s != ' ') {
			if (s == pinyin || s[-1] == ' ')
				*i++ = *s;
			*w++ = *s;
		}
	*w = *i = '\0';
	if (strstr(initials, t->word) != NULL)
		return true;
	for (s = pinyin, w = letters; *s != '\0'; s++) {
		if ((s == pinyin || s[-1] == ' ') && begins(w, t->word))
			return true;
		w += *s != ' ';
	}
	return false;
}

static bool
is_meant(const struct typing *t, const char *name, const char *pinyin)
{
	return strstr(text_fold(t->m, name), t->word) != NULL ||
	    (t->letters && sounds(pinyin, t));
}

/* Pinyin and initials of a name are known once it was learned. */
static enum rc
name_sound(struct typing *t, const char *name, const char **pinyin)
{
	struct rows q = db_query(t->db, "SELECT pinyin || ' ' || initials"
	    " FROM search_word WHERE word = $1", V(name));
	enum rc rc = db_first(&q);

	*pinyin = "";
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	*pinyin = db_text(&q, 0, t->m);
	return db_done(&q);
}

/* Those whose short name begins so come before the others. */
static void
add_units(struct typing *t, const struct units *u)
{
	int n = 0, pass, k;

	for (pass = 0; pass < 2; pass++)
		for (k = 0; k < u->n && n < UNITS; k++) {
			const struct unit *one = &u->v[k];

			if (!one->enabled ||
			    begins(one->short_name, t->word) != (pass == 0) ||
			    (!is_meant(t, one->name, one->pinyin) &&
			    !is_meant(t, one->short_name, "")))
				continue;
			add(t, COMPLETION_UNIT, one->short_name, one->code);
			n++;
		}
}

static enum rc
add_categories(struct typing *t, const struct categories *c)
{
	struct publication_filter f = { .max = 1 };
	const char *pinyin = "";
	int n = 0, k;
	int64_t total;
	bool at_least;
	enum rc rc = RC_OK;

	for (k = 0; rc == RC_OK && k < c->n && n < CATEGORIES; k++) {
		if (t->letters &&
		    (rc = name_sound(t, c->v[k].name, &pinyin)) != RC_OK)
			break;
		if (!is_meant(t, c->v[k].name, pinyin))
			continue;
		f.category = c->v[k].id;
		rc = publication_total(t->db, &f, &total, &at_least);
		if (rc != RC_OK || total == 0)
			continue;
		add(t, COMPLETION_CATEGORY, c->v[k].name, c->v[k].code);
		n++;
	}
	return rc;
}

/* A word was learned from a title that may have left the portal. */
static enum rc
is_found(struct typing *t, const char *word, bool *is)
{
	struct search_query q;
	int64_t key;
	int n;
	enum rc rc;

	search_parse(word, &q, t->m);
	rc = search_titles(t->db, &q, 1, &key, &n, t->m);
	*is = n > 0;
	return rc;
}

static enum rc
add_words(struct typing *t)
{
	struct suggestions s;
	int n = 0, k;
	bool is;
	enum rc rc = t->letters ?
	    suggestion_pinyin(t->db, t->word, false, &s, t->m) :
	    suggestion_begin(t->db, t->word, &s, t->m);

	for (k = 0; rc == RC_OK && k < s.n && n < WORDS; k++) {
		if (strcmp(s.v[k], t->word) == 0)
			continue;
		rc = is_found(t, s.v[k], &is);
		if (rc != RC_OK || !is)
			continue;
		add(t, COMPLETION_WORD, s.v[k], "");
		n++;
	}
	return rc;
}

static enum rc
add_titles(struct typing *t)
{
	int64_t key[TITLES];
	struct rows q;
	int n, k;
	enum rc rc = search_titles(t->db, &t->q, TITLES, key, &n, t->m);

	for (k = 0; rc == RC_OK && k < n; k++) {
		q = db_query(t->db, "SELECT title, index_no"
		    " FROM public_document WHERE publication = $1",
		    V(key[k]));
		if (db_next(&q))
			add(t, COMPLETION_TITLE, db_text(&q, 0, t->m),
			    publication_path(db_text(&q, 1, t->m), t->m));
		rc = db_done(&q);
	}
	return rc;
}

static bool
is_letters(const char *s)
{
	return s[strspn(s, "abcdefghijklmnopqrstuvwxyz'")] == '\0';
}

/* What the index is asked. */
static enum rc
add_found(struct typing *t)
{
	enum rc rc = RC_OK;

	db_limit(t->db, MS);
	if (t->word != NULL)
		rc = add_words(t);
	if (rc == RC_OK && t->q.wanted > 0 && !t->letters)
		rc = add_titles(t);
	if (rc == RC_BUSY && db_late(t->db))
		rc = RC_OK;
	db_limit(t->db, 0);
	return rc;
}

enum rc
completion_list(struct db *db, const char *typed, const struct units *u,
    const struct categories *c, struct completions *out, struct arena *m)
{
	struct typing t = { .db = db, .out = out, .m = m };
	enum rc rc = RC_OK;

	out->n = 0;
	if (text_length(typed) > COMPLETION_CHARS)
		return RC_OK;
	search_parse(typed, &t.q, m);
	if (t.q.n == 1 && !t.q.v[0].without && !t.q.v[0].phrase) {
		t.word = t.q.v[0].folded;
		t.letters = is_letters(t.word);
	}
	/* one letter begins nearly everything */
	if (t.letters && strlen(t.word) < 2)
		return RC_OK;
	if (t.word != NULL) {
		add_units(&t, u);
		rc = add_categories(&t, c);
	}
	return rc == RC_OK ? add_found(&t) : rc;
}

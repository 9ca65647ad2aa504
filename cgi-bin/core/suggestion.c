/* suggestion.c - see suggestion.h. */
#include "core/suggestion.h"

#include <string.h>

#include "base/buf.h"
#include "base/pinyin.h"
#include "base/text.h"
#include "base/words.h"
#include "core/list.h"

#define WORDS_MAX   12		/* that are offered for counting */
#define SHORTEST    2		/* characters of a word */
#define LONGEST	    8
#define NAME_LONGEST 20
#define PINYIN_MAX  60

char *
suggestion_letters(const char *s, struct arena *m)
{
	char *out = text_lower(m, s), *w = out;

	for (const char *r = out; *r != '\0'; r++)
		if (*r != ' ' && *r != '\'')
			*w++ = *r == 'v' ? 'u' : *r;	/* lv is typed for lü */
	*w = '\0';
	return out;
}

/* Only Chinese. */
static bool
is_han(const char *s, int longest)
{
	uint32_t cp;
	int n = 0;

	while ((cp = text_next(&s)) != 0) {
		if (!text_is_han(cp))
			return false;
		n++;
	}
	return n >= SHORTEST && n <= longest;
}

/* Of a length that somebody types. */
static bool
is_word(const char *s)
{
	return is_han(s, LONGEST);
}

/* 征收 with each character in turn left open. */
static enum rc
near_each(struct db *db, const char *word, enum rc (*each)(struct db *,
    const char *near, const char *word), struct arena *m)
{
	const char *s = word, *next = word;
	enum rc rc = RC_OK;

	for (; rc == RC_OK && text_next(&next) != 0; s = next)
		rc = each(db, arena_printf(m, "%.*s?%s", (int)(s - word),
		    word, next), word);
	return rc;
}

static enum rc
near_add(struct db *db, const char *near, const char *word)
{
	return db_run(db, "INSERT INTO search_near (near, word)"
	    " VALUES ($1, $2) ON CONFLICT (near, word) DO NOTHING", V(near),
	    V(word));
}

static enum rc
take(struct rows *q, struct suggestions *out, struct arena *m)
{
	const char *word;
	int k;

	while (out->n < WORDS_MAX && db_next(q)) {
		word = db_text(q, 0, m);
		for (k = 0; k < out->n && strcmp(out->v[k], word) != 0; k++)
			;
		if (k == out->n)
			*list_add(out, m) = word;
	}
	return db_done(q);
}

enum rc
suggestion_known(struct db *db, const char *word, struct suggestions *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT word FROM search_word"
	    " WHERE word = $1", V(word));

	*out = (struct suggestions){ 0 };
	return take(&q, out, m);
}

static enum rc
word_add(struct db *db, const char *word, struct arena *m)
{
	struct suggestions same;
	enum rc rc;

	if ((rc = suggestion_known(db, word, &same, m)) != RC_OK ||
	    same.n > 0)
		return rc;
	rc = db_run(db, "INSERT INTO search_word (word, pinyin, initials)"
	    " VALUES ($1, $2, $3)", V(word),
	    V(suggestion_letters(pinyin_of(m, word), m)),
	    V(pinyin_initials(m, word)));
	return rc == RC_OK ? near_each(db, word, near_add, m) : rc;
}

/* 关于 belongs to neither of its neighbours. */
static bool
is_pair(const char *a, const char *b)
{
	static const char about[] = "关于";

	return is_word(a) && is_word(b) && strcmp(a, about) != 0 &&
	    strcmp(b, about) != 0;
}

/* Each word, and each with the next one: 土地, 征收, 土地征收. */
static enum rc
learn(struct db *db, const char *title, struct arena *m)
{
	struct words w;
	enum rc rc = RC_OK;
	int k;

	words_of(m, title, &w);
	for (k = 0; rc == RC_OK && k < w.n; k++) {
		if (is_word(w.v[k]))
			rc = word_add(db, w.v[k], m);
		if (rc == RC_OK && k + 1 < w.n && is_pair(w.v[k], w.v[k + 1]))
			rc = word_add(db, arena_printf(m, "%s%s", w.v[k],
			    w.v[k + 1]), m);
	}
	return rc;
}

/* Units and categories, short for people who type. */
static enum rc
learn_names(struct db *db, struct arena *m)
{
	struct rows q = db_query(db, "SELECT name AS word FROM unit"
	    " UNION SELECT short_name FROM unit"
	    " UNION SELECT name FROM category");
	struct { int n; const char **v; } names = { 0 };
	enum rc rc;

	while (db_next(&q))
		*list_add(&names, m) = db_text(&q, 0, m);
	rc = db_done(&q);
	for (int k = 0; rc == RC_OK && k < names.n; k++)
		if (is_han(names.v[k], NAME_LONGEST))
			rc = word_add(db, names.v[k], m);
	return rc;
}

#define HAN_FIRST 0x4E00
#define HAN_LAST  0x9FA5

/* Once for all. */
static enum rc
learn_sounds(struct db *db)
{
	struct arena *scratch = arena_new();
	enum rc rc = RC_OK;
	uint32_t cp;
	char one[5];

	for (cp = HAN_FIRST; rc == RC_OK && cp <= HAN_LAST; cp++) {
		arena_reset(scratch);
		one[text_encode(cp, one)] = '\0';
		rc = db_run(db, "INSERT INTO search_sound (letter, pinyin)"
		    " VALUES ($1, $2)", V(one),
		    V(suggestion_letters(pinyin_of(scratch, one), scratch)));
	}
	arena_free(scratch);
	return rc;
}

static enum rc
sounds_needed(struct db *db, bool *needed)
{
	struct rows q = db_query(db, "SELECT letter FROM search_sound"
	    " LIMIT 1");
	enum rc rc = db_first(&q);

	*needed = rc == RC_NOT_FOUND;
	return rc == RC_NOT_FOUND ? RC_OK : rc == RC_OK ? db_done(&q) : rc;
}

static enum rc
learned(struct db *db, int64_t *key)
{
	enum rc rc;

	*key = 0;
	rc = db_number(db, key, "SELECT v FROM seq WHERE name ="
	    " 'search_word'");
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
suggestion_learn(struct db *db, int max, bool *more, struct arena *m)
{
	struct rows q;
	int64_t key;
	bool needed;
	int n = 0;
	enum rc rc;

	if ((rc = learned(db, &key)) != RC_OK)
		return rc;
	q = db_query(db, "SELECT publication, title FROM public_document"
	    " WHERE publication > $1 ORDER BY publication LIMIT $2", V(key),
	    V(max));
	for (; rc == RC_OK && db_next(&q); n++) {
		key = db_int(&q, 0);
		rc = learn(db, db_text(&q, 1, m), m);
	}
	*more = n == max;
	if (db_done(&q) != RC_OK || rc != RC_OK || n == 0 ||
	    (rc = sounds_needed(db, &needed)) != RC_OK ||
	    (needed && (rc = learn_sounds(db)) != RC_OK) ||
	    (rc = learn_names(db, m)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO seq (name, v) VALUES"
	    " ('search_word', $1) ON CONFLICT (name) DO UPDATE SET v = $1",
	    V(key));
}

enum rc
suggestion_sound(struct db *db, const char *pinyin, struct suggestions *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT word FROM search_word"
	    " WHERE pinyin = $1 ORDER BY word LIMIT $2", V(pinyin),
	    V(WORDS_MAX));

	*out = (struct suggestions){ 0 };
	return take(&q, out, m);
}

enum rc
suggestion_pinyin(struct db *db, const char *typed, bool whole,
    struct suggestions *out, struct arena *m)
{
	const char *s = suggestion_letters(typed, m), *end;
	struct rows q;
	enum rc rc;

	*out = (struct suggestions){ 0 };
	if (strlen(s) < 2 || strlen(s) > PINYIN_MAX ||
	    s[strspn(s, "abcdefghijklmnopqrstuvwxyz")] != '\0')
		return RC_OK;
	end = whole ? s : arena_printf(m, "%s{", s);	/* { follows z */
	q = db_query(db, "SELECT word FROM search_word WHERE pinyin >= $1"
	    " AND pinyin <= $2 ORDER BY pinyin, word LIMIT $3", V(s), V(end),
	    V(WORDS_MAX));
	if ((rc = take(&q, out, m)) != RC_OK)
		return rc;
	q = db_query(db, "SELECT word FROM search_word WHERE initials >= $1"
	    " AND initials <= $2 ORDER BY initials, word LIMIT $3", V(s),
	    V(end), V(WORDS_MAX));
	return take(&q, out, m);
}

/* Alike sounding ones come first. */
static enum rc
near_one(struct db *db, const char *near, const char *pinyin, bool alike,
    struct suggestions *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT w.word FROM search_near n"
	    " JOIN search_word w ON w.word = n.word WHERE n.near = $1"
	    " AND (CAST($2 AS BIGINT) = 1 OR w.pinyin = $3)"
	    " ORDER BY w.word LIMIT $4", V(near), V(!alike), V(pinyin),
	    V(WORDS_MAX));

	return take(&q, out, m);
}

/* "" when a character of it is not known. */
static enum rc
sound_of(struct db *db, const char *word, const char **out, struct arena *m)
{
	struct buf b = buf_new(m);
	const char *s, *next;
	enum rc rc = RC_OK;

	for (s = next = word; rc == RC_OK && text_next(&next) != 0; s = next) {
		struct rows q = db_query(db, "SELECT pinyin FROM search_sound"
		    " WHERE letter = $1", V(arena_strndup(m, s,
		    (size_t)(next - s))));

		if ((rc = db_first(&q)) == RC_OK) {
			buf_puts(&b, db_text(&q, 0, m));
			rc = db_done(&q);
		}
	}
	*out = rc == RC_OK ? b.s : "";
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
suggestion_near(struct db *db, const char *word, struct suggestions *out,
    struct arena *m)
{
	const char *pinyin, *s, *next;
	enum rc rc = RC_OK;
	int alike;

	*out = (struct suggestions){ 0 };
	if (!is_word(word))
		return RC_OK;
	if ((rc = sound_of(db, word, &pinyin, m)) != RC_OK)
		return rc;
	for (alike = 1; alike >= 0; alike--)
		for (s = next = word; rc == RC_OK && text_next(&next) != 0;
		    s = next)
			rc = near_one(db, arena_printf(m, "%.*s?%s",
			    (int)(s - word), word, next), pinyin, alike, out,
			    m);
	return rc;
}

enum rc
suggestion_begin(struct db *db, const char *beginning,
    struct suggestions *out, struct arena *m)
{
	struct rows q;

	*out = (struct suggestions){ 0 };
	if (text_length(beginning) < 1)
		return RC_OK;
	/* U+10FFFF follows every character that a word has */
	q = db_query(db, "SELECT word FROM search_word WHERE word >= $1"
	    " AND word <= $2 ORDER BY word LIMIT $3", V(beginning),
	    V(arena_printf(m, "%s\xF4\x8F\xBF\xBF", beginning)),
	    V(WORDS_MAX));
	return take(&q, out, m);
}

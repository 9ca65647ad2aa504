/*
 * search.c - full text on SQLite's FTS5.
 *
 * Texts and queries go through one tokenizer.  A run of Chinese c1c2c3 gives
 * "c1c2 c2c3 c3": pairs, and the last character alone, which keeps runs that
 * stand side by side from looking like one.  So a word of two characters or
 * more is a phrase of pairs, a single character the beginning of a token.
 * Everything else gives words of letters and digits.  FTS5's "ascii"
 * tokenizer then only parts at spaces.
 */
#include "store/search.h"

#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/text.h"

#define MAX_WORDS	16
#define MAX_TOKENS	256	/* of one query */

enum kind { OTHER, LETTER, HAN };

static enum kind
kind_of(uint32_t cp)
{
	if (text_is_han(cp))
		return HAN;
	if ((cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') ||
	    (cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7) ||
	    (cp >= 0x370 && cp <= 0x52F) ||	/* Greek, Cyrillic */
	    (cp >= 0x3041 && cp <= 0x312F) ||	/* kana, bopomofo */
	    (cp >= 0xAC00 && cp <= 0xD7A3))	/* Korean */
		return LETTER;
	return OTHER;
}

struct tokens {
	struct buf b;
	int n;
	size_t last;		/* where the last one begins */
	int run;		/* of Chinese that it ends, in characters */
};

static void
token_begin(struct tokens *t)
{
	if (t->n++ > 0)
		buf_putc(&t->b, ' ');
	t->last = t->b.n;
}

static void
put_char(struct tokens *t, uint32_t cp)
{
	char c[4];

	buf_put(&t->b, c, text_encode(cp, c));
}

static struct tokens
tokens_of(struct arena *m, const char *s)
{
	struct text_folder f = { .s = s };
	struct tokens t = { .b = buf_new(m) };
	enum kind kind = OTHER, last = OTHER;
	uint32_t cp = text_fold_next(&f), next;

	for (; cp != 0; cp = next, last = kind) {
		kind = kind_of(cp);
		next = text_fold_next(&f);
		if (kind == OTHER)
			continue;
		if (kind == HAN || last != LETTER)
			token_begin(&t);
		put_char(&t, cp);
		t.run = kind != HAN ? 0 : last != HAN ? 1 : t.run + 1;
		if (kind == HAN && kind_of(next) == HAN)
			put_char(&t, next);
	}
	return t;
}

/* The last token of a query: after a pair it is not needed; a character or a
 * word alone may be the beginning of a longer token. */
static const char *
close_phrase(struct tokens *t)
{
	if (t->run < 2)
		return "\" *";
	t->b.n = t->last - 1;
	t->b.s[t->b.n] = '\0';
	t->n--;
	return "\"";
}

enum rc
search_create(struct db *db)
{
	return db_run(db, "CREATE VIRTUAL TABLE IF NOT EXISTS search"
	    " USING fts5(title, number, text, tokenize = 'ascii')");
}

enum rc
search_drop(struct db *db, int64_t key)
{
	return db_run(db, "DELETE FROM search WHERE rowid = $1", V(key));
}

enum rc
search_clear(struct db *db)
{
	return db_run(db, "DELETE FROM search");
}

enum rc
search_put(struct db *db, int64_t key, const char *title, const char *number,
    const char *text, struct arena *m)
{
	enum rc rc;

	if ((rc = search_drop(db, key)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO search (rowid, title, number, text)"
	    " VALUES ($1, $2, $3, $4)", V(key), V(tokens_of(m, title).b.s),
	    V(tokens_of(m, number).b.s), V(tokens_of(m, text).b.s));
}

/* The next word of folded text, advancing *s; NULL at the end. */
static char *
next_word(const char **s, struct arena *m)
{
	const char *from = *s + strspn(*s, " ");
	size_t n = strcspn(from, " ");

	*s = from + n;
	return n > 0 ? arena_strndup(m, from, n) : NULL;
}

/* The FTS5 expression of a query: only tokens in quotes, whatever was typed. */
static char *
expression(struct search_hits *h, const char *query, struct arena *m)
{
	struct buf match = buf_new(m), ignored = buf_new(m);
	const char *s = text_fold(m, query), *end;
	struct tokens t;
	int total = 0;
	char *word;

	h->word = arena_calloc(m, MAX_WORDS, sizeof(*h->word));
	while ((word = next_word(&s, m)) != NULL) {
		t = tokens_of(m, word);
		if (t.n == 0 || h->words == MAX_WORDS ||
		    total + t.n > MAX_TOKENS) {
			buf_printf(&ignored, "%s%s", ignored.n > 0 ? " " : "",
			    word);
			continue;
		}
		end = close_phrase(&t);
		buf_printf(&match, "%s\"%s%s", h->words > 0 ? " AND " : "",
		    t.b.s, end);
		total += t.n;
		h->word[h->words++] = word;
	}
	h->ignored = ignored.s;
	return match.s;
}

enum rc
search_find(struct db *db, const char *query, int64_t before, int max,
    struct search_hits *h, struct arena *m)
{
	const char *match;
	struct rows q;

	*h = (struct search_hits){ .ignored = "" };
	if (!text_valid(query, strlen(query)))
		return RC_INVALID;
	match = expression(h, query, m);
	if (h->words == 0 || max <= 0)
		return RC_OK;
	h->key = arena_calloc(m, (size_t)max, sizeof(*h->key));
	q = db_query(db, "SELECT rowid FROM search WHERE search MATCH $1"
	    " AND rowid < $2 ORDER BY rowid DESC LIMIT $3", V(match),
	    V(before > 0 ? before : INT64_MAX), V(max));
	while (h->n < max && db_next(&q))
		h->key[h->n++] = db_int(&q, 0);
	return db_done(&q);
}

/* Bytes of text at s that are this word when folded; 0 when they are not. */
static size_t
matches(const char *s, const char *word)
{
	struct text_folder f = { .s = s };
	uint32_t cp;

	while ((cp = text_next(&word)) != 0)
		if (text_fold_next(&f) != cp)
			return 0;
	return (size_t)(f.s - s);
}

/* The longest word that stands at s, in bytes of the text. */
static size_t
word_at(const struct search_hits *h, const char *s, bool inside)
{
	size_t n, best = 0;
	const char *first;
	int i;

	for (i = 0; i < h->words; i++) {
		first = h->word[i];
		if (inside && kind_of(text_next(&first)) == LETTER)
			continue;
		n = matches(s, h->word[i]);
		best = n > best ? n : best;
	}
	return best;
}

static bool
is_letter(const char *s)
{
	struct text_folder f = { .s = s };

	return kind_of(text_fold_next(&f)) == LETTER;
}

/* Where the first word stands, or NULL. */
static const char *
first_word(const struct search_hits *h, const char *text)
{
	bool inside = false;
	const char *s, *p;

	for (s = text; *s != '\0'; s = p) {
		if (word_at(h, s, inside) > 0)
			return s;
		inside = is_letter(s);
		p = s;
		text_next(&p);
	}
	return NULL;
}

/* n characters before s, but not before the text. */
static const char *
step_back(const char *text, const char *s, int n)
{
	for (; n > 0 && s > text; n--)
		do
			s--;
		while (s > text && (*s & 0xC0) == 0x80);
	return s;
}

/* One character, control characters and kinds of space as one space. */
static void
put_plain(struct buf *b, const char *s, size_t n)
{
	if (text_printable(s, n, false))
		buf_put(b, s, n);
	else if (b->n > 0 && b->s[b->n - 1] != ' ')
		buf_putc(b, ' ');
}

/* The same up to end; returns end. */
static const char *
put_until(struct buf *b, const char *s, const char *end)
{
	const char *p = s;

	for (; s < end; s = p) {
		text_next(&p);
		put_plain(b, s, (size_t)(p - s));
	}
	return s;
}

char *
search_snippet(const struct search_hits *h, const char *text, int n,
    struct arena *m)
{
	const char *found = first_word(h, text);
	const char *s = found == NULL ? text : step_back(text, found, n / 3);
	const char *end = s;
	struct buf b = buf_new(m);
	bool inside = s > text;
	size_t len;

	for (; n > 0 && text_next(&end) != 0; n--)
		;
	if (s > text)
		buf_puts(&b, "…");
	while (s < end) {
		if ((len = word_at(h, s, inside && s != found)) > 0) {
			buf_putc(&b, '\x01');
			s = put_until(&b, s, s + len);
			buf_putc(&b, '\x02');
			inside = false;
			continue;
		}
		inside = is_letter(s);
		s = put_until(&b, s, s + 1);
	}
	if (*s != '\0')
		buf_puts(&b, "…");
	return b.s;
}

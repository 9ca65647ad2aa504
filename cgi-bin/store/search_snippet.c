/* search_snippet.c - the passage of a text that is shown, with its marks. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "store/search.h"
#include "store/search_gram.h"

struct search_hits
search_words(const struct search_query *q, struct arena *m)
{
	struct search_hits h = { .ignored = q->ignored };
	int k, i;

	h.word = arena_calloc(m, SEARCH_TERMS * (1 + SEARCH_ALSO),
	    sizeof(*h.word));
	for (k = 0; k < q->n; k++) {
		if (q->v[k].without)
			continue;
		h.word[h.words++] = (char *)q->v[k].folded;
		for (i = 0; i < q->v[k].n_also; i++)
			h.word[h.words++] = (char *)q->v[k].also[i];
	}
	return h;
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
		if (inside && gram_kind(text_next(&first)) == GRAM_LETTER)
			continue;
		n = search_term_at(h->word[i], s);
		best = n > best ? n : best;
	}
	return best;
}

static bool
is_letter(const char *s)
{
	struct text_folder f = { .s = s };

	return gram_kind(text_fold_next(&f)) == GRAM_LETTER;
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

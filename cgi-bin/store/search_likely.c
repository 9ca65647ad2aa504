/*
 * search_likely.c - which public documents of a unit may hold a text as it
 * stands.  Only its Chinese characters are asked for: a word of letters may be
 * a piece of a longer one, which the index does not know.
 */
#include "base/text.h"

#include "store/search.h"
#include "store/search_gram.h"
#include "store/search_rare.h"
#include "store/search_walk.h"

static void
add(struct search_query *q, const char *from, const char *to, struct arena *m)
{
	if (from == to || q->n == SEARCH_TERMS)
		return;
	q->v[q->n++] = (struct search_term){
		.folded = arena_strndup(m, from, (size_t)(to - from)) };
	q->wanted++;
}

/* What of [s, end) is Chinese characters, nothing else between them. */
static void
add_characters(struct search_query *q, const char *s, const char *end,
    struct arena *m)
{
	const char *from = s, *next, *p;

	for (; s < end; s = next) {
		next = gram_unit(s, end);
		p = s;
		if (gram_kind(text_next(&p)) == GRAM_HAN)
			continue;
		add(q, from, s, m);
		from = next;
	}
	add(q, from, s, m);
}

enum rc
search_likely(struct db *db, int64_t unit, const char *text, int64_t *key,
    int max, int *n, struct arena *m)
{
	const struct search_filter f = { .unit = unit };
	struct search_query q = { .ignored = "" };
	const char *s = gram_fold(m, text), *from, *to, *match;
	bool exact;
	enum rc rc;

	*n = 0;
	while (gram_run(&s, &from, &to))
		add_characters(&q, from, to, m);
	if (q.n == 0 || search_is_new(db))
		return RC_NOT_FOUND;
	if ((rc = search_rare(db, &q, m)) != RC_OK)
		return rc;
	match = search_expression(&q, &f, false, &exact, m);
	return search_walk(db, NULL, match, 0, key, max, n);
}

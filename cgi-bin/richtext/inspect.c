/* inspect.c - see inspect.h. */
#include <string.h>

#include "richtext/inspect_find.h"

static const struct {
	const char *key;
	enum inspect_weight weight;
	int mends;
} kinds[INSPECT__MAX] = {
	[INSPECT_NONE] = { "", INSPECT_LOOK, 0 },
	[INSPECT_ID_CARD] = { "id_card", INSPECT_FIX, 1 },
	[INSPECT_ID_CARD_OLD] = { "id_card_old", INSPECT_EXPLAIN, 1 },
	[INSPECT_TRADER] = { "trader", INSPECT_EXPLAIN, 1 },
	[INSPECT_MOBILE] = { "mobile", INSPECT_EXPLAIN, 1 },
	[INSPECT_BANK_CARD] = { "bank_card", INSPECT_EXPLAIN, 1 },
	[INSPECT_EMAIL] = { "email", INSPECT_EXPLAIN, 1 },
	[INSPECT_SUMMARY_LONG] = { "summary_long", INSPECT_LOOK, 0 },
	[INSPECT_LINK_DEAD] = { "link_dead", INSPECT_FIX, 0 },
	[INSPECT_CHANGES] = { "changes", INSPECT_FIX, 0 },
	[INSPECT_COMMENTS] = { "comments", INSPECT_FIX, 0 },
	[INSPECT_HIDDEN_TEXT] = { "hidden_text", INSPECT_FIX, 0 },
	[INSPECT_HIDDEN_CELLS] = { "hidden_cells", INSPECT_EXPLAIN, 0 },
	[INSPECT_OBJECTS] = { "objects", INSPECT_EXPLAIN, 0 },
	[INSPECT_MACROS] = { "macros", INSPECT_FIX, 0 },
	[INSPECT_AUTHOR] = { "author", INSPECT_LOOK, 1 },
	[INSPECT_PLACE] = { "place", INSPECT_FIX, 1 },
	[INSPECT_CAMERA] = { "camera", INSPECT_LOOK, 1 },
	[INSPECT_UNREAD] = { "unread", INSPECT_LOOK, 0 },
	[INSPECT_LATER] = { "later", INSPECT_EXPLAIN, 0 },
};

const char *
inspect_key(enum inspect_kind k)
{
	return kinds[k].key;
}

enum inspect_kind
inspect_kind_of(const char *key)
{
	for (int k = INSPECT_NONE + 1; k < INSPECT__MAX; k++)
		if (strcmp(kinds[k].key, key) == 0)
			return (enum inspect_kind)k;
	return INSPECT_NONE;
}

enum inspect_weight
inspect_weight(enum inspect_kind k)
{
	return kinds[k].weight;
}

int
inspect_mends(enum inspect_kind k)
{
	return kinds[k].mends;
}

/* The first row of a table is its head. */
static const struct line *
head_of(const struct line *before, const struct line *l)
{
	if (before == NULL || !line_is_row(before) || !line_is_row(l))
		return NULL;
	return before->head != NULL ? before->head : before;
}

void
inspect_text(const char *text, struct inspections *out, struct arena *m)
{
	struct line *l, *before = NULL;
	int number = 0;

	while (*text != '\0' && out->n < INSPECT_MAX) {
		size_t n = strcspn(text, "\n");

		l = arena_alloc(m, sizeof(*l));
		line_read(l, text, n, m);
		l->number = ++number;
		l->head = head_of(before, l);
		inspect_numbers(l, out, m);
		inspect_words(l, out, m);
		before = l;
		text += n + (text[n] == '\n');
	}
}

void
inspect_add(struct inspections *out, const struct line *l,
    enum inspect_kind kind, int from, int to, const char *masked,
    struct arena *m)
{
	struct inspected *v;

	if (out->n >= INSPECT_MAX)
		return;
	if (out->n % 16 == 0) {
		v = arena_calloc(m, (size_t)out->n + 16, sizeof(*v));
		if (out->n > 0)
			memcpy(v, out->v, (size_t)out->n * sizeof(*v));
		out->v = v;
	}
	out->v[out->n++] = (struct inspected){ .kind = kind,
	    .value = arena_strndup(m, l->text + l->at[from],
	    l->at[to] - l->at[from]), .masked = masked, .line = l->text,
	    .at = l->at[from], .number = l->number };
}

const char *
inspect_mask(const char *s, int head, int tail, struct arena *m)
{
	int n = (int)strlen(s);
	char *out = arena_strdup(m, s);

	for (int k = head; k < n - tail; k++)
		out[k] = '*';
	return out;
}

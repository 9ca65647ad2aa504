/*
 * answered.c - finding what is public already for a description in everyday
 * words: its pairs of characters are looked up one by one, rare ones weigh
 * more; the documents that hold most of them, and in their titles, are best.
 */
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/clock.h"
#include "base/text.h"
#include "core/answered.h"
#include "core/case_repeat.h"
#include "core/list.h"
#include "core/publication_row.h"
#include "core/setting.h"
#include "store/search.h"

#define ANSWERS		3
#define PIECES_MAX	48
#define PIECE		2	/* characters of a piece of Chinese */
#define KEYS_MAX	400	/* newest documents of a piece */
#define TEXT_MAX	200	/* characters that are looked at */
#define SNIPPET		70
#define CANDIDATES	12	/* documents whose titles are compared */
#define SHARE		50	/* per cent of the weight that must be there */
#define SHARE_TITLE	25	/* and when the title is alike */
#define LIKE		60
#define APPLICATIONS_MAX 1000

struct piece { char s[64]; };
struct pieces { int n; struct piece v[PIECES_MAX]; };
struct found { int64_t key; int score; };

/* Words that only hold a sentence together. */
static const char *const fillers[] = { "关于", "申请公开", "本人", "有关",
	"相关", "的", "了", "和", "与", "及", "我", "想", "请", "吗", "呢",
	"是", "在", "有", "哪", "什么", "怎么", "如何", "多少", NULL };

static size_t
filler(const char *s)
{
	for (int k = 0; fillers[k] != NULL; k++)
		if (strncmp(s, fillers[k], strlen(fillers[k])) == 0)
			return strlen(fillers[k]);
	return 0;
}

static bool
is_word(uint32_t c)
{
	return c >= 0x80 ? text_is_han(c) : (c >= '0' && c <= '9') ||
	    (c >= 'a' && c <= 'z');
}

static void
piece_add(struct pieces *p, const char *s, size_t n)
{
	if (p->n == PIECES_MAX || n >= sizeof(p->v[0].s))
		return;
	memcpy(p->v[p->n].s, s, n);
	p->v[p->n].s[n] = '\0';
	for (int k = 0; k < p->n; k++)
		if (strcmp(p->v[k].s, p->v[p->n].s) == 0)
			return;
	p->n++;
}

/* A run of letters and digits is one piece, Chinese is cut into pairs. */
static void
run_add(struct pieces *p, const char *s, size_t n)
{
	const char *end = s + n, *next = s, *to;

	if (n == 0)
		return;
	if (!text_is_han(text_next(&next))) {
		if (n >= 2)
			piece_add(p, s, n);
		return;
	}
	while (next < end) {
		to = next;
		text_next(&to);
		piece_add(p, s, (size_t)(to - s));
		s = next;
		next = to;
	}
}

static void
pieces_of(const char *s, struct pieces *out)
{
	const char *run = s, *next;
	uint32_t c, last = 0;
	size_t skip;

	out->n = 0;
	for (; *s != '\0'; s = next) {
		next = s;
		skip = filler(s);
		c = text_next(&next);
		if (skip == 0 && is_word(c) && (run == s ||
		    text_is_han(c) == text_is_han(last))) {
			last = c;
			continue;
		}
		run_add(out, run, (size_t)(s - run));
		if (skip > 0)
			next = s + skip;
		run = skip > 0 || !is_word(c) ? next : s;
		last = c;
	}
	run_add(out, run, (size_t)(s - run));
}

static int
compare_found(const void *x, const void *y)
{
	const struct found *a = x, *b = y;

	if (a->score != b->score)
		return b->score - a->score;
	return a->key > b->key ? -1 : a->key < b->key;
}

struct tally { int n; struct found *v; };

static void
count(struct tally *t, int64_t key, int weight, struct arena *m)
{
	for (int k = 0; k < t->n; k++)
		if (t->v[k].key == key) {
			t->v[k].score += weight;
			return;
		}
	*list_add(t, m) = (struct found){ .key = key, .score = weight };
}

/* words: the pieces, for the marks of the passage; *all: the weight of all
 * pieces together. */
static enum rc
tally_up(struct db *db, const struct pieces *p, struct tally *t, int *all,
    struct search_hits *words, struct arena *m)
{
	struct search_hits hits;
	enum rc rc;
	int weight;

	*all = 0;
	*words = (struct search_hits){ .ignored = "", .word = arena_calloc(m,
	    PIECES_MAX, sizeof(char *)) };
	for (int k = 0; k < p->n; k++) {
		rc = search_find(db, p->v[k].s, 0, KEYS_MAX, &hits, m);
		if (rc != RC_OK)
			return rc;
		weight = 1000 / (10 + hits.n);
		*all += hits.n > 0 ? weight : 1;
		for (int i = 0; i < hits.n; i++)
			count(t, hits.key[i], weight, m);
		if (hits.n > 0 && hits.words > 0)
			words->word[words->words++] = hits.word[0];
	}
	if (t->n > 0)
		qsort(t->v, (size_t)t->n, sizeof(t->v[0]), compare_found);
	return RC_OK;
}

struct candidate { struct answered a; int points; };

static int
compare_candidate(const void *x, const void *y)
{
	return ((const struct candidate *)y)->points -
	    ((const struct candidate *)x)->points;
}

/* share: how much of the description the document holds. */
static enum rc
judge(struct db *db, int64_t unit, int64_t key, int share, const char *asked,
    const struct search_hits *words, struct candidate *c, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " PUBLICATION_COLS
	    ", p.body_text, p.unit_id FROM public_document p"
	    " WHERE p.publication = $1", V(key));
	struct publication p;
	const char *text;
	enum rc rc = db_first(&q);
	int like;

	c->points = 0;
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	publication_load(&q, &p, m);
	text = db_text(&q, PUBLICATION_COLS_N, m);
	like = case_likeness(p.title, asked, m);
	if ((unit == 0 || db_int(&q, PUBLICATION_COLS_N + 1) == unit) &&
	    (share >= SHARE || (share >= SHARE_TITLE && like >= SHARE)))
		c->points = share + like;
	c->a = (struct answered){ .id = p.id, .title = p.title,
	    .path = p.path, .unit_name = p.unit_name,
	    .published = p.published, .snippet = search_snippet(words,
	    *text != '\0' ? text : p.summary, SNIPPET, m) };
	return db_done(&q);
}

static enum rc
add_documents(struct db *db, int64_t unit, const char *text,
    struct answereds *out, struct arena *m)
{
	struct candidate best[CANDIDATES];
	struct search_hits words;
	struct tally t = { 0 };
	struct pieces p;
	enum rc rc;
	int all, n;

	pieces_of(text, &p);
	if ((rc = tally_up(db, &p, &t, &all, &words, m)) != RC_OK)
		return rc;
	for (n = 0; rc == RC_OK && n < t.n && n < CANDIDATES; n++)
		rc = judge(db, unit, t.v[n].key, t.v[n].score * 100 / all,
		    text, &words, &best[n], m);
	if (rc != RC_OK)
		return rc;
	qsort(best, (size_t)n, sizeof(best[0]), compare_candidate);
	for (int k = 0; k < n && out->n < ANSWERS && best[k].points > 0; k++)
		out->v[out->n++] = best[k].a;
	return RC_OK;
}

/* Of the answers to others, the one that is most alike. */
static enum rc
add_application(struct db *db, int64_t unit, const char *text,
    struct answereds *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT p.id, p.summary, p.unit_name,"
	    " p.answer, p.closed FROM public_application p WHERE"
	    " p.answer <> '' AND (CAST($1 AS BIGINT) = 0 OR p.unit_id = $1)"
	    " ORDER BY p.id DESC LIMIT $2", V(unit), V(APPLICATIONS_MAX));
	struct answered a = { .application = true, .path = "" };
	int best = LIKE - 1, like;

	while (db_next(&q)) {
		like = case_likeness(db_text(&q, 1, m), text, m);
		if (like <= best)
			continue;
		best = like;
		a.id = db_int(&q, 0);
		a.title = db_text(&q, 1, m);
		a.unit_name = db_text(&q, 2, m);
		a.snippet = text_cut(m, db_text(&q, 3, m), SNIPPET);
		a.published = db_text(&q, 4, m);
	}
	if (a.id != 0)
		out->v[out->n++] = a;
	return db_done(&q);
}

enum rc
answered_find(struct db *db, int64_t unit, const char *description,
    struct answereds *out, struct arena *m)
{
	const char *text = text_fold(m, text_cut(m, text_trim(m, description),
	    TEXT_MAX));
	bool log;
	enum rc rc;

	*out = (struct answereds){ 0 };
	if (*text == '\0')
		return RC_OK;
	if ((rc = setting_flag(db, 0, SETTING_PUBLIC_LOG, &log, m)) != RC_OK)
		return rc;
	if (log)
		rc = add_application(db, unit, text, out, m);
	return rc != RC_OK ? rc : add_documents(db, unit, text, out, m);
}

/* The first category of a public document; 0 when it is not one. */
static enum rc
category_of(struct db *db, int64_t document, int64_t *out)
{
	return db_number(db, out, "SELECT c.id FROM public_document p"
	    " JOIN public_category c ON c.revision_id = p.revision_id"
	    " WHERE p.id = $1 ORDER BY c.position, c.id LIMIT 1",
	    V(document));
}

static enum rc
is_public_answer(struct db *db, int64_t id)
{
	struct rows q = db_query(db, "SELECT id FROM public_application"
	    " WHERE id = $1 AND answer <> ''", V(id));
	enum rc rc = db_first(&q);

	return rc == RC_OK ? db_done(&q) : rc;
}

enum rc
answered_click(struct db *db, bool application, int64_t id, struct arena *m)
{
	int64_t category = 0;
	enum rc rc = application ? is_public_answer(db, id) :
	    category_of(db, id, &category);

	if (rc != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO answered_click (month, category_id, n)"
	    " VALUES ($1, $2, 1) ON CONFLICT (month, category_id) DO UPDATE"
	    " SET n = answered_click.n + 1",
	    V(arena_printf(m, "%.7s", day_text(m, clock_today()))),
	    V(category));
}

enum rc
answered_counts(struct db *db, int year, struct answered_counts *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT COALESCE(c.name, ''), SUM(a.n)"
	    " FROM answered_click a LEFT JOIN category c"
	    " ON c.id = a.category_id WHERE a.month LIKE $1 || '-%'"
	    " GROUP BY a.category_id, c.name ORDER BY SUM(a.n) DESC, 1",
	    V(arena_printf(m, "%04d", year)));

	*out = (struct answered_counts){ 0 };
	while (db_next(&q))
		*list_add(out, m) = (struct answered_count){
		    .category = db_text(&q, 0, m), .n = db_int(&q, 1) };
	return db_done(&q);
}

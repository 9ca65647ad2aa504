/*
 * search.c - how long the store takes to search, and whether it finds exactly
 * what a scan of all texts finds.
 *
 * bench_search CONF SEED: questions are cut out of documents at random, so many
 * for each length and frequency; every one is asked in rounds, first page by
 * date with the capped count, the same with facets, and by relevance.  Times
 * are of the process, which others on the machine do not disturb; the median
 * of the rounds stands for a question.  Lines of JSON.
 *
 * bench_search CONF SEED QUESTION ...: only these, as the page asks them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/config.h"
#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/publication.h"
#include "store/search.h"

#define EACH	25		/* questions of a class */
#define TRIES	40000
#define ROUNDS	5
#define PAGE	20
#define CHECKED 4		/* questions of a class that are scanned for */
#define COMPARED 200		/* newest hits that are compared */

enum way { LIST, FACETS, BEST, WAYS };
static const char *const way_names[] = { "list", "facets", "best" };

/* Lengths 2, 3, 4 and two words, each frequent and rare. */
#define LENGTHS 4
#define CLASSES (2 * LENGTHS)
static const char *const class_names[] = { "2 frequent", "2 rare",
	"3 frequent", "3 rare", "4 frequent", "4 rare", "words frequent",
	"words rare" };

struct question {
	const char *text;
	int total;
	double ms[WAYS];
	bool late;
	/* by the scan */
	int64_t n;
	int64_t newest[COMPARED];
};

static struct {
	struct db *db;
	struct arena *m, *scratch;
	int64_t documents, top;
	uint64_t state;
	int n[CLASSES];
	struct question q[CLASSES][EACH];
} b;

static uint64_t
draw(uint64_t below)
{
	b.state = b.state * 6364136223846793005u + 1442695040888963407u;
	return (b.state >> 33) % below;
}

static double
now_ms(clockid_t which)
{
	struct timespec t;

	clock_gettime(which, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int64_t
number(struct rows q)
{
	int64_t n;

	if (db_first(&q) != RC_OK)
		fatal("no number");
	n = db_int(&q, 0);
	db_done(&q);
	return n;
}

/* n Chinese characters in a row from somewhere in the text; NULL. */
static const char *
cut(const char *text, int n)
{
	size_t length = text_length(text);
	const char *s = text, *end;
	uint64_t skip = length > 0 ? draw(length) : 0;
	int k;

	while (skip-- > 0)
		text_next(&s);
	for (end = s, k = 0; k < n; k++)
		if (!text_is_han(text_next(&end)))
			return NULL;
	return arena_strndup(b.m, s, (size_t)(end - s));
}

static const char *
some_text(void)
{
	struct rows q = db_query(b.db, "SELECT body_text FROM public_document"
	    " WHERE publication = $1", V((int64_t)draw((uint64_t)b.top) + 1));
	const char *text = db_first(&q) == RC_OK ?
	    db_text(&q, 0, b.scratch) : "";

	db_done(&q);
	return text;
}

static const char *
make(int length)
{
	const char *text = some_text(), *first, *second;

	if (length < LENGTHS - 1)
		return cut(text, length + 2);
	first = cut(text, 2);
	second = cut(text, 2);
	return first == NULL || second == NULL || strcmp(first, second) == 0 ?
	    NULL : arena_printf(b.m, "%s %s", first, second);
}

static int
total_of(const char *text)
{
	static const struct search_filter any;
	struct search_query q;
	int total;

	search_parse(text, &q, b.scratch);
	if (search_total(b.db, &q, &any, &total, b.scratch) != RC_OK)
		fatal("%s cannot be searched", text);
	return total;
}

static void
keep(const char *text, int length)
{
	int64_t often = b.documents / 100, rare = b.documents / 1000;
	int total = total_of(text), c;

	often = often < SEARCH_COUNT_MAX ? often : SEARCH_COUNT_MAX;
	rare = rare < SEARCH_COUNT_MAX ? rare : SEARCH_COUNT_MAX;
	if (total <= often && total > rare)
		return;
	c = 2 * length + (total <= often);
	if (b.n[c] < EACH)
		b.q[c][b.n[c]++] = (struct question){ .text = text,
		    .total = total };
}

static void
choose(void)
{
	int k, length;
	const char *text;

	for (k = 0; k < TRIES; k++) {
		arena_reset(b.scratch);
		length = k % LENGTHS;
		if (b.n[2 * length] == EACH && b.n[2 * length + 1] == EACH)
			continue;
		if ((text = make(length)) != NULL)
			keep(text, length);
	}
}

static double
ask(struct question *q, enum way way)
{
	static const struct search_filter any;
	const struct search_page page = { .max = PAGE, .facets = way != LIST,
	    .order = way == BEST ? SEARCH_BEST : SEARCH_NEWEST };
	struct search_query parsed;
	struct search_result r;
	double begun = now_ms(CLOCK_PROCESS_CPUTIME_ID);

	arena_reset(b.scratch);
	search_parse(q->text, &parsed, b.scratch);
	if (search_run(b.db, &parsed, &any, &page, &r, b.scratch) != RC_OK)
		fatal("%s cannot be searched", q->text);
	return now_ms(CLOCK_PROCESS_CPUTIME_ID) - begun;
}

static int
up(const void *x, const void *y)
{
	double a = *(const double *)x, c = *(const double *)y;

	return (a > c) - (a < c);
}

static void
measure(struct question *q)
{
	double ms[WAYS][ROUNDS];
	int round, way;

	for (round = 0; round < ROUNDS; round++)
		for (way = 0; way < WAYS; way++)
			ms[way][round] = ask(q, (enum way)way);
	for (way = 0; way < WAYS; way++) {
		qsort(ms[way], ROUNDS, sizeof(double), up);
		q->ms[way] = ms[way][ROUNDS / 2];
	}
}

static void
print_times(const char *name, int from, int to)
{
	double ms[CLASSES * EACH];
	int way, c, k, n;

	printf("{\"class\":\"%s\"", name);
	for (way = 0; way < WAYS; way++) {
		for (n = 0, c = from; c < to; c++)
			for (k = 0; k < b.n[c]; k++)
				ms[n++] = b.q[c][k].ms[way];
		qsort(ms, (size_t)n, sizeof(double), up);
		if (way == 0)
			printf(",\"n\":%d", n);
		if (n > 0)
			printf(",\"%s\":[%.3f,%.3f,%.3f]", way_names[way],
			    ms[n / 2], ms[(n * 95 + 99) / 100 - 1],
			    ms[n - 1]);
	}
	puts("}");
}

/* Every word stands in the title, the number or the text. */
static bool
stands_in(const char *question, char *const part[3])
{
	char *words = arena_strdup(b.scratch, question), *word;
	bool found = true;

	while (found && (word = strsep(&words, " ")) != NULL)
		found = strstr(part[0], word) != NULL ||
		    strstr(part[1], word) != NULL ||
		    strstr(part[2], word) != NULL;
	return found;
}

static void
scan_one(int64_t key, char *const part[3])
{
	struct question *q;
	int c, k;

	for (c = 0; c < CLASSES; c++)
		for (k = 0; k < b.n[c] && k < CHECKED; k++) {
			q = &b.q[c][k];
			if (!stands_in(q->text, part))
				continue;
			if (q->n < COMPARED)
				q->newest[q->n] = key;
			q->n++;
		}
}

static void
scan(void)
{
	struct rows q = db_query(b.db, "SELECT publication, title, doc_no,"
	    " body_text FROM public_document ORDER BY publication DESC");
	char *part[3];

	while (db_next(&q)) {
		arena_reset(b.scratch);
		part[0] = db_text(&q, 1, b.scratch);
		part[1] = db_text(&q, 2, b.scratch);
		part[2] = db_text(&q, 3, b.scratch);
		scan_one(db_int(&q, 0), part);
	}
	if (db_done(&q) != RC_OK)
		fatal("the texts cannot be scanned");
}

/* Differences between what is found page after page and what is there. */
static int
differences(struct question *q)
{
	int n = q->n < COMPARED ? (int)q->n : COMPARED, at = 0, wrong = 0, k;
	struct search_hits h;
	int64_t before = 0;

	do {
		arena_reset(b.scratch);
		if (search_find(b.db, q->text, before, PAGE, &h,
		    b.scratch) != RC_OK)
			fatal("%s cannot be searched", q->text);
		for (k = 0; k < h.n; k++, at++)
			wrong += at < n ? h.key[k] != q->newest[at] :
			    at < COMPARED;
		before = h.n > 0 ? h.key[h.n - 1] : 0;
	} while (h.n > 0 && at < n);
	return wrong + (at < n ? n - at : 0);
}

static void
check(void)
{
	int c, k, asked = 0, wrong = 0;
	int64_t hits = 0;

	scan();
	for (c = 0; c < CLASSES; c++)
		for (k = 0; k < b.n[c] && k < CHECKED; k++, asked++) {
			hits += b.q[c][k].n;
			wrong += differences(&b.q[c][k]);
		}
	printf("{\"checked\":%d,\"hits\":%lld,\"wrong\":%d}\n", asked,
	    (long long)hits, wrong);
}

/* What costs most: long, many, frequent, with nothing that holds them all. */
static void
hard(const char *name, const char *question)
{
	struct publication_ask a = { .q = question, .max = PAGE,
	    .order = SEARCH_BEST, .facets = true, .hints_ms = 20 };
	struct publication_hits hits;
	double cpu = now_ms(CLOCK_PROCESS_CPUTIME_ID);
	double wall = now_ms(CLOCK_MONOTONIC);

	arena_reset(b.scratch);
	if (publication_find(b.db, &a, &hits, b.scratch) != RC_OK)
		fatal("%s cannot be searched", question);
	printf("{\"hard\":\"%s\",\"cpu\":%.1f,\"wall\":%.1f,\"total\":%lld,"
	    "\"late\":%d}\n", name,
	    now_ms(CLOCK_PROCESS_CPUTIME_ID) - cpu,
	    now_ms(CLOCK_MONOTONIC) - wall, (long long)hits.total, hits.late);
}

static void
hard_all(void)
{
	const char *text = arena_strdup(b.m, some_text());
	const char *other = arena_strdup(b.m, some_text());

	hard("200 characters", text_cut(b.m, text, 199));
	hard("two beginnings", arena_printf(b.m, "%s%s",
	    text_cut(b.m, text, 90), text_cut(b.m, other, 90)));
	hard("12 single characters", "的 一 工 作 区 人 年 有 在 行 政 发");
	hard("12 pairs", "工作 关于 通知 单位 情况 部门 管理 服务 公开 信息 "
	    "安全 项目");
	hard("11 left out", "工作 -关于 -通知 -单位 -情况 -部门 -管理 -服务 "
	    "-公开 -信息 -安全");
	hard("a long term that is not there",
	    "关于做好工作的通知关于做好工作的通知关于做好工作的通知");
	hard("pinyin", "guanyuzuohaogongzuodetongzhi");
	hard("letters", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz");
}

int
main(int argc, char **argv)
{
	const struct config *conf;
	int c, k;

	if (argc < 3)
		return 1;
	log_open("bench");
	secret_init();
	conf = config_read(argv[1]);
	b.m = arena_new();
	b.scratch = arena_new();
	b.state = strtoull(argv[2], NULL, 10) * 2654435761u + 1;
	if ((b.db = db_open(conf->db, conf->write_lock, false)) == NULL ||
	    db_protect(b.db, true) != RC_OK)
		return 1;
	b.documents = number(db_query(b.db, "SELECT COUNT(*)"
	    " FROM search_entry"));
	b.top = number(db_query(b.db, "SELECT MAX(key) FROM search_entry"));
	for (k = 3; k < argc; k++)
		for (c = 0; c < ROUNDS; c++)
			hard(argv[k], argv[k]);
	if (argc > 3)
		return 0;
	choose();
	for (c = 0; c < CLASSES; c++)
		for (k = 0; k < b.n[c]; k++)
			measure(&b.q[c][k]);
	for (c = 0; c < CLASSES; c++)
		print_times(class_names[c], c, c + 1);
	print_times("all", 0, CLASSES);
	hard_all();
	check();
	db_close(b.db);
	return 0;
}

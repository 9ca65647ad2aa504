/* likeness.c - see likeness.h. */
#include <string.h>

#include "base/text.h"
#include "core/likeness.h"
#include "core/list.h"

#define BIGRAMS_MIN	40	/* below that every notice is like another */
#define BIGRAMS_MAX	200000
#define FIND_MAX	10

/* The finalizer of splitmix64: every bit depends on all. */
static uint64_t
mixed(uint64_t x)
{
	x += 0x9e3779b97f4a7c15;
	x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
	x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
	return x ^ (x >> 31);
}

uint64_t
likeness_of(const char *text)
{
	struct text_folder f = { .s = text };
	int sum[64] = { 0 }, n = 0;
	uint32_t before = 0, cp;
	uint64_t hash = 0, bits;

	while ((cp = text_fold_next(&f)) != 0 && n < BIGRAMS_MAX) {
		if (cp <= ' ')
			continue;
		if (before != 0) {
			bits = mixed((uint64_t)before << 32 | cp);
			for (int k = 0; k < 64; k++)
				sum[k] += bits >> k & 1 ? 1 : -1;
			n++;
		}
		before = cp;
	}
	for (int k = 0; k < 64; k++)
		hash |= (uint64_t)(sum[k] > 0) << k;
	return n < BIGRAMS_MIN ? 0 : hash;
}

int
likeness_distance(uint64_t a, uint64_t b)
{
	return __builtin_popcountll(a ^ b);
}

static int
band(uint64_t hash, int k)
{
	return (int)(hash >> (16 * k) & 0xffff);
}

enum rc
likeness_keep(struct db *db, int64_t unit, int64_t revision, const char *text)
{
	uint64_t h = likeness_of(text);

	if (h == 0)
		return db_run(db, "DELETE FROM likeness"
		    " WHERE revision_id = $1", V(revision));
	return db_run(db, "INSERT INTO likeness (revision_id, unit_id, hash,"
	    " band_0, band_1, band_2, band_3)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)"
	    " ON CONFLICT (revision_id) DO UPDATE SET hash = excluded.hash,"
	    " band_0 = excluded.band_0, band_1 = excluded.band_1,"
	    " band_2 = excluded.band_2, band_3 = excluded.band_3",
	    V(revision), V(unit), V((int64_t)h), V(band(h, 0)), V(band(h, 1)),
	    V(band(h, 2)), V(band(h, 3)));
}

static void
like_load(const struct rows *q, bool number, struct likes *out,
    struct arena *m)
{
	struct like l = { .id = db_int(q, 0), .number = number };

	for (int k = 0; k < out->n; k++)
		if (out->v[k].id == l.id)
			return;
	if (out->n == FIND_MAX)
		return;
	l.title = db_text(q, 1, m);
	l.doc_no = db_text(q, 2, m);
	l.state = state_of_key(db_text(q, 3, m));
	l.returned = db_text(q, 4, m);
	*list_add(out, m) = l;
}

static enum rc
find_number(struct db *db, int64_t unit, int64_t except, const char *doc_no,
    struct likes *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, r.title, r.doc_no, d.state,"
	    " d.returned FROM revision r JOIN document d"
	    " ON d.revision_id = r.id WHERE r.doc_no = $1 AND d.unit_id = $2"
	    " AND d.id <> $3 AND d.state <> 'deleted'"
	    " ORDER BY d.id DESC LIMIT $4", V(doc_no), V(unit), V(except),
	    V(FIND_MAX));

	while (db_next(&q))
		like_load(&q, true, out, m);
	return db_done(&q);
}

static enum rc
find_text(struct db *db, int64_t unit, int64_t except, uint64_t hash,
    struct likes *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, r.title, r.doc_no, d.state,"
	    " d.returned, l.hash FROM (SELECT revision_id, hash FROM likeness"
	    " WHERE unit_id = $1 AND band_0 = $2 UNION SELECT revision_id,"
	    " hash FROM likeness WHERE unit_id = $1 AND band_1 = $3"
	    " UNION SELECT revision_id, hash FROM likeness WHERE unit_id = $1"
	    " AND band_2 = $4 UNION SELECT revision_id, hash FROM likeness"
	    " WHERE unit_id = $1 AND band_3 = $5) l JOIN document d"
	    " ON d.revision_id = l.revision_id JOIN revision r"
	    " ON r.id = l.revision_id WHERE d.id <> $6"
	    " AND d.state <> 'deleted' ORDER BY d.id DESC",
	    V(unit), V(band(hash, 0)), V(band(hash, 1)), V(band(hash, 2)),
	    V(band(hash, 3)), V(except));

	while (db_next(&q))
		if (likeness_distance(hash, (uint64_t)db_int(&q, 5)) <=
		    LIKENESS_BITS)
			like_load(&q, false, out, m);
	return db_done(&q);
}

enum rc
likeness_find(struct db *db, int64_t unit, int64_t except,
    const char *doc_no, const char *text, struct likes *out, struct arena *m)
{
	uint64_t hash = likeness_of(text);
	enum rc rc = RC_OK;

	*out = (struct likes){ 0 };
	if (*doc_no != '\0')
		rc = find_number(db, unit, except, doc_no, out, m);
	if (rc == RC_OK && hash != 0)
		rc = find_text(db, unit, except, hash, out, m);
	return rc;
}

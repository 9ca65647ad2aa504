/*
 * db_sqlite_grams.c - FTS5 asks here for the entries of a text.  A question is
 * one entry in quotes and is passed through: search_query.c makes it.
 */
#include "store/db_sqlite_grams.h"

#include "base/log.h"
#include "store/search_gram.h"

typedef int token(void *, int, const char *, int, int, int);

struct relay {
	token *put;
	void *user;
	int n;
};

static int
grams_open(void *context, const char **arg, int n, Fts5Tokenizer **out)
{
	static char it;

	(void)context, (void)arg;
	*out = (Fts5Tokenizer *)&it;
	return n == 0 ? SQLITE_OK : SQLITE_ERROR;
}

static void
grams_close(Fts5Tokenizer *t)
{
	(void)t;
}

/* All at one place: the index keeps none. */
static int
pass(void *user, const char *entry, size_t n)
{
	struct relay *r = user;

	return r->put(r->user, r->n++ > 0 ? FTS5_TOKEN_COLOCATED : 0, entry,
	    (int)n, 0, 0);
}

static int
grams_split(Fts5Tokenizer *t, void *user, int why, const char *text, int n,
    token *put)
{
	struct relay r = { put, user, 0 };

	(void)t;
	if (why & FTS5_TOKENIZE_QUERY)
		return put(user, 0, text, n, 0, n);
	return gram_each(text, (size_t)n, pass, &r);
}

static fts5_api *
api(struct db *db)
{
	sqlite3_stmt *st = NULL;
	fts5_api *out = NULL;

	if (sqlite3_prepare_v2(db->h, "SELECT fts5($1)", -1, &st, NULL) ==
	    SQLITE_OK) {
		sqlite3_bind_pointer(st, 1, &out, "fts5_api_ptr", NULL);
		sqlite3_step(st);
	}
	sqlite3_finalize(st);
	return out;
}

bool
db_grams(struct db *db)
{
	fts5_tokenizer grams = { grams_open, grams_close, grams_split };
	fts5_api *fts = api(db);

	if (fts != NULL && fts->xCreateTokenizer(fts, "grams", NULL, &grams,
	    NULL) == SQLITE_OK)
		return true;
	log_fail("this SQLite has no FTS5");
	return false;
}

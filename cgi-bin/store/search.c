/*
 * search.c - putting documents into the index and taking them out.
 *
 * Beside FTS5's own tables, which hold entries and nothing else, search_text
 * keeps the folded text (to compare with, and to take out again exactly what
 * was put in) and search_entry the few numbers that hits are counted by.
 */
#include "store/search.h"

#include <string.h>

#include "base/buf.h"
#include "store/search_gram.h"

/* Every form of the index has a number. */
#define FORM 2

static enum rc
make(struct db *db)
{
	enum rc rc;

	if ((rc = db_run(db, "DROP TABLE IF EXISTS search")) != RC_OK ||
	    (rc = db_run(db, "DROP TABLE IF EXISTS search_entry")) != RC_OK ||
	    (rc = db_run(db, "DROP TABLE IF EXISTS search_text")) != RC_OK ||
	    (rc = db_run(db, "DROP TABLE IF EXISTS search_form")) != RC_OK ||
	    (rc = db_run(db, "CREATE VIRTUAL TABLE search USING fts5(text,"
	    " tokenize = 'grams', content = '', columnsize = 0,"
	    " detail = none)")) != RC_OK ||
	    (rc = db_run(db, "CREATE TABLE search_entry ("
	    "key INTEGER PRIMARY KEY, unit_id BIGINT NOT NULL,"
	    " theme_id BIGINT NOT NULL, kind_id BIGINT NOT NULL,"
	    " year BIGINT NOT NULL, expired BIGINT NOT NULL,"
	    " categories TEXT NOT NULL)")) != RC_OK ||
	    (rc = db_run(db, "CREATE TABLE search_text ("
	    "key INTEGER PRIMARY KEY, text TEXT NOT NULL)")) != RC_OK ||
	    (rc = db_run(db, "CREATE TABLE search_form (form BIGINT NOT NULL,"
	    " filled BIGINT NOT NULL)")) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO search_form (form, filled)"
	    " VALUES ($1, 0)", V(FORM));
}

static enum rc
form_of(struct db *db, int64_t *form, int64_t *filled)
{
	struct rows q = db_query(db, "SELECT form, filled FROM search_form");
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*form = db_int(&q, 0);
	*filled = db_int(&q, 1);
	return db_done(&q);
}

enum rc
search_create(struct db *db)
{
	struct rows q = db_query(db, "SELECT name FROM sqlite_master"
	    " WHERE name = 'search_form'");
	int64_t form = 0, filled;
	enum rc rc = db_first(&q);

	if (rc == RC_OK && (rc = db_done(&q)) == RC_OK)
		rc = form_of(db, &form, &filled);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return rc;
	return form == FORM ? RC_OK : make(db);
}

bool
search_is_new(struct db *db)
{
	int64_t form, filled;

	return form_of(db, &form, &filled) == RC_OK && filled == 0;
}

enum rc
search_filled(struct db *db)
{
	return db_run(db, "UPDATE search_form SET filled = 1"
	    " WHERE filled = 0");
}

/* What was put under the key; "" for nothing. */
static enum rc
text_of(struct db *db, int64_t key, const char **text, struct arena *m)
{
	struct rows q = db_query(db, "SELECT text FROM search_text"
	    " WHERE key = $1", V(key));
	enum rc rc = db_first(&q);

	*text = "";
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	*text = db_text(&q, 0, m);
	return db_done(&q);
}

enum rc
search_drop(struct db *db, int64_t key, struct arena *m)
{
	const char *text;
	enum rc rc = text_of(db, key, &text, m);

	if (rc != RC_OK || *text == '\0')
		return rc;
	if ((rc = db_run(db, "INSERT INTO search (search, rowid, text)"
	    " VALUES ('delete', $1, $2)", V(key), V(text))) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM search_entry WHERE key = $1",
	    V(key))) != RC_OK)
		return rc;
	return db_run(db, "DELETE FROM search_text WHERE key = $1", V(key));
}

enum rc
search_clear(struct db *db)
{
	enum rc rc;

	if ((rc = db_run(db, "INSERT INTO search (search)"
	    " VALUES ('delete-all')")) != RC_OK ||
	    (rc = db_run(db, "DELETE FROM search_entry")) != RC_OK)
		return rc;
	return db_run(db, "DELETE FROM search_text");
}

/* Without the marks that part what is indexed. */
static const char *
plain(const char *s, struct arena *m)
{
	return gram_fold(m, s);
}

static void
put_days(struct buf *b, const struct search_entry *e)
{
	const char *day[] = { e->made_on, e->published };
	int k;

	for (k = 0; k < 2; k++)
		if (strlen(day[k]) >= 10)
			buf_printf(b, " d%.10s m%.7s", day[k], day[k]);
}

static const char *
facets(const struct search_entry *e, struct arena *m)
{
	struct buf b = buf_new(m);
	int k;

	buf_printf(&b, "u%lld y%d e%d t%lld k%lld", (long long)e->unit,
	    e->year, e->ended, (long long)e->theme, (long long)e->kind);
	for (k = 0; k < e->n_categories; k++)
		if (e->category[k] != 0)
			buf_printf(&b, " c%lld", (long long)e->category[k]);
	put_days(&b, e);
	return b.s;
}

static const char *
categories(const struct search_entry *e, struct arena *m)
{
	struct buf b = buf_new(m);
	int k;

	for (k = 0; k < e->n_categories; k++)
		if (e->category[k] != 0)
			buf_printf(&b, "%s%lld", b.n > 0 ? " " : "",
			    (long long)e->category[k]);
	return b.s;
}

/* At most n bytes, whole characters. */
static const char *
beginning(const char *s, size_t n, struct arena *m)
{
	if (strlen(s) <= n)
		return s;
	while (n > 0 && (s[n] & 0xC0) == 0x80)
		n--;
	return arena_strndup(m, s, n);
}

enum rc
search_put(struct db *db, const struct search_entry *e, struct arena *m)
{
	const char *text;
	enum rc rc;

	if ((rc = search_drop(db, e->key, m)) != RC_OK)
		return rc;
	text = arena_printf(m, "%s%c%s\n%s\n%s%c%s", plain(e->title, m),
	    GRAM_END, plain(e->number, m), plain(e->text, m),
	    plain(beginning(e->files, SEARCH_FILES_MAX, m), m), GRAM_END,
	    facets(e, m));
	if ((rc = db_run(db, "INSERT INTO search (rowid, text)"
	    " VALUES ($1, $2)", V(e->key), V(text))) != RC_OK ||
	    (rc = db_run(db, "INSERT INTO search_text (key, text)"
	    " VALUES ($1, $2)", V(e->key), V(text))) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO search_entry (key, unit_id, theme_id,"
	    " kind_id, year, expired, categories)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7)", V(e->key), V(e->unit),
	    V(e->theme), V(e->kind), V(e->year), V(e->ended),
	    V(categories(e, m)));
}

static enum rc
configure(struct db *db, const char *what, int value)
{
	return db_run(db, "INSERT INTO search (search, rank)"
	    " VALUES ($1, $2)", V(what), V(value));
}

#define PIECE	    (8 << 20)	/* bytes of entries gathered: what the processor
				 * can keep near */
#define PIECE_USUAL (1 << 20)	/* FTS5's own */

enum rc
search_bulk_begin(struct db *db)
{
	enum rc rc;

	if ((rc = db_bulk(db, true)) != RC_OK ||
	    (rc = configure(db, "hashsize", PIECE)) != RC_OK ||
	    (rc = configure(db, "crisismerge", 1000)) != RC_OK)
		return rc;
	return configure(db, "automerge", 0);
}

enum rc
search_bulk_end(struct db *db)
{
	enum rc rc;

	if ((rc = db_run(db, "INSERT INTO search (search)"
	    " VALUES ('optimize')")) != RC_OK ||
	    (rc = configure(db, "hashsize", PIECE_USUAL)) != RC_OK ||
	    (rc = configure(db, "crisismerge", 16)) != RC_OK ||
	    (rc = configure(db, "automerge", 4)) != RC_OK)
		return rc;
	return db_bulk(db, false);
}

/*
 * db_sqlite.c - statements, rows and transactions on SQLite.
 */
#include "store/db_sqlite.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/log.h"
#include "store/lock.h"

#define MAX_NESTED	16	/* one statement in use so often is a leak */

enum rc
db_rc(struct db *db, int r, const char *sql, const char *file, int line)
{
	switch (r) {
	case SQLITE_OK:
	case SQLITE_DONE:
	case SQLITE_ROW:
		return RC_OK;
	case SQLITE_CONSTRAINT_UNIQUE:
	case SQLITE_CONSTRAINT_PRIMARYKEY:
	case SQLITE_CONSTRAINT_FOREIGNKEY:
		return RC_CONFLICT;
	case SQLITE_NOMEM:
		abort();
	}
	if ((r & 0xFF) == SQLITE_BUSY || (r & 0xFF) == SQLITE_LOCKED ||
	    (r == SQLITE_INTERRUPT && db_late(db)))
		return RC_BUSY;
	if ((r & 0xFF) == SQLITE_READONLY && db->read_only)
		return RC_DENIED;
	log_fail("%s:%d: %s (%d): %s", file, line, sqlite3_errmsg(db->h), r,
	    sql);
	return (r & 0xFF) == SQLITE_TOOBIG ? RC_TOO_LARGE : RC_FAIL;
}

enum rc
db_exec(struct db *db, const char *sql)
{
	return DB_RC(db, sqlite3_exec(db->h, sql, NULL, NULL, NULL), sql);
}

static void
release(struct statement *s)
{
	sqlite3_reset(s->st);
	sqlite3_clear_bindings(s->st);
	s->file = NULL;
}

/* A result somebody forgot would hold an old state of the database. */
static void
release_all(struct db *db)
{
	struct statement *s;
	int i;

	for (i = 0; i < DB_SLOTS; i++)
		for (s = db->slot[i]; s != NULL; s = s->next)
			if (s->file != NULL) {
				log_warn("%s:%d: rows without db_done()",
				    s->file, s->line);
				release(s);
			}
}

enum rc
db_protect(struct db *db, bool read_only)
{
	enum rc rc;

	release_all(db);
	if (db->read_only == read_only)
		return RC_OK;
	rc = db_exec(db, read_only ? "PRAGMA query_only=1" :
	    "PRAGMA query_only=0");
	if (rc != RC_OK)
		return rc;
	db->read_only = read_only;
	return RC_OK;
}

enum rc
db_begin(struct db *db)
{
	enum rc rc;

	if (db->read_only)
		return RC_DENIED;
	if (db->in != NO_TRANSACTION) {
		log_fail("a transaction inside a transaction");
		return RC_FAIL;
	}
	if ((rc = lock_take(db->lock, DB_WAIT_MS)) != RC_OK)
		return rc;
	if ((rc = db_run(db, "BEGIN IMMEDIATE")) == RC_OK)
		db->in = WRITING;
	else
		lock_give(db->lock);
	return rc;
}

enum rc
db_begin_read(struct db *db)
{
	enum rc rc;

	if (db->in != NO_TRANSACTION) {
		log_fail("a transaction inside a transaction");
		return RC_FAIL;
	}
	if ((rc = db_run(db, "BEGIN")) == RC_OK)
		db->in = READING;
	return rc;
}

enum rc
db_end(struct db *db, enum rc rc)
{
	if (db->in == NO_TRANSACTION)
		return rc;
	release_all(db);
	if (sqlite3_get_autocommit(db->h)) {
		/* An error like a full disk has rolled it back already. */
		rc = rc == RC_OK ? RC_FAIL : rc;
	} else if (rc == RC_OK) {
		rc = db_run(db, "COMMIT");
	}
	if (!sqlite3_get_autocommit(db->h) &&
	    db_exec(db, "ROLLBACK") != RC_OK)
		abort();
	if (db->in == WRITING)
		lock_give(db->lock);
	db->in = NO_TRANSACTION;
	return rc;
}

enum rc
db_id(struct db *db, const char *sequence, int64_t *out)
{
	struct rows q;
	enum rc rc;

	if (db->in != WRITING) {
		log_fail("an id of \"%s\" outside a transaction", sequence);
		return RC_FAIL;
	}
	q = db_query(db, "INSERT INTO seq (name, v) VALUES ($1, 1)"
	    " ON CONFLICT (name) DO UPDATE SET v = seq.v + 1 RETURNING v",
	    V(sequence));
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	*out = db_int(&q, 0);
	return db_done(&q);
}

/* Exactly $1 ... $n stand in the statement; their places are kept. */
static bool
count_values(struct statement *s, int n)
{
	char name[8] = "$";
	int i;

	if (n > DB_MAX_VALUES || sqlite3_bind_parameter_count(s->st) != n)
		return false;
	for (i = 0; i < n; i++) {
		sqlite3_snprintf(sizeof(name), name, "$%d", i + 1);
		s->at[i] = sqlite3_bind_parameter_index(s->st, name);
		if (s->at[i] == 0)
			return false;
	}
	s->n = n;
	return true;
}

static int
bind(struct statement *s, const struct val *v, void (*keep)(void *))
{
	int i, r = SQLITE_OK;

	for (i = 0; i < s->n && r == SQLITE_OK; i++)
		switch (v[i].kind) {
		case VAL_NULL:
			r = sqlite3_bind_null(s->st, s->at[i]);
			break;
		case VAL_INT:
			r = sqlite3_bind_int64(s->st, s->at[i], v[i].i);
			break;
		case VAL_TEXT:
			r = sqlite3_bind_text64(s->st, s->at[i], v[i].s,
			    strlen(v[i].s), keep, SQLITE_UTF8);
			break;
		}
	return r;
}

static unsigned
slot_of(const char *sql)
{
	return (unsigned)(((uintptr_t)sql * 0x9E3779B97F4A7C15u) >> 56) % DB_SLOTS;
}

/* A free prepared statement of this literal, if there is one already. */
static struct statement *
find(struct db *db, const char *sql, int *in_use)
{
	struct statement *s;

	*in_use = 0;
	for (s = db->slot[slot_of(sql)]; s != NULL; s = s->next)
		if (s->sql == sql) {
			if (s->file == NULL)
				return s;
			++*in_use;
		}
	return NULL;
}

static enum rc
prepare(struct db *db, const char *sql, const char *file, int line,
    struct statement **out)
{
	struct statement *s;
	int in_use, r;

	if ((*out = find(db, sql, &in_use)) != NULL)
		return RC_OK;
	if (in_use >= MAX_NESTED) {
		log_fail("%s:%d: in use %d times: %s", file, line, in_use, sql);
		return RC_FAIL;
	}
	if ((s = calloc(1, sizeof(*s))) == NULL)
		abort();
	r = sqlite3_prepare_v3(db->h, sql, -1, SQLITE_PREPARE_PERSISTENT,
	    &s->st, NULL);
	if (r != SQLITE_OK || s->st == NULL) {
		free(s);
		return db_rc(db, r != SQLITE_OK ? r : SQLITE_ERROR, sql, file,
		    line);
	}
	s->sql = sql;
	s->n = -1;
	s->next = db->slot[slot_of(sql)];
	db->slot[slot_of(sql)] = s;
	*out = s;
	return RC_OK;
}

/* A statement ready to step, taken by file:line. */
static enum rc
start(struct db *db, const char *sql, const char *file, int line, int n,
    const struct val *v, void (*keep)(void *), struct statement **out)
{
	enum rc rc;
	int r;

	if ((rc = prepare(db, sql, file, line, out)) != RC_OK)
		return rc;
	if ((*out)->n != n && !count_values(*out, n)) {
		log_fail("%s:%d: %d values for %d placeholders: %s", file,
		    line, n, sqlite3_bind_parameter_count((*out)->st), sql);
		return RC_FAIL;
	}
	(*out)->file = file;
	(*out)->line = line;
	if ((r = bind(*out, v, keep)) != SQLITE_OK) {
		release(*out);
		return db_rc(db, r, sql, file, line);
	}
	return RC_OK;
}

enum rc
db_run_(struct db *db, const char *sql, const char *file, int line, int n,
    const struct val *v)
{
	int64_t before = sqlite3_total_changes64(db->h);
	struct statement *s;
	enum rc rc;
	int r;

	if ((rc = start(db, sql, file, line, n, v, SQLITE_STATIC, &s)) != RC_OK)
		return rc;
	while ((r = sqlite3_step(s->st)) == SQLITE_ROW)
		;
	rc = db_rc(db, r, sql, file, line);
	db->changed = sqlite3_total_changes64(db->h) == before ? 0 :
	    sqlite3_changes64(db->h);
	release(s);
	return rc;
}

int64_t
db_changed(struct db *db)
{
	return db->changed;
}

struct rows
db_query_(struct db *db, const char *sql, const char *file, int line, int n,
    const struct val *v)
{
	struct rows q = { .db = db };
	struct statement *s;

	q.rc = start(db, sql, file, line, n, v, SQLITE_TRANSIENT, &s);
	if (q.rc == RC_OK)
		q.st = s;
	return q;
}

bool
db_next(struct rows *q)
{
	struct statement *s = q->st;
	int r;

	if (s == NULL || q->rc != RC_OK)
		return false;
	if ((r = sqlite3_step(s->st)) == SQLITE_ROW)
		return true;
	q->rc = db_rc(q->db, r, s->sql, s->file, s->line);
	/* Stepping again would start it anew. */
	release(s);
	q->st = NULL;
	return false;
}

enum rc
db_done(struct rows *q)
{
	if (q->st != NULL)
		release(q->st);
	q->st = NULL;
	return q->rc;
}

enum rc
db_first(struct rows *q)
{
	enum rc rc;

	if (db_next(q))
		return RC_OK;
	rc = db_done(q);
	return rc == RC_OK ? RC_NOT_FOUND : rc;
}

/* Reading a column that is not there is a mistake in the code, not in data. */
static sqlite3_stmt *
row_of(const struct rows *q, int column)
{
	const struct statement *s = q->st;

	if (s == NULL || column < 0 || column >= sqlite3_data_count(s->st)) {
		log_fail("no column %d in: %s", column,
		    s != NULL ? s->sql : "no row");
		abort();
	}
	return s->st;
}

int64_t
db_int(const struct rows *q, int column)
{
	return sqlite3_column_int64(row_of(q, column), column);
}

char *
db_text(const struct rows *q, int column, struct arena *m)
{
	sqlite3_stmt *st = row_of(q, column);
	const unsigned char *s = sqlite3_column_text(st, column);

	return s == NULL ? arena_strdup(m, "") : arena_strndup(m,
	    (const char *)s, (size_t)sqlite3_column_bytes(st, column));
}

bool
db_null(const struct rows *q, int column)
{
	return sqlite3_column_type(row_of(q, column), column) == SQLITE_NULL;
}

struct safe_html
db_html(const struct rows *q, int column, struct arena *m)
{
	return (struct safe_html){ .s = db_text(q, column, m) };
}

enum rc
db_script(struct db *db, const char *text)
{
	enum rc rc;

	if (db->in != WRITING) {
		log_fail("a script outside a transaction");
		return RC_FAIL;
	}
	db->scripting = true;
	rc = db_exec(db, text);
	db->scripting = false;
	return rc;
}

char *
db_explain_(struct db *db, struct arena *m, const char *sql, int n,
    const struct val *v)
{
	const char *plan = arena_printf(m, "EXPLAIN QUERY PLAN %s", sql);
	struct statement s = { .sql = sql };
	struct buf b = buf_new(m);
	int r;

	r = sqlite3_prepare_v2(db->h, plan, -1, &s.st, NULL);
	if (r == SQLITE_OK && !count_values(&s, n))
		r = SQLITE_RANGE;
	if (r == SQLITE_OK && (r = bind(&s, v, SQLITE_STATIC)) == SQLITE_OK)
		while ((r = sqlite3_step(s.st)) == SQLITE_ROW)
			buf_printf(&b, "%s\n",
			    (const char *)sqlite3_column_text(s.st, 3));
	if (DB_RC(db, r, plan) != RC_OK)
		buf_puts(&b, "error\n");
	sqlite3_finalize(s.st);
	return b.s;
}

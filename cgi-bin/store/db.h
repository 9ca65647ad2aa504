/*
 * db.h - statements and transactions.  No other folder writes SQL text into
 * anything but the first argument of these macros.
 *
 * SQL is a literal or it does not compile; placeholders are $1..$n and every
 * one needs a value of a known type, counted when the statement first runs.
 * The text must be good for SQLite and PostgreSQL alike: see design notes in
 * README (ids from db_id(), times passed in as text, no floats or booleans).
 * Statements are cached by the address of their literal.
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/rc.h"
#include "base/safe_html.h"

struct db;

/*
 * Opens the database file (it must exist unless create) with WAL, FULL
 * synchronous, foreign keys, secure delete, busy timeout and the authorizer
 * that keeps the audit table append-only.  write_lock names the lock file on
 * which writers of all processes queue.  NULL after logging on failure.
 */
struct db *db_open(const char *path, const char *write_lock, bool create);
void db_close(struct db *);

/* Read-only until told otherwise (PRAGMA query_only): every GET. */
enum rc db_protect(struct db *, bool read_only);
/* Queues for the write lock, then BEGIN IMMEDIATE.  RC_BUSY after 5 s. */
enum rc db_begin(struct db *);
/* Commits when rc is RC_OK, rolls back otherwise; returns what holds now. */
enum rc db_end(struct db *, enum rc rc);
/* A large page cache while it is on: for who writes very much. */
enum rc db_bulk(struct db *, bool on);
/*
 * From now on all statements together may use so many milliseconds of this
 * process and ten times as many of the clock; 0: as many as they like.  What
 * is running then ends with RC_BUSY.  One step of a statement is never cut.
 */
void db_limit(struct db *, int ms);
/* Whether the limit has been reached. */
bool db_late(struct db *);
/* A read transaction: every query until db_end() sees one state. */
enum rc db_begin_read(struct db *);

/* The next number of a named sequence, from 1; needs a transaction. */
enum rc db_id(struct db *, const char *sequence, int64_t *out);

struct val {
	enum { VAL_NULL, VAL_INT, VAL_TEXT } kind;
	int64_t i;
	const char *s;
};
static inline struct val val_int(int64_t i)
{ return (struct val){ .kind = VAL_INT, .i = i }; }
static inline struct val val_text(const char *s)	/* NULL becomes NULL */
{ return (struct val){ .kind = s ? VAL_TEXT : VAL_NULL, .s = s }; }
static inline struct val val_html(struct safe_html h)
{ return val_text(h.s); }

#define V(x) _Generic((x),						\
	bool: val_int, int: val_int, unsigned: val_int,			\
	long: val_int, long long: val_int,				\
	char *: val_text, const char *: val_text,			\
	struct safe_html: val_html)(x)
#define V_NULL ((struct val){ .kind = VAL_NULL })

#define DB_VALS(...)							\
	(int)(sizeof((struct val[]){ V_NULL __VA_OPT__(,) __VA_ARGS__ }) / \
	sizeof(struct val)) - 1,					\
	(struct val[]){ V_NULL __VA_OPT__(,) __VA_ARGS__ } + 1

/* One row of a result, moved forward by db_next(). */
struct rows {
	struct db *db;
	void *st;
	enum rc rc;
};

#define db_run(db, sql, ...) db_run_((db), "" sql, __FILE__, __LINE__,	\
	DB_VALS(__VA_ARGS__))
#define db_query(db, sql, ...) db_query_((db), "" sql, __FILE__, __LINE__, \
	DB_VALS(__VA_ARGS__))

/*
 * Runs a statement without result rows.  RC_CONFLICT for a UNIQUE or foreign
 * key clash (the caller decides what it means), RC_DENIED for a write under
 * db_protect(), RC_BUSY, or RC_FAIL (logged).
 */
enum rc db_run_(struct db *, const char *sql, const char *file, int line,
    int n, const struct val *);
/* Rows changed by the last db_run(). */
int64_t db_changed(struct db *);

struct rows db_query_(struct db *, const char *sql, const char *file, int line,
    int n, const struct val *);
/* True while there is a row.  After false (or when stopping early) call
 * db_done(), which gives the statement back and tells how it went. */
bool db_next(struct rows *);
enum rc db_done(struct rows *);
/* db_next() once, for results of at most one row: RC_OK with the row in
 * place (read it, then db_done), or RC_NOT_FOUND / the error, already done. */
enum rc db_first(struct rows *);
/* The first column of a result of at most one row, into an int64_t; without a
 * row RC_NOT_FOUND, and *out stays as it was. */
#define db_number(db, out, sql, ...) db_number_((db), (out), "" sql,	\
	__FILE__, __LINE__, DB_VALS(__VA_ARGS__))
enum rc db_number_(struct db *, int64_t *out, const char *sql,
    const char *file, int line, int n, const struct val *);

/* Columns from 0.  Text is copied into the arena; NULL reads as "" or 0. */
int64_t db_int(const struct rows *, int column);
char *db_text(const struct rows *, int column, struct arena *);
bool db_null(const struct rows *, int column);
struct safe_html db_html(const struct rows *, int column, struct arena *);

/*
 * Runs a whole file of statements; only for the schema, and the only entry
 * that takes SQL which is not a literal.  Call it inside a transaction.
 */
enum rc db_script(struct db *, const char *text);

/* Names of the tables and indexes a query would use, one line per step; for
 * the test that every query of a page has an index. */
#define db_explain(db, m, sql, ...) db_explain_((db), (m), "" sql,	\
	DB_VALS(__VA_ARGS__))
char *db_explain_(struct db *, struct arena *, const char *sql, int n,
    const struct val *);

/* A consistent copy of the running database into a new file; RC_CONFLICT when
 * there is a file of that name. */
enum rc db_backup(struct db *, const char *path);
/* PRAGMA integrity_check and foreign_key_check; logs what is wrong. */
enum rc db_check(struct db *);

#endif

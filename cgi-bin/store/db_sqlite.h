/*
 * db_sqlite.h - what the two files that know SQLite share: db_sqlite.c runs
 * statements and transactions, db_sqlite_file.c opens, copies and checks.
 */
#ifndef STORE_DB_SQLITE_H
#define STORE_DB_SQLITE_H

#include <sqlite3.h>

#include "store/db.h"

#define DB_WAIT_MS	5000
#define DB_SLOTS	256
#define DB_MAX_VALUES	64

struct statement {
	struct statement *next;
	const char *sql;	/* the literal: its address is the key */
	sqlite3_stmt *st;
	const char *file;	/* who uses it now; NULL when free */
	int line;
	int n, at[DB_MAX_VALUES];	/* place of $1 ... $n */
};

struct db {
	sqlite3 *h;
	int lock;
	enum { NO_TRANSACTION, READING, WRITING } in;
	bool read_only, scripting;
	int64_t changed;
	int64_t cpu_end, clock_end;	/* ns, 0: no limit; see db_limit() */
	struct statement *slot[DB_SLOTS];
};

/* The meaning of a result code; logs what is our fault. */
enum rc db_rc(struct db *, int code, const char *sql, const char *file,
    int line);
#define DB_RC(db, code, sql) db_rc((db), (code), (sql), __FILE__, __LINE__)
/* A statement without values that gives no rows. */
enum rc db_exec(struct db *, const char *sql);

#endif

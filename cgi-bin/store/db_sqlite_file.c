/*
 * db_sqlite_file.c - the database file: opening it with everything that keeps
 * it safe, copying it, checking it.
 */
#include "store/db_sqlite.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "store/db_sqlite_grams.h"
#include "store/lock.h"

static bool
append_only(const char *table)
{
	static const char *const tables[] = { "audit", "register_line",
	    "register_node", "register_key", "register_head" };
	size_t i;

	for (i = 0; i < sizeof(tables) / sizeof(tables[0]); i++)
		if (sqlite3_stricmp(table, tables[i]) == 0)
			return true;
	return false;
}

/* Nobody rewrites history, and no statement reaches another file. */
static int
authorize(void *p, int op, const char *a, const char *b, const char *schema,
    const char *trigger)
{
	const struct db *db = p;
	const char *table = op == SQLITE_ALTER_TABLE || op ==
	    SQLITE_DROP_TRIGGER ? b : a;

	(void)schema;
	(void)trigger;
	if (op == SQLITE_ATTACH || op == SQLITE_DETACH)
		return SQLITE_DENY;
	if (table == NULL || !append_only(table))
		return SQLITE_OK;
	if (op == SQLITE_UPDATE || op == SQLITE_DELETE ||
	    op == SQLITE_DROP_TABLE || op == SQLITE_DROP_TRIGGER ||
	    (op == SQLITE_ALTER_TABLE && !db->scripting))
		return SQLITE_DENY;
	return SQLITE_OK;
}

static bool
is_wal(struct db *db)
{
	const char sql[] = "PRAGMA journal_mode=WAL";
	sqlite3_stmt *st = NULL;
	bool wal = false;
	int r;

	if ((r = sqlite3_prepare_v2(db->h, sql, -1, &st, NULL)) == SQLITE_OK &&
	    (r = sqlite3_step(st)) == SQLITE_ROW)
		wal = strcmp((const char *)sqlite3_column_text(st, 0),
		    "wal") == 0;
	if (!wal)
		log_fail("%s: %s (%d)", sql, sqlite3_errmsg(db->h), r);
	sqlite3_finalize(st);
	return wal;
}

static void
set_limits(sqlite3 *h)
{
	static const struct { int what, max; } limits[] = {
		{ SQLITE_LIMIT_LENGTH, 64 << 20 },
		{ SQLITE_LIMIT_SQL_LENGTH, 256 << 10 },
		{ SQLITE_LIMIT_COLUMN, 100 },
		{ SQLITE_LIMIT_EXPR_DEPTH, 100 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 20 },
		{ SQLITE_LIMIT_VDBE_OP, 100000 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 20 },
		{ SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000 },
		{ SQLITE_LIMIT_VARIABLE_NUMBER, DB_MAX_VALUES },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
		{ SQLITE_LIMIT_WORKER_THREADS, 0 },
	};
	size_t i;

	for (i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		sqlite3_limit(h, limits[i].what, limits[i].max);
}

static bool
set_pragmas(struct db *db)
{
	static const char *const pragmas[] = {
		"PRAGMA synchronous=FULL",
		"PRAGMA foreign_keys=ON",
		"PRAGMA secure_delete=ON",
		"PRAGMA case_sensitive_like=ON",
		/* makes REPLACE fire the trigger that guards the audit */
		"PRAGMA recursive_triggers=ON",
		"PRAGMA cell_size_check=ON",
		"PRAGMA temp_store=MEMORY",
		/* behind it the system caches the file for every process */
		"PRAGMA cache_size=-512",
		"PRAGMA journal_size_limit=67108864",
	};
	size_t i;

	for (i = 0; i < sizeof(pragmas) / sizeof(pragmas[0]); i++)
		if (db_exec(db, pragmas[i]) != RC_OK)
			return false;
	return true;
}

static bool
set_up(struct db *db)
{
	int defensive = 0, trusting = 1;

	/* First of all: a pragma that meets a lock without it does nothing. */
	if (sqlite3_busy_timeout(db->h, DB_WAIT_MS) != SQLITE_OK ||
	    !is_wal(db) || !set_pragmas(db))
		return false;
	set_limits(db->h);
	sqlite3_db_config(db->h, SQLITE_DBCONFIG_DEFENSIVE, 1, &defensive);
	sqlite3_db_config(db->h, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &trusting);
	return defensive && !trusting && db_grams(db) &&
	    sqlite3_set_authorizer(db->h, authorize, db) == SQLITE_OK;
}

enum rc
db_bulk(struct db *db, bool on)
{
	return db_exec(db, on ? "PRAGMA cache_size=-196608" :
	    "PRAGMA cache_size=-512");
}

/* Made by us, not by SQLite, which would let everybody read it. */
static bool
create_file(const char *path)
{
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);

	if (fd < 0) {
		log_fail("%s: %s", path, strerror(errno));
		return false;
	}
	close(fd);
	return true;
}

struct db *
db_open(const char *path, const char *write_lock, bool create)
{
	struct db *db;
	int r;

	if (create && !create_file(path))
		return NULL;
	if ((db = calloc(1, sizeof(*db))) == NULL)
		abort();
	db->lock = lock_open(write_lock);
	r = sqlite3_open_v2(path, &db->h, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
	if (r != SQLITE_OK)
		log_fail("%s: %s", path, sqlite3_errstr(r));
	if (r == SQLITE_OK && db->lock >= 0 && set_up(db))
		return db;
	db_close(db);
	return NULL;
}

void
db_close(struct db *db)
{
	struct statement *s, *next;
	int i;

	if (db == NULL)
		return;
	for (i = 0; i < DB_SLOTS; i++)
		for (s = db->slot[i]; s != NULL; s = next) {
			next = s->next;
			sqlite3_finalize(s->st);
			free(s);
		}
	sqlite3_close(db->h);
	if (db->lock >= 0)
		close(db->lock);
	free(db);
}

/* One file without a log beside it. */
static bool
copy_all(struct db *db, sqlite3 *to)
{
	sqlite3_backup *b;
	int r, tries = 0;

	if ((b = sqlite3_backup_init(to, "main", db->h, "main")) == NULL)
		return false;
	while ((r = sqlite3_backup_step(b, -1)) == SQLITE_BUSY &&
	    ++tries < DB_WAIT_MS / 20)
		sqlite3_sleep(20);
	return sqlite3_backup_finish(b) == SQLITE_OK && r == SQLITE_DONE &&
	    sqlite3_exec(to, "PRAGMA journal_mode=DELETE", NULL, NULL,
	    NULL) == SQLITE_OK;
}

enum rc
db_backup(struct db *db, const char *path)
{
	sqlite3 *to = NULL;
	bool ok = false;
	int fd;

	fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	if (fd < 0 && errno == EEXIST)
		return RC_CONFLICT;
	if (fd < 0) {
		log_fail("%s: %s", path, strerror(errno));
		return RC_FAIL;
	}
	close(fd);
	if (sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
		ok = copy_all(db, to);
	if (!ok) {
		log_fail("%s: %s", path, sqlite3_errmsg(to));
		unlink(path);
	}
	sqlite3_close(to);
	return ok ? RC_OK : RC_FAIL;
}

enum rc
db_check(struct db *db)
{
	struct arena *m = arena_new();
	bool whole = true;
	struct rows q;
	enum rc rc;

	q = db_query(db, "PRAGMA integrity_check(20)");
	while (db_next(&q))
		if (strcmp(db_text(&q, 0, m), "ok") != 0) {
			log_fail("database: %s", db_text(&q, 0, m));
			whole = false;
		}
	if ((rc = db_done(&q)) == RC_OK) {
		q = db_query(db, "PRAGMA foreign_key_check");
		for (; db_next(&q); whole = false)
			log_fail("database: row %lld of %s misses its %s",
			    (long long)db_int(&q, 1), db_text(&q, 0, m),
			    db_text(&q, 2, m));
		rc = db_done(&q);
	}
	arena_free(m);
	return rc == RC_OK && !whole ? RC_FAIL : rc;
}

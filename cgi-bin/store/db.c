/*
 * db.c - what stands on the statements of db.h alone, whatever the database.
 */
#include "store/db.h"

enum rc
db_number_(struct db *db, int64_t *out, const char *sql, const char *file,
    int line, int n, const struct val *v)
{
	struct rows q = db_query_(db, sql, file, line, n, v);
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*out = db_int(&q, 0);
	return db_done(&q);
}

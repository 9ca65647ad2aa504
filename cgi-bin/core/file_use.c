/* file_use.c - see file_use.h. */
#include <stddef.h>

#include "core/file_use.h"

/* table, column, what to call it */
#define PLACES(FIRST, MORE)						\
	FIRST(upload, sha256, "name")					\
	MORE(revision_image, sha256, "'picture of a text'")		\
	MORE(application_file, sha256, "'of an application'")		\
	MORE(bulk_file, sha256, "name")					\
	MORE(bulk, zip, "name")

#define ROW(table, column, label) { #table, #column },
#define USE(table, column, label)					\
	"SELECT 1 FROM " #table " WHERE " #column " = $1"
#define OR_USE(table, column, label) " UNION ALL " USE(table, column, label)
#define NAMES(table, column, label)					\
	"SELECT " #column " AS f, " label " AS l FROM " #table		\
	" WHERE " #column " <> ''"
#define AND_NAMES(table, column, label)					\
	" UNION ALL " NAMES(table, column, label)

const struct file_place file_places[] = {
	PLACES(ROW, ROW)
	{ NULL, NULL }
};

enum rc
file_use(struct db *db, const char *sha256, bool *used)
{
	struct rows q = db_query(db, PLACES(USE, OR_USE) " LIMIT 1",
	    V(sha256));
	enum rc rc;

	*used = db_next(&q);
	rc = db_done(&q);
	if (rc != RC_OK)	/* nobody knows: it is not to go */
		*used = true;
	return rc;
}

enum rc
file_use_each(struct db *db, enum rc (*each)(void *, const char *,
    const char *), void *with)
{
	struct rows q = db_query(db, "SELECT f, MIN(l) FROM ("
	    PLACES(NAMES, AND_NAMES) ") AS named GROUP BY f ORDER BY f");
	struct arena *m = arena_new();
	enum rc rc = RC_OK, end;

	for (; rc == RC_OK && db_next(&q); arena_reset(m))
		rc = each(with, db_text(&q, 0, m), db_text(&q, 1, m));
	end = db_done(&q);
	arena_free(m);
	return rc != RC_OK ? rc : end;
}

/* title_key.c - see title_key.h. */
#include <string.h>

#include "base/pinyin.h"
#include "base/text.h"
#include "core/title_key.h"

#define CHUNK 500

char *
title_key(struct arena *m, const char *title)
{
	char *key = text_lower(m, pinyin_of(m, title));
	size_t n = strlen(key);

	if (n > TITLE_KEY_MAX)
		n = TITLE_KEY_MAX;
	/* not inside a character, not behind a space */
	while (n > 0 && ((unsigned char)key[n] & 0xc0) == 0x80)
		n--;
	while (n > 0 && key[n - 1] == ' ')
		n--;
	return arena_strndup(m, key, n);
}

struct untitled { int64_t revision; const char *title; };

/* The next documents without one, after *last. */
static enum rc
next(struct db *db, int64_t *last, struct untitled v[CHUNK], int *n,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, r.id, r.title"
	    " FROM document d JOIN revision r ON r.id = d.revision_id"
	    " WHERE d.id > $1 AND d.title_sort = '' ORDER BY d.id LIMIT $2",
	    V(*last), V(CHUNK));

	for (*n = 0; db_next(&q); ++*n) {
		*last = db_int(&q, 0);
		v[*n].revision = db_int(&q, 1);
		v[*n].title = db_text(&q, 2, m);
	}
	return db_done(&q);
}

static enum rc
fill(struct db *db, int64_t *last, int *n, struct arena *m)
{
	struct untitled v[CHUNK];
	enum rc rc = next(db, last, v, n, m);

	for (int k = 0; rc == RC_OK && k < *n; k++)
		rc = db_run(db, "UPDATE revision SET title_sort = $1"
		    " WHERE id = $2", V(title_key(m, v[k].title)),
		    V(v[k].revision));
	return rc;
}

enum rc
title_key_fill(struct db *db, struct arena *m)
{
	int64_t last = 0;
	int n = CHUNK;
	enum rc rc = RC_OK;

	while (rc == RC_OK && n == CHUNK)
		if ((rc = db_begin(db)) == RC_OK)
			rc = db_end(db, fill(db, &last, &n, m));
	return rc;
}

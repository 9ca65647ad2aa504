/* upload.c - the register of what staff of a unit sent in. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/upload.h"

#define UPLOAD_NAME_MAX 200	/* characters */
#define UPLOAD_ENDING_MAX 10	/* kept when a long name is cut */

#define COLS "id, use, name, type, size, sha256"

void
upload_load(const struct rows *q, int column, struct upload *u,
    struct arena *m)
{
	u->id = db_int(q, column);
	u->use = db_text(q, column + 1, m);
	u->name = db_text(q, column + 2, m);
	u->type = db_text(q, column + 3, m);
	u->size = db_int(q, column + 4);
	u->sha256 = db_text(q, column + 5, m);
}

/* The first n code points, without the mark that text_cut() leaves. */
static char *
head_of(struct arena *m, const char *s, size_t n)
{
	const char *p = s;

	while (n-- > 0 && *p != '\0')
		text_next(&p);
	return arena_strndup(m, s, (size_t)(p - s));
}

static char *
without_controls(struct arena *m, const char *s)
{
	char *out = arena_strdup(m, s), *w = out;

	for (; *s != '\0'; s++)
		if ((unsigned char)*s >= 0x20 && *s != 0x7f)
			*w++ = *s;
	*w = '\0';
	return out;
}

const char *
upload_name(const char *sent, struct arena *m)
{
	const char *slash, *ending;
	char *name;
	size_t tail;

	while ((slash = strpbrk(sent, "/\\")) != NULL)
		sent = slash + 1;
	name = text_trim(m, without_controls(m, sent));
	if (name[strspn(name, ".")] == '\0')
		return "file";
	if (text_length(name) <= UPLOAD_NAME_MAX)
		return name;
	ending = strrchr(name, '.');
	tail = ending ? text_length(ending) : 0;
	if (ending == NULL || tail > UPLOAD_ENDING_MAX)
		return head_of(m, name, UPLOAD_NAME_MAX);
	return arena_printf(m, "%s%s",
	    head_of(m, name, UPLOAD_NAME_MAX - tail), ending);
}

enum rc
upload_add(struct db *db, const struct actor *who, struct upload *u,
    struct arena *m)
{
	enum rc rc;

	if (!files_is_name(u->sha256) ||
	    !text_valid(u->name, strlen(u->name)))
		return RC_INVALID;
	if ((rc = db_id(db, "upload", &u->id)) != RC_OK)
		return rc;
	u->name = upload_name(u->name, m);
	return db_run(db, "INSERT INTO upload"
	    " (id, unit_id, account_id, use, name, type, size, sha256, created)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", V(u->id),
	    V(who->unit), who->user ? V(who->user) : V_NULL, V(u->use),
	    V(u->name), V(u->type), V(u->size), V(u->sha256),
	    V(clock_text(m, clock_now())));
}

enum rc
upload_get(struct db *db, int64_t unit, int64_t id, struct upload *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM upload"
	    " WHERE id = $1 AND unit_id = $2", V(id), V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	upload_load(&q, 0, out, m);
	return db_done(&q);
}

enum rc
upload_image(struct db *db, int64_t unit, const char *sha256,
    struct upload *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM upload"
	    " WHERE sha256 = $1 AND unit_id = $2 AND use = 'image'"
	    " ORDER BY id LIMIT 1", V(sha256), V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	upload_load(&q, 0, out, m);
	return db_done(&q);
}

enum rc
upload_named(struct db *db, int64_t unit, struct upload *u)
{
	return db_number(db, &u->id, "SELECT id FROM upload WHERE sha256 = $1"
	    " AND unit_id = $2 AND use = $3 AND name = $4 ORDER BY id LIMIT 1",
	    V(u->sha256), V(unit), V(u->use), V(u->name));
}

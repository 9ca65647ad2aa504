/* relation.c - see relation.h. */
#include <string.h>

#include "base/buf.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/document.h"
#include "core/list.h"
#include "core/publication_row.h"
#include "core/relation.h"

#define NAMES_MAX  20
#define PUBLIC_MAX 20

struct ids {
	int n;
	int64_t *v;
};

static const char *const keys[RELATION__MAX] = {
	[RELATION_INTERPRETS] = "interprets",
	[RELATION_REPLACES] = "replaces",
	[RELATION_INTERPRETED] = "interpreted",
	[RELATION_REPLACED] = "replaced",
};

/* The public document of that 索引号 or 文号; RC_NOT_FOUND. */
static enum rc
find(struct db *db, const char *name, int64_t *id, struct arena *m)
{
	struct rows q = db_query(db, "SELECT p.id FROM public_document p"
	    " WHERE p.index_no = $1", V(text_upper(m, name)));
	enum rc rc = db_first(&q);

	if (rc == RC_NOT_FOUND) {
		q = db_query(db, "SELECT p.id FROM public_document p"
		    " WHERE p.doc_no = $1 ORDER BY p.publication DESC LIMIT 1",
		    V(document_no_tidy(m, name)));
		rc = db_first(&q);
	}
	if (rc != RC_OK)
		return rc;
	*id = db_int(&q, 0);
	return db_done(&q);
}

/* Bytes up to what parts two names. */
static size_t
name_end(const char *s)
{
	static const char *const parts[] = { "；", "，", "、" };
	size_t n = strcspn(s, "\n;,"), k;
	const char *at;

	for (k = 0; k < sizeof(parts) / sizeof(parts[0]); k++)
		if ((at = strstr(s, parts[k])) != NULL && (size_t)(at - s) < n)
			n = (size_t)(at - s);
	return n;
}

static bool
has(const struct ids *list, int64_t id)
{
	for (int i = 0; i < list->n; i++)
		if (list->v[i] == id)
			return true;
	return false;
}

static enum rc
take(struct db *db, int64_t document, const char *name, struct ids *out,
    enum problem *what, struct arena *m)
{
	int64_t id;
	enum rc rc = find(db, name, &id, m);

	if (rc == RC_NOT_FOUND || out->n == NAMES_MAX)
		*what = PROBLEM_NO_SUCH_DOCUMENT;
	else if (rc == RC_OK && id == document)
		*what = PROBLEM_ITSELF;
	else if (rc == RC_OK && !has(out, id))
		*list_add(out, m) = id;
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

/* The documents that the text names. */
static enum rc
read_text(struct db *db, int64_t document, const char *text,
    const char *field, struct ids *out, struct problems *p, struct arena *m)
{
	enum problem what = PROBLEM_NONE;
	const char *name;
	size_t n;
	enum rc rc;

	*out = (struct ids){ 0 };
	for (text = text_unix_lines(m, text); *text != '\0'; text += n) {
		n = name_end(text);
		name = text_trim(m, arena_strndup(m, text, n));
		if (n == 0)
			n = strchr("\n;,", *text) != NULL ? 1 : 3;
		if (*name == '\0')
			continue;
		if ((rc = take(db, document, name, out, &what, m)) != RC_OK)
			return rc;
	}
	if (what == PROBLEM_NONE)
		return RC_OK;
	problem_add(p, field, what);
	return RC_INVALID;
}

static enum rc
stored(struct db *db, int64_t document, const char *kind, struct ids *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT to_id FROM document_relation"
	    " WHERE from_id = $1 AND kind = $2 ORDER BY to_id", V(document),
	    V(kind));

	*out = (struct ids){ 0 };
	while (db_next(&q))
		*list_add(out, m) = db_int(&q, 0);
	return db_done(&q);
}

static bool
equal(const struct ids *a, const struct ids *b)
{
	for (int i = 0; i < a->n; i++)
		if (!has(b, a->v[i]))
			return false;
	return a->n == b->n;
}

static enum rc
add(struct db *db, int64_t from, const char *kind, int64_t to)
{
	return db_run(db, "INSERT INTO document_relation (from_id, kind, to_id)"
	    " VALUES ($1, $2, $3) ON CONFLICT (from_id, kind, to_id)"
	    " DO NOTHING", V(from), V(kind), V(to));
}

static enum rc
replace_all(struct db *db, const struct actor *who, int64_t document,
    const char *kind, const struct ids *list, struct arena *m)
{
	struct buf detail = buf_new(m);
	enum rc rc = db_run(db, "DELETE FROM document_relation"
	    " WHERE from_id = $1 AND kind = $2", V(document), V(kind));

	for (int i = 0; i < list->n && rc == RC_OK; i++) {
		buf_printf(&detail, "%s%lld", i > 0 ? "," : "",
		    (long long)list->v[i]);
		rc = add(db, document, kind, list->v[i]);
	}
	if (rc != RC_OK)
		return rc;
	return audit_write(db, who, "relate", "document", document, "", kind,
	    detail.s, m);
}

static enum rc
wish(struct db *db, int64_t document, enum relation kind, const char *text,
    const char *field, struct ids *wanted, bool *differs, struct problems *p,
    struct arena *m)
{
	struct ids was;
	enum rc rc;

	if (kind != RELATION_INTERPRETS && kind != RELATION_REPLACES)
		return RC_DENIED;
	if ((rc = stored(db, document, keys[kind], &was, m)) != RC_OK ||
	    (rc = read_text(db, document, text, field, wanted, p, m)) != RC_OK)
		return rc;
	*differs = !equal(wanted, &was);
	return RC_OK;
}

enum rc
relation_check(struct db *db, int64_t document, enum relation kind,
    const char *text, const char *field, bool *differs, struct problems *p,
    struct arena *m)
{
	struct ids wanted;

	*differs = false;
	return wish(db, document, kind, text, field, &wanted, differs, p, m);
}

enum rc
relation_set(struct db *db, const struct actor *who, int64_t document,
    enum relation kind, const char *text, const char *field,
    struct problems *p, struct arena *m)
{
	struct ids wanted;
	bool differs;
	enum rc rc = wish(db, document, kind, text, field, &wanted, &differs,
	    p, m);

	if (rc != RC_OK || !differs)
		return rc;
	return replace_all(db, who, document, keys[kind], &wanted, m);
}

enum rc
relation_succeed(struct db *db, const struct actor *who, int64_t document,
    const char *text, const char *field, struct problems *p, struct arena *m)
{
	struct ids by;
	enum rc rc = read_text(db, document, text, field, &by, p, m);

	for (int i = 0; i < by.n && rc == RC_OK; i++) {
		rc = add(db, by.v[i], keys[RELATION_REPLACES], document);
		if (rc == RC_OK)
			rc = audit_write(db, who, "relate", "document",
			    document, "", keys[RELATION_REPLACED],
			    arena_printf(m, "%lld", (long long)by.v[i]), m);
	}
	return rc;
}

enum rc
relation_text(struct db *db, int64_t document, enum relation kind,
    const char **text, struct arena *m)
{
	struct buf b = buf_new(m);
	struct rows q = db_query(db, "SELECT d.index_no"
	    " FROM document_relation r JOIN document d ON d.id = r.to_id"
	    " WHERE r.from_id = $1 AND r.kind = $2 AND d.index_no IS NOT NULL"
	    " ORDER BY d.index_no", V(document), V(keys[kind]));

	while (db_next(&q))
		buf_printf(&b, "%s%s", b.n > 0 ? "；" : "", db_text(&q, 0, m));
	*text = b.s;
	return db_done(&q);
}

enum rc
relation_named(struct db *db, const char *text, const char *field,
    struct publications *out, struct problems *p, struct arena *m)
{
	struct ids named;
	enum rc rc = read_text(db, 0, text, field, &named, p, m);

	*out = (struct publications){ 0 };
	for (int i = 0; i < named.n && rc == RC_OK; i++) {
		struct rows q = db_query(db, "SELECT " PUBLICATION_COLS
		    " FROM public_document p WHERE p.id = $1",
		    V(named.v[i]));

		while (db_next(&q))
			publication_load(&q, list_add(out, m), m);
		rc = db_done(&q);
	}
	return rc;
}

enum rc
relation_public(struct db *db, int64_t document, enum relation kind,
    struct publications *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " PUBLICATION_COLS
	    " FROM public_relation x JOIN public_document p"
	    " ON p.id = x.other_id WHERE x.document_id = $1 AND x.kind = $2"
	    " ORDER BY p.publication DESC LIMIT $3", V(document),
	    V(keys[kind]), V(PUBLIC_MAX));

	*out = (struct publications){ 0 };
	while (db_next(&q))
		publication_load(&q, list_add(out, m), m);
	return db_done(&q);
}

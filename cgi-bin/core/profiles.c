/* profiles.c - see profiles.h. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/list.h"
#include "core/profiles.h"
#include "core/relation.h"

struct cell { int64_t person; const char *field, *value; };
struct cells { int n; struct cell *v; };

static void
load(struct rows *q, struct cells *out, struct arena *m)
{
	while (db_next(q)) {
		struct cell *c = list_add(out, m);

		c->person = db_int(q, 0);
		c->field = db_text(q, 1, m);
		c->value = db_text(q, 2, m);
	}
}

/* The rows come by person, so the last one says how many there are. */
static const struct profile *
made_of(const struct profile_kind *kind, const struct cells *cells,
    struct arena *m)
{
	int n = cells->n > 0 ? (int)cells->v[cells->n - 1].person : 0;
	struct profile *p = profile_new(kind, n, m);

	p->n = n;
	for (int k = 0; k < cells->n; k++) {
		const struct cell *c = &cells->v[k];
		enum profile_key key = profile_key(c->field);

		if (key == PROFILE__MAX)
			continue;
		if (c->person == 0)
			p->v[key] = c->value;
		else
			p->person[c->person - 1].v[key] = c->value;
	}
	return p;
}

enum rc
profile_get(struct db *db, int64_t revision, const struct profile **out,
    struct arena *m)
{
	const struct profile_kind *kind;
	struct cells cells = { 0 };
	struct rows q = db_query(db, "SELECT kind FROM profile"
	    " WHERE revision_id = $1", V(revision));
	enum rc rc = db_first(&q);

	*out = NULL;
	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	kind = profile_kind(db_text(&q, 0, m));
	if ((rc = db_done(&q)) != RC_OK || kind == NULL)
		return rc;
	q = db_query(db, "SELECT person, field, value FROM profile_value"
	    " WHERE revision_id = $1 ORDER BY person, field", V(revision));
	load(&q, &cells, m);
	*out = made_of(kind, &cells, m);
	return db_done(&q);
}

enum rc
profile_drop(struct db *db, int64_t revision)
{
	enum rc rc = db_run(db, "DELETE FROM profile_value"
	    " WHERE revision_id = $1", V(revision));

	return rc != RC_OK ? rc : db_run(db, "DELETE FROM profile"
	    " WHERE revision_id = $1", V(revision));
}

static enum rc
put_values(struct db *db, int64_t revision, int person,
    const char *const *v)
{
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < PROFILE__MAX; k++)
		if (*v[k] != '\0')
			rc = db_run(db, "INSERT INTO profile_value"
			    " (revision_id, person, field, value)"
			    " VALUES ($1, $2, $3, $4)", V(revision),
			    V(person), V(profile_fields[k].name), V(v[k]));
	return rc;
}

enum rc
profile_put(struct db *db, int64_t unit, int64_t revision,
    const struct profile *p)
{
	enum rc rc = profile_drop(db, revision);

	if (rc != RC_OK || p == NULL)
		return rc;
	rc = db_run(db, "INSERT INTO profile (revision_id, unit_id, kind)"
	    " VALUES ($1, $2, $3)", V(revision), V(unit), V(p->kind->key));
	if (rc == RC_OK)
		rc = put_values(db, revision, 0, p->v);
	for (int k = 0; rc == RC_OK && k < p->n; k++)
		rc = put_values(db, revision, k + 1, p->person[k].v);
	return rc;
}

static enum rc
first_id(struct rows *q, int64_t *id)
{
	enum rc rc = db_first(q);

	if (rc != RC_OK)
		return rc;
	*id = db_int(q, 0);
	return db_done(q);
}

enum rc
profile_live(struct db *db, int64_t unit, const struct profile_kind *kind,
    int64_t *document)
{
	struct rows q = db_query(db, "SELECT d.id FROM profile f"
	    " JOIN document d ON d.revision_id = f.revision_id"
	    " WHERE f.unit_id = $1 AND f.kind = $2 AND d.state = 'published'"
	    " ORDER BY d.publication DESC LIMIT 1", V(unit), V(kind->key));

	return first_id(&q, document);
}

enum rc
profile_coming(struct db *db, int64_t unit, const struct profile_kind *kind,
    int64_t *document)
{
	struct rows q = db_query(db, "SELECT d.id FROM profile f"
	    " JOIN document d ON d.revision_id = f.revision_id"
	    " WHERE f.unit_id = $1 AND f.kind = $2"
	    " AND d.state IN ('draft', 'submitted', 'approved')"
	    " ORDER BY d.id DESC LIMIT 1", V(unit), V(kind->key));

	return first_id(&q, document);
}

struct others { int n; struct { int64_t id, version; } *v; };

static enum rc
others_of(struct db *db, const struct actor *who, int64_t document,
    struct others *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, d.version FROM document n"
	    " JOIN profile g ON g.revision_id = n.revision_id"
	    " JOIN profile f ON f.unit_id = g.unit_id AND f.kind = g.kind"
	    " JOIN document d ON d.revision_id = f.revision_id"
	    " WHERE n.id = $1 AND n.unit_id = $2 AND n.state = 'published'"
	    " AND d.id <> n.id AND d.state = 'published' ORDER BY d.id",
	    V(document), V(who->unit));

	*out = (struct others){ 0 };
	while (db_next(&q)) {
		list_add(out, m)->id = db_int(&q, 0);
		out->v[out->n - 1].version = db_int(&q, 1);
	}
	return db_done(&q);
}

enum rc
profile_succeed(struct db *db, const struct actor *who, int64_t document,
    struct problems *p, struct arena *m)
{
	struct document d;
	struct others old;
	enum rc rc = others_of(db, who, document, &old, m);

	if (rc != RC_OK || old.n == 0)
		return rc;
	rc = document_get(db, who->unit, document, &d, m);
	for (int k = 0; rc == RC_OK && k < old.n; k++) {
		rc = document_move(db, who, old.v[k].id, old.v[k].version,
		    ACTION_EXPIRE, d.rev.c.profile->kind->renewed, p, m);
		if (rc == RC_OK)
			rc = relation_succeed(db, who, old.v[k].id,
			    d.index_no, "replaces", p, m);
	}
	return rc;
}

static enum rc
public_values(struct db *db, int64_t revision,
    const struct profile_kind *kind, const struct profile **out,
    struct arena *m)
{
	struct cells cells = { 0 };
	struct rows q = db_query(db, "SELECT person, field, value"
	    " FROM public_profile_value WHERE revision_id = $1"
	    " ORDER BY person, field", V(revision));

	load(&q, &cells, m);
	*out = made_of(kind, &cells, m);
	return db_done(&q);
}

enum rc
profile_public(struct db *db, int64_t unit, const struct profile_kind *kind,
    struct profile_page *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT revision_id, document_id,"
	    " unit_code, index_no, title, published, checked"
	    " FROM public_profile WHERE by_unit = $1 AND kind = $2"
	    " ORDER BY publication DESC LIMIT 1", V(unit), V(kind->key));
	enum rc rc = db_first(&q);
	int64_t revision;
	const char *number;

	if (rc != RC_OK)
		return rc;
	revision = db_int(&q, 0);
	out->document = db_int(&q, 1);
	number = strchr(db_text(&q, 3, m), '/');
	out->path = arena_printf(m, "/doc/%s%s", db_text(&q, 2, m),
	    number != NULL ? number : "");
	out->title = db_text(&q, 4, m);
	out->published = db_text(&q, 5, m);
	out->checked = db_text(&q, 6, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return public_values(db, revision, kind, &out->p, m);
}

enum rc
profile_confirm(struct db *db, const struct actor *who, int64_t document,
    struct arena *m)
{
	const char *now = clock_text(m, clock_now());
	struct document d;
	enum rc rc = document_get(db, who->unit, document, &d, m);

	if (rc != RC_OK)
		return rc;
	if (who->role != ROLE_ENTRY && who->role != ROLE_ADMIN)
		return RC_DENIED;
	if (d.state != STATE_PUBLISHED)
		return RC_NOT_FOUND;
	rc = db_run(db, "INSERT INTO profile_check (document_id, login, at)"
	    " VALUES ($1, $2, $3) ON CONFLICT (document_id) DO UPDATE SET"
	    " login = excluded.login, at = excluded.at", V(document),
	    V(who->login), V(now));
	if (rc != RC_OK)
		return rc;
	return audit_write(db, who, "confirm", "document", document,
	    state_key(d.state), state_key(d.state), "", m);
}

/* content_files.c - the attachments of the content form: kept, renamed,
 * reordered, added. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "gkht/content.h"

struct place { int64_t id, key; };

/* A name keeps its ending: it says what is in the file. */
static const char *
name_of(const char *was, const char *typed, struct arena *m)
{
	const char *ending = strrchr(was, '.');
	const char *name = upload_name(typed, m);
	size_t n = strlen(name), e = ending == NULL ? 0 : strlen(ending);

	if (e == 0 || (n > e && strcasecmp(name + n - e, ending) == 0))
		return name;
	return arena_printf(m, "%s%s", name, ending);
}

/* The file stays as it is; the other name is an upload of its own. */
static enum rc
rename_to(struct ctx *x, int64_t *id, const char *typed)
{
	struct upload u;
	const char *name;
	enum rc rc = upload_get(x->db, x->me->unit, *id, &u, x->mem);

	if (rc != RC_OK)
		return rc == RC_NOT_FOUND ? RC_OK : rc;
	name = name_of(u.name, typed, x->mem);
	if (*typed == '\0' || strcmp(name, u.name) == 0)
		return RC_OK;
	u.name = name;
	rc = upload_named(x->db, x->me->unit, &u);
	if (rc == RC_NOT_FOUND)
		rc = upload_add(x->db, &x->actor, &u, x->mem);
	if (rc == RC_OK)
		*id = u.id;
	return rc;
}

/* Which of the names typed is for that file; -1: none. */
static int
named(const struct ctx *x, int64_t id)
{
	const struct value *v = &x->in.v[C_NAMED];

	for (int k = 0; k < v->n && k < x->in.v[C_NAMED_AS].n; k++)
		if (v->many[k].i == id)
			return k;
	return -1;
}

/* A number that was changed goes before, or after, the one that has it. */
static int64_t
key_of(const struct ctx *x, int at, int place)
{
	const struct value *v = &x->in.v[C_NAMED_AT];
	int64_t n = at >= 0 && at < v->n && v->many[at].given ?
	    v->many[at].i : place;

	return 2 * n + (n > place) - (n < place);
}

static int
by_key(const void *a, const void *b)
{
	const struct place *p = a, *q = b;

	return (p->key > q->key) - (p->key < q->key);
}

static enum rc
kept_read(struct ctx *x, struct place *v)
{
	const struct value *kept = &x->in.v[C_ATTACHMENT];
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < kept->n; k++) {
		int at = named(x, kept->many[k].i);

		v[k] = (struct place){ kept->many[k].i,
		    key_of(x, at, at < 0 ? k + 1 : at + 1) };
		if (at >= 0)
			rc = rename_to(x, &v[k].id,
			    x->in.v[C_NAMED_AS].many[at].s);
	}
	if (rc == RC_OK && kept->n > 1)
		qsort(v, (size_t)kept->n, sizeof(*v), by_key);
	return rc;
}

enum rc
content_files(struct ctx *x, struct content *c)
{
	const struct value *sent = &x->in.v[C_FILE];
	int n = x->in.v[C_ATTACHMENT].n;
	int64_t *ids = arena_calloc(x->mem, (size_t)(n + sent->n),
	    sizeof(*ids));
	struct place *kept = arena_calloc(x->mem, (size_t)n, sizeof(*kept));
	enum rc rc = kept_read(x, kept);

	for (int k = 0; k < n; k++)
		ids[k] = kept[k].id;
	for (int i = 0; rc == RC_OK && i < sent->n; i++) {
		struct upload u;
		enum problem why;

		rc = intake_file(x, sent->many[i].file, "attachment", &u,
		    &why);
		if (rc == RC_OK)
			ids[n++] = u.id;
		else if (rc == RC_INVALID)
			problem_add(&x->problems, "attachment", why);
		if (rc == RC_INVALID)
			rc = RC_OK;
	}
	c->n_attachments = n;
	c->attachment = ids;
	return rc;
}

/* document.c - one document as its unit sees it. */
#include <string.h>

#include "base/text.h"
#include "core/document_head.h"
#include "core/lateness.h"
#include "core/list.h"
#include "core/revision.h"
#include "core/secrecy.h"

static void
document_load(const struct rows *q, struct document *d, struct arena *m)
{
	*d = (struct document){ .id = db_int(q, 0), .unit = db_int(q, 1) };
	d->version = db_int(q, 2);
	d->state = state_of_key(db_text(q, 3, m));
	d->unit_code = db_text(q, 4, m);
	d->unit_name = db_text(q, 5, m);
	d->unit_short = db_text(q, 6, m);
	d->returned = db_text(q, 7, m);
	d->reason = db_text(q, 8, m);
	d->index_no = db_text(q, 9, m);
	d->path = *d->index_no == '\0' ? "" :
	    arena_printf(m, "/doc/%s", text_lower(m, d->index_no));
	d->first_published = db_text(q, 10, m);
	d->published = db_text(q, 11, m);
	d->expired = db_text(q, 12, m);
	d->left_portal = db_text(q, 13, m);
	d->created = db_text(q, 14, m);
	d->modified = db_text(q, 15, m);
	d->entered_by = db_int(q, 16);
	d->entered_login = db_text(q, 17, m);
	d->entered_name = db_text(q, 18, m);
	d->rev.id = db_int(q, 19);
	d->repealed = db_int(q, 20) != 0;
}

static enum rc
document_row(struct db *db, int64_t unit, int64_t id, struct document *d,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT d.id, d.unit_id, d.version,"
	    " d.state, u.code, u.name, u.short_name, d.returned, d.reason,"
	    " d.index_no, d.first_published, d.published, d.expired,"
	    " d.left_portal, d.created, d.modified, d.entered_by, a.login,"
	    " d.person, d.revision_id, d.repealed FROM document d"
	    " JOIN unit u ON u.id = d.unit_id"
	    " JOIN account a ON a.id = d.entered_by"
	    " WHERE d.id = $1 AND d.unit_id = $2", V(id), V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	document_load(&q, d, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	if (d->state == STATE_DELETED && *d->index_no == '\0')
		return RC_NOT_FOUND;
	return RC_OK;
}

enum rc
document_get(struct db *db, int64_t unit, int64_t id, struct document *d,
    struct arena *m)
{
	enum rc rc = document_row(db, unit, id, d, m);

	if (rc != RC_OK ||
	    (rc = revision_get(db, d->rev.id, &d->rev, m)) != RC_OK ||
	    (rc = finding_sum(db, d->rev.id, &d->rev.findings)) != RC_OK ||
	    (rc = lateness_get(db, d, m)) != RC_OK)
		return rc;
	return secrecy_valid(db, id, d->rev.id, &d->secrecy);
}

enum rc
document_revisions(struct db *db, int64_t unit, int64_t id,
    struct revisions *out, struct arena *m)
{
	struct document d;
	enum rc rc = document_row(db, unit, id, &d, m);

	return rc == RC_OK ? revision_list(db, id, out, m) : rc;
}

enum rc
document_revision(struct db *db, int64_t unit, int64_t id, int number,
    struct document *d, struct arena *m)
{
	int64_t revision;
	enum rc rc = document_row(db, unit, id, d, m);
	struct rows q;

	if (rc != RC_OK)
		return rc;
	q = db_query(db, "SELECT id FROM revision"
	    " WHERE document_id = $1 AND number = $2", V(id), V(number));
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	revision = db_int(&q, 0);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return revision_get(db, revision, &d->rev, m);
}

static bool
open_to(const struct document *d, const struct actor *who, enum action action)
{
	if (action == ACTION_DISCARD)
		return *d->index_no == '\0';
	if (action == ACTION_APPROVE || action == ACTION_PUBLISH)
		return d->entered_by != who->user;
	return true;
}

int
document_moves(const struct document *d, const struct actor *who,
    const struct move **out, int max)
{
	const struct move *all[ACTION__MAX];
	int n = 0, found;

	if (d->unit != who->unit)
		return 0;
	found = workflow_list(d->state, who->role, all, ACTION__MAX);
	for (int k = 0; k < found && n < max; k++)
		if (open_to(d, who, all[k]->action) &&
		    (all[k]->action != ACTION_REPEAL || !d->repealed))
			out[n++] = all[k];
	return n;
}

static bool
is_empty(const char *s)
{
	return s == NULL || *s == '\0';
}

/* Item by item: why not everybody may read it (条例 art. 13-16, 18). */
static void
check_closure(const struct content *c, struct problems *p)
{
	if (strcmp(c->openness, "active") == 0)
		return;
	if (is_empty(c->article))
		problem_add(p, "article", PROBLEM_MISSING);
	if (is_empty(c->closed_reason))
		problem_add(p, "closed_reason", PROBLEM_REASON_NEEDED);
	if (strcmp(c->openness, "closed") == 0 && is_empty(c->reassess))
		problem_add(p, "reassess", PROBLEM_MISSING);
}

static void
part_missing(void *p, const char *name)
{
	problem_add(p, name, PROBLEM_PART);
}

/* A 公开指南 is what its form asks for (条例 art. 12), so it is written in it. */
static void
check_guide(const struct revision *r, struct problems *p)
{
	for (int k = 0; k < r->category_codes.n && r->c.profile == NULL; k++)
		if (strcmp(r->category_codes.v[k], "guide") == 0)
			problem_add(p, "category", PROBLEM_GUIDE);
}

void
document_check(const struct document *d, struct problems *p)
{
	const struct content *c = &d->rev.c;

	if (c->n_categories == 0)
		problem_add(p, "category", PROBLEM_NO_CATEGORY);
	if (*c->made_on == '\0')
		problem_add(p, "made_on", PROBLEM_MISSING);
	if (*c->summary == '\0')
		problem_add(p, "summary", PROBLEM_MISSING);
	if (c->body_text[strspn(c->body_text, " \t\n")] == '\0' &&
	    c->n_images == 0 && c->n_attachments == 0)
		problem_add(p, "body", PROBLEM_NO_BODY);
	check_closure(c, p);
	if (c->profile != NULL)
		profile_missing(c->profile, part_missing, p);
}

void
document_ready(const struct document *d, struct problems *p)
{
	const struct finding_sum *f = &d->rev.findings;
	day_t day;

	document_check(d, p);
	check_guide(&d->rev, p);
	if (!f->inspected || f->fix > 0 || f->open > 0)
		problem_add(p, "inspection", PROBLEM_FINDINGS);
	if (!d->secrecy)
		problem_add(p, "secrecy", PROBLEM_NO_SECRECY);
	if (day_parse(d->rev.c.reassess, &day) && day <= clock_today())
		problem_add(p, "reassess", PROBLEM_UNTIL_PAST);
	if (d->late && *d->late_reason == '\0')
		problem_add(p, "late", PROBLEM_LATE);
}

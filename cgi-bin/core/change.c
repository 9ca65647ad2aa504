/* change.c - see change.h. */
#include <string.h>

#include "base/text.h"
#include "core/change.h"
#include "core/content.h"
#include "core/listing.h"
#include "core/register.h"
#include "core/relation.h"
#include "core/revision.h"
#include "core/secrecy.h"

/* What was kept from the public is not opened by one person alone. */
static enum rc
check_openness(struct db *db, int64_t revision, const char *openness,
    struct problems *p, struct arena *m)
{
	struct rows q = db_query(db, "SELECT openness FROM revision"
	    " WHERE id = $1", V(revision));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	if (strcmp(openness, "active") == 0 &&
	    strcmp(db_text(&q, 0, m), "active") != 0)
		problem_add(p, "openness", PROBLEM_OPENNESS_FIXED);
	return db_done(&q);
}

static void
check_found(const struct findings *found, struct problems *p)
{
	bool wanting = found == NULL;

	for (int k = 0; !wanting && k < found->n; k++)
		wanting = finding_wants(&found->v[k]);
	if (wanting)
		problem_add(p, "inspection", PROBLEM_FINDINGS);
}

static enum rc
check_content(struct db *db, const struct head *was, const struct change *ch,
    struct revision *r, struct problems *p, struct arena *m)
{
	struct document d;
	enum rc rc = content_check(db, was->unit, ch->content, r, p, m);

	if (rc != RC_OK)
		return rc;
	d = (struct document){ .rev = *r };
	document_check(&d, p);
	return check_openness(db, was->revision, r->c.openness, p, m);
}

/* Does it bring other relations than the document has? */
static enum rc
relates(struct db *db, int64_t id, const struct change *ch, bool *differs,
    struct arena *m)
{
	struct problems told = { 0 };	/* change_relate() tells them */
	bool a = false, b = false;
	enum rc rc = RC_OK;

	if (ch->interprets != NULL)
		rc = relation_check(db, id, RELATION_INTERPRETS,
		    ch->interprets, "interprets", &a, &told, m);
	if ((rc == RC_OK || rc == RC_INVALID) && ch->replaces != NULL)
		rc = relation_check(db, id, RELATION_REPLACES, ch->replaces,
		    "replaces", &b, &told, m);
	*differs = a || b;
	return rc == RC_INVALID ? RC_OK : rc;
}

/* Relations are no part of a revision, but a change. */
static enum rc
check_same(struct db *db, const struct change *ch, struct changing *k,
    struct problems *p, struct arena *m)
{
	bool differs;
	char *hash;
	enum rc rc;

	if ((rc = revision_hash(db, &k->r, &hash, m)) != RC_OK)
		return rc;
	k->r.hash = hash;
	k->same = strcmp(hash, k->was.hash) == 0;
	if (!k->same)
		return RC_OK;
	if ((rc = relates(db, k->was.id, ch, &differs, m)) != RC_OK)
		return rc;
	if (!differs)
		problem_add(p, "title", PROBLEM_NO_CHANGE);
	return RC_OK;
}

/* 先审查后公开: a signature is good for one content alone. */
static enum rc
check_signed(struct db *db, const struct change *ch, struct changing *k,
    struct problems *p)
{
	bool valid = true;
	enum rc rc;

	if (k->same)
		return RC_OK;
	if (ch->sign == NULL) {
		rc = secrecy_signed(db, k->was.id, k->r.hash, &valid);
		if (rc == RC_OK && !valid)
			problem_add(p, "secrecy", PROBLEM_UNSIGNED);
		return rc;
	}
	secrecy_check(ch->sign, k->r.c.openness, p);
	if (strcmp(ch->sign->opinion, "refer") == 0)
		problem_add(p, "secrecy_opinion", PROBLEM_REFERRED);
	k->sign = ch->sign;
	return RC_OK;
}

enum rc
change_check(struct db *db, const struct actor *who, int64_t id,
    int64_t version, const struct change *ch, struct changing *k,
    struct problems *p, struct arena *m)
{
	const char *note = text_trim(m, ch->note ? ch->note : "");
	const struct move *move;
	enum rc rc;

	*k = (struct changing){ .same = false };
	if ((rc = head_get(db, who->unit, id, &k->was, m)) != RC_OK ||
	    (rc = head_allow(&k->was, who, version, ACTION_AMEND, &move))
	    != RC_OK)
		return rc;
	head_reason_check(note, true, "note", p);
	if ((rc = check_content(db, &k->was, ch, &k->r, p, m)) != RC_OK)
		return rc;
	k->r.note = note;
	if (p->n == 0 && ((rc = check_same(db, ch, k, p, m)) != RC_OK ||
	    (rc = check_signed(db, ch, k, p)) != RC_OK))
		return rc;
	if (!k->same || ch->found == NULL)
		check_found(ch->found, p);
	return p->n > 0 ? RC_INVALID : RC_OK;
}

enum rc
change_store(struct db *db, const struct actor *who, struct changing *k,
    struct findings *found, const char *published, struct arena *m)
{
	struct revision *r = &k->r;
	enum rc rc;

	r->published = published;
	if ((rc = revision_number(db, k->was.id, &r->number)) != RC_OK ||
	    (rc = db_id(db, "revision", &r->id)) != RC_OK ||
	    (rc = revision_add(db, who, k->was.id, r, m)) != RC_OK)
		return rc;
	if (k->sign != NULL && (rc = secrecy_sign_change(db, who, k->was.id,
	    state_key(k->was.state), r->hash, r->c.openness, k->sign, m))
	    != RC_OK)
		return rc;
	return finding_keep(db, who, r->id, found, m);
}

enum rc
change_live(struct db *db, const struct actor *who, const struct head *was,
    const struct revision *r, const char *deed, struct arena *m)
{
	struct head is = *was;
	enum rc rc;

	is.revision = r->id;
	is.approved_hash = r->hash;
	if ((rc = head_deed(db, who, was, &is, deed, r->note, m)) != RC_OK ||
	    (rc = listing_refresh(db, was->id, m)) != RC_OK)
		return rc;
	return register_follow(db, was->id, m);
}

enum rc
change_relate(struct db *db, const struct actor *who, int64_t document,
    const char *interprets, const char *replaces, struct problems *p,
    struct arena *m)
{
	enum rc rc = RC_OK;

	if (interprets != NULL)
		rc = relation_set(db, who, document, RELATION_INTERPRETS,
		    interprets, "interprets", p, m);
	if (rc == RC_OK && replaces != NULL)
		rc = relation_set(db, who, document, RELATION_REPLACES,
		    replaces, "replaces", p, m);
	return rc;
}

/* document_amend.c - what the administrator changes of what is published. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/content.h"
#include "core/document_head.h"
#include "core/listing.h"
#include "core/register.h"
#include "core/revision.h"

enum rc
document_changed(struct db *db, const struct actor *who, int64_t id,
    const struct change *ch, struct document *d, struct arena *m)
{
	struct problems later = { 0 };	/* document_amend() tells them */
	struct revision r;
	enum rc rc;

	if ((rc = document_get(db, who->unit, id, d, m)) != RC_OK ||
	    (rc = content_check(db, who->unit, ch->content, &r, &later, m))
	    != RC_OK)
		return rc;
	r.id = d->rev.id;
	r.note = ch->note ? ch->note : "";
	d->rev = r;
	return RC_OK;
}

static void
check_note(const char *note, struct problems *p)
{
	if (*note == '\0')
		problem_add(p, "note", PROBLEM_REASON_NEEDED);
	else if (text_length(note) > DOCUMENT_REASON_MAX)
		problem_add(p, "note", PROBLEM_TOO_LONG);
	else if (!text_printable(note, strlen(note), true))
		problem_add(p, "note", PROBLEM_NOT_TEXT);
}

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

/* Everything that can be wrong, found before anything is written. */
static enum rc
check_amendment(struct db *db, const struct head *was,
    const struct change *ch, struct revision *r, struct problems *p,
    struct arena *m)
{
	char *hash;
	enum rc rc = check_content(db, was, ch, r, p, m);

	if (rc == RC_OK && p->n == 0) {
		if ((rc = revision_hash(db, r, &hash, m)) != RC_OK)
			return rc;
		r->hash = hash;
		if (strcmp(hash, was->hash) == 0) {
			problem_add(p, "title", PROBLEM_NO_CHANGE);
			return RC_INVALID;
		}
	}
	check_found(ch->found, p);
	return rc != RC_OK ? rc : p->n > 0 ? RC_INVALID : RC_OK;
}

static enum rc
write_amendment(struct db *db, const struct actor *who,
    const struct head *was, const struct move *move, struct revision *r,
    struct findings *found, struct arena *m)
{
	struct head is = *was;
	enum rc rc;

	r->number = was->number + 1;
	r->published = clock_text(m, clock_now());
	if ((rc = db_id(db, "revision", &r->id)) != RC_OK ||
	    (rc = revision_add(db, who, was->id, r, m)) != RC_OK ||
	    (rc = finding_keep(db, who, r->id, found, m)) != RC_OK)
		return rc;
	is.state = move->to;
	is.revision = r->id;
	is.approved_hash = r->hash;
	if ((rc = head_move(db, who, was, &is, ACTION_AMEND, r->note, m))
	    != RC_OK || (rc = listing_refresh(db, was->id, m)) != RC_OK)
		return rc;
	return register_follow(db, was->id, m);
}

enum rc
document_amend(struct db *db, const struct actor *who, int64_t id,
    int64_t version, const struct change *ch, struct problems *p,
    struct arena *m)
{
	const char *note = text_trim(m, ch->note ? ch->note : "");
	const struct move *move;
	struct revision r;
	struct head was;
	enum rc rc;

	if ((rc = head_get(db, who->unit, id, &was, m)) != RC_OK ||
	    (rc = head_allow(&was, who, version, ACTION_AMEND, &move))
	    != RC_OK)
		return rc;
	check_note(note, p);
	if ((rc = check_amendment(db, &was, ch, &r, p, m)) != RC_OK)
		return rc;
	r.note = note;
	return write_amendment(db, who, &was, move, &r, ch->found, m);
}

/* secrecy.c - see secrecy.h. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/document_head.h"
#include "core/secrecy.h"

#define COLS "s.id, s.openness, s.carrier, s.channels, s.holds, s.opinion,"  \
	" s.basis, s.handler, s.head, s.reviewer, s.login, s.at"

static const char *const carriers[] = { "paper", "other", NULL };
static const char *const channels[] = { "site", "press", "radio", "tv",
	"board", "other", NULL };
static const char *const contents[] = { "commercial", "privacy", "safety",
	NULL };
static const char *const opinions[] = { "public", "closed", "refer", NULL };

static bool
is_one(const char *const *list, const char *s, size_t n)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == n && strncmp(*list, s, n) == 0)
			return true;
	return false;
}

static bool
are_all(const char *const *list, const char *s)
{
	while (*s != '\0') {
		size_t n = strcspn(s, ",");

		if (!is_one(list, s, n))
			return false;
		s += n + (s[n] == ',');
	}
	return true;
}

static void
check_name(const char *field, const char *s, struct problems *p)
{
	if (*s == '\0')
		problem_add(p, field, PROBLEM_MISSING);
	else if (text_length(s) > SECRECY_NAME_MAX)
		problem_add(p, field, PROBLEM_TOO_LONG);
	else if (!text_printable(s, strlen(s), false))
		problem_add(p, field, PROBLEM_NOT_TEXT);
}

/* What is reviewed has an opinion that goes with how it is to be open. */
static void
check_opinion(const struct secrecy *s, const char *openness,
    struct problems *p)
{
	bool closed = strcmp(openness, "closed") == 0;

	if (!is_one(opinions, s->opinion, strlen(s->opinion)))
		problem_add(p, "secrecy_opinion", PROBLEM_MISSING);
	else if ((strcmp(s->opinion, "public") == 0 && closed) ||
	    (strcmp(s->opinion, "closed") == 0 && !closed))
		problem_add(p, "secrecy_opinion", PROBLEM_OPINION);
	if (*s->basis == '\0' && (*s->holds != '\0' ||
	    strcmp(s->opinion, "public") != 0))
		problem_add(p, "secrecy_basis", PROBLEM_REASON_NEEDED);
	else if (text_length(s->basis) > SECRECY_BASIS_MAX)
		problem_add(p, "secrecy_basis", PROBLEM_TOO_LONG);
}

void
secrecy_check(const struct secrecy *s, const char *openness,
    struct problems *p)
{
	if (!is_one(carriers, s->carrier, strlen(s->carrier)))
		problem_add(p, "secrecy_carrier", PROBLEM_NOT_CHOICE);
	if (*s->channels == '\0' && strcmp(openness, "active") == 0)
		problem_add(p, "secrecy_channel", PROBLEM_MISSING);
	else if (!are_all(channels, s->channels))
		problem_add(p, "secrecy_channel", PROBLEM_NOT_CHOICE);
	if (!are_all(contents, s->holds))
		problem_add(p, "secrecy_holds", PROBLEM_NOT_CHOICE);
	check_opinion(s, openness, p);
	check_name("secrecy_handler", s->handler, p);
	check_name("secrecy_head", s->head, p);
	check_name("secrecy_reviewer", s->reviewer, p);
}

static enum rc
content_of(struct db *db, int64_t revision, char **hash, char **openness,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT c.hash, r.openness FROM revision r"
	    " JOIN revision_content c ON c.revision_id = r.id"
	    " WHERE r.id = $1", V(revision));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*hash = db_text(&q, 0, m);
	*openness = db_text(&q, 1, m);
	return db_done(&q);
}

static enum rc
insert(struct db *db, const struct actor *who, int64_t document,
    const char *hash, const char *openness, const struct secrecy *s,
    struct arena *m)
{
	int64_t id;
	enum rc rc;

	if ((rc = db_id(db, "secrecy_review", &id)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO secrecy_review (id, document_id,"
	    " content, openness, carrier, channels, holds, opinion, basis,"
	    " handler, head, reviewer, account_id, login, at)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
	    " $14, $15)", V(id), V(document), V(hash), V(openness),
	    V(s->carrier), V(s->channels), V(s->holds), V(s->opinion),
	    V(s->basis), V(s->handler), V(s->head), V(s->reviewer),
	    V(who->user), V(who->login), V(clock_text(m, clock_now())));
}

enum rc
secrecy_sign_change(struct db *db, const struct actor *who, int64_t document,
    const char *state, const char *hash, const char *openness,
    const struct secrecy *s, struct arena *m)
{
	enum rc rc = insert(db, who, document, hash, openness, s, m);

	return rc != RC_OK ? rc : audit_write(db, who, "secrecy", "document",
	    document, state, state, "", m);
}

enum rc
secrecy_sign(struct db *db, const struct actor *who, int64_t document,
    const struct secrecy *s, struct problems *p, struct arena *m)
{
	char *hash, *openness;
	struct head h;
	enum rc rc;

	if ((rc = head_get(db, who->unit, document, &h, m)) != RC_OK)
		return rc;
	if (workflow_find(h.state, ACTION_EDIT, who->role) == NULL)
		return RC_DENIED;
	if ((rc = content_of(db, h.revision, &hash, &openness, m)) != RC_OK)
		return rc;
	secrecy_check(s, openness, p);
	if (p->n > 0)
		return RC_INVALID;
	return secrecy_sign_change(db, who, document, state_key(h.state), hash,
	    openness, s, m);
}

static void
load(const struct rows *q, struct secrecy *s, struct arena *m)
{
	*s = (struct secrecy){ .id = db_int(q, 0) };
	s->openness = db_text(q, 1, m);
	s->carrier = db_text(q, 2, m);
	s->channels = db_text(q, 3, m);
	s->holds = db_text(q, 4, m);
	s->opinion = db_text(q, 5, m);
	s->basis = db_text(q, 6, m);
	s->handler = db_text(q, 7, m);
	s->head = db_text(q, 8, m);
	s->reviewer = db_text(q, 9, m);
	s->login = db_text(q, 10, m);
	s->at = db_text(q, 11, m);
}

enum rc
secrecy_get(struct db *db, int64_t document, int64_t revision,
    struct secrecy *s, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS ", CASE WHEN s.content ="
	    " c.hash THEN 1 ELSE 0 END AS fits FROM secrecy_review s"
	    " LEFT JOIN revision_content c ON c.revision_id = $2"
	    " WHERE s.document_id = $1 ORDER BY fits DESC, s.id DESC LIMIT 1",
	    V(document), V(revision));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	load(&q, s, m);
	s->valid = db_int(&q, 12) == 1 && strcmp(s->opinion, "refer") != 0;
	return db_done(&q);
}

enum rc
secrecy_last(struct db *db, int64_t account, struct secrecy *s,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM secrecy_review s"
	    " WHERE s.account_id = $1 ORDER BY s.id DESC LIMIT 1",
	    V(account));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	load(&q, s, m);
	return db_done(&q);
}

/* The last word on a content counts, unless others have to decide. */
#define LAST_WORD "SELECT CASE WHEN s.opinion <> 'refer' THEN 1 ELSE 0 END"  \
	" FROM secrecy_review s WHERE s.document_id = $1"
#define NEWEST	  " ORDER BY s.id DESC LIMIT 1"

static enum rc
is_good(struct rows q, bool *valid)
{
	*valid = db_next(&q) && db_int(&q, 0) == 1;
	return db_done(&q);
}

enum rc
secrecy_valid(struct db *db, int64_t document, int64_t revision, bool *valid)
{
	return is_good(db_query(db, LAST_WORD " AND s.content = (SELECT c.hash"
	    " FROM revision_content c WHERE c.revision_id = $2)" NEWEST,
	    V(document), V(revision)), valid);
}

enum rc
secrecy_signed(struct db *db, int64_t document, const char *hash, bool *valid)
{
	return is_good(db_query(db, LAST_WORD " AND s.content = $2" NEWEST,
	    V(document), V(hash)), valid);
}

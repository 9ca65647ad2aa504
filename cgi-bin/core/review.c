/* review.c - see review.h. */
#include <string.h>

#include "base/clock.h"
#include "base/text.h"
#include "core/document_head.h"
#include "core/list.h"
#include "core/review.h"

enum rc
remark_list(struct db *db, int64_t document, struct remarks *out,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT k.id, r.number, k.quote, k.place,"
	    " k.words, k.login, k.at FROM review_remark k"
	    " JOIN revision r ON r.id = k.revision_id"
	    " WHERE k.document_id = $1 ORDER BY r.number DESC, k.id",
	    V(document));

	*out = (struct remarks){ 0 };
	while (db_next(&q))
		*list_add(out, m) = (struct remark){
			.id = db_int(&q, 0), .number = (int)db_int(&q, 1),
			.quote = db_text(&q, 2, m),
			.place = (int)db_int(&q, 3),
			.words = db_text(&q, 4, m),
			.login = db_text(&q, 5, m), .at = db_text(&q, 6, m),
		};
	return db_done(&q);
}

static bool
is_space(uint32_t cp)
{
	return cp == ' ' || cp == '\n' || cp == '\t' || cp == 0x3000 ||
	    cp == 0xa0;
}

/* s without any space: what somebody copies from a page has other breaks. */
static char *
squeeze(struct arena *m, const char *s)
{
	char *out = arena_strdup(m, s), *to = out;
	uint32_t cp;

	while ((cp = text_next(&s)) != 0)
		if (!is_space(cp))
			to += text_encode(cp, to);
	*to = '\0';
	return out;
}

static int
occurrences(const char *text, const char *quote)
{
	size_t n = strlen(quote);
	int found = 0;

	if (n == 0)
		return 0;
	for (; (text = strstr(text, quote)) != NULL; text += n)
		found++;
	return found;
}

static void
check_remark(const struct document *d, const struct remark *r,
    struct problems *p, struct arena *m)
{
	const struct content *c = &d->rev.c;
	const char *quote = squeeze(m, r->quote);
	bool head = r->place == 1 && (occurrences(squeeze(m, c->title), quote)
	    > 0 || occurrences(squeeze(m, c->summary), quote) > 0);

	if (*quote == '\0')
		problem_add(p, "quote", PROBLEM_MISSING);
	else if (text_length(r->quote) > REVIEW_QUOTE_MAX)
		problem_add(p, "quote", PROBLEM_TOO_LONG);
	else if (!head &&
	    occurrences(squeeze(m, c->body_text), quote) < r->place)
		problem_add(p, "quote", PROBLEM_NO_QUOTE);
	if (*r->words == '\0')
		problem_add(p, "say", PROBLEM_MISSING);
	else if (text_length(r->words) > REVIEW_WORDS_MAX)
		problem_add(p, "say", PROBLEM_TOO_LONG);
}

static enum rc
is_said(struct db *db, int64_t revision, const struct actor *who,
    const struct remark *r, int64_t document, bool *said)
{
	struct rows q = db_query(db, "SELECT count(*) FROM review_remark"
	    " WHERE document_id = $1 AND revision_id = $2 AND account_id = $3"
	    " AND quote = $4 AND place = $5 AND words = $6", V(document),
	    V(revision), V(who->user), V(r->quote), V(r->place), V(r->words));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*said = db_int(&q, 0) > 0;
	return db_done(&q);
}

static enum rc
insert(struct db *db, const struct actor *who, const struct document *d,
    const struct remark *r, struct arena *m)
{
	int64_t id;
	bool said;
	enum rc rc = is_said(db, d->rev.id, who, r, d->id, &said);

	if (rc != RC_OK || said)
		return rc;
	if ((rc = db_id(db, "review_remark", &id)) != RC_OK)
		return rc;
	return db_run(db, "INSERT INTO review_remark (id, document_id,"
	    " revision_id, quote, place, words, account_id, login, at)"
	    " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", V(id), V(d->id),
	    V(d->rev.id), V(r->quote), V(r->place), V(r->words),
	    V(who->user), V(who->login), V(clock_text(m, clock_now())));
}

enum rc
remark_add(struct db *db, const struct actor *who, int64_t document,
    int64_t version, const struct remark *r, struct problems *p,
    struct arena *m)
{
	const struct move *move;
	struct remark tidy = *r;
	struct document d;
	struct head h;
	enum rc rc;

	if ((rc = head_get(db, who->unit, document, &h, m)) != RC_OK ||
	    (rc = head_allow(&h, who, version, ACTION_APPROVE, &move))
	    != RC_OK ||
	    (rc = document_get(db, who->unit, document, &d, m)) != RC_OK)
		return rc;
	tidy.quote = text_trim(m, r->quote);
	tidy.words = text_trim(m, text_unix_lines(m, r->words));
	check_remark(&d, &tidy, p, m);
	return p->n > 0 ? RC_INVALID : insert(db, who, &d, &tidy, m);
}

enum rc
remark_remove(struct db *db, const struct actor *who, int64_t document,
    int64_t id, struct arena *m)
{
	struct head h;
	enum rc rc = head_get(db, who->unit, document, &h, m);

	if (rc != RC_OK)
		return rc;
	if (workflow_find(h.state, ACTION_APPROVE, who->role) == NULL)
		return RC_DENIED;
	return db_run(db, "DELETE FROM review_remark WHERE id = $1"
	    " AND document_id = $2 AND revision_id = $3 AND account_id = $4",
	    V(id), V(document), V(h.revision), V(who->user));
}

enum rc
review_see(struct db *db, const struct actor *who, int64_t document,
    int64_t version, struct arena *m)
{
	struct head h;
	enum rc rc = head_get(db, who->unit, document, &h, m);

	if (rc != RC_OK)
		return rc;
	if (h.version != version)
		return RC_CONFLICT;
	return db_run(db, "INSERT INTO review_seen (document_id, account_id,"
	    " version, at) VALUES ($1, $2, $3, $4)"
	    " ON CONFLICT (document_id, account_id) DO UPDATE SET"
	    " version = excluded.version, at = excluded.at", V(document),
	    V(who->user), V(version), V(clock_text(m, clock_now())));
}

enum rc
review_seen(struct db *db, int64_t account, int64_t document,
    int64_t version, bool *seen)
{
	struct rows q = db_query(db, "SELECT count(*) FROM review_seen"
	    " WHERE document_id = $1 AND account_id = $2 AND version = $3",
	    V(document), V(account), V(version));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	*seen = db_int(&q, 0) > 0;
	return db_done(&q);
}

/* The first of the queue below that place, the document itself left out. */
static enum rc
first_below(struct db *db, int64_t unit, int64_t document,
    const char *modified, int64_t id, int64_t *next)
{
	enum rc rc;

	*next = 0;
	rc = db_number(db, next, "SELECT id FROM document"
	    " WHERE unit_id = $1 AND state = 'submitted' AND id <> $2"
	    " AND (modified, id) < ($3, $4)"
	    " ORDER BY modified DESC, id DESC LIMIT 1", V(unit), V(document),
	    V(modified), V(id));
	return rc == RC_NOT_FOUND ? RC_OK : rc;
}

enum rc
review_next(struct db *db, int64_t unit, int64_t document, int64_t *next,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT modified FROM document"
	    " WHERE id = $1 AND unit_id = $2", V(document), V(unit));
	const char *modified;
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	modified = db_text(&q, 0, m);
	if ((rc = db_done(&q)) != RC_OK ||
	    (rc = first_below(db, unit, document, modified, document, next))
	    != RC_OK || *next != 0)
		return rc;
	return first_below(db, unit, document, "9999", 0, next);
}

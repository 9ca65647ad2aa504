/* letter.c - letters: drafts, numbers, lists. */
#include <string.h>

#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/application_check.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/letter.h"
#include "core/list.h"

#define TITLE_MAX	200
#define WORD_MAX	30
#define BODY_MAX	(256 << 10)	/* bytes */

#define COLS "id, application_id, unit_id, event_id, kind, title, organ,"	\
	" serial, year, number, created, issued, downloaded, login"
#define COLS_N 14

static const struct { const char *key; bool others; } kinds[] = {
	{ "receipt", false }, { "correction", false }, { "reasons", false },
	{ "extension", false }, { "third_party", true },
	{ "third_confirm", true }, { "third_decision", true },
	{ "third_notice", false }, { "organ", true }, { "maker", true }, { "fee", false }, { "forward", true },
	{ "suspension", false }, { "ending", false }, { "lapse", false },
	{ "reply", false },
};
#define KINDS ((int)(sizeof(kinds) / sizeof(kinds[0])))

static int
kind_find(const char *kind)
{
	int k = 0;

	while (k < KINDS && strcmp(kinds[k].key, kind) != 0)
		k++;
	return k;
}

bool
letter_kind_known(const char *kind)
{
	return kind_find(kind) < KINDS;
}

bool
letter_kind_for_applicant(const char *kind)
{
	int k = kind_find(kind);

	return k < KINDS && !kinds[k].others;
}

char *
letter_number(struct arena *m, const char *word, int year, int n)
{
	return arena_printf(m, "%s〔%04d〕%d号", word, year, n);
}

static void
letter_load(const struct rows *q, struct letter *l, struct arena *m)
{
	*l = (struct letter){
		.id = db_int(q, 0), .application = db_int(q, 1),
		.unit = db_int(q, 2), .event = db_int(q, 3),
		.kind = db_text(q, 4, m), .title = db_text(q, 5, m),
		.text = "",
		.organ = db_text(q, 6, m), .serial = (int)db_int(q, 7),
		.year = (int)db_int(q, 8), .number = db_text(q, 9, m),
		.created = db_text(q, 10, m), .issued = db_text(q, 11, m),
		.downloaded = db_text(q, 12, m), .login = db_text(q, 13, m),
	};
}

/* The name of a third party is kept sealed. */
static enum rc
open_organ(struct letter *l, struct arena *m)
{
	if (*l->organ == '\0' || strncmp(l->kind, "third_", 6) != 0)
		return RC_OK;
	l->organ = secret_open(m, SEAL_ORGAN, l->organ);
	if (l->organ != NULL)
		return RC_OK;
	log_fail("letter %lld: sealed text cannot be opened",
	    (long long)l->id);
	return RC_FAIL;
}

enum rc
letter_get(struct db *db, int64_t unit, int64_t id, struct letter *l,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS ", body, body_text"
	    " FROM letter WHERE id = $1 AND unit_id = $2", V(id), V(unit));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	letter_load(&q, l, m);
	l->body = db_html(&q, COLS_N, m);
	l->text = db_text(&q, COLS_N + 1, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return open_organ(l, m);
}

enum rc
letter_list(struct db *db, int64_t application, bool for_applicant,
    struct letters *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM letter"
	    " WHERE application_id = $1 ORDER BY id", V(application));
	struct letter l;
	enum rc rc = RC_OK, end;

	*out = (struct letters){ 0 };
	while (rc == RC_OK && db_next(&q)) {
		letter_load(&q, &l, m);
		if (for_applicant && (*l.issued == '\0' ||
		    !letter_kind_for_applicant(l.kind)))
			continue;
		if ((rc = open_organ(&l, m)) == RC_OK)
			*list_add(out, m) = l;
	}
	end = db_done(&q);
	return rc != RC_OK ? rc : end;
}

static void
check(const struct letter *l, const char *word, struct problems *p)
{
	if (*l->title == '\0')
		problem_add(p, "title", PROBLEM_MISSING);
	check_text(l->title, "title", TITLE_MAX, false, p);
	if (l->body.s == NULL || *l->body.s == '\0')
		problem_add(p, "body", PROBLEM_MISSING);
	else if (strlen(l->body.s) > BODY_MAX)
		problem_add(p, "body", PROBLEM_TOO_LONG);
	if (*word == '\0')
		problem_add(p, "word", PROBLEM_MISSING);
	check_text(word, "word", WORD_MAX, false, p);
}

static bool
may_write(const struct actor *who)
{
	return who->role == ROLE_REVIEW || who->role == ROLE_ADMIN;
}

/* Of the actor's unit and not issued yet. */
static enum rc
draft_get(struct db *db, const struct actor *who, int64_t id,
    struct letter *l, struct arena *m)
{
	enum rc rc = letter_get(db, who->unit, id, l, m);

	if (rc != RC_OK)
		return rc;
	if (!may_write(who))
		return RC_DENIED;
	return *l->issued != '\0' ? RC_CONFLICT : RC_OK;
}

static const char *
sealed_organ(const struct letter *l, struct arena *m)
{
	if (l->organ == NULL || *l->organ == '\0')
		return "";
	return strncmp(l->kind, "third_", 6) == 0 ?
	    secret_seal(m, SEAL_ORGAN, l->organ) : l->organ;
}

/* A reply has one letter: a new draft takes the place of the one before. */
static enum rc
drop_old_reply(struct db *db, const struct letter *l)
{
	if (strcmp(l->kind, "reply") != 0)
		return RC_OK;
	return db_run(db, "DELETE FROM letter WHERE application_id = $1"
	    " AND kind = 'reply' AND issued = ''", V(l->application));
}

static enum rc
insert(struct db *db, const struct actor *who, struct letter *l,
    const char *word, struct arena *m)
{
	enum rc rc;

	if ((rc = drop_old_reply(db, l)) != RC_OK ||
	    (rc = db_id(db, "letter", &l->id)) != RC_OK)
		return rc;
	l->unit = who->unit;
	l->created = clock_text(m, clock_now());
	return db_run(db, "INSERT INTO letter (id, application_id, unit_id,"
	    " event_id, kind, word, title, body, body_text, organ, created,"
	    " account_id, login) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9,"
	    " $10, $11, $12, $13)", V(l->id), V(l->application), V(l->unit),
	    V(l->event), V(l->kind), V(word), V(l->title), V(l->body),
	    V(l->text), V(sealed_organ(l, m)), V(l->created),
	    who->user ? V(who->user) : V_NULL, V(who->login));
}

static enum rc
replace(struct db *db, const struct actor *who, const struct letter *l,
    const char *word, struct arena *m)
{
	struct letter was;
	enum rc rc = draft_get(db, who, l->id, &was, m);

	if (rc != RC_OK)
		return rc;
	return db_run(db, "UPDATE letter SET word = $1, title = $2,"
	    " body = $3, body_text = $4 WHERE id = $5 AND issued = ''",
	    V(word), V(l->title), V(l->body), V(l->text), V(l->id));
}

enum rc
letter_save(struct db *db, const struct actor *who, struct letter *l,
    const char *word, struct problems *p, struct arena *m)
{
	struct application a;
	enum rc rc;

	rc = application_get(db, who->unit, l->application, &a, m);
	if (rc != RC_OK)
		return rc;
	if (!may_write(who) || !letter_kind_known(l->kind))
		return RC_DENIED;
	l->title = text_trim(m, l->title);
	word = text_trim(m, word);
	check(l, word, p);
	if (p->n > 0)
		return RC_INVALID;
	rc = l->id == 0 ? insert(db, who, l, word, m) :
	    replace(db, who, l, word, m);
	return rc != RC_OK ? rc : audit_write(db, who, "letter_save",
	    "application", l->application, "", "", l->kind, m);
}

static char *
word_of(struct db *db, int64_t id, struct arena *m)
{
	struct rows q = db_query(db, "SELECT word FROM letter WHERE id = $1",
	    V(id));
	char *word;

	if (db_first(&q) != RC_OK)
		return NULL;
	word = db_text(&q, 0, m);
	return db_done(&q) == RC_OK ? word : NULL;
}

static enum rc
issue(struct db *db, const struct actor *who, struct letter *l,
    struct arena *m)
{
	char *word = word_of(db, l->id, m);
	int64_t serial;
	enum rc rc;

	if (word == NULL)
		return RC_FAIL;
	l->year = day_year(clock_today());
	l->issued = clock_text(m, clock_now());
	rc = db_id(db, arena_printf(m, "letter/%lld/%s/%d",
	    (long long)l->unit, l->kind, l->year), &serial);
	if (rc != RC_OK)
		return rc;
	l->serial = (int)serial;
	l->number = letter_number(m, word, l->year, l->serial);
	rc = db_run(db, "UPDATE letter SET serial = $1, year = $2,"
	    " number = $3, issued = $4 WHERE id = $5 AND issued = ''",
	    V(l->serial), V(l->year), V(l->number), V(l->issued), V(l->id));
	if (rc != RC_OK)
		return rc;
	if (db_changed(db) != 1)
		return RC_CONFLICT;
	return audit_write(db, who, "letter_issue", "application",
	    l->application, "", "", l->number, m);
}

enum rc
letter_issue(struct db *db, const struct actor *who, int64_t id,
    struct letter *l, struct arena *m)
{
	enum rc rc;

	if ((rc = draft_get(db, who, id, l, m)) != RC_OK)
		return rc;
	if (strcmp(l->kind, "reply") == 0)
		return RC_DENIED;
	return issue(db, who, l, m);
}

enum rc
letter_issue_reply(struct db *db, const struct actor *who,
    int64_t application, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM letter"
	    " WHERE application_id = $1 AND kind = 'reply' AND issued = ''"
	    " ORDER BY id DESC LIMIT 1", V(application));
	struct letter l;
	enum rc rc;

	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	letter_load(&q, &l, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return issue(db, who, &l, m);
}

enum rc
letter_discard(struct db *db, const struct actor *who, int64_t id,
    struct arena *m)
{
	struct letter l;
	enum rc rc;

	if ((rc = draft_get(db, who, id, &l, m)) != RC_OK)
		return rc;
	rc = db_run(db, "DELETE FROM letter WHERE id = $1 AND issued = ''",
	    V(id));
	return rc != RC_OK ? rc : audit_write(db, who, "letter_discard",
	    "application", l.application, "", "", l.kind, m);
}

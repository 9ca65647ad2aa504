/*
 * application_person.c - who asked: sealed as one text, opened again, shown
 * masked.
 */
#include <string.h>

#include "base/log.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/application_check.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/pack.h"

#define STAR	"＊"

static const char **
fields(struct person *a, int k)
{
	const char **const v[] = { &a->organisation_kind, &a->name,
	    &a->workplace, &a->legal_person, &a->contact, &a->paper_kind,
	    &a->paper_no, &a->phone, &a->address, &a->postcode, &a->email,
	    &a->fax };

	return k < (int)(sizeof(v) / sizeof(v[0])) ? v[k] : NULL;
}

char *
person_seal(const struct person *a, struct arena *m)
{
	struct person copy = *a;
	struct buf b = buf_new(m);
	char *sealed;

	for (int k = 0; fields(&copy, k) != NULL; k++)
		pack_put(&b, *fields(&copy, k));
	sealed = secret_seal(m, SEAL_PERSON, b.s);
	secret_wipe(b.s);
	return sealed;
}

enum rc
person_open(const char *sealed, struct person *a, struct arena *m)
{
	const char *at = secret_open(m, SEAL_PERSON, sealed);

	*a = (struct person){ 0 };
	for (int k = 0; fields(a, k) != NULL; k++)
		*fields(a, k) = "";
	if (at == NULL) {
		log_fail("a sealed applicant cannot be opened");
		return RC_FAIL;
	}
	for (int k = 0; fields(a, k) != NULL; k++)
		if ((*fields(a, k) = pack_next(&at, m)) == NULL) {
			log_fail("a sealed applicant is not whole");
			return RC_FAIL;
		}
	a->organisation = *a->organisation_kind != '\0';
	return RC_OK;
}

/* The same paper however it was typed; "" when there is none. */
char *
person_mac(const struct person *a, struct arena *m)
{
	const char *no = text_upper(m, text_fold(m, a->paper_no));

	if (*no == '\0')
		return arena_strdup(m, "");
	return secret_mac(m, "applicant", arena_printf(m, "%s %s",
	    a->paper_kind, no));
}

char *
application_mask_name(struct arena *m, const char *name)
{
	struct buf b = buf_new(m);
	const char *rest = name;
	int n = 0;

	if (*name == '\0')
		return arena_strdup(m, "");
	text_next(&rest);
	buf_put(&b, name, (size_t)(rest - name));
	for (; *rest != '\0' && n < 2; n++)
		text_next(&rest);
	/* A name of one character would stand there whole. */
	for (int k = 0; k < (n > 0 ? n : 1); k++)
		buf_puts(&b, STAR);
	return b.s;
}

char *
application_mask_number(struct arena *m, const char *s)
{
	size_t n = text_length(s);

	if (n != strlen(s) || n < 8)
		return arena_strdup(m, n == 0 ? "" : STAR STAR STAR STAR);
	return arena_printf(m, "%.3s" STAR STAR STAR STAR "%s", s,
	    n >= 12 ? s + n - 4 : s + n - 1);
}

static enum rc
open_of(struct db *db, int64_t unit, int64_t id, struct person *a,
    struct arena *m)
{
	struct rows q = db_query(db, "SELECT person, purged FROM application"
	    " WHERE id = $1 AND unit_id = $2", V(id), V(unit));
	const char *sealed, *purged;
	enum rc rc;

	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	sealed = db_text(&q, 0, m);
	purged = db_text(&q, 1, m);
	if ((rc = db_done(&q)) != RC_OK)
		return rc;
	return *purged != '\0' || *sealed == '\0' ? RC_GONE :
	    person_open(sealed, a, m);
}

enum rc
application_person(struct db *db, const struct actor *who, int64_t id,
    const char *reason, struct person *a, struct problems *p, struct arena *m)
{
	enum rc rc;

	reason = text_trim(m, reason);
	if (*reason == '\0')
		problem_add(p, "reason", PROBLEM_REASON_NEEDED);
	check_text(reason, "reason", APPLICATION_WISH_MAX, false, p);
	if (p->n > 0)
		return RC_INVALID;
	if (who->role == ROLE_NONE)
		return RC_DENIED;
	if ((rc = open_of(db, who->unit, id, a, m)) != RC_OK)
		return rc;
	return audit_write(db, who, "view_person", "application", id, "", "",
	    reason, m);
}

enum rc
application_own_person(struct db *db, const struct application *a,
    struct person *out, struct arena *m)
{
	return open_of(db, a->unit, a->id, out, m);
}

/* application_contact.c - new contact details into the sealed person. */
#include <string.h>

#include "base/text.h"
#include "core/application_contact.h"
#include "core/application_row.h"
#include "core/audit.h"

bool
application_contact_may(const struct application *a)
{
	return !a->purged && (!case_state_closed(a->state) ||
	    a->state == CASE_ANSWERED);
}

/* Whether anything is different now. */
static bool
take(struct person *a, const struct person *sent, struct arena *m)
{
	const struct { const char **to, *from; } v[] = {
		{ &a->contact, sent->contact }, { &a->phone, sent->phone },
		{ &a->address, sent->address }, { &a->email, sent->email },
		{ &a->postcode, sent->postcode }, { &a->fax, sent->fax },
	};
	bool changed = false;

	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++) {
		const char *s = v[k].from == NULL ? "" :
		    text_trim(m, v[k].from);

		changed |= strcmp(*v[k].to, s) != 0;
		*v[k].to = s;
	}
	return changed;
}

static enum rc
store(struct db *db, const struct actor *who, const struct application *a,
    const struct person *p, struct arena *m)
{
	struct case_event e = { .kind = "contact", .day = clock_today(),
	    .until = DAY_NONE };
	enum rc rc = db_run(db, "UPDATE application SET person = $1,"
	    " version = version + 1 WHERE id = $2 AND version = $3",
	    V(person_seal(p, m)), V(a->id), V(a->version));

	if (rc != RC_OK)
		return rc;
	if (db_changed(db) != 1)
		return RC_CONFLICT;
	if ((rc = event_add(db, who, a->id, &e, m)) != RC_OK)
		return rc;
	return audit_write(db, who, "contact_changed", "application", a->id,
	    "", "", "", m);
}

enum rc
application_contact_set(struct db *db, const struct actor *who, int64_t id,
    int64_t version, const struct person *sent, struct problems *p,
    struct arena *m)
{
	struct application a;
	struct person now;
	bool changed;
	enum rc rc;

	if ((rc = application_get(db, who->unit, id, &a, m)) != RC_OK)
		return rc;
	if (a.version != version || !application_contact_may(&a))
		return RC_CONFLICT;
	if ((rc = application_own_person(db, &a, &now, m)) != RC_OK)
		return rc == RC_GONE ? RC_CONFLICT : rc;
	changed = take(&now, sent, m);
	application_check_contact(&now, &a.wish, p);
	if (p->n > 0)
		return RC_INVALID;
	return changed ? store(db, who, &a, &now, m) : RC_OK;
}

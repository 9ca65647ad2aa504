/* application.c - taking in an application. */
#include <string.h>

#include "base/secret.h"
#include "base/text.h"
#include "core/application_check.h"
#include "core/application_row.h"
#include "core/audit.h"
#include "core/unit.h"

#define CODE_BYTES 16

struct intake {
	struct db *db;
	const struct actor *who;
	const struct application_new *in;
	struct unit unit;
	struct person person;
	struct wish wish;
	day_t came_on;
	enum case_state state;
	int64_t id;
	char *number, *code;	/* code: bare hex digits */
	struct problems *p;
	struct arena *m;
};

struct actor
application_visitor(const char *address)
{
	return (struct actor){ .login = "", .address = address };
}

struct actor
case_applicant(const struct application *a, const char *address)
{
	return (struct actor){ .login = "", .unit = a->unit,
	    .address = address };
}

/* No member stays NULL, spaces round the texts go. */
static void
tidy(struct intake *t)
{
	const char **v[] = { &t->person.organisation_kind, &t->person.name,
	    &t->person.workplace, &t->person.legal_person,
	    &t->person.contact, &t->person.paper_kind, &t->person.paper_no,
	    &t->person.phone, &t->person.address, &t->person.postcode,
	    &t->person.email, &t->person.fax, &t->wish.name, &t->wish.doc_no,
	    &t->wish.description, &t->wish.delivery, &t->wish.carrier,
	    &t->wish.assistance };

	for (size_t k = 0; k < sizeof(v) / sizeof(v[0]); k++)
		*v[k] = *v[k] == NULL ? "" : text_unix_lines(t->m,
		    text_trim(t->m, *v[k]));
}

/* Citizens bring what comes over the internet, staff of the unit the rest. */
static bool
may_bring(const struct intake *t)
{
	if (t->in->channel == CHANNEL_INTERNET)
		return t->who->role == ROLE_NONE;
	return (t->who->role == ROLE_ENTRY || t->who->role == ROLE_REVIEW) &&
	    t->who->unit == t->in->unit;
}

static void
check(struct intake *t)
{
	application_check_kind(&t->person, t->p);
	application_check_identity(&t->person, t->p);
	application_check_delivery(&t->wish, t->p);
	application_check_contact(&t->person, &t->wish, t->p);
	application_check_wish(&t->wish, t->p);
	if (t->in->channel == CHANNEL_INTERNET && t->in->n_files == 0)
		problem_add(t->p, "file", PROBLEM_NO_IDENTITY);
	if (t->came_on > clock_today())
		problem_add(t->p, "came_on", PROBLEM_FUTURE);
}

static enum rc
find_unit(struct intake *t)
{
	enum rc rc = unit_get(t->db, t->in->unit, &t->unit, t->m);

	if (rc != RC_NOT_FOUND && (rc != RC_OK || t->unit.enabled))
		return rc;
	problem_add(t->p, "unit", PROBLEM_UNKNOWN_UNIT);
	return RC_OK;
}

static char *
once_hash(const struct intake *t)
{
	return secret_sha256(t->m, t->in->once, strlen(t->in->once));
}

static enum rc
find_once(struct intake *t)
{
	struct rows q;
	enum rc rc;

	if (*t->in->once == '\0')
		return RC_NOT_FOUND;
	q = db_query(t->db, "SELECT id, number FROM application"
	    " WHERE once_hash = $1", V(once_hash(t)));
	if ((rc = db_first(&q)) != RC_OK)
		return rc;
	t->id = db_int(&q, 0);
	t->number = db_text(&q, 1, t->m);
	t->code = "";
	return db_done(&q);
}

enum rc
application_number(struct db *db, int64_t unit, const char *unit_code,
    int year, char **number, struct arena *m)
{
	int64_t n;
	enum rc rc = db_id(db, arena_printf(m, "application/%lld/%d",
	    (long long)unit, year), &n);

	if (rc == RC_OK)
		*number = arena_printf(m, "SQ-%s-%04d-%05lld",
		    text_upper(m, unit_code), year, (long long)n);
	return rc;
}

static enum rc
insert(struct intake *t)
{
	const struct wish *w = &t->wish;
	const char *code_hash = secret_sha256(t->m, t->code, strlen(t->code));

	return db_run(t->db, "INSERT INTO application (id, unit_id, version,"
	    " number, code_hash, once_hash, channel, state, came_on,"
	    " submitted, organisation, masked_name, person, applicant,"
	    " wish_name, wish_doc_no, wish_description, delivery, carrier,"
	    " other_ways, assistance) VALUES ($1, $2, 1, $3, $4, $5, $6, $7,"
	    " $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
	    V(t->id), V(t->unit.id), V(t->number), V(code_hash),
	    *t->in->once != '\0' ? V(once_hash(t)) : V_NULL,
	    V(channel_key(t->in->channel)), V(case_state_key(t->state)),
	    V(day_text(t->m, t->came_on)), V(clock_text(t->m, clock_now())),
	    V(t->person.organisation_kind),
	    V(application_mask_name(t->m, t->person.name)),
	    V(person_seal(&t->person, t->m)), V(person_mac(&t->person, t->m)),
	    V(w->name), V(w->doc_no), V(w->description), V(w->delivery),
	    V(w->carrier), V(w->other_ways), V(w->assistance));
}

static enum rc
store(struct intake *t)
{
	static const char *const uses[] = { "identity", "paper", NULL };
	struct case_event e = { .kind = "submit", .day = t->came_on,
	    .until = DAY_NONE };
	struct actor who = *t->who;
	enum rc rc;

	who.unit = t->unit.id;
	t->code = secret_random(t->m, CODE_BYTES);
	if ((rc = application_number(t->db, t->unit.id, t->unit.code,
	    day_year(clock_today()), &t->number, t->m)) != RC_OK ||
	    (rc = db_id(t->db, "application", &t->id)) != RC_OK ||
	    (rc = insert(t)) != RC_OK ||
	    (rc = event_add(t->db, &who, t->id, &e, t->m)) != RC_OK ||
	    (rc = application_file_claim(t->db, t->in->file_owner != NULL ?
	    t->in->file_owner : application_file_staff(t->m, who.unit),
	    t->id, e.id, t->in->n_files, t->in->file, uses, t->p, t->m))
	    != RC_OK)
		return rc;
	return audit_write(t->db, &who, "apply", "application", t->id, "",
	    case_state_key(t->state), channel_key(t->in->channel), t->m);
}

/* aaaabbbb... becomes aaaa bbbb ... */
static char *
grouped(struct arena *m, const char *code)
{
	char *out = arena_alloc(m, APPLICATION_CODE_LEN + 1), *w = out;

	for (size_t k = 0; code[k] != '\0'; k++) {
		if (k > 0 && k % 4 == 0)
			*w++ = ' ';
		*w++ = code[k];
	}
	return out;
}

static enum rc
take_in(struct intake *t)
{
	enum rc rc;

	if (!may_bring(t))
		return RC_DENIED;
	if ((rc = find_unit(t)) != RC_OK)
		return rc;
	check(t);
	return t->p->n > 0 ? RC_INVALID : store(t);
}

enum rc
application_submit(struct db *db, const struct actor *who,
    const struct application_new *in, int64_t *id, char **number, char **code,
    struct problems *p, struct arena *m)
{
	struct application_new copy = *in;
	struct intake t = { .db = db, .who = who, .in = &copy,
	    .person = in->person, .wish = in->wish, .p = p, .m = m };
	enum rc rc;

	if (copy.once == NULL)
		copy.once = "";
	if (in->channel <= CHANNEL_NONE || in->channel >= CHANNEL__MAX)
		return RC_DENIED;
	t.came_on = in->channel == CHANNEL_INTERNET ||
	    in->came_on == DAY_NONE ? clock_today() : in->came_on;
	t.state = channel_needs_confirm(in->channel) ? CASE_SUBMITTED :
	    CASE_OPEN;
	tidy(&t);
	if ((rc = find_once(&t)) == RC_NOT_FOUND)
		rc = take_in(&t);
	if (rc != RC_OK)
		return rc;
	*id = t.id;
	*number = t.number;
	*code = grouped(m, t.code);
	return RC_OK;
}

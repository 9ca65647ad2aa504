/* unit.c - the units of the district: reading them and adding one. */
#include <string.h>

#include "base/clock.h"
#include "base/pinyin.h"
#include "base/secret.h"
#include "base/text.h"
#include "core/audit.h"
#include "core/list.h"
#include "core/unit.h"
#include "core/unit_code.h"

#define UNIT_MAX 2000
#define UNIT_NAME_MAX 60
#define UNIT_SHORT_MAX 30
#define UNIT_TEXT_MAX 2000	/* duties, address and the like */

#define COLS "id, code, name, short_name, kind, supervising, enabled,"	\
	" duties, address, postcode, phone, fax, email, hours, pinyin"

static void
unit_load(const struct rows *q, struct unit *u, struct arena *m)
{
	u->id = db_int(q, 0);
	u->code = db_text(q, 1, m);
	u->name = db_text(q, 2, m);
	u->short_name = db_text(q, 3, m);
	u->kind = db_text(q, 4, m);
	u->supervising = db_int(q, 5) != 0;
	u->enabled = db_int(q, 6) != 0;
	u->duties = db_text(q, 7, m);
	u->address = db_text(q, 8, m);
	u->postcode = db_text(q, 9, m);
	u->phone = db_text(q, 10, m);
	u->fax = db_text(q, 11, m);
	u->email = db_text(q, 12, m);
	u->hours = db_text(q, 13, m);
	u->pinyin = db_text(q, 14, m);
}

enum rc
unit_list(struct db *db, struct units *out, struct arena *m)
{
	struct rows q = db_query(db, "SELECT " COLS " FROM unit"
	    " ORDER BY CASE kind WHEN 'department' THEN 1 WHEN 'street' THEN 2"
	    " WHEN 'town' THEN 3 ELSE 4 END, position, id LIMIT $1",
	    V(UNIT_MAX));

	*out = (struct units){ 0 };
	while (db_next(&q))
		unit_load(&q, list_add(out, m), m);
	return db_done(&q);
}

enum rc
unit_get(struct db *db, int64_t id, struct unit *out, struct arena *m)
{
	struct rows q = db_query(db,
	    "SELECT " COLS " FROM unit WHERE id = $1", V(id));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	unit_load(&q, out, m);
	return db_done(&q);
}

enum rc
unit_by_code(struct db *db, const char *code, struct unit *out,
    struct arena *m)
{
	struct rows q = db_query(db,
	    "SELECT " COLS " FROM unit WHERE code = $1", V(code));
	enum rc rc = db_first(&q);

	if (rc != RC_OK)
		return rc;
	unit_load(&q, out, m);
	return db_done(&q);
}

static const char *
tidy(const char *s, struct arena *m)
{
	return s ? text_trim(m, s) : "";
}

static bool
line_good(const char *s, size_t min, size_t max)
{
	size_t n = text_length(s);

	return n >= min && n <= max && text_printable(s, strlen(s), false);
}

static bool
kind_good(const char *kind)
{
	return strcmp(kind, "department") == 0 || strcmp(kind, "street") == 0 ||
	    strcmp(kind, "town") == 0 || strcmp(kind, "zone") == 0;
}

static void
unit_tidy(struct unit *u, struct arena *m)
{
	u->code = text_lower(m, tidy(u->code, m));
	u->name = tidy(u->name, m);
	u->short_name = tidy(u->short_name, m);
	if (*u->short_name == '\0')
		u->short_name = u->name;
	u->kind = tidy(u->kind, m);
	u->duties = tidy(u->duties, m);
	u->address = tidy(u->address, m);
	u->postcode = tidy(u->postcode, m);
	u->phone = tidy(u->phone, m);
	u->fax = tidy(u->fax, m);
	u->email = tidy(u->email, m);
	u->hours = tidy(u->hours, m);
}

static void
unit_check_form(const struct unit *u, struct problems *p)
{
	const struct { const char *field, *value; } texts[] = {
		{ "address", u->address }, { "postcode", u->postcode },
		{ "phone", u->phone }, { "fax", u->fax },
		{ "email", u->email }, { "hours", u->hours },
	};

	if (!unit_code_good(u->code))
		problem_add(p, "code", PROBLEM_CODE_FORM);
	if (*u->name == '\0')
		problem_add(p, "name", PROBLEM_MISSING);
	else if (!line_good(u->name, 2, UNIT_NAME_MAX))
		problem_add(p, "name", PROBLEM_NOT_TEXT);
	if (!line_good(u->short_name, 0, UNIT_SHORT_MAX))
		problem_add(p, "short_name", PROBLEM_TOO_LONG);
	if (!kind_good(u->kind))
		problem_add(p, "kind", PROBLEM_NOT_CHOICE);
	if (text_length(u->duties) > UNIT_TEXT_MAX)
		problem_add(p, "duties", PROBLEM_TOO_LONG);
	for (size_t k = 0; k < sizeof(texts) / sizeof(texts[0]); k++)
		if (!line_good(texts[k].value, 0, UNIT_TEXT_MAX))
			problem_add(p, texts[k].field, PROBLEM_NOT_TEXT);
}

static enum rc
unit_check_taken(struct db *db, const struct unit *u, struct problems *p,
    struct arena *m)
{
	bool free;
	enum rc rc;
	struct rows q;

	if ((rc = unit_code_free(db, u->code, &free, m)) != RC_OK)
		return rc;
	if (!free)
		problem_add(p, "code", PROBLEM_CODE_TAKEN);
	q = db_query(db, "SELECT id FROM unit WHERE name = $1", V(u->name));
	if ((rc = db_first(&q)) == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	problem_add(p, "name", PROBLEM_NAME_TAKEN);
	return db_done(&q);
}

static enum rc
insert_unit(struct db *db, struct unit *u, struct arena *m)
{
	enum rc rc = db_id(db, "unit", &u->id);

	if (rc != RC_OK)
		return rc;
	u->enabled = true;
	return db_run(db, "INSERT INTO unit (id, code, name, short_name, kind,"
	    " position, pinyin, supervising, enabled, duties, address,"
	    " postcode, phone, fax, email, hours) VALUES ($1, $2, $3, $4, $5,"
	    " $1, $6, $7, 1, $8, $9, $10, $11, $12, $13, $14)",
	    V(u->id), V(u->code), V(u->name), V(u->short_name), V(u->kind),
	    V(pinyin_of(m, u->name)), V(u->supervising ? 1 : 0), V(u->duties),
	    V(u->address), V(u->postcode), V(u->phone), V(u->fax),
	    V(u->email), V(u->hours));
}

/* The three start with one password, so one hash serves them all. */
static enum rc
insert_accounts(struct db *db, const struct unit *u, const char *password,
    struct arena *m)
{
	static const enum role roles[] =
	    { ROLE_ADMIN, ROLE_ENTRY, ROLE_REVIEW };
	const char *hash = secret_password_hash(m, password);
	const char *now = clock_text(m, clock_now());
	int64_t id;
	enum rc rc = RC_OK;

	for (int k = 0; rc == RC_OK && k < 3; k++) {
		if ((rc = db_id(db, "account", &id)) != RC_OK)
			break;
		rc = db_run(db, "INSERT INTO account (id, unit_id, login,"
		    " role, password, initial, password_set)"
		    " VALUES ($1, $2, $3, $4, $5, 1, $6)", V(id), V(u->id),
		    V(arena_printf(m, "%s%03d", u->code, k + 1)),
		    V(role_key(roles[k])), V(hash), V(now));
	}
	return rc;
}

enum rc
unit_add(struct db *db, const struct actor *who, struct unit *u,
    const char *password, struct problems *p, struct arena *m)
{
	enum rc rc;

	unit_tidy(u, m);
	unit_check_form(u, p);
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = unit_check_taken(db, u, p, m)) != RC_OK)
		return rc;
	if (p->n > 0)
		return RC_INVALID;
	if ((rc = insert_unit(db, u, m)) != RC_OK ||
	    (rc = insert_accounts(db, u, password, m)) != RC_OK)
		return rc;
	return audit_write(db, who, "add", "unit", u->id, "", "", u->code, m);
}

/* setting.c - the table of settings, reading and changing them. */
#include <string.h>

#include "base/text.h"
#include "core/audit.h"
#include "core/setting.h"
#include "core/unit.h"

#define YEAR 365

static const struct setting_rule rules[SETTING__MAX] = {
	[SETTING_PUBLIC_LOG] = { "public_log", SETTING_FLAG, true, "0", 0, 1 },
	[SETTING_RETENTION_DAYS] = { "retention_days", SETTING_NUMBER, true,
	    "1095", YEAR, 100 * YEAR },
	[SETTING_AMEND_REVIEW] = { "amend_review", SETTING_FLAG, true, "0",
	    0, 1 },
	[SETTING_FOUR_EYES] = { "four_eyes", SETTING_FLAG, false, "0", 0, 1 },
	[SETTING_LETTER_WORD] = { "letter_word", SETTING_TEXT, false, "", 0,
	    20 },
	[SETTING_REVIEW_ORGAN] = { "review_organ", SETTING_TEXT, false, "", 0,
	    60 },
	[SETTING_REVIEW_ADDRESS] = { "review_address", SETTING_TEXT, false, "",
	    0, 120 },
	[SETTING_REVIEW_PHONE] = { "review_phone", SETTING_TEXT, false, "", 0,
	    40 },
	[SETTING_REVIEW_URL] = { "review_url", SETTING_TEXT, false, "", 0,
	    200 },
	[SETTING_COURT] = { "court", SETTING_TEXT, false, "", 0, 60 },
	[SETTING_COURT_ADDRESS] = { "court_address", SETTING_TEXT, false, "",
	    0, 120 },
	[SETTING_PAY_WAY] = { "pay_way", SETTING_TEXT, false, "", 0, 300 },
};

const struct setting_rule *
setting_rule(enum setting s)
{
	return s > SETTING_NONE && s < SETTING__MAX ? &rules[s] : NULL;
}

enum setting
setting_of_key(const char *key)
{
	for (int k = SETTING_NONE + 1; k < SETTING__MAX; k++)
		if (strcmp(rules[k].key, key) == 0)
			return (enum setting)k;
	return SETTING_NONE;
}

enum rc
setting_text(struct db *db, int64_t unit, enum setting s, char **out,
    struct arena *m)
{
	const struct setting_rule *r = setting_rule(s);
	struct rows q;
	enum rc rc;

	*out = "";
	if (r == NULL)
		return RC_NOT_FOUND;
	q = db_query(db, "SELECT value FROM setting WHERE key = $1"
	    " AND unit_id IN (0, $2) ORDER BY unit_id DESC LIMIT 1",
	    V(r->key), V(r->district ? (int64_t)0 : unit));
	rc = db_first(&q);
	*out = arena_strdup(m, r->fallback);
	if (rc == RC_NOT_FOUND)
		return RC_OK;
	if (rc != RC_OK)
		return rc;
	*out = db_text(&q, 0, m);
	return db_done(&q);
}

enum rc
setting_number(struct db *db, int64_t unit, enum setting s, int64_t *out,
    struct arena *m)
{
	char *text;
	enum rc rc;

	*out = 0;
	if ((rc = setting_text(db, unit, s, &text, m)) != RC_OK)
		return rc;
	return text_int(text, 0, INT64_MAX, out) ? RC_OK : RC_FAIL;
}

enum rc
setting_flag(struct db *db, int64_t unit, enum setting s, bool *out,
    struct arena *m)
{
	int64_t n;
	enum rc rc = setting_number(db, unit, s, &n, m);

	*out = rc == RC_OK && n != 0;
	return rc;
}

/* The operator may all; 001 what is of its unit, of the supervising one also
 * what is the district's. */
static enum rc
may_set(struct db *db, const struct actor *who, int64_t unit, struct arena *m)
{
	struct unit u;
	enum rc rc;

	if (who->role == ROLE_NONE && strcmp(who->login, "operator") == 0)
		return RC_OK;
	if (who->role != ROLE_ADMIN)
		return RC_DENIED;
	if (unit == who->unit && unit != 0)
		return RC_OK;
	if (unit != 0)
		return RC_NOT_FOUND;
	if ((rc = unit_get(db, who->unit, &u, m)) != RC_OK)
		return rc;
	return u.supervising ? RC_OK : RC_DENIED;
}

static enum problem
check(const struct setting_rule *r, const char *value)
{
	int64_t n;

	if (r->kind != SETTING_TEXT)
		return text_int(value, r->least, r->most, &n) ? PROBLEM_NONE :
		    PROBLEM_SETTING;
	if (!text_printable(value, strlen(value), false))
		return PROBLEM_NOT_TEXT;
	return text_length(value) > (size_t)r->most ? PROBLEM_TOO_LONG :
	    PROBLEM_NONE;
}

/* A form sends all its settings: what is as before is no deed to write down.
 * Nothing stored and the value without effect are the same. */
static enum rc
same_already(struct db *db, int64_t unit, const struct setting_rule *r,
    const char *value, bool *same, struct arena *m)
{
	struct rows q = db_query(db, "SELECT value FROM setting"
	    " WHERE unit_id = $1 AND key = $2", V(unit), V(r->key));
	enum rc rc = db_first(&q);

	*same = false;
	if (rc == RC_NOT_FOUND) {
		*same = *value == '\0' ||
		    (unit == 0 && strcmp(value, r->fallback) == 0);
		return RC_OK;
	}
	if (rc != RC_OK)
		return rc;
	*same = strcmp(db_text(&q, 0, m), value) == 0;
	return db_done(&q);
}

enum rc
setting_set(struct db *db, const struct actor *who, int64_t unit,
    enum setting s, const char *value, struct problems *p, struct arena *m)
{
	const struct setting_rule *r = setting_rule(s);
	enum problem wrong;
	bool same;
	enum rc rc;

	if (r == NULL)
		return RC_NOT_FOUND;
	if (r->district && unit != 0)
		return RC_DENIED;
	if ((rc = may_set(db, who, unit, m)) != RC_OK)
		return rc;
	value = text_trim(m, value);
	if ((wrong = check(r, value)) != PROBLEM_NONE) {
		problem_add(p, r->key, wrong);
		return RC_INVALID;
	}
	if ((rc = same_already(db, unit, r, value, &same, m)) != RC_OK || same)
		return rc;
	rc = *value == '\0' ? db_run(db, "DELETE FROM setting"
	    " WHERE unit_id = $1 AND key = $2", V(unit), V(r->key)) :
	    db_run(db, "INSERT INTO setting (unit_id, key, value)"
	    " VALUES ($1, $2, $3) ON CONFLICT (unit_id, key) DO UPDATE SET"
	    " value = excluded.value", V(unit), V(r->key), V(value));
	if (rc != RC_OK)
		return rc;
	return audit_write(db, who, "set", "setting", unit, "", "",
	    arena_printf(m, "%s=%s", r->key, value), m);
}

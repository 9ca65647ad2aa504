/* unit_code.c - codes of units: their form, clashes, suggestions. */
#include <string.h>

#include "base/pinyin.h"
#include "base/text.h"
#include "core/unit.h"
#include "core/unit_code.h"

#define CODE_LETTERS "abcdefghijklmnopqrstuvwxyz"
#define CODE_DIGITS "0123456789"
#define SUGGEST_MAX 5
#define SUGGEST_LAST_DIGIT 9

/* The district's own name, which every unit of it bears before its own. */
static const char *const prefixes[] = { "天津市", "宝坻区", "宝坻" };

bool
unit_code_good(const char *code)
{
	size_t n = strlen(code);

	return n >= 2 && n <= UNIT_CODE_MAX &&
	    strspn(code, CODE_LETTERS) > 0 &&
	    strspn(code, CODE_LETTERS CODE_DIGITS) == n;
}

enum rc
unit_code_free(struct db *db, const char *code, bool *free, struct arena *m)
{
	struct rows q = db_query(db, "SELECT 1 FROM unit WHERE code = $1"
	    " UNION ALL SELECT 1 FROM account WHERE login IN ($2, $3, $4)"
	    " LIMIT 1", V(code), V(arena_printf(m, "%s001", code)),
	    V(arena_printf(m, "%s002", code)),
	    V(arena_printf(m, "%s003", code)));
	enum rc rc = db_first(&q);

	*free = rc == RC_NOT_FOUND;
	if (*free)
		return RC_OK;
	return rc == RC_OK ? db_done(&q) : rc;
}

static const char *
without_prefixes(const char *name)
{
	size_t n;

	for (size_t k = 0; k < sizeof(prefixes) / sizeof(prefixes[0]); k++) {
		n = strlen(prefixes[k]);
		if (strncmp(name, prefixes[k], n) == 0 && name[n] != '\0')
			name += n;
	}
	return name;
}

/* The letters and digits of the initials, cut so that `spare` more fit. */
static char *
initials_of(const char *name, size_t spare, struct arena *m)
{
	char *s = text_lower(m, pinyin_initials(m, name)), *w = s;

	for (const char *r = s; *r != '\0'; r++)
		if (strchr(CODE_LETTERS CODE_DIGITS, *r) != NULL &&
		    (size_t)(w - s) < UNIT_CODE_MAX - spare)
			*w++ = *r;
	*w = '\0';
	return s;
}

static enum rc
offer(struct db *db, char *code, char **out, int max, int *n, struct arena *m)
{
	bool free;
	enum rc rc;

	if (*n >= max || !unit_code_good(code))
		return RC_OK;
	for (int k = 0; k < *n; k++)
		if (strcmp(out[k], code) == 0)
			return RC_OK;
	if ((rc = unit_code_free(db, code, &free, m)) == RC_OK && free)
		out[(*n)++] = code;
	return rc;
}

enum rc
unit_suggest_codes(struct db *db, const char *name, char **out, int max,
    int *n, struct arena *m)
{
	const char *own;
	enum rc rc;

	*n = 0;
	if (max > SUGGEST_MAX)
		max = SUGGEST_MAX;
	name = text_trim(m, name);
	own = without_prefixes(name);
	rc = offer(db, initials_of(own, 0, m), out, max, n, m);
	if (rc == RC_OK)
		rc = offer(db, initials_of(name, 0, m), out, max, n, m);
	for (int k = 2; rc == RC_OK && k <= SUGGEST_LAST_DIGIT; k++)
		rc = offer(db, arena_printf(m, "%s%d", initials_of(own, 1, m),
		    k), out, max, n, m);
	return rc;
}
